import { filledAreas, type Area } from "./filled-areas";
import { MeasuredRequest } from "../measured-request";
import { isTooLarge, loadCells, rowsOf, type Rows } from "./read-cells";

/** With four properties of some 25 bytes each, about 2 MB. */
const CELLS_PER_BLOCK = 20_000;

/** The rows of a sheet that is too large for one answer: where it is filled, in blocks. */
export async function readRows(
  context: Excel.RequestContext,
  name: string,
  { rowIndex: row, columnIndex: column, rowCount, columnCount }: Excel.Range,
): Promise<Rows> {
  const rows: Rows = [];
  const used = { row, column, rowCount, columnCount };
  for (const area of await filledAreas(context, name, used)) await readArea(context, name, area, rows);
  return rows;
}

async function readArea(context: Excel.RequestContext, name: string, area: Area, rows: Rows): Promise<void> {
  const measured = new MeasuredRequest(context);
  const end = area.row + area.rowCount;
  let size = Math.max(1, Math.floor(CELLS_PER_BLOCK / area.columnCount));
  for (let row = area.row; row < end;) {
    const count = Math.min(size, end - row);
    const block = context.workbook.worksheets
      .getItem(name)
      .getRangeByIndexes(row, area.column, count, area.columnCount);
    loadCells(block);
    try {
      await measured.send();
    } catch (error) {
      // Cells of long texts: the same rows again, fewer at a time.
      if (!isTooLarge(error) || count === 1) throw error;
      size = Math.ceil(count / 4);
      continue;
    }
    rowsOf(block, rows);
    row += count;
  }
}
