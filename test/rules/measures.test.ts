import { describe, expect, it } from "vitest";
import { toDecimal, toFixed } from "../../src/expr/decimal";
import { evaluate } from "../../src/expr/evaluate";
import { HUNDRED, exact } from "../../src/expr/exact";
import { explain } from "../../src/expr/explain";
import { toFormula } from "../../src/expr/formula";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import type { BudgetTable, Recognition, SurveyTable } from "../../src/model/workbook";
import { applyRule } from "../../src/rules/apply";
import { factsOf } from "../../src/rules/rates/facts";
import { executionRateOf } from "../../src/rules/rates/fund";
import { measureOf } from "../../src/rules/rates/measure";
import { namesIn } from "../../src/facts/formula";
import { wantedOf } from "../../src/facts/wanted";
import { STANDARD_RATES } from "../../src/rules/rates/standard-rates";
import { rowsOf } from "./case-rows";
import { contextOf, fund, indicator, recognitionOf } from "./entries";
import { quantityFrom } from "./quantities";

const measured = (name: string, facts: string) => {
  const { outcome } = applyRule(indicator({ name, points: "10", actual: "" }), contextOf(facts));
  return outcome.kind === "scored" ? outcome.measure : null;
};

/** 得分: of 10 points, with no target printed; empty where the rule does not say. */
const namedRates = rowsOf<"指标" | "其他数据" | "比率" | "得分">("rates.csv");

describe("a standard rate, by every name that it and its amounts go by", () => {
  it.each(namedRates)("$指标 of $其他数据 is $比率", ({ 指标, 其他数据, 比率, 得分 }) => {
    const entry = indicator({ name: 指标, points: "10", actual: "" });
    const context = contextOf(其他数据);
    const measure = measureOf(entry, 指标, null, context);
    const value = measure === null ? null : evaluate(measure.step);
    expect(value === null ? "" : `${toDecimal(value.mul(HUNDRED))}%`).toBe(比率);
    const { outcome } = applyRule(entry, context);
    const score = outcome.kind === "scored" ? evaluate(outcome.score) : null;
    expect(score === null ? "" : toDecimal(score)).toBe(得分);
  });
});

describe("standard rates", () => {
  it.each([
    ["预算执行率", "年度预算=15383.72|实际支出=14911.74", "96.93%"],
    ["资金到位率", "预算资金=200|到位资金=150", "75.00%"],
    ["预算完成率", "上年结转=0|年初预算=892.35|追加预算=90.29|年末结转=0", "100.00%"],
    ["政府采购执行率", "政府采购预算=31.30|政府采购支出=31.04", "99.17%"],
    ["在职人员控制率", "编制数=33|在职人员=33", "100.00%"],
    ["三公经费变动率", "2018年度本年三公经费预算=1.5|上年三公经费预算=4.5", "-66.67%"],
    ["三公经费控制率", "三公经费支出=0.61|三公经费预算=1.5", "40.67%"],
    ["结转结余率", "年末结余=0|支出预算=100", "0.00%"],
    ["楼堂馆所面积控制率", "实际面积=9|批准面积=10", "90.00%"],
  ])("%s of %s is %s", (name, facts, rate) => {
    const step = measured(name, facts);
    const value = step === null ? null : evaluate(step);
    expect(value === null ? null : `${toFixed(value.mul(HUNDRED), 2)}%`).toBe(rate);
  });

  it("never take a sample for the whole", () => {
    expect(measured("预算执行率", "抽样预算=5100.69|抽样实际支出=4973.28")).toBeNull();
    expect(measured("抽样预算执行率", "年度预算=15383.72|实际支出=14911.74")).toBeNull();
  });

  it("leave a typed result alone", () => {
    const { outcome } = applyRule(
      indicator({ name: "预算执行率", points: "10", target: "100%", actual: "90%" }),
      contextOf("年度预算=100|实际支出=95"),
    );
    expect(outcome.kind === "scored" && outcome.measure).toBeNull();
    expect(outcome.kind === "scored" && toDecimal(evaluate(outcome.score) ?? HUNDRED)).toBe("9");
  });

  it("are made of amounts that the table of words knows", () => {
    for (const { name, formulas } of STANDARD_RATES) {
      expect(formulas.length, name).toBeGreaterThan(0);
      for (const { top, bottom } of formulas)
        for (const term of [...namesIn(top), ...namesIn(bottom)])
          expect(wantedOf(term).words, `${name}: ${term}`).toEqual([]);
    }
  });

  it("write the measured rate as a live formula over the base data", () => {
    const step = measured("预算执行率", "年度预算=15383.72|实际支出=14911.74");
    expect(step && toFormula(step, "指标")).toBe(
      '=IF(基础数据!B2=0,IF(基础数据!B3=0,1,"分母为 0"),基础数据!B3/基础数据!B2)',
    );
    expect(step && explain(step)).toBe("实际支出 14,911.74 ÷ 年度预算 15,383.72 = 96.93%");
  });
});

const cell = (row: number, column = 1) => ({ sheet: "满意度", row, column });
const field = (text: string, row: number) => ({ text, cell: cell(row, 0) });

function survey(groups: readonly (readonly [string, string, string])[]): SurveyTable {
  const entries = groups.map(([name, share, weight], row) => ({
    name: field(name, row),
    share: quantityFrom(share, cell(row)),
    count: null,
    weight: weight === "" ? null : quantityFrom(weight, cell(row, 2)),
  }));
  return { sheet: "满意度", issued: null, returned: null, entries, overall: null };
}

function satisfaction(recognition: Recognition) {
  const context = { settings: DEFAULT_SETTINGS, facts: factsOf(recognition), year: null };
  const { outcome } = applyRule(
    indicator({
      name: "综合满意度",
      points: "6",
      rule: "≥90%得满分；60%-90%按比例得分；低于60%不得分",
      actual: "",
    }),
    context,
  );
  return outcome.kind === "scored" ? outcome : null;
}

describe("weighted satisfaction", () => {
  const groups = [
    ["服务对象满意度", "94.93%", "50%"],
    ["社会公众满意度", "94.60%", "40%"],
    ["内部员工满意度", "94.20%", "10%"],
  ] as const;

  it("is 94.725% for report 3, which rounds half-up to 94.73%", () => {
    const outcome = satisfaction({ ...recognitionOf(""), surveys: [survey(groups)] });
    const value = outcome?.measure ? evaluate(outcome.measure) : null;
    expect(value?.toString()).toBe("0.94725");
    expect(outcome?.measure && explain(outcome.measure)).toBe(
      "94.93% × 50% + 94.6% × 40% + 94.2% × 10% = 94.73%",
    );
    expect(outcome && toDecimal(evaluate(outcome.score) ?? HUNDRED)).toBe("6");
  });

  it("is unknown where nothing states the weights", () => {
    const outcome = satisfaction({
      ...recognitionOf(""),
      surveys: [survey(groups.map(([name, share]) => [name, share, ""] as const))],
    });
    expect(outcome).toBeNull();
  });

  it("takes the overall rate of a survey of answers", () => {
    const answers = survey([
      ["非常满意", "67.18%", ""],
      ["比较满意", "29.18%", ""],
      ["一般", "3.64%", ""],
    ]);
    const overall = {
      name: "整体满意率",
      cell: cell(5),
      quantity: quantityFrom("96.36%", cell(5)),
      formula: "=B3+B4",
    };
    const outcome = satisfaction({ ...recognitionOf(""), surveys: [{ ...answers, overall }] });
    expect(outcome?.measure && evaluate(outcome.measure)?.toString()).toBe("0.9636");
  });
});

describe("facts", () => {
  it("know the totals of budget tables by their column headers", () => {
    const budget: BudgetTable = {
      sheet: "预算资金",
      title: null,
      currency: "万元",
      amountColumns: [field("调整预算数（万元）", 2), field("执行数", 2)],
      rows: [],
      total: {
        name: field("合计", 38),
        amounts: [2, 3].map((column, index) =>
          quantityFrom(["200", "150"][index] ?? "", { sheet: "预算资金", row: 38, column }),
        ),
      },
      unitArea: { ...cell(3), rowCount: 35, columnCount: 1 },
      hasSampleMarks: false,
    };
    const context = {
      settings: DEFAULT_SETTINGS,
      facts: factsOf({ ...recognitionOf(""), budgets: [budget] }),
      year: null,
    };
    const { outcome } = applyRule(indicator({ name: "预算执行率", points: "10", actual: "" }), context);
    expect(outcome.kind === "scored" && toDecimal(evaluate(outcome.score) ?? exact(0))).toBe("7.5");
  });
});

describe("the execution rate of a fund row", () => {
  it("is there for 其中 rows too, which have no score", () => {
    const row = fund({ adjusted: "89.974", executed: "89.974", counts: false });
    const rate = executionRateOf(row);
    expect(rate && evaluate(rate)?.toString()).toBe("1");
    expect(rate && toFormula(rate, "指标")).toBe('=IF(D2=0,"预算数为 0",E2/D2)');
  });
});
