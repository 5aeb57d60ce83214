import { cellName } from "../expr/cell";
import { sheetsAsChosen, withChoices } from "../forms/apply-choices";
import { readChoices } from "../forms/choices";
import { recogniseWorkbook } from "../forms/recognise";
import { mergeChoices, type Choices } from "../model/choices";
import type { Phase, PhaseTiming, RunResult, UndoResult, Written } from "../model/run";
import { DEFAULT_SETTINGS, type Settings } from "../model/settings";
import { OUTPUT_SHEETS } from "../model/sheetNames";
import type { Recognition } from "../model/workbook";
import { gatherFindings, withoutIgnored } from "../report/gatherFindings";
import { withoutOwnCells, type OwnCells } from "../report/ownCells";
import { planRun, type WritePlan } from "../report/plan";
import { scoreWorkbook } from "../scoring/score";
import { WorkbookFailure } from "./failure";
import { asFailure } from "./officeErrors";
import { refuseProtected, refuseTakenNames } from "./refusals";
import { readWorkbook, type ReadWorkbook } from "./read";
import type { CalculateOptions, WorkbookSession } from "./session";
import { undoRuns } from "./undo";
import { verifyFormulas, verifyRead } from "./verify";
import { watchWorkbook } from "./watch";
import { writePlan } from "./write";

const OUTPUT_NAMES: readonly string[] = Object.values(OUTPUT_SHEETS);
export const PROGRAM = "绩衡 0.1.0";

/** The session over Office.js: the same in Excel, in the workbench and on the command line. */
export function createExcelSession(clock: () => Date = () => new Date()): WorkbookSession {
  return {
    recognise: () =>
      run(async (context) => recogniseRead(await readWorkbook(context, OUTPUT_NAMES)).recognition),
    calculate: (options = {}) => run((context) => calculate(context, options, clock)),
    undo: () => run((context) => undo(context, clock())),
    select: (cell) =>
      run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(cell.sheet);
        sheet.activate();
        sheet.getRange(cellName(cell)).select();
        await context.sync();
      }),
    activate: (sheet) =>
      run(async (context) => {
        context.workbook.worksheets.getItem(sheet).activate();
        await context.sync();
      }),
    watch: watchWorkbook,
    insertSheets: (base64) =>
      run(async (context) => {
        context.workbook.insertWorksheetsFromBase64(base64);
        await context.sync();
      }),
  };
}

/** Nothing of the workbook has changed when a reading request fails; writing has its own care. */
async function run<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run(work);
  } catch (error) {
    throw asFailure(error, error instanceof WorkbookFailure ? error.restored : true);
  }
}

interface Recognised {
  readonly cleaned: OwnCells;
  readonly choices: Choices;
  readonly recognition: Recognition;
}

/** Recognition with the user's corrections: those kept in the workbook, and those made just now. */
function recogniseRead(workbook: ReadWorkbook, added: Partial<Choices> = {}): Recognised {
  const cleaned = withoutOwnCells(workbook.sheets);
  const read = readChoices(cleaned.sheets);
  const choices = mergeChoices(read.choices, added);
  const recognition = withChoices(recogniseWorkbook(sheetsAsChosen(cleaned.sheets, choices)), choices);
  return {
    cleaned,
    choices,
    recognition: { ...recognition, doubts: [...read.doubts, ...recognition.doubts] },
  };
}

async function calculate(
  context: Excel.RequestContext,
  options: CalculateOptions,
  clock: () => Date,
): Promise<RunResult> {
  const phases = new Phases(options);
  phases.enter("read");
  const workbook = await readWorkbook(context, OUTPUT_NAMES);

  phases.enter("recognise");
  const { cleaned, choices, recognition } = recogniseRead(workbook, options.choices);
  refuseTakenNames(workbook);
  refuseEmpty(workbook, recognition);
  const settings: Settings = { ...DEFAULT_SETTINGS, ...choices.settings, ...options.settings };

  phases.enter("score");
  const evaluations = scoreWorkbook(recognition, settings, options.adoptCells);

  phases.enter("check");
  const { findings, ignored } = withoutIgnored(
    gatherFindings({ recognition, evaluations, settings }),
    choices,
  );
  const plan = planRun({
    raw: workbook.sheets,
    cleaned,
    recognition,
    evaluations,
    findings,
    ignored,
    settings,
    choices,
    keepsChoices: options.choices !== undefined,
    now: clock(),
    program: PROGRAM,
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
  if (!plan.unchanged) await writePlan(context, plan, workbook);

  phases.enter("verify");
  const written = await verify(context, plan, workbook);
  return { ...scored, written, timings: phases.finish(), manualCalculation: workbook.manualCalculation };
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
): Promise<Written> {
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

async function undo(context: Excel.RequestContext, now: Date): Promise<UndoResult> {
  const workbook = await readWorkbook(context, OUTPUT_NAMES);
  return undoRuns(context, workbook, now);
}

/** Names the phase to the caller, times it, and stops between phases when asked to; a begun write is never stopped. */
class Phases {
  readonly #timings: PhaseTiming[] = [];
  #current: { phase: Phase; since: number } | null = null;

  constructor(private readonly options: Pick<CalculateOptions, "onPhase" | "signal">) {}

  enter(phase: Phase): void {
    this.#close();
    if (this.options.signal?.aborted === true && phase !== "verify") throw new WorkbookFailure("cancelled");
    this.options.onPhase?.(phase);
    this.#current = { phase, since: performance.now() };
  }

  finish(): PhaseTiming[] {
    this.#close();
    return this.#timings;
  }

  #close(): void {
    if (this.#current === null) return;
    this.#timings.push({ phase: this.#current.phase, milliseconds: performance.now() - this.#current.since });
    this.#current = null;
  }
}
