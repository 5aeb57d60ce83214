import { describe, expect, it } from "vitest";
import { cellName } from "../../src/expr/cell";
import { toDecimal } from "../../src/expr/decimal";
import { evaluate } from "../../src/expr/evaluate";
import { explain } from "../../src/expr/explain";
import type { Expression } from "../../src/expr/expression";
import { toFormula } from "../../src/expr/formula";
import type { RuleApplication } from "../../src/model/evaluation";
import { apply, rowsOf, type Given } from "./case-rows";
import { nodesOf } from "./nodes-of";

type Told = "类型" | "得分" | "状态" | "说明" | "提示";
type Written = "公式" | "完成率" | "目标取自" | "实际取自" | "底稿步骤";

const titled = <Row extends Record<Given, string>>(rows: readonly Row[]) =>
  rows.map((row, index) => [`line ${index + 2}: ${row.评分标准}`, row] as const);

/** What the user is told, word for word with its numbers; each note with the cell it stands at. */
function told({ kind, outcome, notes }: RuleApplication): Record<Told, string> {
  const value = outcome.kind === "scored" ? evaluate(outcome.score) : null;
  return {
    类型: kind ?? "",
    得分: value === null ? "" : toDecimal(value),
    状态: outcome.kind,
    说明: outcome.kind === "scored" ? explain(outcome.score) : outcome.why,
    提示: notes.map(({ cell, message }) => `${cell === null ? "" : cellName(cell)} ${message}`).join("\n"),
  };
}

function written({ outcome }: RuleApplication): Record<Written, string> | null {
  if (outcome.kind !== "scored") return null;
  const formula = (of: Expression | null): string => (of === null ? "" : toFormula(of, "指标"));
  const steps = [...nodesOf(outcome.score)].flatMap((node) => (node.kind === "step" ? [node.name] : []));
  const { completion } = outcome;
  return {
    公式: formula(outcome.score),
    完成率: completion === null ? "" : `${completion.name}：${explain(completion)}`,
    目标取自: formula(outcome.target),
    实际取自: formula(outcome.actual),
    底稿步骤: steps.join("、"),
  };
}

describe("each kind of rule, as the user is told about it", () => {
  it.each(titled(rowsOf<Given | Told>("kind-cases.csv")))("%s", (_title, row) => {
    const { 类型, 得分, 状态, 说明, 提示 } = row;
    expect(told(apply(row))).toEqual({ 类型, 得分, 状态, 说明, 提示 });
  });
});

describe("each kind of rule, as it is written into the sheet", () => {
  it.each(titled(rowsOf<Given | Written>("kind-formulas.csv")))("%s", (_title, row) => {
    const { 公式, 完成率, 目标取自, 实际取自, 底稿步骤 } = row;
    expect(written(apply(row))).toEqual({ 公式, 完成率, 目标取自, 实际取自, 底稿步骤 });
  });
});
