import type { Moods } from "./model/moods";
import { EmbeddedApplication } from "./embedded-application";
import { Calculation, type CalculationMode } from "./model/calculation";
import type { SpreadsheetRuntime } from "./model/runtime";
import type { WorkbookSnapshot } from "./model/snapshot";
import { WorkbookModel } from "./model/workbook-model";
import { newWorkbook } from "./new-workbook";
import { External, type HostLocale } from "./wire/external";
import { RichApiHost } from "./wire/rich-api-host";
import type { OpenLimits } from "./xlsx/limits";
import { openWorkbook, type Baseline } from "./xlsx/open";
import { saveWorkbook } from "./xlsx/save";

export interface HostMoods extends Moods {
  calculation: CalculationMode;
}

/** Wire host, Excel objects, workbook and file: what Node and the workbench have in common. */
export class ExcelHost {
  readonly calculation: Calculation;
  readonly application: EmbeddedApplication;
  readonly external: External;
  readonly moods: HostMoods;
  readonly #richApi: RichApiHost;
  #original: Uint8Array | null = null;
  #baseline: Baseline | null = null;

  constructor(
    readonly runtime: SpreadsheetRuntime,
    readonly locale: HostLocale,
  ) {
    this.calculation = new Calculation(runtime);
    this.application = new EmbeddedApplication(this.calculation, (type, target, args) => {
      this.external.fire(type, target, args);
    });
    this.#richApi = new RichApiHost(this.application);
    this.external = new External({ host: this.#richApi, locale, settings: this.#settings() });
    this.moods = moodsOf(this.application, this.calculation);
  }

  /** Runs a task between the requests of the add-in. */
  whenIdle<T>(task: () => Promise<T>): Promise<T> {
    return this.#richApi.whenIdle(task);
  }

  get model(): WorkbookModel {
    return this.application.model;
  }

  #settings(): { read(): [string, string][]; write(entries: [string, string][]): void } {
    return {
      read: () => [...this.model.settings],
      write: (entries) => {
        this.model.settings.clear();
        for (const [key, json] of entries) this.model.settings.set(key, json);
        this.model.changed.add("settings");
      },
    };
  }

  /** @throws WorkbookFileError */
  open(bytes: Uint8Array, fileName: string, limits?: Partial<OpenLimits>): Promise<void> {
    return this.whenIdle(async () => {
      const { snapshot, baseline } = openWorkbook(bytes, fileName, limits);
      await this.#use(snapshot);
      this.#original = bytes;
      this.#baseline = baseline;
    });
  }

  create(sheetNames: string[]): Promise<void> {
    return this.whenIdle(async () => {
      await this.#use(newWorkbook(sheetNames));
      this.#original = null;
      this.#baseline = null;
    });
  }

  async #use(snapshot: WorkbookSnapshot): Promise<void> {
    await this.calculation.settle();
    const before = this.application.hasWorkbook ? this.model.unitId : null;
    this.#richApi.references.clear();
    const model = new WorkbookModel(this.runtime, this.calculation, snapshot);
    model.locale = this.locale;
    this.application.use(model);
    if (before !== null) this.runtime.disposeWorkbook(before);
    this.calculation.mode = snapshot.manualCalculation ? "manual" : "automatic";
    if (snapshot.recalculates) await this.calculation.calculate(true);
    else await model.settle();
  }

  /** The workbook as .xlsx: the original bytes where nothing was changed. */
  save(): Promise<Uint8Array> {
    return this.whenIdle(async () => {
      await this.model.settle();
      return saveWorkbook(this.model, this.#original, this.#baseline);
    });
  }
}

/** Those of the application, and how it calculates. */
function moodsOf(application: EmbeddedApplication, calculation: Calculation): HostMoods {
  return Object.defineProperty(application.moods as HostMoods, "calculation", {
    get: () => calculation.mode,
    set: (mode: CalculationMode) => {
      calculation.mode = mode;
    },
    enumerable: true,
    configurable: true,
  });
}
