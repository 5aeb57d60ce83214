import { toDecimal } from "../../src/expr/decimal";
import type { Exact } from "../../src/expr/exact";
import { recogniseWorkbook } from "../../src/forms/recognise-workbook";
import type { ScoredEvaluation, ScoredFund, ScoredIndicator } from "../../src/model/evaluation";
import type { Quantity } from "../../src/model/quantity";
import { isWhole } from "../../src/model/scope";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { scoreWorkbook } from "../../src/scoring/score";
import { alignRows } from "../../test/fixtures/forms/align-rows";
import {
  readFormTruth,
  type EvaluationTruth,
  type FundTruth,
  type IndicatorTruth,
} from "../../test/fixtures/forms/form-truth";
import { layoutForm } from "../../test/fixtures/forms/layout";
import { readPublishedForm } from "../../test/fixtures/forms/published-form";
import { fromFixture } from "../../test/forms/grids";

/** What the product makes of one published form, beside what was labelled by hand. */
export interface FormMeasure {
  readonly id: string;
  readonly title: string;
  readonly labelled: number;
  readonly read: number;
  /** Rows whose score the rule gives. */
  readonly scored: number;
  /** Rows left to a person: judgement, no result, not understood, not applicable. */
  readonly left: number;
  /** Cells held against the label. */
  readonly compared: number;
  readonly wrong: readonly Wrong[];
}

export interface Wrong {
  readonly row: string;
  readonly field: string;
  readonly read: string;
  readonly labelled: string;
}

type Fields = Readonly<Record<string, string | boolean | null>>;

/** Indicators and fund rows of the form, read and scored as in a run. */
export function measureForm(id: string): FormMeasure {
  const recognition = recogniseWorkbook(layoutForm(id, "filled").sheets.map(fromFixture));
  const evaluations = scoreWorkbook(recognition, DEFAULT_SETTINGS);
  const truth = readFormTruth(id).evaluations;
  const rows = truth.flatMap((label, index) => {
    const { funds = [], indicators: read = [] } = evaluations[index] ?? {};
    const fundsRead = alignRows(label.funds, funds, {
      label: ({ item }) => item,
      found: ({ entry }) => entry.item,
    });
    const indicatorsRead = alignRows(label.indicators, read, {
      label: ({ level3 }) => level3,
      found: ({ entry }) => entry.level3,
    });
    return [
      ...label.funds.map((fund, i) => pair(fund.item, fundTruth(fund), fund.open, fundsRead[i], fundRead)),
      ...label.indicators.map((indicator, i) =>
        pair(indicator.level3, indicatorTruth(indicator), indicator.open, indicatorsRead[i], indicatorRead),
      ),
    ];
  });
  const heads = truth.map((label, index) =>
    pair("表头", headTruth(label), label.open, evaluations[index], headRead),
  );
  const indicators = evaluations.flatMap((evaluation) => evaluation.indicators);
  const found = evaluations.reduce((sum, { funds, indicators: own }, index) => {
    const judgedFunds = truth[index]?.open?.includes("funds") === true ? [] : funds;
    return sum + judgedFunds.length + own.length;
  }, 0);
  const counting = evaluations.flatMap(({ funds }) => funds.filter(({ entry }) => entry.counts));
  const all = [...indicators, ...counting];
  const scored = all.filter(({ computedScore }) => computedScore !== null).length;
  const extra: Wrong[] =
    found > rows.length
      ? [{ row: "整表", field: "行数", read: String(found), labelled: String(rows.length) }]
      : [];
  return {
    id,
    title: readPublishedForm(id).title,
    labelled: rows.length,
    read: rows.filter(({ isRead }) => isRead).length,
    scored,
    left: all.length - scored,
    compared: [...heads, ...rows].reduce((sum, { compared }) => sum + compared, 0),
    wrong: [...extra, ...[...heads, ...rows].flatMap(({ wrong }) => wrong)],
  };
}

function pair<T>(
  row: string,
  labelled: Fields,
  open: readonly string[] | undefined,
  found: T | undefined,
  read: (found: T) => Fields,
): { readonly isRead: boolean; readonly compared: number; readonly wrong: readonly Wrong[] } {
  const settled = Object.entries(labelled).filter(([field]) => open?.includes(field) !== true);
  if (found === undefined)
    return {
      isRead: false,
      compared: 0,
      wrong: [{ row, field: "整行", read: "没有读出", labelled: "有这一行" }],
    };
  const fields = read(found);
  const wrong = settled.flatMap(([field, label]): Wrong[] => {
    const value = fields[field] ?? null;
    return same(value, label) ? [] : [{ row, field, read: shown(value), labelled: shown(label) }];
  });
  return { isRead: true, compared: settled.length, wrong };
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;

function same(one: Fields[string], other: Fields[string]): boolean {
  if (typeof one !== "string" || typeof other !== "string") return one === other;
  return one === other || (NUMBER.test(one) && NUMBER.test(other) && Number(one) === Number(other));
}

const shown = (value: Fields[string]): string => (value === null ? "无" : String(value));
const decimal = (value: Exact | null | undefined): string | null => (value ? toDecimal(value, 4) : null);
const printed = (quantity: Quantity | null): string | null =>
  quantity?.date ?? (quantity?.value ? toDecimal(quantity.value) : null);

/** The body that is evaluated, and the total as it stands in its row or in the head. */
function headRead({ form }: ScoredEvaluation): Fields {
  const total = form.totals.find(isWhole);
  return {
    family: form.family,
    year: form.year,
    unit: form.unit,
    "total.points": printed(total?.points?.entered ?? null),
    "total.enteredScore": printed((total?.score ?? form.statedScore)?.entered ?? null),
    "total.enteredGrade": total?.grade?.entered.text ?? null,
  };
}

function headTruth({ family, year, unit, total }: EvaluationTruth): Fields {
  const { points, enteredScore, enteredGrade } = total;
  return {
    family,
    year,
    unit,
    "total.points": points,
    "total.enteredScore": enteredScore,
    "total.enteredGrade": enteredGrade,
  };
}

function indicatorRead({
  entry,
  points,
  enteredScore,
  computedScore,
  agreement,
  status,
}: ScoredIndicator): Fields {
  const { target, actual } = entry;
  return {
    level1: entry.level1,
    level2: entry.level2,
    level3: entry.level3,
    points: decimal(points),
    "target.comparison": target?.comparison ?? "none",
    "target.value": printed(target),
    "target.value2": decimal(target?.value2),
    "target.unit": target?.unit ?? null,
    "target.direction": target?.direction ?? null,
    "actual.value": printed(actual),
    "actual.unit": actual?.unit ?? null,
    enteredScore: decimal(enteredScore),
    computedScore: decimal(computedScore),
    agreement,
    status,
  };
}

function indicatorTruth({ target, actual, note: _, open: __, ...flat }: IndicatorTruth): Fields {
  const of = (name: string, part: object): [string, string | null][] =>
    Object.entries(part).map(([key, value]) => [`${name}.${key}`, value as string | null]);
  return { ...flat, ...Object.fromEntries([...of("target", target), ...of("actual", actual)]) };
}

function fundRead({
  entry,
  executionRate,
  points,
  enteredScore,
  computedScore,
  agreement,
}: ScoredFund): Fields {
  return {
    item: entry.item,
    counts: entry.counts,
    currency: entry.currency,
    initialBudget: printed(entry.initialBudget),
    adjustedBudget: printed(entry.adjustedBudget),
    executed: printed(entry.executed),
    executionRate: decimal(executionRate),
    enteredRate: printed(entry.rate?.entered ?? null),
    points: decimal(points),
    enteredScore: decimal(enteredScore),
    computedScore: decimal(computedScore),
    agreement,
  };
}

function fundTruth({ note: _, open: __, ...flat }: FundTruth): Fields {
  return flat;
}
