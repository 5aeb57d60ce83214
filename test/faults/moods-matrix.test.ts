import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startEmbeddedExcel, type EmbeddedExcel, type HostMoods } from "@jiheng/excel-host/node";
import { WorkbookFailure } from "../../src/excel/failure";
import type { FailureCode } from "../../src/model/run";
import { recordCombinations, type Tally } from "./record";
import { contentsOf, INDICATORS, session, smallForm, usersSheets, type Contents } from "./workbook";

/** Requests of a first run: discover, read, write, draw, verify. */
const REQUESTS = 5;

interface Case {
  readonly name: string;
  readonly mood: Partial<HostMoods>;
  /** Rows that a filter hides. */
  readonly hidden?: readonly number[];
  /** What a run that fails may say. */
  readonly says: readonly FailureCode[];
}

const body = "A3:H8";
const CASES: readonly Case[] = [
  { name: "a cell is edited", mood: { cellEditMode: true }, says: ["cell-edit-mode"] },
  { name: "read-only", mood: { readOnly: true }, says: ["read-only", "not-allowed"] },
  { name: "a chart sheet in front", mood: { chartSheetInFront: true }, says: [] },
  { name: "a chart selected", mood: { chartSelected: true }, says: [] },
  { name: "another workbook in front", mood: { otherWorkbookInFront: true }, says: ["excel-refused"] },
  { name: "narrow columns", mood: { numbersShown: "hashes" }, says: [] },
  { name: "hidden columns", mood: { numbersShown: "nothing" }, says: [] },
  { name: "filtered rows", mood: { misplacesOverFiltered: true }, hidden: [4, 6], says: [] },
  {
    name: "a table that fills blanks",
    mood: { tables: [{ sheet: INDICATORS, body, fills: "blank" }] },
    says: [],
  },
  {
    name: "a table that fills everything",
    mood: { tables: [{ sheet: INDICATORS, body, fills: "all" }] },
    says: [],
  },
  {
    name: "a filtered table",
    mood: { tables: [{ sheet: INDICATORS, body, fills: "blank" }], misplacesOverFiltered: true },
    hidden: [4, 6],
    says: [],
  },
];

const calm: Partial<HostMoods> = {
  cellEditMode: false,
  readOnly: false,
  chartSheetInFront: false,
  chartSelected: false,
  otherWorkbookInFront: false,
  misplacesOverFiltered: false,
  numbersShown: "as formatted",
  tables: [],
};

let excel: EmbeddedExcel;
const tally: Tally = { combinations: 0, completed: 0, restored: 0, completedAndReported: 0 };
beforeAll(async () => {
  excel = await startEmbeddedExcel();
});
afterEach(() => {
  Object.assign(excel.moods, calm);
});
afterAll(() => {
  recordCombinations("moods", REQUESTS, tally);
});

/** One indicator is scored by its typed score, one waits for judgement: not every cell of the column is written to. */
async function open(hidden: readonly number[]): Promise<void> {
  const rowAttributes = Object.fromEntries(hidden.map((row) => [row, ' hidden="1"']));
  await excel.open(smallForm({ typed: { 1: 18 }, rowAttributes }), "小表.xlsx");
  await excel.type(INDICATORS, "F5", "基本完成");
}

/** What is calculated, without how it looks. */
const heldBy = (contents: Contents): Contents =>
  Object.fromEntries(
    Object.entries(contents).map(([sheet, cells]) => [
      sheet,
      Object.fromEntries(Object.entries(cells).filter(([cell]) => cell !== "merges" && cell !== "charts")),
    ]),
  );

test.each(CASES)(
  "$name, from any request on: the original or the whole result, and the cause by name",
  async ({ mood, hidden = [], says }) => {
    await open(hidden);
    const original = await contentsOf(excel);
    await session().calculate();
    const complete = await contentsOf(excel);
    for (let request = 1; request <= REQUESTS; request += 1) {
      await open(hidden);
      excel.requests.reset();
      excel.faults.set({
        request,
        fault: { meanwhile: () => Promise.resolve(void Object.assign(excel.moods, mood)) },
      });
      tally.combinations += 1;
      const place = `from request ${request} on`;
      let failure: WorkbookFailure | null = null;
      let plain: readonly string[] = [];
      try {
        const { written } = await session().calculate();
        plain = written?.plain ?? [];
        expect(written?.mismatches, place).toEqual([]);
      } catch (error) {
        if (!(error instanceof WorkbookFailure)) throw error;
        failure = error;
        expect(says, place).toContain(error.code);
      }
      tally[failure === null ? "completed" : failure.restored ? "restored" : "completedAndReported"] += 1;
      Object.assign(excel.moods, calm);
      const after = await contentsOf(excel);
      if (failure?.restored === true) expect(after, place).toEqual(original);
      else if (plain.length > 0 || failure !== null) expect(heldBy(after), place).toEqual(heldBy(complete));
      else expect(after, place).toEqual(complete);
      // Once the obstacle is gone, one click makes everything complete.
      expect((await session().calculate()).written, place).toMatchObject({ plain: [], mismatches: [] });
      expect(usersSheets(await contentsOf(excel)), place).toEqual(usersSheets(complete));
      await session().undo();
      expect(usersSheets(await contentsOf(excel)), place).toEqual(usersSheets(original));
    }
  },
  240_000,
);
