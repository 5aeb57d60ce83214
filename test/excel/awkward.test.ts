import { beforeAll, describe, expect, test } from "vitest";
import { toDecimal } from "../../src/expr/decimal";
import type { ScoredEvaluation } from "../../src/model/evaluation";
import { createExcelSession } from "../../src/excel/excel-session";
import { startEmbeddedExcel, type EmbeddedExcel } from "@jiheng/excel-host/node";
import { makeXlsx, numberCell, textCell } from "@jiheng/excel-host/fixtures";

const HEADER = ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分", "得分率"];
type Content = string | number;

let excel: EmbeddedExcel;
beforeAll(async () => {
  excel = await startEmbeddedExcel();
});

/** Rows of a sheet as XML, from row 1; `extra` are cells added to a row, by its number. */
function sheetXml(
  rows: readonly (readonly Content[])[],
  extra: Readonly<Record<number, string>> = {},
): string {
  const lines = rows.map((cells, index) => {
    const row = index + 1;
    const xml = cells.map((content, column) => {
      const reference = `${String.fromCharCode(65 + column)}${row}`;
      if (content === "") return "";
      return typeof content === "number" ? numberCell(reference, content) : textCell(reference, content);
    });
    return `<row r="${row}">${xml.join("")}${extra[row] ?? ""}</row>`;
  });
  return `<sheetData>${lines.join("")}</sheetData>`;
}

async function calculate(xml: string): Promise<{
  evaluation: ScoredEvaluation;
  result: Awaited<ReturnType<ReturnType<typeof createExcelSession>["calculate"]>>;
}> {
  await excel.open(makeXlsx({ 自评: xml }), "自评.xlsx");
  const result = await createExcelSession().calculate();
  const [evaluation] = result.evaluations;
  if (evaluation === undefined) throw new Error("no evaluation");
  return { evaluation, result };
}

const decimal = (value: ScoredEvaluation["score"]): string | null =>
  value === null ? null : toDecimal(value);

describe("awkward sheets", () => {
  test("weights that sum to 110 are reported; the grade is taken out of 100", async () => {
    const { evaluation, result } = await calculate(
      sheetXml([
        HEADER,
        ["产出指标", "数量指标", "甲", 70, "≥10个", "10个"],
        ["效益指标", "社会效益", "乙", 40, "≥10个", "8个"],
        ["合计", "", "", 110],
      ]),
    );
    expect([decimal(evaluation.points), decimal(evaluation.score), evaluation.grade]).toEqual([
      "110",
      "102",
      "优",
    ]);
    expect(result.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["points-sum", "points-not-100"]),
    );
  });

  test("amounts typed as text in 元 are held against a target in 万元", async () => {
    const { evaluation } = await calculate(
      sheetXml([HEADER, ["产出指标", "成本指标", "总成本", 100, "≤30万元", "270,000.00元"]]),
    );
    expect(evaluation.indicators[0]).toMatchObject({ status: "scored" });
    expect(decimal(evaluation.score)).toBe("100");
  });

  test("shared formulas in the rate column are the user's and stay", async () => {
    const { result } = await calculate(
      sheetXml(
        [
          HEADER,
          ["产出指标", "数量指标", "甲", 50, "≥10个", "9个"],
          ["效益指标", "社会效益", "乙", 50, "≥10个", "8个"],
        ],
        {
          2: '<c r="H2"><f t="shared" ref="H2:H3" si="0">G2/D2</f><v>0</v></c>',
          3: '<c r="H3"><f t="shared" si="0"/><v>0</v></c>',
        },
      ),
    );
    expect(result.written?.mismatches).toEqual([]);
    expect(excel.peek("自评", "H2")).toMatchObject({ formula: "=G2/D2", value: 0.9 });
    expect(excel.peek("自评", "H3")).toMatchObject({ formula: "=G3/D3", value: 0.8 });
    await excel.open(await excel.save(), "自评.xlsx");
    expect(excel.peek("自评", "H3")).toMatchObject({ formula: "=G3/D3", value: 0.8 });
  });

  test("words and errors in score cells stay until the user adopts the score", async () => {
    const rows = [
      HEADER,
      ["产出指标", "数量指标", "甲", 50, "≥10个", "10个", "未评"],
      ["效益指标", "社会效益", "乙", 50, "≥10个", "10个", ""],
    ];
    await excel.open(
      makeXlsx({ 自评: sheetXml(rows, { 3: '<c r="G3" t="e"><f>1/0</f><v>#DIV/0!</v></c>' }) }),
      "自评.xlsx",
    );
    const { keptScores } = await createExcelSession().calculate();
    expect(keptScores).toMatchObject([
      { name: "甲", entered: "未评", computed: "50" },
      { name: "乙", entered: "#DIV/0!", computed: "50" },
    ]);
    expect(excel.peek("自评", "G2").value).toBe("未评");
    expect(excel.peek("自评", "G3").formula).toBe("=1/0");
    await createExcelSession().calculate({ adoptCells: keptScores.map(({ cell }) => cell) });
    expect([excel.peek("自评", "G2").value, excel.peek("自评", "G3").value]).toEqual([50, 50]);
    await createExcelSession().undo();
    expect(excel.peek("自评", "G2").value).toBe("未评");
    expect(excel.peek("自评", "G3").formula).toBe("=1/0");
  });

  test.each([
    ["a share typed without its percent sign", "≥95%", numberCell("F2", 97)],
    ["a day", "2023年12月底前", numberCell("F2", 45280, 1)],
    ["a day and an hour", "2023年12月底前", numberCell("F2", 45280.5, 1)],
    ["a day as eight digits", "2023年12月底前", numberCell("F2", 20231215)],
  ])("the number of a cell is guarded as a number: %s", async (_, target, cell) => {
    const { result, evaluation } = await calculate(
      sheetXml([HEADER, ["产出指标", "时效指标", "甲", 100, target]], { 2: cell }),
    );
    expect(decimal(evaluation.score)).toBe("100");
    expect(result.written?.mismatches).toEqual([]);
    await excel.type("自评", "F2", 1);
    expect(excel.peek("计算底稿", "Q5").value).toBe("源数据已改动");
  });

  test("negative points are asked about, not counted", async () => {
    const { evaluation } = await calculate(
      sheetXml([
        HEADER,
        ["产出指标", "数量指标", "甲", -10, "≥10个", "10个"],
        ["效益指标", "社会效益", "乙", 100, "≥10个", "10个"],
      ]),
    );
    expect(evaluation.form.doubts).toMatchObject([
      { code: "unreadable-number", cell: { row: 1, column: 3 } },
    ]);
    expect(evaluation.indicators[0]).toMatchObject({ points: null, status: "needs-judgement", score: null });
  });

  test.each([
    ["one of its rows", "A3:A3"],
    ["all of its rows", "A1:A3"],
  ])("hidden rows count, and are told: %s", async (_, hidden) => {
    await excel.open(
      makeXlsx({
        自评: sheetXml([
          HEADER,
          ["产出指标", "数量指标", "甲", 50, "≥10个", "10个"],
          ["效益指标", "社会效益", "乙", 50, "≥10个", "10个"],
        ]),
      }),
      "自评.xlsx",
    );
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("自评").getRange(hidden).rowHidden = true;
      await context.sync();
    });
    const session = createExcelSession();
    const recognition = await session.recognise();
    const doubts = recognition.evaluations.flatMap((form) => form.doubts);
    expect(doubts.filter(({ code }) => code === "hidden-rows")).toMatchObject([
      { cell: { sheet: "自评", column: 2 } },
    ]);
    const { evaluations } = await session.calculate();
    expect(evaluations.map(({ score }) => decimal(score))).toEqual(["100"]);
    expect(excel.peek("自评", "G3")).toMatchObject({ value: 50 });
  });

  test("5,000 indicator rows are scored, written and verified", async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => [
      index === 0 ? "产出指标" : "",
      "",
      `指标${"甲乙丙丁戊"[index % 5] ?? ""}项第${index + 1}号`,
      0.02,
      "≥100人",
      `${50 + (index % 60)}人`,
    ]);
    await excel.open(makeXlsx({ 自评: sheetXml([HEADER, ...rows]) }), "大表.xlsx");
    const result = await createExcelSession().calculate();
    expect(result.evaluations[0]?.indicators).toHaveLength(5000);
    expect(result.written?.mismatches.slice(0, 6)).toEqual([]);
    expect(result.written?.verified).toBe(result.written?.formulas);
  }, 300_000);
});
