import { maxColumns, maxRows } from "../model/address";
import { command } from "../model/runtime";
import type { SheetModel } from "../model/sheet-model";
import { hexColor, isColor, isOn } from "../model/styles";
import { hostError } from "../wire/host-error";
import { asBoolean, asIndex, asString, oneOf } from "./arguments";
import { AutoFilter } from "./auto-filter";
import { ChartCollection } from "./charts";
import { ExcelObject, type ExcelContext } from "./context";
import { eventTypes } from "./event-types";
import { WorksheetFreezePanes } from "./freeze-panes";
import { NamedItemCollection } from "./named-items";
import { PageLayout } from "./page-layout";
import { Range } from "./range";
import { TableCollection } from "./tables";
import { WorksheetProtection } from "./worksheet-protection";

export class Worksheet extends ExcelObject {
  static override readonly className = "Worksheet";
  static override readonly scalars = ["Id", "Name", "Position", "ShowGridlines", "TabColor", "Visibility"];

  constructor(
    context: ExcelContext,
    readonly sheet: SheetModel,
  ) {
    super(context);
  }

  override identity(): Record<string, unknown> {
    return { Id: this.sheet.id };
  }

  get Id(): string {
    return this.sheet.id;
  }
  get Name(): string {
    return this.sheet.name;
  }
  set Name(name: unknown) {
    this.model.rename(this.sheet, asString(name));
  }
  get Position(): number {
    return this.model.sheets.findIndex((sheet) => sheet.id === this.sheet.id);
  }
  set Position(position: unknown) {
    this.model.move(this.sheet, asIndex(position));
  }
  get Visibility(): string {
    return this.sheet.extras.visibility;
  }
  set Visibility(given: unknown) {
    const visibility = oneOf(given, ["Visible", "Hidden", "VeryHidden"]);
    if (this.model.structureProtected) throw hostError("AccessDenied");
    const others = this.model.sheets.filter(
      (sheet) => sheet.id !== this.sheet.id && sheet.extras.visibility === "Visible",
    );
    if (visibility !== "Visible") {
      const [next] = others;
      if (!next) throw hostError("InvalidOperation");
      if (this.model.active.id === this.sheet.id) this.model.activate(next);
    }
    this.sheet.extras.visibility = visibility;
    this.sheet.extras.changed.add("visibility");
    this.sheet.cells.execute(command.sheetHidden, { hidden: visibility === "Visible" ? 0 : 1 });
  }
  get TabColor(): string {
    const color = this.sheet.cells.worksheet.getTabColor();
    return typeof color === "string" && color !== "" ? hexColor(color) : "";
  }
  set TabColor(color: unknown) {
    if (color !== "" && !isColor(color)) throw hostError("InvalidArgument");
    this.sheet.cells.execute(command.tabColor, { color: color === "" ? "" : hexColor(color) });
  }
  get ShowGridlines(): boolean {
    return isOn(this.sheet.cells.worksheet.getConfig().showGridlines);
  }
  set ShowGridlines(show: unknown) {
    this.assertInFront();
    this.sheet.cells.execute(command.gridlines, { showGridlines: asBoolean(show) ? 1 : 0 });
  }

  /** The name under which the library of the desktop sets showGridlines. */
  set Gridlines(show: unknown) {
    this.ShowGridlines = show;
  }

  get Protection(): WorksheetProtection {
    return new WorksheetProtection(this.context, this.sheet);
  }
  get FreezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this.context, this.sheet);
  }
  get PageLayout(): PageLayout {
    return new PageLayout(this.context, this.sheet);
  }
  get Charts(): ChartCollection {
    return new ChartCollection(this.context, this.sheet);
  }
  get AutoFilter(): AutoFilter {
    return new AutoFilter(this.context, this.sheet);
  }
  get Tables(): TableCollection {
    return new TableCollection(this.context, this.sheet.name);
  }
  get Names(): NamedItemCollection {
    return new NamedItemCollection(this.context, this.sheet.name);
  }

  GetRange(address?: unknown): Range {
    return Range.at(this.context, this.sheet, address);
  }
  GetRangeByIndexes(row: unknown, column: unknown, rows: unknown, columns: unknown): Range {
    return new Range(this.context, this.sheet, {
      row: asIndex(row),
      column: asIndex(column),
      rows: asIndex(rows),
      columns: asIndex(columns),
    });
  }
  GetCell(row: unknown, column: unknown): Range {
    return this.GetRangeByIndexes(row, column, 1, 1);
  }
  GetUsedRange(valuesOnly?: unknown): Range {
    // Excel answers A1 for an empty sheet.
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.GetCell(0, 0);
  }
  GetUsedRangeOrNullObject(valuesOnly?: unknown): Range | null {
    return new Range(this.context, this.sheet, {
      row: 0,
      column: 0,
      rows: maxRows,
      columns: maxColumns,
    }).GetUsedRangeOrNullObject(valuesOnly);
  }
  GetNextOrNullObject(visibleOnly?: unknown): Worksheet | null {
    return this.#neighbour(1, visibleOnly === true);
  }
  GetPreviousOrNullObject(visibleOnly?: unknown): Worksheet | null {
    return this.#neighbour(-1, visibleOnly === true);
  }
  #neighbour(step: number, visibleOnly: boolean): Worksheet | null {
    const sheets = this.model.sheets;
    for (let i = this.Position + step; i >= 0 && i < sheets.length; i += step) {
      const sheet = sheets[i];
      if (sheet && (!visibleOnly || sheet.extras.visibility === "Visible"))
        return new Worksheet(this.context, sheet);
    }
    return null;
  }

  Activate(): void {
    this.assertInFront();
    if (this.sheet.extras.visibility !== "Visible") throw hostError("InvalidOperation");
    this.model.activate(this.sheet);
  }
  Delete(): void {
    if (this.context.moods.otherWorkbookInFront) throw hostError("InvalidSelection");
    this.model.delete(this.sheet);
  }
  Calculate(_markAllDirty?: unknown): void {
    this.model.flush();
    this.context.calculation.start(true);
  }

  _RegisterDataChangedEvent(): void {
    this.context.events.register(eventTypes.changed, this.sheet.id);
  }
  _UnregisterDataChangedEvent(): void {
    this.context.events.unregister(eventTypes.changed, this.sheet.id);
  }
  _RegisterSelectionChangedEvent(): void {
    this.context.events.register(eventTypes.selectionChanged, this.sheet.id);
  }
  _UnregisterSelectionChangedEvent(): void {
    this.context.events.unregister(eventTypes.selectionChanged, this.sheet.id);
  }
}
