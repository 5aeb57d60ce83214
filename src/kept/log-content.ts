import { sheetReference } from "../expr/cell";
import type { GridCell } from "../model/grid";
import { OUTPUT_SHEETS } from "../model/sheet-names";

/** What the run log says of a cell's content; null is an empty cell. */
export interface LoggedContent {
  readonly content: string | number | boolean | null;
  /** A text that Excel would take for a formula, a number or a logical value if it were typed as it is. */
  readonly isText: boolean;
}

/** The cell's formula or value as the run log writes it down: one line of text. */
export function contentOf(cell: GridCell): string {
  return cell.formula ?? pointerTextOf(cell) ?? valueOf(cell.value);
}

/** A pointer of ours that the cell keeps as text, because its format is text; null for any other cell. */
export const pointerTextOf = ({ value, formula }: GridCell): string | null =>
  formula === null && typeof value === "string" && isPointer(value) ? value : null;

/** A value as the run log writes it down; text that reads otherwise begins with an apostrophe, as it would be typed. */
export function valueOf(value: GridCell["value"]): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  return value.startsWith("'") || typeof read(value) !== "string" || value.startsWith("=")
    ? `'${value}`
    : value;
}

/** Reads what `contentOf` wrote. */
export function contentFrom(logged: string): LoggedContent {
  if (logged === "") return { content: null, isText: false };
  if (logged.startsWith("'")) return { content: logged.slice(1), isText: true };
  return { content: logged.startsWith("=") ? logged : read(logged), isText: false };
}

function read(text: string): string | number | boolean {
  if (text === "true" || text === "false") return text === "true";
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}

const POINTER = `=${sheetReference(OUTPUT_SHEETS.workingPaper)}!`;

/** A formula that shows a result of the working paper: only the add-in writes such ones. */
export const isPointer = (content: string): boolean => content.startsWith(POINTER);

/** Excel gives formulas back as it writes them: blanks and needless quotes do not count. */
export function sameContent(a: string, b: string): boolean {
  return a === b || (a.startsWith("=") && a.replace(/[\s']/g, "") === b.replace(/[\s']/g, ""));
}
