import { compact } from "../../text/characters";
import type { Quantity } from "../../model/quantity";
import { parseNumber } from "../../quantities/quantity";
import { currencyIn } from "../../text/currency";
import { anchorOf, filledColumns, gridCellAt, ownTextAt, type SheetView } from "../sheet/sheet-view";

/** A filled cell of a row, and whether a number stands in it. */
export interface RowCell {
  readonly column: number;
  readonly text: string;
  /** Null for words. */
  readonly number: Quantity | null;
}

/**
 * What a row is by its cells alone: `line` is one piece of text by itself (a title, a section, a name without numbers),
 * `names` several texts without a number (a header, as a rule), `meta` 填报单位：… 单位：万元, `numbers` holds a number.
 */
export type RowKind = "blank" | "line" | "names" | "meta" | "numbers";

export interface SheetRow {
  readonly row: number;
  readonly kind: RowKind;
  readonly cells: readonly RowCell[];
}

const NUMBERED_NAME = /^\d{1,2}(?:[.、)．]|\.)\s*\p{Script=Han}/u;
const MANY_WORDS = /\p{Script=Han}{5,}|^(?:19|20)\d{2}年/u;
const META =
  /^(?:填报|编制|编报|报送|主管|评价|被评价|预算)?(?:单位|部门|日期|时间|年度|对象)(?:名称|\(盖章\))?:|^(?:金额)?单位:/;

export function rowOf(view: SheetView, row: number): SheetRow {
  const cells = filledColumns(view, row).map((column): RowCell => {
    const text = ownTextAt(view, row, column);
    return { column, text, number: numberIn(view, row, column, text) };
  });
  return { row, cells, kind: kindOf(cells) };
}

function kindOf(cells: readonly RowCell[]): RowKind {
  if (cells.length === 0) return "blank";
  const texts = cells.filter(({ number }) => number === null);
  if (cells.some(({ text }) => META.test(compact(text)) || currencyAlone(text))) {
    const meansNumber = cells.some(({ number, text }) => number !== null && !currencyAlone(text));
    if (!meansNumber) return "meta";
  }
  // `2022年 | 2023年`, or 2022 | 2023 typed as numbers, head a table.
  const years = cells.filter(({ text, number }) => number !== null && /^(?:19|20)\d{2}$/.test(compact(text)));
  if (texts.length > 0 && texts.length + years.length === cells.length && years.length > 1) return "names";
  if (texts.length < cells.length) return "numbers";
  return cells.length === 1 ? "line" : "names";
}

/** `单位：万元`, `（金额单位：元）`, not `采购预算（万元）`. */
const currencyAlone = (text: string): boolean =>
  currencyIn(text) !== null &&
  /^\(?(?:金额|货币)?(?:单位)?:?(?:人民币)?[百千万亿]*元\)?$/.test(compact(text));

/** The cell's number; a name that begins with a number (`1.公务接待费`, `10个独立核算单位`) is words. */
function numberIn(view: SheetView, row: number, column: number, text: string): Quantity | null {
  const cell = gridCellAt(view, row, column);
  if (typeof cell.value === "string" && (NUMBERED_NAME.test(text) || MANY_WORDS.test(text))) return null;
  const read = parseNumber(cell, anchorOf(view, row, column));
  if (read.nature === "undisclosed") return read;
  return read.nature === "number" && read.comparison === "none" ? read : null;
}

/** No number is meant here: `-`, `—`, `/`. */
export const isDash = (text: string): boolean => /^[-–—―/─_*]+$/.test(compact(text));
