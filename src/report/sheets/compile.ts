import { cellReference, type CellAddress } from "../../expr/cell";
import { toDecimal } from "../../expr/decimal";
import { evaluate } from "../../expr/evaluate";
import { fromCellNumber, type Exact } from "../../expr/exact";
import type { Expression } from "../../expr/expression";
import { missingText } from "../../expr/missing";
import { nested, quoted, toFormula } from "../../expr/formula";
import { evaluateText, textFormula } from "../../expr/text";
import type { GridCell } from "../../model/grid";
import { isTextFormat } from "../../quantities/number-format";
import type { DraftCell, GuardedSource, SheetDraft } from "./draft";
import type { Places } from "./places";
import { widest } from "./sheet-builder";

/** What a formula's cell must show once calculated. */
export type Expected =
  { readonly kind: "number"; readonly value: Exact } | { readonly kind: "text"; readonly text: string };

/** A cell as it goes to Excel: a formula with its expected value, or a literal. */
export interface CompiledCell {
  /** A formula with `=`, a number, or plain text (not escaped). */
  readonly content: string | number;
  readonly isFormula: boolean;
  readonly format: string;
  readonly expected: Expected | null;
}

export interface CompiledSheet {
  readonly draft: SheetDraft;
  /** rows[row][column] from A1; null for an empty cell. Rectangular. */
  readonly cells: readonly (readonly (CompiledCell | null)[])[];
}

/** Looks up what a cell of the user's sheets holds. */
export type ReadCell = (at: CellAddress) => GridCell;

export const SOURCE_CHANGED = "源数据已改动";

/** Turns a draft into formulas (or, for values-only workbooks, into values) with the exact values that they must show. */
export function compileSheet(
  draft: SheetDraft,
  places: Places,
  read: ReadCell,
  output: "formulas" | "values",
): CompiledSheet {
  const width = Math.max(1, widest(draft.rows));
  const cells = draft.rows.map((row) => {
    const compiled = new Array<CompiledCell | null>(width).fill(null);
    row.forEach((cell, column) => {
      if (cell === undefined) return;
      compiled[column] = asOutput(withinLimits(compileCell(cell, draft.name, places, read)), output);
    });
    return compiled;
  });
  return { draft, cells };
}

/** What Excel takes in a formula and in a cell. */
const LONGEST_FORMULA = 8192;
const LONGEST_TEXT = 32_767;
const CUT = "……（内容过长，已截断）";

/** A longer formula would be refused with everything that is written beside it: its value stands there, and a longer text is cut. */
function withinLimits(cell: CompiledCell | null): CompiledCell | null {
  if (cell === null || typeof cell.content !== "string") return cell;
  if (cell.isFormula)
    return cell.content.length > LONGEST_FORMULA ? withinLimits(asOutput(cell, "values")) : cell;
  return { ...cell, content: cutTo(cell.content, LONGEST_TEXT) };
}

/** The text, or its beginning with a remark that there is more. */
export const cutTo = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - CUT.length)}${CUT}`;

/** A formula gives way to its value where no formulas are wanted. */
export function asOutput(cell: CompiledCell | null, output: "formulas" | "values"): CompiledCell | null {
  if (cell === null || output === "formulas" || !cell.isFormula || cell.expected === null) return cell;
  const content =
    cell.expected.kind === "number" ? Number(toDecimal(cell.expected.value)) : cell.expected.text;
  return content === "" ? null : { ...cell, content, isFormula: false, expected: null };
}

function compileCell(cell: DraftCell, sheet: string, places: Places, read: ReadCell): CompiledCell | null {
  const { format = "General" } = cell;
  switch (cell.kind) {
    case "text":
      return cell.text === "" ? null : { content: cell.text, isFormula: false, format, expected: null };
    case "count":
      return { content: cell.value, isFormula: false, format, expected: null };
    case "number": {
      const expected = expectedOf(cell.of);
      return { content: toFormula(cell.of, sheet, places), isFormula: true, format, expected };
    }
    case "live-text":
      return textual(textFormula(cell.of, sheet, places), evaluateText(cell.of), format);
    case "copied-text":
      return copied(cell.from, sheet, read, cell.text);
    case "link":
      return textual(
        `=HYPERLINK(${quoted(`#${cellReference(cell.to, "")}`)},${quoted(cell.text)})`,
        cell.text,
        format,
      );
    case "source-guard":
      return textual(guardFormula(cell.sources, sheet, read), "", format);
  }
}

function expectedOf(of: Expression): Expected | null {
  const value = evaluate(of);
  if (value !== null) return { kind: "number", value };
  const shown = missingText(of);
  return shown === null ? null : { kind: "text", text: shown };
}

function textual(formula: string, shown: string, format: string): CompiledCell {
  return { content: formula, isFormula: true, format, expected: { kind: "text", text: shown } };
}

/** Follows the user's cell; a number keeps its format, so that 95% does not become 0.95. */
function copied(from: CellAddress, sheet: string, read: ReadCell, shown: string): CompiledCell | null {
  const source = read(from);
  const content = `=${cellReference(from, sheet)}`;
  if (source.value === null)
    return shown === "" ? null : { content: shown, isFormula: false, format: "General", expected: null };
  // A number in a cell formatted as text is shown as that text.
  return isTextFormat(source.format) && source.value !== null
    ? textual(content, String(source.value), "General")
    : { content, isFormula: true, format: source.format, expected: expectedCopy(source.value) };
}

function expectedCopy(value: GridCell["value"]): Expected | null {
  if (typeof value === "string") return { kind: "text", text: value };
  const number = typeof value === "number" ? fromCellNumber(value) : null;
  return number === null ? null : { kind: "number", value: number };
}

// Excel takes no string literal above 255 characters in a formula.
const LONGEST_LITERAL = 200;

function guardFormula(sources: readonly GuardedSource[], sheet: string, read: ReadCell): string {
  const tests = sources.map((source) => {
    const reference = cellReference(source.cell, sheet);
    const { value, format } = read(source.cell);
    // In a cell formatted as text a number that is typed anew is a text.
    const holds = isTextFormat(format) ? sameTypedNumber : sameNumber;
    if (source.kind === "number") return holds(reference, source.value);
    // A number that was read in another way than as it stands: a date, a share without its percent sign.
    const number = typeof value === "number" ? fromCellNumber(value) : null;
    if (number !== null) return holds(reference, number);
    // The cell's text to the letter: TRIM takes no full-width spaces away and joins double ones.
    const text = typeof value === "string" ? value : source.text;
    return text.length > LONGEST_LITERAL
      ? `LEFT(${reference},${LONGEST_LITERAL})=${quoted(text.slice(0, LONGEST_LITERAL))}`
      : `${reference}=${quoted(text)}`;
  });
  return `=IF(${nested("AND", tests)},"",${quoted(SOURCE_CHANGED)})`;
}

function sameNumber(reference: string, value: Exact): string {
  return `ROUND(N(${reference})-${bracketNegative(value)},9)=0`;
}

const sameTypedNumber = (reference: string, value: Exact): string =>
  `IFERROR(ROUND(VALUE(TRIM(${reference}))-${bracketNegative(value)},9)=0,FALSE)`;

function bracketNegative(value: Exact): string {
  const text = toDecimal(value, 12);
  return text.startsWith("-") ? `(${text})` : text;
}
