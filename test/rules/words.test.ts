import { describe, expect, it } from "vitest";
import { cellName } from "../../src/expr/cell";
import { toFormula } from "../../src/expr/formula";
import { applyRule } from "../../src/rules/apply";
import { contextOf, indicator, type IndicatorRow } from "./entries";

const applied = (row: Omit<IndicatorRow, "name" | "points">, facts = "") =>
  applyRule(indicator({ name: "预算执行率", points: "10", ...row }), contextOf(facts));

const formulaOf = (row: Omit<IndicatorRow, "name" | "points">) => {
  const { outcome } = applied(row);
  return outcome.kind === "scored" ? toFormula(outcome.score, "指标") : outcome.kind;
};

describe("the formula of a result in words", () => {
  it("follows the target's cell where the result repeats it", () =>
    expect(formulaOf({ target: "稳定", actual: "稳定" })).toBe(
      '=IF(OR(TRIM(F5)=TRIM(E5),TRIM(F5)="完成",TRIM(F5)="已完成",TRIM(F5)="达标",TRIM(F5)="达成预期指标"),ROUND(D5,2),"待评分")',
    ));

  it("never takes a cleared result beside an empty target for one reached", () =>
    expect(formulaOf({ target: " ", actual: "完成" })).not.toContain("E5"));

  it("gives nothing for the opposite word and waits with any other", () =>
    expect(formulaOf({ target: "合格", actual: "不合格" })).toMatch(
      /IF\(TRIM\(F5\)="不合格",ROUND\(0,2\),"待评分"\)\)$/,
    ));
});

describe("the note that target and result are of two kinds", () => {
  const cellOf = (row: Omit<IndicatorRow, "name" | "points">, facts = "") =>
    applied(row, facts).notes.map(({ cell }) => (cell === null ? null : cellName(cell)));

  it("stands at the result", () => {
    expect(cellOf({ target: "完成任务", actual: "100%" })).toEqual(["F5"]);
    expect(cellOf({ target: "≥90%", actual: "完成" })).toEqual(["F5"]);
  });

  it("stands at the indicator's name in a form without results", () =>
    expect(cellOf({ target: "完成任务" }, "年度预算=100|实际支出=100")).toEqual(["C5"]));
});
