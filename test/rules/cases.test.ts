import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { toDecimal } from "../../src/expr/decimal";
import { evaluate } from "../../src/expr/evaluate";
import { explain } from "../../src/expr/explain";
import { toFormula } from "../../src/expr/formula";
import type { RuleApplication, RuleOutcome } from "../../src/model/evaluation";
import type { Settings } from "../../src/model/settings";
import { applyFundRule, applyRule } from "../../src/rules/apply";
import { contextOf, fund, indicator } from "./entries";
import { nodesOf } from "./nodes-of";
import { foreignFunctions } from "./formula-functions";

type Column =
  | "评分标准"
  | "指标"
  | "二级指标"
  | "分值"
  | "目标"
  | "实际"
  | "其他数据"
  | "设置"
  | "得分"
  | "状态"
  | "提示"
  | "来源";
type Row = Record<Column, string>;
type ScoredOutcome = Extract<RuleOutcome, { kind: "scored" }>;

const rows: Row[] = parse(readFileSync(join(import.meta.dirname, "cases.csv"), "utf8"), {
  columns: true,
  relax_column_count: false,
});

function settingsOf(text: string): Partial<Settings> {
  return Object.fromEntries(
    text
      .split("|")
      .filter(Boolean)
      .map((part) => part.split("=")),
  ) as Partial<Settings>;
}

function apply(row: Row): RuleApplication {
  const isFund = row.指标 === "年度资金总额";
  const context = contextOf(isFund ? "" : row.其他数据, settingsOf(row.设置));
  if (isFund) {
    const initial = row.其他数据.replace("年初=", "");
    return applyFundRule(
      fund({
        points: row.分值,
        adjusted: row.目标,
        executed: row.实际,
        ...(initial === "" ? {} : { initial }),
      }),
      context,
    );
  }
  const actual = row.实际 === "(无列)" ? undefined : row.实际;
  return applyRule(
    indicator({
      name: row.指标,
      level2: row.二级指标,
      rule: row.评分标准,
      points: row.分值,
      target: row.目标,
      actual,
    }),
    context,
  );
}

function seen(application: RuleApplication) {
  const { outcome, notes } = application;
  const score = "score" in outcome && outcome.score !== null ? evaluate(outcome.score) : null;
  return {
    得分: score === null ? "" : toDecimal(score),
    状态: outcome.kind,
    提示: notes.map(({ code }) => code).join("|"),
  };
}

describe("scoring rules, as a finance clerk works them out by hand", () => {
  it("is a table of at least 200 cases", () => expect(rows.length).toBeGreaterThanOrEqual(200));

  it.each(rows.map((row, index) => [index + 2, row] as const))("line %i: $指标", (_line, row) => {
    const { 得分, 状态, 提示 } = row;
    const application = apply(row);
    expect(seen(application), `${row.评分标准 || row.指标} ${row.目标} → ${row.实际}`).toEqual({
      得分,
      状态,
      提示,
    });
    const { outcome } = application;
    if ("why" in outcome) expect(outcome.why).not.toBe("");
    else expectTold(outcome, row.指标 === "年度资金总额");
  });
});

/** Every score tells how it came about, is written with functions that all spreadsheets have, and gives as operands the very nodes it is made of. */
function expectTold({ score, target, actual, measure }: ScoredOutcome, isFund: boolean): void {
  expect(explain(score)).not.toBe("");
  expect(foreignFunctions(toFormula(score, "计算底稿"))).toEqual([]);
  if (isFund) return;
  const inside = nodesOf(score);
  for (const operand of [target, actual, measure]) {
    if (operand !== null) expect(inside.has(operand)).toBe(true);
  }
}
