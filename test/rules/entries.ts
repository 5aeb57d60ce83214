import type { CellAddress } from "../../src/expr/cell";
import { exact } from "../../src/expr/exact";
import type { FundEntry, IndicatorEntry } from "../../src/model/form";
import { DEFAULT_SETTINGS, type Settings } from "../../src/model/settings";
import type { BaseDatum, Recognition } from "../../src/model/workbook";
import type { RuleContext } from "../../src/rules/context";
import { factsOf } from "../../src/rules/rates/facts";
import { quantityFrom } from "./quantities";

export interface IndicatorRow {
  readonly name: string;
  readonly level2?: string;
  readonly rule?: string;
  readonly points: string;
  readonly target?: string;
  /** Undefined: a form without a column of results. */
  readonly actual?: string | undefined;
}

const at = (column: number, row = 4): CellAddress => ({ sheet: "指标", row, column });

/** An indicator on row 5: name C, points D, target E, result F, rule G, score H. */
export function indicator({
  name,
  level2,
  rule = "",
  points,
  target = "",
  actual,
}: IndicatorRow): IndicatorEntry {
  const rules = rule === "" ? null : { text: rule, cell: at(6) };
  return {
    level1: null,
    level2: level2 ?? null,
    level3: name,
    level4: null,
    cell: at(2),
    points: points === "" ? null : { value: exact(points), cell: at(3) },
    target: target === "" ? null : quantityFrom(target, at(4)),
    actual: actual === undefined ? null : quantityFrom(actual, at(5)),
    rule: rules,
    score: null,
    scoreRate: null,
    completionRate: null,
    reason: null,
    sharesScoreWith: null,
    confidence: "certain",
  };
}

export function fund(row: {
  initial?: string;
  adjusted?: string;
  executed?: string;
  points?: string;
  counts?: boolean;
}): FundEntry {
  const quantity = (text: string | undefined, column: number) =>
    text === undefined ? null : quantityFrom(text, at(column, 1));
  return {
    item: "年度资金总额",
    cell: at(1, 1),
    counts: row.counts ?? true,
    currency: "万元",
    initialBudget: quantity(row.initial, 2),
    adjustedBudget: quantity(row.adjusted, 3),
    executed: quantity(row.executed, 4),
    rate: null,
    points: row.points === undefined ? null : { value: exact(row.points), cell: at(5, 1) },
    score: null,
    reason: null,
  };
}

/** Base data `名称=数值`, separated by `|`, on the sheet 基础数据 from B2 downwards. */
export function contextOf(
  facts = "",
  settings: Partial<Settings> = {},
  year: string | null = null,
): RuleContext {
  return { settings: { ...DEFAULT_SETTINGS, ...settings }, facts: factsOf(recognitionOf(facts)), year };
}

export function recognitionOf(facts: string): Recognition {
  return {
    sheets: [],
    evaluations: [],
    budgets: [],
    targets: [],
    surveys: [],
    baseData: facts
      .split("|")
      .filter((part) => part !== "")
      .map(datum),
    rates: [],
    stated: [],
    gradeScale: null,
    doubts: [],
  };
}

function datum(part: string, index: number): BaseDatum {
  const cut = part.lastIndexOf("=");
  const cell = { sheet: "基础数据", row: index + 1, column: 1 };
  return { name: part.slice(0, cut), cell, quantity: quantityFrom(part.slice(cut + 1), cell), formula: null };
}
