import { compact } from "../text/characters";
import { filledColumns, ownTextAt, type SheetView } from "./sheet/sheet-view";

const IN_BRACKETS = /[([【]\s*(?:人民币|金额|单位)?[:]?\s*(亿元|千万元|百万元|万元|千元|元)\s*[)\]】]/;
const STATED = /(?:金额)?单位[:]?(?:人民币)?[:]?(亿元|千万元|百万元|万元|千元|元)/;

/** `项目资金（万元）`, `单位：元`, `金额(万元)`; null where the text names no unit of money. */
export function currencyIn(text: string): string | null {
  const tight = compact(text);
  return STATED.exec(tight)?.[1] ?? IN_BRACKETS.exec(tight)?.[1] ?? null;
}

/** The unit of money stated nearest above a row, within the lines of a form's head. */
export function currencyOfSheet(view: SheetView, row: number): string | null {
  for (let above = Math.min(row, view.rows - 1); above >= Math.max(0, row - 12); above -= 1) {
    for (const column of filledColumns(view, above)) {
      const currency = currencyIn(ownTextAt(view, above, column));
      if (currency !== null) return currency;
    }
  }
  return null;
}
