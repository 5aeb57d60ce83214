import { WorkbookFailure } from "../../src/excel/failure";
import type { CellAddress } from "../../src/expr/cell";
import type { ChoicesChange } from "../../src/model/choices";
import type { CalculateOptions, ReadingOfWorkbook, WorkbookSession } from "../../src/excel/session";
import type { RunResult, UndoResult } from "../../src/model/run";
import { recognition, result } from "./fake-run";

interface Script {
  recognise?: (choices: ChoicesChange) => Promise<ReadingOfWorkbook>;
  calculate?: (options: CalculateOptions) => Promise<RunResult>;
  undo?: () => Promise<UndoResult>;
  select?: () => Promise<void>;
  selectedCell?: () => Promise<CellAddress | null>;
}

/** A workbook that answers as the test says and remembers what it was asked. */
export class FakeSession implements WorkbookSession {
  readonly calls: [name: string, ...args: unknown[]][] = [];
  #onChange: ((sheet: string, address: string) => void) | null = null;

  constructor(private readonly script: Script = {}) {}

  recognise(choices: ChoicesChange = {}): Promise<ReadingOfWorkbook> {
    this.calls.push(["recognise", choices]);
    return this.script.recognise?.(choices) ?? Promise.resolve(recognition);
  }

  calculate(options: CalculateOptions = {}): Promise<RunResult> {
    this.calls.push(["calculate", options.adoptCells ?? [], options.choices?.settings ?? null]);
    return this.script.calculate?.(options) ?? Promise.resolve(result);
  }

  undo(): Promise<UndoResult> {
    this.calls.push(["undo"]);
    return this.script.undo?.() ?? Promise.resolve({ restored: 24, kept: [], inUse: [] });
  }

  select(...args: unknown[]): Promise<void> {
    this.calls.push(["select", ...args]);
    return this.script.select?.() ?? Promise.resolve();
  }

  selectedCell(): Promise<CellAddress | null> {
    this.calls.push(["selectedCell"]);
    return this.script.selectedCell?.() ?? Promise.resolve(null);
  }

  activate(sheet: string): Promise<void> {
    this.calls.push(["activate", sheet]);
    return Promise.resolve();
  }

  watch(onChange: (sheet: string, address: string) => void): Promise<() => Promise<void>> {
    this.#onChange = onChange;
    return Promise.resolve(() => {
      this.#onChange = null;
      return Promise.resolve();
    });
  }

  insertSheets(base64: string): Promise<void> {
    this.calls.push(["insertSheets", base64]);
    return Promise.resolve();
  }

  /** Somebody types into the grid. */
  change(sheet: string, address: string): void {
    this.#onChange?.(sheet, address);
  }

  get watched(): boolean {
    return this.#onChange !== null;
  }

  asked(name: string): unknown[][] {
    return this.calls.filter(([each]) => each === name).map(([, ...args]) => args);
  }
}

/** A run that goes on until it is cancelled. */
export function untilCancelled({ signal, onPhase }: CalculateOptions): Promise<RunResult> {
  onPhase?.("score");
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(new WorkbookFailure("cancelled")));
  });
}
