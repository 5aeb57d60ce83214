import { describe, expect, it } from "vitest";
import { explain } from "../../src/expr/explain";
import { toFormula } from "../../src/expr/formula";
import { applyRule } from "../../src/rules/apply";
import { RULE_KINDS } from "../../src/rules/registry";
import { contextOf, indicator, type IndicatorRow } from "./entries";
import { EXAMPLES } from "./examples";

describe("every kind of rule", () => {
  it("has an example", () =>
    expect(Object.keys(EXAMPLES).sort()).toEqual(RULE_KINDS.map(({ name }) => name).sort()));

  it.each(Object.entries(EXAMPLES))(
    "%s explains its score with the numbers in it",
    (name, { says, facts = "", points = "10", ...row }) => {
      const application = applyRule(indicator({ name: "某项指标", points, ...row }), contextOf(facts));
      const { outcome } = application;
      expect(outcome.kind === "scored" ? explain(outcome.score) : "why" in outcome ? outcome.why : "").toBe(
        says,
      );
      if (name !== "levels" && outcome.kind === "scored") expect(application.kind).toBe(name);
    },
  );

  it("has a Chinese label of its own", () => {
    const labels = RULE_KINDS.map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.every((label) => /\p{Script=Han}/u.test(label))).toBe(true);
  });
});

describe("a score's formula", () => {
  const formulaOf = (row: IndicatorRow, facts = "") => {
    const { outcome } = applyRule(indicator(row), contextOf(facts));
    return outcome.kind === "scored" ? toFormula(outcome.score, "指标") : outcome.kind;
  };

  it("multiplies before it divides, and leaves every branch to the sheet", () => {
    expect(formulaOf({ name: "场次", points: "10", target: "3", actual: "2" })).toBe(
      '=IF(F5>=E5,ROUND(D5,2),IF(E5>0,ROUND(MAX(D5*F5/E5,0),2),"待评分"))',
    );
  });

  it("turns over for reverse indicators", () => {
    expect(formulaOf({ name: "成本", points: "10", target: "90", actual: "100" })).toBe(
      '=IF(F5<=E5,ROUND(D5,2),IF(E5>=0,ROUND(D5*E5/F5,2),"待评分"))',
    );
  });

  it("reads signs and units out of the target cell", () => {
    expect(formulaOf({ name: "批次", points: "10", target: "=8", actual: "8" })).toContain(
      'VALUE(TRIM(SUBSTITUTE(SUBSTITUTE(E5,"=",""),",","")))',
    );
  });

  it("waits for judgement when a word is retyped to one that says nothing", () => {
    expect(formulaOf({ name: "稳定", points: "10", target: "稳定", actual: "完成" })).toBe(
      '=IF(OR(TRIM(F5)=TRIM(E5),TRIM(F5)="完成",TRIM(F5)="已完成",TRIM(F5)="达标",TRIM(F5)="达成预期指标"),ROUND(D5,2),"待评分")',
    );
  });

  it("keeps a zero denominator out of the division", () => {
    expect(
      formulaOf(
        { name: "预算执行率", points: "2", rule: "得分=分值×预算执行率", actual: "" },
        "年度预算=4|实际支出=3",
      ),
    ).toBe(
      '=IF(AND(基础数据!B2=0,基础数据!B3<>0),"待评分",ROUND(MAX(MIN(D5*IF(基础数据!B2=0,IF(基础数据!B3=0,1,"分母为 0"),基础数据!B3/基础数据!B2),D5),0),2))',
    );
  });
});
