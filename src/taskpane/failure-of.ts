import { WorkbookFailure } from "../excel/failure";
import { cellLabel } from "../expr/cell";
import type { FailureText, Texts } from "../strings/index";
import type { Attempt, Failure } from "./pane-state";

/** Anything thrown, as a failure the pane can show; what is not a WorkbookFailure is `unexpected`. */
export function failureOf(error: unknown, attempt: Attempt): Failure {
  if (error instanceof WorkbookFailure) {
    const { code, cell, detail, restored } = error;
    return { code, cell, detail, restored, attempt };
  }
  return {
    code: "unexpected",
    cell: null,
    detail: null,
    restored: attempt !== "calculate" && attempt !== "undo",
    attempt,
  };
}

export function failureText(failure: Failure, texts: Texts): FailureText {
  if (failure.code === "insert-failed") return texts.insertFailed;
  return texts.failures[failure.code]({
    cell: failure.cell === null ? "" : cellLabel(failure.cell),
    detail: failure.detail ?? "",
  });
}
