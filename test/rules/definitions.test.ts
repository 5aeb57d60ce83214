import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/expr/evaluate";
import {
  isGloss,
  readDefinition,
  readWeightedDefinition,
  standardRatesOf,
} from "../../src/rules/rates/definition";
import { measureOf } from "../../src/rules/rates/measure";
import { readRule } from "../../src/rules/read-rule";
import { contextOf, indicator } from "./entries";

/** `实际支出÷年度预算`, with the sign of every term that is taken off. */
function told(clause: string): string | null {
  const definition = readDefinition(clause);
  if (definition === null) return null;
  const side = (terms: typeof definition.top) =>
    terms.map(({ sign, names }) => `${sign}${names.join("/")}`).join("");
  return `${definition.name}: ${side(definition.top)} ÷ ${side(definition.bottom)}`;
}

describe("a rate's own formula", () => {
  it.each([
    ["预算执行率=实际支出÷预算安排×100%", "预算执行率: +实际支出 ÷ +预算安排"],
    ["预算执行率=实际支出/预算安排×100", "预算执行率: +实际支出 ÷ +预算安排"],
    ["预算执行率=实际支出÷预算安排", "预算执行率: +实际支出 ÷ +预算安排"],
    ["预算执行率=(实际支出÷预算安排)×100%", "预算执行率: +实际支出 ÷ +预算安排"],
    ["预算执行率=((实际支出÷预算安排)×100%)", "预算执行率: +实际支出 ÷ +预算安排"],
    ["预算执行率=(实际支出÷预算安排)×100", "预算执行率: +实际支出 ÷ +预算安排"],
    ["预算执行率=[实际支出]/[预算安排]", "预算执行率: +实际支出 ÷ +预算安排"],
    ["预算执行率=((实际支出))÷((预算安排))", "预算执行率: +实际支出 ÷ +预算安排"],
    ["执行率=支出(财政)合计÷预算(财政)合计", "执行率: +支出(财政)合计 ÷ +预算(财政)合计"],
    ["执行率=实际支出÷(预算安排×100)", "执行率: +实际支出 ÷ +预算安排"],
    ["执行率=实际支出÷(预算安排×100%)", "执行率: +实际支出 ÷ +预算安排"],
    ["完成率=(结转+年初-年末)÷(结转+年初)×100%", "完成率: +结转+年初-年末 ÷ +结转+年初"],
    ["变动率=(本年-上年)÷上年×100%", "变动率: +本年-上年 ÷ +上年"],
  ])("“%s” is %s", (clause, formula) => expect(told(clause)).toBe(formula));

  it.each([
    "率=实际支出÷预算安排",
    "一二三四五六七八九十一二三四五六七八九十一二三四五率=实际支出÷预算安排",
    "得分=实际支出÷预算安排",
    "执行率=实际支出÷预算安排×分值",
    "执行率=满分×实际支出÷预算安排",
    "执行率=实际支出÷预算安排×5分",
    "执行率≥实际支出÷预算安排",
    "执行率×2=实际支出÷预算安排",
    "执行率=实际支出",
    "执行率=()÷预算安排",
    "执行率=实际支出÷()",
  ])("is not “%s”", (clause) => expect(told(clause)).toBeNull());
});

describe("a rate of weighted parts", () => {
  it.each([
    ["综合满意度=服务对象满意度×50%+社会公众满意度×40%+部门内部员工满意度×10%", ["0.5", "0.4", "0.1"]],
    ["综合满意度=对象满意度×62.5%+公众满意度×37.5%", ["0.625", "0.375"]],
  ])("“%s” has the weights %j", (clause, weights) => {
    const read = readWeightedDefinition(clause);
    expect(read?.name).toBe("综合满意度");
    expect(read?.parts.map(({ weight }) => weight)).toEqual(weights);
  });

  it.each([
    "综合满意度=对象满意度×50%+公众满意度×40%",
    "综合满意度=对象满意度×100%",
    "得分=对象满意度×50%+公众满意度×50%",
    "分值=对象满意度×50%+公众满意度×50%",
    "综合满意度=对象满意度×50%+公众满意度×50%,最高得满分",
    "综合满意度=+对象满意度×50%+公众满意度×50%",
    "综合满意度=对象满意度×50%公众满意度×50%",
    "综合满意度=对象满意度×50%+公众满意度×50%+",
    "其中,综合满意度=对象满意度×50%+公众满意度×50%",
    "度=对象满意度×50%+公众满意度×50%",
  ])("is not “%s”", (clause) => expect(readWeightedDefinition(clause)).toBeNull());
});

describe("the standard rate that a name means", () => {
  it.each([
    "预算执行率",
    "本项目预算执行率",
    "项目预算执行率",
    "部门整体预算执行率",
    "部门预算执行率",
    "财政预算执行率",
    "新建预算执行率",
    "2023年度预算执行率",
  ])("is 预算执行率 for %s", (name) =>
    expect(standardRatesOf(name).map((rate) => rate.name)).toEqual(["预算执行率"]),
  );
  it.each(["抽样预算执行率", "某项目预算执行率", "预算执行率项目", ""])("is none for “%s”", (name) =>
    expect(standardRatesOf(name)).toEqual([]),
  );
});

describe("a rate with a formula of its own", () => {
  const measured = (formula: string, facts: string, name = "预算执行率") =>
    measureOf(indicator({ name, points: "10", actual: "" }), name, readRule(formula), contextOf(facts));
  const seen = (measure: ReturnType<typeof measured>) => {
    const value = measure === null ? null : evaluate(measure.step);
    return [value?.toString() ?? null, measure?.notes.map(({ code }) => code) ?? null];
  };
  const facts = "年度预算=100|年初预算=80|实际支出=60|甲数=120";

  it.each([
    ["its own amounts", "预算执行率=实际支出÷年初预算×100%", ["0.75", []]],
    ["a denominator that no standard rate has", "预算执行率=实际支出÷甲数×100%", ["0.5", []]],
    ["a sum", "预算执行率=实际支出÷(甲数+年初预算)×100%", ["0.3", []]],
    ["its own denominator by another name", "预算执行率=支出数÷年初预算安排×100%", ["0.75", []]],
    ["nothing in the place of its numerator", "预算执行率=支出甲÷年初预算×100%", [null, null]],
    ["nothing in the place of its denominator", "预算执行率=实际支出÷乙数×100%", [null, null]],
    ["nothing in the place of what has another name", "预算执行率=实际支出÷到位资金×100%", [null, null]],
  ])("takes %s", (_what, formula, expected) => expect(seen(measured(formula, facts))).toEqual(expected));

  it("is doubted where the text has none and two denominators give two rates", () => {
    const note = measured("", facts)?.notes[0];
    expect([note?.code, note?.message]).toEqual([
      "denominator",
      "预算执行率以“年度预算”为分母是 60%，以“年初预算”为分母是 75%；已按前者计算。",
    ]);
    expect(seen(measured("", "年度预算=80|年初预算=80|实际支出=60"))).toEqual(["0.75", []]);
    expect(seen(measured("", "年度预算=80|年初预算=0|实际支出=60"))).toEqual(["0.75", []]);
    expect(seen(measured("", "年度预算=0|年初预算=80|实际支出=60"))).toEqual([null, []]);
  });

  it.each([
    ["某某率=甲数÷乙数×100%", "甲数=3|乙数=4", "0.75"],
    ["某某率=(-甲数+乙数)÷丙数×100%", "甲数=1|乙数=4|丙数=4", "0.75"],
    ["某某率=(甲数-乙数)÷(丙数-丁数)×100%", "甲数=4|乙数=1|丙数=9|丁数=5", "0.75"],
    ["某某率=甲数÷乙数×100%", "甲数=3万元|乙数=40000元", "0.75"],
    ["某某率=甲数÷乙数×100%", "甲数=3|乙数=***", null],
    ["某某率=甲数÷乙数×100%", "甲数=见附表|乙数=4", null],
    ["某某率=甲数÷乙数×100%", "甲数=3", null],
    ["某某率=甲数÷乙数×100%", "甲数=0|乙数=0", "1"],
  ])("of another name: %s of %s is %s", (formula, given, rate) =>
    expect(seen(measured(formula, given, "某某率"))[0]).toBe(rate),
  );

  it("counts 0/0 as the standard rate of its name has it", () => {
    const formula = "三公经费变动率=(本年三公经费预算-上年三公经费预算)÷上年三公经费预算×100%";
    const given = "本年三公经费预算=0|上年三公经费预算=0";
    expect(seen(measured(formula, given, "三公经费变动率"))).toEqual(["0", ["zero-budget"]]);
  });
});

describe("sentences that only explain an amount", () => {
  it("do not disturb the reading of the rule", () => {
    const rule = readRule(
      "在职人员控制率=（在职人员数/编制数）×100%。编制数：机构编制部门核定批复的部门（单位）的人员编制数。≤100%，得满分；每超过一个百分点扣0.5分，扣完为止。",
    );
    expect(rule.rule?.kind).toBe("excess");
    expect(rule.rule?.wording).not.toContain("机构编制部门");
  });
  it.each([
    ["编制数:机构编制部门核定批复的人员编制数", true],
    ["在职人员数:部门(单位)实际在职人数,以财政部确定的部门决算编制口径为准", true],
    ["评分:优秀的给全部", false],
    ["标准:≤100%", false],
    ["制度健全的,得5分", false],
  ] as const)("“%s”: %s", (clause, gloss) => expect(isGloss(clause)).toBe(gloss));
});
