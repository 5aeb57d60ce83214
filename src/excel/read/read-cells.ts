import { maskOf } from "../../quantities/masked";
import type { CellValue, GridCell } from "../../model/grid";
import { officeCode } from "../office-errors";
import { shownNumber } from "./shown-number";

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
  const shown = shownText(held, text, code);
  const mask = typeof text === "string" ? maskOf(held, text === "" ? shown : text, code) : null;
  return {
    ...(!isFormula && isConstant(formula) && formula !== value && { entry: formula }),
    // What the user's number format hides is not read either: nothing that we tell can give it away.
    value: mask ?? held,
    text: mask ?? shown,
    formula: isFormula ? formula : null,
    format: code,
  };
}

const isConstant = (entry: unknown): entry is string | number | boolean =>
  typeof entry === "string" || typeof entry === "number" || typeof entry === "boolean";

/** A column that is too narrow shows ####, a hidden one perhaps nothing: then the number format says what it would show. */
function shownText(value: CellValue, text: unknown, format: string): string {
  if (typeof value === "string") return value;
  const shown = typeof text === "string" ? text : "";
  if (value === null || (shown !== "" && !/^#+$/.test(shown))) return shown;
  if (typeof value === "number") return shownNumber(value, format) ?? (shown === "" ? "" : String(value));
  return String(value);
}
