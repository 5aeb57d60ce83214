import { beforeAll, describe, expect, test } from "vitest";
import { startEmbeddedExcel, type EmbeddedExcel } from "@jiheng/excel-host/node";
import { makeXlsx, numberCell, textCell } from "@jiheng/excel-host/fixtures";
import { OUTPUT_SHEETS } from "../../src/model/sheet-names";
import { session } from "../faults/workbook";

const HEADERS = ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分"];

let excel: EmbeddedExcel;
beforeAll(async () => {
  excel = await startEmbeddedExcel();
});

type Row = readonly (string | number | null)[];

const row = (values: Row, number: number): string =>
  `<row r="${number}">${values
    .map((value, column) => {
      const reference = `${"ABCDEFG"[column] ?? ""}${number}`;
      if (value === null) return "";
      return typeof value === "number" ? numberCell(reference, value) : textCell(reference, value);
    })
    .join("")}</row>`;

const workbook = (rows: readonly Row[]): Uint8Array =>
  makeXlsx({
    绩效指标: `<sheetData>${[HEADERS, ...rows].map((values, index) => row(values, index + 1)).join("")}</sheetData>`,
  });

const ROWS: readonly Row[] = [
  ["产出指标", "数量指标", "培训人数", 20, "≥100人", "120人", null],
  ["产出指标", "质量指标", "合格率", 80, "≥95%", "96%", null],
];
const withCell = (column: number, value: string): Row[] =>
  ROWS.map((values, index) =>
    index === 0 ? values.map((old, at) => (at === column ? value : old)) : values,
  );

async function run(rows: readonly Row[]) {
  await excel.open(workbook(rows), "很长.xlsx");
  return session().calculate();
}

/** All formulas of the generated sheets. */
async function formulas(): Promise<string[]> {
  return Excel.run(async (context) => {
    const ranges = Object.values(OUTPUT_SHEETS).map((name) => {
      const range = context.workbook.worksheets.getItem(name).getUsedRange();
      range.load("formulas");
      return range;
    });
    await context.sync();
    return ranges
      .flatMap(({ formulas: all }) => (all as unknown[][]).flat())
      .filter((one): one is string => typeof one === "string" && one.startsWith("="));
  });
}

describe("what Excel takes at most", () => {
  test("115 一级指标 make a sentence that names the first and says how many there are", async () => {
    const rows = Array.from({ length: 115 }, (_, index): Row => [
      `一级指标第${index}类`,
      "数量指标",
      `指标${index}`,
      1,
      "≥100人",
      "90人",
      null,
    ]);
    const { written } = await run(rows);
    expect(written?.mismatches).toEqual([]);
    expect(String(excel.peek(OUTPUT_SHEETS.summary, "A3").value)).toContain("等 115 类。");
    expect(Math.max(...(await formulas()).map(({ length }) => length))).toBeLessThanOrEqual(8192);
  });

  test.each([
    ["一级指标", 0],
    ["二级指标", 1],
    ["指标名称", 2],
    ["年度指标值", 4],
    ["实际完成值", 5],
    ["得分", 6],
  ])("%s of 32,767 characters does not stop the run", async (_, column) => {
    const { evaluations, written } = await run(withCell(column, "长".repeat(32_767)));
    expect(evaluations[0]?.indicators).toHaveLength(2);
    expect(written?.mismatches).toEqual([]);
    const literals = (await formulas()).flatMap((formula) => formula.match(/"(?:[^"]|"")*"/g) ?? []);
    expect(Math.max(0, ...literals.map(({ length }) => length - 2))).toBeLessThanOrEqual(255);
  });
});
