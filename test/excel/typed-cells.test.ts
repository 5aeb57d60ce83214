import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startEmbeddedExcel, type EmbeddedExcel } from "@jiheng/excel-host/node";
import { OUTPUT_SHEETS } from "../../src/model/sheet-names";
import { contentsOf, INDICATORS, session, smallForm } from "../faults/workbook";

const { summary: SUMMARY, workingPaper: PAPER, findings: FINDINGS, runLog: LOG } = OUTPUT_SHEETS;
const SIGNED = "编制人（签字）：";
const BESIDE = "J3";

let excel: EmbeddedExcel;
beforeAll(async () => {
  excel = await startEmbeddedExcel();
});

/** The used cells of a sheet: rows of values, with the row where they begin. */
async function valuesOf(sheet: string): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(sheet).getUsedRange(true);
    used.load("values");
    await context.sync();
    return used.values;
  });
}

async function edit(sheet: string, change: (sheet: Excel.Worksheet) => void): Promise<void> {
  await Excel.run(async (context) => {
    change(context.workbook.worksheets.getItem(sheet));
    await context.sync();
  });
}

const filledRows = async (sheet: string): Promise<number> => (await valuesOf(sheet)).length;

async function colorOf(sheet: string, address: string): Promise<string> {
  return Excel.run(async (context) => {
    const { font } = context.workbook.worksheets.getItem(sheet).getRange(address).format;
    font.load("color");
    await context.sync();
    return font.color;
  });
}

async function chartsOn(sheet: string): Promise<string[]> {
  return Excel.run(async (context) => {
    const { charts } = context.workbook.worksheets.getItem(sheet);
    charts.load("items/name");
    await context.sync();
    return charts.items.map(({ name }) => name);
  });
}

/** The rows where the text stands, counted from 1. */
const rowsWith = async (sheet: string, text: string): Promise<number[]> =>
  (await valuesOf(sheet)).flatMap((row, index) => (row.includes(text) ? [index + 1] : []));

describe("what a user types on a generated sheet", () => {
  beforeEach(async () => {
    await excel.open(smallForm(), "小表.xlsx");
    await session().calculate();
  });

  test("beside and below the tables stays where it is, as it looks, and a second click changes nothing", async () => {
    const below = `A${(await filledRows(SUMMARY)) + 20}`;
    await excel.type(SUMMARY, below, SIGNED);
    await excel.type(SUMMARY, BESIDE, 2024);
    await edit(SUMMARY, (sheet) => {
      sheet.getRange(below).format.font.color = "#FF0000";
    });
    expect((await session().calculate()).written?.unchanged).toBe(true);
    await excel.type(INDICATORS, "F3", "90人");
    expect((await session().calculate()).written?.unchanged).toBe(false);
    expect([excel.peek(SUMMARY, below).value, excel.peek(SUMMARY, BESIDE).value]).toEqual([SIGNED, 2024]);
    expect(await colorOf(SUMMARY, below)).toBe("#FF0000");
    await session().undo();
    expect([excel.peek(SUMMARY, below).value, excel.peek(SUMMARY, BESIDE).value]).toEqual([SIGNED, 2024]);
    expect(excel.peek(SUMMARY, "A1").value).toMatch(/^已撤销/);
    await session().calculate();
    expect([excel.peek(SUMMARY, below).value, excel.peek(SUMMARY, BESIDE).value]).toEqual([SIGNED, 2024]);
  });

  test("right below a table that grows moves below it, row by row", async () => {
    const rows = await filledRows(FINDINGS);
    await excel.type(FINDINGS, `A${rows + 1}`, SIGNED);
    await excel.type(FINDINGS, `B${rows + 1}`, 45);
    await excel.type(FINDINGS, `A${rows + 2}`, "日期：");
    await excel.type(INDICATORS, "G3", 25);
    await excel.type(INDICATORS, "G4", 25);
    await session().calculate();
    const [signed = 0, ...again] = await rowsWith(FINDINGS, SIGNED);
    expect([again, await rowsWith(FINDINGS, "日期：")]).toEqual([[], [signed + 1]]);
    expect(signed).toBeGreaterThan(rows + 2);
    expect(excel.peek(FINDINGS, `B${signed}`).value).toBe(45);
    expect((await session().calculate()).written?.unchanged).toBe(true);
  });

  test("a row inserted into a generated sheet leaves nothing of the old tables behind", async () => {
    for (const sheet of [PAPER, SUMMARY, FINDINGS]) {
      const before = await valuesOf(sheet);
      await excel.insertRow(sheet, 4);
      await session().calculate();
      expect(await valuesOf(sheet), sheet).toEqual(before);
    }
  });

  test("a number over a formula gives way to it, and the log keeps the number", async () => {
    const at = await scoreOnPaper();
    await excel.type(PAPER, at, 20);
    await session().calculate();
    expect(excel.peek(PAPER, at).formula).not.toBeNull();
    const logged = (await valuesOf(LOG)).find((row) => row[3] === PAPER);
    expect(logged?.slice(4, 8)).toEqual([at, "", "20", expect.stringMatching(/^=/)]);
    expect(logged?.[9]).toBe("生成的表上填写的数字，已恢复为公式");
    expect(await session().undo()).toMatchObject({ kept: [], inUse: [] });
  });

  test("far away costs nothing, and a chart of the user's stays beside the one that is drawn anew", async () => {
    await excel.type(SUMMARY, "A90000", SIGNED);
    await edit(SUMMARY, (sheet) => {
      sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"), "Columns").name = "对比图";
    });
    await excel.insertRow(SUMMARY, 4);
    await session().calculate();
    expect(excel.peek(SUMMARY, "A90001").value).toBe(SIGNED);
    expect(await chartsOn(SUMMARY)).toEqual(["对比图", "得分率1"]);
    await session().undo();
    expect(await chartsOn(SUMMARY)).toEqual(["对比图"]);
  });

  test("is put back with all else when the run fails", async () => {
    const below = `A${(await filledRows(FINDINGS)) + 1}`;
    await excel.type(FINDINGS, below, SIGNED);
    await excel.type(SUMMARY, BESIDE, SIGNED);
    await excel.type(INDICATORS, "G3", 25);
    const before = await contentsOf(excel);
    excel.requests.reset();
    excel.faults.set({ request: 3, fault: "partial-batch", after: 40 });
    await expect(session().calculate()).rejects.toMatchObject({ restored: true });
    expect(await contentsOf(excel)).toEqual(before);
  });
});

/** The paper's cell that scores 培训人数: 19.2. */
async function scoreOnPaper(): Promise<string> {
  const rows = await valuesOf(PAPER);
  const row = rows.findIndex((cells) => cells.includes("培训人数"));
  const column = (rows[row] ?? []).indexOf(19.2);
  return `${String.fromCharCode(65 + column)}${row + 1}`;
}
