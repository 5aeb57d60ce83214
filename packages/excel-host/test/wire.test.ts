import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startEmbeddedExcel, type EmbeddedExcel } from "../src/node";

let excel: EmbeddedExcel;
beforeAll(async () => {
  excel = await startEmbeddedExcel();
});
afterAll(() => excel.dispose());
beforeEach(async () => {
  await excel.create(["数据", "空表"]);
  excel.requests.reset();
  excel.faults.clear();
});

describe("office.js on the embedded host", () => {
  it("lists the sheets in one request", async () => {
    const names = await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load({ name: true });
      await context.sync();
      return sheets.items.map((sheet) => sheet.name);
    });
    expect(names).toEqual(["数据", "空表"]);
    expect(excel.requests.count()).toBe(1);
  });

  it("answers formulas with recalculated values in the same request", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("数据");
      sheet.getRange("A1:B3").values = [
        ["项目", "金额"],
        ["甲", 2],
        ["乙", "3.5"],
      ];
      sheet.getRange("B4").formulas = [["=SUM(B2:B3)"]];
      const total = sheet.getRange("A1:B4").load({
        values: true,
        formulas: true,
        text: true,
        valueTypes: true,
        numberFormat: true,
        address: true,
      });
      await context.sync();
      expect(total.values).toEqual([
        ["项目", "金额"],
        ["甲", 2],
        ["乙", 3.5],
        ["", 5.5],
      ]);
      expect(total.formulas[3]).toEqual(["", "=SUM(B2:B3)"]);
      expect(total.address).toBe("数据!A1:B4");
    });

    expect(excel.peek("数据", "B4")).toEqual({
      value: 5.5,
      formula: "=SUM(B2:B3)",
      text: "5.5",
      numberFormat: "General",
    });
  });
});
