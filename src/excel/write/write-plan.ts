import type { SheetGrid } from "../../model/grid";
import { OUTPUT_SHEETS } from "../../model/sheet-names";
import type { SheetWrite, WritePlan } from "../../report/plan";
import { filledSize } from "../../report/typed-cells";
import { drawingOf, drawSheet } from "./draw-sheet";
import { entryOfCell } from "./entry";
import { queueInputs } from "./inputs";
import { asFailure, wasRefusedOutright } from "../office-errors";
import { bytesOf, MeasuredRequest } from "../measured-request";
import type { ReadWorkbook } from "../read/read-workbook";
import { refuseMergedTargets, refuseTakenSheets } from "./refusals";
import { restore, type Journal } from "./restore";
import { createSheet } from "./sheets";
import {
  enter,
  queueCells,
  rangeOf,
  refuseIfChanged,
  runsOf,
  type CellChange,
  type FoundCells,
} from "./user-cells";

/**
 * Carries out a plan: one request for each sheet to be created, one for everything else. All or nothing: what was
 * changed is put back when a request fails, or when somebody changed a target cell, or one of the sheets that the result
 * was computed from, since it was read.
 */
export async function writePlan(
  context: Excel.RequestContext,
  plan: WritePlan,
  workbook: ReadWorkbook,
  inputs: readonly SheetGrid[],
): Promise<void> {
  const writes = plan.sheets.filter((write) => write.status !== "unchanged");
  refuseTakenSheets(writes, workbook);
  refuseMergedTargets(plan, workbook);
  const cells = plan.userWrites.map((write) => withinProtection(write, workbook));
  await createSheets(context, writes, workbook);
  const request = new MeasuredRequest(context);
  let found: FoundCells | null = null;
  try {
    const refuseChangedInputs = await queueInputs(request, inputs);
    for (const write of logFirst(writes)) await drawGenerated(request, write, workbook);
    const present = await queueCells(request, cells);
    calculateWhereManual(context, workbook, writes, cells);
    // A method of a null object does nothing: the sheet may have been deleted meanwhile.
    context.workbook.worksheets.getItemOrNullObject(workbook.activeSheet).activate();
    await request.send();
    found = present();
    refuseIfChanged(cells, found);
    refuseChangedInputs();
  } catch (error) {
    const nothingDone = !request.hasSent && wasRefusedOutright(error, workbook);
    const restored = nothingDone || (await restore(context, journalOf(cells, writes, found, workbook)));
    throw asFailure(error, restored, workbook);
  }
}

/** What users typed outside the tables stays; where these grew over it, it moves below them. */
async function drawGenerated(
  request: MeasuredRequest,
  { sheet, filled, outside }: SheetWrite,
  workbook: ReadWorkbook,
): Promise<void> {
  const { name } = sheet.draft;
  await drawSheet(request, drawingOf(sheet), {
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

/** Should one of these requests fail, at most empty sheets are left, which the next run uses: nothing is to be put back. */
async function createSheets(
  context: Excel.RequestContext,
  writes: readonly SheetWrite[],
  workbook: ReadWorkbook,
): Promise<void> {
  try {
    for (const write of writes) {
      if (write.status === "create") await createSheet(context, write.sheet.draft.name);
    }
  } catch (error) {
    throw asFailure(error, true, workbook);
  }
}

/** 运行记录 first: should the connection break for good, 撤销 finds there what was changed. The user's cells come last. */
function logFirst(writes: readonly SheetWrite[]): SheetWrite[] {
  const isLog = (write: SheetWrite): boolean => write.sheet.draft.name === OUTPUT_SHEETS.runLog;
  return [...writes.filter(isLog), ...writes.filter((write) => !isLog(write))];
}

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
