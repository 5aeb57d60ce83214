import { maskOf } from "../../quantities/masked";
import type { CellValue, GridCell } from "../../model/grid";
import { officeCode } from "../office-errors";

export type Rows = (GridCell | undefined)[][];

/** No form is as wide: a cell to the right of these columns is a stray one, and is not read. */
export const MOST_COLUMNS = 1_000;

export const loadCells = (range: Excel.Range): Excel.Range =>
  range.load("rowIndex,columnIndex,values,formulas,numberFormat,text");

export class TooLarge extends Error {}

export const isTooLarge = (error: unknown): boolean =>
  error instanceof TooLarge || officeCode(error) === "ResponsePayloadSizeLimitExceeded";

/** Stands for every row above and between those that were read: a far cell may have a million above it. */
const UNREAD_ROW: (GridCell | undefined)[] = [];

/** Adds the cells of a range to the rows of its sheet, which count from A1. */
export function rowsOf(range: Excel.Range, rows: Rows): Rows {
  while (rows.length < range.rowIndex) rows.push(UNREAD_ROW);
  range.values.forEach((values: unknown[], row) => {
    const cells: (GridCell | undefined)[] = new Array<undefined>(range.columnIndex).fill(undefined);
    values.forEach((value, column) => {
      cells.push(
        toCell(
          value,
          range.formulas[row]?.[column],
          range.numberFormat[row]?.[column],
          range.text[row]?.[column],
        ),
      );
    });
    rows.push(cells);
  });
  return rows;
}

function toCell(value: unknown, formula: unknown, format: unknown, text: unknown): GridCell | undefined {
  const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
  if (value === "" && !isFormula && (format === "General" || format === "")) return undefined;
  const held: CellValue = value === "" ? null : (value as string | number | boolean);
  const code = typeof format === "string" && format !== "" ? format : "General";
  const mask = typeof text === "string" ? maskOf(held, text, code) : null;
  return {
    // What the user's number format hides is not read either: nothing that we tell can give it away.
    value: mask ?? held,
    text: mask ?? shownText(held, text),
    formula: isFormula ? formula : null,
    format: code,
  };
}

/** A column that is too narrow shows ####: then the value itself is the text. */
function shownText(value: CellValue, text: unknown): string {
  if (typeof value === "string") return value;
  const shown = typeof text === "string" ? text : "";
  return value !== null && (shown === "" || /^#+$/.test(shown)) ? String(value) : shown;
}
