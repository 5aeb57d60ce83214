import { MeasuredRequest } from "./measuredRequest";

/** Rows of one answer; a row's property takes some 20 bytes. */
const ROWS_PER_BLOCK = 100_000;

/** The rows, counted from 0 on the sheet, that are hidden or filtered out. */
export async function hiddenRowsOf(
  context: Excel.RequestContext,
  name: string,
  { rowIndex, rowCount }: Pick<Excel.Range, "rowIndex" | "rowCount">,
): Promise<Set<number>> {
  const hidden = new Set<number>();
  const request = new MeasuredRequest(context);
  for (let first = rowIndex; first < rowIndex + rowCount; first += ROWS_PER_BLOCK) {
    const answer = context.workbook.worksheets
      .getItem(name)
      .getRangeByIndexes(first, 0, Math.min(ROWS_PER_BLOCK, rowIndex + rowCount - first), 1)
      .getRowProperties({ rowHidden: true });
    await request.send();
    answer.value.forEach((row, index) => {
      if (row.rowHidden === true) hidden.add(first + index);
    });
  }
  return hidden;
}
