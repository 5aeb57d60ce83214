import type { ICellData, IColumnData, IRange, IRowData, IStyleData, IWorksheetData } from "@univerjs/core";
import { cellKey } from "../model/extras";
import { formulaOf } from "../model/sheet-cells";
import type { SheetModel } from "../model/sheet-model";
import { isOn } from "../model/styles";
import type { WorkbookModel } from "../model/workbook-model";
import type { Baseline } from "./open";

export type BaselineSheet = Baseline["sheets"][number];

export interface CellChange {
  row: number;
  column: number;
  /** undefined: the content is as it was. */
  content: ICellData | null | undefined;
  style: { before: IStyleData | null; after: IStyleData } | null;
}

export interface SheetChanges {
  sheet: SheetModel;
  baseline: BaselineSheet | null;
  cells: CellChange[];
  merges: { added: IRange[]; removed: IRange[] };
  columns: Map<number, { width?: number; hidden?: boolean }>;
  /** Points; null lets Excel measure the row. */
  rows: Map<number, { height?: number | null; hidden?: boolean }>;
  view: { gridlines?: boolean; tabColor?: string; freeze?: { rows: number; columns: number } };
  /** Sorted names of what is kept beside the cells and was changed. */
  extras: ReadonlySet<string>;
}

/** What differs between the open workbook and the file that it came from. */
export function changesOf(model: WorkbookModel, baseline: Baseline | null): SheetChanges[] {
  return model.sheets.map((sheet) => {
    const before = baseline?.sheets.find((one) => one.id === sheet.id) ?? null;
    return sheetChanges(sheet, before, baseline?.styles ?? {});
  });
}

export const isUnchanged = (changes: SheetChanges): boolean =>
  changes.baseline !== null &&
  changes.cells.length === 0 &&
  changes.merges.added.length === 0 &&
  changes.merges.removed.length === 0 &&
  changes.columns.size === 0 &&
  changes.rows.size === 0 &&
  Object.keys(changes.view).length === 0 &&
  [...changes.extras].every((name) => name === "visibility");

function sheetChanges(
  sheet: SheetModel,
  baseline: BaselineSheet | null,
  styles: Record<string, IStyleData>,
): SheetChanges {
  const data = baseline?.data ?? {};
  const config = sheet.cells.worksheet.getConfig();
  return {
    sheet,
    baseline,
    cells: cellChanges(sheet, baseline, styles),
    merges: mergeChanges(config.mergeData, data.mergeData ?? []),
    columns: columnChanges(config, data),
    rows: rowChanges(config, data),
    view: viewChanges(config, data),
    extras: sheet.extras.changed,
  };
}

function cellChanges(
  sheet: SheetModel,
  baseline: BaselineSheet | null,
  styles: Record<string, IStyleData>,
): CellChange[] {
  const out: CellChange[] = [];
  const before = baseline?.cells ?? {};
  const styleTable = sheet.cells.workbook.getStyles();
  const sameById = new Map<string, boolean>();
  const seen = new Set<number>();
  for (const [row, column, cell] of sheet.cells.filled()) {
    const old = before[row]?.[column];
    if (old) seen.add(cellKey(row, column));
    const content = sameContent(old, cell) ? undefined : cell;
    let style: CellChange["style"] = null;
    if (cell.s !== old?.s) {
      const oldStyle = typeof old?.s === "string" ? (styles[old.s] ?? null) : null;
      const id = `${typeof cell.s === "string" ? cell.s : row + "," + column} ${typeof old?.s === "string" ? old.s : ""}`;
      const after = styleTable.getStyleByCell(cell) ?? {};
      let same = sameById.get(id);
      if (same === undefined) sameById.set(id, (same = stable(oldStyle ?? {}) === stable(after)));
      if (!same) style = { before: oldStyle, after };
    }
    if (content !== undefined || style) out.push({ row, column, content, style });
  }
  for (const [row, line] of Object.entries(before))
    for (const [column, old] of Object.entries(line)) {
      const [r, c] = [Number(row), Number(column)];
      if (seen.has(cellKey(r, c))) continue;
      const oldStyle = typeof old.s === "string" ? (styles[old.s] ?? null) : null;
      out.push({
        row: r,
        column: c,
        content: old.v === undefined && old.f === undefined ? undefined : null,
        style: oldStyle && { before: oldStyle, after: {} },
      });
    }
  if (sheet.extras.changed.has("locking")) addLocking(sheet, out);
  return out;
}

/** Cells whose locking changed need a style even if nothing else did. */
function addLocking(sheet: SheetModel, out: CellChange[]): void {
  const known = new Map(out.map((change) => [cellKey(change.row, change.column), change]));
  for (const [row, column, cell] of sheet.cells.filled()) {
    const change = known.get(cellKey(row, column));
    const style = sheet.cells.workbook.getStyles().getStyleByCell(cell) ?? {};
    if (!change) out.push({ row, column, content: undefined, style: { before: style, after: style } });
    else change.style ??= { before: style, after: style };
  }
}

function sameContent(old: ICellData | undefined, cell: ICellData): boolean {
  const [f1, f2] = [formulaOf(old), formulaOf(cell)];
  if (f1 !== null || f2 !== null) return f1 === f2;
  const [v1, v2] = [old?.v ?? null, cell.v ?? null];
  return v1 === v2 && (v1 === null || kindOf(old) === kindOf(cell));
}

/** Forced text is text. */
const kindOf = (cell: ICellData | undefined): number => (Number(cell?.t) === 4 ? 1 : Number(cell?.t ?? 0));

export function stable(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, one]) => one !== null && one !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}

const rangeKey = (range: IRange): string =>
  `${range.startRow},${range.startColumn},${range.endRow},${range.endColumn}`;

function mergeChanges(now: IRange[], before: IRange[]): SheetChanges["merges"] {
  const [nowKeys, beforeKeys] = [new Set(now.map(rangeKey)), new Set(before.map(rangeKey))];
  return {
    added: now.filter((range) => !beforeKeys.has(rangeKey(range))),
    removed: before.filter((range) => !nowKeys.has(rangeKey(range))),
  };
}

function columnChanges(now: IWorksheetData, before: Partial<IWorksheetData>): SheetChanges["columns"] {
  const out: SheetChanges["columns"] = new Map();
  for (const [key, column] of Object.entries(now.columnData as Record<string, Partial<IColumnData>>)) {
    const old = before.columnData?.[Number(key)];
    const change: { width?: number; hidden?: boolean } = {};
    if (
      column.w !== undefined &&
      column.w !== (old?.w ?? before.defaultColumnWidth ?? now.defaultColumnWidth)
    )
      change.width = column.w;
    if ((column.hd ?? 0) !== (old?.hd ?? 0)) change.hidden = isOn(column.hd);
    if (Object.keys(change).length > 0) out.set(Number(key), change);
  }
  return out;
}

function rowChanges(now: IWorksheetData, before: Partial<IWorksheetData>): SheetChanges["rows"] {
  const out: SheetChanges["rows"] = new Map();
  for (const [key, row] of Object.entries(now.rowData as Record<string, Partial<IRowData>>)) {
    const old = before.rowData?.[Number(key)];
    const change: { height?: number | null; hidden?: boolean } = {};
    // A row that Univer measured by itself (`ia`) has no height of its own.
    if (
      !isOn(row.ia) &&
      row.h !== undefined &&
      row.h !== (old?.h ?? before.defaultRowHeight ?? now.defaultRowHeight)
    )
      change.height = row.h * 0.75;
    if (isOn(row.ia) && old?.ia !== undefined && !isOn(old.ia)) change.height = null;
    if ((row.hd ?? 0) !== (old?.hd ?? 0)) change.hidden = isOn(row.hd);
    if (Object.keys(change).length > 0) out.set(Number(key), change);
  }
  return out;
}

function viewChanges(now: IWorksheetData, before: Partial<IWorksheetData>): SheetChanges["view"] {
  const out: SheetChanges["view"] = {};
  if ((now.showGridlines ?? 1) !== (before.showGridlines ?? 1)) out.gridlines = isOn(now.showGridlines);
  if ((now.tabColor || "") !== (before.tabColor ?? "")) out.tabColor = now.tabColor || "";
  const [rows, columns] = [now.freeze.ySplit, now.freeze.xSplit];
  if (rows !== (before.freeze?.ySplit ?? 0) || columns !== (before.freeze?.xSplit ?? 0))
    out.freeze = { rows, columns };
  return out;
}
