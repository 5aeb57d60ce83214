import type { CellAddress } from "../expr/cell";
import { textAt } from "../model/grid";
import { OUTPUT_SHEETS, OUTPUT_TITLES, UNDONE_NOTICE } from "../model/sheetNames";
import type { WritePlan } from "../report/plan";
import { ProtectedFailure, WorkbookFailure } from "./failure";
import type { ReadWorkbook } from "./read";

export type ScoredOnly = ProtectedFailure["scored"];

/** A sheet of the user's own that happens to bear the name of an output sheet is never cleared. */
export function refuseTakenNames(workbook: ReadWorkbook): void {
  for (const key of Object.keys(OUTPUT_SHEETS) as (keyof typeof OUTPUT_SHEETS)[]) {
    const sheet = workbook.sheets.find(({ name }) => name === OUTPUT_SHEETS[key]);
    if (sheet === undefined || sheet.rows.length === 0) continue;
    const title = textAt(sheet, 0, 0);
    if (title !== OUTPUT_TITLES[key] && title !== UNDONE_NOTICE)
      throw new WorkbookFailure("sheet-name-taken", null, sheet.name);
  }
}

/** Refuses before anything is written when a target sheet, or the workbook's structure, is protected. */
export function refuseProtected(plan: WritePlan, workbook: ReadWorkbook, scored: ScoredOnly): void {
  const isProtected = new Set(workbook.sheets.filter((sheet) => sheet.protected).map((sheet) => sheet.name));
  const target = firstTarget(plan, isProtected);
  if (target !== null) throw new ProtectedFailure("protected-sheet", target, scored);
  const creates = plan.sheets.some((write) => write.status === "create");
  if (creates && workbook.structureProtected) throw new ProtectedFailure("protected-workbook", null, scored);
}

function firstTarget(plan: WritePlan, isProtected: ReadonlySet<string>): CellAddress | null {
  const cell = plan.userWrites.find((write) => isProtected.has(write.at.sheet));
  if (cell !== undefined) return cell.at;
  const sheet = plan.sheets.find(
    (write) => write.status === "rewrite" && isProtected.has(write.sheet.draft.name),
  );
  return sheet === undefined ? null : { sheet: sheet.sheet.draft.name, row: 0, column: 0 };
}
