/**
 * What can go wrong between the add-in and Excel:
 * - `error-reply`: Excel refuses the request, nothing is done;
 * - `dropped-reply`: Excel did everything, the answer is lost and the client sees a failed call;
 * - `partial-batch`: Excel did the first `after` actions (default: half), then failed; nothing is rolled back;
 * - `no-reply`: Excel did nothing and never answers;
 * - `{code}`: a number is a failure code of the runtime (5102 too many requests, 5012 session lost, 5104 too large …),
 *   a string an error code of Excel (`AccessDenied` …), nothing is done;
 * - `{meanwhile}`: somebody else acts in the moment before the request; then it is carried out.
 */
export type FaultKind =
  | "error-reply"
  | "dropped-reply"
  | "partial-batch"
  | "no-reply"
  | { code: string | number }
  | { meanwhile: () => Promise<void> };

export interface Fault {
  /** Request number, counted from the last reset of the request log, clean-up requests left out. */
  request: number;
  fault: FaultKind;
  after?: number;
}

export class FaultPlan {
  #faults: Fault[] = [];

  set(...faults: Fault[]): void {
    this.#faults = faults;
  }

  clear(): void {
    this.#faults = [];
  }

  /** Each fault happens once. */
  take(request: number): Fault | undefined {
    const index = this.#faults.findIndex((fault) => fault.request === request);
    return index < 0 ? undefined : this.#faults.splice(index, 1)[0];
  }
}

/** "5102" and 5102 are failure codes of the runtime; other strings are Excel's error codes. */
export function runtimeFailure(kind: FaultKind): number | undefined {
  if (typeof kind === "string" || !("code" in kind)) return undefined;
  const code = Number(kind.code);
  return Number.isInteger(code) ? code : undefined;
}
