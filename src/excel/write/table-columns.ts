import type { CellAddress } from "../../expr/cell";
import { isPointer } from "../../kept/log-content";
import { cellAt, type SheetGrid } from "../../model/grid";
import { WorkbookFailure } from "../failure";
import { bytesOf, MeasuredRequest, rowBlocks } from "../measured-request";
import type { ReadWorkbook } from "../read/read-workbook";
import { entryOfCell, formulaProperty, type CellEntry } from "./entry";
import { sameEntry } from "./user-cells";

/** What a cell of the user's is to hold after the run. */
export interface EnteredCell {
  readonly at: CellAddress;
  readonly entry: CellEntry;
}

interface Column {
  readonly grid: SheetGrid;
  readonly column: number;
  /** By row. */
  readonly entries: ReadonlyMap<number, CellEntry>;
}

const ATTEMPTS = 2;

/** Asks, in the request that writes, which sheets have tables by now; the answer is ready after sending. */
export async function queueTables(
  request: MeasuredRequest,
  cells: readonly { readonly at: CellAddress }[],
): Promise<() => ReadonlySet<string>> {
  const counts: { name: string; count: OfficeExtension.ClientResult<number> }[] = [];
  for (const name of new Set(cells.map(({ at }) => at.sheet))) {
    await request.reserve(2);
    counts.push({ name, count: request.context.workbook.worksheets.getItem(name).tables.getCount() });
  }
  return () => new Set(counts.filter(({ count }) => count.value > 0).map(({ name }) => name));
}

/**
 * In a table (插入 › 表格) Excel fills a formula that is written to one cell down the whole column (office-js #2093, by
 * design). The columns that were written to are read back, and cells that hold our formula and are not ours get again
 * what they held. Costs nothing where no sheet that was written to has a table.
 * @throws WorkbookFailure table-filled where Excel fills again
 */
export async function settleTables(
  context: Excel.RequestContext,
  workbook: Pick<ReadWorkbook, "sheets" | "tables">,
  cells: readonly EnteredCell[],
): Promise<void> {
  const columns = columnsOf(workbook, cells);
  if (columns.length === 0) return;
  for (let attempt = 1; ; attempt += 1) {
    const overwritten = await findOverwritten(context, columns);
    const [first] = overwritten;
    if (first === undefined) return;
    if (attempt > ATTEMPTS)
      throw new WorkbookFailure("table-filled", {
        sheet: first.grid.name,
        row: first.rows[0] ?? 0,
        column: first.column,
      });
    await putBack(context, overwritten);
  }
}

function columnsOf(
  { sheets, tables }: Pick<ReadWorkbook, "sheets" | "tables">,
  cells: readonly EnteredCell[],
): Column[] {
  const columns = new Map<string, { grid: SheetGrid; column: number; entries: Map<number, CellEntry> }>();
  for (const { at, entry } of cells) {
    const grid = sheets.find(({ name }) => name === at.sheet);
    if (grid === undefined || !tables.has(at.sheet)) continue;
    const key = `${at.column} ${at.sheet}`;
    const column = columns.get(key) ?? { grid, column: at.column, entries: new Map<number, CellEntry>() };
    column.entries.set(at.row, entry);
    columns.set(key, column);
  }
  return [...columns.values()];
}

type Overwritten = Column & { readonly rows: readonly number[] };

async function findOverwritten(
  context: Excel.RequestContext,
  columns: readonly Column[],
): Promise<Overwritten[]> {
  const request = new MeasuredRequest(context);
  const read: { column: Column; first: number; range: Excel.Range }[] = [];
  for (const column of columns)
    for (const { first, rows, bytes } of rowBlocks(column.grid.rows, () => 80)) {
      await request.reserve(3, bytes);
      const range = rangeAt(context, column, first, rows.length);
      range.load("formulas");
      read.push({ column, first, range });
    }
  await request.send();
  const found = new Map<Column, number[]>();
  for (const { column, first, range } of read)
    (range.formulas as CellEntry[][]).forEach(([now = ""], index) => {
      if (!isFilledOver(column, first + index, now)) return;
      found.set(column, [...(found.get(column) ?? []), first + index]);
    });
  return [...found].map(([column, rows]) => ({ ...column, rows }));
}

/** Not ours, and holds a formula that only we write: whatever else stands there is the business of whoever wrote it. */
function isFilledOver({ grid, column, entries }: Column, row: number, now: CellEntry): boolean {
  const before = formulaProperty(cellAt(grid, row, column));
  return !entries.has(row) && typeof now === "string" && isPointer(now) && !sameEntry(now, before);
}

/** Where no row is hidden the column is written as one: what is said of every cell leaves Excel none to fill. */
async function putBack(context: Excel.RequestContext, columns: readonly Overwritten[]): Promise<void> {
  const request = new MeasuredRequest(context);
  for (const one of columns) {
    const touched = [...one.rows, ...one.entries.keys()].sort((a, b) => a - b);
    const [first = 0, last = 0] = [touched[0], touched.at(-1)];
    const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const blocks = all.some((row) => one.grid.hiddenRows.has(row)) ? one.rows.map((row) => [row]) : [all];
    for (const rows of blocks) {
      const entries = rows.map((row) => [
        one.entries.get(row) ?? entryOfCell(cellAt(one.grid, row, one.column)),
      ]);
      await request.reserve(
        3,
        entries.reduce((sum, [entry]) => sum + bytesOf(entry), 0),
      );
      rangeAt(context, one, rows[0] ?? 0, rows.length).formulas = entries;
    }
  }
  await request.send();
}

function rangeAt(
  context: Excel.RequestContext,
  { grid, column }: Column,
  row: number,
  count: number,
): Excel.Range {
  return context.workbook.worksheets.getItem(grid.name).getRangeByIndexes(row, column, count, 1);
}
