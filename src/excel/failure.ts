import type { CellAddress } from "../expr/cell";
import type { FailureCode, RunResult } from "../model/run";

/** What went wrong, for the user: `code` selects the text of src/strings, `cell` and `detail` fill it in. */
export class WorkbookFailure extends Error {
  override readonly name = "WorkbookFailure";

  constructor(
    readonly code: FailureCode,
    readonly cell: CellAddress | null = null,
    /** A sheet's name or the like; never a raw message of Office. */
    readonly detail: string | null = null,
    /** Whether the workbook is as it was before: a failed run restores what it changed and says so. */
    readonly restored = true,
    options?: ErrorOptions,
  ) {
    super(`${code}${detail === null ? "" : `: ${detail}`}`, options);
  }
}

/** The workbook was read and scored but may not be written: the scores come along. */
export class ProtectedFailure extends WorkbookFailure {
  constructor(
    code: "protected-sheet" | "protected-workbook",
    cell: CellAddress | null,
    readonly scored: Pick<
      RunResult,
      "recognition" | "evaluations" | "findings" | "ignored" | "keptScores" | "settings" | "choices"
    >,
  ) {
    super(code, cell, cell?.sheet ?? null);
  }
}
