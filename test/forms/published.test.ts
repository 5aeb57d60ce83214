import { describe, expect, it } from "vitest";
import { toDecimal } from "../../src/expr/decimal";
import type { Exact } from "../../src/expr/exact";
import { measureForm } from "../../scripts/forms-page/measure";
import { recogniseWorkbook } from "../../src/forms/recognise-workbook";
import type { EvaluationForm, FundEntry, IndicatorEntry, PointsCell, ResultCell } from "../../src/model/form";
import type { Quantity } from "../../src/model/quantity";
import { isWhole } from "../../src/model/scope";
import { alignRows } from "../fixtures/forms/align-rows";
import {
  readFormTruth,
  type EvaluationTruth,
  type FundTruth,
  type IndicatorTruth,
} from "../fixtures/forms/form-truth";
import { formIds, layoutForm, type Variant } from "../fixtures/forms/layout";
import { fromFixture } from "./grids";

const decimal = (value: Exact | null | undefined): string | null => (value ? toDecimal(value) : null);
const printed = (quantity: Quantity | null | undefined): string | null =>
  quantity?.date ?? decimal(quantity?.value);
const entered = (result: ResultCell | null): string | null => printed(result?.entered);
const points = (cell: PointsCell | null): string | null => decimal(cell?.value);

/** What recognition settles, in the words of the label; the rest is for scoring. */
function fundFields(fund: FundEntry): Partial<FundTruth> {
  const { item, counts, currency } = fund;
  return {
    item,
    counts,
    currency,
    initialBudget: printed(fund.initialBudget),
    adjustedBudget: printed(fund.adjustedBudget),
    executed: printed(fund.executed),
    enteredRate: entered(fund.rate),
    points: points(fund.points),
    enteredScore: entered(fund.score),
  };
}

function indicatorFields(entry: IndicatorEntry): Record<string, unknown> {
  const { target, actual } = entry;
  return {
    level1: entry.level1,
    level2: entry.level2,
    level3: entry.level3,
    points: points(entry.points),
    "target.comparison": target?.comparison ?? "none",
    "target.value": printed(target),
    "target.value2": decimal(target?.value2),
    "target.unit": target?.unit ?? null,
    "target.direction": target?.direction ?? null,
    "actual.value": printed(actual),
    "actual.unit": actual?.unit ?? null,
    enteredScore: entry.score === null ? null : entered(entry.score),
  };
}

function labelled(truth: IndicatorTruth): Record<string, unknown> {
  const { target, actual, level1, level2, level3, points: own, enteredScore } = truth;
  const flat = { level1, level2, level3, points: own, enteredScore };
  const of = (name: string, part: object): [string, unknown][] =>
    Object.entries(part).map(([key, value]) => [`${name}.${key}`, value]);
  return { ...flat, ...Object.fromEntries([...of("target", target), ...of("actual", actual)]) };
}

/** Every field that differs from its label, except those the label leaves open and those a blank form has lost. */
function differences(
  found: Record<string, unknown>,
  truth: Record<string, unknown>,
  open: readonly string[],
  name: string,
): string[] {
  return Object.entries(found).flatMap(([field, value]) => {
    const label = truth[field] ?? null;
    const same =
      value === label ||
      (value !== null &&
        label !== null &&
        isNumber(value) &&
        isNumber(label) &&
        Number(value) === Number(label));
    return same || open.includes(field)
      ? []
      : [`${name} ${field}: read ${JSON.stringify(value)}, labelled ${JSON.stringify(label)}`];
  });
}

const isNumber = (value: unknown): value is string =>
  typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value);

function evaluationDifferences(form: EvaluationForm, truth: EvaluationTruth, variant: Variant): string[] {
  const lost = variant === "blank" ? ["enteredScore", "enteredRate"] : [];
  const open = truth.open ?? [];
  const total = form.totals.find(isWhole);
  const head = differences(
    { family: form.family, year: form.year, unit: form.unit },
    { ...truth },
    open,
    "form",
  );
  const inTotal = differences(
    {
      points: entered(total?.points ?? null),
      enteredScore: entered(total?.score ?? form.statedScore),
      enteredGrade: total?.grade?.entered.text ?? null,
    },
    { ...truth.total },
    variant === "blank" ? ["enteredScore", "enteredGrade", "points"] : [],
    "total",
  );
  const judgedFunds = open.includes("funds") ? [] : form.funds;
  const funds = pairs(judgedFunds, truth.funds, { label: (l) => l.item, found: (f) => f.item }).flatMap(
    ([fund, label]) =>
      differences({ ...fundFields(fund) }, { ...label }, [...lost, ...(label.open ?? [])], label.item),
  );
  const indicators = pairs(form.indicators, truth.indicators, {
    label: (l) => l.level3,
    found: (f) => f.level3,
  }).flatMap(([entry, label]) =>
    differences(indicatorFields(entry), labelled(label), [...lost, ...(label.open ?? [])], label.level3),
  );
  const counts = [
    `funds ${judgedFunds.length} of ${truth.funds.length}`,
    `indicators ${form.indicators.length} of ${truth.indicators.length}`,
  ].filter((count) => /(\d+) of (\d+)/.exec(count)?.[1] !== /(\d+) of (\d+)/.exec(count)?.[2]);
  return [...head, ...counts, ...funds, ...indicators, ...inTotal];
}

function pairs<Found, Label>(
  found: readonly Found[],
  labels: readonly Label[],
  nameOf: Parameters<typeof alignRows<Label, Found>>[2],
): [Found, Label][] {
  const read = alignRows(labels, found, nameOf);
  return labels.flatMap((label, index) => {
    const row = read[index];
    return row === undefined ? [] : [[row, label] as [Found, Label]];
  });
}

/**
 * What is not read as it is labelled, yet: docs/forms.md lists it. A form that is read rightly leaves this list,
 * and no label is bent to shorten it.
 */
const NOT_YET_READ: Readonly<Record<string, readonly string[]>> = {
  // 年度金额(提前下达):208万元 | 合计:109.8万元: the amounts stand in the cells of their captions.
  puhui_jinrong_sichuan: ["funds 0 of 3"],
};

describe.each(["filled", "blank"] as const)("the published tables, %s", (variant) => {
  it.each(formIds)("%s is read as it was labelled by hand", (id) => {
    const { evaluations } = recogniseWorkbook(layoutForm(id, variant).sheets.map(fromFixture));
    const truth = readFormTruth(id).evaluations;
    expect(evaluations).toHaveLength(truth.length);
    const differing = truth.flatMap((label, index) => {
      const form = evaluations[index];
      return form === undefined ? [] : evaluationDifferences(form, label, variant);
    });
    expect(differing).toEqual(NOT_YET_READ[id] ?? []);
  });
});

/** What docs/forms.md lists as 不符, the fields of the scoring among it. */
const NOT_YET_SCORED: Readonly<Record<string, readonly string[]>> = {
  puhui_jinrong_sichuan: ["年度金额(提前下达) 整行", "中央财政 整行", "省级财政 整行"],
};

describe("the published tables, scored", () => {
  it.each(formIds)("%s is scored as it was labelled by hand", (id) => {
    const wrong = measureForm(id).wrong.map(({ row, field }) => `${row} ${field}`);
    expect(wrong).toEqual(NOT_YET_SCORED[id] ?? []);
  });
});
