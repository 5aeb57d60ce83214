import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cellLabel } from "../../src/expr/cell";
import { startEmbeddedExcel, type EmbeddedExcel } from "@jiheng/excel-host/node";
import { OUTPUT_SHEETS } from "../../src/model/sheet-names";
import { contentsOf, INDICATORS, session, smallForm, usersSheets } from "../faults/workbook";

/** Scores of the five indicators and their total: 96÷100×20, 20, 20, 4800÷5000×30, 10. */
const SCORES = [19.2, 20, 20, 28.8, 10, 98];

let excel: EmbeddedExcel;
beforeAll(async () => {
  excel = await startEmbeddedExcel();
});

const scoresFrom = (row: number, sheet = INDICATORS): unknown[] =>
  SCORES.map((_, index) => excel.peek(sheet, `G${row + index}`).value);

async function edit(change: (sheet: Excel.Worksheet) => void, sheet = INDICATORS): Promise<void> {
  await Excel.run(async (context) => {
    change(context.workbook.worksheets.getItem(sheet));
    await context.sync();
  });
}

describe("撤销 after the user went on working", () => {
  test.each(["formulas", "values"] as const)(
    "finds the cells again where a row was inserted above (%s)",
    async (output) => {
      await excel.open(smallForm(), "小表.xlsx");
      await session().calculate({ settings: { output } });
      expect(scoresFrom(3)).toEqual(SCORES);
      await excel.insertRow(INDICATORS, 3);
      expect(scoresFrom(4)).toEqual(SCORES);
      const { kept, inUse } = await session().undo();
      expect([kept, inUse]).toEqual([[], []]);
      expect(scoresFrom(4)).toEqual(SCORES.map(() => null));
    },
  );

  test("after a row was inserted in values mode a second run still knows its own results", async () => {
    await excel.open(smallForm(), "小表.xlsx");
    await session().calculate({ settings: { output: "values" } });
    await excel.insertRow(INDICATORS, 3);
    await excel.type(INDICATORS, "F4", "90人");
    const { keptScores } = await session().calculate({ settings: { output: "values" } });
    expect(keptScores).toEqual([]);
    expect(scoresFrom(4)).toEqual([18, 20, 20, 28.8, 10, 96.8]);
    expect((await session().undo()).kept).toEqual([]);
    expect(scoresFrom(4)).toEqual(SCORES.map(() => null));
  });

  test("finds them on a sheet that was renamed", async () => {
    await excel.open(smallForm(), "小表.xlsx");
    await session().calculate();
    await edit((sheet) => {
      sheet.name = "自评表";
    });
    expect(await session().undo()).toMatchObject({ kept: [], inUse: [] });
    expect(scoresFrom(3, "自评表")).toEqual(SCORES.map(() => null));
  });

  test("never empties a sheet that cells of the user's still show", async () => {
    await excel.open(smallForm(), "小表.xlsx");
    await session().calculate();
    await excel.type("备注", "A3", "=绩效汇总!A1");
    const { kept, inUse } = await session().undo();
    expect([kept, inUse.map(cellLabel)]).toEqual([[], ["备注!A3"]]);
    expect(excel.peek("备注", "A3").value).toBe(excel.peek(OUTPUT_SHEETS.summary, "A1").value);
    expect(excel.peek(OUTPUT_SHEETS.summary, "A1").value).not.toMatch(/^已撤销/);
  });

  test("a cell that was overwritten is kept and named, and so is what somebody made of a formula's place", async () => {
    await excel.open(smallForm(), "小表.xlsx");
    await session().calculate();
    await excel.insertRow(INDICATORS, 5);
    await excel.type(INDICATORS, "G4", 12);
    const { kept } = await session().undo();
    expect(kept.map(cellLabel)).toEqual([`${INDICATORS}!G4`]);
    expect(excel.peek(INDICATORS, "G4").value).toBe(12);
    expect(excel.peek(INDICATORS, "G6").value).toBeNull();
  });

  test("gives back what the user typed between two runs", async () => {
    await excel.open(smallForm(), "小表.xlsx");
    await session().calculate();
    await excel.type(INDICATORS, "G3", 15);
    await session().calculate({ settings: { adopt: true } });
    expect(excel.peek(INDICATORS, "G3").value).toBe(19.2);
    expect((await session().undo()).kept).toEqual([]);
    expect([excel.peek(INDICATORS, "G3").value, excel.peek(INDICATORS, "G4").value]).toEqual([15, null]);
  });

  test("texts come back as texts, also those that look like formulas and numbers", async () => {
    const typed = { 0: '=HYPERLINK("http://x.invalid","a")', 1: "007", 2: "15", 3: "true", 4: "'0" };
    await excel.open(smallForm({ typed }), "小表.xlsx");
    const before = usersSheets(await contentsOf(excel));
    await session().calculate({ settings: { adopt: true } });
    expect(scoresFrom(3).slice(0, 5)).toEqual(SCORES.slice(0, 5));
    await session().undo();
    expect(usersSheets(await contentsOf(excel))).toEqual(before);
  });

  test.each([OUTPUT_SHEETS.runLog, OUTPUT_SHEETS.workingPaper])(
    "is refused before anything changes where %s is protected",
    async (name) => {
      await excel.open(smallForm(), "小表.xlsx");
      await session().calculate();
      const before = await contentsOf(excel);
      await edit((sheet) => sheet.protection.protect(), name);
      await expect(session().undo()).rejects.toMatchObject({
        code: "protected-sheet",
        detail: name,
        restored: true,
      });
      expect(await contentsOf(excel)).toEqual(before);
    },
  );

  test("says that the run log is missing where results stand without it", async () => {
    await excel.open(smallForm(), "小表.xlsx");
    await session().calculate();
    await excel.deleteSheet(OUTPUT_SHEETS.runLog);
    await expect(session().undo()).rejects.toMatchObject({ code: "run-log-missing" });
    expect(scoresFrom(3)).toEqual(SCORES);
  });
});

describe("a formula of the user's that was General, over a percentage", () => {
  const cell = (): unknown => {
    const { formula, numberFormat } = excel.peek(INDICATORS, "G4");
    return [formula, numberFormat];
  };
  const adopt = (): Promise<unknown> =>
    session().calculate({ adoptCells: [{ sheet: INDICATORS, row: 3, column: 6 }] });

  beforeEach(async () => {
    await excel.open(smallForm(), "小表.xlsx");
    await excel.type(INDICATORS, "F4", "90%");
    await excel.type(INDICATORS, "G4", "=F4");
    await edit((sheet) => {
      sheet.getRange("G4").numberFormat = [["General"]];
    });
    expect(cell()).toEqual(["=F4", "General"]);
  });

  test("is General again after 撤销", async () => {
    await adopt();
    expect(cell()).toEqual([expect.stringContaining("计算底稿"), "0.00"]);
    expect(await session().undo()).toMatchObject({ kept: [], inUse: [] });
    expect(cell()).toEqual(["=F4", "General"]);
  });

  test("is General again after a run whose answer was lost", async () => {
    excel.requests.reset();
    excel.faults.set({ request: 3, fault: "dropped-reply" });
    await expect(adopt()).rejects.toMatchObject({ code: "connection-lost", restored: true });
    expect(cell()).toEqual(["=F4", "General"]);
  });
});
