import { evaluate } from "../expr/evaluate";
import { HUNDRED, type Exact } from "../expr/exact";
import { constant, type Expression } from "../expr/expression";
import { speakNumber } from "../expr/explain";
import type { ScoredFund, ScoredIndicator, TotalAdjustments } from "../model/evaluation";
import type { Finding } from "../model/finding";
import { leafName, type EvaluationForm, type Field } from "../model/form";
import type { Settings } from "../model/settings";
import { executionRateOf } from "../rules/rates/fund";
import { standardRatesOf } from "../rules/rates/definition";
import { rescaledTotal } from "./rescale";
import { asShare, operandOf } from "../rules/operand";
import { cappedTotal, readTotalCap, type TotalCap } from "./total-cap";
import { isDropped } from "./dimensions";

/** What stands between the sum of the scores and the total: 折算 (rules catalogue N23), 封顶 (N21). */
export function adjustmentsOf(
  form: EvaluationForm,
  funds: readonly ScoredFund[],
  indicators: readonly ScoredIndicator[],
  settings: Settings,
): TotalAdjustments {
  const cap = statedCap(form);
  const rate = cap === null ? null : executionRate(funds, indicators);
  return {
    rescaled: settings.notApplicable === "rescale" && indicators.some(isDropped),
    cap: cap === null || rate === null ? null : { ...cap, rate },
  };
}

/** The total of a sum of scores; null where the sum is. */
export function adjustedTotal(
  sum: Exact | null,
  applicablePoints: Exact | null,
  { rescaled, cap }: TotalAdjustments,
  places: number,
): Exact | null {
  if (sum === null) return null;
  const rescale = rescaled && applicablePoints !== null;
  const total = rescale
    ? rescaledTotal([constant(sum, "points")], [constant(applicablePoints, "points")], places)
    : constant(sum, "points");
  return evaluate(cap === null ? total : cappedTotal(cap, total, cap.rate));
}

/** Tells of a cap that the form states, whether it bites or not. */
export function capNotes({ cap }: TotalAdjustments, before: Exact | null, after: Exact | null): Finding[] {
  if (cap === null || before === null || after === null) return [];
  const rate = evaluate(cap.rate);
  if (rate === null) return [];
  const spoken = speakNumber(rate, "percent");
  return [
    {
      code: "total-cap",
      severity: "note",
      cell: cap.stated.cell,
      message: before.equals(after)
        ? `表中规定按预算执行率限制总分：预算执行率 ${spoken}，总分 ${speakNumber(after, "points")}未超过上限。`
        : `表中规定按预算执行率限制总分：预算执行率 ${spoken}，总分由 ${speakNumber(before, "points")}降为 ${speakNumber(after, "points")}。`,
      stated: null,
      computed: null,
    },
  ];
}

interface StatedCap extends TotalCap {
  readonly stated: Field;
}

/** The first footnote or rule that caps the total. */
function statedCap(form: EvaluationForm): StatedCap | null {
  const texts = [...form.notes, ...form.indicators.flatMap(({ rule }) => rule ?? [])];
  for (const stated of texts) {
    if (!/总分|封顶/.test(stated.text)) continue;
    for (const sentence of sentences(stated.text)) {
      const cap = readTotalCap(sentence);
      if (cap !== null) return { steps: cap.steps, stated };
    }
  }
  return null;
}

/** The whole text first, then its sentences without 注 and their numbers. */
function sentences(text: string): string[] {
  const bare = (part: string): string =>
    part.replace(/^\s*(?:注|备注|说明)?[:：]?\s*(?:\d+[.、．]|[(（]\d+[)）]|[①-⑳])?\s*/, "");
  return [text, ...text.split(/[。\n]/)].map(bare);
}

/** 预算执行率 of the fund row that counts, else of the indicator of that name; null where neither has a number (0 ÷ 0). */
function executionRate(
  funds: readonly ScoredFund[],
  indicators: readonly ScoredIndicator[],
): Expression | null {
  const fund = funds.find(({ entry }) => entry.counts);
  const outcome = fund?.application.outcome;
  if (outcome?.kind === "scored" && outcome.completion !== null) return outcome.completion;
  const ofFund = fund === undefined ? null : executionRateOf(fund.entry);
  if (ofFund !== null && evaluate(ofFund) !== null) return ofFund;
  const indicator = indicators.find(({ entry }) =>
    standardRatesOf(leafName(entry)).some(({ name }) => name === "预算执行率"),
  );
  if (indicator === undefined) return null;
  const { application, entry } = indicator;
  const measure = application.outcome.kind === "scored" ? application.outcome.measure : null;
  if (measure !== null && evaluate(measure) !== null) return measure;
  const typed = operandOf(entry.actual);
  return typed === null ? null : asShare(typed).expression;
}

/** A rescaled total is out of 100, whatever the points of the rows. */
export function pointsOfTotal(points: Exact | null, { rescaled }: TotalAdjustments): Exact | null {
  return rescaled && points !== null ? HUNDRED : points;
}
