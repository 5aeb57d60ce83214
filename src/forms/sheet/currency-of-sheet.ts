import { currencyIn } from "../../text/currency";
import { filledColumns, ownTextAt, type SheetView } from "./sheet-view";

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
