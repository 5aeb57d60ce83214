import {
  areaName,
  bounding,
  cellName,
  intersection,
  maxColumns,
  maxRows,
  parseArea,
  quoteSheet,
  splitSheet,
  type Area,
} from "../model/address";
import { cellError, formulaOf } from "../model/sheet-cells";
import { isNumberFormat } from "../model/number-format";
import { cellKey, type CellLink } from "../model/extras";
import { isColumnHidden, isRowHidden, setColumnHidden, setRowHidden } from "../model/sheet-layout";
import type { SheetModel } from "../model/sheet-model";
import { arraySizeMismatch, HostError, hostError } from "../wire/host-error";
import { asIndex, asNumber, asRecord, cellValues, oneOf } from "./arguments";
import { ConditionalFormatCollection } from "./conditional-formats";
import { ExcelObject, type ExcelContext } from "./context";
import { DataValidation } from "./data-validation";
import { RangeAreas } from "./range-areas";
import { RangeFormat } from "./range-format";
import { fillTables } from "./table-fill";
import { uniform } from "./uniform";
import { Worksheet } from "./worksheet";

export class Range extends ExcelObject {
  static override readonly className = "Range";
  static override readonly trackable = true;
  static override readonly scalars = [
    "Address",
    "CellCount",
    "ColumnCount",
    "ColumnHidden",
    "ColumnIndex",
    "Formulas",
    "Hidden",
    "Hyperlink",
    "IsEntireColumn",
    "IsEntireRow",
    "NumberFormat",
    "RowCount",
    "RowHidden",
    "RowIndex",
    "Text",
    "ValueTypes",
    "Values",
  ];

  constructor(
    context: ExcelContext,
    readonly sheet: SheetModel,
    readonly area: Area,
  ) {
    super(context);
    const { row, column, rows, columns } = area;
    if (
      row < 0 ||
      column < 0 ||
      rows < 1 ||
      columns < 1 ||
      row + rows > maxRows ||
      column + columns > maxColumns
    )
      throw hostError("InvalidArgument");
  }

  static at(context: ExcelContext, sheet: SheetModel, address: unknown): Range {
    if (address === undefined || address === null || address === "")
      return new Range(context, sheet, { row: 0, column: 0, rows: maxRows, columns: maxColumns });
    if (typeof address !== "string") throw hostError("InvalidArgument");
    const parts = splitSheet(address);
    const target = parts.sheet === null ? sheet : context.model.find(parts.sheet);
    const area = parseArea(parts.address);
    if (target && area) return new Range(context, target, area);
    const named = context.model.names.find((name) => name.name.toLowerCase() === address.toLowerCase());
    const reference = named && splitSheet(named.refersTo);
    const namedSheet = reference?.sheet && context.model.find(reference.sheet);
    const namedArea = reference && parseArea(reference.address);
    if (namedSheet && namedArea) return new Range(context, namedSheet, namedArea);
    throw hostError("InvalidArgument");
  }

  #of(area: Area): Range {
    return new Range(this.context, this.sheet, area);
  }

  get Address(): string {
    return `${quoteSheet(this.sheet.name)}!${areaName(this.area)}`;
  }
  get RowIndex(): number {
    return this.area.row;
  }
  get ColumnIndex(): number {
    return this.area.column;
  }
  get RowCount(): number {
    return this.area.rows;
  }
  get ColumnCount(): number {
    return this.area.columns;
  }
  get CellCount(): number {
    const count = this.area.rows * this.area.columns;
    return count > 2 ** 31 - 1 ? -1 : count;
  }
  get IsEntireRow(): boolean {
    return this.area.columns === maxColumns;
  }
  get IsEntireColumn(): boolean {
    return this.area.rows === maxRows;
  }

  /** Whole rows and columns answer null, as in Excel. */
  #read<T>(one: (row: number, column: number) => T): T[][] | null {
    return this.IsEntireRow || this.IsEntireColumn ? null : this.sheet.cells.read(this.area, one);
  }
  /** For properties that show results: in automatic mode a cell that was not calculated is an error, not 0. */
  #readResults<T>(one: (row: number, column: number) => T): T[][] | null {
    const { cells } = this.sheet;
    const isCalculated = this.context.calculation.mode === "automatic";
    return this.#read((row, column) => {
      if (isCalculated && cells.isUncalculated(row, column))
        throw hostError(
          "GeneralException",
          `${this.sheet.name}!${cellName(row, column)} was not calculated.`,
        );
      return one(row, column);
    });
  }
  get Values(): unknown {
    return this.#readResults((row, column) => this.sheet.cells.value(row, column) ?? "");
  }
  set Values(given: unknown) {
    const at = cellValues(given, this.area.rows, this.area.columns);
    const area = this.sheet.bounded(this.area);
    if (!this.#isMisplaced(given)) this.sheet.enter(area, at);
    else {
      // The first line goes into every row that shows, the others nowhere.
      for (let row = area.row; row < area.row + area.rows; row++)
        if (!isRowHidden(this.sheet, row))
          this.sheet.enter({ ...area, row, rows: 1 }, (_, column) => at(0, column));
    }
    fillTables(this, at);
  }
  #isMisplaced(given: unknown): boolean {
    const isArray = Array.isArray(given) && given.length > 1;
    return isArray && this.context.moods.misplacesOverFiltered && this.RowHidden !== false;
  }
  get Formulas(): unknown {
    return this.#read(
      (row, column) => this.sheet.cells.formula(row, column) ?? this.sheet.cells.value(row, column) ?? "",
    );
  }
  set Formulas(given: unknown) {
    this.Values = given;
  }
  get NumberFormat(): unknown {
    return this.#read((row, column) => this.sheet.cells.numberFormat(row, column));
  }
  set NumberFormat(given: unknown) {
    const { area, sheet } = this;
    const at = cellValues(given, area.rows, area.columns);
    sheet.style(area, (row, column) => {
      const pattern = at(row - area.row, column - area.column);
      if (pattern === null) return null;
      if (typeof pattern !== "string" || !isNumberFormat(pattern)) throw hostError("InvalidArgument");
      return { n: pattern === "General" || pattern === "" ? null : { pattern } };
    });
  }
  get Text(): unknown {
    const { numbersShown } = this.context.moods;
    return this.#readResults((row, column) => {
      const { cells } = this.sheet;
      if (numbersShown === "as formatted" || typeof cells.value(row, column) !== "number")
        return cells.text(row, column, this.model);
      return numbersShown === "hashes" ? "####" : "";
    });
  }
  get ValueTypes(): unknown {
    return this.#readResults((row, column) => {
      const cell = this.sheet.cells.data(row, column);
      if (cellError(cell)) return "Error";
      const value = this.sheet.cells.value(row, column);
      if (value === null) return "Empty";
      if (value === "") return formulaOf(cell) ? "String" : "Empty";
      return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
    });
  }

  get RowHidden(): boolean | null {
    const area = this.sheet.bounded(this.area);
    return uniform(area.rows, (i) => isRowHidden(this.sheet, area.row + i));
  }
  set RowHidden(hidden: boolean) {
    setRowHidden(this.sheet, this.area, hidden);
  }
  get ColumnHidden(): boolean | null {
    const area = this.sheet.bounded(this.area);
    return uniform(area.columns, (i) => isColumnHidden(this.sheet, area.column + i));
  }
  set ColumnHidden(hidden: boolean) {
    setColumnHidden(this.sheet, this.area, hidden);
  }
  get Hidden(): boolean | null {
    const [rows, columns] = [this.RowHidden, this.ColumnHidden];
    return rows === true || columns === true ? true : rows === null || columns === null ? null : false;
  }

  get Hyperlink(): CellLink | null {
    return this.sheet.extras.hyperlinks.get(cellKey(this.area.row, this.area.column)) ?? null;
  }
  set Hyperlink(given: unknown) {
    const link = asRecord(given) as CellLink;
    const { area, sheet } = this;
    sheet.assertWritable(area);
    sheet.assertAllowed("allowInsertHyperlinks");
    if (area.rows * area.columns > 10_000) throw hostError("InvalidArgument");
    for (let r = 0; r < area.rows; r++)
      for (let c = 0; c < area.columns; c++) {
        sheet.extras.hyperlinks.set(cellKey(area.row + r, area.column + c), link);
        // Excel gives a link its usual look, and its text where one is passed.
        sheet.cells.style(area.row + r, area.column + c, { cl: { rgb: "#0563C1" }, ul: { s: 1 } });
        const { textToDisplay } = link;
        if (textToDisplay !== undefined)
          sheet.cells.enter(area.row + r, area.column + c, { kind: "text", text: textToDisplay });
      }
    sheet.extras.changed.add("hyperlinks");
    sheet.changed(area);
  }

  get Format(): RangeFormat {
    return new RangeFormat(this.context, this.sheet, this.area);
  }
  get DataValidation(): DataValidation {
    return new DataValidation(this.context, this.sheet, this.area);
  }
  get ConditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.context);
  }
  get Worksheet(): Worksheet {
    return new Worksheet(this.context, this.sheet);
  }

  GetCell(row: unknown, column: unknown): Range {
    return this.#of({
      row: this.area.row + asNumber(row),
      column: this.area.column + asNumber(column),
      rows: 1,
      columns: 1,
    });
  }
  GetRow(row: unknown): Range {
    return this.#of({ ...this.area, row: this.area.row + asIndex(row), rows: 1 });
  }
  GetColumn(column: unknown): Range {
    return this.#of({ ...this.area, column: this.area.column + asIndex(column), columns: 1 });
  }
  GetLastCell(): Range {
    return this.#of({
      row: this.area.row + this.area.rows - 1,
      column: this.area.column + this.area.columns - 1,
      rows: 1,
      columns: 1,
    });
  }
  GetLastRow(): Range {
    return this.GetRow(this.area.rows - 1);
  }
  GetLastColumn(): Range {
    return this.GetColumn(this.area.columns - 1);
  }
  GetEntireRow(): Range {
    return this.#of({ ...this.area, column: 0, columns: maxColumns });
  }
  GetEntireColumn(): Range {
    return this.#of({ ...this.area, row: 0, rows: maxRows });
  }
  GetOffsetRange(rows: unknown, columns: unknown): Range {
    return this.#of({
      ...this.area,
      row: this.area.row + asNumber(rows),
      column: this.area.column + asNumber(columns),
    });
  }
  GetResizedRange(rows: unknown, columns: unknown): Range {
    return this.#of({
      ...this.area,
      rows: this.area.rows + asNumber(rows),
      columns: this.area.columns + asNumber(columns),
    });
  }
  GetAbsoluteResizedRange(rows: unknown, columns: unknown): Range {
    return this.#of({ ...this.area, rows: asNumber(rows), columns: asNumber(columns) });
  }
  GetBoundingRect(other: unknown): Range {
    return this.#of(bounding(this.area, this.#other(other).area));
  }
  GetIntersection(other: unknown): Range {
    const common = this.GetIntersectionOrNullObject(other);
    if (!common) throw hostError("ItemNotFound");
    return common;
  }
  GetIntersectionOrNullObject(other: unknown): Range | null {
    const range = this.#other(other);
    const common = range.sheet.id === this.sheet.id ? intersection(this.area, range.area) : null;
    return common && this.#of(common);
  }
  GetUsedRange(valuesOnly?: unknown): Range {
    const used = this.GetUsedRangeOrNullObject(valuesOnly);
    if (!used) throw hostError("ItemNotFound");
    return used;
  }
  GetUsedRangeOrNullObject(valuesOnly?: unknown): Range | null {
    const used = this.sheet.cells.used(valuesOnly === true, this.area);
    return used && this.#of(used);
  }
  GetMergedAreasOrNullObject(): RangeAreas | null {
    this.sheet.cells.flush();
    const areas = this.sheet.merges
      .filter((merge) => intersection(merge, this.area))
      .sort((a, b) => a.row - b.row || a.column - b.column);
    return areas.length > 0 ? new RangeAreas(this.context, this.sheet, areas) : null;
  }
  /** Of the properties of single cells only their protection is asked for. */
  GetCellProperties(given: unknown): unknown[][] {
    const { format, ...others } = asRecord(given);
    const { protection, ...formats } = asRecord(format ?? {});
    const unknown = protection === true ? Object.keys({ ...others, ...formats })[0] : "format";
    if (unknown !== undefined)
      throw new HostError("ApiNotFound", `The embedded host knows no cell property ${unknown}.`);
    const { unlocked, formulaHidden: hidden } = this.sheet.extras;
    return this.sheet.cells.read(this.area, (row, column) => ({
      format: {
        protection: {
          locked: !unlocked.has(cellKey(row, column)),
          formulaHidden: hidden.has(cellKey(row, column)),
        },
      },
    }));
  }
  /** Of the properties of whole rows only whether they are hidden is asked for. */
  GetRowProperties(given: unknown): unknown[] {
    const { rowHidden, ...others } = asRecord(given);
    const unknown = rowHidden === true ? Object.keys(others)[0] : "format";
    if (unknown !== undefined)
      throw new HostError("ApiNotFound", `The embedded host knows no row property ${unknown}.`);
    const { row, rows } = this.sheet.bounded(this.area);
    return Array.from({ length: rows }, (_, i) => ({ rowHidden: isRowHidden(this.sheet, row + i) }));
  }
  #other(other: unknown): Range {
    return other instanceof Range ? other : Range.at(this.context, this.sheet, other);
  }

  Merge(across?: unknown): void {
    if (this.context.moods.chartSelected) throw hostError("InvalidSelection");
    this.sheet.merge(this.area, across === true);
  }
  Unmerge(): void {
    this.sheet.assertAllowed("allowFormatCells");
    this.sheet.unmerge(this.area);
  }
  Clear(applyTo?: unknown): void {
    const what = oneOf(applyTo ?? "All", [
      "All",
      "Contents",
      "Formats",
      "Hyperlinks",
      "RemoveHyperlinks",
      "ResetContents",
    ]);
    this.sheet.clear(
      this.area,
      what === "RemoveHyperlinks" ? "Hyperlinks" : what === "ResetContents" ? "Contents" : what,
    );
  }
  Select(): void {
    this.assertInFront();
    this.model.select(this.sheet, this.area);
  }
  Calculate(): void {
    this.model.flush();
    this.context.calculation.start(false);
  }

  /** Above 1,500 cells the library sends this first, and then one write for each block of rows. */
  _ValidateArraySize(rows: unknown, columns: unknown): void {
    if (rows !== this.area.rows || columns !== this.area.columns) throw arraySizeMismatch();
  }
}
