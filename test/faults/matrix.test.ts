import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WorkbookFailure } from "../../src/excel/failure";
import { startEmbeddedExcel, type EmbeddedExcel, type FaultKind } from "@jiheng/excel-host/node";
import { OUTPUT_SHEETS } from "../../src/model/sheet-names";
import { recordCombinations, type Tally } from "./record";
import {
  contentsOf,
  INDICATORS,
  NOTES,
  session,
  smallForm,
  usersSheets,
  withoutSheet,
  type Contents,
} from "./workbook";

/** Every boundary of every batch, not only a dozen of them. */
const FULL = process.env["JIHENG_FAULTS"] === "full";
const POINTS = 10;

interface Scenario {
  readonly name: string;
  /** Brings the workbook to where the work under test begins. */
  readonly prepare: (excel: EmbeddedExcel) => Promise<void>;
  readonly work: () => Promise<unknown>;
  /** A target cell of the work, which a co-author changes meanwhile. */
  readonly target: string;
}

const open = (excel: EmbeddedExcel): Promise<void> => excel.open(smallForm(), "小表.xlsx");

const SCENARIOS: readonly Scenario[] = [
  { name: "first run", prepare: open, work: () => session().calculate(), target: "G3" },
  {
    name: "run again after changes",
    prepare: async (excel) => {
      await open(excel);
      await session().calculate();
      await excel.type(INDICATORS, "F4", "90%");
      await excel.type(INDICATORS, "G5", 18);
      await excel.type(INDICATORS, "G3", null);
    },
    work: () => session().calculate(),
    target: "G3",
  },
  {
    name: "撤销",
    prepare: async (excel) => {
      await open(excel);
      await session().calculate();
    },
    work: () => session().undo(),
    target: "G3",
  },
];

interface Outcome {
  readonly failure: WorkbookFailure | null;
  readonly after: Contents;
}

describe.each(SCENARIOS)("$name", ({ name, prepare, work, target }) => {
  let excel: EmbeddedExcel;
  let original: Contents;
  let complete: Contents;
  /** The actions of each request. */
  let requests: (readonly string[])[];
  const tally: Tally = { combinations: 0, completed: 0, restored: 0, completedAndReported: 0 };

  beforeAll(async () => {
    excel = await startEmbeddedExcel();
    await prepare(excel);
    original = await contentsOf(excel);
    excel.requests.reset();
    await work();
    requests = excel.requests.list.filter(({ cleanUp }) => !cleanUp).map(({ actions }) => actions);
    complete = await contentsOf(excel);
    expect(complete).not.toEqual(original);
  }, 120_000);
  afterAll(() => {
    recordCombinations(name, requests.length, tally);
  });

  /** Does the work with a fault in one of its requests. */
  async function under(request: number, fault: FaultKind, after?: number): Promise<Outcome> {
    await prepare(excel);
    excel.requests.reset();
    excel.faults.set({ request, fault, ...(after !== undefined && { after }) });
    tally.combinations += 1;
    let failure: WorkbookFailure | null = null;
    try {
      await work();
    } catch (error) {
      if (!(error instanceof WorkbookFailure)) throw error;
      failure = error;
    }
    tally[failure === null ? "completed" : failure.restored ? "restored" : "completedAndReported"] += 1;
    return { failure, after: await contentsOf(excel) };
  }

  /** All or nothing, and the failure says which. */
  function expectWhole({ failure, after }: Outcome, place: string): void {
    const isOriginal = failure?.restored === true;
    expect(after, `${place}: ${failure?.code ?? "no failure"}, restored ${failure?.restored}`).toEqual(
      isOriginal ? original : complete,
    );
  }

  const everyRequest = (): number[] => requests.map((_, index) => index + 1);

  test.each(["error-reply", "dropped-reply"] as const)("%s at every request", async (fault) => {
    for (const request of everyRequest()) expectWhole(await under(request, fault), `request ${request}`);
  });

  test("a batch that breaks off half-way, at every request", async () => {
    for (const [index, actions] of requests.entries()) {
      for (const after of breakingPoints(actions))
        expectWhole(
          await under(index + 1, "partial-batch", after),
          `request ${index + 1} after ${after} of ${actions.length} actions`,
        );
    }
  }, 600_000);

  test("Excel's refusals at every request name their cause", async () => {
    for (const request of everyRequest()) {
      const outcome = await under(request, { code: 5102 });
      expectWhole(outcome, `request ${request}`);
      if (outcome.failure !== null) expect(outcome.failure.code).toBe("busy");
    }
  });

  test("a co-author changes a target cell before any request: the change is never lost", async () => {
    for (const request of everyRequest()) {
      const { failure, after } = await under(request, {
        meanwhile: () => excel.type(INDICATORS, target, 7.25),
      });
      const place = `request ${request}: ${failure?.code ?? "no failure"}`;
      expect(excel.peek(INDICATORS, target).value, place).toBe(7.25);
      if (failure !== null) {
        expect(failure, place).toMatchObject({ code: "changed-meanwhile", restored: true });
        expect(withoutCells(after, target), place).toEqual(withoutCells(original, target));
      }
    }
  });

  test.each([
    ["changes a number that the scores are computed from", () => excel.type(INDICATORS, "F3", "50人")],
    ["inserts a row", () => excel.insertRow(INDICATORS, 3)],
  ])("a co-author %s before any request: no result of other numbers stays", async (what, meanwhile) => {
    for (const request of everyRequest()) {
      const { failure } = await under(request, { meanwhile });
      const place = `request ${request}: ${failure?.code ?? "no failure"}`;
      if (failure !== null)
        expect(failure, place).toMatchObject({ code: "changed-meanwhile", restored: true });
      const users = usersSheets(await contentsOf(excel));
      await prepare(excel);
      // Either as if nothing had been calculated, or as if it were calculated after, or before, the change.
      const expected = [];
      if (failure !== null) {
        await meanwhile();
        expected.push(usersSheets(await contentsOf(excel)));
      } else {
        await work();
        await meanwhile();
        expected.push(usersSheets(await contentsOf(excel)));
        await prepare(excel);
        await meanwhile();
        await work();
        expected.push(usersSheets(await contentsOf(excel)));
      }
      expect(expected, `${what}, ${place}`).toContainEqual(users);
    }
  });

  test.each([
    ["the sheet that is written to", INDICATORS],
    ["another sheet of the user's", NOTES],
    ["the working paper", OUTPUT_SHEETS.workingPaper],
    ["the run log", OUTPUT_SHEETS.runLog],
  ])("%s is deleted before any request", async (_, sheet) => {
    for (const request of everyRequest()) {
      const { failure, after } = await under(request, { meanwhile: () => excel.deleteSheet(sheet) });
      const place = `request ${request}: ${failure?.code ?? "no failure"}`;
      // Formulas over a deleted sheet show #REF!: what they hold is the business of whoever deleted it.
      const known = [original, complete].map((contents) => comparable(contents, sheet));
      if (failure?.restored === true) expect(comparable(after, sheet), place).toEqual(known[0]);
      else if (sheet === NOTES) expect(comparable(after, sheet), place).toEqual(known[1]);
    }
  });

  test("when restoring fails as well, the failure says so", async () => {
    const last = requests.length;
    for (const request of everyRequest()) {
      await prepare(excel);
      excel.requests.reset();
      excel.faults.set(
        { request, fault: "dropped-reply" },
        ...Array.from({ length: 8 }, (_, i) => ({ request: request + 1 + i, fault: "error-reply" as const })),
      );
      tally.combinations += 1;
      const failure = await work().then(
        () => null,
        (error: unknown) => error as WorkbookFailure,
      );
      excel.faults.clear();
      const after = await contentsOf(excel);
      const place = `request ${request} of ${last}`;
      tally[failure === null ? "completed" : failure.restored ? "restored" : "completedAndReported"] += 1;
      if (failure?.restored === true) expect(after, place).toEqual(original);
      // Whatever was left behind, the next run completes it: nothing of ours stands in the way.
      await work().catch((error: unknown) => {
        expect((error as WorkbookFailure).code, place).toBe("nothing-to-undo");
      });
      expect(usersSheets(await contentsOf(excel)), place).toEqual(usersSheets(complete));
    }
  });
});

/** Before the first action, after the last, evenly between, and wherever cells have their formats but no content yet. */
function breakingPoints(actions: readonly string[]): number[] {
  const last = actions.length - 1;
  const count = FULL ? actions.length : Math.min(POINTS, actions.length);
  const evenly = Array.from({ length: count }, (_, i) => Math.round((i * last) / Math.max(1, count - 1)));
  const formatted = actions.flatMap((action, done) => (action.endsWith(" Formulas") ? [done] : []));
  return [...new Set([...evenly, ...formatted])];
}

function withoutCells(contents: Contents, name: string): Contents {
  const at = `${Number(name.slice(1)) - 1},${name.charCodeAt(0) - 65}`;
  return Object.fromEntries(
    Object.entries(contents).map(([sheet, cells]) => [
      sheet,
      Object.fromEntries(
        Object.entries(cells).filter(
          ([cell]) => sheet !== INDICATORS || (cell !== at && !isSum(cells[cell])),
        ),
      ),
    ]),
  );
}

const isSum = (content: string | undefined): boolean => content?.includes("=SUM") === true;

/** Formulas as they are, values only where no formula stands: those depend on what was deleted. */
function comparable(contents: Contents, deleted: string): Contents {
  return Object.fromEntries(
    Object.entries(withoutSheet(contents, deleted)).map(([sheet, cells]) => [
      sheet,
      Object.fromEntries(
        Object.entries(cells).map(([cell, content]) => {
          if (cell === "merges" || cell === "charts") return [cell, content];
          const [value, formula, format] = JSON.parse(content) as unknown[];
          const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
          return [cell, JSON.stringify([isFormula ? "" : value, isFormula ? "=" : formula, format])];
        }),
      ),
    ]),
  );
}
