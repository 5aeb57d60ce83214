import type { EvaluationForm } from "../../model/form";
import type { Recognition, SurveyTable } from "../../model/workbook";
import type { Quantity } from "../../model/quantity";
import type { Settings } from "../../model/settings";
import type { FactMatch, Facts, RuleContext, WeightedGroup } from "../context";
import { plainName } from "../../text/plain-wording";

/** Names under which the fund block's total row is known to the rates. */
const FUND_NAMES = {
  initialBudget: "年初预算数",
  adjustedBudget: "全年预算数",
  executed: "全年执行数",
} as const;

/** The base data of a workbook: rows of 基础数据 first, then the totals of budget tables, then surveys. */
export function factsOf(recognition: Recognition): Facts {
  const matches = [
    ...recognition.baseData.map(({ name, cell, quantity }) => ({ name, cell, quantity })),
    ...budgetTotals(recognition),
    ...recognition.surveys.flatMap(surveyFacts),
  ].filter(({ quantity }) => quantity.nature !== "empty");
  return { find: finder(matches), surveyGroups: recognition.surveys.flatMap(groupsOf) };
}

/** What the rules of one evaluation may look at. */
export function ruleContext(facts: Facts, form: EvaluationForm, settings: Settings): RuleContext {
  return { settings, facts: withFundsOf(facts, form), year: form.year };
}

/** The facts of one evaluation: the total row of its own fund block comes after everything else. */
function withFundsOf(facts: Facts, form: EvaluationForm): Facts {
  const own = fundFacts(form);
  if (own.length === 0) return facts;
  const find = finder(own);
  return { ...facts, find: (names) => [...facts.find(names), ...find(names)] };
}

function finder(matches: readonly FactMatch[]): Facts["find"] {
  const byName = new Map<string, FactMatch[]>();
  for (const match of matches) {
    const name = plainName(match.name);
    byName.set(name, [...(byName.get(name) ?? []), match]);
  }
  return (names) => [...new Set(names.map(plainName))].flatMap((name) => byName.get(name) ?? []);
}

function budgetTotals(recognition: Recognition): FactMatch[] {
  return recognition.budgets.flatMap((budget) =>
    budget.amountColumns.flatMap((column, index) => match(column.text, budget.total?.amounts[index] ?? null)),
  );
}

function surveyFacts(survey: SurveyTable): FactMatch[] {
  const overall =
    survey.overall === null
      ? []
      : [{ name: "满意度", cell: survey.overall.cell, quantity: survey.overall.quantity }];
  return [...overall, ...survey.entries.flatMap((entry) => match(entry.name.text, entry.share))];
}

/** None where one is not disclosed: the others alone are another satisfaction. */
function groupsOf(survey: SurveyTable): WeightedGroup[] {
  if (survey.entries.some(({ share }) => share?.nature === "undisclosed")) return [];
  return survey.entries.flatMap(({ name, share, weight }) =>
    share?.value == null ? [] : [{ name: name.text, share, weight }],
  );
}

function fundFacts(form: EvaluationForm): FactMatch[] {
  const total = form.funds.find((fund) => fund.counts);
  if (total === undefined) return [];
  return (["adjustedBudget", "initialBudget", "executed"] as const).flatMap((field) =>
    match(FUND_NAMES[field], total[field]),
  );
}

function match(name: string, quantity: Quantity | null): FactMatch[] {
  if (quantity?.cell == null || (quantity.value === null && quantity.nature !== "undisclosed")) return [];
  return [{ name, cell: quantity.cell, quantity }];
}
