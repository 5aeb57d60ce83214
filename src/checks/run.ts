import { cellLabel } from "../expr/cell";
import type { Finding, Severity } from "../model/finding";
import type { CheckSubject } from "./check";
import { CHECKS } from "./registry";

const WORST_FIRST: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/**
 * Every relation of the workbook that does not hold, worst first, in the order of the registry within a severity.
 * Rule notes and doubts of the recognition are the caller's to add; what they already say of a cell is not said again.
 */
export function runChecks(subject: CheckSubject): Finding[] {
  const doubts = [
    ...subject.recognition.doubts,
    ...subject.recognition.evaluations.flatMap((form) => form.doubts),
  ];
  const said = new Set(doubts.map(({ code, cell }) => `${code}|${cellLabel(cell)}`));
  const seen = new Set<string>();
  const findings = CHECKS.flatMap((check) => check.run(subject)).filter((found) => {
    const place = `${found.code}|${found.cell === null ? "" : cellLabel(found.cell)}`;
    const key = `${place}|${found.stated ?? ""}`;
    if (said.has(place) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return findings.sort((a, b) => WORST_FIRST[a.severity] - WORST_FIRST[b.severity]);
}
