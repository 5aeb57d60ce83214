import { ICommandService, IUniverInstanceService, UniverInstanceType, type Univer } from "@univerjs/core";
import { IActiveDirtyManagerService } from "@univerjs/engine-formula";
import { TriggerCalculationController } from "@univerjs/sheets-formula";
import { ExcelHost, type HostMoods } from "./excel-host";
import { watchGrid } from "./grid-edits";
import type { SpreadsheetRuntime } from "./model/runtime";
import type { External, HostLocale } from "./wire/external";
import type { FaultPlan } from "./wire/faults";
import type { RequestLog } from "./wire/request-log";
import { useExcelize } from "./xlsx/excelize";

export { WorkbookFileError, type WorkbookFileErrorCode } from "./xlsx/file-error";
export type { External, HostLocale } from "./wire/external";
export type { Fault, FaultKind } from "./wire/faults";
export type { HostMoods } from "./excel-host";

export interface BrowserHostOptions {
  /** The instance that draws the grid, made with the sheets preset. The host makes its workbooks. */
  univer: Univer;
  /** Address of excelize.wasm.gz, served by the page's own origin. */
  excelizeUrl: string;
  locale?: HostLocale;
}

export interface BrowserHost {
  /** To be put on `window.external` of the pane's frame before office.js loads there. A fresh one for each load of the frame. */
  external(): External;
  /** Replaces the open workbook. @throws WorkbookFileError */
  open(bytes: Uint8Array, fileName: string): Promise<void>;
  /** A new workbook with one empty sheet per name. */
  create(sheetNames: string[]): Promise<void>;
  /** The workbook as .xlsx: the original file with the differences applied. */
  save(): Promise<Uint8Array>;
  fileName(): string;
  requests: RequestLog;
  faults: FaultPlan;
  moods: HostMoods;
  /** Called after every change of cells, sheets or selection, by the user or the add-in. */
  onChange(listener: () => void): () => void;
}

/** Puts the host behind a Univer grid. The user's edits in the grid reach the add-in as change events. */
export async function createBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { univer, excelizeUrl } = options;
  useExcelize(async () => {
    const { init } = await import("excelize-wasm");
    return init(excelizeUrl);
  });
  const { runtime, ready } = runtimeOf(univer);
  const host = new ExcelHost(runtime, options.locale ?? "zh-CN");
  // Univer starts its sheet plugins with the first workbook.
  await host.create(["Sheet1"]);
  ready();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  watchGrid(host, tell);
  return {
    external: () => host.freshExternal(),
    async open(bytes, fileName) {
      await host.open(bytes, fileName);
      tell();
    },
    async create(sheetNames) {
      await host.create(sheetNames);
      tell();
    },
    save: () => host.save(),
    fileName: () => host.model.fileName,
    requests: host.external.requests,
    faults: host.external.faults,
    moods: host.moods,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function runtimeOf(univer: Univer): { runtime: SpreadsheetRuntime; ready(): void } {
  const injector = univer.__getInjector();
  const instances = injector.get(IUniverInstanceService);
  let isReady = false;
  return {
    runtime: {
      commands: injector.get(ICommandService),
      instances,
      dirty: { get: (id) => (isReady ? injector.get(IActiveDirtyManagerService).get(id) : undefined) },
      createWorkbook: (data) => {
        univer.createUnit(UniverInstanceType.UNIVER_SHEET, data);
      },
      disposeWorkbook: (unitId) => {
        instances.disposeUnit(unitId);
      },
    },
    ready() {
      isReady = true;
      // The host runs every calculation itself: see Calculation.
      injector.get(TriggerCalculationController).dispose();
    },
  };
}
