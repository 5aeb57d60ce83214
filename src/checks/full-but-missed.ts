import type { ScoredEvaluation } from "../model/evaluation";
import { finding, type Finding } from "../model/finding";
import { leafName } from "../model/form";
import { forEachEvaluation, type Check } from "./check";
import { reached } from "./shared/reach";
import { disagreements } from "./shared/score-against-rule";
import { clauses, named, points } from "./shared/wording";

const CODE = "full-but-missed";

/** Target missed → no full marks (rules catalogue §10.5). */
export const fullButMissed: Check = {
  code: CODE,
  describe: "未完成指标值的，不应得满分",
  run: forEachEvaluation((evaluation) => [...againstRule(evaluation), ...withoutRule(evaluation)]),
};

function againstRule(evaluation: ScoredEvaluation): Finding[] {
  const unsigned = new Set(
    evaluation.indicators
      .filter(({ entry }) => entry.target?.comparison === "none")
      .map(({ entry }) => entry.score?.cell),
  );
  return disagreements(evaluation, "indicator").flatMap(
    ({ row, cell, entered, computed, how, explained }) => {
      if (how !== "full-but-missed") return [];
      const message = clauses(
        `${named(row.name)}未完成指标值而得满分 ${points(entered)}`,
        `按规则为 ${points(computed)} 分`,
        "请核对",
      );
      // A bare number does not say which way is better (rules catalogue N5).
      return [
        finding({
          code: CODE,
          severity: explained || unsigned.has(cell) ? "warning" : "error",
          cell,
          message,
          stated: points(entered),
          computed: points(computed),
        }),
      ];
    },
  );
}

/** Where no rule gives a score, target and result still say whether full marks are deserved. */
function withoutRule(evaluation: ScoredEvaluation): Finding[] {
  return evaluation.indicators.flatMap(({ entry, enteredScore, computedScore, points: most, status }) => {
    if (
      status === "shared" ||
      entry.score === null ||
      computedScore !== null ||
      enteredScore === null ||
      most === null
    )
      return [];
    if (
      entry.target === null ||
      entry.actual === null ||
      !enteredScore.equals(most) ||
      reached(entry.target, entry.actual) !== false
    )
      return [];
    const message = clauses(
      `${named(leafName(entry))}完成 ${entry.actual.text}，未达 ${entry.target.text}，却得满分`,
      "请核对",
    );
    return [
      finding({
        code: CODE,
        severity: "warning",
        cell: entry.score.cell,
        message,
        stated: points(enteredScore),
      }),
    ];
  });
}
