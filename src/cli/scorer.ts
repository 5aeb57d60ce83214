import type { Fingerprint } from "./fingerprint";
import type { WorkbookReport } from "./json-report";
import type { ScoreOptions } from "./options";
import type { WorkbookJob } from "./job";

/** What is the same for every workbook of a run. */
export interface ScoringTask {
  readonly options: Pick<ScoreOptions, "values" | "adopt">;
  /** The text of `--text`. */
  readonly reportText: string | null;
  /** Absolute path of the template that reports are filled into; null for an outline. */
  readonly template: string | null;
  readonly outline: string | null;
}

export interface ScoredJob {
  readonly report: WorkbookReport;
  /** The bytes that were scored; null where none could be read, or the scorer was lost. */
  readonly input: Fingerprint | null;
  /** The bytes that were written; null where nothing was. */
  readonly output: Fingerprint | null;
  /** The bytes of the Word report; null where none was written. */
  readonly document: Fingerprint | null;
}

/** Scores workbooks one after the other. */
export interface Scorer {
  /** What goes wrong with the workbook is told in the report. */
  score(job: WorkbookJob): Promise<ScoredJob>;
  /** Lost, or grown too large: a fresh one should take over. */
  readonly spent: boolean;
  stop(): void;
}
