import { evaluate } from "../expr/evaluate";
import { explain } from "../expr/explain";
import {
  absolute,
  constant,
  guarded,
  message,
  round,
  step,
  type Expression,
  type StepNode,
} from "../expr/expression";
import { ONE, ZERO, exact } from "../expr/exact";
import type { RuleApplication, RuleOutcome } from "../model/evaluation";
import type { Finding } from "../model/finding";
import { leafName, type IndicatorEntry } from "../model/form";
import type { Target } from "../model/quantity";
import { standardRatesOf } from "./rates/definition";
import { openBound } from "./ways/bounds";
import type { RuleContext } from "./context";
import type { Built, Measure, ScoringCase } from "./kind";
import { judgement } from "./kind";
import { attainment, byAttainment } from "./kinds/attainment";
import { JUDGED, type Missed } from "./ways/ratio";
import { measured as measuredBy, type Measured } from "./rates/measure";
import { notes } from "./notes";
import { operandOf, pointsOperand, type Operand } from "./operand";
import { readRule, type RuleText } from "./read-rule";

export { applyFundRule } from "./rates/fund";

/** Scores one indicator by its 评分标准, or by the national self-evaluation rule where it has none. Never throws, never invents points. */
export function applyRule(entry: IndicatorEntry, context: RuleContext): RuleApplication {
  const text = entry.rule === null ? null : readRule(entry.rule.text);
  const { kind, label } = text?.rule ?? { kind: attainment.name, label: attainment.label };
  if (
    entry.actual?.nature === "not-applicable" ||
    (entry.points === null && entry.score?.entered.nature === "not-applicable") ||
    (entry.target?.nature === "not-applicable" && (entry.actual?.value ?? null) === null)
  ) {
    return notApplicable(entry, context, kind, label);
  }
  if (entry.points === null) return withoutPoints(entry, kind, label);
  const found = untyped(entry) ? measuredBy(entry, leafName(entry), text, context) : NOT_MEASURED;
  const of = caseOf(entry, entry.points, text, context, found.measure);
  const built = build(of, text);
  const named = built.kind !== "missing" && built.as !== undefined ? built.as : { kind, label };
  const unread = text !== null && text.rule === null && text.givesPoints;
  return {
    ...(unread ? { kind: null, label: "人工评分" } : named),
    ...(found.measure === null ? {} : { measured: found.measure.step, sources: found.measure.sources }),
    outcome: withReason(outcomeOf(built, of), found),
    notes: [
      ...(of.measure?.notes ?? []),
      ...found.notes,
      ...(built.kind === "missing" ? [] : (built.notes ?? [])),
    ],
  };
}

const NOT_MEASURED: Measured = { measure: null, why: null, notes: [] };

const untyped = ({ actual }: IndicatorEntry): boolean => actual === null || actual.nature === "empty";

/** 实际完成值未填写，缺“编制数”: what the rate waits for is said where nothing else is. */
function withReason(outcome: RuleOutcome, { measure, why }: Measured): RuleOutcome {
  if (measure !== null || why === null || outcome.kind !== "not-filled") return outcome;
  return { ...outcome, why: `${outcome.why}；${why}，未计算` };
}

function caseOf(
  entry: IndicatorEntry,
  points: NonNullable<IndicatorEntry["points"]>,
  text: RuleText | null,
  context: RuleContext,
  measure: Measure | null,
): ScoringCase {
  const name = leafName(entry);
  return {
    entry,
    name,
    points: pointsOperand(points),
    pointsValue: points.value,
    target: entry.target,
    actual: entry.actual,
    measure,
    result: ofSize(measure === null ? operandOf(entry.actual) : measured(measure), text),
    context,
  };
}

function measured({ step: of }: Measure): Operand {
  const percent = of.style === "percent";
  return { expression: of, value: evaluate(of) ?? ZERO, percent, unit: null, factor: ONE };
}

/** `调整率绝对值≤5%,得3分`: -8% is held against it as 8%. */
function ofSize(result: Operand | null, text: RuleText | null): Operand | null {
  if (result === null || text === null || !text.plain.includes("绝对值")) return result;
  const { value, percent, unit } = result;
  const expression = step(
    "绝对值",
    percent ? "percent" : "amount",
    absolute(result.expression),
    unit ?? undefined,
  );
  return { ...result, expression, value: value.abs() };
}

function build(of: ScoringCase, text: RuleText | null): Built {
  const hidden = [of.actual, of.target].find((quantity) => quantity?.nature === "undisclosed");
  if (hidden != null) {
    // Cannot be computed whatever the rule: the human score stands (rules catalogue Q6).
    const what = hidden === of.actual ? "实际完成值" : "年度指标值";
    const found = notes.undisclosed(hidden.cell ?? of.entry.cell, what, hidden.text);
    return judgement(`${what}未公开，保留人工评分`, [found]);
  }
  const bound = openBound(of);
  if (bound !== null) return judgement(bound);
  if (text?.rule != null) return text.rule.build(of);
  if (text !== null && text.givesPoints)
    return { ...judgement(`按评分标准人工评分：${shortened(text.plain)}`), saysWordingOnly: true };
  const noTarget = of.target === null || of.target.nature === "empty";
  const usual = noTarget && of.result !== null ? usualTarget(of) : null;
  return usual === null
    ? byAttainment(of, "in-proportion")
    : byAttainment({ ...of, target: usual.target }, usual.missed);
}

const shortened = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text);

/** A standard rate without a printed target is held against its usual one: 执行率 ≥ 100%, 控制率 ≤ 100%. */
function usualTarget(of: ScoringCase): { target: Target; missed: Missed } | null {
  const usual = standardRatesOf(of.name)[0]?.usual;
  if (usual === undefined) return null;
  const target: Target = {
    text: `${usual.comparison === ">=" ? "≥" : "≤"}${usual.value === "1" ? "100%" : "0%"}`,
    cell: null,
    nature: "number",
    comparison: usual.comparison,
    value: exact(usual.value),
    value2: null,
    date: null,
    unit: "%",
    factor: ONE,
    live: null,
    direction: null,
  };
  return { target, missed: usual.missed };
}

function outcomeOf(built: Built, of: ScoringCase): RuleOutcome {
  if (built.kind === "missing") return { kind: "not-filled", why: built.why };
  if (built.kind === "judgement") {
    const { why, saysWordingOnly } = built;
    return { kind: "needs-judgement", why, ...(saysWordingOnly === true ? { saysWordingOnly } : {}) };
  }
  const score = step(
    "得分",
    "points",
    guardedByMeasure(roundedInside(built.score, of.context.settings.places), of.measure),
  );
  if (evaluate(score) === null) return { kind: "needs-judgement", why: explain(score) || JUDGED };
  return {
    kind: "scored",
    measure: of.measure?.step ?? null,
    completion: built.completion ?? null,
    score,
    target: built.target ?? null,
    actual: built.actual ?? of.result?.expression ?? null,
  };
}

function guardedByMeasure(score: Expression, measure: Measure | null): Expression {
  const zero =
    measure?.zeroWhen == null
      ? score
      : guarded(measure.zeroWhen, constant(ZERO, "points"), score, { then: "分子、分母均为 0，按 0 分计" });
  return measure?.undefinedWhen == null ? zero : guarded(measure.undefinedWhen, message(JUDGED), zero);
}

/** ROUND goes inside the branches where one of them is a text, for ROUND of a text is an error in Excel. */
export function roundedInside(of: Expression, places: number): Expression {
  if (of.kind === "message") return of;
  if (of.kind === "conditional" && holdsMessage(of)) {
    return { ...of, then: roundedInside(of.then, places), otherwise: roundedInside(of.otherwise, places) };
  }
  return round(of, places);
}

function holdsMessage(of: Expression): boolean {
  if (of.kind === "message") return true;
  return of.kind === "conditional" && (holdsMessage(of.then) || holdsMessage(of.otherwise));
}

function withoutPoints(entry: IndicatorEntry, kind: string, label: string): RuleApplication {
  const filled = entry.actual !== null && entry.actual.nature !== "empty";
  const outcome: RuleOutcome = filled
    ? { kind: "needs-judgement", why: "未列分值，无法计分" }
    : { kind: "not-filled", why: "未列分值，实际完成值未填写" };
  return { kind, label, outcome, notes: [] };
}

/** 不适用 / 不涉及: full points or left out, as the setting says (rules catalogue E3). */
function notApplicable(
  entry: IndicatorEntry,
  { settings }: RuleContext,
  kind: string,
  label: string,
): RuleApplication {
  const treatment = { full: "按满分处理", rescale: "不计入总分，其余指标折算为百分制", ask: "留待人工评分" }[
    settings.notApplicable
  ];
  const found: Finding[] = entry.points === null ? [] : [notes.notApplicable(entry.cell, treatment)];
  const full: StepNode | null =
    settings.notApplicable === "full" && entry.points !== null
      ? step("得分", "points", round(pointsOperand(entry.points), settings.places))
      : null;
  return {
    kind,
    label,
    outcome: { kind: "not-applicable", why: `不适用，${treatment}`, score: full },
    notes: found,
  };
}
