import type { ICommandInfo, IExecutionOptions, IRange } from "@univerjs/core";
import { hostError } from "../wire/host-error";
import { command, workbookOf, type SpreadsheetRuntime } from "./runtime";

export type CalculationMode = "automatic" | "manual";

interface DirtyRange {
  unitId: string;
  sheetId: string;
  range: IRange;
}

interface DirtyData {
  dirtyRanges?: DirtyRange[];
  forceCalculation?: boolean;
  [map: string]: unknown;
}

interface CalculationNotice {
  functionsExecutedState?: number;
}

interface ResultParams {
  unitId?: string;
  subUnitId?: string;
  cellValue?: Record<string, Record<string, { s?: unknown } | null>>;
}

/** A calculation that runs. */
interface Watch {
  progress(): void;
  end(): void;
}

/** Univer's own marks of changes that move no value. */
const styleTriggers = new Set([
  "sheet.command.set-style",
  "sheet.command.set-border",
  "sheet.command.clear-selection-format",
]);
/** Milliseconds without a sign of progress: a calculation that never ends must not hang the add-in. */
const patience = 120_000;

/**
 * Recalculates after changes. Univer's own trigger waits 100 ms, stops a running calculation when the next change
 * comes and tells the end of any calculation, not of ours; so it is switched off, and every calculation runs here,
 * one after the other.
 */
export class Calculation {
  mode: CalculationMode = "automatic";
  #dirty: DirtyData[] = [];
  #waitingFormulas = 0;
  #running: Promise<void> = Promise.resolve();
  #watch: Watch | null = null;
  readonly #subscriptions: readonly { dispose(): void }[];

  constructor(readonly runtime: SpreadsheetRuntime) {
    this.#subscriptions = [
      runtime.commands.beforeCommandExecuted((info, options) => {
        if (info.id === command.setRangeValues && options?.onlyLocal === true) this.#keepFormats(info.params);
      }),
      runtime.commands.onCommandExecuted((info, options) => {
        this.#observe(info, options);
      }),
    ];
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose();
  }

  get isDirty(): boolean {
    return this.#dirty.length > 0;
  }

  /** So many formulas were written since the last calculation that it is put off until somebody reads. */
  get isLarge(): boolean {
    return this.#waitingFormulas > manyFormulas;
  }

  /** Forgets what is waiting: the workbook was replaced. */
  forget(): void {
    this.#dirty = [];
  }

  /** Marks formulas to be calculated, such as those that came without a value. */
  markRanges(ranges: DirtyRange[]): void {
    if (ranges.length > 0) this.#dirty.push({ dirtyRanges: ranges });
  }

  /** Calculates what is dirty; in manual mode nothing. @throws GeneralException if it does not come to an end */
  async settle(): Promise<void> {
    if (this.mode === "manual") return this.#running;
    return this.calculate(false);
  }

  /** Calculates what is dirty, or everything. @throws GeneralException if it does not come to an end */
  calculate(everything: boolean): Promise<void> {
    const run = this.#running.then(() => this.#run(everything));
    this.#running = run.catch(() => undefined);
    return run;
  }

  /** Starts a calculation that nobody waits for. Should it fail, the next who reads is told. */
  start(everything: boolean): void {
    this.calculate(everything).catch(() => undefined);
  }

  /**
   * The engine gives a result the format of what it came from. Excel does so when a formula is entered, not each time,
   * and not where a format was set since.
   */
  #keepFormats(params: unknown): void {
    const { unitId = "", subUnitId = "", cellValue = {} } = params as ResultParams;
    const workbook = workbookOf(this.runtime, unitId);
    const cells = workbook.getSheetBySheetId(subUnitId)?.getCellMatrix();
    for (const [row, line] of Object.entries(cellValue))
      for (const [column, cell] of Object.entries(line)) {
        if (cell?.s === undefined) continue;
        const present = cells?.getValue(Number(row), Number(column));
        const isHeld = workbook.getStyles().getStyleByCell(present)?.n?.pattern === "General";
        if (present?.v != null || isHeld) delete cell.s;
      }
  }

  #observe(info: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): void {
    if (info.id === command.calculationNotice) {
      const notice = info.params as CalculationNotice | undefined;
      if (notice?.functionsExecutedState === undefined) this.#watch?.progress();
      else this.#watch?.end();
      return;
    }
    const conversion = this.runtime.dirty.get(info.id);
    if (!conversion) return;
    if (info.id === command.setRangeValues) {
      const trigger = (info.params as { trigger?: string } | undefined)?.trigger;
      // Results of a calculation are written back as local changes.
      if (options?.onlyLocal === true || (trigger !== undefined && styleTriggers.has(trigger))) return;
    }
    if (info.id === command.setRangeValues) this.#waitingFormulas += formulasIn(info.params);
    this.#dirty.push(conversion.getDirtyData(info));
  }

  async #run(everything: boolean): Promise<void> {
    if (this.#dirty.length === 0 && !everything) return;
    const data = merged(this.#dirty);
    data.forceCalculation ||= everything;
    this.#dirty = [];
    this.#waitingFormulas = 0;
    const ended = this.#ended();
    await this.runtime.commands.executeCommand(command.calculationStart, data, { onlyLocal: true });
    if (await ended) return;
    // Nobody is to read what was not calculated: it stays to be calculated.
    this.#dirty.unshift(data);
    await this.runtime.commands.executeCommand(command.calculationStop, {}, { onlyLocal: true });
    throw hostError("GeneralException", "The formulas of the workbook could not be calculated in time.");
  }

  /** Whether the calculation that is started next came to its end, or was given up. */
  #ended(): Promise<boolean> {
    return new Promise((resolve) => {
      const finish = (ended: boolean): void => {
        clearTimeout(timer);
        this.#watch = null;
        resolve(ended);
      };
      const giveUp = (): void => {
        finish(false);
      };
      let timer = setTimeout(giveUp, patience);
      this.#watch = {
        progress: () => {
          clearTimeout(timer);
          timer = setTimeout(giveUp, patience);
        },
        end: () => {
          finish(true);
        },
      };
    });
  }
}

/** A large result is written in several requests: calculating after each would take as many times as long. */
const manyFormulas = 3000;

function formulasIn(params: unknown): number {
  const { cellValue = {} } = params as { cellValue?: Record<string, Record<string, { f?: unknown } | null>> };
  let count = 0;
  for (const line of Object.values(cellValue))
    for (const cell of Object.values(line)) if (typeof cell?.f === "string") count += 1;
  return count;
}

const maps = [
  "dirtyNameMap",
  "dirtyDefinedNameMap",
  "dirtySuperTableMap",
  "dirtyUnitFeatureMap",
  "dirtyUnitOtherFormulaMap",
  "clearDependencyTreeCache",
];

function merged(all: DirtyData[]): DirtyData {
  const out: DirtyData = { dirtyRanges: [], forceCalculation: false };
  for (const name of maps) out[name] = {};
  for (const one of all) {
    out.dirtyRanges?.push(...(one.dirtyRanges ?? []));
    out.forceCalculation ||= one.forceCalculation === true;
    for (const name of maps)
      mergeDeep(out[name] as Record<string, unknown>, (one[name] ?? {}) as Record<string, unknown>);
  }
  return out;
}

function mergeDeep(into: Record<string, unknown>, from: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(from)) {
    const old = into[key];
    if (isRecord(old) && isRecord(value)) mergeDeep(old, value);
    else into[key] = isRecord(value) ? { ...value } : value;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
