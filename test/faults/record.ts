import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Counts of what was tried, for scripts that write docs/faults.md; nothing is kept of an ordinary run. */
export function recordCombinations(scenario: string, requests: number, combinations: number): void {
  const folder = process.env["JIHENG_RECORD"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, `${encodeURIComponent(scenario)}.json`),
    JSON.stringify({ scenario, requests, combinations }),
  );
}
