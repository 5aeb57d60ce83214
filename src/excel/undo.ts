import { cellLabel, type CellAddress } from "../expr/cell";
import { cellAt, EMPTY_CELL, type SheetGrid } from "../model/grid";
import type { UndoResult } from "../model/run";
import { OUTPUT_SHEETS, UNDONE_NOTICE } from "../model/sheetNames";
import { compileSheet, type CompiledSheet } from "../report/compile";
import { contentOf } from "../report/ownCells";
import { Places } from "../report/places";
import { buildRunLog, logTime, openChanges, readRunLog, type LoggedChange } from "../report/runLog";
import { drawingOf, drawSheet, emptySheet } from "./drawSheet";
import type { CellEntry } from "./entry";
import { WorkbookFailure } from "./failure";
import { MeasuredRequest } from "./measuredRequest";
import { asFailure, wasRefusedOutright } from "./officeErrors";
import type { ReadWorkbook } from "./read";
import { restore } from "./restore";
import { queueCells, refuseIfChanged, type CellChange, type FoundCells } from "./userCells";

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
 *
 * The user's cells and the log go first, in one request that is put back should it fail. From then on the undoing is
 * done, and says so in the log: emptying the generated sheets is only tried again.
 */
export async function undoRuns(
  context: Excel.RequestContext,
  workbook: ReadWorkbook,
  now: Date,
): Promise<UndoResult> {
  const logGrid = workbook.sheets.find((sheet) => sheet.name === OUTPUT_SHEETS.runLog);
  const log = readRunLog(logGrid);
  const changes = openChanges(log);
  if (changes.length === 0) throw new WorkbookFailure("nothing-to-undo");
  const [untouched, kept] = split(foldChanges(changes), workbook.sheets);
  const cells = untouched.map((restoration) => undoingChange(restoration, workbook));
  const locked = cells.find(({ at }) => workbook.protections.get(at.sheet)?.isLocked(at) === true);
  if (locked !== undefined) throw new WorkbookFailure("protected-sheet", locked.at, locked.at.sheet);
  const entries = undoEntries(changes, untouched, kept, now);
  const newLog = compileSheet(buildRunLog([...log, ...entries]), new Places(), () => EMPTY_CELL, "formulas");
  await giveBack(context, workbook, cells, newLog, logGrid);
  await emptyOutputs(context, workbook);
  return { restored: untouched.length, kept: kept.map(({ cell }) => cell) };
}

async function giveBack(
  context: Excel.RequestContext,
  workbook: ReadWorkbook,
  cells: readonly CellChange[],
  newLog: CompiledSheet,
  logGrid: SheetGrid | undefined,
): Promise<void> {
  const request = new MeasuredRequest(context);
  let found: FoundCells | null = null;
  try {
    const present = await queueCells(request, cells);
    await drawSheet(request, drawingOf(newLog), workbook.charts.get(newLog.draft.name) ?? []);
    await request.send();
    found = present();
    refuseIfChanged(cells, found);
  } catch (error) {
    const sheets = [{ compiled: newLog, before: logGrid }];
    const nothingDone = !request.hasSent && wasRefusedOutright(error, workbook);
    throw asFailure(error, nothingDone || (await restore(context, { cells, sheets, found })), workbook);
  }
}

function undoingChange({ cell, before, format }: Restoration, workbook: ReadWorkbook): CellChange {
  const sheet = workbook.sheets.find(({ name }) => name === cell.sheet);
  const present = sheet === undefined ? EMPTY_CELL : cellAt(sheet, cell.row, cell.column);
  const allowed = workbook.protections.get(cell.sheet)?.allowsFormats !== false;
  return {
    at: cell,
    content: before === "" ? null : retyped(before, format),
    format: allowed && present.format !== format ? format : null,
    before: present,
  };
}

/** The log stores content as text: what was a number or logical value is typed as one again. */
function retyped(content: string, format: string): CellEntry {
  if (content.startsWith("=") || format === TEXT_FORMAT) return content;
  if (content === "true" || content === "false") return content === "true";
  return content.trim() !== "" && Number.isFinite(Number(content)) ? Number(content) : content;
}

/** A cell of this format keeps numbers as text. */
const TEXT_FORMAT = "@";

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
    // A run that was cut off has not written every cell that its log names.
    if (now !== null && now === restoration.before && now !== restoration.after) continue;
    (now === restoration.after ? untouched : kept).push(restoration);
  }
  return [untouched, kept];
}

const ATTEMPTS = 2;
const PAUSE_MILLISECONDS = 250;

/** The sheets are looked up anew: one may be gone, and an attempt that failed may have done part of the work. */
async function emptyOutputs(context: Excel.RequestContext, workbook: ReadWorkbook): Promise<void> {
  const names: readonly string[] = Object.values(OUTPUT_SHEETS);
  const targets = workbook.sheets
    .map(({ name }) => name)
    .filter((name) => names.includes(name) && name !== OUTPUT_SHEETS.runLog)
    .filter((name) => !workbook.protections.has(name));
  let charts = workbook.charts;
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (attempt > 1) charts = await presentCharts(context, targets);
      const request = new MeasuredRequest(context);
      for (const name of targets) {
        if (!charts.has(name)) continue;
        const sheet = context.workbook.worksheets.getItem(name);
        await emptySheet(request, sheet, charts.get(name) ?? []);
        sheet.getRange("A1").values = [[UNDONE_NOTICE]];
      }
      await request.send();
      return;
    } catch (error) {
      if (attempt === ATTEMPTS) throw asFailure(error, false, workbook);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
    }
  }
}

/** Charts by sheet, of the sheets that are there. */
async function presentCharts(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<Map<string, string[]>> {
  const found = names.map((name) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load("name");
    const { charts } = sheet;
    charts.load("items/name");
    return { name, sheet, charts };
  });
  await context.sync();
  return new Map(
    found.flatMap(({ name, sheet, charts }) =>
      sheet.isNullObject ? [] : [[name, charts.items.map((chart) => chart.name)] as const],
    ),
  );
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
