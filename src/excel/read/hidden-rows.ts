import { MeasuredRequest } from "../measured-request";
import { rowBlocksOf } from "../write/row-runs";

/** Rows of one answer; a row's property takes some 20 bytes. */
const ROWS_PER_BLOCK = 100_000;

/** Of the rows that were read those, counted from 0 on the sheet, that are hidden or filtered out. */
export async function hiddenRowsOf(
  context: Excel.RequestContext,
  name: string,
  rows: readonly (readonly unknown[])[],
): Promise<Set<number>> {
  const hidden = new Set<number>();
  const request = new MeasuredRequest(context);
  for (const { first, count } of rowBlocksOf(rows, ROWS_PER_BLOCK)) {
    const answer = context.workbook.worksheets
      .getItem(name)
      .getRangeByIndexes(first, 0, count, 1)
      .getRowProperties({ rowHidden: true });
    await request.send();
    answer.value.forEach((row, index) => {
      if (row.rowHidden === true) hidden.add(first + index);
    });
  }
  return hidden;
}
