import type { CellAddress } from "../expr/cell";
import type { OwnCells } from "../kept/own-cells";
import type { RowName } from "../kept/run-log";
import type { Choices } from "../model/choices";
import type { ScoredEvaluation } from "../model/evaluation";
import type { Finding } from "../model/finding";
import type { GridCell, SheetGrid } from "../model/grid";
import type { KeptScore } from "../model/run";
import type { Settings } from "../model/settings";
import type { Recognition } from "../model/workbook";
import type { CompiledSheet, Expected } from "./sheets/compile";
import type { FilledSize, OutsideCell } from "./typed-cells";

/** A cell of the user's that changes; `content` null empties it. */
export interface UserWrite {
  readonly at: CellAddress;
  readonly content: string | number | null;
  /** Set only where the cell had no number format of its own, or one that keeps a formula as text. */
  readonly format: string | null;
  readonly before: GridCell;
  /** What the run log calls its row. */
  readonly name: RowName | null;
}

export interface ExpectedFormula {
  readonly at: CellAddress;
  readonly expected: Expected;
}

export interface SheetWrite {
  readonly sheet: CompiledSheet;
  readonly status: "create" | "rewrite" | "unchanged";
  /** What the last run filled; null where nobody knows, and all that stands there counts as its own. */
  readonly filled: FilledSize | null;
  /** What stands outside of it. */
  readonly outside: readonly OutsideCell[];
}

/** Everything that a run will change, and what every formula must show afterwards. */
export interface WritePlan {
  readonly userWrites: readonly UserWrite[];
  readonly sheets: readonly SheetWrite[];
  /** All formulas of the result, also those that stand there already. */
  readonly formulas: readonly ExpectedFormula[];
  readonly keptScores: readonly KeptScore[];
  /** The user's cells and sheets already show this result. */
  readonly unchanged: boolean;
}

export interface PlanInput {
  /** The sheets as read, the add-in's own cells included. */
  readonly raw: readonly SheetGrid[];
  readonly cleaned: OwnCells;
  readonly recognition: Recognition;
  readonly evaluations: readonly ScoredEvaluation[];
  readonly findings: readonly Finding[];
  readonly ignored: readonly Finding[];
  readonly settings: Settings;
  readonly choices: Choices;
  /** The user decided something just now: 评价设置 is written. */
  readonly keepsChoices: boolean;
  readonly now: Date;
  /** What the run log calls the program, e.g. `绩衡 0.1.0`. */
  readonly program: string;
}
