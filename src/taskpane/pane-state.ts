import type { CellAddress } from "../expr/cell";
import type { ReadingOfWorkbook } from "../excel/session";
import { changeOfBoth, mergeChoices, NO_CHOICES, type Choices, type ChoicesChange } from "../model/choices";
import type { FailureCode, Phase, RunResult, UndoResult } from "../model/run";
import type { Recognition } from "../model/workbook";
import type { InsertedAsset } from "../model/assets";

export type Activity =
  | { readonly kind: "none" }
  | { readonly kind: "reading" }
  | { readonly kind: "calculating"; readonly phase: Phase; readonly cancelling: boolean }
  | { readonly kind: "undoing" }
  | { readonly kind: "inserting"; readonly asset: InsertedAsset };

/** What the user set out to do when it failed: decides what 重试 does. */
export type Attempt = "recognise" | "calculate" | "undo" | "go" | { readonly insert: InsertedAsset };

export interface Failure {
  readonly code: FailureCode | "insert-failed";
  readonly cell: CellAddress | null;
  readonly detail: string | null;
  readonly restored: boolean;
  readonly attempt: Attempt;
}

export interface PaneState {
  readonly activity: Activity;
  /** Null until the workbook was read once, and while it holds nothing to score. */
  readonly recognition: Recognition | null;
  readonly result: RunResult | null;
  /** Somebody changed a cell after the result. */
  readonly changed: boolean;
  readonly failure: Failure | null;
  readonly undone: UndoResult | null;
  /** What is decided for this workbook: kept on 评价设置, or pending. */
  readonly choices: Choices;
  /** What the user decided and no run has kept in the workbook yet. */
  readonly pending: ChoicesChange;
  /** The template that was inserted last, until it can be scored. */
  readonly inserted: string | null;
}

export type PaneEvent =
  | {
      readonly type: "reading" | "undoing" | "calculating" | "cancelling" | "changed" | "dismissed";
    }
  | { readonly type: "inserting"; readonly asset: InsertedAsset }
  | { readonly type: "recognised"; readonly recognition: ReadingOfWorkbook }
  | { readonly type: "phase"; readonly phase: Phase }
  | { readonly type: "calculated"; readonly result: RunResult }
  | { readonly type: "undone"; readonly undone: UndoResult }
  | { readonly type: "failed"; readonly failure: Failure }
  | { readonly type: "decided"; readonly change: ChoicesChange }
  | { readonly type: "inserted"; readonly sheet: string | null };

export const INITIAL: PaneState = {
  activity: { kind: "reading" },
  recognition: null,
  result: null,
  changed: false,
  failure: null,
  undone: null,
  choices: NO_CHOICES,
  pending: {},
  inserted: null,
};

const IDLE: Activity = { kind: "none" };

export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case "reading":
      return { ...state, activity: { kind: "reading" }, failure: null };
    case "inserting":
      return { ...state, activity: { kind: "inserting", asset: event.asset }, failure: null };
    case "undoing":
      return { ...state, activity: { kind: "undoing" }, failure: null, undone: null };
    case "calculating":
      return {
        ...state,
        activity: { kind: "calculating", phase: "read", cancelling: false },
        failure: null,
        undone: null,
      };
    case "phase":
      return state.activity.kind === "calculating"
        ? { ...state, activity: { ...state.activity, phase: event.phase } }
        : state;
    case "cancelling":
      return state.activity.kind === "calculating"
        ? { ...state, activity: { ...state.activity, cancelling: true } }
        : state;
    case "recognised":
      return {
        ...state,
        activity: IDLE,
        recognition: event.recognition,
        choices: event.recognition.choices,
        inserted: event.recognition.evaluations.length > 0 ? null : state.inserted,
      };
    case "calculated":
      return {
        ...state,
        activity: IDLE,
        recognition: event.result.recognition,
        result: event.result,
        choices: event.result.choices,
        changed: false,
        pending: {},
      };
    case "undone":
      return { ...state, activity: IDLE, result: null, changed: false, undone: event.undone };
    case "failed":
      return {
        ...state,
        activity: IDLE,
        failure: event.failure,
        recognition: withoutTables(event.failure) ? null : state.recognition,
      };
    case "changed":
      return state.result === null ? state : { ...state, changed: true };
    case "dismissed":
      return { ...state, failure: null, undone: null };
    case "decided":
      return {
        ...state,
        choices: mergeChoices(state.choices, event.change),
        pending: changeOfBoth(state.pending, event.change),
      };
    case "inserted":
      return { ...state, inserted: event.sheet };
  }
}

/** The workbook holds nothing to score: the pane explains what a sheet needs instead of reporting a failure. */
export function withoutTables(failure: Failure | null): boolean {
  return failure?.code === "empty" || failure?.code === "no-indicators";
}
