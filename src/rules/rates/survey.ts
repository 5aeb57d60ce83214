import { evaluate } from "../../expr/evaluate";
import { ONE } from "../../expr/exact";
import { constant, multiply, step, sum } from "../../expr/expression";
import { choose } from "../../facts/choose";
import type { FactBook, Wanted } from "../../facts";
import type { PrintedDefinition } from "../../facts/definitions";
import type { Formula } from "../../facts/formula";
import {
  factsOfGroup,
  groupOf,
  isAnyone,
  isOfGroup,
  ofNoGroup,
  plainAnswers,
} from "../../facts/satisfaction";
import { wantedOf } from "../../facts/wanted";
import type { Fact } from "../../model/fact";
import { plainName } from "../../text/plain-wording";
import type { RuleContext } from "../context";
import type { Measure } from "../kind";
import { asShare, operandOf } from "../operand";
import type { WeightedDefinition } from "./definition";
import { rateMeasure } from "./quotient";
import { resolve, type Resolved } from "./resolve";

const bookOf = (book: FactBook, facts: readonly Fact[]): FactBook => ({
  ...book,
  facts,
  find: (wanted, change = {}) => choose(facts, wanted, { ...book.asking, body: null, ...change }),
});

const NO_SUBJECT: Pick<Wanted, "items" | "words"> = { items: [], words: [] };

/** The satisfaction that a formula defines: 满意份数÷有效问卷份数, over the survey of the indicator's own group. */
export function byDefinedSurvey(name: string, printed: PrintedDefinition, book: FactBook): Resolved {
  const own = factsOfGroup(book.facts, groupOf(name));
  return resolve({ formula: printed, subject: NO_SUBJECT, book: bookOf(book, own) });
}

/** The satisfaction of the indicator's group: its own rate, or those satisfied among all answers where no answer is in doubt. */
export function bySurvey(name: string, context: RuleContext): Measure | null {
  const group = groupOf(name);
  if (group === "") {
    const weighted = weightedSurvey(name, context);
    if (weighted !== null) return weighted;
  }
  const { book, surveyGroups } = context.facts;
  const named = factsOfGroup(book.facts, group);
  const own = named.length === 0 && isAnyone(group) ? ofNoGroup(book.facts) : named;
  const rate = choose(own, wantedOf("满意率"), { ...book.asking, body: null });
  if (rate.kind === "several") return null;
  const fact = rate.kind === "found" ? rate.readings[0]?.facts[0] : undefined;
  const operand = operandOf(fact?.quantity ?? null);
  if (fact !== undefined && operand !== null && isShare(operand.percent, fact))
    return {
      step: step(name, "percent", asShare(operand).expression),
      undefinedWhen: null,
      zeroWhen: null,
      notes: [],
      sources: [fact.quantity],
    };
  if (group !== "") {
    const stated = surveyGroups.find((each) => isOfGroup(groupName(each.name), group));
    const share = operandOf(stated?.share ?? null);
    if (stated !== undefined && share !== null)
      return {
        step: step(name, "percent", asShare(share).expression),
        undefinedWhen: null,
        zeroWhen: null,
        notes: [],
        sources: [stated.share],
      };
  }
  return byAnswers(name, own, context);
}

const isShare = (percent: boolean, { quantity }: Fact): boolean =>
  percent || (quantity.value !== null && quantity.value.compare(100) <= 0 && quantity.unit === null);

function byAnswers(name: string, own: readonly Fact[], context: RuleContext): Measure | null {
  const satisfied = plainAnswers(own);
  if (satisfied === null) return null;
  const top = satisfied.reduce<Formula | null>((before, item) => {
    const next: Formula = { kind: "name", name: item };
    return before === null ? next : { kind: "joined", sign: "+", left: before, right: next };
  }, null);
  if (top === null) return null;
  const text = `${satisfied.join("+")}÷有效问卷`;
  const formula: PrintedDefinition = {
    name: null,
    top,
    bottom: { kind: "name", name: "有效问卷" },
    text,
    stated: "",
  };
  const resolved = resolve({ formula, subject: NO_SUBJECT, book: bookOf(context.facts.book, own) });
  const [option] = resolved.kind === "computable" ? resolved.options : [];
  if (option === undefined || option.value === null || option.value.compare(ONE) > 0) return null;
  const entry = { cell: option.amounts[0]?.facts[0]?.cell ?? { sheet: "", row: 0, column: 0 } };
  return rateMeasure(entry, { name, atZero: "1", absolute: false }, option, context);
}

function weightedSurvey(name: string, { facts }: RuleContext): Measure | null {
  const groups = facts.surveyGroups.flatMap((group) => {
    const share = operandOf(group.share);
    const weight = operandOf(group.weight);
    return share === null || weight === null
      ? []
      : [{ share: asShare(share).expression, weight: asShare(weight).expression, group }];
  });
  const whole = evaluate(sum(groups.map(({ weight }) => weight)));
  if (groups.length < 2 || groups.length !== facts.surveyGroups.length || whole?.equals(ONE) !== true)
    return null;
  const weighted = sum(groups.map(({ share, weight }) => multiply(share, weight)));
  return {
    step: step(name, "percent", weighted),
    undefinedWhen: null,
    zeroWhen: null,
    notes: [],
    sources: groups.flatMap(({ group }) => [group.share, ...(group.weight === null ? [] : [group.weight])]),
  };
}

const groupName = (name: string): string => plainName(name).replace(/满意[度率]$/, "");

/** The weights that the rule prints, over the survey's groups or 基础数据; a weight that the survey states too is read from its cell. */
export function byWeights(
  name: string,
  { parts }: WeightedDefinition,
  { facts }: RuleContext,
): Measure | null {
  const sources: Measure["sources"][number][] = [];
  const terms = parts.map((part) => {
    const group = facts.surveyGroups.find((each) => groupName(each.name) === groupName(part.name));
    const shareOf = group?.share ?? satisfactionOf(part.name, facts.book)?.quantity ?? null;
    const share = operandOf(shareOf);
    const stated = operandOf(group?.weight ?? null);
    const own = stated === null ? null : asShare(stated);
    const weight =
      own?.value.equals(part.weight) === true ? own.expression : constant(part.weight, "percent");
    if (shareOf !== null) sources.push(shareOf);
    return share === null ? null : multiply(asShare(share).expression, weight);
  });
  const known = terms.filter((term) => term !== null);
  if (known.length < terms.length) return null;
  return { step: step(name, "percent", sum(known)), undefinedWhen: null, zeroWhen: null, notes: [], sources };
}

/** 服务对象满意度 as a row of 基础数据. */
function satisfactionOf(name: string, book: FactBook): Fact | null {
  const own = book.facts.filter(({ label, body }) => groupName(body ?? label) === groupName(name));
  const choice = choose(factsOfGroup(own, groupOf(name)), wantedOf("满意率"), { ...book.asking, body: null });
  return choice.kind === "found" ? (choice.readings[0]?.facts[0] ?? null) : null;
}
