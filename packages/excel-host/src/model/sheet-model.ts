import { hostError } from "../wire/host-error";
import { areaName, contains, intersection, maxColumns, maxRows, type Area } from "./address";
import type { ChangeFeed } from "./changes";
import { readEntry } from "./entry";
import { cellKey, type SheetExtras } from "./extras";
import { command, type SpreadsheetRuntime } from "./runtime";
import { SheetCells } from "./sheet-cells";
import type { StylePatch } from "./styles";

/** Pixels to points at the 96 dpi of a normal screen. */
export const pointsPerPixel = 0.75;

/** One sheet: cells in the spreadsheet engine, the rest beside it. */
export class SheetModel {
  readonly cells: SheetCells;
  /** Collected, like the writes of cells: the engine goes through all merges of a sheet with each change of one. */
  #newMerges: Area[] = [];

  constructor(
    readonly runtime: SpreadsheetRuntime,
    readonly unitId: string,
    readonly id: string,
    readonly extras: SheetExtras,
    readonly feed: ChangeFeed,
    onApply: (apply: () => void) => void,
  ) {
    this.cells = new SheetCells(runtime, unitId, id, onApply);
  }

  get name(): string {
    return this.cells.worksheet.getName();
  }

  get merges(): Area[] {
    return [...this.#appliedMerges, ...this.#newMerges];
  }

  get #appliedMerges(): Area[] {
    return this.cells.worksheet.getMergeData().map((range) => ({
      row: range.startRow,
      column: range.startColumn,
      rows: range.endRow - range.startRow + 1,
      columns: range.endColumn - range.startColumn + 1,
    }));
  }

  /** Applies what was collected: cells, then merges. */
  flush(): void {
    this.cells.flush();
    if (this.#newMerges.length === 0) return;
    const ranges = this.#newMerges.map(univerRange);
    this.#newMerges = [];
    this.cells.execute(command.addMerge, { ranges });
  }

  isLocked(row: number, column: number): boolean {
    return this.extras.protection !== null && !this.extras.unlocked.has(cellKey(row, column));
  }

  /** @throws AccessDenied if a cell of the area is locked on a protected sheet */
  assertWritable(area: Area): void {
    if (!this.extras.protection) return;
    const { rows, columns } = area;
    if (rows * columns > this.extras.unlocked.size) throw hostError("AccessDenied");
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++)
        if (this.isLocked(area.row + r, area.column + c)) throw hostError("AccessDenied");
  }

  /** @throws AccessDenied where the protection of the sheet does not allow it */
  assertAllowed(option: string): void {
    const { protection } = this.extras;
    if (protection && protection.options[option] !== true) throw hostError("AccessDenied");
  }

  /** Enters one value for each cell; null leaves a cell as it is. Cells hidden under a merge ignore writes, as in Excel. */
  enter(area: Area, valueAt: (row: number, column: number) => unknown, byUser = false): void {
    this.assertWritable(area);
    const covered = this.merges.filter((merge) => intersection(merge, area));
    for (let r = 0; r < area.rows; r++) {
      for (let c = 0; c < area.columns; c++) {
        const [row, column] = [area.row + r, area.column + c];
        const value = valueAt(r, c);
        if (value === null || isCovered(covered, row, column)) continue;
        this.cells.enter(row, column, readEntry(value, this.cells.numberFormat(row, column)));
      }
    }
    this.changed(area, byUser);
  }

  changed(area: Area, byUser = false): void {
    this.feed.add({ kind: "cells", sheetId: this.id, area, changeType: "RangeEdited", byUser });
  }

  style(area: Area, patchAt: (row: number, column: number) => StylePatch | null): void {
    this.assertAllowed("allowFormatCells");
    const within = this.bounded(area);
    for (let row = within.row; row < within.row + within.rows; row++)
      for (let column = within.column; column < within.column + within.columns; column++) {
        const patch = patchAt(row, column);
        if (patch) this.cells.style(row, column, patch);
      }
  }

  /** Whole rows and columns are cut to the part in use: a style for a million empty cells would fill the memory. */
  bounded(area: Area): Area {
    if (area.rows < maxRows && area.columns < maxColumns) return area;
    const used = this.cells.used(false);
    const lastRow = used ? used.row + used.rows : 1;
    const lastColumn = used ? used.column + used.columns : 1;
    return {
      ...area,
      rows: area.rows >= maxRows ? lastRow : area.rows,
      columns: area.columns >= maxColumns ? lastColumn : area.columns,
    };
  }

  clear(area: Area, what: "All" | "Contents" | "Formats" | "Hyperlinks"): void {
    this.assertWritable(area);
    const within = this.bounded(area);
    const { extras } = this;
    for (let row = within.row; row < within.row + within.rows; row++)
      for (let column = within.column; column < within.column + within.columns; column++) {
        const key = cellKey(row, column);
        if (what === "All" || what === "Contents") this.cells.enter(row, column, { kind: "blank" });
        if (what === "All" || what === "Formats") {
          this.cells.clearStyle(row, column);
          extras.unlocked.delete(key);
          extras.indents.delete(key);
        }
        if (what !== "Formats" && extras.hyperlinks.delete(key)) extras.changed.add("hyperlinks");
      }
    if (what === "All") this.unmerge(area);
    if (what === "All") this.clearValidation(area);
    if (what === "All" || what === "Contents") this.changed(area);
  }

  merge(area: Area, across: boolean): void {
    this.assertAllowed("allowFormatCells");
    const rows = across
      ? Array.from({ length: area.rows }, (_, i) => ({ ...area, row: area.row + i, rows: 1 }))
      : [area];
    for (const one of rows) {
      if (one.rows * one.columns < 2) continue;
      this.unmerge(one);
      // Excel keeps the upper left value only.
      for (let r = 0; r < one.rows; r++)
        for (let c = 0; c < one.columns; c++)
          if ((r > 0 || c > 0) && this.cells.isFilled(one.row + r, one.column + c))
            this.cells.enter(one.row + r, one.column + c, { kind: "blank" });
      this.#newMerges.push(one);
    }
  }

  unmerge(area: Area): void {
    this.#newMerges = this.#newMerges.filter((merge) => !intersection(merge, area));
    const touched = this.#appliedMerges.filter((merge) => intersection(merge, area));
    if (touched.length === 0) return;
    this.cells.flush();
    this.cells.execute(command.removeMerge, { ranges: touched.map(univerRange) });
  }

  clearValidation(area: Area): void {
    const { extras } = this;
    const kept = extras.validations.filter((validation) => !intersection(validation.area, area));
    if (kept.length === extras.validations.length) return;
    extras.validations = kept;
    extras.changed.add("validations");
  }

  address(area: Area): string {
    return areaName(area);
  }
}

export const univerRange = (
  area: Area,
): { startRow: number; startColumn: number; endRow: number; endColumn: number } => ({
  startRow: area.row,
  startColumn: area.column,
  endRow: area.row + area.rows - 1,
  endColumn: area.column + area.columns - 1,
});

const isCovered = (merges: Area[], row: number, column: number): boolean =>
  merges.some((merge) => contains(merge, row, column) && (merge.row !== row || merge.column !== column));
