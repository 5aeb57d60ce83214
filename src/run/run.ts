import type { CheckSubject } from "../checks/check";
import type { CellAddress } from "../expr/cell";
import type { ChoicesChange } from "../model/choices";
import type { ScoredEvaluation } from "../model/evaluation";
import type { Finding } from "../model/finding";
import type { SheetGrid } from "../model/grid";
import { recogniseWorkbook } from "../forms/recognise-workbook";
import { DEFAULT_SETTINGS, type Settings } from "../model/settings";
import { planRun, type WritePlan } from "../report/plan";
import { scoreWorkbook } from "../scoring/score";
import { gatherFindings, withoutIgnored } from "./gather-findings";
import { recogniseRead, type Recognised } from "./recognise-read";

export type RunStep = "recognise" | "score" | "check" | "plan";

export interface RunOptions {
  /** Overrides of the workbook's own settings for this run only. */
  readonly settings?: Partial<Settings> | undefined;
  /** What the user decides now: kept on the sheet 评价设置. */
  readonly choices?: ChoicesChange | undefined;
  /** Score cells whose typed value gives way to the computed one, beside `settings.adopt`. */
  readonly adoptCells?: readonly CellAddress[] | undefined;
  /** What is found in the report's text, where there is one. */
  readonly ofText?: ((subject: CheckSubject) => readonly Finding[]) | undefined;
  readonly now: Date;
  /** What the run log calls the program. */
  readonly program: string;
  /** Told before each step; may throw to stop. */
  readonly enter?: ((step: RunStep) => void) | undefined;
}

/** Everything that a run works out; nothing is written yet. */
export interface Run extends Recognised {
  readonly settings: Settings;
  readonly evaluations: readonly ScoredEvaluation[];
  readonly findings: readonly Finding[];
  /** Findings that the user lets stand. */
  readonly ignored: readonly Finding[];
  readonly plan: WritePlan;
}

/** 计算得分 between reading and writing: from sheets as read to what would be written. */
export function runWorkbook(sheets: readonly SheetGrid[], options: RunOptions): Run {
  options.enter?.("recognise");
  return runRecognised(recogniseRead(sheets, options.choices ?? {}, recogniseWorkbook), options);
}

/** The same, from what was recognised: scores, checks, plan. */
export function runRecognised(recognised: Recognised, options: RunOptions): Run {
  const { raw, cleaned, choices, recognition } = recognised;
  const settings: Settings = { ...DEFAULT_SETTINGS, ...choices.settings, ...options.settings };

  options.enter?.("score");
  const evaluations = scoreWorkbook(recognition, settings, options.adoptCells);

  options.enter?.("check");
  const subject = { recognition, evaluations, settings };
  const { findings, ignored } = withoutIgnored(
    gatherFindings(subject, options.ofText?.(subject) ?? []),
    choices,
  );
  options.enter?.("plan");
  const plan = planRun({
    raw,
    cleaned,
    recognition,
    evaluations,
    findings,
    ignored,
    settings,
    choices,
    keepsChoices: options.choices !== undefined,
    now: options.now,
    program: options.program,
  });
  return { ...recognised, settings, evaluations, findings, ignored, plan };
}
