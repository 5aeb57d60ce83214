import { describe, expect, it } from "vitest";
import { WorkbookFileError } from "../src/node";
import { openWorkbook } from "../src/xlsx/open";
import { makeXlsx, numberCell, rewritten, textCell } from "./fixtures";

const STYLES = "xl/styles.xml";
const A1 = textCell("A1", "有内容");
const rows = (cells: string): string => `<sheetData><row r="1">${A1}</row>${cells}</sheetData>`;
const file = (sheetXml: string, name = "指标"): Uint8Array => makeXlsx({ [name]: sheetXml });
const cell = (inside: string): Uint8Array => file(rows(`<row r="3">${inside}</row>`));
const formula = (text: string): Uint8Array => cell(`<c r="B3"><f>${text}</f></c>`);
const merges = (...areas: string[]): Uint8Array =>
  file(`${rows("")}<mergeCells>${areas.map((area) => `<mergeCell ref="${area}"/>`).join("")}</mergeCells>`);
const styled = (rewrite: (xml: string) => string): Uint8Array => rewritten(file(rows("")), STYLES, rewrite);
const manyFormats = (count: number) => (xml: string) =>
  xml.replace("<cellXfs", `<cellXfs>${"<xf/>".repeat(count)}</cellXfs><cellXfs`);

/** What the user is told; "opened" where the file is taken. */
function told(bytes: Uint8Array): { code: string; message: string } {
  try {
    openWorkbook(bytes, "x.xlsx");
    return { code: "opened", message: "" };
  } catch (error) {
    if (error instanceof WorkbookFileError) return { code: error.code, message: error.message };
    throw error;
  }
}

describe("what is wrong in a file is told when it is opened, with its place and the next step", () => {
  it.each<[string, Uint8Array, string, string]>([
    ["a hexadecimal number", cell(`<c r="D3"><v>0x10</v></c>`), "damaged", "单元格 D3 是“0x10”，不是数字"],
    ["an infinite number", cell(`<c r="D3"><v>Infinity</v></c>`), "damaged", "单元格 D3"],
    ["a date that is none", cell(`<c r="D3" t="d"><v>nonsense</v></c>`), "damaged", "单元格 D3 是“nonsense”"],
    ["a date as somebody says it", cell(`<c r="D3" t="d"><v>May 1</v></c>`), "damaged", "不是日期"],
    ["a format that is missing", cell(numberCell("D3", 1, 99)), "damaged", "单元格 D3 用了不存在的格式“99”"],
    ["a negative format", cell(numberCell("D3", 1, -5)), "damaged", "格式“-5”"],
    ["a format that is no number", cell(`<c r="D3" s="foo"><v>1</v></c>`), "damaged", "格式“foo”"],
    ["a text that is missing", cell(`<c r="D3" t="s"><v>7</v></c>`), "damaged", "单元格 D3 的文字"],
    ["a negative row", file(rows(`<row r="-1"/>`)), "damaged", "行号是“-1”"],
    ["a row that is no number", file(rows(`<row r="abc"/>`)), "damaged", "行号是“abc”"],
    ["an attribute twice", file(rows(`<row r="3" ht="15" ht="16"/>`)), "damaged", "有重复的属性 ht"],
    ["a row without end", file(rows(`<row r="3" ht="1e999"/>`)), "damaged", "第 3 行的行高是“1e999”"],
    ["a column before the first", file(`<cols><col min="-5" max="3"/></cols>${rows("")}`), "damaged", "-5"],
    [
      "a column beyond the last",
      file(`<cols><col min="1" max="16385"/></cols>${rows("")}`),
      "damaged",
      "16385",
    ],
    [
      "a width that is none",
      file(`<cols><col min="1" max="3" width="abc"/></cols>${rows("")}`),
      "damaged",
      "abc",
    ],
    ["a merge above the first row", merges("A0:B3"), "damaged", "合并区域“A0:B3”"],
    ["a merge of nothing", merges(""), "damaged", "合并区域“”"],
    ["merges one over the other", merges("A1:B2", "B2:C3"), "damaged", "B2:C3 与别的合并区域重叠"],
    ["a merge of all cells", merges("A1:XFD1048576"), "too-large", "合并区域 1:1048576 太大"],
    [
      "more merges than anybody makes",
      merges(...Array.from({ length: 50_001 }, (_, i) => `A${i + 2}:B${i + 2}`)),
      "too-large",
      "合并区域超过 50000 个",
    ],
    [
      "more links than Excel takes",
      file(`${rows("")}<hyperlinks>${'<hyperlink ref="A1" location="x"/>'.repeat(65_531)}</hyperlinks>`),
      "too-large",
      "超链接超过 65530 个",
    ],
    [
      "stray cells in the last column of hundreds of rows",
      file(
        rows(
          Array.from(
            { length: 200 },
            (_, i) => `<row r="${i + 3}"><c r="XFD${i + 3}"><v>1</v></c></row>`,
          ).join(""),
        ),
      ),
      "too-large",
      // 183 × 16,384 is below three million, one row more is not; the first of them is row 3.
      "到单元格 XFD186 为止已超过 3000000 格",
    ],
    [
      "a character that no text has",
      cell(`<c r="D3" t="inlineStr"><is><t>&#x110000;</t></is></c>`),
      "damaged",
      "&#x110000;",
    ],
    [
      "a character of number zero",
      cell(`<c r="D3" t="inlineStr"><is><t>&#0;</t></is></c>`),
      "damaged",
      "&#0;",
    ],
    ["a control character", cell(`<c r="D3" t="inlineStr"><is><t>\u0001</t></is></c>`), "damaged", "U+0001"],
    ["a formula that is too long", formula(`1${"+1".repeat(5000)}`), "damaged", "单元格 B3 的公式超过 8192"],
    [
      "brackets without end",
      formula(`${"(".repeat(300)}1${")".repeat(300)}`),
      "damaged",
      "单元格 B3 的公式括号嵌套",
    ],
    [
      "a formula of thousands of signs",
      formula(`${"-".repeat(8000)}1`),
      "too-large",
      "单元格 B3 的公式里运算符",
    ],
    [
      "a fill before the first",
      styled((xml) => xml.replace('fillId="2"', 'fillId="-1"')),
      "damaged",
      "fillId 是“-1”",
    ],
    ["more formats than Excel takes", styled(manyFormats(65_491)), "damaged", "超过 65490 种"],
    ["a name too long", file(rows(""), "绩".repeat(32)), "sheet-name", "超过 31 个字符"],
    ["a name with a colon", file(rows(""), "甲:乙"), "sheet-name", "“甲:乙”含有"],
    ["a name in quotes", file(rows(""), "'甲'"), "sheet-name", "单引号"],
    ["no name", file(rows(""), ""), "sheet-name", "名称是空的"],
    ["a name that means something to JavaScript", file(rows(""), "__proto__"), "sheet-name", "“__proto__”"],
    ["one name twice", makeXlsx({ Abc: rows(""), ABC: rows("") }), "sheet-name", "“ABC”有两张工作表同名"],
  ])("%s", (_, bytes, code, place) => {
    const { code: found, message } = told(bytes);
    expect(found).toBe(code);
    expect(message).toContain(place);
    expect(message).toMatch(/请[^。]*。$/);
  });

  it.each<[string, Uint8Array]>([
    ["numbers of every kind", cell("<c><v>-1.5E-3</v></c><c><v>.5</v></c><c><v>7.</v></c><c><v> 8 </v></c>")],
    [
      "dates with and without a time",
      cell(`<c t="d"><v>2023-12-31</v></c><c t="d"><v>2023-12-31T08:30:00</v></c>`),
    ],
    ["a name of 31 characters", file(rows(""), "绩".repeat(31))],
    ["a merge whose corners are told the other way round", merges("F9:A2")],
    ["merges side by side", merges("A1:B2", "C1:D2", "A3:D3")],
    [
      "links over whole sheets",
      file(
        `${rows("")}<hyperlinks>${'<hyperlink ref="A1:XFD1048576" location="x"/>'.repeat(400)}</hyperlinks>`,
      ),
    ],
    ["a formula as long as they come", formula(`SUM(${"A1,".repeat(2700)}A1)`)],
    ["functions 64 deep", formula(`${"ABS(".repeat(64)}1${")".repeat(64)}`)],
    [
      "characters that are written by number",
      cell(`<c t="inlineStr"><is><t>&#10;&#x4E00;&#128512;</t></is></c>`),
    ],
    [
      "formats without a style part",
      rewritten(file(rows("")), "xl/_rels/workbook.xml.rels", (xml) =>
        xml.replace(/<Relationship Id="rId99"[^>]*>/, ""),
      ),
    ],
  ])("%s are taken", (_, bytes) => {
    expect(told(bytes)).toEqual({ code: "opened", message: "" });
  });
});

it("links over large areas are known by their first cells: together they may not fill the memory", () => {
  const links = (...areas: string[]): number[] => {
    const xml = areas.map((area) => `<hyperlink ref="${area}" location="x"/>`).join("");
    const { snapshot } = openWorkbook(file(`${rows("")}<hyperlinks>${xml}</hyperlinks>`), "x.xlsx");
    return [...snapshot.extras.values()].map(({ hyperlinks }) => hyperlinks.size);
  };
  expect(links("A1:B2", "D4")).toEqual([5]);
  expect(links("A1:XFD1048576", "B2:XFD1048576", "C1:D2")).toEqual([6]);
  // 98,304 cells of the first leave no room for the second.
  expect(links("A1:XFD6", "A7:XFD12")).toEqual([98_305]);
});
