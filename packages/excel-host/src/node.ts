import { Direction, RANGE_TYPE } from "@univerjs/core";
import { ExcelHost, type HostMoods } from "./excel-host";
import { loadOffice } from "./node-office";
import { startUniverInNode, type NodeSpreadsheet } from "./node-univer";
import { cellAt, peekCell, type PeekedCell } from "./peek";
import type { FaultPlan } from "./wire/faults";
import type { RequestLog } from "./wire/request-log";

export { WorkbookFileError, type WorkbookFileErrorCode } from "./xlsx/file-error";
export type { Fault, FaultKind, FaultPlan } from "./wire/faults";
export type { LoggedRequest, RequestLog } from "./wire/request-log";
export type { HostMoods } from "./excel-host";
export type { PeekedCell } from "./peek";

export type CellInput = string | number | boolean | null;

export interface EmbeddedExcel {
  /** Replaces the open workbook. @throws WorkbookFileError */
  open(bytes: Uint8Array, fileName: string): Promise<void>;
  /** A new workbook with one empty sheet per name. */
  create(sheetNames: string[]): Promise<void>;
  /** The workbook as .xlsx: the original file with the differences applied. */
  save(): Promise<Uint8Array>;
  /** What a user does in the grid: types a value or formula into a cell (fires change events, recalculates). */
  type(sheet: string, address: string, value: CellInput): Promise<void>;
  /** What a user does in the grid: deletes a sheet. */
  deleteSheet(sheet: string): Promise<void>;
  /** What a user does in the grid: inserts a row above the given one, counted from 1; formulas follow. */
  insertRow(sheet: string, above: number): Promise<void>;
  /** Reads a cell as the user sees it, for tests. */
  peek(sheet: string, address: string): PeekedCell;
  sheetNames(): string[];
  requests: RequestLog;
  faults: FaultPlan;
  moods: HostMoods;
  /** Stops Univer and frees memory. office.js stays loaded; another start works. */
  dispose(): Promise<void>;
}

let running: Promise<EmbeddedExcel> | null = null;

/**
 * Starts office.js on the embedded host, once per process; afterwards globalThis.Excel and Office are Microsoft's own.
 * Further calls give the same host.
 */
export function startEmbeddedExcel(options: { locale?: "zh-CN" | "en-US" } = {}): Promise<EmbeddedExcel> {
  running ??= start(options.locale ?? "zh-CN");
  return running;
}

/** office.js is loaded once per process; its window.external asks for the host of the moment. */
let office: Promise<void> | null = null;
let current: ExcelHost | null = null;

async function start(locale: "zh-CN" | "en-US"): Promise<EmbeddedExcel> {
  const univer = startUniverInNode();
  const host = new ExcelHost(univer, locale);
  await host.create(["Sheet1"]);
  current?.external.handOver(host.external);
  current = host;
  office ??= loadOffice(host.external);
  await office;
  host.external.requests.reset();
  return embedded(host, univer);
}

function embedded(host: ExcelHost, univer: NodeSpreadsheet): EmbeddedExcel {
  return {
    open: (bytes, fileName) => host.open(bytes, fileName),
    create: (sheetNames) => host.create(sheetNames),
    save: () => host.save(),
    type: (sheetName, address, value) =>
      host.whenIdle(async () => {
        const { sheet, row, column } = cellAt(host.model, sheetName, address);
        sheet.enter({ row, column, rows: 1, columns: 1 }, () => value ?? "", true);
        await host.model.finish();
      }),
    deleteSheet: (sheetName) =>
      host.whenIdle(async () => {
        const sheet = host.model.find(sheetName);
        if (sheet) host.model.delete(sheet);
        await host.model.finish();
      }),
    insertRow: (sheetName, above) =>
      host.whenIdle(async () => {
        const sheet = host.model.find(sheetName);
        const range = { startRow: above - 1, endRow: above - 1, startColumn: 0, endColumn: 0 };
        await host.runtime.commands.executeCommand("sheet.command.insert-row", {
          unitId: host.model.unitId,
          subUnitId: sheet?.id,
          direction: Direction.UP,
          range: { ...range, rangeType: RANGE_TYPE.ROW },
        });
        await host.application.finish();
      }),
    peek: (sheet, address) => peekCell(host.model, sheet, address),
    sheetNames: () => host.model.sheets.map((sheet) => sheet.name),
    requests: host.external.requests,
    faults: host.external.faults,
    moods: host.moods,
    async dispose() {
      running = null;
      await host.calculation.settle();
      host.calculation.dispose();
      univer.dispose();
    },
  };
}
