/** The workbook that was written did not pass its own check: a fault of ours and never of the file. Nothing was replaced. */
export class WorkbookSaveError extends Error {
  constructor(
    /** What was found, for a log: not for the user. */
    readonly faults: readonly string[],
  ) {
    super(`The saved workbook would be damaged: ${faults.slice(0, 5).join("; ")}`);
    this.name = "WorkbookSaveError";
  }
}
