import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmbeddedExcel, type EmbeddedExcel } from "../src/node";
import { renameSheets } from "../src/xlsx/rename-sheets";
import { makeXlsx, numberCell, textCell } from "./fixtures";

const template = makeXlsx(
  {
    数据: `<cols><col min="2" max="2" width="30" customWidth="1"/></cols><sheetData><row r="1" ht="30" customHeight="1">${textCell("A1", "标题", 3)}</row><row r="2">${numberCell("A2", 0.95, 2)}${textCell("B2", "=不是公式")}</row></sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>`,
    汇总: `<sheetData><row r="1"><c r="A1"><f>数据!A2*2</f><v>1.9</v></c><c r="B1"><f>SUM(率)</f><v>0.95</v></c></row></sheetData>`,
  },
  {},
  `<definedNames><definedName name="率">数据!$A$2</definedName></definedNames>`,
);
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

describe("插入示例: insertWorksheetsFromBase64", () => {
  let excel: EmbeddedExcel;
  beforeAll(async () => {
    excel = await startEmbeddedExcel();
  });
  afterAll(() => excel.dispose());

  const insert = (file: string, options?: Excel.InsertWorksheetOptions): Promise<string[]> =>
    Excel.run(async (context) => {
      const ids = context.workbook.insertWorksheetsFromBase64(file, options);
      await context.sync();
      return ids.value;
    });

  it("appends the sheets with values, formulas, merges, widths and styles", async () => {
    await excel.create(["我的表"]);
    expect(await insert(base64(template))).toHaveLength(2);
    expect(excel.sheetNames()).toEqual(["我的表", "数据", "汇总"]);
    expect(excel.peek("数据", "A2")).toMatchObject({ value: 0.95, text: "95.00%" });
    expect(excel.peek("数据", "B2")).toMatchObject({ value: "=不是公式", formula: null });
    expect(excel.peek("汇总", "A1")).toMatchObject({ value: 1.9, formula: "=数据!A2*2" });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("数据");
      const title = sheet
        .getRange("A1")
        .load({ format: { font: { name: true }, fill: { color: true }, rowHeight: true } });
      const wide = sheet.getRange("B2").load({ format: { columnWidth: true } });
      const merged = sheet.getRange("A1:B2").getMergedAreasOrNullObject().load("address");
      await context.sync();
      expect(title.format.font.name).toBe("黑体");
      expect(title.format.fill.color).toBe("#D9E1F2");
      expect(title.format.rowHeight).toBe(30);
      expect(wide.format.columnWidth).toBe(157.5);
      expect(merged.address).toBe("数据!A1:B1");
    });
  });

  it("gives a name in use a number, and lets the formulas of the copies follow", async () => {
    await excel.create(["数据"]);
    await excel.type("数据", "A2", 7);
    await insert(base64(template));
    expect(excel.sheetNames()).toEqual(["数据", "数据 (2)", "汇总"]);
    expect(excel.peek("汇总", "A1")).toMatchObject({ value: 1.9, formula: "='数据 (2)'!A2*2" });
    await insert(base64(template));
    expect(excel.sheetNames()).toEqual(["数据", "数据 (2)", "汇总", "数据 (3)", "汇总 (2)"]);
    await excel.type("数据 (2)", "A2", 1);
    expect(excel.peek("汇总", "A1").value).toBe(2);
    expect(excel.peek("汇总 (2)", "A1").value).toBe(1.9);
  });

  it("inserts the named sheets where it is told to, and refuses what is no workbook", async () => {
    await excel.create(["甲", "乙"]);
    await insert(base64(template), {
      sheetNamesToInsert: ["数据"],
      positionType: "After",
      relativeTo: "甲",
    });
    expect(excel.sheetNames()).toEqual(["甲", "数据", "乙"]);
    await expect(insert("AAAA")).rejects.toMatchObject({ code: "InvalidArgument" });
    expect(excel.sheetNames()).toEqual(["甲", "数据", "乙"]);
  });

  it("copies the sample so that it saves and opens again with the same results", async () => {
    await excel.open(readFileSync("assets/samples/guizhou.xlsx"), "原.xlsx");
    const expected = excel.peek("预算资金", "C43");
    await excel.create(["Sheet1"]);
    await excel.type("Sheet1", "A1", "已有内容");
    await insert(base64(readFileSync("assets/samples/guizhou.xlsx")));
    await excel.open(await excel.save(), "再开.xlsx");
    expect(excel.peek("预算资金", "C43")).toEqual(expected);
    expect(excel.peek("Sheet1", "A1").value).toBe("已有内容");
  });
});

describe("renameSheets", () => {
  it.each([
    ["数据!A1+数据!B2", "'数据 (2)'!A1+'数据 (2)'!B2"],
    ["'数据'!A1", "'数据 (2)'!A1"],
    ['IF(A1="数据!A1",我的数据!A1,1)', 'IF(A1="数据!A1",我的数据!A1,1)'],
    ["[1]数据!A1", "[1]数据!A1"],
  ])("%s", (formula, renamed) => {
    expect(renameSheets(formula, new Map([["数据", "数据 (2)"]]))).toBe(renamed);
  });
});
