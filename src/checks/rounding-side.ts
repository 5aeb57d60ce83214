import { evaluate } from "../expr/evaluate";
import { HUNDRED, ZERO, type Exact } from "../expr/exact";
import { roundHalfUp } from "../expr/rounding";
import type { Scored, ScoredEvaluation } from "../model/evaluation";
import { finding, type Finding } from "../model/finding";
import { gradeOf } from "../model/grade";
import { forEachEvaluation, type Check } from "./check";
import { printed } from "../printed/precision";
import { isWhole } from "../model/scope";
import { scoredRows, statedBy } from "./shared/scored-rows";
import { clauses, named, points } from "./shared/wording";

const CODE = "rounding-side";

/** Rounding half-up changes neither the grade (89.995 → 90) nor a score more than it should (9.91 cut to 9; rules catalogue §6, §7). */
export const roundingSide: Check = {
  code: CODE,
  describe: "四舍五入不改变评价等级，得分不去尾",
  run: forEachEvaluation((evaluation) => [
    ...gradeChanged(evaluation),
    ...scoresCutOff(evaluation),
    ...roundedToFull(evaluation),
  ]),
};

/** The grade is taken on the rounded total; the reader should know when the unrounded one has another. */
function gradeChanged(evaluation: ScoredEvaluation): Finding[] {
  const { form, points: most, score, gradeScale } = evaluation;
  const totalRow = form.totals.find(isWhole);
  const own = statedBy(totalRow?.score ?? form.statedScore);
  const shown = printed(own?.entered)?.value ?? score;
  const unrounded = unroundedTotal(evaluation);
  if (shown === null || unrounded === null || most?.equals(HUNDRED) !== true) return [];
  // A total that is more than a rounding away is another matter: see total-sum.
  if (shown.sub(unrounded).abs().compare(1) >= 0) return [];
  const [grade, before] = [gradeOf(shown, gradeScale), gradeOf(unrounded, gradeScale)];
  if (grade === null || before === null || grade === before) return [];
  const cell = own?.cell ?? totalRow?.cell ?? form.statedScore?.cell ?? null;
  const message = clauses(
    `总分 ${points(shown)} 属“${grade}”，舍入前 ${points(unrounded)} 属“${before}”`,
    "请确认取整口径",
  );
  return [
    finding({
      code: CODE,
      severity: "warning",
      cell,
      message,
      stated: points(shown),
      computed: points(unrounded),
    }),
  ];
}

function unroundedTotal(evaluation: ScoredEvaluation): Exact | null {
  return scoredRows(evaluation)
    .filter(({ scored }) => scored.points !== null || scored.score !== null)
    .reduce<Exact | null>((total, { scored }) => {
      const next = unroundedScore(scored);
      return total === null || next === null ? null : total.add(next);
    }, ZERO);
}

/** What the rule gives before rounding, where that is what the counted score comes from. */
function unroundedScore({ application: { outcome }, score, adopted, agreement }: Scored): Exact | null {
  const fromRule = adopted === "computed" || agreement === "same" || agreement === "rounded";
  if (!fromRule || outcome.kind !== "scored" || score === null) return score;
  const { of } = outcome.score;
  return (of.kind === "round" ? evaluate(of.of) : null) ?? score;
}

/** 5 of 10 on a point of 1: the whole score is reached by rounding only, with the target missed. */
function roundedToFull(evaluation: ScoredEvaluation): Finding[] {
  return scoredRows(evaluation).flatMap(({ name, scored, score, hasTarget }) => {
    const { enteredScore, computedScore, agreement, points: most } = scored;
    if (agreement !== "rounded" || !hasTarget || score === null || most === null) return [];
    if (enteredScore?.equals(most) !== true || computedScore === null || computedScore.compare(most) >= 0)
      return [];
    return [
      finding({
        code: CODE,
        severity: "note",
        cell: score.cell,
        message: clauses(
          `${named(name)}按规则为 ${points(computedScore)} 分，取整后为满分 ${points(most)}`,
          "未完成指标值，请确认取整口径",
        ),
        stated: points(enteredScore),
        computed: points(computedScore),
      }),
    ];
  });
}

function scoresCutOff(evaluation: ScoredEvaluation): Finding[] {
  return scoredRows(evaluation).flatMap(({ name, scored, score }) => {
    const { enteredScore, computedScore, agreement } = scored;
    if (agreement !== "floored" || enteredScore === null || computedScore === null || score === null)
      return [];
    const places = enteredScore.d === 1n ? 0 : 1;
    const rounded = points(roundHalfUp(computedScore, places));
    const message = clauses(
      `${named(name)}按规则为 ${points(computedScore)} 分，填写 ${points(enteredScore)} 系去尾`,
      `四舍五入为 ${rounded}`,
    );
    return [
      finding({
        code: CODE,
        severity: "note",
        cell: score.cell,
        message,
        stated: points(enteredScore),
        computed: points(computedScore),
      }),
    ];
  });
}
