import type { CellAddress } from "../expr/cell";
import type { Choices } from "./choices";
import type { ScoredEvaluation } from "./evaluation";
import type { Finding } from "./finding";
import type { Settings } from "./settings";
import type { Recognition } from "./workbook";

/** The phases of 计算得分, in order; the pane names them while they run. */
export type Phase = "read" | "recognise" | "score" | "check" | "write" | "verify";

export interface PhaseTiming {
  readonly phase: Phase;
  readonly milliseconds: number;
}

/** A written formula whose value, read back, is not the exact one. */
export interface Mismatch {
  readonly cell: CellAddress;
  readonly expected: string;
  readonly found: string;
}

/** A typed score that was kept although the rule gives another: one click adopts the computed one. */
export interface KeptScore {
  readonly cell: CellAddress;
  readonly name: string;
  readonly entered: string;
  readonly computed: string;
}

export interface Written {
  /** Formulas that stand in the workbook for this result, whether this run or an earlier one wrote them. */
  readonly formulas: number;
  /** How many of them were read back and equal the exact value. */
  readonly verified: number;
  readonly mismatches: readonly Mismatch[];
  /** The output sheets, in order. */
  readonly sheets: readonly string[];
  /** Cells of the user's own sheets that changed in this run. */
  readonly changedCells: number;
  /** True when everything stood there already and nothing was written. */
  readonly unchanged: boolean;
  /** Generated sheets whose look Excel refused in part; what they hold is complete, and the next run draws again. */
  readonly plain: readonly string[];
}

/** What one click on 计算得分 gives. */
export interface RunResult {
  readonly recognition: Recognition;
  readonly evaluations: readonly ScoredEvaluation[];
  readonly findings: readonly Finding[];
  /** Findings that the user looked at and lets stand. */
  readonly ignored: readonly Finding[];
  readonly keptScores: readonly KeptScore[];
  /** Null when the run was asked not to write. */
  readonly written: Written | null;
  readonly settings: Settings;
  readonly choices: Choices;
  readonly timings: readonly PhaseTiming[];
  /** Excel calculates only on demand: the sheets show old values until F9 is pressed. */
  readonly manualCalculation: boolean;
}

export interface UndoResult {
  readonly restored: number;
  /** Cells that the user changed since, or that can no longer be told: left alone, named. */
  readonly kept: readonly CellAddress[];
  /** Cells of the user's that go on showing generated sheets, which therefore were not emptied. */
  readonly inUse: readonly CellAddress[];
}

/** A failure that the user can act on: what, why, what next. `code` selects the text and is what tests look at. */
export type FailureCode =
  | "no-indicators"
  | "empty"
  | "cell-edit-mode"
  | "protected-sheet"
  | "protected-workbook"
  | "merged-target"
  | "read-only"
  | "too-large"
  | "connection-lost"
  | "busy"
  | "changed-meanwhile"
  | "sheet-missing"
  | "sheet-name-taken"
  | "nothing-to-undo"
  | "run-log-missing"
  | "unsupported"
  | "not-allowed"
  | "not-in-front"
  | "chart-sheet"
  | "filtered"
  | "table-filled"
  | "overlap"
  | "formula-too-long"
  | "memory"
  | "old-format"
  | "sheet-hidden"
  | "excel-refused"
  | "cancelled"
  | "unexpected";
