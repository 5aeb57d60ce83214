import { cellLabel, type CellAddress } from "../expr/cell";
import { CellMap } from "../expr/cell-map";
import { cellAt, EMPTY_CELL, type GridCell, type SheetGrid } from "../model/grid";
import type { UndoResult } from "../model/run";
import { isOutputSheet, OUTPUT_NAMES, OUTPUT_SHEETS, UNDONE_NOTICE } from "../model/sheet-names";
import { isTextFormat } from "../quantities/number-format";
import { compileSheet, type CompiledSheet } from "../report/sheets/compile";
import { contentFrom, contentOf, isPointer } from "../kept/log-content";
import { Places } from "../report/sheets/places";
import { openChanges, readRunLog, type LoggedChange } from "../kept/run-log";
import { buildRunLog, logTime } from "../report/sheets/run-log-sheet";
import { filledBefore } from "../report/typed-cells";
import { writtenCells, type WrittenCell } from "../kept/written-cells";
import { drawLooks } from "./write/draw-looks";
import { drawingOf, emptySheet, fillSheet } from "./write/draw-sheet";
import { isFormula } from "./write/entry";
import { WorkbookFailure } from "./failure";
import { MeasuredRequest } from "./measured-request";
import { asFailure, wasRefusedOutright } from "./office-errors";
import { ownCharts } from "./read/own-charts";
import type { ReadWorkbook } from "./read/read-workbook";
import { restore } from "./write/restore";
import { settleTables } from "./write/table-columns";
import { withHidden } from "./write/write-plan";
import {
  queueCells,
  refuseIfChanged,
  typedAgain,
  type CellChange,
  type FoundCells,
} from "./write/user-cells";

/**
 * Takes back all that the runs of the log wrote: each cell gets what it held before the first of them, unless somebody
 * changed it since; such cells are left and named. Generated sheets are emptied where nobody uses them any more, the
 * log is kept and tells of it.
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
  if (changes.length === 0) refuseToUndo(workbook);
  const { cells, kept } = split(writtenCells(log, workbook.sheets), workbook);
  refuseProtected(cells, workbook);
  const inUse = generatedInUse(workbook, cells);
  const entries = undoEntries(changes, cells.length, kept, inUse, now);
  const newLog = compileSheet(buildRunLog([...log, ...entries]), new Places(), () => EMPTY_CELL, "formulas");
  await giveBack(context, workbook, cells, newLog, logGrid);
  if (inUse.length === 0) await emptyOutputs(context, workbook, filledBefore(log));
  return { restored: cells.length, kept, inUse };
}

/** Nothing in the log: there was no run, or somebody took away what it said of them. */
function refuseToUndo({ sheets }: ReadWorkbook): never {
  const at = usersFormulas(sheets).find(({ formula }) => isPointer(formula))?.at;
  throw at === undefined
    ? new WorkbookFailure("nothing-to-undo")
    : new WorkbookFailure("run-log-missing", at, OUTPUT_SHEETS.runLog);
}

function refuseProtected(cells: readonly CellChange[], { protections }: ReadWorkbook): void {
  const locked = cells.find(({ at }) => protections.get(at.sheet)?.isLocked(at) === true);
  if (locked !== undefined) throw new WorkbookFailure("protected-sheet", locked.at, locked.at.sheet);
  const generated = OUTPUT_NAMES.find((name) => protections.has(name));
  if (generated !== undefined) throw new WorkbookFailure("protected-sheet", null, generated);
}

/** Cells of the user's that show something of a generated sheet and will go on doing so: emptying it would change them. */
function generatedInUse({ sheets }: ReadWorkbook, cells: readonly CellChange[]): CellAddress[] {
  const given = new CellMap<true>();
  for (const { at } of cells) given.set(at, true);
  const names = OUTPUT_NAMES.filter((name) => name !== OUTPUT_SHEETS.runLog);
  return usersFormulas(sheets)
    .filter(
      ({ at, formula }) =>
        !given.has(at) && names.some((name) => formula.includes(`${name}!`) || formula.includes(`${name}'!`)),
    )
    .map(({ at }) => at);
}

function usersFormulas(sheets: readonly SheetGrid[]): { at: CellAddress; formula: string }[] {
  return sheets
    .filter(({ name }) => !isOutputSheet(name))
    .flatMap(({ name, rows }) =>
      rows.flatMap((cells, row) =>
        cells.flatMap((cell, column) =>
          cell?.formula == null ? [] : [{ at: { sheet: name, row, column }, formula: cell.formula }],
        ),
      ),
    );
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
    await fillSheet(request, drawingOf(newLog), { charts: [], filled: null });
    await request.send();
    found = present();
    refuseIfChanged(cells, found);
    await settleTables(
      context,
      workbook,
      cells.map((cell) => ({ at: cell.at, entry: typedAgain(cell) })),
    );
  } catch (error) {
    const sheets = [{ compiled: newLog, before: logGrid, filled: null }];
    const nothingDone = !request.hasSent && wasRefusedOutright(error, workbook);
    throw asFailure(
      error,
      nothingDone || (await restore(context, { cells, sheets, found }, workbook)),
      workbook,
    );
  }
  await drawLooks(context, [drawingOf(newLog)], workbook.activeSheet);
}

/** What goes back, and which cells stay as somebody left them. */
function split(
  written: readonly WrittenCell[],
  workbook: ReadWorkbook,
): { cells: CellChange[]; kept: CellAddress[] } {
  const cells: CellChange[] = [];
  const kept: CellAddress[] = [];
  for (const one of written) {
    const { at, logged, before, after } = one;
    const present = at === null ? EMPTY_CELL : presentCell(at, workbook);
    // A run that was cut off has not written every cell that its log names.
    if (at !== null && contentOf(present) === before && before !== after) continue;
    // The references of a formula have not moved with its cell.
    const hasMoved = at === null || cellLabel(at) !== cellLabel(logged);
    if (at === null || !one.isUntouched || (hasMoved && before.startsWith("="))) kept.push(at ?? logged);
    else cells.push(undoingChange(one, at, present, workbook));
  }
  return { cells, kept };
}

function presentCell(at: CellAddress, { sheets }: ReadWorkbook): GridCell {
  const sheet = sheets.find(({ name }) => name === at.sheet);
  return sheet === undefined ? EMPTY_CELL : cellAt(sheet, at.row, at.column);
}

function undoingChange(
  { before, format }: WrittenCell,
  at: CellAddress,
  present: GridCell,
  workbook: ReadWorkbook,
): CellChange {
  const allowed = workbook.protections.get(at.sheet)?.allowsFormats !== false;
  const goesBack = contentFrom(before);
  // A formula that is entered may take another format than the cell had.
  const sets = present.format !== format || isTextFormat(format) || isFormula(typedAgain(goesBack));
  const change: CellChange = {
    at,
    ...goesBack,
    format: allowed && sets ? format : null,
    before: present,
  };
  return withHidden(change, workbook);
}

const ATTEMPTS = 2;
const PAUSE_MILLISECONDS = 250;

/** The sheets are looked up anew: one may be gone, and an attempt that failed may have done part of the work. */
async function emptyOutputs(
  context: Excel.RequestContext,
  workbook: ReadWorkbook,
  filled: ReturnType<typeof filledBefore>,
): Promise<void> {
  const targets = workbook.sheets
    .map(({ name }) => name)
    .filter((name) => isOutputSheet(name) && name !== OUTPUT_SHEETS.runLog);
  let charts = workbook.charts;
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (attempt > 1) charts = await presentCharts(context, targets);
      const request = new MeasuredRequest(context);
      for (const name of targets) {
        if (!charts.has(name)) continue;
        const sheet = context.workbook.worksheets.getItem(name);
        const size = filled.get(name);
        await emptySheet(request, sheet, {
          charts: charts.get(name) ?? [],
          filled: size === undefined ? null : [size],
        });
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
      sheet.isNullObject ? [] : [[name, ownCharts(charts)] as const],
    ),
  );
}

function undoEntries(
  changes: readonly LoggedChange[],
  restored: number,
  kept: readonly CellAddress[],
  inUse: readonly CellAddress[],
  now: Date,
): LoggedChange[] {
  const runs = [...new Set(changes.map((change) => change.run))];
  const remark = [
    `恢复 ${restored} 个单元格`,
    ...(kept.length === 0 ? [] : [`${kept.length} 个已被改动，保留：${listed(kept)}`]),
    ...(inUse.length === 0 ? [] : [`生成的表仍被引用，没有清空：${listed(inUse)}`]),
  ].join("，");
  return runs.map((run, index) => ({
    run,
    time: logTime(now),
    action: "撤销",
    cell: null,
    name: null,
    before: "",
    after: "",
    formatBefore: "",
    remark: index === runs.length - 1 ? remark : "",
  }));
}

const listed = (cells: readonly CellAddress[]): string => cells.map(cellLabel).join("、");
