import { sheetsAsChosen, withChoices } from "../kept/apply-choices";
import { readChoices } from "../kept/choices";
import { recogniseWorkbook } from "../forms/recognise";
import { mergeChoices, type Choices, type ChoicesChange } from "../model/choices";
import { OUTPUT_NAMES } from "../model/sheet-names";
import type { Recognition } from "../model/workbook";
import { withoutOwnCells, type OwnCells } from "../kept/own-cells";
import { readWorkbook, type ReadWorkbook } from "./read/read-workbook";

export const readOpenWorkbook = (context: Excel.RequestContext): Promise<ReadWorkbook> =>
  readWorkbook(context, OUTPUT_NAMES);

export interface Recognised {
  readonly cleaned: OwnCells;
  readonly choices: Choices;
  readonly recognition: Recognition;
}

/** Recognition with the user's corrections: those kept in the workbook, and those made just now. */
export function recogniseRead(workbook: ReadWorkbook, added: ChoicesChange = {}): Recognised {
  const cleaned = withoutOwnCells(workbook.sheets);
  const read = readChoices(cleaned.sheets);
  const choices = mergeChoices(read.choices, added);
  const recognition = withChoices(recogniseWorkbook(sheetsAsChosen(cleaned.sheets, choices)), choices);
  return {
    cleaned,
    choices,
    recognition: { ...recognition, doubts: [...read.doubts, ...recognition.doubts] },
  };
}
