import { evaluate } from "../expr/evaluate";
import { HUNDRED } from "../expr/exact";
import { constant, guarded, known, message, type Expression } from "../expr/expression";
import { explain, speakNumber } from "../expr/explain";
import type { ScoredFund, ScoredIndicator, TotalAdjustments, TotalLine } from "../model/evaluation";
import { finding, type Finding } from "../model/finding";
import { leafName, type EvaluationForm, type Field } from "../model/form";
import type { GradeScale } from "../model/grade";
import type { Settings } from "../model/settings";
import { AWAITING_SCORE } from "../model/sheet-names";
import { executionRateOf } from "../rules/rates/fund";
import { standardRatesOf } from "../rules/rates/definition";
import { rescaledTotal } from "./rescale";
import { asShare, operandOf } from "../rules/operand";
import { cappedTotal, readTotalCap, type TotalCap } from "./total-cap";
import { isDropped, scoredSum, type SumParts } from "./sums";

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

/**
 * From the sum of the rows to the total, each step a line of its own: 折算 makes what applies count as 100, 封顶 takes
 * off what the form's limit does not allow. The last line is the total.
 * @param graded whether the total has a grade: its points are known, or the form itself prints it out of 100
 */
export function totalLines(
  { points, score }: SumParts,
  { rescaled, cap }: TotalAdjustments,
  { places, scale, graded }: { places: number; scale: GradeScale; graded: boolean },
): [TotalLine, ...TotalLine[]] {
  const line = (name: string, parts: SumParts, explanation: string, isTotal = true): TotalLine => ({
    name,
    explanation,
    sum: scoredSum(parts, scale, isTotal && graded),
  });
  const capped = (name: string, parts: SumParts, explanation = ""): [TotalLine, ...TotalLine[]] => {
    const total = line(name, parts, explanation);
    if (cap === null || parts.score === null) return [total];
    const limited = cappedTotal(cap, parts.score, cap.rate);
    const of = { points: parts.points, score: whenKnown(parts.score, limited) };
    return [total, line("封顶后总分", of, `${cap.stated.text.trim()}：${explain(limited)}`)];
  };
  if (!rescaled || score === null || points === null) return capped("合计", { points, score });
  const converted = rescaledTotal([score], [points], places);
  return [
    line("适用指标合计", { points, score }, "", false),
    ...capped(
      "合计",
      { points: constant(HUNDRED, "points"), score: whenKnown(score, converted) },
      `不适用的指标不计入，其余折算为百分制：${explain(converted)}`,
    ),
  ];
}

/** What stands after the sum is worth a number only where the sum is one. */
function whenKnown(total: Expression, then: Expression): Expression {
  return guarded(known(total), then, message(AWAITING_SCORE));
}

/** Tells of a cap that the form states, whether it bites or not. */
export function capNotes({ cap }: TotalAdjustments, lines: readonly TotalLine[]): Finding[] {
  const [before = null, after = null] = lines.slice(-2).map(({ sum }) => sum.score);
  if (cap === null || before === null || after === null) return [];
  const rate = evaluate(cap.rate);
  if (rate === null) return [];
  const spoken = speakNumber(rate, "percent");
  return [
    finding({
      code: "total-cap",
      severity: "note",
      cell: cap.stated.cell,
      message: before.equals(after)
        ? `表中规定按预算执行率限制总分：预算执行率 ${spoken}，总分 ${speakNumber(after, "points")}未超过上限。`
        : `表中规定按预算执行率限制总分：预算执行率 ${spoken}，总分由 ${speakNumber(before, "points")}降为 ${speakNumber(after, "points")}。`,
    }),
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
