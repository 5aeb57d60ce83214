import { beforeAll, describe, expect, test } from "vitest";
import { startEmbeddedExcel, type EmbeddedExcel } from "@jiheng/excel-host/node";
import { rewritten } from "@jiheng/excel-host/fixtures";
import { OUTPUT_SHEETS } from "../../src/model/sheet-names";
import { INDICATORS, session, smallForm } from "../faults/workbook";

/** 96÷100×20, 20, 20, 4800÷5000×30, 10 and their sum. */
const SCORES = [19.2, 20, 20, 28.8, 10, 98];
const TEXT_STYLE = 5;

let excel: EmbeddedExcel;
beforeAll(async () => {
  excel = await startEmbeddedExcel();
});

/** The small form with its score and rate cells formatted as text. */
const textForm = (typed: Readonly<Record<number, string>> = {}): Uint8Array =>
  rewritten(smallForm({ scoreStyle: TEXT_STYLE, typed }), "xl/styles.xml", (styles) =>
    styles
      .replace('<cellXfs count="5">', '<cellXfs count="6">')
      .replace(
        "</cellXfs>",
        '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>',
      ),
  );

const scores = (): unknown[] => SCORES.map((_, index) => excel.peek(INDICATORS, `G${index + 3}`).value);

async function formats(): Promise<unknown[]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(INDICATORS).getRange("G3:G8");
    range.load("numberFormat");
    await context.sync();
    return range.numberFormat.map(([format]: unknown[]) => format);
  });
}

describe("score cells formatted as text", () => {
  test("get formulas that calculate, in a format of their own, and 撤销 gives the text format back", async () => {
    await excel.open(textForm(), "文本格式.xlsx");
    const { written } = await session().calculate();
    expect(scores()).toEqual(SCORES);
    expect(await formats()).toEqual(SCORES.map(() => "0.00"));
    expect(written?.mismatches).toEqual([]);
    expect((await session().undo()).kept).toEqual([]);
    expect(scores()).toEqual(SCORES.map(() => null));
    expect(await formats()).toEqual(SCORES.map(() => "@"));
  });

  test("are known again by a second run, which has nothing to write", async () => {
    await excel.open(textForm(), "文本格式.xlsx");
    await session().calculate();
    const { written } = await session().calculate();
    expect(written?.unchanged).toBe(true);
  });

  test("hold the result after a run that wrote values only", async () => {
    await excel.open(textForm(), "文本格式.xlsx");
    await session().calculate({ settings: { output: "values" } });
    expect(scores()).toEqual(SCORES);
    await session().undo();
    expect(await formats()).toEqual(SCORES.map(() => "@"));
  });

  test("with a pointer of ours kept there as text are filled anew", async () => {
    await excel.open(textForm({ 0: "=计算底稿!M5", 1: "=计算底稿!M6" }), "文本格式.xlsx");
    const { keptScores } = await session().calculate();
    expect([keptScores, scores()]).toEqual([[], SCORES]);
  });

  test("with a score typed as text count with that score", async () => {
    await excel.open(textForm({ 0: "19.2" }), "文本格式.xlsx");
    const { evaluations } = await session().calculate();
    expect(evaluations[0]?.score?.toString()).toBe("98");
    await session().undo();
    expect(excel.peek(INDICATORS, "G3").value).toBe("19.2");
  });
});

test("names and results formatted as text are followed by formulas on the generated sheets", async () => {
  await excel.open(smallForm(), "文本格式.xlsx");
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(INDICATORS).getRange("A1:H8");
    range.numberFormat = Array.from({ length: 8 }, () => Array<string>(8).fill("@"));
    await context.sync();
  });
  const { written } = await session().calculate();
  expect(written?.mismatches).toEqual([]);
  const literals = await Excel.run(async (context) => {
    const ranges = [OUTPUT_SHEETS.workingPaper, OUTPUT_SHEETS.summary].map((name) => {
      const range = context.workbook.worksheets.getItem(name).getUsedRange();
      range.load("values");
      return range;
    });
    await context.sync();
    return ranges
      .flatMap(({ values }) => (values as unknown[][]).flat())
      .filter((value) => String(value).startsWith("="));
  });
  expect(literals).toEqual([]);
});
