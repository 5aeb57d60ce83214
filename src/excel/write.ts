import type { UserWrite, WritePlan } from "../report/plan";
import { columnRuns, type ColumnRun } from "./columnRuns";
import { drawSheet, typed } from "./drawSheet";
import { WorkbookFailure } from "./failure";
import { asFailure } from "./officeErrors";
import type { ReadWorkbook } from "./read";
import { restore, type FoundContent } from "./restore";
import { createSheet } from "./sheets";

/**
 * Carries out a plan: one request for each sheet to be created, one for everything else. All or nothing: what was
 * changed is put back when a request fails, or when somebody changed a target cell since it was read.
 */
export async function writePlan(
  context: Excel.RequestContext,
  plan: WritePlan,
  workbook: ReadWorkbook,
): Promise<void> {
  const writes = plan.sheets.filter((write) => write.status !== "unchanged");
  const runs = columnRuns(plan.userWrites, (write) => write.at);
  let found: FoundContent | null = null;
  try {
    for (const write of writes) {
      if (write.status === "create") await createSheet(context, write.sheet.draft.name);
    }
    const present = runs.map((run) => loadRun(context, run));
    for (const run of runs) writeRun(context, run);
    for (const write of writes)
      drawSheet(context, write.sheet, workbook.charts.get(write.sheet.draft.name) ?? []);
    context.workbook.worksheets.getItem(workbook.activeSheet).activate();
    await context.sync();
    found = present.map((range) => range.formulas as FoundContent[number]);
    refuseIfChanged(runs, found);
  } catch (error) {
    throw asFailure(error, await restore(context, runs, found, writes, workbook));
  }
}

export function rangeOf(context: Excel.RequestContext, run: ColumnRun<UserWrite>): Excel.Range {
  return context.workbook.worksheets
    .getItem(run.sheet)
    .getRangeByIndexes(run.row, run.column, run.items.length, 1);
}

/** Reads the cells once more in the very request that overwrites them. */
function loadRun(context: Excel.RequestContext, run: ColumnRun<UserWrite>): Excel.Range {
  const range = rangeOf(context, run);
  range.load("formulas");
  return range;
}

function writeRun(context: Excel.RequestContext, run: ColumnRun<UserWrite>): void {
  const range = rangeOf(context, run);
  if (run.items.some((write) => write.format !== null)) {
    range.numberFormat = run.items.map((write) => [write.format ?? write.before.format]);
  }
  range.formulas = run.items.map((write) => [
    write.content === null ? "" : typed({ content: write.content, isFormula: isFormula(write.content) }),
  ]);
}

function isFormula(content: string | number): boolean {
  return typeof content === "string" && content.startsWith("=");
}

function refuseIfChanged(runs: readonly ColumnRun<UserWrite>[], found: FoundContent): void {
  runs.forEach((run, index) => {
    run.items.forEach((write, row) => {
      const before = write.before.formula ?? write.before.value ?? "";
      if (found[index]?.[row]?.[0] !== before) throw new WorkbookFailure("changed-meanwhile", write.at);
    });
  });
}
