import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { WorkbookFailure } from "../../src/excel/failure";
import { startEmbeddedExcel, type EmbeddedExcel } from "@jiheng/excel-host/node";
import { OUTPUT_SHEETS, SETTINGS_SHEET } from "../../src/model/sheet-names";
import type { FailureCode, RunResult } from "../../src/model/run";
import { textCell } from "@jiheng/excel-host/fixtures";
import { contentsOf, INDICATORS, NOTES, session, smallForm, type FormOptions } from "./workbook";

let excel: EmbeddedExcel;
beforeAll(async () => {
  excel = await startEmbeddedExcel();
});
beforeEach(() => excel.faults.clear());
afterEach(() => {
  Object.assign(excel.moods, { cellEditMode: false, readOnly: false, calculation: "automatic" });
});

const open = async (options: FormOptions = {}): Promise<void> => {
  await excel.open(smallForm(options), "小表.xlsx");
  excel.requests.reset();
};

/** Runs and expects a refusal that leaves the workbook as it was. */
async function refusal(work: () => Promise<unknown> = () => session().calculate()): Promise<WorkbookFailure> {
  const moods = { ...excel.moods };
  Object.assign(excel.moods, { cellEditMode: false, readOnly: false });
  const before = await contentsOf(excel);
  Object.assign(excel.moods, moods);
  excel.requests.reset();
  const failure = await work().then(
    () => new WorkbookFailure("unexpected", null, "no failure"),
    (error: unknown) => error as WorkbookFailure,
  );
  Object.assign(excel.moods, { cellEditMode: false, readOnly: false });
  expect(failure).toBeInstanceOf(WorkbookFailure);
  expect(failure.restored).toBe(true);
  expect(await contentsOf(excel)).toEqual(before);
  return failure;
}

const total = (result: RunResult): string | undefined => result.evaluations[0]?.score?.toFraction();

describe("a cell is being edited", () => {
  test("before the run", async () => {
    await open();
    excel.moods.cellEditMode = true;
    expect((await refusal()).code).toBe("cell-edit-mode");
  });

  const editFrom = (request: number): void =>
    excel.faults.set({
      request,
      fault: { meanwhile: () => Promise.resolve(void (excel.moods.cellEditMode = true)) },
    });

  test("from the moment of writing on, and as long as the run lasts", async () => {
    await open();
    const failure = await refusal(() => {
      editFrom(3);
      return session().calculate();
    });
    expect(failure.code).toBe("cell-edit-mode");
    // Once the cell is left, the same click works.
    expect((await session().calculate()).written?.mismatches).toEqual([]);
  });

  test("once everything is written: the result stands, and the next click draws what is missing", async () => {
    await open();
    editFrom(4);
    await expect(session().calculate()).rejects.toMatchObject({ code: "cell-edit-mode", restored: false });
    excel.moods.cellEditMode = false;
    expect(excel.peek(INDICATORS, "G3")).toMatchObject({ value: 19.2 });
    const plain = (await contentsOf(excel))[OUTPUT_SHEETS.summary];
    expect(plain).toMatchObject({ merges: "", charts: "0" });
    const again = await session().calculate();
    expect(again.written).toMatchObject({ unchanged: true, plain: [], mismatches: [] });
    const drawn = (await contentsOf(excel))[OUTPUT_SHEETS.summary];
    expect(drawn?.["merges"]).not.toBe("");
    expect(drawn?.["charts"]).toBe("1");
  });
});

const PROTECTED = '<sheetProtection sheet="1"/>';

describe("protection", () => {
  test("a protected sheet is refused with the first cell and the scores", async () => {
    await open({ sheetXml: { after: PROTECTED } });
    const failure = await refusal();
    expect(failure).toMatchObject({ code: "protected-sheet", cell: { sheet: INDICATORS } });
    expect(failure).toHaveProperty("scored.evaluations.length", 1);
  });

  test("unlocked score cells of a protected sheet are written", async () => {
    await open({ sheetXml: { after: PROTECTED }, scoreStyle: 4 });
    const result = await session().calculate();
    expect(result.written?.mismatches).toEqual([]);
    expect(excel.peek(INDICATORS, "G3")).toMatchObject({ value: 19.2, formula: "=计算底稿!M5" });
    await session().undo();
    expect(excel.peek(INDICATORS, "G3")).toMatchObject({ value: null, formula: null });
  });

  test("one locked cell among them is enough to refuse", async () => {
    await open({ sheetXml: { after: PROTECTED }, scoreStyle: 4, rowAttributes: {} });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(INDICATORS);
      sheet.protection.unprotect();
      sheet.getRange("G5").format.protection.locked = true;
      sheet.protection.protect();
      await context.sync();
    });
    expect(await refusal()).toMatchObject({ code: "protected-sheet", cell: { row: 4, column: 6 } });
  });

  test("a protected sheet that is not written to does not matter", async () => {
    await open();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(NOTES).protection.protect();
      await context.sync();
    });
    expect((await session().calculate()).written?.mismatches).toEqual([]);
  });

  test("a protected generated sheet is refused", async () => {
    await open();
    await session().calculate();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(OUTPUT_SHEETS.workingPaper).protection.protect();
      await context.sync();
    });
    await excel.type(INDICATORS, "F3", "90人");
    expect(await refusal()).toMatchObject({
      code: "protected-sheet",
      cell: { sheet: OUTPUT_SHEETS.workingPaper },
    });
  });

  test("a protected structure: no sheets can be added", async () => {
    await open({ workbookXml: '<workbookProtection lockStructure="1"/>' });
    const failure = await refusal();
    expect(failure.code).toBe("protected-workbook");
    expect(failure).toHaveProperty("scored.evaluations.length", 1);
  });
});

describe("the shape of the sheet", () => {
  test("a score cell hidden under a merge is never written to", async () => {
    await open({ sheetXml: { after: '<mergeCells count="1"><mergeCell ref="F5:G5"/></mergeCells>' } });
    const outcome = await session()
      .calculate()
      .then(
        (result) => result.written?.mismatches.length,
        (error: unknown) => (error as WorkbookFailure).code,
      );
    expect([0, "merged-target"]).toContain(outcome);
    expect(excel.peek(INDICATORS, "G5")).toMatchObject({ value: null, formula: null });
  });

  test("hidden rows and columns and filtered rows are read and written", async () => {
    await open();
    const expected = total(await session().calculate());
    await open({
      sheetXml: {
        before: '<cols><col min="5" max="7" width="9" hidden="1"/></cols>',
        after:
          '<autoFilter ref="A2:H8"><filterColumn colId="1"><filters><filter val="质量指标"/></filters></filterColumn></autoFilter>',
      },
      rowAttributes: { 3: ' hidden="1"', 5: ' hidden="1"', 6: ' hidden="1"', 7: ' hidden="1"' },
    });
    const result = await session().calculate();
    expect(total(result)).toBe(expected);
    expect(result.written?.mismatches).toEqual([]);
    expect(excel.peek(INDICATORS, "G3").value).toBe(19.2);
  });

  test.each([
    ["a generated sheet", OUTPUT_SHEETS.summary, false],
    ["the choices", SETTINGS_SHEET, true],
  ])("the user's own sheet that bears the name of %s is left alone", async (_, name, decides) => {
    await open({
      moreSheets: { [name]: `<sheetData><row r="3">${textCell("B3", "我的内容")}</row></sheetData>` },
    });
    const failure = await refusal(() =>
      session().calculate(decides ? { choices: { settings: { places: 1 } } } : {}),
    );
    expect(failure).toMatchObject({ code: "sheet-name-taken", detail: name });
  });

  test("an empty sheet of such a name is used", async () => {
    await open({ moreSheets: { [OUTPUT_SHEETS.summary]: "<sheetData/>" } });
    expect((await session().calculate()).written?.mismatches).toEqual([]);
    expect(excel.sheetNames().filter((name) => name === OUTPUT_SHEETS.summary)).toHaveLength(1);
  });
});

describe("the state of Excel", () => {
  test("a read-only workbook", async () => {
    await open();
    excel.moods.readOnly = true;
    expect((await refusal()).code).toBe("read-only");
  });

  test("a read-only workbook that has been scored before", async () => {
    await open();
    await session().calculate();
    await excel.type(INDICATORS, "F3", "90人");
    excel.moods.readOnly = true;
    expect((await refusal()).code).toBe("read-only");
    excel.moods.readOnly = true;
    expect((await refusal(() => session().undo())).code).toBe("read-only");
  });

  test("manual calculation: the result says so, what was written is calculated and verified", async () => {
    await open();
    excel.moods.calculation = "manual";
    const result = await session().calculate();
    expect(result.manualCalculation).toBe(true);
    expect(result.written).toMatchObject({ mismatches: [] });
    expect(excel.peek(INDICATORS, "G3").value).toBe(19.2);
    expect(excel.moods.calculation).toBe("manual");
  });

  test.each<[string, number | string, FailureCode]>([
    ["a lost connection", 5012, "connection-lost"],
    ["too many requests", 5102, "busy"],
    ["a service that does not answer", "ServiceNotAvailable", "connection-lost"],
    ["an unknown failure", "SomethingNew", "unexpected"],
  ])("%s at any request", async (_, code, expected) => {
    for (const request of [1, 2, 3]) {
      await open();
      const failure = await refusal(() => {
        excel.faults.set({ request, fault: { code } });
        return session().calculate();
      });
      expect(failure.code, `request ${request}`).toBe(expected);
    }
  });
});

const MEGABYTE = 1024 * 1024;

describe("Excel's limit of 5 MB", () => {
  const sizes = (): { request: number; reply: number }[] =>
    excel.requests.list
      .filter(({ error }) => error === null)
      .map(({ requestBytes, replyBytes }) => ({ request: requestBytes, reply: replyBytes }));

  test("a workbook of ordinary size takes five requests, however many sheets are created", async () => {
    await open();
    await session().calculate();
    expect(excel.requests.count()).toBe(5);
  });

  test("a workbook that does not fit into one answer is read in blocks, and written in parts", async () => {
    const long = "很长的说明，".repeat(500);
    const rows = Array.from(
      { length: 450 },
      (_, i) => `<row r="${i + 1}">${textCell(`A${i + 1}`, `第${i}项`)}${textCell(`B${i + 1}`, long)}</row>`,
    ).join("");
    await open({ moreSheets: { 长文: `<sheetData>${rows}</sheetData>` } });
    const result = await session().calculate();
    expect(result.written?.mismatches).toEqual([]);
    expect(result.written?.verified).toBe(result.written?.formulas);
    expect(excel.requests.count()).toBeGreaterThan(5);
    for (const { request, reply } of sizes()) {
      expect(request).toBeLessThan(4 * MEGABYTE);
      expect(reply).toBeLessThan(5 * MEGABYTE);
    }
  }, 120_000);

  test("a single row beyond the limit is refused by name", async () => {
    const cells = Array.from({ length: 60 }, (_, i) => {
      const column = i < 26 ? String.fromCharCode(65 + i) : `A${String.fromCharCode(65 + i - 26)}`;
      return textCell(`${i < 52 ? column : `B${String.fromCharCode(65 + i - 52)}`}1`, "长".repeat(32_000));
    }).join("");
    await excel.open(
      smallForm({ moreSheets: { 长行: `<sheetData><row r="1">${cells}</row></sheetData>` } }),
      "长行.xlsx",
    );
    excel.requests.reset();
    await expect(session().calculate()).rejects.toMatchObject({ code: "too-large", restored: true });
  });
});
