import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { Fraction } from "fraction.js";
import type { CellAddress } from "../../src/expr/cell";
import { ONE } from "../../src/expr/exact";
import type { IndicatorEntry } from "../../src/model/form";
import type { Quantity, Target } from "../../src/model/quantity";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import type { Recognition } from "../../src/model/workbook";
import type { RuleContext } from "../../src/rules/context";
import { factsOf } from "../../src/rules/rates/facts";
import { indicator, recognitionOf } from "../rules/entries";
import { KIND_CASES } from "../rules/parameters";

/** The sheet of all cases: one a row, points in D, target in E, result in F, base data from K on. */
export const SHEET = "数据";
const FIRST_FACT = 10;

export interface RuleCase {
  readonly kind: string;
  readonly rule: string;
  readonly name: string;
  readonly points: string;
  readonly target: string;
  readonly actual: string;
  readonly facts: string;
  /** `95%` typed as a number with a percent format, as Excel keeps it, not as text. */
  readonly percentAsNumber: boolean;
}

const decimal = (max: number) =>
  fc.integer({ min: 0, max: max * 100 }).map((units) => (units / 100).toString());
const number = fc.oneof(
  decimal(20),
  decimal(200),
  decimal(20_000),
  fc.integer({ min: 0, max: 12 }).map(String),
);
const percent = fc
  .oneof(fc.integer({ min: 0, max: 16_000 }), fc.integer({ min: 80_00, max: 120_00 }))
  .map((units) => `${units / 100}%`);
const sign = fc.constantFrom("≥", "≤", "=", ">", "<", "不低于", "");
const words = fc.constantFrom("完成", "是", "达成预期指标", "否", "未完成");

/** Scores that lie exactly half-way: 10 × 0.808 ÷ 16 = 0.505, the case that doubles get wrong. */
const halfway = fc.record({
  target: fc.constantFrom("≥8", "≥16", "≥40", "≥80", "≥400", "≥2000", "≥200"),
  actual: fc.integer({ min: 1, max: 16_000 }).map((units) => (units / 1000).toString()),
});

/** Target and result in the same unit, as a form has them. */
const pair = fc.oneof(
  { arbitrary: halfway, weight: 2 },
  fc.record({ target: fc.tuple(sign, percent).map((parts) => parts.join("")), actual: percent }),
  fc.record({ target: fc.tuple(sign, number).map((parts) => parts.join("")), actual: number }),
  fc
    .record({
      sign,
      target: number,
      actual: number,
      unit: fc.constantFrom("家", "批", "万元", "项", "名", "个"),
    })
    .map(({ sign: of, target, actual, unit }) => ({
      target: `${of}${target}${unit}`,
      actual: `${actual}${unit}`,
    })),
  fc.record({ target: fc.constant("稳定"), actual: words }),
  fc.record({
    target: fc.constant(""),
    actual: fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.constantFrom("个", "次", "项", "名"))
      .map((parts) => parts.join("")),
  }),
  fc.record({ target: fc.constantFrom("", "改善"), actual: words }),
  fc.record({ target: fc.constant(""), actual: fc.oneof(percent, number, words, fc.constant("")) }),
);

const FACT_NAMES = [
  "年末结余",
  "上年结转",
  "年度预算",
  "实际支出",
  "到位资金",
  "公开绩效目标的项目数量",
  "非涉密项目总数",
];
const facts = fc
  .array(number, { minLength: FACT_NAMES.length, maxLength: FACT_NAMES.length })
  .map((numbers) => FACT_NAMES.map((name, index) => `${name}=${numbers[index] ?? "0"}`).join("|"));

/** Any wording of the kind with any inputs. */
export const anyCaseOf = (kind: string): fc.Arbitrary<RuleCase> => {
  const found = KIND_CASES.find((each) => each.kind.name === kind);
  if (found === undefined) throw new Error(`no parameters for ${kind}`);
  return fc
    .record({
      parameters: found.parameters,
      pair,
      name: fc.constantFrom("某项指标", "预算执行率", "项目成本"),
      points: fc.constantFrom("2", "2.5", "3", "5", "8", "10", "10.3", "20"),
      facts,
      percentAsNumber: fc.boolean(),
    })
    .map(({ parameters, pair: both, ...rest }) => ({
      kind,
      rule: found.kind.print(parameters),
      ...both,
      ...rest,
    }));
};

const COLLECTIONS = ["one-of-a-kind.csv", "extra-clauses.csv", "collection/build.csv"];
const NEAR = 18;

/** The cases of the collected wordings, each also with results near its own: the number in it taken by others. */
export function collectedCases(seed: number): RuleCase[] {
  return COLLECTIONS.flatMap((file) =>
    parse<Record<"评分标准" | "指标" | "分值" | "目标" | "实际", string>>(
      readFileSync(`test/rules/${file}`, "utf8"),
      { columns: true, bom: true },
    ),
  ).flatMap((row, index) => {
    const given = (actual: string): RuleCase => ({
      kind: "clauses",
      rule: row.评分标准,
      name: row.指标,
      points: row.分值,
      target: row.目标,
      actual,
      facts: "",
      percentAsNumber: index % 2 === 0,
    });
    const [, before, own, after] = /^(\D*)(\d+(?:\.\d+)?)(\D*)$/s.exec(row.实际) ?? [];
    if (own === undefined) return [given(row.实际)];
    const size = Math.max(4, Math.ceil(Number(own)));
    const others = fc.sample(
      fc.integer({ min: 0, max: size * 15 }).map((tenths) => (tenths / 10).toString()),
      { numRuns: NEAR, seed: seed + index },
    );
    return [row.实际, ...others.map((other) => `${before ?? ""}${other}${after ?? ""}`)].map(given);
  });
}

/** The indicator and its context with every cell in the case's own row. */
export function placedIn(row: number, given: RuleCase): { entry: IndicatorEntry; context: RuleContext } {
  const move = (at: CellAddress): CellAddress =>
    at.sheet === "基础数据"
      ? { sheet: SHEET, row, column: FIRST_FACT + at.row - 1 }
      : { sheet: SHEET, row, column: at.column };
  const entry = moved(indicator(given), move) as IndicatorEntry;
  const recognition = moved(recognitionOf(given.facts), move) as Recognition;
  return {
    entry: {
      ...entry,
      target: entry.target === null ? null : kept(entry.target, given.percentAsNumber),
      actual: entry.actual === null ? null : kept(entry.actual, given.percentAsNumber),
    },
    context: { settings: DEFAULT_SETTINGS, facts: factsOf(recognition), year: null },
  };
}

function kept<T extends Quantity | Target>(quantity: T, percentAsNumber: boolean): T {
  const isPlain = quantity.unit === "%" && quantity.comparison === "none" && quantity.value !== null;
  return percentAsNumber && isPlain ? { ...quantity, live: "number", factor: ONE } : quantity;
}

function moved(value: unknown, move: (at: CellAddress) => CellAddress): unknown {
  if (value === null || typeof value !== "object" || value instanceof Fraction) return value;
  if (Array.isArray(value)) return value.map((each) => moved(each, move));
  if ("sheet" in value && "row" in value && "column" in value) return move(value as unknown as CellAddress);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, moved(each, move)]));
}
