import { describe, expect, it } from "vitest";
import { toDecimal } from "../../src/expr/decimal";
import { evaluate } from "../../src/expr/evaluate";
import { exact } from "../../src/expr/exact";
import { explain } from "../../src/expr/explain";
import { compare, conditional, constant, input, message, step } from "../../src/expr/expression";
import { toFormula } from "../../src/expr/formula";
import type { IndicatorEntry } from "../../src/model/form";
import { applyFundRule, applyRule, roundedInside } from "../../src/rules/apply";
import { executionRateOf } from "../../src/rules/rates/fund";
import { allowsBonus, mostPoints } from "../../src/rules/most-points";
import { unroundedScore } from "../../src/rules/unrounded";
import { contextOf, fund, indicator, type IndicatorRow } from "./entries";
import { quantityFrom } from "./quantities";

const at = (column: number, row = 4) => ({ sheet: "指标", row, column });
const ROW: IndicatorRow = { name: "场次", points: "10", target: "≥10场", actual: "9场" };

function applied(
  given: Partial<IndicatorRow> = {},
  entry: Partial<IndicatorEntry> = {},
  facts = "",
  settings = {},
) {
  return applyRule({ ...indicator({ ...ROW, ...given }), ...entry }, contextOf(facts, settings));
}

function scoreOf({ outcome }: ReturnType<typeof applied>): string {
  const score = "score" in outcome && outcome.score !== null ? evaluate(outcome.score) : null;
  return score === null ? outcome.kind : toDecimal(score);
}

describe("the rule that is applied", () => {
  const national = { kind: "ratio", label: "达到目标得满分，未达到按比例计分" };
  it.each([
    ["the national one without a text", {}, national],
    ["the national one with a blank text", { rule: "  " }, national],
    ["the national one with a mere description", { rule: "反映场次" }, national],
    [
      "nobody's where the text is not understood",
      { rule: "看情况给分吧" },
      { kind: null, label: "人工评分" },
    ],
    ["the text's", { rule: "每发现一例扣1分，扣完为止", actual: "2例" }, { kind: "events" }],
    ["that for words", { target: "完成", actual: "完成" }, { kind: "words" }],
    ["that for dates", { target: "9月底前", actual: "7月" }, { kind: "deadline" }],
  ])("is %s", (_what, given, named) => expect(applied(given)).toMatchObject(named));

  it("quotes a text that it does not understand, the first 120 characters of a long one", () => {
    const why = (length: number) => applied({ rule: `得分${"看".repeat(length - 2)}` }).outcome;
    expect(why(120)).toEqual({
      kind: "needs-judgement",
      why: `按评分标准人工评分：得分${"看".repeat(118)}`,
      saysWordingOnly: true,
    });
    expect(why(121)).toEqual({
      kind: "needs-judgement",
      why: `按评分标准人工评分：得分${"看".repeat(118)}…`,
      saysWordingOnly: true,
    });
  });

  it("gives its completion, its target and its result as they stand in the score", () => {
    const { outcome } = applied();
    const { completion, target, actual } = outcome.kind === "scored" ? outcome : {};
    expect(completion && explain(completion)).toBe("9场 ÷ 10场 = 90%");
    expect([target, actual]).toMatchObject([{ cell: at(4) }, { cell: at(5) }]);
  });
});

describe("a rule that leaves a result open", () => {
  const bands = "≥90%得满分；60%-80%得5分";
  it("says what it looked at, and gives the result's cell where it scores", () => {
    const { outcome } = applied({ name: "合格率", target: "", actual: "95%", rule: bands });
    expect(outcome).toMatchObject({ kind: "scored", actual: { cell: at(5) } });
    expect(applied({ target: "≥0", actual: "-1" }).outcome).toEqual({
      kind: "needs-judgement",
      why: "-1 < 0，未达到目标，待评分",
    });
  });
});

describe("an indicator that does not apply", () => {
  const strokes = { score: { cell: at(7), entered: quantityFrom("/", at(7)), formula: null } };
  it.each([
    ["by its result", { actual: "不适用" }, {}, "10"],
    ["by its target, without a column of results", { target: "/", actual: undefined }, {}, "10"],
    ["by its target, with an empty result", { target: "/", actual: "" }, {}, "10"],
    ["by its score, without points", { points: "", actual: "" }, strokes, "not-applicable"],
  ])("is known %s", (_what, given, entry, score) => {
    const application = applied(given, entry);
    expect([application.outcome.kind, scoreOf(application)]).toEqual(["not-applicable", score]);
  });

  it.each([
    ["a target that does not apply beside a result", { target: "/", actual: "9场" }, {}, "needs-judgement"],
    ["a stroke in the score beside points", {}, strokes, "9"],
  ])("is not meant by %s", (_what, given, entry, score) =>
    expect(scoreOf(applied(given, entry))).toBe(score),
  );

  it.each([
    ["full", "不适用，按满分处理", 1],
    ["rescale", "不适用，不计入总分，其余指标折算为百分制", 1],
    ["ask", "不适用，留待人工评分", 1],
  ])("is treated as the setting says: %s", (notApplicable, why, notes) => {
    const application = applied({ actual: "不适用" }, {}, "", { notApplicable });
    expect(application.outcome).toMatchObject({ why });
    expect(application.notes).toHaveLength(notes);
    const none = applied({ actual: "不适用", points: "" }, {}, "", { notApplicable });
    expect([none.outcome, none.notes]).toEqual([{ kind: "not-applicable", why, score: null }, []]);
  });

  it("has full points that need no telling", () => {
    const { outcome } = applied({ actual: "不适用" });
    expect("score" in outcome && outcome.score && explain(outcome.score)).toBe("");
  });
});

describe("an indicator without points", () => {
  it.each([
    ["9场", "needs-judgement", "未列分值，无法计分"],
    ["", "not-filled", "未列分值，实际完成值未填写"],
    [undefined, "not-filled", "未列分值，实际完成值未填写"],
  ])("and the result %s is %s", (actual, kind, why) =>
    expect(applied({ points: "", actual }).outcome).toEqual({ kind, why }),
  );
  it("has no most", () => expect(mostPoints(indicator({ ...ROW, points: "" }))).toBeNull());
});

describe("what is not disclosed", () => {
  it.each([
    [{ actual: "***" }, "实际完成值未公开，保留人工评分"],
    [{ target: "***" }, "年度指标值未公开，保留人工评分"],
  ])("%j is left to people", (given, why) =>
    expect(applied(given).outcome).toEqual({ kind: "needs-judgement", why }),
  );
});

describe("a standard rate without a target", () => {
  const rate = { name: "预算执行率", target: "" };
  const empty = { target: quantityFrom("", at(4)) };
  it("is held against its usual one, whether the form has the column or not", () => {
    expect(scoreOf(applied({ ...rate, actual: "90%" }))).toBe("9");
    expect(scoreOf(applied({ ...rate, actual: "90%" }, empty))).toBe("9");
    expect(scoreOf(applied({ ...rate, name: "在职人员控制率", actual: "90%" }, empty))).toBe("10");
  });
  it("names that target where the result is far above it", () =>
    expect(applied({ ...rate, actual: "140%" }).notes.map(({ message: told }) => told)).toEqual([
      "“预算执行率”完成 140%，为指标值 ≥100% 的 140%，请说明目标是否偏低。",
    ]));
  it("has none to contradict words", () => expect(applied({ ...rate, actual: "完成" }).notes).toEqual([]));
});

describe("a measured result", () => {
  const rule = "≥90%得满分；60%-90%按比例得分；低于60%不得分";
  const measured = { name: "满意度", target: "", actual: "", rule };
  it("without its percent sign is a share like a typed one", () => {
    expect(scoreOf(applied(measured, {}, "满意度=95"))).toBe("10");
    expect(scoreOf(applied(measured, {}, "满意度=55"))).toBe("0");
  });
  it("of 0/0 may count as nothing, and says so", () => {
    const { outcome } = applied({ name: "预算执行率", target: "", actual: "" }, {}, "年度预算=0|实际支出=0", {
      zeroBudget: "zero",
    });
    expect("score" in outcome && outcome.score && explain(outcome.score)).toBe("分子、分母均为 0，按 0 分计");
  });
});

describe("rounding", () => {
  const [a, b] = [input(at(0), exact(1)), input(at(1), exact(2))];
  const branch = (then: Parameters<typeof conditional>[1], otherwise: Parameters<typeof conditional>[1]) =>
    conditional(compare(a, ">", b), then, otherwise);
  it.each([
    ["a number", a, "=ROUND(A5,2)"],
    ["a text", message("待评分"), '="待评分"'],
    ["branches of numbers as one", branch(a, b), "=ROUND(IF(A5>B5,A5,B5),2)"],
    ["only the branch that is a number", branch(a, message("略")), '=IF(A5>B5,ROUND(A5,2),"略")'],
    ["only the other branch", branch(message("略"), b), '=IF(A5>B5,"略",ROUND(B5,2))'],
    [
      "inside branches of branches",
      branch(branch(a, b), branch(b, message("略"))),
      '=IF(A5>B5,ROUND(IF(A5>B5,A5,B5),2),IF(A5>B5,ROUND(B5,2),"略"))',
    ],
  ])("takes %s", (_what, tree, formula) => expect(toFormula(roundedInside(tree, 2), "指标")).toBe(formula));

  it("is looked behind for what the rule gives", () => {
    const nothing = message("待评分");
    const unrounded = (tree: Parameters<typeof unroundedScore>[0]) =>
      unroundedScore(tree)?.toString() ?? null;
    expect(unrounded(constant("1.5"))).toBe("1.5");
    expect(unrounded(step("得分", "points", roundedInside(constant("1.555"), 2)))).toBe("1.555");
    expect(unrounded(branch(a, roundedInside(constant("1.555"), 2)))).toBe("1.555");
    expect(unrounded(conditional(compare(nothing, ">", a), a, b))).toBeNull();
  });
});

describe("the fund row", () => {
  const given = { adjusted: "100", executed: "79", points: "10" };
  it("is told, and written so that an empty budget shows 待评分", () => {
    const { outcome } = applyFundRule(fund(given), contextOf());
    const score = outcome.kind === "scored" ? outcome.score : null;
    expect(score && explain(score)).toBe("79 ÷ 100 = 79%，10 分 × 79% = 7.9 分");
    expect(score && toFormula(score, "指标")).toBe('=IF(D2=0,"待评分",ROUND(MAX(MIN(F2*E2/D2,F2),0),2))');
    const rate = executionRateOf(fund(given));
    expect(rate && explain(rate)).toBe("79 ÷ 100 = 79%");
  });
  it("is of a kind of its own", () =>
    expect(applyFundRule(fund(given), contextOf())).toMatchObject({
      kind: "execution-rate",
      label: "分值乘以预算执行率，最高得满分",
    }));
  it("is told down to nothing", () => {
    const { outcome } = applyFundRule(fund({ ...given, executed: "-5" }), contextOf());
    expect(outcome.kind === "scored" && explain(outcome.score)).toBe(
      "-5 ÷ 100 = -5%，10 分 × -5% 低于 0 分，按 0 分 计",
    );
  });
  it.each([
    [{ counts: false }, { kind: "not-applicable", why: "其中项不单独计分", score: null }],
    [{ executed: "" }, { kind: "not-filled", why: "预算数或执行数未填写" }],
    [{ adjusted: "" }, { kind: "not-filled", why: "预算数或执行数未填写" }],
    [
      { adjusted: "***", initial: "100" },
      { kind: "not-filled", why: "预算数或执行数未填写" },
    ],
  ])("with %j has no score, nor a note", (change, outcome) =>
    expect(applyFundRule(fund({ ...given, ...change }), contextOf())).toMatchObject({ outcome, notes: [] }),
  );
  it("needs points to be scored", () => {
    expect(applyFundRule(fund({ adjusted: "100", executed: "79" }), contextOf()).outcome).toEqual({
      kind: "needs-judgement",
      why: "未列分值，无法计分",
    });
  });
  it("is named itself where a form without adjusted budgets has a budget of 0", () => {
    const [note] = applyFundRule(fund({ initial: "0", executed: "5", points: "10" }), contextOf()).notes;
    expect([note?.code, note?.cell]).toEqual(["zero-budget", at(1, 1)]);
  });
});

describe("a bonus", () => {
  it.each([
    ["受到表彰的加 2 分", true],
    ["受到表彰的加10.25分", true],
    ["可加分", true],
    ["增加投入得5分", false],
    ["加1个百分点得2分", false],
    ["", false],
  ])("“%s” allows one: %s", (rule, allowed) =>
    expect(allowsBonus(indicator({ ...ROW, rule }))).toBe(allowed),
  );
  it("is none of a text that is not understood", () =>
    expect(mostPoints(indicator({ ...ROW, rule: "看着办" }))?.toString()).toBe("10"));
});
