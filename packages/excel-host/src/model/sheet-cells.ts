import type { IBorderStyleData, ICellData, IStyleData, Nullable, Workbook, Worksheet } from "@univerjs/core";
import { hostError } from "../wire/host-error";
import { contains, maxColumns, maxRows, type Area } from "./address";
import { displayText, isErrorText, type CellValue } from "./display";
import type { Entry } from "./entry";
import { command, workbookOf, type SpreadsheetRuntime } from "./runtime";
import { joinPatches, noStyle, type StylePatch } from "./styles";

/** Univer's kinds of cell values. */
const kind: Record<"text" | "number" | "boolean" | "forcedText", number> = {
  text: 1,
  number: 2,
  boolean: 3,
  forcedText: 4,
};

/** A change of one cell: the keys that are there change, null takes away. */
interface CellPatch {
  v?: string | number | null;
  t?: number | null;
  f?: string | null;
  si?: string | null;
  p?: null;
  s?: StylePatch | null;
}

type CellPatches = Record<number, Record<number, CellPatch>>;

export type CellData = Nullable<ICellData>;

/** A read of more cells than this would exceed the 5 MB of a reply anyway: an empty one takes three bytes. */
const readLimit = 1_700_000;

const wholeSheet: Area = { row: 0, column: 0, rows: maxRows, columns: maxColumns };

/** The cells of one sheet. Writes are collected and applied as one change, so that a request costs one calculation. */
export class SheetCells {
  #pending = new Map<number, Map<number, CellPatch>>();
  #workbook: Workbook | null = null;

  constructor(
    readonly runtime: SpreadsheetRuntime,
    readonly unitId: string,
    readonly sheetId: string,
    readonly onApply: (apply: () => void) => void,
  ) {}

  /** Looked up once: the engine's own search is slow, and asked for with every cell. */
  get workbook(): Workbook {
    return (this.#workbook ??= workbookOf(this.runtime, this.unitId));
  }

  get worksheet(): Worksheet {
    const sheet = this.workbook.getSheetBySheetId(this.sheetId);
    if (!sheet) throw hostError("ItemNotFound");
    return sheet;
  }

  enter(row: number, column: number, entry: Entry): void {
    const patch = this.#patch(row, column);
    patch.si = null;
    patch.p = null;
    patch.f = null;
    patch.v = null;
    patch.t = null;
    switch (entry.kind) {
      case "formula":
        patch.f = entry.formula;
        // Takes the format of what it refers to, unless one is set later.
        if (this.#isHeldGeneral(row, column)) this.style(row, column, { n: null }, "entered");
        break;
      case "text":
        patch.v = entry.text;
        // Text that looks like a number must not become one.
        patch.t =
          entry.text.trim() !== "" && Number.isFinite(Number(entry.text)) ? kind.forcedText : kind.text;
        break;
      case "number":
        patch.v = entry.number;
        patch.t = kind.number;
        if (entry.format !== undefined) this.style(row, column, { n: { pattern: entry.format } });
        break;
      case "boolean":
        patch.v = entry.boolean ? 1 : 0;
        patch.t = kind.boolean;
    }
  }

  /** A format that is set after a formula was entered stays: General, too, is then held against its result. */
  style(row: number, column: number, style: StylePatch, when: "entered" | "later" = "later"): void {
    const patch = this.#patch(row, column);
    const isEntered = patch.v === undefined ? this.isUncalculated(row, column) : typeof patch.f === "string";
    const holds = when === "later" && style.n === null && isEntered;
    patch.s = joinPatches(patch.s, holds ? { ...style, n: { pattern: "General" } } : style);
  }

  #isHeldGeneral(row: number, column: number): boolean {
    const pending = this.#pending.get(row)?.get(column)?.s?.n;
    return (pending === undefined ? this.styleAt(row, column).n : pending)?.pattern === "General";
  }

  clearStyle(row: number, column: number): void {
    this.style(row, column, noStyle);
  }

  #patch(row: number, column: number): CellPatch {
    let line = this.#pending.get(row);
    if (!line) this.#pending.set(row, (line = new Map<number, CellPatch>()));
    let patch = line.get(column);
    if (!patch) line.set(column, (patch = {}));
    return patch;
  }

  /**
   * Applies what was collected: contents as one change of the sheet, looks as another, because the engine takes a cell
   * without a formula among changed contents for one whose formula was deleted.
   */
  flush(): void {
    if (this.#pending.size === 0) return;
    const contents: CellPatches = {};
    const looks: CellPatches = {};
    let lastRow = 0;
    let lastColumn = 0;
    for (const [row, line] of this.#pending) {
      lastRow = Math.max(lastRow, row);
      for (const [column, patch] of line) {
        lastColumn = Math.max(lastColumn, column);
        ((patch.v === undefined ? looks : contents)[row] ??= {})[column] = patch;
      }
    }
    this.#pending = new Map();
    this.grow(lastRow + 1, lastColumn + 1);
    this.#change(contents);
    this.#changeLooks(looks);
  }

  /** A look changes no content: the engine would make a number of a text like 31.30 under a number format. */
  #changeLooks(looks: CellPatches): void {
    if (Object.keys(looks).length === 0) return;
    this.onApply(() => {
      for (const [row, line] of Object.entries(looks))
        for (const [column, patch] of Object.entries(line)) {
          const present = this.data(Number(row), Number(column))?.t;
          if (present != null) patch.t = present;
        }
    });
    this.#change(looks, { trigger: "sheet.command.set-style" });
  }

  #change(cellValue: CellPatches, options: { trigger?: string } = {}): void {
    if (Object.keys(cellValue).length > 0) this.execute(command.setRangeValues, { cellValue, ...options });
  }

  /** A formula that refers outside Univer's grid gives #NAME?, so the grid always has room to spare. */
  grow(rows: number, columns: number): void {
    const sheet = this.worksheet;
    if (rows > sheet.getRowCount()) this.execute(command.rowCount, { rowCount: rows + 200 });
    if (columns > sheet.getColumnCount()) this.execute(command.columnCount, { columnCount: columns + 20 });
  }

  execute(id: string, params: object): void {
    this.onApply(() => {
      this.runtime.commands.syncExecuteCommand(id, {
        unitId: this.unitId,
        subUnitId: this.sheetId,
        ...params,
      });
    });
  }

  data(row: number, column: number): CellData {
    return this.worksheet.getCellMatrix().getValue(row, column);
  }

  value(row: number, column: number): CellValue {
    return cellValue(this.data(row, column));
  }

  /** Whether a cell has content, or will have when what was collected is applied. */
  isFilled(row: number, column: number): boolean {
    const waiting = this.#pending.get(row)?.get(column);
    if (waiting?.v !== undefined) return waiting.v !== null || waiting.f !== null;
    return this.value(row, column) !== null || this.formula(row, column) !== null;
  }

  /** A formula without a result: it was not calculated yet. */
  isUncalculated(row: number, column: number): boolean {
    const cell = this.data(row, column);
    return formulaOf(cell) !== null && cell?.v == null && !cell?.p?.body;
  }

  formula(row: number, column: number): string | null {
    return formulaOf(this.data(row, column));
  }

  styleAt(row: number, column: number): IStyleData {
    return this.workbook.getStyles().getStyleByCell(this.data(row, column)) ?? {};
  }

  numberFormat(row: number, column: number): string {
    const pending = this.#pending.get(row)?.get(column)?.s?.n;
    return (
      pending?.pattern ?? (pending === null ? "General" : this.styleAt(row, column).n?.pattern) ?? "General"
    );
  }

  /** A border as it is or will be: what waits to be applied counts. */
  border(row: number, column: number, side: "t" | "b" | "l" | "r"): Nullable<IBorderStyleData> {
    const pending = this.#pending.get(row)?.get(column)?.s;
    if (pending?.bd === null) return null;
    const waiting = pending?.bd?.[side];
    return waiting === undefined ? this.styleAt(row, column).bd?.[side] : waiting;
  }

  text(row: number, column: number, options: { locale: string; date1904: boolean }): string {
    return displayText(this.value(row, column), this.numberFormat(row, column), options);
  }

  read<T>(area: Area, one: (row: number, column: number) => T): T[][] {
    if (area.rows * area.columns > readLimit) throw hostError("ResponsePayloadSizeLimitExceeded");
    this.flush();
    return Array.from({ length: area.rows }, (_, i) =>
      Array.from({ length: area.columns }, (_, j) => one(area.row + i, area.column + j)),
    );
  }

  /** The cells that are there, row by row. */
  *filled(within: Area = wholeSheet): Generator<[row: number, column: number, cell: ICellData]> {
    const rows = this.worksheet.getCellMatrix().getMatrix() as Record<
      string,
      Record<string, ICellData | null | undefined> | undefined
    >;
    for (const [row, line] of Object.entries(rows)) {
      if (!contains(within, Number(row), within.column)) continue;
      for (const [column, cell] of Object.entries(line ?? {}))
        if (cell && contains(within, Number(row), Number(column))) yield [Number(row), Number(column), cell];
    }
  }

  /** The smallest area of all cells in use, or of those within an area. */
  used(valuesOnly: boolean, within: Area = wholeSheet): Area | null {
    this.flush();
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const [row, column, cell] of this.filled(within)) {
      const filled =
        cell.f !== undefined ||
        cell.si !== undefined ||
        (cell.v !== undefined && cell.v !== null && cell.v !== "");
      if (!filled && (valuesOnly || cell.s === undefined || cell.s === null)) continue;
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }
}

export function cellValue(cell: CellData): CellValue {
  if (!cell || cell.v === undefined || cell.v === null) {
    // Rich text; the result of HYPERLINK, too.
    if (cell?.p?.body) return cell.p.body.dataStream.replace(/\r\n$/, "").replace(/\r/g, "\n");
    return formulaOf(cell) === null ? null : 0; // not calculated yet
  }
  const type = Number(cell.t);
  if (type === kind.boolean) return cell.v === 1 || cell.v === true || cell.v === "1";
  if (type === kind.number) return Number(cell.v);
  return cell.v;
}

/** A formula cell's error, or null. Text that only looks like an error is none. */
export function cellError(cell: CellData): string | null {
  return cell && typeof cell.v === "string" && isErrorText(cell.v) && formulaOf(cell) !== null
    ? cell.v
    : null;
}

export function formulaOf(cell: CellData): string | null {
  return typeof cell?.f === "string" && cell.f !== "" ? cell.f : null;
}
