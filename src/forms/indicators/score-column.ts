import { addressAt } from "../../model/grid";
import { lastColumnOf, type IndicatorHeader } from "./indicator-header";
import { filledColumns, headerAt, ownTextAt, type SheetView } from "../sheet/sheet-view";

const ROWS_ABOVE = 20;

/**
 * A form may head its score column once, at the top, and print the block's score in the header row of the indicators
 * (`自评得分` over `20`, `50` and the scores). Such a column, right of the others, is the score column.
 */
export function withScoreColumnFromAbove(
  view: SheetView,
  header: IndicatorHeader,
  endRow: number,
): IndicatorHeader {
  if (header.scores.length > 0) return header;
  for (let column = lastColumnOf(header) + 1; column < view.columns; column += 1) {
    const top = scoreLabelAbove(view, header.firstRow, column);
    if (top === null || !holdsNumbers(view, header, column, endRow)) continue;
    const field = { text: ownTextAt(view, top, column), cell: addressAt(view.grid, top, column) };
    return { ...header, scores: [column], columns: [...header.columns, { role: "score", header: field }] };
  }
  return header;
}

function scoreLabelAbove(view: SheetView, row: number, column: number): number | null {
  for (let above = row - 1; above >= Math.max(0, row - ROWS_ABOVE); above -= 1)
    if (headerAt(view, above, column)?.role === "score") return above;
  return null;
}

/** Beside at least half of the named rows, and no other text. */
function holdsNumbers(view: SheetView, header: IndicatorHeader, column: number, endRow: number): boolean {
  let named = 0;
  let numbers = 0;
  for (let row = header.lastRow + 1; row < endRow; row += 1) {
    if (ownTextAt(view, row, header.leaf) === "" || filledColumns(view, row).length < 2) continue;
    const value = view.grid.rows[row]?.[column]?.value ?? null;
    if (typeof value === "string" && value.trim() !== "") return false;
    named += 1;
    if (typeof value === "number") numbers += 1;
  }
  return numbers > 0 && numbers * 2 >= named;
}
