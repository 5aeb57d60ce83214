import type { FailureCode } from "../model/run";
import { WorkbookFailure } from "./failure";

// Excel's error codes are the same in every language; its messages are not, and are never shown (docs: error handling).
const CODES: Readonly<Record<string, FailureCode>> = {
  InvalidOperationInCellEditMode: "cell-edit-mode",
  AccessDenied: "protected-sheet",
  RequestPayloadSizeLimitExceeded: "too-large",
  OperationCellsExceedLimit: "too-large",
  ResponsePayloadSizeLimitExceeded: "too-large",
  ActivityLimitReached: "busy",
  RequestAborted: "busy",
  WriteNotSupportedWhenModalDialogOpen: "busy",
  ServiceNotAvailable: "connection-lost",
  InvalidOrTimedOutSession: "connection-lost",
  ConnectionFailure: "connection-lost",
  Timeout: "connection-lost",
  NetworkFailure: "connection-lost",
  ItemNotFound: "sheet-missing",
  InvalidReference: "sheet-missing",
  ItemAlreadyExists: "sheet-name-taken",
  ApiNotFound: "unsupported",
  ApiNotAvailable: "unsupported",
  NotImplemented: "unsupported",
  ReadOnlyWorkbook: "read-only",
};

/** The code of an Office error; null for any other error. */
export function officeCode(error: unknown): string | null {
  return typeof OfficeExtension !== "undefined" && error instanceof OfficeExtension.Error ? error.code : null;
}

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
}

/** Turns whatever a request threw into a failure that the user can act on. `restored`: nothing of it remains in the workbook. */
export function asFailure(error: unknown, restored: boolean, workbook?: Surroundings): WorkbookFailure {
  if (error instanceof WorkbookFailure) {
    return error.restored === restored
      ? error
      : new WorkbookFailure(error.code, error.cell, error.detail, restored, { cause: error });
  }
  const code = officeCode(error);
  const failure: FailureCode = (code !== null && CODES[code]) || "unexpected";
  const because = failure === "protected-sheet" && workbook?.readOnly === true ? "read-only" : failure;
  return new WorkbookFailure(because, null, because === "unexpected" ? code : null, restored, {
    cause: error,
  });
}
