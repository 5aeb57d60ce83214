import { addUp, ZERO, type Exact } from "../expr/exact";
import { CellMap } from "../expr/cell-map";
import type { CellAddress } from "../expr/cell";
import type { Scored, ScoredEvaluation, ScoredFund, ScoredIndicator } from "../model/evaluation";
import { leafName } from "../model/form";
import { standardRatesOf } from "../rules/rates/definition";
import { EXECUTION_DIMENSION } from "./dimensions";
import { isDropped } from "./sums";

/**
 * Why points are missing: the target was missed, the money was not spent, the rule deducts, a person judged,
 * nobody has scored yet, the total is capped or rescaled, or the form does not say which row lost them.
 */
export type LossCause =
  "target" | "execution" | "deduction" | "judged" | "waiting" | "adjusted" | "unassigned" | "bonus";

export const LOSS_CAUSES: Readonly<Record<LossCause, string>> = {
  target: "未达目标",
  execution: "预算执行率",
  deduction: "按规则扣分",
  judged: "人工评分",
  waiting: "待评分",
  adjusted: "封顶或折算",
  unassigned: "未列到指标",
  bonus: "加分",
};

/** Points between 分值 and 得分 of one row. */
export interface Loss {
  /** The row's cell on the user's sheet; null for what no row tells. */
  readonly cell: CellAddress | null;
  readonly dimension: string | null;
  readonly name: string;
  readonly points: Exact | null;
  readonly score: Exact | null;
  /** 分值 − 得分; negative for a bonus. All points of a row that waits for its score. */
  readonly lost: Exact;
  readonly cause: LossCause;
  /** What the form states as the reason; "" where it states none. */
  readonly reason: string;
  /** How the score came about, with its numbers. */
  readonly explanation: string;
}

/** 失分分析: where 分值 − 得分 of the evaluation went, most first; the lines add up to it. */
export function lossesOf(evaluation: ScoredEvaluation): Loss[] {
  const rows = rowLosses(evaluation);
  const { points, score } = evaluation;
  if (points === null || score === null) return ranked(rows);
  const rest = points.sub(score).sub(addUp(rows.map(({ lost }) => lost)));
  if (rest.equals(ZERO)) return ranked(rows);
  const { rescaled, cap } = evaluation.adjustments;
  const isAdjusted = rescaled || cap !== null;
  return ranked([
    ...rows,
    {
      cell: cap?.stated.cell ?? null,
      dimension: null,
      name: isAdjusted ? "总分封顶或折算" : "未列到指标的分数",
      points: null,
      score: null,
      lost: rest,
      cause: isAdjusted ? "adjusted" : "unassigned",
      reason: "",
      explanation: cap?.stated.text.trim() ?? "",
    },
  ]);
}

const ranked = (losses: readonly Loss[]): Loss[] =>
  losses
    .map((loss, order) => ({ loss, order }))
    .sort((a, b) => b.loss.lost.compare(a.loss.lost) || a.order - b.order)
    .map(({ loss }) => loss);

function rowLosses(evaluation: ScoredEvaluation): Loss[] {
  const { funds, indicators, dimensions } = evaluation;
  const shared = pointsOfSharedRows(indicators);
  const rows = [...funds.filter(({ entry }) => entry.counts), ...indicators];
  const losses = rows.flatMap((row) => {
    if (row.points === null || row.status === "shared" || isDropped(row)) return [];
    const points = row.points.add(shared.get(row.entry.cell) ?? ZERO);
    const lost = row.score === null ? points : points.sub(row.score);
    return lost.equals(ZERO) ? [] : [lossOf(row, points, lost)];
  });
  if (rows.some(({ points }) => points !== null)) return losses;
  // A conclusion form prints no indicators: its level-1 indicators lose the points.
  return dimensions.flatMap(({ name, points, score }) =>
    points === null || score === null || points.equals(score)
      ? []
      : [
          {
            cell: evaluation.form.dimensions.find((entry) => entry.name === name)?.cell ?? null,
            dimension: name,
            name,
            points,
            score,
            lost: points.sub(score),
            cause: "judged" as const,
            reason: "",
            explanation: "",
          },
        ],
  );
}

/** Rows of one merged score cell: the first carries the score, and answers for the points of all. */
function pointsOfSharedRows(indicators: readonly ScoredIndicator[]): CellMap<Exact> {
  const sums = new CellMap<Exact>();
  for (const { entry, points, status } of indicators) {
    if (status !== "shared" || entry.sharesScoreWith === null || points === null) continue;
    sums.set(entry.sharesScoreWith, (sums.get(entry.sharesScoreWith) ?? ZERO).add(points));
  }
  return sums;
}

function lossOf(row: ScoredIndicator | ScoredFund, points: Exact, lost: Exact): Loss {
  const { entry } = row;
  const isFund = "item" in entry;
  return {
    cell: entry.cell,
    dimension: isFund ? EXECUTION_DIMENSION : entry.level1,
    name: isFund ? EXECUTION_DIMENSION : leafName(entry),
    points,
    score: row.score,
    lost,
    cause: causeOf(row, lost, isFund || isExecution(leafName(entry))),
    reason: entry.reason?.text.trim() ?? "",
    explanation: row.explanation,
  };
}

const isExecution = (name: string): boolean =>
  standardRatesOf(name).some((rate) => rate.name === EXECUTION_DIMENSION);

function causeOf(row: Scored & { readonly entry: object }, lost: Exact, execution: boolean): LossCause {
  if (row.score === null) return "waiting";
  if (lost.compare(ZERO) < 0) return "bonus";
  const byRule = row.adopted === "computed" || ["same", "rounded", "floored"].includes(row.agreement);
  if (!byRule) return "judged";
  if (execution) return "execution";
  return deducts(row) ? "deduction" : "target";
}

function deducts({ entry }: { readonly entry: object }): boolean {
  return "rule" in entry && /扣/.test((entry as ScoredIndicator["entry"]).rule?.text ?? "");
}
