import { startUniverInPage } from "./browser-univer";
import { ExcelHost, type HostMoods } from "./excel-host";
import { watchGrid, watchUnsaved } from "./grid-edits";
import { peekCell, type PeekedCell } from "./peek";
import type { External, HostLocale } from "./wire/external";
import type { FaultPlan } from "./wire/faults";
import type { RequestLog } from "./wire/request-log";

export { WorkbookFileError, type WorkbookFileErrorCode } from "./xlsx/file-error";
export type { External, HostLocale } from "./wire/external";
export type { Fault, FaultKind } from "./wire/faults";
export type { HostMoods } from "./excel-host";
export type { PeekedCell } from "./peek";

export interface BrowserHostOptions {
  /** The element into which the grid is drawn. */
  container: HTMLElement;
  locale?: HostLocale;
}

export interface BrowserHost {
  /** To be put on `window.external` of the pane's frame before office.js loads there, at every load of the frame. */
  readonly external: External;
  /** Replaces the open workbook. @throws WorkbookFileError */
  open(bytes: Uint8Array, fileName: string): Promise<void>;
  /** A new workbook with one empty sheet per name. */
  create(sheetNames: string[]): Promise<void>;
  /** The workbook as .xlsx: the original file with the differences applied. */
  save(): Promise<Uint8Array>;
  /** Whether something of the workbook has changed since it was opened or saved. */
  unsaved(): boolean;
  peek(sheet: string, address: string): PeekedCell;
  sheetNames(): string[];
  readonly requests: RequestLog;
  readonly faults: FaultPlan;
  readonly moods: HostMoods;
  /** Called after every change of cells, sheets or selection, by the user or the add-in. */
  onChange(listener: () => void): () => void;
}

/** The host behind a grid in the page. What the user does in the grid reaches the add-in as change events. */
export async function createBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const grid = startUniverInPage(options.container);
  const host = new ExcelHost(grid.runtime, options.locale ?? "zh-CN");
  await host.create(["Sheet1"]);
  grid.ready();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  watchGrid(host, tell);
  const state = watchUnsaved(host, tell);
  return {
    external: host.external,
    open: (bytes, fileName) => host.open(bytes, fileName).then(state.saved),
    create: (sheetNames) => host.create(sheetNames).then(state.saved),
    save: async () => {
      const bytes = await host.save();
      state.saved();
      return bytes;
    },
    unsaved: state.unsaved,
    peek: (sheet, address) => peekCell(host.model, sheet, address),
    sheetNames: () => host.model.sheets.map((sheet) => sheet.name),
    requests: host.external.requests,
    faults: host.external.faults,
    moods: host.moods,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
