import type { CellAddress } from "../expr/cell";
import type { Choices, ChoicesChange } from "../model/choices";
import type { Phase, RunResult, UndoResult } from "../model/run";
import type { Settings } from "../model/settings";
import type { Recognition } from "../model/workbook";

export interface CalculateOptions {
  /** Overrides of the workbook's own settings for this run only. */
  readonly settings?: Partial<Settings>;
  /** What the user decides now: kept on the sheet 评价设置 and used from here on. */
  readonly choices?: ChoicesChange;
  /** The text of the report: its numbers are checked against the workbook and each other, too. */
  readonly reportText?: string;
  /** False: score and check only; nothing is written. */
  readonly writes?: boolean;
  readonly onPhase?: (phase: Phase) => void;
  readonly signal?: AbortSignal;
  /** Score cells whose typed value gives way to the computed one, beside `settings.adopt`. */
  readonly adoptCells?: readonly CellAddress[];
}

/** What was understood, and the choices it was read with: those kept on 评价设置 and those made just now. */
export interface ReadingOfWorkbook extends Recognition {
  readonly choices: Choices;
}

/**
 * The workbook in front of the user, as the pane, the ribbon command and the command line see it.
 * Every method rejects with a `WorkbookFailure` (src/excel/failure.ts) that says what, why and what next.
 */
export interface WorkbookSession {
  /** Reads the workbook, with `choices` that are not kept yet, and says what was understood; writes nothing. */
  recognise(choices?: ChoicesChange): Promise<ReadingOfWorkbook>;
  /** 计算得分: read, score, check, write, verify. All or nothing. */
  calculate(options?: CalculateOptions): Promise<RunResult>;
  /** 撤销: puts back what all runs since the last 撤销 changed, from the run log, also after closing and reopening. */
  undo(): Promise<UndoResult>;
  select(cell: CellAddress): Promise<void>;
  /** The first cell of what the user has selected in the grid; null where it is no cell. */
  selectedCell(): Promise<CellAddress | null>;
  activate(sheet: string): Promise<void>;
  /** Calls back, debounced, when somebody other than the add-in changed a cell; answers how to stop. */
  watch(onChange: (sheet: string, address: string) => void): Promise<() => Promise<void>>;
  /** Adds a sample or template workbook's sheets (assets/, as base64) to the open workbook. */
  insertSheets(base64: string): Promise<void>;
}
