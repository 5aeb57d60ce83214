import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmbeddedExcel, WorkbookFileError, type EmbeddedExcel } from "../src/node";
import { openWorkbook } from "../src/xlsx/open";
import { attributesOf, readXml } from "../src/xlsx/xml";
import { OUTPUT_SHEETS } from "../../../src/model/sheet-names";
import { contentsOf, INDICATORS, session, smallForm } from "../../../test/faults/workbook";
import { makeXlsx, numberCell, partsOf, textCell } from "./fixtures";

const MEGABYTE = 1024 * 1024;

/** What came of opening a file: its error code, or "opened"; anything else is thrown. */
function outcomeOf(file: Uint8Array): string {
  try {
    openWorkbook(file, "x.xlsx");
    return "opened";
  } catch (error) {
    if (error instanceof WorkbookFileError) return error.code;
    throw error;
  }
}

/** Memory and time of opening: what counts is that neither follows what the file claims. */
function cost(file: Uint8Array): { outcome: string; seconds: number; megabytes: number } {
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const outcome = outcomeOf(file);
  return {
    outcome,
    seconds: (performance.now() - started) / 1000,
    megabytes: (process.memoryUsage().rss - before) / MEGABYTE,
  };
}

const small = smallForm();

describe("archives made to harm", () => {
  it("a bomb of a gigabyte is refused from its directory", () => {
    const part = zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(64 * MEGABYTE) }, { level: 9 });
    // The directory entry and the data of one part, repeated in name only: claims 16 times what is there.
    const bomb = makeXlsx(
      { 一: "<sheetData/>" },
      Object.fromEntries(
        Array.from({ length: 5 }, (_, i) => [`xl/media/${i}.bin`, new Uint8Array(60 * MEGABYTE)]),
      ),
    );
    expect(part.length).toBeLessThan(MEGABYTE);
    expect(bomb.length).toBeLessThan(2 * MEGABYTE);
    const { outcome, seconds, megabytes } = cost(bomb);
    expect(outcome).toBe("too-large");
    expect(seconds).toBeLessThan(30);
    expect(megabytes).toBeLessThan(300);
  });

  it("a directory that lies about sizes gains nothing", () => {
    const bomb = makeXlsx({ 一: "<sheetData/>" }, { "xl/media/a.bin": new Uint8Array(40 * MEGABYTE) });
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    // Wherever the true size stands, in local headers or in the directory, it says 100 bytes.
    for (let at = 0; at + 4 <= lying.length; at++)
      if (view.getUint32(at, true) === 40 * MEGABYTE) view.setUint32(at, 100, true);
    const { outcome, megabytes } = cost(lying);
    expect(["damaged", "empty", "opened"]).toContain(outcome);
    expect(megabytes).toBeLessThan(150);
  });

  it("too many entries are refused", () => {
    const entries = Object.fromEntries(Array.from({ length: 6000 }, (_, i) => [`a/${i}.xml`, ""]));
    expect(outcomeOf(makeXlsx({ 一: "<sheetData/>" }, entries))).toBe("too-large");
  });

  it("cut off anywhere, it is damaged or no workbook", () => {
    for (let part = 0; part < 60; part++) {
      const length = Math.floor((small.length * part) / 60);
      expect(["damaged", "not-xlsx"], `${length} bytes`).toContain(outcomeOf(small.slice(0, length)));
    }
  });

  it("with any byte changed, it opens or says why not", () => {
    for (let at = 0; at < small.length; at += 7) {
      const changed = small.slice();
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      expect(["opened", "damaged", "not-xlsx", "empty", "too-large", "encrypted"]).toContain(
        outcomeOf(changed),
      );
    }
  });
});

describe("parts made to harm", () => {
  const sheet = (xml: string, more: Record<string, string> = {}): Uint8Array => makeXlsx({ 一: xml }, more);
  const cells = `<sheetData><row r="1">${textCell("A1", "有内容")}</row></sheetData>`;

  it.each<[string, Uint8Array, string]>([
    [
      "entities that multiply",
      sheet(cells, {
        "xl/worksheets/sheet1.xml": `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`,
      }),
      "damaged",
    ],
    [
      "an entity that reads a file",
      sheet(cells, {
        "xl/workbook.xml": `<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><workbook><sheets/></workbook>`,
      }),
      "damaged",
    ],
    [
      "a part that is not UTF-8",
      makeXlsx({ 一: cells }, { "xl/worksheets/sheet1.xml": new Uint8Array([0xff, 0xfe, 0x3c]) }),
      "damaged",
    ],
    [
      "a workbook part of another kind",
      makeXlsx(
        { 一: cells },
        {
          "_rels/.rels": partsOf(small)["_rels/.rels"]?.replace("xl/workbook.xml", "word/document.xml") ?? "",
          "word/document.xml": "<a/>",
        },
      ),
      "not-xlsx",
    ],
    [
      "a binary workbook",
      makeXlsx(
        { 一: cells },
        {
          "_rels/.rels": partsOf(small)["_rels/.rels"]?.replace("xl/workbook.xml", "xl/workbook.bin") ?? "",
          "xl/workbook.bin": "x",
        },
      ),
      "not-xlsx",
    ],
    [
      "a relation that leaves the archive",
      makeXlsx(
        { 一: cells },
        {
          "_rels/.rels":
            partsOf(small)["_rels/.rels"]?.replace("xl/workbook.xml", "../../../etc/passwd") ?? "",
        },
      ),
      "damaged",
    ],
    ["content types that are no XML", makeXlsx({ 一: cells }, { "[Content_Types].xml": "<<<" }), "opened"],
    [
      "a number that is none",
      sheet(`<sheetData><row r="1"><c r="A1"><v>NaN</v></c></row></sheetData>`),
      "damaged",
    ],
    [
      "a row number beyond the sheet",
      sheet(`<sheetData><row r="99999999">${numberCell("A9999999", 1)}</row></sheetData>`),
      "damaged",
    ],
    [
      "a shared string that is missing",
      sheet(`<sheetData><row r="1"><c r="A1" t="s"><v>77</v></c></row></sheetData>`),
      "damaged",
    ],
    [
      "a style that is missing",
      sheet(`<sheetData><row r="1">${numberCell("A1", 1, 999)}</row></sheetData>`),
      "damaged",
    ],
    [
      "merges beyond all cells",
      sheet(`${cells}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`),
      "too-large",
    ],
  ])("%s", (_, file, outcome) => {
    expect(outcomeOf(file)).toBe(outcome);
  });

  it.each<[string, () => void]>([
    ["a tag of a million letters", () => attributesOf("a".repeat(1_000_000))],
    [
      "a tag full of brackets in quotes",
      () => readXml("p", `<a b="${">".repeat(1_000_000)}"/>`, { open: () => undefined }),
    ],
    [
      "elements a million deep",
      () => readXml("p", "<a>".repeat(1e6) + "</a>".repeat(1e6), { open: () => undefined }),
    ],
  ])("%s takes no longer than it is long", (_, work) => {
    const started = performance.now();
    try {
      work();
    } catch (error) {
      expect(error).toBeInstanceOf(WorkbookFileError);
    }
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});

describe("workbooks that are merely unusual", () => {
  let excel: EmbeddedExcel;
  beforeAll(async () => {
    excel = await startEmbeddedExcel();
  });
  afterAll(() => excel.dispose());

  it("formatted blanks down to the last row cost little, and the form is scored and saved", async () => {
    const rows: string[] = [];
    for (let row = 9; row <= 1_048_576; row += 1)
      rows.push(`<row r="${row}" ht="15"><c r="A${row}" s="3"/></row>`);
    const parts = partsOf(small);
    const file = zipSync({
      ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
      "xl/worksheets/sheet1.xml": strToU8(
        (parts["xl/worksheets/sheet1.xml"] ?? "").replace("</sheetData>", `${rows.join("")}</sheetData>`),
      ),
    });
    const { outcome, seconds } = cost(file);
    expect(outcome).toBe("opened");
    expect(seconds).toBeLessThan(60);
    await excel.open(file, "空白格.xlsx");
    const result = await session().calculate();
    expect(result.evaluations[0]?.score?.toFraction()).toBe("98");
  }, 120_000);

  it("numbers beyond all measure neither crash nor become a score", async () => {
    const form = partsOf(small)["xl/worksheets/sheet1.xml"] ?? "";
    for (const absurd of ["1e308", "-1e308", "5e-324", "123456789012345678901234567890"]) {
      const parts = {
        ...partsOf(small),
        "xl/worksheets/sheet1.xml": form.replace("<v>20</v>", `<v>${absurd}</v>`),
      };
      await excel.open(
        zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
        "荒谬.xlsx",
      );
      const result = await session().calculate();
      expect(result.written, absurd).not.toBeNull();
    }
  });

  it("cells of 10,000 characters are carried through", async () => {
    const long = "很长".repeat(5000);
    await excel.open(
      smallForm({ moreSheets: { 说明: `<sheetData><row r="1">${textCell("A1", long)}</row></sheetData>` } }),
      "长文.xlsx",
    );
    expect((await session().calculate()).written?.mismatches).toEqual([]);
    await excel.open(await excel.save(), "再开.xlsx");
    expect(excel.peek("说明", "A1").value).toBe(long);
  });

  it("formulas in a circle end, and the rest is scored", async () => {
    await excel.open(
      smallForm({
        moreSheets: {
          循环: `<sheetData><row r="1"><c r="A1"><f>B1+1</f></c><c r="B1"><f>A1+1</f></c><c r="C1"><f>C1</f></c></row></sheetData>`,
        },
      }),
      "循环.xlsx",
    );
    const result = await session().calculate();
    expect(result.evaluations[0]?.score?.toFraction()).toBe("98");
    expect(result.written?.mismatches).toEqual([]);
  });

  it("links to other workbooks are kept and never followed", async () => {
    await excel.open(
      smallForm({
        moreSheets: {
          外链: `<sheetData><row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>42</v></c><c r="B1"><f>'\\\\server\\share\\[秘密.xlsx]表'!A1</f><v>7</v></c></row></sheetData>`,
        },
      }),
      "外链.xlsx",
    );
    await session().calculate();
    const saved = partsOf(await excel.save());
    const sheet = Object.entries(saved).find(([, xml]) => xml.includes("[1]Sheet1!A1"))?.[1] ?? "";
    expect(sheet).toContain("<v>42</v>");
    expect(sheet).toContain("<v>7</v>");
  });

  it("text that starts like a formula never becomes one", async () => {
    const evil = [
      '=HYPERLINK("http://x.invalid","点我")',
      "+1+1",
      "-2+3",
      "@SUM(1)",
      "=cmd|' /C calc'!A0",
      'a"&1/0&"b',
      "＝1+1",
      "'=1",
    ];
    const rows = evil
      .map((text, index) => {
        const escaped = text.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
        const row = index + 3;
        return `<row r="${row}">${textCell(`A${row}`, "产出指标")}${textCell(`B${row}`, escaped)}${textCell(`C${row}`, escaped)}${numberCell(`D${row}`, 10)}${textCell(`E${row}`, "≥95%")}${textCell(`F${row}`, "97%")}</row>`;
      })
      .join("");
    const header = ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分"]
      .map((text, i) => textCell(`${"ABCDEFG"[i] ?? ""}2`, text))
      .join("");
    await excel.open(
      makeXlsx({ [INDICATORS]: `<sheetData><row r="2">${header}</row>${rows}</sheetData>` }),
      "注入.xlsx",
    );
    const result = await session().calculate();
    expect(result.written?.mismatches).toEqual([]);
    const contents = await contentsOf(excel);
    for (const name of Object.values(OUTPUT_SHEETS))
      for (const [cell, content] of Object.entries(contents[name] ?? {})) {
        if (cell === "merges" || cell === "charts") continue;
        const [value, formula] = JSON.parse(content) as unknown[];
        if (typeof formula !== "string" || formula === value) continue;
        expect(formula, `${name} ${cell}`).not.toMatch(/^=(?:HYPERLINK\("http|cmd|SUM\(1\)|1\+1)/);
        const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
        expect(bare, `${name} ${cell}`).not.toMatch(/cmd|1\/0|x\.invalid/);
      }
    // The same in the file, where Excel will read it.
    const saved = partsOf(await excel.save());
    for (const [name, xml] of Object.entries(saved))
      if (name.startsWith("xl/worksheets/")) expect(xml, name).not.toMatch(/<f>(?:HYPERLINK\("http|cmd\|)/);
  });
});
