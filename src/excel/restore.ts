import { cellAt, type GridCell, type SheetGrid } from "../model/grid";
import type { SheetWrite, UserWrite } from "../report/plan";
import type { ColumnRun } from "./columnRuns";
import { typed } from "./drawSheet";
import type { ReadWorkbook } from "./read";

/** What the cells of each run held in the moment before they were overwritten: [run][row][0]. */
export type FoundContent = readonly (readonly (readonly unknown[])[])[];

/**
 * Puts back what a failed write changed: the user's cells first, then the output sheets as they were.
 * `found` is what stood there at the last moment, where the request got that far. Answers whether it succeeded.
 */
export async function restore(
  context: Excel.RequestContext,
  runs: readonly ColumnRun<UserWrite>[],
  found: FoundContent | null,
  writes: readonly SheetWrite[],
  workbook: ReadWorkbook,
): Promise<boolean> {
  try {
    runs.forEach((run, index) => {
      const range = context.workbook.worksheets
        .getItem(run.sheet)
        .getRangeByIndexes(run.row, run.column, run.items.length, 1);
      range.numberFormat = run.items.map((write) => [write.before.format]);
      range.formulas = run.items.map((write, row) => [
        escaped(found?.[index]?.[row]?.[0]) ?? original(write.before),
      ]);
    });
    await context.sync();
    await restoreSheets(context, writes, workbook);
    return true;
  } catch {
    return false;
  }
}

function escaped(content: unknown): string | number | boolean | null {
  if (typeof content === "string") return typed({ content, isFormula: content.startsWith("=") });
  return typeof content === "number" || typeof content === "boolean" ? content : null;
}

/** A cell's content as it is typed to stand there again. */
export function original(cell: GridCell): string | number | boolean {
  if (cell.formula !== null) return cell.formula;
  if (cell.value === null) return "";
  return typeof cell.value === "string" ? typed({ content: cell.value, isFormula: false }) : cell.value;
}

async function restoreSheets(
  context: Excel.RequestContext,
  writes: readonly SheetWrite[],
  workbook: ReadWorkbook,
): Promise<void> {
  const sheets = writes.map((write) => {
    const { name } = write.sheet.draft;
    return {
      before: workbook.sheets.find((sheet) => sheet.name === name),
      sheet: context.workbook.worksheets.getItemOrNullObject(name),
    };
  });
  await context.sync();
  for (const { before, sheet } of sheets) {
    if (sheet.isNullObject) continue;
    sheet.getRange().clear();
    if (before !== undefined) writeGrid(sheet, before);
  }
  await context.sync();
}

function writeGrid(sheet: Excel.Worksheet, grid: SheetGrid): void {
  const width = Math.max(0, ...grid.rows.map((row) => row.length));
  if (grid.rows.length === 0 || width === 0) return;
  const range = sheet.getRangeByIndexes(0, 0, grid.rows.length, width);
  const columns = Array.from({ length: width }, (_, column) => column);
  range.numberFormat = grid.rows.map((_, row) => columns.map((column) => cellAt(grid, row, column).format));
  range.formulas = grid.rows.map((_, row) => columns.map((column) => original(cellAt(grid, row, column))));
}
