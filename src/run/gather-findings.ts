import { runChecks } from "../checks/run";
import type { CheckSubject } from "../checks/check";
import { cellLabel } from "../expr/cell";
import { findingKey, type Choices } from "../model/choices";
import type { Finding, Severity } from "../model/finding";
import type { Doubt } from "../model/form";

const ORDER: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** What the checks raise, what the rules noted, and what was not understood; worst first, each relation once. */
export function gatherFindings(subject: CheckSubject, ofText: readonly Finding[] = []): Finding[] {
  const doubts = [
    ...subject.recognition.doubts,
    ...subject.recognition.evaluations.flatMap((form) => form.doubts),
  ];
  const all = [
    ...runChecks(subject),
    ...ofText,
    ...subject.evaluations.flatMap((evaluation) => evaluation.findings),
    ...doubts.map(asFinding),
  ];
  const seen = new Set<string>();
  const unique = all.filter((finding) => {
    const key = [
      finding.code,
      finding.cell === null ? "" : cellLabel(finding.cell),
      finding.stated ?? "",
      finding.message,
    ].join("|");
    return !seen.has(key) && seen.add(key);
  });
  return unique.sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}

/** What was not understood is shown beside the findings: it needs the user's word. */
function asFinding({ code, cell, message }: Doubt): Finding {
  return { code, severity: "warning", cell, message, stated: null, computed: null };
}

/** Parts findings that the user lets stand from the others; one that was solved simply no longer comes. */
export function withoutIgnored(
  findings: readonly Finding[],
  choices: Choices,
): { readonly findings: readonly Finding[]; readonly ignored: readonly Finding[] } {
  const keys = new Set(choices.ignored.map(findingKey));
  return {
    findings: findings.filter((finding) => !keys.has(findingKey(finding))),
    ignored: findings.filter((finding) => keys.has(findingKey(finding))),
  };
}
