import type { FailureCode } from "../model/run";
import { WorkbookFailure } from "./failure";

// Excel's error codes are the same in every language; its messages are not, and are never shown (docs: error handling).
const CODES: Readonly<Record<string, FailureCode>> = {
  InvalidOperationInCellEditMode: "cell-edit-mode",
  AccessDenied: "protected-sheet",
  RequestPayloadSizeLimitExceeded: "too-large",
  ResponsePayloadSizeLimitExceeded: "too-large",
  ActivityLimitReached: "busy",
  RequestAborted: "busy",
  ServiceNotAvailable: "connection-lost",
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

/** Turns whatever a request threw into a failure that the user can act on. `restored`: nothing of it remains in the workbook. */
export function asFailure(error: unknown, restored: boolean): WorkbookFailure {
  if (error instanceof WorkbookFailure) {
    return error.restored === restored
      ? error
      : new WorkbookFailure(error.code, error.cell, error.detail, restored, { cause: error });
  }
  const code = officeCode(error);
  return new WorkbookFailure((code !== null && CODES[code]) || "unexpected", null, code, restored, {
    cause: error,
  });
}
