import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmbeddedExcel, type EmbeddedExcel } from "../src/node";
import { INDICATORS, NOTES, session, smallForm } from "../../../test/faults/workbook";
import { partsOf } from "./fixtures";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const rels = (entries: [string, string, string][]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="${type.includes(":") ? type : `${office}/${type}`}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

const drawing = `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${office}"><xdr:twoCellAnchor><xdr:from><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>14</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="我的图"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor><xdr:oneCellAnchor><xdr:from><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>11</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="952500" cy="952500"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="公章"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>`;
const chart = `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>${INDICATORS}!$D$3:$D$7</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`;
const comments = `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>审核人</author></authors><commentList><comment ref="F3" authorId="0"><text><r><t>请附签到表</t></r></text></comment></commentList></comments>`;
const vml = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/><v:shape id="_x0000_s1025" type="#_x0000_t202" style="position:absolute;visibility:hidden"><x:ClientData ObjectType="Note"><x:Row>2</x:Row><x:Column>5</x:Column></x:ClientData></v:shape></xml>`;
const table = `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="联系人表" displayName="联系人表" ref="K20:L22"><autoFilter ref="K20:L22"/><tableColumns count="2"><tableColumn id="1" name="姓名"/><tableColumn id="2" name="电话"/></tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>`;

/** Elements of the very sheet that is written to; each must be there afterwards, letter for letter. */
const KEPT = {
  protectedRanges: '<protectedRanges><protectedRange sqref="A1:B2" name="只读区"/></protectedRanges>',
  conditional:
    '<conditionalFormatting sqref="G3:G7"><cfRule type="cellIs" dxfId="0" priority="2" operator="lessThan"><formula>6</formula></cfRule></conditionalFormatting>',
  dataBars:
    '<conditionalFormatting sqref="H3:H7"><cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule></conditionalFormatting>',
  validations:
    '<dataValidations count="1"><dataValidation type="decimal" allowBlank="1" showErrorMessage="1" errorTitle="得分" error="超出分值" sqref="G3:G7"><formula1>0</formula1><formula2>D3</formula2></dataValidation></dataValidations>',
  printOptions: '<printOptions horizontalCentered="1" headings="1"/>',
  margins: '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.2" footer="0.2"/>',
  pageSetup:
    '<pageSetup paperSize="9" orientation="landscape" firstPageNumber="3" useFirstPageNumber="1" r:id="rId4"/>',
  headerFooter:
    '<headerFooter differentFirst="1"><oddHeader>&amp;C绩效自评&amp;R第&amp;P页</oddHeader><firstFooter>&amp;L首页</firstFooter></headerFooter>',
  rowBreaks: '<rowBreaks count="1" manualBreakCount="1"><brk id="8" max="16383" man="1"/></rowBreaks>',
  ignoredErrors: '<ignoredErrors><ignoredError sqref="D3:D7" numberStoredAsText="1"/></ignoredErrors>',
} as const;
const EXTENSION = `<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup displayEmptyCellsAs="gap"><x14:sparklines><x14:sparkline><xm:f>${INDICATORS}!D3:D7</xm:f><xm:sqref>J3</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>`;

/** A form with everything on it that offices put on forms; part numbers have gaps, as after years of editing. */
function richForm(): Uint8Array {
  const tableCells = [20, 21, 22]
    .map(
      (row, i) =>
        `<row r="${row}"><c r="K${row}" t="inlineStr"><is><t>${["姓名", "张三", "李四"][i] ?? ""}</t></is></c><c r="L${row}" t="inlineStr"><is><t>${["电话", "1", "2"][i] ?? ""}</t></is></c></row>`,
    )
    .join("");
  const parts = partsOf(
    smallForm({
      sheetXml: {
        before:
          '<sheetPr codeName="表一"><outlinePr summaryBelow="0"/></sheetPr><sheetViews><sheetView workbookViewId="0" zoomScale="85" view="pageBreakPreview"><selection activeCell="B4" sqref="B4"/></sheetView></sheetViews><cols><col min="3" max="3" width="28" customWidth="1" outlineLevel="1"/></cols>',
        after: [
          KEPT.protectedRanges,
          KEPT.conditional,
          KEPT.dataBars,
          KEPT.validations,
          KEPT.printOptions,
          KEPT.margins,
          KEPT.pageSetup,
          KEPT.headerFooter,
          KEPT.rowBreaks,
          KEPT.ignoredErrors,
          '<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId5"/></tableParts>',
          EXTENSION,
        ].join(""),
      },
      workbookXml: `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">${INDICATORS}!$A$1:$H$8</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">${INDICATORS}!$1:$2</definedName><definedName name="合格线">60</definedName><definedName name="得分区" comment="别动">${INDICATORS}!$G$3:$G$7</definedName></definedNames><customWorkbookViews/>`,
    }),
  );
  const main = parts["xl/worksheets/sheet1.xml"] ?? "";
  const notes = parts["xl/worksheets/sheet2.xml"] ?? "";
  const all: Record<string, string | Uint8Array> = {
    ...parts,
    "xl/worksheets/sheet1.xml": main.replace("</sheetData>", `${tableCells}</sheetData>`),
    // The second sheet has a part number above every sheet id.
    "xl/worksheets/sheet3.xml": notes,
    "xl/workbook.xml": (parts["xl/workbook.xml"] ?? "").replace("<customWorkbookViews/>", ""),
    "xl/_rels/workbook.xml.rels": (parts["xl/_rels/workbook.xml.rels"] ?? "")
      .replace("sheet2.xml", "sheet3.xml")
      .replace(
        "</Relationships>",
        `<Relationship Id="rId77" Type="${office}/customXml" Target="../customXml/item1.xml"/></Relationships>`,
      ),
    "xl/styles.xml": (parts["xl/styles.xml"] ?? "").replace(
      "</styleSheet>",
      '<dxfs count="1"><dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs></styleSheet>',
    ),
    "[Content_Types].xml": (parts["[Content_Types].xml"] ?? "")
      .replace("/xl/worksheets/sheet2.xml", "/xl/worksheets/sheet3.xml")
      .replace(
        "</Types>",
        `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/><Override PartName="/xl/comments7.xml" ContentType="${spreadsheet}.comments+xml"/><Override PartName="/xl/tables/table4.xml" ContentType="${spreadsheet}.table+xml"/><Override PartName="/xl/drawings/drawing2.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/><Override PartName="/xl/charts/chart2.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/></Types>`,
      ),
    "xl/worksheets/_rels/sheet1.xml.rels": rels([
      ["rId1", "drawing", "../drawings/drawing2.xml"],
      ["rId2", "vmlDrawing", "../drawings/vmlDrawing3.vml"],
      ["rId3", "comments", "../comments7.xml"],
      ["rId4", "printerSettings", "../printerSettings/printerSettings1.bin"],
      ["rId5", "table", "../tables/table4.xml"],
    ]),
    "xl/drawings/drawing2.xml": drawing,
    "xl/drawings/_rels/drawing2.xml.rels": rels([
      ["rId1", "chart", "../charts/chart2.xml"],
      ["rId2", "image", "../media/image5.png"],
    ]),
    "xl/charts/chart2.xml": chart,
    "xl/media/image5.png": png,
    "xl/drawings/vmlDrawing3.vml": vml,
    "xl/comments7.xml": comments,
    "xl/tables/table4.xml": table,
    "xl/printerSettings/printerSettings1.bin": new Uint8Array([1, 2, 3, 4]),
    "customXml/item1.xml": '<项目 xmlns="urn:test">保留</项目>',
  };
  Reflect.deleteProperty(all, "xl/worksheets/sheet2.xml");
  return zipSync(
    Object.fromEntries(
      Object.entries(all).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
    ),
  );
}

describe("what stands on the sheet that the scores are written to", () => {
  let excel: EmbeddedExcel;
  let saved: Uint8Array;
  let before: Record<string, string>;
  let after: Record<string, string>;

  beforeAll(async () => {
    excel = await startEmbeddedExcel();
    const original = richForm();
    before = partsOf(original);
    await excel.open(original, "表.xlsx");
    const result = await session().calculate();
    expect(result.written?.mismatches).toEqual([]);
    saved = await excel.save();
    after = partsOf(saved);
  }, 120_000);
  afterAll(() => excel.dispose());

  it("every part of the user's is there, byte for byte but for the lists and the sheet itself", () => {
    const rewritten = new Set([
      "[Content_Types].xml",
      "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/worksheets/sheet1.xml",
    ]);
    for (const [name, part] of Object.entries(before)) {
      expect(Object.keys(after), name).toContain(name);
      if (!rewritten.has(name)) expect(after[name], name).toBe(part);
    }
  });

  it.each(Object.entries(KEPT))("%s stay as they were", (_, xml) => {
    expect(after["xl/worksheets/sheet1.xml"]).toContain(xml);
  });

  it("views, columns, drawings, tables and extensions stay as they were", () => {
    const xml = after["xl/worksheets/sheet1.xml"] ?? "";
    for (const part of [
      'codeName="表一"',
      'zoomScale="85" view="pageBreakPreview"',
      'width="28" customWidth="1" outlineLevel="1"',
      '<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId5"/></tableParts>',
      EXTENSION,
    ])
      expect(xml).toContain(part);
    expect(xml).toMatch(/<c r="G3"[^>]*><f>计算底稿!M5<\/f><v>19\.2<\/v>/);
  });

  it("names, print areas, styles of conditions and types of parts are still listed", () => {
    const workbook = after["xl/workbook.xml"] ?? "";
    for (const name of ["_xlnm.Print_Area", "_xlnm.Print_Titles", "合格线", "得分区"])
      expect(workbook).toContain(`name="${name}"`);
    expect(workbook).toContain(`${INDICATORS}!$A$1:$H$8`);
    expect(after["xl/styles.xml"]).toContain("<dxf>");
    for (const part of ["comments7.xml", "table4.xml", "drawing2.xml", "chart2.xml"])
      expect(after["[Content_Types].xml"]).toContain(part);
    expect(after["xl/_rels/workbook.xml.rels"]).toContain("customXml/item1.xml");
  });

  it("our chart has parts of its own beside the user's", () => {
    const charts = Object.keys(after).filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name));
    const drawings = Object.keys(after).filter((name) => /^xl\/drawings\/drawing\d+\.xml$/.test(name));
    expect(charts.length).toBeGreaterThan(1);
    expect(drawings.length).toBe(charts.length);
    expect(Object.keys(after).filter((name) => name.includes("placeholder"))).toEqual([]);
    for (const part of Object.keys(after).filter((name) => /^xl\/worksheets\/sheet/.test(name)))
      expect(after["[Content_Types].xml"], part).toContain(`/${part}`);
  });

  it("a second run and 撤销 after reopening lose nothing either", async () => {
    await excel.open(saved, "再开.xlsx");
    await excel.type(INDICATORS, "F3", "90人");
    await session().calculate();
    await session().undo();
    const undone = partsOf(await excel.save());
    for (const xml of [...Object.values(KEPT), EXTENSION])
      expect(undone["xl/worksheets/sheet1.xml"]).toContain(xml);
    for (const part of [
      "xl/comments7.xml",
      "xl/charts/chart2.xml",
      "xl/drawings/drawing2.xml",
      "xl/media/image5.png",
      "xl/tables/table4.xml",
    ])
      expect(undone[part], part).toBe(before[part]);
    expect(excel.peek(INDICATORS, "G3")).toMatchObject({ value: null, formula: null });
    expect(excel.peek(NOTES, "A1").value).toBe("007");
  }, 60_000);

  const soffice = spawnSync("which", ["soffice"], { encoding: "utf8" }).stdout.trim();
  it.skipIf(soffice === "")(
    "LibreOffice opens the result and finds the scores",
    () => {
      const folder = mkdtempSync(path.join(tmpdir(), "jiheng-fidelity-"));
      try {
        writeFileSync(path.join(folder, "in.xlsx"), saved);
        execFileSync(
          soffice,
          [
            `-env:UserInstallation=file://${folder}/profile`,
            "--headless",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1",
            "--outdir",
            folder,
            path.join(folder, "in.xlsx"),
          ],
          { stdio: "ignore", timeout: 120_000 },
        );
        const csv = path.join(folder, "in.csv");
        expect(existsSync(csv)).toBe(true);
        expect(readFileSync(csv, "utf8")).toContain("培训人数");
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    150_000,
  );
});
