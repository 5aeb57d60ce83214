/** An error that the client sees as an OfficeExtension.Error with this code. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly location?: string,
  ) {
    super(message);
    this.name = "HostError";
  }
}

// Excel's own sentences: the add-in must act on the code, but sees these in error.message.
const sentences = {
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  InvalidReference: "This reference is not valid for the current operation.",
  ItemNotFound: "The requested resource doesn't exist.",
  ItemAlreadyExists: "A resource with the same name or identifier already exists.",
  InvalidOperation: "This operation isn't permitted for the current object.",
  AccessDenied: "You cannot perform the requested operation.",
  GeneralException: "There was an internal error while processing the request.",
  InvalidOperationInCellEditMode:
    "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
  RequestPayloadSizeLimitExceeded: "The request payload size has exceeded the limit.",
  ResponsePayloadSizeLimitExceeded: "The response payload size has exceeded the limit.",
  InvalidSelection: "The current selection is invalid for this operation.",
  EmptyChartSeries: "The attempted operation failed because the chart series is empty.",
  FormulaLengthExceedsLimit: "The bytecode of the applied formula exceeds the maximum length limit.",
} as const;

export type HostErrorCode = keyof typeof sentences;

export function hostError(code: HostErrorCode, message: string = sentences[code]): HostError {
  return new HostError(code, message);
}

export const arraySizeMismatch = (): HostError =>
  hostError(
    "InvalidArgument",
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );
