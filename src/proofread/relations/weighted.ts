import { exactly, productOf, sumOf } from "../../checks/estimate";
import { exact, HUNDRED, ONE, parseDecimal } from "../../expr/exact";
import { nameKey } from "../labels";
import type { Reading, Relation } from "../reading";
import { digits, estimate, relation, valueOf } from "../relation";
import type { TextNumber, TextRelation } from "../text-model";

/** 服务对象满意度×50%+社会公众满意度×40%+…. */
const TERM = /([^()+=×÷,。;:]{2,20})× ?(\d{1,3}(?:\.\d+)?) ?%/g;
const WEIGHTS = /权重/;
const TOTAL_SCORE = /(?:得分|评分|总分)$/;

/** A total made of rates and weights: Σ weight × rate. */
export const weighted: Relation = (reading) => [...writtenOut(reading), ...ofDimensions(reading)];

/** The formula is printed; its rates are the latest numbers before it that bear its names. */
function writtenOut({ passages, byPassage, sentences }: Reading): TextRelation[] {
  return sentences.flatMap((sentence) => {
    const [first] = sentence;
    const passage = first && passages[first.passage];
    if (first === undefined || passage === undefined || !passage.text.includes("×")) return [];
    const stated = sentence.find(
      (number) =>
        number.kind === "rate" &&
        number.hold === "stated" &&
        /%? ?\)? ?= ?$/.test(passage.text.slice(Math.max(0, number.start - 6), number.start)),
    );
    if (stated === undefined) return [];
    const from = Math.max(0, stated.start - 200);
    const terms = [...passage.text.slice(from, stated.start).matchAll(TERM)];
    const before = (byPassage[first.passage] ?? []).filter(
      ({ start, kind }) => kind === "rate" && start < from + (terms[0]?.index ?? 0),
    );
    const found = terms.map(([, name = "", weight = "0"]) => {
      const key = nameKey(name).replace(/(?:满意度|满意率|得分率|得分|率)$/, "");
      const rate = key === "" ? undefined : before.findLast(({ label }) => nameKey(label).endsWith(key));
      return rate === undefined ? null : { rate, weight: (parseDecimal(weight) ?? exact(0)).div(HUNDRED) };
    });
    const known = found.filter((term) => term !== null);
    const whole = known.reduce((sum, { weight }) => sum.add(weight), exact(0));
    if (known.length < 2 || known.length < found.length || !whole.equals(ONE)) return [];
    const should = sumOf(known.map(({ rate, weight }) => productOf(estimate(rate), exactly(weight))));
    return [
      relation({
        kind: "score",
        stated,
        should,
        how: known.map(({ rate, weight }) => `${digits(rate)}×${weight.mul(HUNDRED).toString()}%`).join("+"),
        what: "加权结果",
      }),
    ];
  });
}

/** 权重分别为 15%、20%…, a row of 得分率 with as many, and the score of the whole. */
function ofDimensions({ numbers, tables }: Reading): TextRelation[] {
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
}

/** Percentages one after another that make 100 % and are called weights. */
function percentRun(numbers: readonly TextNumber[]): readonly TextNumber[] | null {
  const start = numbers.findIndex(({ kind, label }) => kind === "rate" && WEIGHTS.test(label));
  if (start === -1) return null;
  const first = numbers[start];
  const run = numbers
    .slice(start, start + 12)
    .filter(({ kind, sentenceNumber }) => kind === "rate" && sentenceNumber === first?.sentenceNumber);
  const sum = run.reduce((total, weight) => total.add(valueOf(weight)), exact(0));
  return run.length >= 2 && sum.equals(ONE) ? run : null;
}
