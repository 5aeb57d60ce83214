import { describe, expect, it } from "vitest";
import { cellName } from "../../src/expr/cell";
import { explain } from "../../src/expr/explain";
import { conditionFormula, toFormula } from "../../src/expr/formula";
import { inputsOf } from "../../src/expr/inputs";
import type { EvaluationForm } from "../../src/model/form";
import type { Quantity } from "../../src/model/quantity";
import type { BudgetTable, Recognition, SurveyTable } from "../../src/model/workbook";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { factsOf, ruleContext } from "../../src/rules/rates/facts";
import { measureOf } from "../../src/rules/rates/measure";
import { readRule } from "../../src/rules/read-rule";
import { evaluation } from "../checks/subject";
import { contextOf, fund, indicator, recognitionOf } from "./entries";
import { quantityFrom } from "./quantities";

const at = (row: number, column = 1) => ({ sheet: "满意度", row, column });
const field = (text: string, row: number) => ({ text, cell: at(row, 0) });

/** Groups with their share in B and their weight in C, from row 4 downwards. */
function survey(groups: readonly (readonly [name: string, share: string | null, weight?: string])[]) {
  const entries = groups.map(([name, share, weight], index) => ({
    name: field(name, index + 3),
    share: share === null ? null : quantityFrom(share, at(index + 3)),
    count: null,
    weight: weight === undefined || weight === "" ? null : quantityFrom(weight, at(index + 3, 2)),
  }));
  return { sheet: "满意度", issued: null, returned: null, entries, overall: null } satisfies SurveyTable;
}

const found = (recognition: Partial<Recognition>, ...names: string[]) =>
  factsOf({ ...recognitionOf(""), ...recognition })
    .find(names)
    .map(({ quantity }) => quantity.text);

describe("what a workbook holds under a name", () => {
  it("leaves empty cells out, and keeps what is not disclosed", () => {
    expect(found(recognitionOf("甲数=|甲数=3"), "甲数")).toEqual(["3"]);
    expect(found(recognitionOf("甲数=3|甲数=***"), "甲数")).toEqual(["***"]);
  });

  it("comes in the order of the names that are asked for, equal values once", () =>
    expect(found(recognitionOf("甲=1|乙=2|甲=1"), "乙", "甲", "乙")).toEqual(["2", "1"]));

  it("is nothing where one name has different values", () =>
    expect(found(recognitionOf("甲=1|乙=2|甲=3"), "乙", "甲")).toEqual(["2"]));

  it("has the totals of budget tables, where there is a total", () => {
    const table: BudgetTable = {
      sheet: "预算资金",
      title: null,
      currency: "万元",
      amountColumns: [field("预算数", 2), field("执行数", 2), field("说明", 2), field("结余", 2)],
      rows: [],
      total: {
        name: field("合计", 8),
        amounts: [2, 3, 4].map((column, index) =>
          quantityFrom(["200", "***", "略"][index] ?? "", { sheet: "预算资金", row: 8, column }),
        ),
      },
      unitArea: { ...at(3), rowCount: 5, columnCount: 1 },
      hasSampleMarks: false,
    };
    const of = (name: string) => found({ budgets: [{ ...table, total: null }, table] }, name);
    expect(["预算数", "执行数", "结余"].map(of)).toEqual([["200"], ["***"], []]);
  });

  it("has the form's own fund block before everything else, and no 其中 row", () => {
    const form = (funds: EvaluationForm["funds"]): EvaluationForm => evaluation({ form: { funds } }).form;
    const inside = fund({ adjusted: "7", executed: "6", counts: false });
    const whole = fund({ initial: "100", adjusted: "90", executed: "80" });
    const names = ["全年预算数", "年初预算数", "全年执行数"];
    const texts = (funds: EvaluationForm["funds"]) =>
      ruleContext(factsOf(recognitionOf("全年执行数=81")), form(funds), DEFAULT_SETTINGS)
        .facts.find(names)
        .map(({ quantity }) => quantity.text);
    expect(texts([inside, whole])).toEqual(["90", "100", "80"]);
    expect(texts([inside])).toEqual(["81"]);
    expect(texts([])).toEqual(["81"]);
  });

  it("comes with the year of the form", () => {
    const of = (year: string | null) =>
      ruleContext(factsOf(recognitionOf("")), evaluation({ form: { year } }).form, DEFAULT_SETTINGS).year;
    expect([of("2022"), of(null)]).toEqual(["2022", null]);
  });
});

describe("the satisfaction of a survey", () => {
  const measured = (table: SurveyTable, rule = "") => {
    const context = { ...contextOf(), facts: factsOf({ ...recognitionOf(""), surveys: [table] }) };
    const entry = indicator({ name: "综合满意度", points: "10", actual: "" });
    const measure = measureOf(entry, "综合满意度", readRule(rule), context);
    if (measure !== null) expect(measure.notes).toEqual([]);
    return (
      measure && [
        explain(measure.step),
        inputsOf(measure.step)
          .map(({ cell }) => cellName(cell))
          .join(" "),
      ]
    );
  };

  it("is weighed as the survey says", () =>
    expect(
      measured(
        survey([
          ["服务对象", "90%", "60%"],
          ["职工", "80%", "40%"],
        ]),
      ),
    ).toEqual(["90% × 60% + 80% × 40% = 86%", "B4 C4 B5 C5"]));

  it("is unknown where neither survey nor rule states weights: 50/40/10 are those of one report", () => {
    const shares = ["90%", "80%", "70%"];
    const groups = ["服务对象", "社会公众", "内部员工"];
    const of = (weight: string) =>
      measured(survey(groups.map((name, index) => [name, shares[index] ?? "", weight] as const)));
    expect([of(""), of("略")]).toEqual([null, null]);
  });

  it.each([
    ["of one group", [["服务对象", "90%", "100%"]]],
    [
      "with weights that make no whole",
      [
        ["服务对象", "90%", "60%"],
        ["职工", "80%", "30%"],
      ],
    ],
    [
      "with a group that nobody weighs",
      [
        ["服务对象", "90%", "60%"],
        ["职工", "80%", "40%"],
        ["记者", "70%"],
      ],
    ],
    [
      "with a share that is not disclosed",
      [
        ["服务对象", "90%", "60%"],
        ["职工", "80%", "40%"],
        ["记者", "***", "0%"],
      ],
    ],
  ] as const)("is unknown %s", (_what, groups) => expect(measured(survey(groups))).toBeNull());

  it("passes over rows without a share", () =>
    expect(
      measured(
        survey([
          ["服务对象", "90%", "60%"],
          ["职工", "80%", "40%"],
          ["合计", null],
          ["说明", "略"],
        ]),
      )?.[0],
    ).toBe("90% × 60% + 80% × 40% = 86%"));

  describe("by the weights that the rule prints", () => {
    const rule = "综合满意度=服务对象满意度×60%+职工满意度×40%。";
    it("reads a weight from the survey's cell where it is the same, and the share of the group of that name", () =>
      expect(
        measured(
          survey([
            ["职工", "80%", "30%"],
            ["服务对象满意率", "90%", "60%"],
          ]),
          rule,
        ),
      ).toEqual(["90% × 60% + 80% × 40% = 86%", "B5 C5 B4"]));
    it("takes no group whose name only holds the word", () =>
      expect(
        measured(
          survey([
            ["满意率高的职工", "70%"],
            ["职工", "80%"],
            ["服务对象", "90%"],
          ]),
          "综合满意度=服务对象满意度×60%+高的职工满意度×40%。",
        ),
      ).toBeNull());
    it("is unknown while one share is missing", () =>
      expect(measured(survey([["服务对象", "90%", "60%"]]), rule)).toBeNull());
    it("takes 基础数据 where there is no survey", () => {
      const entry = indicator({ name: "综合满意度", points: "10", actual: "" });
      const context = contextOf("服务对象满意度=90%|职工满意度=80%");
      const measure = measureOf(entry, "综合满意度", readRule(rule), context);
      expect(measure && explain(measure.step)).toBe("90% × 60% + 80% × 40% = 86%");
      expect(measure?.notes).toEqual([]);
    });
  });
});

describe("a rate over base data", () => {
  const measured = (facts: string, zeroBudget: "full" | "zero" | "ask" = "full", name = "预算执行率") => {
    const entry = indicator({ name, points: "10", actual: "" });
    return measureOf(entry, name, null, contextOf(facts, { zeroBudget }));
  };
  const formula = (measure: ReturnType<typeof measured>) => measure && toFormula(measure.step, "基础数据");

  it("is spoken without units, and read out of text cells", () => {
    const measure = measured("年度预算=4万元|实际支出=3万元");
    expect(measure && explain(measure.step)).toBe("实际支出 3 ÷ 年度预算 4 = 75%");
    expect(formula(measure)).toBe(
      '=IF(VALUE(TRIM(SUBSTITUTE(SUBSTITUTE(B2,"万元",""),",","")))=0,IF(VALUE(TRIM(SUBSTITUTE(SUBSTITUTE(B3,"万元",""),",","")))=0,1,"分母为 0"),VALUE(TRIM(SUBSTITUTE(SUBSTITUTE(B3,"万元",""),",","")))/VALUE(TRIM(SUBSTITUTE(SUBSTITUTE(B2,"万元",""),",",""))))',
    );
  });

  it("is spoken without units too where no formula reads the cells", () => {
    const place = { sheet: "基础数据", row: 3, column: 1 };
    const unread = (text: string): Quantity => ({ ...quantityFrom(text, place), live: null });
    const baseData = [["年度预算", "4万元"] as const, ["实际支出", "3万元"] as const].map(
      ([name, text], row) => ({
        name,
        cell: { ...place, row },
        quantity: unread(text),
        formula: null,
      }),
    );
    const context = { ...contextOf(), facts: factsOf({ ...recognitionOf(""), baseData }) };
    const measure = measureOf(indicator({ name: "预算执行率", points: "10" }), "预算执行率", null, context);
    expect(measure && explain(measure.step)).toBe("实际支出 3 ÷ 年度预算 4 = 75%");
  });

  it.each([
    ["full", '=IF(B2=0,IF(B3=0,1,"分母为 0"),B3/B2)', "AND(B2=0,B3<>0)", false, "按满分处理"],
    ["zero", '=IF(B2=0,"分母为 0",B3/B2)', "AND(B2=0,B3<>0)", true, "按 0 分处理"],
    ["ask", '=IF(B2=0,"分母为 0",B3/B2)', "B2=0", false, "留待人工评分"],
  ] as const)("treats 0/0 as the setting says: %s", (setting, written, waits, counts, treatment) => {
    const measure = measured("年度预算=0|实际支出=0", setting);
    expect(formula(measure)).toBe(written);
    expect(measure?.undefinedWhen && conditionFormula(measure.undefinedWhen, "基础数据")).toBe(waits);
    expect(measure?.zeroWhen !== null).toBe(counts);
    expect(measure?.notes.map(({ message }) => message)).toEqual([
      `预算执行率的分子、分母均为 0，${treatment}；如不符合口径，请在设置中更改。`,
    ]);
  });

  it("says what 0/0 counts as", () => {
    const [rate, growth] = [
      measured("年度预算=0|实际支出=0"),
      measured("年末结转=0|支出预算数=0", "full", "结转结余率"),
    ];
    expect(rate && explain(rate.step)).toBe("分子、分母均为 0，按 100% 计");
    expect(growth && explain(growth.step)).toBe("分子、分母均为 0，按 0% 计");
  });

  it("is a row of its own name", () => {
    const measure = measured("预算执行率=96.93%");
    expect([measure && formula(measure), measure && explain(measure.step), measure?.notes]).toEqual([
      '=IF(ISNUMBER(B2),B2,VALUE(TRIM(SUBSTITUTE(SUBSTITUTE(B2,"%",""),",","")))/100)',
      "",
      [],
    ]);
    expect(measure?.step.style).toBe("percent");
  });
});
