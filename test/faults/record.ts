import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** How the combinations of a scenario ended. */
export interface Tally {
  combinations: number;
  /** The work was done all the same. */
  completed: number;
  /** It failed, and everything is as it was. */
  restored: number;
  /** It failed after the result stood, or could not be put back; the failure says so. */
  completedAndReported: number;
}

export interface Recorded extends Tally {
  readonly scenario: string;
  readonly requests: number;
}

/** Kept for bench/faults.ts, which writes docs/faults.md; nothing is kept of an ordinary run. */
export function recordCombinations(scenario: string, requests: number, tally: Tally): void {
  const folder = process.env["JIHENG_RECORD"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, `${encodeURIComponent(scenario)}.json`),
    JSON.stringify({ scenario, requests, ...tally } satisfies Recorded),
  );
}
