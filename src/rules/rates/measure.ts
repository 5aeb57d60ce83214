import { ONE, ZERO, exact, type Exact } from "../../expr/exact";
import { evaluate } from "../../expr/evaluate";
import { speakNumber } from "../../expr/explain";
import {
  absolute,
  add,
  both,
  compare,
  constant,
  divide,
  guarded,
  input,
  message,
  multiply,
  step,
  subtract,
  sum,
  type Condition,
  type Expression,
} from "../../expr/expression";
import type { IndicatorEntry } from "../../model/form";
import type { Finding } from "../../model/finding";
import type { RuleContext } from "../context";
import { preferring, standardRatesOf, type Definition, type WeightedDefinition } from "./definition";
import { plainName } from "../../text/plain-wording";
import type { RuleText } from "../read-rule";
import type { Measure } from "../kind";
import { notes } from "../notes";
import { asShare, inUnitOf, operandOf, type Operand } from "../operand";
import type { Term } from "./amounts";
import type { StandardRate } from "./standard-rates";

const NOUGHT = constant(ZERO);

/** The result of an indicator whose 实际完成值 is empty, from the base data that the workbook holds; null without them. */
export function measureOf(
  entry: IndicatorEntry,
  name: string,
  rule: Pick<RuleText, "definition" | "weighted"> | null,
  context: RuleContext,
): Measure | null {
  return (
    byDefinition(entry, name, rule?.definition ?? null, context) ??
    (rule?.weighted == null ? null : byWeights(rule.weighted, context)) ??
    bySurvey(name, context) ??
    byName(name, context)
  );
}

function byDefinition(
  entry: IndicatorEntry,
  name: string,
  definition: Definition | null,
  context: RuleContext,
): Measure | null {
  const own: readonly Quotient[] = definition === null ? [] : [ownRate(definition)];
  const standard = standardRatesOf(name).map((rate) => preferring(rate, definition));
  for (const rate of [...own, ...standard]) {
    if (isHidden(rate, context)) return null;
    const top = amountOf(rate.top, context);
    const bottoms = rate.bottoms.flatMap((terms) => amountOf(terms, context, top?.first) ?? []);
    const [bottom, ...others] = bottoms;
    if (top === null || bottom === undefined) continue;
    const above = rate.absolute === true ? absolute(top.expression) : top.expression;
    const chosen = rateStep(rate, above, bottom, context);
    const doubts =
      own.includes(rate) || definition !== null
        ? []
        : others.flatMap((other) => denominatorNote(entry, rate, above, bottom, other));
    return { ...chosen, notes: [...zeroNote(entry, rate, above, bottom.expression, context), ...doubts] };
  }
  return null;
}

/** With an amount that is not disclosed there is no rate, and none on another amount in its place. */
function isHidden({ top, bottoms }: Quotient, { facts }: RuleContext): boolean {
  const names = [...top, ...bottoms.flat()].flatMap((term) => term.names);
  return facts.find(names).some(({ quantity }) => quantity.nature === "undisclosed");
}

/** What a rate is divided from. */
type Quotient = Omit<StandardRate, "synonyms" | "usual">;

/** 0/0 counts as the standard rate of that name has it: no spending on nothing is no growth, whoever prints the formula. */
function ownRate({ name, top, bottom }: Definition): Quotient {
  return { name, top, bottoms: [bottom], atZero: standardRatesOf(name)[0]?.atZero ?? "1" };
}

interface Amount {
  readonly name: string;
  /** All other amounts of the rate are brought to its unit. */
  readonly first: Operand;
  readonly expression: Expression;
}

/** The amounts of all terms, added and taken off; null when one is not in the workbook. */
function amountOf(terms: readonly Term[], context: RuleContext, inUnit?: Operand): Amount | null {
  let total: Expression | null = null;
  let first = inUnit ?? null;
  const names: string[] = [];
  for (const term of terms) {
    const fact = context.facts.find(term.names).find(({ quantity }) => operandOf(quantity) !== null);
    const operand = fact === undefined ? null : operandOf(fact.quantity);
    if (fact === undefined || operand === null) return null;
    first ??= operand;
    const amount = bare(inUnitOf(operand, first).expression);
    total =
      total === null
        ? term.sign === "-"
          ? subtract(NOUGHT, amount)
          : amount
        : term.sign === "-"
          ? subtract(total, amount)
          : add(total, amount);
    names.push(fact.name);
  }
  return total === null || first === null ? null : { name: names.join("、"), first, expression: total };
}

/** Amounts of money are spoken without their unit inside a rate: 14,911.74 ÷ 15,383.72. */
function bare(expression: Expression): Expression {
  if (expression.kind === "constant") return constant(expression.value, expression.style);
  if (expression.kind !== "input") return expression;
  const { cell, value, style, reading } = expression;
  return input(cell, value, reading === undefined ? { style } : { style, reading });
}

function rateStep(
  rate: Quotient,
  top: Expression,
  bottom: Amount,
  { settings }: RuleContext,
): Omit<Measure, "notes"> {
  const below = bottom.expression;
  const noDenominator = compare(below, "=", NOUGHT);
  const atZero =
    settings.zeroBudget === "full"
      ? guarded(compare(top, "=", NOUGHT), constant(rate.atZero, "percent"), message("分母为 0"), {
          then: `分子、分母均为 0，按 ${rate.atZero === "1" ? "100%" : "0%"} 计`,
        })
      : message("分母为 0");
  const of = guarded(noDenominator, atZero, divide(top, below));
  const onlyDenominator: Condition = both(noDenominator, compare(top, "<>", NOUGHT));
  return {
    step: step(rate.name, "percent", of),
    undefinedWhen: settings.zeroBudget === "ask" ? noDenominator : onlyDenominator,
    zeroWhen: settings.zeroBudget === "zero" ? both(noDenominator, compare(top, "=", NOUGHT)) : null,
  };
}

const isZero = (expression: Expression): boolean => evaluate(expression)?.equals(ZERO) === true;

function zeroNote(
  entry: IndicatorEntry,
  rate: Quotient,
  top: Expression,
  bottom: Expression,
  { settings }: RuleContext,
): Finding[] {
  if (!isZero(top) || !isZero(bottom)) return [];
  const treatment = { full: "按满分处理", zero: "按 0 分处理", ask: "留待人工评分" }[settings.zeroBudget];
  return [notes.zeroBudget(entry.cell, rate.name, treatment)];
}

function denominatorNote(
  entry: IndicatorEntry,
  rate: Quotient,
  top: Expression,
  used: Amount,
  other: Amount,
): Finding[] {
  const [one, two] = [quotient(top, used.expression), quotient(top, other.expression)];
  if (one === null || two === null || one.equals(two)) return [];
  return [
    notes.denominator(
      entry.cell,
      rate.name,
      used.name,
      speakNumber(one, "percent"),
      other.name,
      speakNumber(two, "percent"),
    ),
  ];
}

const quotient = (top: Expression, bottom: Expression): Exact | null => evaluate(divide(top, bottom));

/** 服务对象×50%＋社会公众×40%＋内部员工×10%, where the survey states no weights of its own (rules catalogue N11; report 3). */
const GROUP_WEIGHTS: readonly (readonly [RegExp, string])[] = [
  [/服务对象/, "0.5"],
  [/社会公众|社会群众|公众/, "0.4"],
  [/内部员工|单位员工|职工|员工/, "0.1"],
];

function bySurvey(name: string, context: RuleContext): Measure | null {
  if (!/满意[度率]/.test(name)) return null;
  return (
    weightedSurvey(name, context) ??
    factMeasure(name, ["满意度", "整体满意率", "总体满意度", "综合满意度"], context)
  );
}

function weightedSurvey(name: string, { facts }: RuleContext): Measure | null {
  const groups = facts.surveyGroups.flatMap((group) => {
    const share = operandOf(group.share);
    const weight = operandOf(group.weight);
    const usual = GROUP_WEIGHTS.find(([pattern]) => pattern.test(group.name))?.[1];
    const weightExpression =
      weight !== null ? asShare(weight).expression : usual === undefined ? null : constant(usual, "percent");
    return share === null || weightExpression === null
      ? []
      : [{ share: asShare(share).expression, weight: weightExpression }];
  });
  const whole = evaluate(sum(groups.map(({ weight }) => weight)));
  if (groups.length < 2 || groups.length !== facts.surveyGroups.length || whole?.equals(ONE) !== true)
    return null;
  const weighted = sum(groups.map(({ share, weight }) => multiply(share, weight)));
  return { step: step(name, "percent", weighted), undefinedWhen: null, zeroWhen: null, notes: [] };
}

const groupName = (name: string): string => plainName(name).replace(/满意[度率]$/, "");

/** The weights that the rule prints, over the survey's groups or 基础数据; a weight that the survey states too is read from its cell. */
function byWeights({ name, parts }: WeightedDefinition, { facts }: RuleContext): Measure | null {
  const terms = parts.map((part) => {
    const group = facts.surveyGroups.find((each) => groupName(each.name) === groupName(part.name));
    const share = operandOf(group?.share ?? facts.find([part.name])[0]?.quantity ?? null);
    const stated = operandOf(group?.weight ?? null);
    const own = stated === null ? null : asShare(stated);
    const weight =
      own?.value.equals(part.weight) === true ? own.expression : constant(part.weight, "percent");
    return share === null ? null : multiply(asShare(share).expression, weight);
  });
  const known = terms.filter((term) => term !== null);
  if (known.length < terms.length) return null;
  return { step: step(name, "percent", sum(known)), undefinedWhen: null, zeroWhen: null, notes: [] };
}

/** A row of 基础数据 with the indicator's own name. */
function byName(name: string, context: RuleContext): Measure | null {
  return factMeasure(name, [name], context);
}

function factMeasure(name: string, names: readonly string[], { facts }: RuleContext): Measure | null {
  const found = facts.find(names).filter(({ quantity }) => quantity.nature === "number");
  const distinct = found.filter(
    (fact, index) =>
      found.findIndex(({ quantity }) => quantity.value?.equals(fact.quantity.value ?? exact(0)) === true) ===
      index,
  );
  const operand = distinct.length === 1 ? operandOf(distinct[0]?.quantity ?? null) : null;
  if (operand === null) return null;
  return {
    step: step(name, operand.percent ? "percent" : "amount", operand.expression),
    undefinedWhen: null,
    zeroWhen: null,
    notes: [],
  };
}
