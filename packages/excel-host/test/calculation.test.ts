import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Calculation } from "../src/model/calculation";
import { command, type SpreadsheetRuntime } from "../src/model/runtime";
import { filledFormula } from "../src/model/formula-references";
import { sharedFormulas } from "../src/model/shared-formulas";

type Listener = (info: { id: string; params?: unknown }) => void;

/** As much of the engine as a calculation talks to; `answer` is what it does when it is to calculate. */
function engine(answer: (notice: (params: object) => void) => void): {
  runtime: SpreadsheetRuntime;
  asked: { id: string; params: unknown }[];
} {
  let listener: Listener = () => undefined;
  const asked: { id: string; params: unknown }[] = [];
  const runtime = {
    commands: {
      beforeCommandExecuted: () => ({ dispose: () => undefined }),
      onCommandExecuted: (given: Listener) => {
        listener = given;
        return { dispose: () => undefined };
      },
      executeCommand: (id: string, params: unknown) => {
        asked.push({ id, params });
        if (id === command.calculationStart)
          answer((notice) => {
            listener({ id: command.calculationNotice, params: notice });
          });
        return Promise.resolve(true);
      },
    },
    dirty: { get: () => undefined },
  } as unknown as SpreadsheetRuntime;
  return { runtime, asked };
}

const cell = {
  unitId: "book",
  sheetId: "sheet",
  range: { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 },
};

describe("a calculation that does not end", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is stopped and told, and what it left is calculated by the next", async () => {
    let ends = false;
    const { runtime, asked } = engine((notice) => {
      if (ends) notice({ functionsExecutedState: 3 });
    });
    const calculation = new Calculation(runtime);
    calculation.markRanges([cell]);
    const settled = calculation.settle().then(
      () => "settled",
      (error: unknown) => (error as { code: string }).code,
    );
    await vi.advanceTimersByTimeAsync(120_000);
    expect(await settled).toBe("GeneralException");
    expect(asked.map(({ id }) => id)).toEqual([command.calculationStart, command.calculationStop]);

    ends = true;
    await calculation.settle();
    expect(asked.at(-1)).toMatchObject({ id: command.calculationStart, params: { dirtyRanges: [cell] } });
    expect(calculation.isDirty).toBe(false);
  });

  it("is waited for as long as it makes progress", async () => {
    let notice: (params: object) => void = () => undefined;
    const { runtime } = engine((tell) => {
      notice = tell;
    });
    const calculation = new Calculation(runtime);
    calculation.markRanges([cell]);
    let state = "running";
    void calculation.settle().then(() => (state = "settled"));
    for (let minute = 0; minute < 5; minute += 1) {
      await vi.advanceTimersByTimeAsync(60_000);
      notice({ stageInfo: {} });
    }
    expect(state).toBe("running");
    notice({ functionsExecutedState: 3 });
    await vi.advanceTimersByTimeAsync(0);
    expect(state).toBe("settled");
  });
});

describe("formulas that were filled into many cells", () => {
  it.each<[string, string, boolean]>([
    ["=A1*2", "=A2*2", true],
    ["=$B$1+C1", "=$B$1+C2", true],
    ["=B$1", "=B$1", true],
    ["=B1", "=B1", false],
    ["=计算底稿!M4", "=计算底稿!M5", true],
    ["='预算 表'!M4", "='预算 表'!M5", true],
    ['=IF(A1="A1",1,2)', '=IF(A2="A1",1,2)', true],
    ['=IF(A1="A1",1,2)', '=IF(A2="A2",1,2)', false],
    ["=LOG10(A1)", "=LOG10(A2)", true],
    ["=SUM(A1:C1)", "=SUM(A2:C2)", true],
  ])("%s in row 1 and %s in row 2: the same is %s", (first, second, same) => {
    expect(filledFormula(first, 0, 5) === filledFormula(second, 1, 5)).toBe(same);
  });

  it.each(["=税率*A1", "=OFFSET(A1,1,0)", "=SUM(A:A)", "=SUM(1:1)", "=SUM(表1[得分])", "=SUM({1,2})"])(
    "%s stays as it is",
    (formula) => {
      expect(filledFormula(formula, 0, 5)).toBeNull();
    },
  );

  it("are given to the engine as one, by their distance from the first", () => {
    const workbooks = {
      book: { sheet: { 0: { 2: { f: "=A1*2" } }, 1: { 2: { f: "=A2*2" }, 3: { f: "=税率" } } } },
    };
    const shared = sharedFormulas(workbooks);
    expect(shared).toEqual({
      book: {
        sheet: {
          0: { 2: { f: "=A1*2", si: "filled-0" } },
          1: { 2: { f: "=A1*2", si: "filled-0", x: 0, y: 1 }, 3: { f: "=税率" } },
        },
      },
    });
    expect(workbooks.book.sheet[1][2]).toEqual({ f: "=A2*2" });
  });
});
