import type { FailureCode } from "../model/run";
import { WorkbookFailure } from "./failure";

// Excel's error codes are the same in every language; its messages are not, and are never shown (docs: error handling).
const CODES: ReadonlyMap<string, FailureCode> = new Map<string, FailureCode>([
  ["InvalidOperationInCellEditMode", "cell-edit-mode"],
  ["AccessDenied", "not-allowed"],
  ["BadPassword", "not-allowed"],
  ["RequestPayloadSizeLimitExceeded", "too-large"],
  ["OperationCellsExceedLimit", "too-large"],
  ["ResponsePayloadSizeLimitExceeded", "too-large"],
  ["RangeExceedsLimit", "too-large"],
  ["ActivityLimitReached", "busy"],
  ["RequestAborted", "busy"],
  ["Conflict", "busy"],
  ["HostRestartNeeded", "busy"],
  ["WriteNotSupportedWhenModalDialogOpen", "busy"],
  ["ServiceNotAvailable", "connection-lost"],
  ["Unauthenticated", "connection-lost"],
  ["InvalidOrTimedOutSession", "connection-lost"],
  ["ConnectionFailure", "connection-lost"],
  ["Timeout", "connection-lost"],
  ["NetworkFailure", "connection-lost"],
  ["ItemNotFound", "sheet-missing"],
  ["InvalidReference", "sheet-missing"],
  ["InvalidBinding", "sheet-missing"],
  // A sheet that is deleted while a request runs, on the web (office-js #6964).
  ["InvalidRequestContext", "changed-meanwhile"],
  ["ItemAlreadyExists", "sheet-name-taken"],
  ["ApiNotFound", "unsupported"],
  ["ApiNotAvailable", "unsupported"],
  ["NotImplemented", "unsupported"],
  ["UnsupportedFeature", "unsupported"],
  ["UnsupportedOperation", "unsupported"],
  ["ReadOnlyWorkbook", "read-only"],
  // A chart is selected, or another workbook has come to the front.
  ["InvalidSelection", "not-in-front"],
  ["InactiveWorkbook", "not-in-front"],
  ["UnsupportedSheet", "chart-sheet"],
  ["FilteredRangeConflict", "filtered"],
  ["MergedRangeConflict", "overlap"],
  ["PivotTableRangeConflict", "overlap"],
  ["InsertDeleteConflict", "overlap"],
  ["NonBlankCellOffSheet", "overlap"],
  ["FormulaLengthExceedsLimit", "formula-too-long"],
  ["MemoryLimitReached", "memory"],
  // What Excel says of whatever it has no other word for.
  ["GeneralException", "excel-refused"],
  ["InvalidOperation", "excel-refused"],
]);

/** The code of an Office error; null for any other error. */
export function officeCode(error: unknown): string | null {
  return typeof OfficeExtension !== "undefined" && error instanceof OfficeExtension.Error ? error.code : null;
}

/** What Excel says where no ordinary sheet is in front: a chart sheet, or another workbook. */
const WITHOUT_SHEET: ReadonlySet<string | null> = new Set([
  "ItemNotFound",
  "UnsupportedSheet",
  "InvalidOperation",
  "InvalidSelection",
  "InactiveWorkbook",
  "GeneralException",
]);

/** Whether a request may have failed only because it asked for the sheet in front. */
export const mayLackActiveSheet = (error: unknown): boolean => WITHOUT_SHEET.has(officeCode(error));

/** Codes with which Excel refuses a request as a whole: nothing of it was done. */
const REFUSED_OUTRIGHT: ReadonlySet<string | null> = new Set([
  "InvalidOperationInCellEditMode",
  "RequestPayloadSizeLimitExceeded",
]);

/** Whether a request that failed with this error did nothing at all. */
export function wasRefusedOutright(error: unknown, { readOnly }: Surroundings): boolean {
  const code = officeCode(error);
  return REFUSED_OUTRIGHT.has(code) || (readOnly && code === "AccessDenied");
}

/** What an error may mean depends on the workbook: `AccessDenied` is all that Excel says of several obstacles. */
export interface Surroundings {
  readonly readOnly: boolean;
  readonly oldFormat?: boolean;
}

/** Turns whatever a request threw into a failure that the user can act on. `restored`: nothing of it remains in the workbook. */
export function asFailure(error: unknown, restored: boolean, workbook?: Surroundings): WorkbookFailure {
  if (error instanceof WorkbookFailure) {
    return error.restored === restored
      ? error
      : new WorkbookFailure(error.code, error.cell, error.detail, restored, { cause: error });
  }
  const code = officeCode(error);
  const because = becauseOf(CODES.get(code ?? "") ?? "unexpected", workbook);
  const detail = UNNAMED.has(because) ? code : null;
  return new WorkbookFailure(because, null, detail, restored, { cause: error });
}

/** Of these only the code tells the support what happened. */
const UNNAMED: ReadonlySet<FailureCode> = new Set(["unexpected", "excel-refused"]);

function becauseOf(failure: FailureCode, workbook: Surroundings | undefined): FailureCode {
  if (failure === "not-allowed" && workbook?.readOnly === true) return "read-only";
  // Fewer arguments, levels, rows and columns than in a workbook of today: Excel has no code for that.
  const isVague = UNNAMED.has(failure) || failure === "unsupported" || failure === "formula-too-long";
  return isVague && workbook?.oldFormat === true ? "old-format" : failure;
}
