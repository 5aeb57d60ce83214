import type { GridCell } from "../../model/grid";

/** What Excel takes for a cell: a formula with `=`, text as it is typed, a number or a logical value. */
export type CellEntry = string | number | boolean;

export const isFormula = (entry: CellEntry | null): boolean =>
  typeof entry === "string" && entry.startsWith("=");

/** The format that gives way to that of what a formula refers to, when the formula is entered. */
export const isGeneral = (format: string | null): boolean => format === "General";

/** What is typed so that Excel keeps the content as meant; null empties the cell. */
export function entryOf(content: CellEntry | null): CellEntry {
  if (content === null) return "";
  return typeof content === "string" && !content.startsWith("=") ? typedText(content) : content;
}

// What Excel reads as a formula, a number, an amount or an error by its first sign; logical values; and "May 5", "1e3".
const READ_OTHERWISE = /^[=+\-@'#\d.(（￥¥$€£%\s０-９＝＋－＠]|^(?:true|false)\s*$|^(?=.*\d)[\x20-\x7e]+$/i;

// 上午8:30, 下午3时30分, 五月五日, 二〇二三年: what a Chinese Excel takes for a time or a date.
const CHINESE_TIME =
  /^(?:(?:上午|下午|凌晨|中午|早上|晚上)\s*[\d〇零一二三四五六七八九十].*|[〇零○一二三四五六七八九十廿卅]+[年月日号时点].*)$/;

/** Text from data never becomes a formula, a date or a number. */
export function typedText(text: string): string {
  return READ_OTHERWISE.test(text) || CHINESE_TIME.test(text) ? `'${text}` : text;
}

const ERROR_VALUE = /^#(?:N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|DIV\/0!)$/;

/** A cell's content as it is typed to stand there again. */
export function entryOfCell(cell: GridCell): CellEntry {
  if (cell.formula !== null) return cell.formula;
  if (cell.value === null) return "";
  if (typeof cell.value !== "string") return cell.value;
  return ERROR_VALUE.test(cell.value) ? cell.value : typedText(cell.value);
}

/** What `formulas` answers for a cell that was read before. */
export function formulaProperty(cell: GridCell): CellEntry {
  return cell.formula ?? cell.entry ?? cell.value ?? "";
}
