import { describe, expect, it } from "vitest";
import { toDecimal } from "../../src/expr/decimal";
import { evaluate } from "../../src/expr/evaluate";
import { exact, type Exact } from "../../src/expr/exact";
import { explain } from "../../src/expr/explain";
import { step, subtract } from "../../src/expr/expression";
import { toFormula } from "../../src/expr/formula";
import type { ScoredEvaluation } from "../../src/model/evaluation";
import type { CaptionPoints, DimensionEntry, EvaluationForm, ResultCell } from "../../src/model/form";
import type { Quantity } from "../../src/model/quantity";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { printedDimension } from "../../src/scoring/printed-dimension";
import { scoreWorkbook } from "../../src/scoring/score";
import { at, evaluation, fund, indicator, quantity, result, subject, total } from "../checks/subject";

const said = (value: Exact | null): string | null => (value === null ? null : toDecimal(value));

/** Weight in B, score in C, 得分率 in D, as a conclusion form prints them. */
function dimension(
  name: string,
  weight: ResultCell | null,
  score: ResultCell | null,
  scoreRate: ResultCell | null = null,
): DimensionEntry {
  return { name, cell: at("A3"), points: weight, score, scoreRate, grade: null };
}

const live = (text: string, cell: string, reading: Quantity["live"] = "number"): ResultCell => ({
  cell: at(cell),
  entered: quantity(text, cell, { live: reading }),
  formula: null,
});

function scoredForm(
  form: Partial<EvaluationForm>,
  given: Parameters<typeof evaluation>[0] = {},
): ScoredEvaluation {
  const { recognition } = subject({}, evaluation({ ...given, form }));
  const [scored] = scoreWorkbook(recognition, DEFAULT_SETTINGS);
  if (scored === undefined) throw new Error("no evaluation");
  return scored;
}

describe("a printed dimension", () => {
  const weighed = (weight: ResultCell | null, rate: ResultCell | null, score: ResultCell | null = null) => {
    const { points, score: of } = printedDimension(dimension("决策", weight, score, rate));
    return [points, of].map((each) => (each === null ? null : said(evaluate(each))));
  };

  it.each([
    ["15%", "86.67%", ["15", "13"]],
    ["0.15", "86.67%", ["15", "13"]],
    ["15", "86.67%", ["15", "13"]],
    ["1", "86.67%", ["1", "0.87"]],
    ["100%", "86.67%", ["100", "86.67"]],
    ["30%", "70.73%", ["30", "21.22"]],
  ])("of weight %s and rate %s makes %j", (weight, rate, made) =>
    expect(weighed(result(weight, "B3"), result(rate, "D3"))).toEqual(made),
  );

  it("counts its printed score as it is", () =>
    expect(weighed(result("15", "B3"), result("86.67%", "D3"), result("12.5", "C3"))).toEqual([
      "15",
      "12.5",
    ]));

  it("has no score without a weight, without a rate, or with words in their place", () => {
    expect(weighed(null, result("86.67%", "D3"))).toEqual([null, null]);
    expect(weighed(result("15%", "B3"), null)).toEqual(["15", null]);
    expect(weighed(result("见附表", "B3"), result("", "D3"))).toEqual([null, null]);
    expect(weighed(result("15", "B3"), result("见附表", "D3"))).toEqual(["15", null]);
    expect(weighed(result("15", "B3"), result("86.67%", "D3"), result("见附表", "C3"))).toEqual(["15", "13"]);
  });

  it("is written over the user's own cells, and told with them", () => {
    const percent = { remove: ["%"], scale: exact("0.01") };
    const { score } = printedDimension(
      dimension("决策", live("0.15", "B3"), null, live("86.67%", "D3", percent)),
    );
    expect(score && toFormula(score, "绩效指标")).toBe(
      '=ROUND(B3*100*IF(ISNUMBER(D3),D3,VALUE(TRIM(SUBSTITUTE(D3,"%","")))/100),2)',
    );
    expect(score && explain(score)).toBe("15% × 100 分 = 15 分，15 分 × 86.67% = 13 分");
  });

  it("is a number of its own where no formula can read the cell", () => {
    const { points, score } = printedDimension(dimension("决策", result("15", "B3"), live("13", "C3")));
    expect([points && toFormula(points, "绩效指标"), score && toFormula(score, "绩效指标")]).toEqual([
      "=15",
      "=C3",
    ]);
    expect(score && points && [explain(points), explain(score)]).toEqual(["", ""]);
    expect([points?.kind, score?.kind].map(String)).toEqual(["constant", "input"]);
    expect(points && score && explain(step("差", "points", subtract(points, score)))).toBe(
      "15 分 - 13 分 = 2 分",
    );
  });
});

describe("a conclusion form, which has no indicators", () => {
  const dimensions = [
    dimension("决策", result("15%", "B3"), null, result("86.67%", "D3")),
    dimension("过程", result("20%", "B4"), null, result("99.65%", "D4")),
    dimension("产出", result("35%", "B5"), null, result("100%", "D5")),
    dimension("效益", result("30%", "B6"), null, result("70.73%", "D6")),
  ];

  it("adds up its dimensions: 13.00 + 19.93 + 35 + 21.22", () => {
    const { score, points, grade, computedScore, dimensions: rows } = scoredForm({ dimensions });
    expect([score, points, computedScore].map(said)).toEqual(["89.15", "100", "89.15"]);
    expect(grade).toBe("良");
    expect(rows.map(({ name, score: of, grade: each, members }) => [name, said(of), each, members])).toEqual([
      ["决策", "13", "良", []],
      ["过程", "19.93", "优", []],
      ["产出", "35", "优", []],
      ["效益", "21.22", "中", []],
    ]);
  });

  it("has no total while one of them has none, unless the form prints it", () => {
    const open = [...dimensions.slice(0, 3), dimension("效益", result("30%", "B6"), null)];
    expect(said(scoredForm({ dimensions: open }).score)).toBeNull();
    expect(said(scoredForm({ dimensions: open.toReversed() }).score)).toBeNull();
    const printed = scoredForm({ dimensions: open, statedScore: result("89.15", "C9") });
    expect([said(printed.score), printed.computedScore]).toEqual(["89.15", null]);
    const unweighted = [...dimensions.slice(0, 3), dimension("效益", null, result("21.22", "C6"))];
    expect([
      scoredForm({ dimensions: unweighted }).points,
      said(scoredForm({ dimensions: unweighted }).score),
    ]).toEqual([null, "89.15"]);
  });

  it("is graded by its printed total where nothing can be added up", () => {
    const { score, points, grade, enteredGrade } = scoredForm({
      statedScore: result("91.5", "C9"),
      statedGrade: result("优秀等次", "C10"),
    });
    expect([said(score), points, grade, enteredGrade]).toEqual(["91.5", null, "优", "优秀"]);
    expect(scoredForm({}).grade).toBeNull();
  });

  it("takes the points of its total row where its rows have none", () => {
    const { points, score, grade, findings } = scoredForm({
      totals: [total({ points: "20", score: "17" })],
    });
    expect([said(points), said(score), grade]).toEqual(["20", "17", "良"]);
    expect(findings.map(({ code, cell }) => [code, cell])).toEqual([["points-not-100", at("A30")]]);
  });
});

describe("the points of an evaluation", () => {
  const caption = (level: 1 | 2, name: string, points: string): CaptionPoints => ({
    level,
    name,
    cell: at("A3"),
    points: exact(points),
    statedScore: null,
  });
  const bare = (name: string, level1: string, entered: string, row: number) =>
    indicator({ name, level1, entered, row });

  it("are those of the captions where only these carry points", () => {
    const { points, score, dimensions } = scoredForm(
      { captions: [caption(2, "产出", "1"), caption(1, "产出", "60"), caption(1, "效益", "40")] },
      { indicators: [bare("慰问", "产出", "55", 4), bare("走访", "效益", "38", 5)] },
    );
    expect([points, score].map(said)).toEqual(["100", "93"]);
    expect(dimensions.map(({ points: of, scoreRate }) => [said(of), said(scoreRate)])).toEqual([
      ["60", "0.916666666666667"],
      ["40", "0.95"],
    ]);
  });

  it("are unknown where one dimension has none, or a scored row beside others", () => {
    const indicators = [bare("慰问", "产出", "55", 4), bare("走访", "效益", "38", 5)];
    expect(scoredForm({ captions: [caption(1, "产出", "60")] }, { indicators }).points).toBeNull();
    const mixed = [indicator({ name: "场次", level1: "产出", points: "50", entered: "45" }), indicators[1]];
    expect(scoredForm({}, { indicators: mixed.flatMap((each) => each ?? []) }).points).toBeNull();
  });

  it("pass over rows without points and score", () => {
    const indicators = [
      indicator({ name: "场次", level1: "产出", points: "50", entered: "45" }),
      indicator({ name: "说明", level1: "产出", row: 5 }),
    ];
    const { points, score, findings } = scoredForm({}, { indicators });
    expect([points, score].map(said)).toEqual(["50", "45"]);
    expect(findings.map(({ code, cell }) => [code, cell])).toEqual([["points-not-100", at("C4")]]);
  });

  it("pass over a dimension of such rows, which has no score of its own", () => {
    const indicators = [
      indicator({ name: "场次", level1: "产出", points: "50", entered: "45" }),
      indicator({ name: "说明", level1: "附注", row: 5 }),
    ];
    const { points, score, dimensions } = scoredForm({}, { indicators });
    expect([points, score].map(said)).toEqual(["50", "45"]);
    expect(dimensions.map((each) => [each.name, said(each.points), said(each.score)])).toEqual([
      ["产出", "50", "45"],
      ["附注", null, null],
    ]);
  });

  it("that nobody printed leave entered scores without a grade", () => {
    const { score, points, grade } = scoredForm({}, { indicators: [bare("慰问", "产出", "55", 4)] });
    expect([said(score), points, grade]).toEqual(["55", null, null]);
  });

  it("of none give no grade", () => {
    const none = [indicator({ name: "场次", level1: "产出", points: "0", entered: "0" })];
    expect(scoredForm({}, { indicators: none })).toMatchObject({ grade: null, findings: [] });
  });

  it("a fund row without points stays outside the total, though its rate is known", () => {
    const { points, dimensions, funds } = scoredForm(
      {},
      {
        funds: [fund({ item: "年度资金总额", initial: "80", executed: "60" })],
        indicators: [indicator({ name: "场次", level1: "产出", points: "100", entered: "45" })],
      },
    );
    expect([
      said(points),
      dimensions.map(({ name }) => name),
      funds.map((row) => said(row.executionRate)),
    ]).toEqual(["100", ["产出"], ["0.75"]]);
  });

  it("a row that shares the score cell of another adds its points only", () => {
    const first = indicator({ name: "场次", level1: "产出", points: "50", entered: "90" });
    const second = indicator({ name: "人次", level1: "产出", points: "50", row: 5 });
    const shared = { ...second, entry: { ...second.entry, score: null, sharesScoreWith: first.entry.cell } };
    const { score, points, indicators } = scoredForm({}, { indicators: [first, shared] });
    expect([said(score), said(points), indicators.map(({ status }) => status)]).toEqual([
      "90",
      "100",
      ["entered", "shared"],
    ]);
  });
});
