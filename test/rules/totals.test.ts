import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toDecimal } from "../../src/expr/decimal";
import { evaluate } from "../../src/expr/evaluate";
import { exact } from "../../src/expr/exact";
import { explain } from "../../src/expr/explain";
import { add, constant } from "../../src/expr/expression";
import { toFormula } from "../../src/expr/formula";
import { allowsBonus, mostPoints } from "../../src/rules/most-points";
import {
  convertedScore,
  evenPoints,
  isWeightedTwice,
  readEvenSplit,
  rescaledTotal,
} from "../../src/scoring/rescale";
import { cappedTotal, printTotalCap, readTotalCap } from "../../src/scoring/total-cap";
import { indicator } from "./entries";
import { foreignFunctions } from "./formula-functions";

const points = (value: string) => constant(value, "points");
const value = (of: Parameters<typeof evaluate>[0]) => toDecimal(evaluate(of) ?? exact(-1));

describe("总分封顶 (N21)", () => {
  const text =
    "执行率 70%–80% 总分不超过 89; 60%–70% 不超过 79; 低于 60% 不超过 69; 低于 50% 不超过 59,超出部分扣减";
  const cap = readTotalCap(text);

  it.each([
    ["95", "0.85", "95"],
    ["95", "0.8", "95"],
    ["95", "0.79", "89"],
    ["95", "0.7", "89"],
    ["95", "0.69", "79"],
    ["95", "0.59", "69"],
    ["95", "0.5", "69"],
    ["95", "0.49", "59"],
    ["50", "0.49", "50"],
  ])("a total of %s at an execution rate of %s counts %s", (total, rate, expected) => {
    expect(cap && value(cappedTotal(cap, points(total), constant(rate, "percent")))).toBe(expected);
  });

  it("says why the total is less", () => {
    expect(cap && explain(cappedTotal(cap, points("95"), constant("0.75", "percent")))).toBe(
      "75% ≥ 50%，75% ≥ 60%，75% ≥ 70%，75% < 80%，预算执行率低于 80%，总分不超过 89 分",
    );
    const sum = add(points("50"), points("45"));
    expect(cap && explain(cappedTotal(cap, sum, constant("0.45", "percent")))).toBe(
      "45% < 50%，预算执行率低于 50%，总分不超过 59 分，50 分 + 45 分 超过 59 分，按 59 分 计",
    );
  });

  it("is written with functions that all spreadsheets have", () => {
    expect(
      cap && foreignFunctions(toFormula(cappedTotal(cap, points("95"), constant("0.75", "percent")), "底稿")),
    ).toEqual([]);
  });

  it("reads as it was printed", () => expect(cap && readTotalCap(printTotalCap(cap))).toEqual(cap));

  it.each([
    ["执行率低于80%总分不超过89分", "80%,89"],
    ["预算执行率低于80%的，总分不超过89分", "80%,89"],
    ["执行率小于79.5%的总分不得超过88.5分", "79.5%,88.5"],
    ["执行率<80%，评价总分不高于89", "80%,89"],
    ["执行率不足80%的，自评总得分最高不超过89分", "80%,89"],
    ["执行率低于80%的项目总分封顶89分", "80%,89"],
    ["执行率低于80%的，的项目总分封顶为89分", "80%,89"],
    ["执行率低于80%，不超过89分", "80%,89"],
    ["执行率低于80%的不得超过89.5分", "80%,89.5"],
    ["执行率在70%至80%之间总分不超过89分", "80%,89"],
    ["预算执行率在70.5%（含）到80.5%，总分不超过89分", "80.5%,89"],
    ["执行率70%-80%，不超过89.5分", "80%,89.5"],
    ["执行率低于80%总分不超过89分，超出部分扣减", "80%,89"],
    ["执行率低于80%总分不超过89分超出部分扣减", "80%,89"],
    ["执行率低于80%总分不超过89分；超过部分予以扣减", "80%,89"],
    ["执行率低于80%总分不超过89分，低于60%不超过69分", "60%,69 80%,89"],
    ["执行率低于80%总分不超过89分；执行率低于60%总分不超过69分", "60%,69 80%,89"],
    ["执行率低于80%总分不超过89分；预算执行率在60%-70%不超过79分", "70%,79 80%,89"],
    [
      "执行率低于80%总分不超过89分，小于70%不超过79分；<60%不超过69分，不足50%不超过59分",
      "50%,59 60%,69 70%,79 80%,89",
    ],
  ])("“%s” is read as %s", (text, steps) =>
    expect(
      readTotalCap(text)
        ?.steps.map(({ under, most }) => `${under}%,${most}`)
        .join(" "),
    ).toBe(steps),
  );

  it.each([
    "预算执行率低于60%不得分",
    "总分不超过100分",
    "低于80%总分不超过89分",
    "执行率高于80%总分不超过89分",
    "执行率低于80%总分不超过89分；满意度低于60%不超过69分",
    "各项目执行率低于80%总分不超过89分",
    "执行率低于80%总分不超过89分为宜",
    "执行率在70%至80%之间总分不超过89分为宜",
    "各项目执行率在70%至80%之间总分不超过89分",
    "执行率低于80%的，超出部分扣减，总分不超过89分",
  ])("is not seen in “%s”", (text) => expect(readTotalCap(text)).toBeNull());
});

describe("不适用指标折算 (N23)", () => {
  it("counts the applicable indicators as 100", () => {
    expect(value(rescaledTotal([points("45"), points("36")], [points("50"), points("40")], 2))).toBe("90");
    expect(evaluate(rescaledTotal([], [], 2))).toBeNull();
  });

  it("is told, and written so that nothing is divided by nothing", () => {
    const rescaled = rescaledTotal([points("45"), points("36")], [points("50"), points("40")], 2);
    expect(explain(rescaled)).toBe(
      "45 分 + 36 分 = 81 分，50 分 + 40 分 = 90 分，81 分 × 100 分 ÷ 90 分 = 90 分",
    );
    expect(toFormula(rescaled, "底稿")).toBe(
      '=IF(SUM(50,40)=0,"没有适用的指标",ROUND(SUM(45,36)*100/SUM(50,40),2))',
    );
    expect(toFormula(rescaledTotal([points("45")], [points("50")], 2), "底稿")).toBe(
      '=IF(50=0,"没有适用的指标",ROUND(45*100/50,2))',
    );
  });

  it("leaves full points full, whatever is left out", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 20 }), (weights) => {
        const all = weights.map((weight) => points(String(weight)));
        expect(value(rescaledTotal(all, all, 2))).toBe("100");
      }),
    );
  });
});

describe("折算得分 (N17)", () => {
  it("multiplies the score by its weight, as 成安 prints it", () => {
    expect(value(convertedScore(points("25"), constant("0.25", "percent"), 2))).toBe("6.25");
    expect(value(convertedScore(points("30"), constant("0.3", "percent"), 2))).toBe("9");
    expect(explain(convertedScore(points("25"), constant("0.25", "percent"), 2))).toBe(
      "25 分 × 25% = 6.25 分",
    );
  });

  it("notices scores that are out of their weight already", () => {
    const weights = ["0.25", "0.25", "0.3", "0.1"].map(exact);
    expect(isWeightedTwice(["25", "25", "30", "10"].map(exact), weights)).toBe(true);
    expect(isWeightedTwice(["100", "96", "100", "98"].map(exact), weights)).toBe(false);
    expect(isWeightedTwice(["25", "25", "30.01", "10"].map(exact), weights)).toBe(false);
    expect(isWeightedTwice(["25", "25", "30", "10", "1"].map(exact), weights)).toBe(false);
    expect(isWeightedTwice([], weights)).toBe(false);
  });
});

describe("平均分配 (N13)", () => {
  it("shares points out evenly and rounds as the text says", () => {
    const split = readEvenSplit("15分÷三级指标个数，四舍五入保留整数");
    expect(split).toEqual({ total: "15", places: 0 });
    expect(split && value(evenPoints(split, 4))).toBe("4");
    expect(split && value(evenPoints(split, 7))).toBe("2");
    expect(split && explain(evenPoints(split, 4))).toBe("15 分 ÷ 4个 = 4 分");
    expect(readEvenSplit("每项1分")).toBeNull();
  });

  it.each([
    ["15分÷三级指标个数", "15", 2],
    ["15/指标数量", "15", 2],
    ["分值=12.5分÷指标数", "12.5", 2],
    ["15分÷指标个数，四舍五入取整数", "15", 0],
    ["15分÷指标个数；四舍五入保留一位小数", "15", 1],
    ["15分÷指标个数，四舍五入保留两位小数", "15", 2],
    ["15分÷指标个数，四舍五入保留二位小数", "15", 2],
    ["15分÷指标个数，四舍五入保留1位小数", "15", 1],
    ["15分÷指标个数，四舍五入保留2位小数", "15", 2],
    ["15分÷指标个数，四舍五入保留3位小数", "15", 3],
  ])("“%s” shares %s points out, rounded to %i places", (text, total, places) =>
    expect(readEvenSplit(text)).toEqual({ total, places }),
  );

  it.each(["共15分÷三级指标个数", "15分÷三级指标个数得出", "15分÷三级指标个数，四舍五入保留三位小数"])(
    "“%s” does not",
    (text) => expect(readEvenSplit(text)).toBeNull(),
  );
});

describe("the most an indicator can score", () => {
  it.each([
    ["纳入县级重点工作部署，得1分；党政领导对财政奖补工作有正面批示的，一个加1分，最多加2分", "1", "3", true],
    ["受到省级表彰的，每有一次加1分，最多加5分", "2", "5", true],
    ["完成指标值得满分，未完成按完成比例得分", "10", "10", false],
    ["…得2分", "2", "2", false],
    ["", "8", "8", false],
  ])("by %s with %s points is %s", (rule, full, most, bonus) => {
    const entry = indicator({ name: "工作安排", points: full, rule });
    expect(mostPoints(entry)?.toString()).toBe(most);
    expect(allowsBonus(entry)).toBe(bonus);
  });
});
