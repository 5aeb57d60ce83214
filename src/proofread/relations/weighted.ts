import { exactly, productOf, sumOf } from "../../printed/estimate";
import { addUp, HUNDRED, ONE } from "../../expr/exact";
import type { Relation } from "../reading";
import { estimate, relation, valueOf } from "../relation";
import type { TextNumber } from "../text-model";

const WEIGHTS = /权重/;
const TOTAL_SCORE = /(?:得分|评分|总分)$/;

/** 权重分别为 15%、20%…, a row of 得分率 with as many, and the score of the whole. */
export const weighted: Relation = ({ numbers, tables }) => {
  const weights = percentRun(numbers);
  if (weights === null) return [];
  const rates = tables
    .flatMap(({ rows }) => rows)
    .filter(
      ({ cells, numbers: own }) =>
        cells.some((cell) => /^得分率$/.test(cell)) &&
        own.length === weights.length &&
        own.every(({ kind }) => kind === "rate"),
    );
  const totals = numbers.filter(
    ({ kind, label, hold }) => kind === "points" && hold === "stated" && TOTAL_SCORE.test(label),
  );
  const [row] = rates;
  const [total] = totals;
  if (
    row === undefined ||
    rates.length > 1 ||
    total === undefined ||
    totals.some((other) => !valueOf(other).equals(valueOf(total)))
  )
    return [];
  const should = sumOf(
    row.numbers.map((rate, at) =>
      productOf(estimate(rate), exactly(valueOf(weights[at] ?? rate).mul(HUNDRED))),
    ),
  );
  return [relation({ kind: "score", stated: total, should, how: "各指标权重×得分率" })];
};

/** Percentages one after another that make 100 % and are called weights. */
function percentRun(numbers: readonly TextNumber[]): readonly TextNumber[] | null {
  const start = numbers.findIndex(({ kind, label }) => kind === "rate" && WEIGHTS.test(label));
  if (start === -1) return null;
  const first = numbers[start];
  const run = numbers
    .slice(start, start + 12)
    .filter(({ kind, sentenceNumber }) => kind === "rate" && sentenceNumber === first?.sentenceNumber);
  const sum = addUp(run.map(valueOf));
  return run.length >= 2 && sum.equals(ONE) ? run : null;
}
