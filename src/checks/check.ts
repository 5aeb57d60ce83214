import type { CellAddress } from "../expr/cell";
import type { ScoredEvaluation } from "../model/evaluation";
import type { Finding, Severity } from "../model/finding";
import type { Settings } from "../model/settings";
import type { Recognition } from "../model/workbook";

/** What the checks look at: the whole workbook as recognised and as scored. */
export interface CheckSubject {
  readonly recognition: Recognition;
  readonly evaluations: readonly ScoredEvaluation[];
  readonly settings: Settings;
}

/** 勾稽关系: one relation that must hold between numbers of the workbook. */
export interface Check {
  /** The code of its findings, as documented in docs/report.md. */
  readonly code: string;
  /** Chinese: what must hold. */
  readonly describe: string;
  run(subject: CheckSubject): readonly Finding[];
}

/** A finding of the check `code`; `stated` and `computed` as the sheet speaks. */
export function finding(
  code: string,
  severity: Severity,
  cell: CellAddress | null,
  message: string,
  stated: string | null = null,
  computed: string | null = null,
): Finding {
  return { code, severity, cell, message, stated, computed };
}

/** A check that looks at each evaluation by itself. */
export function forEachEvaluation(
  run: (evaluation: ScoredEvaluation, subject: CheckSubject) => readonly Finding[],
): Check["run"] {
  return (subject) => subject.evaluations.flatMap((evaluation) => run(evaluation, subject));
}
