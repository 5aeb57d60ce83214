import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readXlsx } from "hucre/xlsx";
import { startEmbeddedExcel, type EmbeddedExcel } from "../src/node";
import { makeXlsx, numberCell, partsOf, textCell } from "./fixtures";

let excel: EmbeddedExcel;
beforeAll(async () => {
  excel = await startEmbeddedExcel();
});
afterAll(() => excel.dispose());

const shared = `<sheetData><row r="1">${numberCell("A1", 1, 2)}<c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row><row r="2">${numberCell("A2", 2)}<c r="B2"><f t="shared" si="0"/><v>4</v></c></row><row r="3">${numberCell("A3", 3)}<c r="B3"><f t="shared" si="0"/><v>6</v></c></row></sheetData>`;
const features = `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="3"><f>SUM(计算!B1:B3)</f><v>12</v></c></row></sheetData><conditionalFormatting sqref="A1:A9"><cfRule type="cellIs" priority="1" operator="greaterThan"><formula>5</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="C1"><formula1>"优,良"</formula1></dataValidation></dataValidations><legacyDrawing r:id="rId1"/>`;
const png = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 1, 2, 3]);
const relationships = (entries: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries}</Relationships>`;
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const base = partsOf(
  makeXlsx({
    计算: shared,
    特性: features,
    第三: `<sheetData><row r="1">${textCell("A1", "第三")}</row></sheetData>`,
  }),
);
const original = makeXlsx(
  { 计算: shared, 特性: features, 第三: `<sheetData><row r="1">${textCell("A1", "第三")}</row></sheetData>` },
  {
    "[Content_Types].xml": (base["[Content_Types].xml"] ?? "").replace(
      "</Types>",
      `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Default Extension="png" ContentType="image/png"/><Override PartName="/xl/comments1.xml" ContentType="${types}.comments+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/></Types>`,
    ),
    "xl/_rels/workbook.xml.rels": (base["xl/_rels/workbook.xml.rels"] ?? "").replace(
      "</Relationships>",
      `<Relationship Id="rId50" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId51" Type="${office}/customXml" Target="../customXml/item1.xml"/></Relationships>`,
    ),
    "xl/sharedStrings.xml": `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="1"><si><r><t>富</t></r><r><rPr><b/></rPr><t>文本</t></r></si></sst>`,
    "xl/worksheets/_rels/sheet2.xml.rels": relationships(
      `<Relationship Id="rId1" Type="${office}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/><Relationship Id="rId2" Type="${office}/comments" Target="../comments1.xml"/>`,
    ),
    "xl/comments1.xml": `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>审</author></authors><commentList><comment ref="A1" authorId="0"><text><t>批注</t></text></comment></commentList></comments>`,
    "xl/drawings/vmlDrawing1.vml": `<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s1025"/></xml>`,
    "xl/media/image1.png": png,
    "customXml/item1.xml": `<事项 xmlns="urn:test">保留</事项>`,
  },
  `<definedNames><definedName name="范围">计算!$A$1:$A$3</definedName></definedNames>`,
);

describe("saving a workbook", () => {
  beforeEach(async () => {
    await excel.open(original, "原文件.xlsx");
  });

  it("gives back the original bytes when nothing was changed", async () => {
    expect(await excel.save()).toBe(original);
  });

  it("changes one cell and keeps every other part byte for byte", async () => {
    await excel.type("计算", "A2", 20);

    const saved = partsOf(await excel.save());
    const before = partsOf(original);
    for (const part of [
      "xl/comments1.xml",
      "xl/drawings/vmlDrawing1.vml",
      "xl/media/image1.png",
      "customXml/item1.xml",
      "xl/sharedStrings.xml",
      "xl/styles.xml",
      "xl/worksheets/_rels/sheet2.xml.rels",
      "xl/worksheets/sheet3.xml",
    ])
      expect(saved[part], part).toBe(before[part]);
    // Of the dependent sheet only the stored value moves.
    expect(saved["xl/worksheets/sheet2.xml"]).toBe(
      (before["xl/worksheets/sheet2.xml"] ?? "").replace("<v>12</v>", "<v>48</v>"),
    );
    expect(saved["xl/workbook.xml"]).toContain("fullCalcOnLoad");
    expect(saved["xl/workbook.xml"]).toContain("范围");
  });

  it("keeps the formulas of a shared group whose first cell is overwritten", async () => {
    await excel.type("计算", "B1", 100);
    const bytes = await excel.save();
    await excel.open(bytes, "再开.xlsx");
    expect(excel.peek("计算", "B1")).toMatchObject({ value: 100, formula: null });
    expect(excel.peek("计算", "B2")).toMatchObject({ value: 4, formula: "=A2*2" });
    expect(excel.peek("计算", "B3")).toMatchObject({ value: 6, formula: "=A3*2" });
  });

  it("stores the values of formulas for readers that do not calculate", async () => {
    await excel.type("计算", "C1", '=IF(A1>0,"优","差")');
    await excel.type("计算", "C2", "=A1/0");
    await excel.type("计算", "C3", "=A1=1");
    const sheet = partsOf(await excel.save())["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet).toMatch(/<c r="C1"[^>]* t="str"[^>]*><f>IF\(A1&gt;0,[^<]*<\/f><v>优<\/v>/);
    expect(sheet).toMatch(/<c r="C2"[^>]* t="e"[^>]*><f>A1\/0<\/f><v>#DIV\/0!<\/v>/);
    expect(sheet).toMatch(/<c r="C3"[^>]* t="b"[^>]*><f>A1=1<\/f><v>1<\/v>/);
  });

  it("writes a new sheet with formats, merges, widths, print set-up, chart, links and validation, and reads it again", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("绩效汇总");
      sheet.getRange("A1:C1").merge();
      sheet.getRange("A1:C3").values = [
        ["得分情况", "", ""],
        ["指标", "分值", "得分"],
        ["产出", 50, 48.5],
      ];
      sheet.getRange("C4").formulas = [["=SUM(C3:C3)"]];
      sheet.getRange("C3:C4").numberFormat = [["0.00"], ["0.00"]];
      const title = sheet.getRange("A1");
      title.format.font.bold = true;
      title.format.font.name = "黑体";
      title.format.font.size = 16;
      title.format.horizontalAlignment = "Center";
      const table = sheet.getRange("A2:C4");
      for (const edge of [
        "EdgeTop",
        "EdgeBottom",
        "EdgeLeft",
        "EdgeRight",
        "InsideHorizontal",
        "InsideVertical",
      ] as const)
        table.format.borders.getItem(edge).style = "Continuous";
      table.format.fill.color = "#D9E1F2";
      sheet.getRange("A:A").format.columnWidth = 150;
      sheet.getRange("1:1").format.rowHeight = 36;
      sheet.freezePanes.freezeRows(2);
      sheet.pageLayout.orientation = Excel.PageOrientation.landscape;
      sheet.pageLayout.paperSize = Excel.PaperType.a4;
      sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
      sheet.pageLayout.setPrintTitleRows("$1:$2");
      sheet.getRange("A3").hyperlink = {
        documentReference: "计算!A1",
        textToDisplay: "产出",
        screenTip: "到来源",
      };
      sheet.getRange("D3").dataValidation.rule = { list: { inCellDropDown: true, source: "优,良,中,差" } };
      const chart = sheet.charts.add(
        Excel.ChartType.columnClustered,
        sheet.getRange("A2:C3"),
        Excel.ChartSeriesBy.columns,
      );
      chart.title.text = "得分图";
      chart.axes.valueAxis.numberFormat = "0%";
      chart.axes.categoryAxis.format.font.color = "#1F1F1F";
      chart.axes.categoryAxis.format.font.size = 10;
      chart.setPosition("E2", "J14");
      sheet.showGridlines = false;
      sheet.tabColor = "#1F6F54";
      await context.sync();
    });
    const bytes = await excel.save();
    const parts = partsOf(bytes);
    const sheet = parts["xl/worksheets/sheet4.xml"] ?? "";
    expect(sheet).toContain("<f>SUM(C3:C3)</f><v>48.5</v>");
    expect(sheet).toContain('fitToPage="1"');
    expect(sheet).toMatch(/paperSize="9"/);
    expect(sheet).toMatch(/fitToHeight="0"/);
    expect(sheet).toMatch(/location="计算!A1"/);
    expect(sheet).toContain("<dataValidation");
    expect(parts["xl/workbook.xml"]).toContain("绩效汇总!$1:$2");
    const chart = Object.entries(parts).find(([name]) => /^xl\/charts\/chart\d+\.xml$/.test(name))?.[1] ?? "";
    expect(/<c:valAx>.*<\/c:valAx>/s.exec(chart)?.[0]).toContain(
      '<c:numFmt formatCode="0%" sourceLinked="0"/>',
    );
    expect(/<c:catAx>.*<\/c:catAx>/s.exec(chart)?.[0]).toMatch(/sz="1000".*<a:srgbClr val="1F1F1F"\/>/s);
    await excel.open(bytes, "再开.xlsx");
    expect(excel.sheetNames()).toEqual(["计算", "特性", "第三", "绩效汇总"]);
    await Excel.run(async (context) => {
      const again = context.workbook.worksheets.getItem("绩效汇总");
      const a1 = again.getRange("A1").load({
        format: {
          columnWidth: true,
          rowHeight: true,
          font: { name: true, size: true, bold: true },
          horizontalAlignment: true,
        },
      });
      const c4 = again.getRange("C4").load({ text: true, format: { fill: { color: true } } });
      const border = again
        .getRange("C4")
        .format.borders.getItem("EdgeBottom")
        .load({ style: true, weight: true });
      again.load({ tabColor: true, showGridlines: true });
      const frozen = again.freezePanes.getLocationOrNullObject().load({ address: true });
      const link = again.getRange("A3").load({ hyperlink: true, values: true });
      const rule = again.getRange("D3").dataValidation.load({ rule: true, type: true });
      const layout = again.pageLayout.load({ orientation: true, paperSize: true, zoom: true });
      const merged = again.getRange("A1").getMergedAreasOrNullObject().load({ address: true });
      await context.sync();
      expect(a1.format.toJSON()).toMatchObject({
        columnWidth: 150,
        rowHeight: 36,
        font: { name: "黑体", size: 16, bold: true },
        horizontalAlignment: "Center",
      });
      expect(c4.text).toEqual([["48.50"]]);
      expect(c4.format.fill.color).toBe("#D9E1F2");
      expect(border.toJSON()).toMatchObject({ style: "Continuous", weight: "Thin" });
      expect([again.tabColor, again.showGridlines, frozen.address]).toEqual([
        "#1F6F54",
        false,
        "绩效汇总!1:2",
      ]);
      expect(link.hyperlink).toMatchObject({ documentReference: "计算!A1", screenTip: "到来源" });
      expect(rule.toJSON()).toMatchObject({ type: "List", rule: { list: { source: "优,良,中,差" } } });
      expect(layout.toJSON()).toMatchObject({
        orientation: "Landscape",
        paperSize: "A4",
        zoom: { horizontalFitToPages: 1, verticalFitToPages: 0 },
      });
      expect(merged.address).toBe("绩效汇总!A1:C1");
    });
  });

  it("keeps a cell's other formats when one is changed", async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("特性").getRange("B1").format.fill.color = "#FF0000";
      await context.sync();
    });
    await excel.open(await excel.save(), "再开.xlsx");
    await Excel.run(async (context) => {
      const cell = context.workbook.worksheets
        .getItem("特性")
        .getRange("B1")
        .load({
          format: {
            fill: { color: true },
            font: { name: true, bold: true, color: true, size: true },
            wrapText: true,
            verticalAlignment: true,
          },
        });
      await context.sync();
      expect(cell.format.toJSON()).toMatchObject({
        fill: { color: "#FF0000" },
        font: { name: "黑体", bold: true, color: "#C00000", size: 14 },
        wrapText: true,
        verticalAlignment: "Center",
      });
    });
  });

  it("keeps document settings", async () => {
    await Excel.run(async (context) => {
      context.workbook.settings.add("答复", { 更正: [1, "二"] });
      await context.sync();
    });
    await excel.open(await excel.save(), "再开.xlsx");
    await Excel.run(async (context) => {
      const setting = context.workbook.settings.getItem("答复").load({ value: true });
      await context.sync();
      expect(setting.value).toEqual({ 更正: [1, "二"] });
    });
  });

  it("saves a workbook that was made from nothing", async () => {
    await excel.create(["甲", "乙"]);
    await excel.type("乙", "B2", "=1+1");
    const bytes = await excel.save();
    await excel.open(bytes, "新.xlsx");
    expect(excel.sheetNames()).toEqual(["甲", "乙"]);
    expect(excel.peek("乙", "B2")).toMatchObject({ value: 2, formula: "=1+1" });
  });
});

describe("the cells of an added sheet", () => {
  const contents = [
    ['甲 & <乙> "丙"', " 前后有空格 ", "两\n行"],
    ["_x0041_ 不是转义", '甲 & <乙> "丙"', "'007"],
    [0.1, -1e-7, 12_345_678_901],
    [true, "=1=2", "=1/0"],
    ['="分" & "值"', "=A3*3", "=IF(TRUE,0,1)"],
  ];
  const shown = [
    ['甲 & <乙> "丙"', " 前后有空格 ", "两\n行"],
    ["_x0041_ 不是转义", '甲 & <乙> "丙"', "007"],
    [0.1, -1e-7, 12_345_678_901],
    [true, false, "#DIV/0!"],
    ["分值", 0.3, 0],
  ];

  it.each<[string, () => Promise<void>]>([
    ["a file with a table of texts", () => excel.open(original, "有.xlsx")],
    ["a file without one", () => excel.open(makeXlsx({ 表: "<sheetData/>" }), "无.xlsx")],
    ["a workbook that was never a file", () => excel.create(["表"])],
  ])("are in %s what they are in the open workbook, for other readers, too", async (_, open) => {
    await open();
    const before = excel.sheetNames();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("新表");
      sheet.getRange("A1:C5").formulas = contents;
      sheet.getRange("A1").format.rowHeight = 30;
      sheet.getRange("A7:B7").format.fill.color = "#D9E1F2";
      sheet.getRange("A9").getEntireRow().rowHidden = true;
      await context.sync();
    });
    const bytes = await excel.save();

    const other = (await readXlsx(bytes)).sheets.find(({ name }) => name === "新表");
    expect(other?.rows.slice(0, 5)).toEqual(shown);

    await excel.open(bytes, "再开.xlsx");
    expect(excel.sheetNames()).toEqual([...before, "新表"]);
    const values = shown.map((line, row) =>
      line.map((__, column) => excel.peek("新表", `${"ABC"[column] ?? ""}${row + 1}`).value),
    );
    expect(values).toEqual(shown);
    expect(excel.peek("新表", "B4").formula).toBe("=1=2");
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("新表");
      const height = sheet.getRange("A1").load({ format: { rowHeight: true } });
      const fill = sheet.getRange("B7").load({ format: { fill: { color: true } } });
      const row = sheet.getRange("A9").load({ rowHidden: true });
      await context.sync();
      expect([height.format.rowHeight, fill.format.fill.color, row.rowHidden]).toEqual([30, "#D9E1F2", true]);
    });
  });

  it("leave the texts of the file where they stand, a count in a text included", async () => {
    const texts = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="1"><si><t>写作 count="3" 的文字</t></si></sst>`;
    const parts = partsOf(
      makeXlsx({ 表: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>' }),
    );
    const file = makeXlsx(
      { 表: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>' },
      {
        "xl/sharedStrings.xml": texts,
        "[Content_Types].xml": (parts["[Content_Types].xml"] ?? "").replace(
          "</Types>",
          `<Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/></Types>`,
        ),
        "xl/_rels/workbook.xml.rels": (parts["xl/_rels/workbook.xml.rels"] ?? "").replace(
          "</Relationships>",
          `<Relationship Id="rId98" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
        ),
      },
    );
    await excel.open(file, "文字.xlsx");
    await excel.type("表", "B1", "加在后面");
    await Excel.run(async (context) => {
      context.workbook.worksheets.add("新表").getRange("A1").values = [["再加"]];
      await context.sync();
    });
    await excel.open(await excel.save(), "再开.xlsx");
    expect(excel.peek("表", "A1").value).toBe('写作 count="3" 的文字');
    expect(excel.peek("表", "B1").value).toBe("加在后面");
    expect(excel.peek("新表", "A1").value).toBe("再加");
  });
});

describe("merged areas", () => {
  const count = 20_000;
  const areas = Array.from({ length: count }, (_, i) => `D${i + 1}:E${i + 1}`);
  const merges = `<mergeCells count="${count}">${areas.map((area) => `<mergeCell ref="${area}"/>`).join("")}</mergeCells>`;
  const file = makeXlsx({ 甲: `<sheetData><row r="1">${textCell("A1", "标题")}</row></sheetData>${merges}` });
  const sheetOf = (bytes: Uint8Array): string => partsOf(bytes)["xl/worksheets/sheet1.xml"] ?? "";

  it("stay as they are in a sheet that was written to, however many they are", async () => {
    await excel.open(file, "合并.xlsx");
    await excel.type("甲", "B1", 5);
    const saved = await excel.save();
    expect(sheetOf(saved)).toContain(merges);
    await excel.open(saved, "合并.xlsx");
    expect(excel.peek("甲", "B1").value).toBe(5);
  });

  it("follow where one of them is taken back", async () => {
    await excel.open(
      makeXlsx({ 甲: `${shared}<mergeCells><mergeCell ref="D1:E1"/><mergeCell ref="D2:E2"/></mergeCells>` }),
      "合并.xlsx",
    );
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("甲").getRange("D1:E1").unmerge();
      await context.sync();
    });
    await excel.type("甲", "A1", 5);
    expect(sheetOf(await excel.save()).match(/<mergeCell ref="[^"]*"/g)).toEqual(['<mergeCell ref="D2:E2"']);
  });
});
