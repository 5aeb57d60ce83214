import { describe, expect, it } from "vitest";
import { toDecimal } from "../../src/expr/decimal";
import type { Exact } from "../../src/expr/exact";
import { recogniseWorkbook } from "../../src/forms/recognise-workbook";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { scoreWorkbook } from "../../src/scoring/score";
import { scored, selfForm } from "./forms";

const text = (value: Exact | null): string | null => (value === null ? null : toDecimal(value));

const FULL = [
  ["产出指标", "数量指标", "场次", "≥10场", "10场", 50, "", ""],
  ["效益指标", "社会效益指标", "覆盖率", "≥90%", "95%", 30, "", ""],
  ["满意度指标", "服务对象满意度指标", "满意度", "≥90%", "95%", 10, "", ""],
];

describe("a self-evaluation's total", () => {
  it("counts the fund total once, as a dimension of its own, and never its 其中 rows", () => {
    const { points, score, dimensions, funds } = scored({ budget: 200, executed: 150, indicators: FULL });
    expect([text(points), text(score)]).toEqual(["100", "97.5"]);
    expect(dimensions.map(({ name, score: of }) => [name, text(of)])).toEqual([
      ["预算执行率", "7.5"],
      ["产出指标", "50"],
      ["效益指标", "30"],
      ["满意度指标", "10"],
    ]);
    expect(funds.map(({ entry, executionRate }) => [entry.counts, text(executionRate)])).toEqual([
      [true, "0.75"],
      [false, "0.75"],
    ]);
  });

  it("tells what the form prints, also where that leaves out the fund row", () => {
    const form = selfForm({
      budget: 200,
      executed: 120,
      indicators: [["产出指标", "数量指标", "场次", "≥10场", "9场", 100, 90, "延后"]],
    });
    const printed = form.rows.map((row) =>
      row[0]?.value === "总分"
        ? row.with(6, { value: 90, text: "90", formula: null, format: "General" })
        : row,
    );
    const [evaluation] = scoreWorkbook(recogniseWorkbook([{ ...form, rows: printed }]), DEFAULT_SETTINGS);
    expect([evaluation?.enteredScore, evaluation?.score].map((value) => text(value ?? null))).toEqual([
      "90",
      "96",
    ]);
  });

  it("is open, with its grade, while an indicator that carries points has no score", () => {
    const open = scored({
      indicators: [...FULL, ["产出指标", "质量指标", "合格率", "≥95%", "", 10, "", ""]],
    });
    expect([open.score, open.grade]).toEqual([null, null]);
  });

  it("is graded as it is printed, with two decimals", () => {
    const near = scored({
      indicators: [["产出指标", "数量指标", "场次", "≥100000", 89996, 100, 89.996, "略少"]],
    });
    expect([text(near.score), near.grade]).toEqual(["89.996", "优"]);
  });
});

describe("指标不适用", () => {
  const rows = [
    ...FULL.slice(0, 2),
    ["满意度指标", "服务对象满意度指标", "满意度", "≥90%", "不适用", 10, "", ""],
    ["产出指标", "质量指标", "合格率", "≥100%", "80%", 10, "", ""],
  ];

  it("counts full points by default and says so", () => {
    const { score, findings, indicators } = scored({ indicators: rows });
    expect(text(score)).toBe("98");
    expect(findings.map(({ code }) => code)).toContain("not-applicable");
    expect(indicators[2]?.explanation).toBe("不适用，按满分处理");
  });

  it("is left out and the rest counts as 100 where the workbook's setting says so (N23)", () => {
    const { score, points, grade, adjustments } = scored({ indicators: rows }, { notApplicable: "rescale" });
    // 88 of 90 points.
    expect([text(score), text(points), grade, adjustments.rescaled]).toEqual(["97.78", "100", "优", true]);
  });

  it("changes nothing where everything applies", () => {
    const { score, adjustments } = scored(
      { budget: 200, executed: 150, indicators: FULL },
      { notApplicable: "rescale" },
    );
    expect([text(score), adjustments.rescaled]).toEqual(["97.5", false]);
  });
});

describe("a total that the form caps for low execution (N21)", () => {
  const notes = [
    "注：1.预算执行率70%-80%总分不超过89分；60%-70%总分不超过79分；低于60%总分不超过69分，超出部分扣减。",
  ];
  it.each([
    [200, 170, "98.5", null],
    [200, 150, "89", "由 97.5 分降为 89 分"],
    [200, 130, "79", "由 96.5 分降为 79 分"],
    [200, 60, "69", "由 93 分降为 69 分"],
  ])("with a budget of %i and %i executed is %s", (budget, executed, total, said) => {
    const { score, findings } = scored({ budget, executed, indicators: FULL, notes });
    expect(text(score)).toBe(total);
    const note = findings.find(({ code }) => code === "total-cap");
    expect(note?.message).toContain(said ?? "未超过上限");
  });
});
