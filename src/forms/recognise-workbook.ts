import type { SheetGrid } from "../model/grid";
import { plainNumber, type NamedNumber } from "../model/named-number";
import type { BaseDatum, Recognition } from "../model/workbook";
import { namedNumbers } from "./lists/named-numbers";
import { takenRows } from "./lists/taken-rows";
import { recogniseTables, type ReadSheet } from "./recognise";

/** Everything that can be told of a workbook from its cells alone, with the numbers of its base data. */
export function recogniseWorkbook(sheets: readonly SheetGrid[]): Recognition {
  return recogniseTables(sheets, numbersOfSheet);
}

const numbersOfConclusion = (data: readonly BaseDatum[]): NamedNumber[] =>
  data.map(({ name, cell, quantity, formula }) => ({ ...plainNumber(name, quantity, cell), formula }));

/** A conclusion form is read whole by its own reader; what it names is base data. */
function numbersOfSheet({ view, forms, stated, baseData }: ReadSheet): NamedNumber[] {
  if (view === null || (stated ?? []).length > 0) return [];
  if (forms.some(({ family }) => family === "conclusion")) return numbersOfConclusion(baseData ?? []);
  return namedNumbers(view, takenRows(forms));
}
