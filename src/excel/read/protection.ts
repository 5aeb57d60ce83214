import type { CellAddress } from "../../expr/cell";
import { MeasuredRequest } from "../measured-request";
import { rowBlocksOf } from "../write/row-runs";

/** What a protected sheet still allows. */
export interface SheetProtection {
  readonly isLocked: (at: CellAddress) => boolean;
  readonly allowsFormats: boolean;
}

/** Rows of one answer; a cell's property takes some 45 bytes. */
const CELLS_PER_BLOCK = 60_000;

/** Reads which cells in use are locked; a cell outside them counts as locked, as cells are unless somebody unlocks them. */
export async function lockedCells(
  context: Excel.RequestContext,
  name: string,
  rows: readonly (readonly unknown[])[],
): Promise<(at: CellAddress) => boolean> {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const size = Math.max(1, Math.floor(CELLS_PER_BLOCK / width));
  const unlocked = new Set<string>();
  const request = new MeasuredRequest(context);
  for (const { first, count } of rowBlocksOf(rows, size)) {
    const answer = context.workbook.worksheets
      .getItem(name)
      .getRangeByIndexes(first, 0, count, width)
      .getCellProperties({ format: { protection: true } });
    await request.send();
    answer.value.forEach((line, row) =>
      line.forEach((cell, column) => {
        if (cell.format?.protection?.locked === false) unlocked.add(`${first + row},${column}`);
      }),
    );
  }
  return ({ row, column }) => !unlocked.has(`${row},${column}`);
}
