import { describe, expect, it } from "vitest";
import type { Check } from "../../src/checks/check";
import { fullButMissed } from "../../src/checks/full-but-missed";
import { lostButReached } from "../../src/checks/lost-but-reached";
import { missingReason } from "../../src/checks/missing-reason";
import { overPoints } from "../../src/checks/over-points";
import { scoreDiffers } from "../../src/checks/score-differs";
import type { ScoredEvaluation } from "../../src/model/evaluation";
import { unreadableScore } from "../../src/checks/unreadable-score";
import { at, evaluation, indicator, NONE, raised, result, subject, type IndicatorGiven } from "./subject";

const found = (check: Check, given: IndicatorGiven): string[] =>
  raised(check, subject({}, evaluation({ indicators: [indicator(given)] })));

const said = (check: Check, whole: ScoredEvaluation): string[] =>
  check.run(subject({}, whole)).map(({ message }) => message);

/** 永德 明朗中学 2022: 资金到位及时率 ≧100%, 100%, 7 of 10. */
const arrival: IndicatorGiven = {
  name: "资金到位及时率",
  target: "≥100%",
  actual: "100%",
  points: "10",
  entered: "7",
  computed: "10",
};
/** 南华 罗家屯: 550 promised, 20 done, full marks. */
const drying: IndicatorGiven = {
  name: "烘干设备购置",
  target: "550",
  actual: "20",
  points: "9.3",
  entered: "9.3",
  computed: "0.34",
};

describe("over-points", () => {
  it("a score above its points is wrong, a promised bonus is not (铜陵 工作安排 2 of 1)", () => {
    expect(found(overPoints, { name: "甲", points: "1", entered: "2" })).toEqual(["error H4: 2 → 1"]);
    expect(
      found(overPoints, { name: "工作安排", points: "1", entered: "2", rule: "得1分;一个加1分,最多加2分" }),
    ).toEqual(NONE);
  });

  it.each([
    ["a total above 100 that nothing adds up to", "199.5", ["error C10: 199.5 → 100"]],
    ["one below 0", "-1", ["error C10: -1 → 0"]],
    ["one of 100", "100", NONE],
    ["one of 0", "0", NONE],
  ])("%s", (_, score, expected) => {
    const form = { statedScore: result(score, "C10") };
    expect(raised(overPoints, subject({}, evaluation({ form })))).toEqual(expected);
    const indicators = [indicator({ name: "甲", points: "1", entered: "1" })];
    expect(raised(overPoints, subject({}, evaluation({ indicators, form })))).toEqual(NONE);
  });

  it.each([
    ["above its points", "20", "20.1", ["error C12: 20.1 → 20"]],
    ["at its points", "20", "20", NONE],
    ["below 0", "20", "-0.1", ["error C12: -0.1 → 0"]],
    ["without points", "", "120", NONE],
    ["below 0 without points", "", "-3", ["error C12: -3 → 0"]],
  ])("the score of a 一级指标 %s", (_, most, score, expected) => {
    const dimension = {
      name: "过程",
      cell: at("C10"),
      points: most === "" ? null : result(most, "C11"),
      score: result(score, "C12"),
      scoreRate: null,
      grade: null,
    };
    const form = { dimensions: [dimension], statedScore: result("300", "C14") };
    expect(raised(overPoints, subject({}, evaluation({ form })))).toEqual(expected);
  });

  it("says which total is meant", () => {
    const form = { statedScore: result("199.5", "C10") };
    expect(said(overPoints, evaluation({ form }))).toEqual([
      "“综合”得分 199.5 大于分值 100，请改正得分或分值。",
    ]);
  });

  it("a negative score is wrong", () => {
    expect(found(overPoints, { name: "甲", points: "1", entered: "-1" })).toEqual(["error H4: -1 → 0"]);
  });
});

describe("missing-reason", () => {
  it.each([
    ["永德: 7 of 10 with an empty reason", "", ["warning J4: - → -"]],
    ["无 is no reason", "无", ["warning J4: - → -"]],
    ["0 is no reason (廊坊)", "0", ["warning J4: - → -"]],
    ["无 among blanks is no reason", " 无 ", ["warning J4: - → -"]],
    ["a reason is one", "尾款未付", NONE],
  ])("%s", (_, reason, expected) => {
    expect(found(missingReason, { ...arrival, reason })).toEqual(expected);
  });

  it("is silent on a form without the column and at full marks", () => {
    expect(found(missingReason, arrival)).toEqual(NONE);
    expect(found(missingReason, { ...arrival, entered: "10", reason: "" })).toEqual(NONE);
    expect(found(missingReason, { ...arrival, entered: "-1", points: null, reason: "" })).toEqual(NONE);
  });
});

describe("an entered score against the rule", () => {
  const all = (given: IndicatorGiven) =>
    [fullButMissed, lostButReached, scoreDiffers].flatMap((check) =>
      check
        .run(subject({}, evaluation({ indicators: [indicator(given)] })))
        .map(({ code, severity }) => `${code} ${severity}`),
    );

  it.each<[string, IndicatorGiven, string[]]>([
    ["永德: reached and 7 of 10", arrival, ["lost-but-reached error"]],
    ["永德, with a reason", { ...arrival, reason: "拨付较迟" }, ["lost-but-reached warning"]],
    ["南华: missed and full, target without a sign", drying, ["full-but-missed warning"]],
    ["missed and full, target with a sign", { ...drying, target: "≥550" }, ["full-but-missed error"]],
    ["6 where the rule gives 4.5", { ...drying, entered: "6", computed: "4.5" }, ["score-differs error"]],
    [
      "findings.md 3.15: 4 of 8 with a written reason",
      { ...drying, entered: "4", computed: "0", reason: "年中人员增加" },
      ["score-differs warning"],
    ],
    ["findings.md 0.24: reached and full", { ...arrival, entered: "10" }, []],
    [
      "no target: 6 where the rule gives 4.5",
      { name: "甲", points: "10", entered: "6", computed: "4.5" },
      ["score-differs error"],
    ],
    [
      "10 of 10 where the rule promises 12",
      { ...arrival, entered: "10", computed: "12" },
      ["score-differs error"],
    ],
    [
      "9 for 9.8 is cut off, not different",
      { ...arrival, entered: "9", computed: "9.8", agreement: "floored" },
      [],
    ],
    ["above its points is over-points only", { ...arrival, entered: "12" }, []],
    [
      "no rule: 90% of ≥95% with full marks",
      { name: "满意度", target: "≥95%", actual: "90%", points: "8", entered: "8" },
      ["full-but-missed warning"],
    ],
    [
      "no rule: 95 without its percent sign reaches ≥95%",
      { name: "满意度", target: "≥95%", actual: "95", points: "8", entered: "8" },
      [],
    ],
  ])("%s", (_, given, codes) => {
    expect(all(given)).toEqual(codes);
  });
});

describe("what to do about a score", () => {
  const differing = { ...drying, entered: "6", computed: "4.5" };

  it.each<[Check, IndicatorGiven, string]>([
    [lostButReached, arrival, "“资金到位及时率”已完成指标值，只得 7 分（应为 10 分），请改正或写明原因。"],
    [
      lostButReached,
      { ...arrival, reason: "拨付较迟" },
      "“资金到位及时率”已完成指标值，只得 7 分（应为 10 分），请确认原因。",
    ],
    [scoreDiffers, differing, "“烘干设备购置”填写 6 分，按规则为 4.5 分，请核对或采用计算值。"],
    [
      scoreDiffers,
      { ...differing, reason: "厂家停产" },
      "“烘干设备购置”填写 6 分，按规则为 4.5 分，已写原因，请确认。",
    ],
  ])("case %#", (check, given, sentence) =>
    expect(said(check, evaluation({ indicators: [indicator(given)] }))).toEqual([sentence]),
  );
});

describe("unreadable-score", () => {
  it.each(["words", "date", "range", "undisclosed", "unreadable"] as const)("%s are no score", (nature) => {
    const scored = indicator({ name: "甲", points: "5" });
    const score = result("1", "H4");
    const entered = { ...score.entered, text: " 见说明 ", nature };
    const row = { ...scored, entry: { ...scored.entry, score: { ...score, entered } } };
    expect(raised(unreadableScore, subject({}, evaluation({ indicators: [row] })))).toEqual([
      "warning H4: 见说明 → -",
    ]);
  });

  it("nor are they as a total or as the score of a 一级指标", () => {
    const stated = (cell: string) => {
      const score = result("1", cell);
      return { ...score, entered: { ...score.entered, text: "99.5?", nature: "unreadable" as const } };
    };
    const dimension = { name: "过程", cell: at("C10"), points: null, scoreRate: null, grade: null };
    const form = { dimensions: [{ ...dimension, score: stated("C12") }], statedScore: stated("C14") };
    expect(said(unreadableScore, evaluation({ form }))).toEqual([
      "“过程”得分“99.5?”不能读作数值，请改为数字。",
      "“综合”得分“99.5?”不能读作数值，请改为数字。",
    ]);
  });

  it("a word in the score cell is none, a dash says that there is none", () => {
    const [word, dash] = [
      indicator({ name: "甲", points: "5" }),
      indicator({ name: "乙", points: "5", row: 5 }),
    ];
    const withText = (scored: typeof word, text: string, nature: "words" | "not-applicable") => ({
      ...scored,
      entry: {
        ...scored.entry,
        score: scored.entry.score && {
          ...scored.entry.score,
          entered: { ...scored.entry.score.entered, text, nature },
        },
      },
    });
    const indicators = [withText(word, "五分左右", "words"), withText(dash, "—", "not-applicable")];
    expect(raised(unreadableScore, subject({}, evaluation({ indicators })))).toEqual([
      "warning H4: 五分左右 → -",
    ]);
  });
});
