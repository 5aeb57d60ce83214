import type { Phase, PhaseTiming } from "../model/run";
import { WorkbookFailure } from "./failure";
import type { CalculateOptions } from "./session";

/** Names the phase to the caller, times it, and stops between phases when asked to; a begun write is never stopped. */
export class Phases {
  readonly #timings: PhaseTiming[] = [];
  #current: { phase: Phase; since: number } | null = null;

  constructor(private readonly options: Pick<CalculateOptions, "onPhase" | "signal">) {}

  enter(phase: Phase): void {
    this.#close();
    if (this.options.signal?.aborted === true && phase !== "verify") throw new WorkbookFailure("cancelled");
    this.options.onPhase?.(phase);
    this.#current = { phase, since: performance.now() };
  }

  finish(): PhaseTiming[] {
    this.#close();
    return this.#timings;
  }

  #close(): void {
    if (this.#current === null) return;
    this.#timings.push({ phase: this.#current.phase, milliseconds: performance.now() - this.#current.since });
    this.#current = null;
  }
}
