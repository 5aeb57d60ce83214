import type { CellAddress } from "../../expr/cell";
import { isTextFormat } from "../../quantities/number-format";
import { textAt, type MergedArea, type SheetGrid } from "../../model/grid";
import { OUTPUT_SHEETS, OUTPUT_TITLES, UNDONE_NOTICE } from "../../model/sheet-names";
import type { SheetWrite, WritePlan } from "../../report/plan";
import { ProtectedFailure, WorkbookFailure } from "../failure";
import type { ReadWorkbook } from "../read/read-workbook";

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

/** The same for every sheet that a plan would rewrite: what bears another title than ours is the user's own. */
export function refuseTakenSheets(writes: readonly SheetWrite[], workbook: ReadWorkbook): void {
  for (const { sheet, status } of writes) {
    const present = workbook.sheets.find(({ name }) => name === sheet.draft.name);
    if (status !== "rewrite" || present === undefined || present.rows.length === 0) continue;
    const title = textAt(present, 0, 0);
    if (title !== String(sheet.cells[0]?.[0]?.content) && title !== UNDONE_NOTICE)
      throw new WorkbookFailure("sheet-name-taken", null, present.name);
  }
}

/** Excel ignores what is written to a cell hidden under a merge, and the call succeeds: refused before anything is written. */
export function refuseMergedTargets(plan: WritePlan, workbook: ReadWorkbook): void {
  const merges = new Map(workbook.sheets.map((sheet) => [sheet.name, mergesByRow(sheet)]));
  const covered = plan.userWrites.find(
    ({ at, content }) =>
      content !== null &&
      (merges.get(at.sheet)?.get(at.row) ?? []).some(
        (area) =>
          at.column >= area.column &&
          at.column < area.column + area.columnCount &&
          (at.row !== area.row || at.column !== area.column),
      ),
  );
  if (covered !== undefined) throw new WorkbookFailure("merged-target", covered.at);
}

function mergesByRow({ merges, rows }: SheetGrid): Map<number, MergedArea[]> {
  const byRow = new Map<number, MergedArea[]>();
  for (const area of merges)
    for (let row = area.row; row < Math.min(area.row + area.rowCount, rows.length); row += 1) {
      const known = byRow.get(row);
      if (known === undefined) byRow.set(row, [area]);
      else known.push(area);
    }
  return byRow;
}

/**
 * Refuses before anything is written when a target cell is locked, when an output sheet is protected, or when sheets
 * must be added to a workbook whose structure is protected.
 */
export function refuseProtected(plan: WritePlan, workbook: ReadWorkbook, scored: ScoredOnly): void {
  const target = firstTarget(plan, workbook.protections);
  if (target !== null) throw new ProtectedFailure("protected-sheet", target, scored);
  const creates = plan.sheets.some((write) => write.status === "create");
  if (creates && workbook.structureProtected) throw new ProtectedFailure("protected-workbook", null, scored);
}

function firstTarget(plan: WritePlan, protections: ReadWorkbook["protections"]): CellAddress | null {
  const cell = plan.userWrites.find(({ at, before, format }) => {
    const protection = protections.get(at.sheet);
    // Where formats may not be set, a cell formatted as text would keep the formula as text.
    const keepsText = format !== null && isTextFormat(before.format) && protection?.allowsFormats === false;
    return protection?.isLocked(at) === true || keepsText;
  });
  if (cell !== undefined) return cell.at;
  const sheet = plan.sheets.find(
    (write) => write.status === "rewrite" && protections.has(write.sheet.draft.name),
  );
  return sheet === undefined ? null : { sheet: sheet.sheet.draft.name, row: 0, column: 0 };
}
