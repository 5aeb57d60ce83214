import { findingKey, type Choices, type IgnoredFinding } from "../model/choices";
import type { ScoredIndicator } from "../model/evaluation";
import type { Finding } from "../model/finding";
import type { RunResult } from "../model/run";

/** A finding that the user lets stand, with the reason. */
export interface LetStand {
  readonly finding: Finding;
  readonly reason: string;
}

/** The findings of a run as they stand with what was decided since. */
export function standing(
  { findings, ignored }: Pick<RunResult, "findings" | "ignored">,
  choices: Choices,
): { readonly findings: readonly Finding[]; readonly ignored: readonly LetStand[] } {
  const reasons = new Map(choices.ignored.map((choice) => [findingKey(choice), choice.reason]));
  const all = [...findings, ...ignored];
  return {
    findings: all.filter((finding) => !reasons.has(findingKey(finding))),
    ignored: all.flatMap((finding) => {
      const reason = reasons.get(findingKey(finding));
      return reason === undefined ? [] : [{ finding, reason }];
    }),
  };
}

export function ignoring({ code, cell, stated }: Finding, reason: string): IgnoredFinding {
  return { code, cell, stated, reason };
}

/** Indicators that carry points and that no rule can score: a person gives the score, or says how it is given. */
export function needsScore({ status, points, score }: ScoredIndicator): boolean {
  return points !== null && score === null && (status === "needs-judgement" || status === "not-understood");
}
