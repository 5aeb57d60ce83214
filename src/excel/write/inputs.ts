import { cellAt, columnCount, type SheetGrid } from "../../model/grid";
import { formulaProperty, type CellEntry } from "./entry";
import { WorkbookFailure } from "../failure";
import { bytesOf, rowBlocks, type MeasuredRequest } from "../measured-request";
import { MOST_COLUMNS } from "../read/read-cells";
import { rowRuns } from "./row-runs";
import { sameEntry } from "./user-cells";

/**
 * Queues reading the sheets once more that a result was computed from, in the request that begins to write it. What is
 * answered tells, after sending, whether a co-author changed a cell or moved rows since: the result would be of numbers
 * that stand there no longer, and its cells in the wrong rows.
 */
export async function queueInputs(
  request: MeasuredRequest,
  sheets: readonly SheetGrid[],
): Promise<() => void> {
  const checks: (() => void)[] = [];
  for (const sheet of sheets) {
    await request.reserve(3);
    const used = request.context.workbook.worksheets.getItem(sheet.name).getUsedRangeOrNullObject(true);
    used.load("rowIndex,rowCount,columnIndex,columnCount");
    checks.push(() => refuseOtherExtent(sheet, used));
    for (const block of blocksOf(sheet)) checks.push(await queueBlock(request, sheet, block));
  }
  return () => {
    for (const check of checks) check();
  };
}

type Rows = SheetGrid["rows"];
type Block = ReturnType<typeof rowBlocks<Rows[number]>>[number];

/** The filled rows in blocks: around a stray cell far below nothing was read. */
function blocksOf({ rows }: SheetGrid): Block[] {
  return rowRuns(rows).flatMap(({ first, count }) =>
    rowBlocks(rows.slice(first, first + count), bytesOfRow).map((block) => ({
      ...block,
      first: first + block.first,
    })),
  );
}

const bytesOfRow = (cells: Rows[number]): number =>
  cells.reduce((sum, cell) => sum + (cell === undefined ? 4 : bytesOf(formulaProperty(cell))), 0);

async function queueBlock(
  request: MeasuredRequest,
  sheet: SheetGrid,
  { first, rows, bytes }: Block,
): Promise<() => void> {
  await request.reserve(3, bytes);
  const width = Math.max(1, ...rows.map((cells) => cells.length));
  const range = request.context.workbook.worksheets
    .getItem(sheet.name)
    .getRangeByIndexes(first, 0, rows.length, width);
  range.load("formulas");
  return () => refuseOtherCells(sheet, first, range);
}

function refuseOtherCells(sheet: SheetGrid, first: number, { formulas }: Excel.Range): void {
  (formulas as CellEntry[][]).forEach((entries, row) =>
    entries.forEach((entry, column) => {
      const before = cellAt(sheet, first + row, column);
      if (isMasked(before.value, entry) || sameEntry(entry, formulaProperty(before))) return;
      throw new WorkbookFailure("changed-meanwhile", { sheet: sheet.name, row: first + row, column });
    }),
  );
}

/** A number that its format hides was read as what is shown. */
const isMasked = (read: unknown, entry: CellEntry): boolean =>
  typeof read === "string" && typeof entry === "number";

function refuseOtherExtent(sheet: SheetGrid, used: Excel.Range): void {
  const [rows, columns] = used.isNullObject
    ? [0, 0]
    : [used.rowIndex + used.rowCount, used.columnIndex + used.columnCount];
  // Stray cells far to the right were not read.
  if (columns > MOST_COLUMNS) return;
  if (rows === sheet.rows.length && (rows === 0 || columns === columnCount(sheet))) return;
  throw new WorkbookFailure("changed-meanwhile", {
    sheet: sheet.name,
    row: Math.max(0, Math.min(rows, sheet.rows.length) - 1),
    column: 0,
  });
}
