import { cellLabel, type CellAddress } from "../expr/cell";
import { cellAt, EMPTY_CELL, type SheetGrid } from "../model/grid";
import type { UndoResult } from "../model/run";
import { OUTPUT_SHEETS, UNDONE_NOTICE } from "../model/sheetNames";
import { compileSheet } from "../report/compile";
import { contentOf } from "../report/ownCells";
import { Places } from "../report/places";
import { buildRunLog, logTime, openChanges, readRunLog, type LoggedChange } from "../report/runLog";
import { drawSheet, typedText } from "./drawSheet";
import { WorkbookFailure } from "./failure";
import type { ReadWorkbook } from "./read";

/** A cell as it stood before the first run that changed it. */
interface Restoration {
  readonly cell: CellAddress;
  readonly before: string;
  readonly after: string;
  readonly format: string;
}

/**
 * Takes back all that the runs of the log wrote: each cell gets what it held before the first of them, unless somebody
 * changed it since; such cells are left and named. Generated sheets are emptied, the log is kept and tells of it.
 */
export async function undoRuns(
  context: Excel.RequestContext,
  workbook: ReadWorkbook,
  now: Date,
): Promise<UndoResult> {
  const log = readRunLog(workbook.sheets.find((sheet) => sheet.name === OUTPUT_SHEETS.runLog));
  const changes = openChanges(log);
  if (changes.length === 0) throw new WorkbookFailure("nothing-to-undo");
  const restorations = foldChanges(changes);
  const [untouched, kept] = split(restorations, workbook.sheets);
  for (const { cell, before, format } of untouched) {
    const range = context.workbook.worksheets.getItem(cell.sheet).getCell(cell.row, cell.column);
    range.numberFormat = [[format]];
    range.formulas = [[before === "" ? "" : retyped(before)]];
  }
  emptyOutputs(context, workbook);
  const entries = undoEntries(changes, untouched, kept, now);
  drawSheet(
    context,
    compileSheet(buildRunLog([...log, ...entries]), new Places(), () => EMPTY_CELL, "formulas"),
    [],
  );
  await context.sync();
  return { restored: untouched.length, kept: kept.map(({ cell }) => cell) };
}

/** The log stores content as text: what was a number or logical value is typed as one again. */
function retyped(content: string): string | number | boolean {
  if (content.startsWith("=")) return content;
  if (content === "true" || content === "false") return content === "true";
  return content.trim() !== "" && Number.isFinite(Number(content)) ? Number(content) : typedText(content);
}

function foldChanges(changes: readonly LoggedChange[]): Restoration[] {
  const cells = new Map<string, Restoration>();
  for (const change of changes) {
    if (change.cell === null) continue;
    const label = cellLabel(change.cell);
    const first = cells.get(label);
    cells.set(label, {
      cell: change.cell,
      before: first?.before ?? change.before,
      format: first?.format ?? change.formatBefore,
      after: change.after,
    });
  }
  return [...cells.values()];
}

function split(
  restorations: readonly Restoration[],
  sheets: readonly SheetGrid[],
): [Restoration[], Restoration[]] {
  const untouched: Restoration[] = [];
  const kept: Restoration[] = [];
  for (const restoration of restorations) {
    const sheet = sheets.find(({ name }) => name === restoration.cell.sheet);
    const now =
      sheet === undefined ? null : contentOf(cellAt(sheet, restoration.cell.row, restoration.cell.column));
    (now === restoration.after ? untouched : kept).push(restoration);
  }
  return [untouched, kept];
}

function emptyOutputs(context: Excel.RequestContext, workbook: ReadWorkbook): void {
  const names = new Set<string>(Object.values(OUTPUT_SHEETS));
  for (const { name } of workbook.sheets) {
    if (!names.has(name) || name === OUTPUT_SHEETS.runLog) continue;
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.getRange().clear();
    for (const chart of workbook.charts.get(name) ?? []) sheet.charts.getItem(chart).delete();
    sheet.getRange("A1").values = [[UNDONE_NOTICE]];
  }
}

function undoEntries(
  changes: readonly LoggedChange[],
  untouched: readonly Restoration[],
  kept: readonly Restoration[],
  now: Date,
): LoggedChange[] {
  const runs = [...new Set(changes.map((change) => change.run))];
  const remark = `恢复 ${untouched.length} 个单元格${kept.length === 0 ? "" : `，${kept.length} 个已被改动，保留：${kept.map(({ cell }) => cellLabel(cell)).join("、")}`}`;
  return runs.map((run, index) => ({
    run,
    time: logTime(now),
    action: "撤销",
    cell: null,
    before: "",
    after: "",
    formatBefore: "",
    remark: index === runs.length - 1 ? remark : "",
  }));
}
