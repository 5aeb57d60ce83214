import { compact } from "../../text/characters";
import { labelOf } from "../../text/labels";
import { areaAt, shownAt, type SheetView } from "../sheet/sheet-view";
import { isDash, type SheetRow } from "./row-kinds";

/** The rows of one table: those that head it, those that hold its numbers and names. */
export interface TableRows {
  readonly heads: readonly SheetRow[];
  readonly body: readonly SheetRow[];
}

export type ColumnUse = "name" | "number" | "order" | "unit" | "note";

const ORDER = /^(?:序号|行次|行|编号|行号|栏次|代码|编码|科目编码)$/;
const UNIT = /^(?:单位|计量单位|度量单位|数据单位)$/;
const NOTE = /^(?:备注|说明|出处|依据|数据来源|变动原因.*|原因.*|.*说明|采购方式|文号)$/;
const UNIT_WORD =
  /^(?:[百千万亿]*元|%|人次?|个|份|家|户|次|批次?|项|台|套|辆|名|张|平方米|㎡|亩|米|公里|吨|天|月)$/;

/** How a column is headed, from the lowest row up; a header reaches over the blank cells to its right. */
export function headersOf(view: SheetView, { heads }: TableRows, column: number): string[] {
  const found: string[] = [];
  for (let index = heads.length - 1; index >= 0; index -= 1) {
    const text = headAt(view, heads, index, column);
    if (text !== "" && !found.includes(text)) found.push(text);
  }
  return found;
}

function headAt(view: SheetView, heads: readonly SheetRow[], index: number, column: number): string {
  const row = heads[index]?.row ?? 0;
  const own = shownAt(view, row, column);
  if (own !== "" || areaAt(view, row, column) !== null || index === heads.length - 1) return own;
  // Written without merging: the text to the left reaches here while the row below has a header of its own.
  const below = heads[index + 1];
  if (below === undefined || !below.cells.some((cell) => cell.column === column)) return "";
  for (let left = column - 1; left >= 0; left -= 1) {
    const text = shownAt(view, row, left);
    if (text !== "")
      return below.cells.some((cell) => cell.column === left) || /^其中/.test(compact(text)) ? text : "";
  }
  return "";
}

/** What each column of the table is for, by its header and by what stands below it. */
export function columnUses(view: SheetView, table: TableRows): ReadonlyMap<number, ColumnUse> {
  const uses = new Map<number, ColumnUse>();
  const columns = new Set(
    [...table.heads, ...table.body].flatMap(({ cells }) => cells.map(({ column }) => column)),
  );
  for (const column of columns) uses.set(column, useOf(view, table, column));
  return uses;
}

function useOf(view: SheetView, table: TableRows, column: number): ColumnUse {
  const header = labelOf(headersOf(view, table, column)[0] ?? "");
  if (ORDER.test(header)) return "order";
  const below = table.body.flatMap(({ cells }) => cells.filter((cell) => cell.column === column));
  const words = below.filter(({ number, text }) => number === null && !isDash(text));
  if (UNIT.test(header) && words.every(({ text }) => UNIT_WORD.test(compact(text)))) return "unit";
  const numbers = below.length - below.filter(({ number }) => number === null).length;
  if (NOTE.test(header) && words.length >= numbers) return "note";
  return words.length > numbers ? "name" : "number";
}

export const isUnitWord = (text: string): boolean => UNIT_WORD.test(compact(text));
