import { describe, expect, it } from "vitest";
import { readRule } from "../../src/rules/read-rule";

const RULE = "每发现一例扣1分，最多扣3分";
const READ = readRule(RULE).rule?.wording;

describe("a sentence that says nothing of how points are given", () => {
  it.each([
    "该项得3分",
    "该项得12.25分",
    "满分12.25分",
    "该项得分3分",
    "本项得2.5分",
    "本项得分为3分",
    "该指标得分3分",
    "本指标3分",
    "该项满分5分",
    "本项满分为5分",
    "本指标满分5分",
    "满分5分",
    "满分为12.5分",
    "分值5分",
    "分值为5分",
    "标准分5分",
    "本项分值5分",
    "该项标准分5分",
    "本指标分值5分",
    "以100%为标准",
    "以0为标准",
  ])("“%s” is passed over, before the rule and after it", (aside) => {
    expect(READ).toBe("每发现一例的,扣1分,最多扣3分");
    expect(readRule(`${aside}。${RULE}`).rule?.wording).toBe(READ);
    expect(readRule(`${RULE}；${aside}`).rule?.wording).toBe(READ);
    expect(readRule(aside).givesPoints).toBe(false);
  });

  it.each([
    "，该项得3分",
    "，该项得12.25分",
    "，本项得分2.5分",
    "，本项计2分",
    "，该项得为2分",
    "，本指标得分为2分",
    "，本指标计3分",
  ])("“…%s” at the end is passed over", (outcome) =>
    expect(readRule(`${RULE}${outcome}`).rule?.wording).toBe(READ),
  );

  it.each(["共该项得3分", "该项得3分左右", "得3分，本项得分另计", "以100%为标准值", "以95%为标准"])(
    "“%s” is no such sentence",
    (text) => expect(readRule(`${text}。${RULE}`).rule?.wording ?? null).not.toBe(READ),
  );
});

describe("a limit without its sign", () => {
  it("is the limit of the clause that it stands in", () =>
    expect(readRule("合格率90%得满分；每低于1个百分点扣1分").rule?.kind).toBe("clauses"));
});

describe("whether a text gives points", () => {
  it.each([
    "做得好的给5分",
    "满分",
    "按情况得分",
    "视情节扣",
    "由专家打分",
    "综合评分",
    "分项计分",
    "据实赋分",
    "视情给分",
    "占分值一半",
    "酌情",
    "达到满意档",
    "一票否决",
  ])("“%s” does", (text) => expect(readRule(text).givesPoints).toBe(true));
  it.each(["反映预算执行的进度", "制度是否健全", "分类推进"])("“%s” does not", (text) =>
    expect(readRule(text).givesPoints).toBe(false),
  );
});

describe("a rule beside the formula of its rate", () => {
  it.each([
    "预算执行率=实际支出÷预算安排×100%。得分=分值×预算执行率",
    "预算执行率=实际支出÷预算安排×100%，得分=分值×预算执行率",
    "预算执行率=实际支出÷预算安排×100%，得分=分值×预算执行率，最高得满分",
    "得分=分值×预算执行率；预算执行率=实际支出÷预算安排×100%",
  ])("“%s” is read with both", (text) => {
    const { definition, rule, weighted } = readRule(text);
    expect([definition?.name, rule?.wording, weighted]).toEqual([
      "预算执行率",
      "得分=分值×预算执行率，最高得满分",
      null,
    ]);
  });

  it("is not lost behind the formula's comma, though people give the points", () => {
    const { definition, rule, givesPoints } = readRule("预算执行率=实际支出÷预算安排×100%，偏低的酌情扣减");
    expect([definition?.bottom[0]?.names, rule?.kind, givesPoints]).toEqual([["预算安排"], "clauses", true]);
  });

  it("may have a comma inside its formula", () =>
    expect(readRule("预算执行率=实际支出(含结转,结余)÷预算安排×100%")).toMatchObject({
      definition: { name: "预算执行率" },
      rule: null,
      givesPoints: false,
    }));

  it("is read with the weights of its parts", () => {
    const text = "综合满意度=服务对象满意度×60%+职工满意度×40%。≥90%得满分；60%-90%按比例得分；低于60%不得分";
    const { weighted, definition, rule } = readRule(text);
    expect(weighted?.parts).toEqual([
      { name: "服务对象满意度", weight: "0.6" },
      { name: "职工满意度", weight: "0.4" },
    ]);
    expect([definition, rule?.kind]).toEqual([null, "threshold"]);
    const [weights, ...others] = text.split("。");
    expect(readRule([...others, weights].join("。"))).toMatchObject({
      weighted,
      rule: { kind: "threshold" },
    });
  });
});
