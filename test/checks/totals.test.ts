import { describe, expect, it } from "vitest";
import { exact } from "../../src/expr/exact";
import { captionPoints } from "../../src/checks/caption-points";
import { grade } from "../../src/checks/grade";
import { pointsSum } from "../../src/checks/points-sum";
import { roundingSide } from "../../src/checks/rounding-side";
import { scoreRate } from "../../src/checks/score-rate";
import { totalSum } from "../../src/checks/total-sum";
import { weightedTotal } from "../../src/checks/weighted-total";
import type { CaptionPoints, DimensionEntry } from "../../src/model/form";
import { at, evaluation, fund, indicator, NONE, raised, result, stated, subject, total } from "./subject";

const rows = (...scores: [name: string, points: string, score: string, level1?: string][]) =>
  scores.map(([name, points, entered, level1 = "产出"], at_) =>
    indicator({ name, points, entered, level1, row: at_ + 4 }),
  );

const caption = (
  name: string,
  points: string | null,
  statedScore: string | null,
  row = 3,
): CaptionPoints => ({
  level: 1,
  name,
  cell: at(`A${row}`),
  points: points === null ? null : exact(points),
  statedScore: statedScore === null ? null : exact(statedScore),
});

describe("total-sum", () => {
  const scores = rows(["资金到位率", "2", "2"], ["预算执行率", "2", "1.94"], ["合规性", "8", "8"]);

  it("findings.md 0.11: 19.94 of 过程 holds, at the decimals it is printed with", () => {
    expect(
      raised(
        totalSum,
        subject(
          {},
          evaluation({
            indicators: scores,
            form: { totals: [total({ score: "11.94" }), total({ score: "11.9", row: 31 })] },
          }),
        ),
      ),
    ).toEqual(NONE);
  });

  it("findings.md 2.08: 总得分16分 over 3 + 3 + 3 + 5 is wrong, in the caption", () => {
    const section = rows(
      ["组织保障", "3", "3", "基础工作"],
      ["制度建设", "3", "3", "基础工作"],
      ["指标体系建设", "5", "3", "基础工作"],
      ["材料报送", "5", "5", "基础工作"],
    );
    expect(
      raised(
        totalSum,
        subject(
          {},
          evaluation({ indicators: section, form: { captions: [caption("基础工作", "16", "16")] } }),
        ),
      ),
    ).toEqual(["error A3: 16 → 14"]);
    expect(
      raised(
        totalSum,
        subject(
          {},
          evaluation({ indicators: section, form: { captions: [caption("基础工作", "16", "14")] } }),
        ),
      ),
    ).toEqual(NONE);
  });

  it("names the row that was left out", () => {
    const found = totalSum.run(
      subject({}, evaluation({ indicators: scores, form: { totals: [total({ score: "3.94" })] } })),
    );
    expect(found[0]?.message).toBe("“总分”为 3.94，各项得分之和为 11.94，疑漏加“合规性”，请核对。");
  });

  it("names the 其中 row that was counted as well", () => {
    const funds = [
      fund({ item: "年度资金总额", points: "10", entered: "9" }),
      fund({ item: "其中:当年财政拨款", counts: false, points: "10", entered: "9", row: 7 }),
    ];
    const found = totalSum.run(
      subject({}, evaluation({ funds, indicators: scores, form: { totals: [total({ score: "29.94" })] } })),
    );
    expect(found[0]?.message).toContain("疑重复加");
  });

  it("judges the total of a dimension", () => {
    expect(
      raised(
        totalSum,
        subject(
          {},
          evaluation({
            indicators: scores,
            form: { totals: [total({ scope: "产出指标", score: "12" })] },
          }),
        ),
      ),
    ).toEqual(NONE);
    expect(
      raised(
        totalSum,
        subject(
          {},
          evaluation({
            indicators: scores,
            form: { totals: [total({ scope: "产出指标", score: "11" })] },
          }),
        ),
      ),
    ).toEqual(["error H30: 11 → 11.94"]);
  });

  it("leaves a formula alone that adds up cells still to be filled, and what the add-in wrote", () => {
    const computed = [indicator({ name: "预算执行率", points: "2", computed: "1.94" })];
    const formulas = [result("0", "H30", "=SUM(H4:H21)"), result("3", "H30", "=计算底稿!M30")];
    for (const score of formulas) {
      expect(
        raised(
          totalSum,
          subject({}, evaluation({ indicators: computed, form: { totals: [total({ score })] } })),
        ),
      ).toEqual(NONE);
    }
  });

  it("finds the formula that leaves a row out", () => {
    const form = { totals: [total({ score: result("3.94", "H30", "=SUM(H4:H5)") })] };
    expect(raised(totalSum, subject({}, evaluation({ indicators: scores, form })))).toEqual([
      "error H30: 3.94 → 11.94",
    ]);
  });
});

describe("points-sum", () => {
  const hundred = rows(["甲", "70", "70"], ["乙", "20", "20"], ["丙", "10", "10"]);

  it("a 70/20/10 form with 10 more for the budget has 110 points", () => {
    const funds = [fund({ item: "年度资金总额", points: "10", entered: "10" })];
    expect(
      raised(
        pointsSum,
        subject({}, evaluation({ indicators: hundred, funds, form: { totals: [total({ points: "100" })] } })),
      ),
    ).toEqual(["error D30: 100 → 110"]);
    expect(
      raised(
        pointsSum,
        subject({}, evaluation({ indicators: hundred, funds, form: { totals: [total({ points: "110" })] } })),
      ),
    ).toEqual(["error D30: 110 → 100"]);
  });

  it("findings.md 0.13: Σ 表3 权重 = 100 holds", () => {
    expect(
      raised(
        pointsSum,
        subject({}, evaluation({ indicators: hundred, form: { totals: [total({ points: "100" })] } })),
      ),
    ).toEqual(NONE);
  });

  it("an appraisal may have another full mark", () => {
    const form = { family: "management-appraisal" as const, totals: [total({ points: "20" })] };
    expect(
      raised(pointsSum, subject({}, evaluation({ indicators: rows(["甲", "20", "20"]), form }))),
    ).toEqual(["warning D30: 20 → 100"]);
  });
});

describe("caption-points", () => {
  const output = rows(
    ["甲", "10.3", "10.3"],
    ["乙", "9.3", "9.3"],
    ["丙", "9.3", "9.3"],
    ["丁", "10.8", "10.8"],
    ["戊", "10.3", "10.3"],
  );

  it("产出指标(50分) holds for 10.3 + 9.3 + 9.3 + 10.8 + 10.3", () => {
    expect(
      raised(
        captionPoints,
        subject(
          {},
          evaluation({ indicators: output, form: { captions: [caption("产出指标", "50", null)] } }),
        ),
      ),
    ).toEqual(NONE);
  });

  it("a caption that is larger than its rows points at none of them, although 10.3 is missing", () => {
    const given = evaluation({ indicators: output, form: { captions: [caption("产出指标", "60.3", null)] } });
    expect(captionPoints.run(subject({}, given)).map(({ message }) => message)).toEqual([
      "“产出指标”为 60.3 分，其下各指标分值之和为 50.0，请核对。",
    ]);
  });

  it("产出指标(40分) does not", () => {
    expect(
      raised(
        captionPoints,
        subject(
          {},
          evaluation({ indicators: output, form: { captions: [caption("产出指标", "40", null)] } }),
        ),
      ),
    ).toEqual(["error A3: 40 → 50"]);
  });

  it("has nothing to add up where only the caption carries points", () => {
    const bare = [indicator({ name: "慰问", points: null, entered: "20" })];
    expect(
      raised(
        captionPoints,
        subject({}, evaluation({ indicators: bare, form: { captions: [caption("产出指标", "60", null)] } })),
      ),
    ).toEqual(NONE);
  });

  it("tells captions of one name apart by their rows", () => {
    const at_ = (name: string, points: string, row: number) =>
      indicator({ name, points, entered: points, level1: "考核", level2: "结果应用", row });
    const captions = [4, 10].map((row): CaptionPoints => ({
      ...caption("结果应用", row === 4 ? "6" : "9", null, row),
      level: 2,
    }));
    const indicators = [at_("评估", "6", 5), at_("整改", "5", 11), at_("改进", "4", 12)];
    expect(raised(captionPoints, subject({}, evaluation({ indicators, form: { captions } })))).toEqual(NONE);
  });
});

const dimension = (
  name: string,
  points: string,
  scoreRateText: string,
  given: Partial<DimensionEntry> = {},
): DimensionEntry => ({
  name,
  cell: at("A3"),
  points: result(points, "B3"),
  score: null,
  scoreRate: result(scoreRateText, "C3"),
  grade: null,
  ...given,
});

describe("caption-points of weights in per cent", () => {
  const members = rows(["甲", "60", "60"], ["乙", "30", "30"]);
  const dimensions = [dimension("产出", "70%", "100%")];
  const found = (points: string) =>
    raised(
      captionPoints,
      subject(
        {},
        evaluation({ indicators: [...members, ...rows(["丙", points, "1", "效益"])], form: { dimensions } }),
      ),
    );

  it("70% of a hundred points are 70, and 60 + 30 are more", () => {
    expect(found("10")).toEqual(["error B3: 70% → 90%"]);
  });

  it("of what 70% is a share is not said where the points come to 120", () => {
    expect(found("30")).toEqual(NONE);
  });
});

describe("weighted-total", () => {
  const dimensions = [
    dimension("决策", "15%", "86.67%"),
    dimension("过程", "20%", "99.65%"),
    dimension("产出", "35%", "100%"),
    dimension("效益", "30%", "70.73%"),
  ];

  it("findings.md 4.04: Σ weight × 得分率 = 89.15 holds", () => {
    expect(
      raised(
        weightedTotal,
        subject({}, evaluation({ form: { dimensions, statedScore: result("89.15", "C22") } })),
      ),
    ).toEqual(NONE);
  });

  const found = (given: readonly DimensionEntry[], score: string, ...totals: ReturnType<typeof total>[]) =>
    raised(
      weightedTotal,
      subject(
        {},
        evaluation({
          form: { dimensions: given, totals, statedScore: score === "" ? null : result(score, "C22") },
        }),
      ),
    );

  it("weights may be points of a hundred, or one dimension may have all of them", () => {
    const points = [dimension("决策", "40", "90%"), dimension("产出", "60", "80%")];
    expect(found(points, "84")).toEqual(NONE);
    expect(found(points, "86")).toEqual(["error C22: 86 → 84"]);
    const all = [dimension("决策", "100%", "90%"), dimension("产出", "0%", "80%")];
    expect(found(all, "90")).toEqual(NONE);
    expect(found(all, "85")).toEqual(["error C22: 85 → 90"]);
  });

  it("is the total of the whole, not of a dimension", () => {
    const totals = [total({ scope: "产出", score: "12", row: 29 }), total({ score: "89.51" })];
    expect(found(dimensions, "", ...totals)).toEqual(["error H30: 89.51 → 89.15"]);
  });

  it("is not worked out of one dimension, nor where scores are printed", () => {
    expect(found([dimension("决策", "40%", "90%")], "85")).toEqual(NONE);
    const scored = dimensions.map((each) => ({ ...each, score: result("9", "D3") }));
    expect(found(scored, "85")).toEqual(NONE);
  });

  it("89.51 has two digits swapped", () => {
    const found = weightedTotal.run(
      subject({}, evaluation({ form: { dimensions, statedScore: result("89.51", "C22") } })),
    );
    expect(found[0]).toMatchObject({ severity: "error", stated: "89.51", computed: "89.15" });
    expect(found[0]?.message).toContain("两位数字写颠倒");
  });
});

describe("grade", () => {
  it.each([
    ["findings.md 0.15: 98.94 is 优", "98.94", "优", NONE],
    ["优秀 and 优 are one grade", "98.94", "优秀", NONE],
    ["findings.md 4.08: 89.15 is 良", "89.15", "良", NONE],
    ["89.15 is not 优", "89.15", "优", ["error J30: 优 → 良"]],
    ["90 is 优: bands include their lower bound", "90", "良", ["error J30: 良 → 优"]],
    ["a word of another scale is left alone", "98", "一等", NONE],
  ])("%s", (_, score, word, found) => {
    expect(
      raised(grade, subject({}, evaluation({ form: { totals: [total({ score, grade: word })] } }))),
    ).toEqual(found);
  });

  it("findings.md 0.15: dimensions are graded on 得分率", () => {
    const indicators = rows(["甲", "16", "15", "决策"]);
    const dimensions = (word: string) => [dimension("决策", "16", "93.75%", { grade: result(word, "E3") })];
    expect(
      raised(grade, subject({}, evaluation({ indicators, form: { dimensions: dimensions("优") } }))),
    ).toEqual(NONE);
    expect(
      raised(grade, subject({}, evaluation({ indicators, form: { dimensions: dimensions("良") } }))),
    ).toEqual(["error E3: 良 → 优"]);
  });

  it("评价等级 of the report's prose is that of the score", () => {
    const scored = evaluation({ indicators: rows(["甲", "100", "98.94"]) });
    expect(raised(grade, subject({ stated: [stated("评价等级", "优", "")] }, scored))).toEqual(NONE);
    expect(raised(grade, subject({ stated: [stated("评价等级", "良", "")] }, scored))).toEqual([
      "error 报告数字!B4: 良 → 优",
    ]);
  });
});

describe("rounding-side", () => {
  it("89.995 rounds to 90: the grade turns on the rounding", () => {
    const indicators = [indicator({ name: "执行率", points: "100", computed: "90", unrounded: "89.995" })];
    expect(
      raised(roundingSide, subject({}, evaluation({ indicators, form: { totals: [total({ row: 30 })] } }))),
    ).toEqual(["warning A30: 90 → 89.995"]);
  });

  it("findings.md 4.08: 89.1495 and 89.15 are both 良", () => {
    const indicators = [
      indicator({ name: "执行率", points: "100", computed: "89.15", unrounded: "89.1495" }),
    ];
    expect(raised(roundingSide, subject({}, evaluation({ indicators })))).toEqual(NONE);
  });

  it("9 for 9.78 is cut off, 9 for 8.62 is rounded", () => {
    const cut = [
      indicator({ name: "执行", points: "10", entered: "9", computed: "9.78", agreement: "floored" }),
    ];
    const rounded = [
      indicator({ name: "执行", points: "10", entered: "9", computed: "8.62", agreement: "rounded" }),
    ];
    expect(raised(roundingSide, subject({}, evaluation({ indicators: cut })))).toEqual(["note H4: 9 → 9.78"]);
    expect(raised(roundingSide, subject({}, evaluation({ indicators: rounded })))).toEqual(NONE);
  });
});

describe("score-rate", () => {
  it.each([
    ["findings.md 0.10: 1.94 ÷ 2 = 97%", "1.94", "97%", NONE],
    ["the 97.5% that the text gives is not", "1.94", "97.5%", ["error I4: 97.5% → 97.0%"]],
  ])("%s", (_, entered, rate, found) => {
    const indicators = [indicator({ name: "预算执行率", points: "2", entered, scoreRate: rate })];
    expect(raised(scoreRate, subject({}, evaluation({ indicators })))).toEqual(found);
  });

  it("findings.md 0.12: 15 of 16 is 93.75%", () => {
    const indicators = rows(["甲", "16", "15", "决策"]);
    const totals = [total({ scope: "决策", score: "15", scoreRate: "93.75%" })];
    expect(raised(scoreRate, subject({}, evaluation({ indicators, form: { totals } })))).toEqual(NONE);
  });
});
