import { describe, expect, it } from "vitest";
import type { CellAddress } from "../../src/expr/cell";
import { toDecimal } from "../../src/expr/decimal";
import { exact, type Exact } from "../../src/expr/exact";
import type { ScoredEvaluation } from "../../src/model/evaluation";
import type { EvaluationForm, ResultCell } from "../../src/model/form";
import { DEFAULT_SETTINGS, type Settings } from "../../src/model/settings";
import type { Recognition } from "../../src/model/workbook";
import { agreementOf } from "../../src/scoring/agreement";
import { scoreWorkbook } from "../../src/scoring/score";
import {
  at,
  evaluation,
  fund,
  indicator,
  quantity,
  result,
  subject,
  total,
  type FundGiven,
  type IndicatorGiven,
} from "../checks/subject";

const said = (value: Exact | null): string | null => (value === null ? null : toDecimal(value));

interface Given {
  readonly rows?: readonly IndicatorGiven[];
  readonly funds?: readonly FundGiven[];
  readonly form?: Partial<EvaluationForm>;
  readonly workbook?: Partial<Recognition>;
  readonly settings?: Partial<Settings>;
  readonly adopt?: readonly CellAddress[];
}

function scored({
  rows = [],
  funds = [],
  form = {},
  workbook = {},
  settings = {},
  adopt,
}: Given): ScoredEvaluation {
  const given = evaluation({ indicators: rows.map(indicator), funds: funds.map(fund), form });
  const { recognition } = subject({}, given);
  const [first] = scoreWorkbook({ ...recognition, ...workbook }, { ...DEFAULT_SETTINGS, ...settings }, adopt);
  if (first === undefined) throw new Error("no evaluation");
  return first;
}

/** 20 points for 20 sessions; 18 of them make 18 points. */
const missed: IndicatorGiven = { name: "场次", points: "20", target: "≥20场", actual: "18场" };

describe("a score cell that holds no number", () => {
  const row = indicator({ ...missed, entered: "五分左右" });
  const keeps = (score: ResultCell | null, adopt = false) => {
    const given = evaluation({ indicators: [{ ...row, entry: { ...row.entry, score } }] });
    const [one] = scoreWorkbook(subject({}, given).recognition, { ...DEFAULT_SETTINGS, adopt });
    return one?.indicators[0]?.keepsTyped;
  };

  it.each<[string, ResultCell | null, boolean]>([
    ["keeps words", result("五分左右", "H4"), true],
    ["keeps a formula that shows nothing", result("", "H4", "=K4"), true],
    ["that is empty is free", result("", "H4"), false],
    ["that does not exist keeps nothing", null, false],
    ["with a number is weighed", result("18", "H4"), false],
  ])("%s", (_, score, expected) => expect(keeps(score)).toBe(expected));

  it("gives way where computed scores are adopted", () =>
    expect(keeps(result("五分左右", "H4"), true)).toBe(false));
});

describe("an entered score beside its rule", () => {
  const weighed = (given: Partial<IndicatorGiven>, more: Omit<Given, "rows"> = {}) => {
    const [row] = scored({ rows: [{ ...missed, ...given }], ...more }).indicators;
    return [row?.status, row?.adopted, said(row?.score ?? null), said(row?.computedScore ?? null)];
  };

  it.each([
    ["none", {}, ["scored", "computed", "18", "18"]],
    ["the same", { entered: "18" }, ["scored", "entered", "18", "18"]],
    ["another", { entered: "19" }, ["entered", "entered", "19", "18"]],
    ["one that was rounded", { actual: "18.4场", entered: "18" }, ["scored", "entered", "18", "18.4"]],
    [
      "one where the rule takes judgement",
      { rule: "酌情给分", entered: "19" },
      ["entered", "entered", "19", null],
    ],
    ["none where the rule takes judgement", { rule: "酌情给分" }, ["needs-judgement", "none", null, null]],
    ["none without a result", { actual: "" }, ["not-filled", "none", null, null]],
    ["one without a result", { actual: "", entered: "19" }, ["entered", "entered", "19", null]],
  ] as const)("%s", (_what, given, seen) => expect(weighed(given)).toEqual(seen));

  it("gives way where the computed one is adopted, for all cells or for its own", () => {
    expect(weighed({ entered: "19" }, { settings: { adopt: true } })).toEqual([
      "entered",
      "computed",
      "18",
      "18",
    ]);
    expect(weighed({ entered: "19" }, { adopt: [at("H4")] })).toEqual(["entered", "computed", "18", "18"]);
    expect(weighed({ entered: "19" }, { adopt: [at("H5")] })).toEqual(["entered", "entered", "19", "18"]);
    expect(weighed({ entered: "19", rule: "酌情给分" }, { settings: { adopt: true } })).toEqual([
      "entered",
      "entered",
      "19",
      null,
    ]);
  });

  it("gives way in the fund row as well, and the computed total counts the rule's scores", () => {
    const given: Given = {
      rows: [
        { ...missed, entered: "19" },
        { name: "质量", points: "70", rule: "酌情给分", entered: "66", row: 5 },
      ],
      funds: [{ item: "年度资金总额", points: "10", adjusted: "100", executed: "90", entered: "10" }],
    };
    const typed = scored(given);
    expect([typed.score, typed.computedScore].map(said)).toEqual(["95", "93"]);
    const adopted = scored({ ...given, adopt: [at("H6")] });
    expect([adopted.score, adopted.computedScore].map(said)).toEqual(["94", "93"]);
  });

  it("that is not disclosed counts for nothing and is nobody's to compute", () => {
    const row = indicator(missed);
    const hidden = {
      ...row.entry,
      score: { ...result("*", "H4"), entered: quantity("*", "H4", { nature: "undisclosed" }) },
    };
    const { recognition } = subject({}, evaluation({ indicators: [{ ...row, entry: hidden }] }));
    const [first] = scoreWorkbook(recognition, DEFAULT_SETTINGS);
    expect(first?.indicators[0]).toMatchObject({ status: "entered", adopted: "none", score: null });
  });

  it("is weighed by the points in their own cell", () => {
    const pointsIn = (points: string | null) =>
      scored({ rows: [{ ...missed, points }] }).indicators[0]?.trees.points;
    expect(pointsIn("20")).toMatchObject({ kind: "input", cell: at("D4"), style: "points" });
    expect(pointsIn(null)).toBeNull();
  });

  it("does not apply, whatever is entered", () => {
    const actual = quantity("不适用", "F4", { nature: "not-applicable" });
    expect(weighed({ actual })).toEqual(["not-applicable", "computed", "20", "20"]);
    expect(weighed({ actual, entered: "15" })).toEqual(["not-applicable", "entered", "15", "20"]);
    expect(weighed({ actual }, { settings: { notApplicable: "ask" } })).toEqual([
      "not-applicable",
      "none",
      null,
      null,
    ]);
  });
});

describe("rows that do not apply", () => {
  const total = (points: string | null, setting: Settings["notApplicable"]) => {
    const actual = quantity("不适用", "F5", { nature: "not-applicable" });
    const {
      score,
      points: of,
      adjustments,
    } = scored({
      rows: [
        { ...missed, points: "90", entered: "81" },
        { name: "满意度", points, actual, row: 5 },
      ],
      settings: { notApplicable: setting },
    });
    return [said(score), said(of), adjustments.rescaled];
  };

  it("make the rest count as 100 only where the setting asks for it, and only where they carry points", () => {
    expect(total("10", "rescale")).toEqual(["90", "100", true]);
    expect(total("10", "full")).toEqual(["91", "100", false]);
    expect(total("10", "ask")).toEqual(["81", "90", false]);
    expect(total(null, "rescale")).toEqual(["81", "90", false]);
  });

  it("leave nothing to count as 100 where the others have no points", () => {
    const actual = quantity("不适用", "F5", { nature: "not-applicable" });
    const { score, points } = scored({
      rows: [
        { name: "场次", entered: "9" },
        { name: "满意度", points: "10", actual, row: 5 },
      ],
      settings: { notApplicable: "rescale" },
    });
    expect([said(score), points]).toEqual(["9", null]);
  });
});

describe("how a score came about", () => {
  const rule = "18场 < 20场，未达到目标，18场 ÷ 20场 = 90%，20 分 × 90% = 18 分";
  it.each([
    [{}, rule],
    [{ entered: "18" }, rule],
    [{ entered: "19" }, `人工评分 19 分（分值 20 分）；按规则：${rule}`],
    [{ entered: "19", reason: "天气" }, `人工评分 19 分（分值 20 分），理由：天气；按规则：${rule}`],
    [{ entered: "19", reason: "" }, `人工评分 19 分（分值 20 分）；按规则：${rule}`],
    [{ entered: "19", rule: "酌情给分" }, "人工评分 19 分（分值 20 分）"],
    [{ entered: "19", points: null }, "人工评分 19 分"],
    [{ points: null }, "未列分值，无法计分"],
  ] as const)("case %#", (given, told) =>
    expect(scored({ rows: [{ ...missed, ...given }] }).indicators[0]?.explanation).toBe(told),
  );
});

describe("the rate of a fund row", () => {
  const rate = (given: Partial<FundGiven>) =>
    said(scored({ funds: [{ item: "年度资金总额", ...given }] }).funds[0]?.executionRate ?? null);
  it.each([
    [{ adjusted: "80", executed: "60" }, "0.75"],
    [{ points: "10", adjusted: "80", executed: "60" }, "0.75"],
    [{ initial: "80", executed: "60" }, "0.75"],
    [{ initial: "100", adjusted: "80", executed: "60" }, "0.75"],
    [{ counts: false, adjusted: "80", executed: "60" }, "0.75"],
    [{ counts: false, adjusted: "2万元", executed: "15000元" }, "0.75"],
    [{ points: "10", adjusted: "2万元", executed: "15000元" }, "0.75"],
    [{ initial: "80", adjusted: "", executed: "60" }, "0.75"],
    [{ adjusted: "0", executed: "60" }, null],
    [{ adjusted: "80" }, null],
    [{ executed: "60" }, null],
    [{ adjusted: "见附表", executed: "60" }, null],
  ])("%j is %s", (given, expected) => expect(rate(given)).toBe(expected));
});

describe("the grade scale", () => {
  const scale = (from: number) => ({
    bands: [
      { grade: "合格", from: exact(from) },
      { grade: "差", from: exact(0) },
    ],
    cell: null,
  });
  const rows = [{ ...missed, points: "100", entered: "75" }];
  it("is the form's, then the workbook's, then 90/80/60", () => {
    expect(scored({ rows }).grade).toBe("中");
    expect(scored({ rows, workbook: { gradeScale: scale(70) } }).grade).toBe("合格");
    expect(scored({ rows, workbook: { gradeScale: scale(70) }, form: { gradeScale: scale(80) } }).grade).toBe(
      "差",
    );
  });
});

describe("a total", () => {
  it("counts the fund row with points only, and never a 其中 row", () => {
    const funds = [
      { item: "年度资金总额", points: "10", entered: "9" },
      { item: "其中：拨款", counts: false, points: "10", entered: "8", row: 7 },
      { item: "其他", entered: "7", row: 8 },
    ];
    const { score, points } = scored({ rows: [{ ...missed, points: "90", entered: "80" }], funds });
    expect([score, points].map(said)).toEqual(["89", "100"]);
  });

  it("needs no column of scores", () => {
    const [row, money] = [
      indicator({ ...missed, points: "90" }),
      fund({ item: "年度资金总额", points: "10", adjusted: "80", executed: "60" }),
    ];
    const given = evaluation({
      indicators: [{ ...row, entry: { ...row.entry, score: null } }],
      funds: [{ ...money, entry: { ...money.entry, score: null } }],
    });
    const [first] = scoreWorkbook(subject({}, given).recognition, DEFAULT_SETTINGS);
    // 90 × 18/20 and 10 × 60/80.
    expect(said(first?.score ?? null)).toBe("88.5");
  });

  it("is not that of one dimension", () => {
    const { enteredScore } = scored({
      rows: [{ ...missed, points: "100", entered: "80" }],
      form: { totals: [total({ scope: "产出", score: "70" })] },
    });
    expect(enteredScore).toBeNull();
  });

  it("is the row without a dimension, wherever it stands", () => {
    const rows = [{ ...missed, points: "90", entered: "80" }];
    const { enteredScore, enteredGrade, findings } = scored({
      rows,
      form: {
        totals: [
          total({ scope: "产出", score: "70", grade: "差" }),
          total({ score: "81", grade: "良好", row: 31 }),
        ],
      },
    });
    expect([said(enteredScore), enteredGrade]).toEqual(["81", "良好"]);
    expect(findings).toMatchObject([
      {
        code: "points-not-100",
        severity: "note",
        cell: at("A31"),
        message: "分值合计为 90 分，等级按得分折算为百分制后判定。",
        stated: null,
        computed: null,
      },
    ]);
  });

  it("has no note on its points while it is open, nor a grade", () => {
    expect(scored({ rows: [{ ...missed, points: "90", actual: "" }] })).toMatchObject({
      score: null,
      grade: null,
      findings: [],
    });
    expect(scored({ form: { statedGrade: result("不定", "B3") } }).enteredGrade).toBeNull();
  });

  it("leaves rows without a first level out of the dimensions, not out of the sum", () => {
    const row = indicator({ ...missed, points: "50", entered: "45" });
    const bare = { ...row, entry: { ...row.entry, level1: null } };
    const other = indicator({ name: "满意度", level1: "效益", points: "50", entered: "40", row: 5 });
    const [first] = scoreWorkbook(
      subject({}, evaluation({ indicators: [bare, other] })).recognition,
      DEFAULT_SETTINGS,
    );
    expect([
      said(first?.score ?? null),
      first?.dimensions.map(({ name, members }) => [name, members]),
    ]).toEqual(["85", [["效益", [at("C5")]]]]);
  });
});

describe("agreement", () => {
  const agrees = (entered: string | null, computed: string | null, unrounded?: string | null) => {
    const number = (text: string | null) => (text === null ? null : exact(text));
    return unrounded === undefined
      ? agreementOf(number(entered), number(computed))
      : agreementOf(number(entered), number(computed), number(unrounded));
  };
  it.each([
    ["9", null, "9", "not-computed"],
    ["9", "9", null, "not-computed"],
    ["9.5", "9", "9.5", "differs"],
    ["9.5", "9.4", "9.46", "differs"],
    ["9", "9.4", "9.4", "rounded"],
  ])("of %s with %s (before rounding %s) is %s", (entered, computed, unrounded, agreement) =>
    expect(agrees(entered, computed, unrounded)).toBe(agreement),
  );
  it("of a number that never ends is none, and of an unending rule any number may be the rounding", () => {
    expect(agreementOf(exact(1).div(3), exact("0.33"))).toBe("differs");
    expect(agreementOf(exact("0.33"), exact(1).div(3))).toBe("rounded");
  });
});
