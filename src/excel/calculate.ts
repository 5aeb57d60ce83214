import type { SheetGrid } from "../model/grid";
import type { RunResult, Written } from "../model/run";
import { PROGRAM } from "../model/version";
import type { Recognition } from "../model/workbook";
import type { WritePlan } from "../report/plan";
import { recogniseWorkbook } from "../forms/recognise-workbook";
import { recogniseRead } from "../run/recognise-read";
import { runRecognised, type RunOptions } from "../run/run";
import { WorkbookFailure } from "./failure";
import { Phases } from "./phases";
import { readOpenWorkbook } from "./read/read-open-workbook";
import type { ReadWorkbook } from "./read/read-workbook";
import { refuseProtected, refuseTakenNames } from "./write/refusals";
import type { CalculateOptions } from "./session";
import { verifyFormulas, verifyRead } from "./write/verify";
import { writePlan } from "./write/write-plan";

const ATTEMPTS = 2;

/**
 * One click on 计算得分: read, recognise, score, check, write, verify. Where a co-author changed something between reading
 * and writing, what was written is taken back and all is done once more, with what stands there now.
 */
export async function calculate(
  context: Excel.RequestContext,
  options: CalculateOptions,
  clock: () => Date,
): Promise<RunResult> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await calculateOnce(context, options, clock);
    } catch (error) {
      const changed =
        error instanceof WorkbookFailure && error.code === "changed-meanwhile" && error.restored;
      if (!changed || attempt === ATTEMPTS) throw error;
    }
  }
}

async function calculateOnce(
  context: Excel.RequestContext,
  options: CalculateOptions,
  clock: () => Date,
): Promise<RunResult> {
  const phases = new Phases(options);
  phases.enter("read");
  const workbook = await readOpenWorkbook(context);

  phases.enter("recognise");
  const recognised = recogniseRead(workbook.sheets, options.choices ?? {}, recogniseWorkbook);
  refuseTakenNames(workbook);
  refuseEmpty(workbook, recognised.recognition);

  const { plan, recognition, evaluations, findings, ignored, settings, choices } = runRecognised(recognised, {
    settings: options.settings,
    choices: options.choices,
    adoptCells: options.adoptCells,
    ofText: await proofreader(options.reportText),
    now: clock(),
    program: PROGRAM,
    enter: (step) => {
      if (step !== "plan") phases.enter(step);
    },
  });
  const scored = {
    recognition,
    evaluations,
    findings,
    ignored,
    keptScores: plan.keptScores,
    settings,
    choices,
  };

  if (options.writes === false)
    return {
      ...scored,
      written: null,
      timings: phases.finish(),
      manualCalculation: workbook.manualCalculation,
    };

  phases.enter("write");
  refuseProtected(plan, workbook, scored);
  const plain = await writePlan(context, plan, workbook, inputsOf(workbook, recognition));

  phases.enter("verify");
  const written = { ...(await verify(context, plan, workbook)), plain };
  return { ...scored, written, timings: phases.finish(), manualCalculation: workbook.manualCalculation };
}

/** Looks through the report's text; loaded only where there is one. */
async function proofreader(text: string | undefined): Promise<RunOptions["ofText"]> {
  if (text === undefined) return undefined;
  const { proofread } = await import(/* webpackChunkName: "proofread" */ "../proofread/proofread");
  return (subject) => proofread(text, subject).findings;
}

/** The sheets that the result was computed from, as they were read. */
function inputsOf({ sheets }: ReadWorkbook, recognition: Recognition): SheetGrid[] {
  const roles = new Map(recognition.sheets.map(({ name, role }) => [name, role]));
  return sheets.filter(({ name }) => {
    const role = roles.get(name) ?? "ignored";
    return role !== "ignored" && role !== "output" && role !== "settings";
  });
}

function refuseEmpty(workbook: ReadWorkbook, recognition: Recognition): void {
  if (workbook.sheets.every((sheet) => sheet.rows.length === 0)) throw new WorkbookFailure("empty");
  if (recognition.evaluations.length === 0) {
    const doubt = recognition.doubts[0];
    throw new WorkbookFailure("no-indicators", doubt?.cell ?? null, doubt?.message ?? null);
  }
}

async function verify(
  context: Excel.RequestContext,
  plan: WritePlan,
  workbook: ReadWorkbook,
): Promise<Omit<Written, "plain">> {
  const { verified, mismatches } = plan.unchanged
    ? verifyRead(workbook.sheets, plan.formulas)
    : await verifyFormulas(context, plan.formulas);
  return {
    formulas: plan.formulas.length,
    verified,
    mismatches,
    sheets: plan.sheets.map((write) => write.sheet.draft.name),
    changedCells: plan.userWrites.length,
    unchanged: plan.unchanged,
  };
}
