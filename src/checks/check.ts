import type { ScoredEvaluation } from "../model/evaluation";
import type { Finding, FindingCode } from "../model/finding";
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
  /** The code of its findings. */
  readonly code: FindingCode;
  /** Chinese: what must hold. */
  readonly describe: string;
  run(subject: CheckSubject): readonly Finding[];
}

/** A check that looks at each evaluation by itself. */
export function forEachEvaluation(
  run: (evaluation: ScoredEvaluation, subject: CheckSubject) => readonly Finding[],
): Check["run"] {
  return (subject) => subject.evaluations.flatMap((evaluation) => run(evaluation, subject));
}
