import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { DocxFailure, docxText } from "../../src/proofread/docx";
import { wrong } from "./subject";

const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const cell = (text: string): string => `<w:tc><w:tcPr/>${paragraph(text)}</w:tc>`;
const row = (...cells: string[]): string => `<w:tr>${cells.map(cell).join("")}</w:tr>`;
const document = (body: string): Uint8Array =>
  zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "word/document.xml": strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ),
  });
const failure = (bytes: Uint8Array): string => {
  try {
    docxText(bytes);
    return "";
  } catch (error) {
    return error instanceof DocxFailure ? error.code : String(error);
  }
};

describe("the text of a Word document", () => {
  it("has a line for each paragraph and a tab-separated line for each table row", () => {
    const body = `${paragraph("一、概况")}<w:tbl>${row("序号", "单位", "金额")}${row("1", "甲", "4.5")}</w:tbl>${paragraph("完")}`;
    expect(docxText(document(body))).toBe("一、概况\n序号\t单位\t金额\n1\t甲\t4.5\n完");
  });

  it("puts the runs of a paragraph together and reads character references", () => {
    const body = `<w:p><w:r><w:t>结余 &lt;471</w:t></w:r><w:r><w:t>.98&#19975;元&#x3002;</w:t></w:r></w:p><w:p/>`;
    expect(docxText(document(body))).toBe("结余 <471.98万元。\n");
  });

  it("leaves out deleted text, field codes and the second copy of a text box", () => {
    const body = `<w:p><w:del><w:r><w:delText>旧</w:delText><w:t>删</w:t></w:r></w:del><w:r><w:instrText>PAGE</w:instrText><w:t>新</w:t></w:r><mc:Fallback><w:t>重</w:t></mc:Fallback></w:p>`;
    expect(docxText(document(body))).toBe("新");
  });

  it("keeps the cells of a row apart where one has paragraphs or a table of its own", () => {
    const body = `<w:tbl><w:tr><w:tc>${paragraph("甲")}${paragraph("乙")}</w:tc><w:tc><w:tbl>${row("1", "2")}</w:tbl><w:p/></w:tc>${cell("丙")}</w:tr></w:tbl>`;
    expect(docxText(document(body))).toBe("甲 乙\t1 2\t丙");
  });

  it("is proof-read like any text", () => {
    const body = `<w:tbl>${row("序号", "单位", "金额")}${row("1", "甲", "301.36")}${row("2", "乙", "362.07")}${row("合计", "", "663.34")}</w:tbl>`;
    expect(wrong(docxText(document(body)))).toEqual(["table: 663.34 → 663.43"]);
  });

  it.each([
    ["not-docx", strToU8("plain text")],
    ["not-docx", zipSync({ "xl/workbook.xml": strToU8("<x/>") })],
    ["damaged", document(paragraph("文字")).slice(0, 60)],
    ["has-entities", zipSync({ "word/document.xml": strToU8('<!DOCTYPE x [<!ENTITY a "b">]><w:p/>') })],
    ["too-large", zipSync({ "word/document.xml": new Uint8Array(33 * 1024 * 1024) }, { level: 1 })],
  ])("refuses with %s", (code, bytes) => {
    expect(failure(bytes)).toBe(code);
  });
});
