import type { SheetGrid } from "../../model/grid";
import { OUTPUT_SHEETS } from "../../model/sheet-names";
import type { SheetWrite, WritePlan } from "../../report/plan";
import { filledSize } from "../../report/typed-cells";
import { drawLooks, lacksLook } from "./draw-looks";
import { drawingOf, fillSheet } from "./draw-sheet";
import { entryOfCell } from "./entry";
import { queueInputs } from "./inputs";
import { asFailure, wasRefusedOutright } from "../office-errors";
import { bytesOf, MeasuredRequest } from "../measured-request";
import type { ReadWorkbook } from "../read/read-workbook";
import { refuseMergedTargets, refuseTakenSheets } from "./refusals";
import { restore, type Journal } from "./restore";
import { queueTables, settleTables } from "./table-columns";
import {
  enter,
  queueCells,
  rangeOf,
  refuseIfChanged,
  runsOf,
  typedAgain,
  type CellChange,
  type FoundCells,
} from "./user-cells";

/**
 * Carries out a plan: one request for all that the sheets hold, then one for how they look. All or nothing: what was
 * changed is put back when the first fails, or when somebody changed a target cell, or one of the sheets that the result
 * was computed from, since it was read. The look may fail by itself: answers the sheets that lack some of it.
 */
export async function writePlan(
  context: Excel.RequestContext,
  plan: WritePlan,
  workbook: ReadWorkbook,
  inputs: readonly SheetGrid[],
): Promise<readonly string[]> {
  const writes = plan.sheets.filter((write) => write.status !== "unchanged");
  if (!plan.unchanged) await writeContent(context, plan, workbook, { writes, inputs });
  const plain = plan.sheets.filter(({ sheet, status }) => {
    const present = workbook.sheets.find(({ name }) => name === sheet.draft.name);
    return status === "unchanged" && present !== undefined && lacksLook(present, sheet.draft.merges);
  });
  return drawLooks(
    context,
    [...writes, ...plain].map(({ sheet }) => drawingOf(sheet)),
    workbook.activeSheet,
  );
}

async function writeContent(
  context: Excel.RequestContext,
  plan: WritePlan,
  workbook: ReadWorkbook,
  { writes, inputs }: { readonly writes: readonly SheetWrite[]; readonly inputs: readonly SheetGrid[] },
): Promise<void> {
  refuseTakenSheets(writes, workbook);
  refuseMergedTargets(plan, workbook);
  const cells = plan.userWrites.map((write) => withHidden(withinProtection(write, workbook), workbook));
  const request = new MeasuredRequest(context);
  let found: FoundCells | null = null;
  let { tables } = workbook;
  try {
    const refuseChangedInputs = await queueInputs(request, inputs);
    await addSheets(request, writes);
    for (const write of logFirst(writes)) await fillGenerated(request, write, workbook);
    const tablesNow = await queueTables(request, cells);
    const present = await queueCells(request, cells);
    calculateWhereManual(context, workbook, writes, cells);
    await request.send();
    found = present();
    tables = tablesNow();
    refuseIfChanged(cells, found);
    refuseChangedInputs();
    await settleTables(context, { ...workbook, tables }, cells.map(entered));
  } catch (error) {
    const nothingDone = !request.hasSent && wasRefusedOutright(error, workbook);
    const restored =
      nothingDone ||
      (await restore(context, journalOf(cells, writes, found, workbook), { ...workbook, tables }));
    throw asFailure(error, restored, workbook);
  }
}

/** What users typed outside the tables stays; where these grew over it, it moves below them. */
async function fillGenerated(
  request: MeasuredRequest,
  { sheet, filled, outside }: SheetWrite,
  workbook: ReadWorkbook,
): Promise<void> {
  const { name } = sheet.draft;
  await fillSheet(request, drawingOf(sheet), {
    charts: workbook.charts.get(name) ?? [],
    filled: filled && [filled, filledSize(sheet)],
  });
  const target = request.context.workbook.worksheets.getItem(name);
  for (const { row, column, cell, fate } of outside) {
    if (fate === "stays") continue;
    const entry = entryOfCell(cell);
    await request.reserve(4, bytesOf(entry));
    if (fate === "goes") target.getCell(row, column).clear();
    else {
      const place = target.getCell(fate.row, fate.column);
      enter(place, [{ entry, format: cell.format }]);
    }
  }
}

/** In the request that fills them: should it fail, at most empty sheets are left, which the next run uses. */
async function addSheets(request: MeasuredRequest, writes: readonly SheetWrite[]): Promise<void> {
  for (const { sheet, status } of writes) {
    if (status !== "create") continue;
    await request.reserve(1);
    request.context.workbook.worksheets.add(sheet.draft.name);
  }
}

/** 运行记录 first: should the connection break for good, 撤销 finds there what was changed. The user's cells come last. */
function logFirst(writes: readonly SheetWrite[]): SheetWrite[] {
  const isLog = (write: SheetWrite): boolean => write.sheet.draft.name === OUTPUT_SHEETS.runLog;
  return [...writes.filter(isLog), ...writes.filter((write) => !isLog(write))];
}

/** Where a filter or the user hides the row. */
export function withHidden(change: CellChange, { sheets }: ReadWorkbook): CellChange {
  const sheet = sheets.find(({ name }) => name === change.at.sheet);
  return sheet?.hiddenRows.has(change.at.row) === true ? { ...change, isHidden: true } : change;
}

const entered = (change: CellChange) => ({ at: change.at, entry: typedAgain(change) });

/** On a protected sheet the number format of an unlocked cell may be set only where the protection says so. */
function withinProtection(change: CellChange, workbook: ReadWorkbook): CellChange {
  const protection = workbook.protections.get(change.at.sheet);
  return protection === undefined || protection.allowsFormats ? change : { ...change, format: null };
}

/** Only what was written is calculated: the user chose to calculate the rest on demand. */
function calculateWhereManual(
  context: Excel.RequestContext,
  workbook: ReadWorkbook,
  writes: readonly SheetWrite[],
  cells: readonly CellChange[],
): void {
  if (!workbook.manualCalculation) return;
  for (const { sheet } of writes) context.workbook.worksheets.getItem(sheet.draft.name).calculate(true);
  for (const run of runsOf(cells)) rangeOf(context.workbook.worksheets.getItem(run.sheet), run).calculate();
}

function journalOf(
  cells: readonly CellChange[],
  writes: readonly SheetWrite[],
  found: FoundCells | null,
  workbook: ReadWorkbook,
): Journal {
  return {
    cells,
    found,
    sheets: writes.map(({ sheet, filled, outside }) => ({
      compiled: sheet,
      filled: outside.every(({ fate }) => fate === "stays") ? filled : null,
      before: workbook.sheets.find(({ name }) => name === sheet.draft.name),
    })),
  };
}
