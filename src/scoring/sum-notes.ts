import { toDecimal } from "../expr/decimal";
import { HUNDRED, ZERO, type Exact } from "../expr/exact";
import type { ScoredIndicator } from "../model/evaluation";
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

/**
 * Rows with a score and no points in a form whose 分值 column gives points to others: they enter the total and nothing
 * says of how many. A form without that column is asked for it as a whole.
 */
export function unpointedNotes(form: EvaluationForm, rows: readonly ScoredIndicator[]): Finding[] {
  if (!form.columns.some(({ role }) => role === "points")) return [];
  const open = rows.filter(
    ({ points, score, status }) => points === null && score !== null && status !== "shared",
  );
  const [first] = open;
  if (first === undefined) return [];
  const others = open.length === 1 ? "" : `等 ${open.length} 项`;
  return [
    finding({
      code: "score-without-points",
      severity: "warning",
      cell: first.entry.score?.cell ?? first.entry.cell,
      message: `“${leafName(first.entry)}”${others}有得分而没有分值，得分已计入总分，但算不出得分率；请补填分值。`,
    }),
  ];
}
