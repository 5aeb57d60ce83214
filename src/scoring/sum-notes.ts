import { toDecimal } from "../expr/decimal";
import { HUNDRED, ZERO, type Exact } from "../expr/exact";
import { speakNumber } from "../expr/explain";
import type { ScoredFund, ScoredIndicator } from "../model/evaluation";
import { finding, type Finding } from "../model/finding";
import { leafName, type EvaluationForm } from "../model/form";
import { isWhole } from "../model/scope";

/** What the reader of a total should know of its points. */
export function partialNote(form: EvaluationForm, points: Exact | null): Finding[] {
  if (points === null || points.equals(HUNDRED) || points.equals(ZERO)) return [];
  const cell = form.totals.find(isWhole)?.cell ?? form.indicators[0]?.cell ?? null;
  return [
    finding({
      code: "points-not-100",
      severity: "note",
      cell,
      message: `分值合计为 ${toDecimal(points)} 分，等级按得分折算为百分制后判定。`,
    }),
  ];
}

/** A score in a row without points, in a form that gives points to others: it enters the total and nothing says of how many. */
export function unpointedNotes(rows: readonly (ScoredIndicator | ScoredFund)[]): Finding[] {
  return rows.flatMap(({ entry, points, score, status }) =>
    points !== null || score === null || status === "shared"
      ? []
      : [
          finding({
            code: "score-without-points",
            severity: "warning",
            cell: entry.score?.cell ?? entry.cell,
            message: `“${"item" in entry ? entry.item : leafName(entry)}”得 ${speakNumber(score, "points")}，没有分值，已计入总分而不能计算得分率；请补填分值。`,
          }),
        ],
  );
}
