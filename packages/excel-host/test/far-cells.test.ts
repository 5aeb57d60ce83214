import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmbeddedExcel, type EmbeddedExcel } from "../src/node";
import { INDICATORS, session, smallForm } from "../../../test/faults/workbook";
import { numberCell, rewritten } from "./fixtures";

const SHEET = "xl/worksheets/sheet1.xml";
const inRow = (row: number, cell: string) => (xml: string) =>
  xml.replace(new RegExp(`(<row r="${row}".*?)</row>`), `$1${cell}</row>`);
const below = (rows: string) => (xml: string) => xml.replace("</sheetData>", `${rows}</sheetData>`);
const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;

let excel: EmbeddedExcel;
beforeAll(async () => {
  excel = await startEmbeddedExcel();
});
afterAll(() => excel.dispose());

describe("a stray value far from the form", () => {
  it.each<[string, string, (xml: string) => string]>([
    ["in the last column, beside the form", "XFD5", inRow(5, numberCell("XFD5", 7))],
    ["in the last row", "A1048576", below(row(1_048_576, numberCell("A1048576", 7)))],
    ["in the last cell of the sheet", "XFD1048576", below(row(1_048_576, numberCell("XFD1048576", 7)))],
    [
      "on both sides",
      "XFD600",
      below(row(600, numberCell("XFD600", 7)) + row(1_048_576, numberCell("B1048576", 1))),
    ],
  ])(
    "%s leaves the score as it is, and stays",
    async (_, address, stray) => {
      await excel.open(rewritten(smallForm(), SHEET, stray), "远.xlsx");
      excel.requests.reset();
      const result = await session().calculate();
      expect(result.evaluations[0]?.score?.toFraction()).toBe("98");
      expect(result.written?.mismatches).toEqual([]);
      // Reading the emptiness between would take hundreds.
      expect(excel.requests.count()).toBeLessThan(20);
      await excel.open(await excel.save(), "远.xlsx");
      expect(excel.peek(INDICATORS, address).value).toBe(7);
      expect((await session().calculate()).written?.unchanged).toBe(true);
    },
    120_000,
  );

  it("does not hide which rows of the form are hidden", async () => {
    const form = smallForm({ rowAttributes: { 4: ' hidden="1"' } });
    await excel.open(rewritten(form, SHEET, below(row(1_048_576, numberCell("A1048576", 7)))), "隐藏.xlsx");
    const { findings } = await session().calculate();
    expect(findings.map(({ code }) => code)).toContain("hidden-rows");
  }, 120_000);

  it("is no part of the used range of cells that lie before it", async () => {
    await excel.open(rewritten(smallForm(), SHEET, inRow(5, numberCell("XFD5", 7))), "远.xlsx");
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(INDICATORS);
      const form = sheet.getRange("A:ALL").getUsedRangeOrNullObject(true).load({ address: true });
      const lastRows = sheet.getRange("A6:C100").getUsedRangeOrNullObject(true).load({ address: true });
      const nothing = sheet.getRange("J10:ALL20").getUsedRangeOrNullObject(true).load({ address: true });
      await context.sync();
      expect(form.address).toBe(`${INDICATORS}!A1:H8`);
      expect(lastRows.address).toBe(`${INDICATORS}!A6:C8`);
      expect(nothing.isNullObject).toBe(true);
    });
  });
});
