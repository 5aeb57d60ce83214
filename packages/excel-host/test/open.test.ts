import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { strToU8, zipSync } from "fflate";
import { startEmbeddedExcel, WorkbookFileError, type EmbeddedExcel } from "../src/node";
import { openWorkbook } from "../src/xlsx/open";
import { makeXlsx, numberCell, textCell } from "./fixtures";

let excel: EmbeddedExcel;
beforeAll(async () => {
  excel = await startEmbeddedExcel();
});
afterAll(() => excel.dispose());

const sheet = `<sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="2" max="2" width="20" customWidth="1"/><col min="4" max="4" width="9" hidden="1"/></cols><sheetData><row r="1" ht="30" customHeight="1">${textCell("A1", "标题 &amp; 名", 3)}</row><row r="2" hidden="1">${numberCell("A2", 0.9693, 2)}<c r="B2"><f t="shared" ref="B2:B4" si="0">A2*2+$A$2</f><v>2.9079</v></c>${numberCell("C2", 45291, 1)}</row><row r="3">${numberCell("A3", 2)}<c r="B3"><f t="shared" si="0"/><v>4.9693</v></c><c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D3" t="b"><v>1</v></c></row><row r="4">${numberCell("A4", 3)}<c r="B4"><f t="shared" si="0"/><v>6.9693</v></c><c r="C4"><f>SUM(A2:A4)</f></c><c r="D4" s="4"/></row></sheetData><sheetProtection sheet="1" password="CC1A"/><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>`;
const bytes = makeXlsx(
  { 指标: sheet, "第 二": "<sheetData/>" },
  {},
  `<definedNames><definedName name="金额">指标!$A$2:$A$4</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">指标!$1:$1</definedName></definedNames>`,
);

describe("an empty workbook", () => {
  it.each<[string, string]>([
    ["without rows", "<sheetData/>"],
    ["without as much as an element for rows", ""],
    ["with a format but no content", '<sheetData><row r="1"><c r="A1" s="3"/></row></sheetData>'],
  ])("%s opens, has no used cells, takes sheets from a template and is saved", async (_, xml) => {
    await excel.open(makeXlsx({ Sheet1: xml }), "空.xlsx");
    expect(excel.sheetNames()).toEqual(["Sheet1"]);
    await Excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem("Sheet1").getUsedRangeOrNullObject(true);
      used.load({ address: true });
      context.workbook.insertWorksheetsFromBase64(Buffer.from(bytes).toString("base64"));
      await context.sync();
      expect(used.isNullObject).toBe(true);
    });
    await excel.type("Sheet1", "B2", "说明");
    await excel.open(await excel.save(), "空.xlsx");
    expect(excel.sheetNames()).toEqual(["Sheet1", "指标", "第 二"]);
    expect(excel.peek("Sheet1", "B2").value).toBe("说明");
    expect(excel.peek("指标", "A1").value).toBe("标题 & 名");
  });
});

describe("opening a workbook", () => {
  it("reads values, dates, formulas and formats as Excel answers them", async () => {
    await excel.open(bytes, "样本.xlsx");
    expect(excel.sheetNames()).toEqual(["指标", "第 二"]);
    expect(excel.peek("指标", "A1")).toMatchObject({ value: "标题 & 名" });
    expect(excel.peek("指标", "A2")).toEqual({
      value: 0.9693,
      formula: null,
      text: "96.93%",
      numberFormat: "0.00%",
    });
    expect(excel.peek("指标", "C2")).toMatchObject({
      value: 45291,
      text: "2023/12/31",
      numberFormat: "m/d/yyyy",
    });
    expect(excel.peek("指标", "C3")).toMatchObject({ value: "#DIV/0!", formula: "=1/0" });
    expect(excel.peek("指标", "D3")).toMatchObject({ value: true, text: "TRUE" });
  });

  it("writes out the formulas of a shared group, with their relative references moved", () => {
    expect(excel.peek("指标", "B3")).toMatchObject({ formula: "=A3*2+$A$2", value: 4.9693 });
    expect(excel.peek("指标", "B4").formula).toBe("=A4*2+$A$2");
  });

  it("calculates formulas that came without a value", () => {
    expect(excel.peek("指标", "C4").value).toBeCloseTo(5.9693, 10);
  });

  it("keeps texts that look like numbers as they are when a sheet is coloured or given a number format", async () => {
    const cells = ["007", "31.30", "1e5", "TRUE"].map((text, i) => textCell(`A${i + 1}`, text));
    const rows = cells.map((cell, i) => `<row r="${i + 1}">${cell}</row>`).join("");
    await excel.open(makeXlsx({ 文本: `<sheetData>${rows}</sheetData>` }), "文本.xlsx");
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("文本").getRange("A1:A4");
      range.format.fill.color = "#FFFF00";
      await context.sync();
      range.numberFormat = [["0.00"], ["0.00"], ["0.00"], ["0.00"]];
      await context.sync();
    });
    expect(["A1", "A2", "A3", "A4"].map((cell) => excel.peek("文本", cell).value)).toEqual([
      "007",
      "31.30",
      "1e5",
      "TRUE",
    ]);
    await excel.open(bytes, "样本.xlsx");
  });

  it("keeps formats, merges, hidden rows, frozen panes, names and protection", async () => {
    await Excel.run(async (context) => {
      const one = context.workbook.worksheets.getItem("指标");
      const title = one.getRange("A1").load({
        format: {
          fill: { color: true },
          font: { bold: true, name: true, size: true, color: true },
          horizontalAlignment: true,
          wrapText: true,
          rowHeight: true,
        },
      });
      const merged = one.getRange("A1:D4").getMergedAreasOrNullObject();
      merged.load("address");
      const row = one.getRange("A2").load({ rowHidden: true });
      const column = one.getRange("D1").load({ columnHidden: true });
      const frozen = one.freezePanes.getLocationOrNullObject().load({ address: true });
      one.load({ showGridlines: true });
      const protection = one.protection.load({ protected: true });
      const name = context.workbook.names.getItem("金额").getRange().load({ address: true });
      const open = one.getRange("D4").format.protection.load({ locked: true });
      await context.sync();
      expect(title.format.fill.color).toBe("#D9E1F2");
      expect(title.format.font.toJSON()).toMatchObject({
        bold: true,
        name: "黑体",
        size: 14,
        color: "#C00000",
      });
      expect(title.format.horizontalAlignment).toBe("Center");
      expect(title.format.wrapText).toBe(true);
      expect(title.format.rowHeight).toBe(30);
      expect(merged.address).toBe("指标!A1:C1");
      expect(row.rowHidden).toBe(true);
      expect(column.columnHidden).toBe(true);
      expect(frozen.address).toBe("指标!1:1");
      expect(one.showGridlines).toBe(false);
      expect(protection.protected).toBe(true);
      expect(name.address).toBe("指标!A2:A4");
      expect(open.locked).toBe(false);
    });
  });
});

describe("a file that cannot be opened says why", () => {
  const codeOf = (file: Uint8Array, limits = {}): string => {
    try {
      openWorkbook(file, "x.xlsx", limits);
      return "opened";
    } catch (error) {
      return error instanceof WorkbookFileError ? error.code : String(error);
    }
  };
  const compoundFile = (stream: string): Uint8Array => {
    const name = new Uint8Array([...stream].flatMap((sign) => [sign.charCodeAt(0), 0]));
    const file = new Uint8Array(1024 + name.length);
    file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    file.set(name, 1024);
    return file;
  };
  it.each<[string, Uint8Array, string]>([
    ["text", strToU8("指标,分值\n"), "not-xlsx"],
    ["an old .xls", compoundFile("Workbook"), "not-xlsx"],
    ["an encrypted workbook", compoundFile("EncryptedPackage"), "encrypted"],
    ["a zip of something else", zipSync({ "a.txt": strToU8("a") }), "not-xlsx"],
    ["half a file", bytes.slice(0, bytes.length / 2), "damaged"],
    ["broken XML", makeXlsx({ 一: "<sheetData><row><c></row></sheetData>" }), "damaged"],
    [
      "entity declarations",
      makeXlsx({ 一: "<sheetData/>" }, { "xl/styles.xml": '<!DOCTYPE x [<!ENTITY a "b">]><styleSheet/>' }),
      "damaged",
    ],
    ["a workbook without a worksheet", makeXlsx({}, {}, ""), "empty"],
  ])("%s", (_, file, code) => {
    expect(codeOf(file)).toBe(code);
  });

  it("too many entries, bytes, rows or cells", () => {
    expect(codeOf(bytes, { entries: 3 })).toBe("too-large");
    expect(codeOf(bytes, { expandedBytes: 1000 })).toBe("too-large");
    expect(codeOf(bytes, { rows: 2 })).toBe("too-large");
    expect(codeOf(bytes, { cells: 4 })).toBe("too-large");
  });
});
