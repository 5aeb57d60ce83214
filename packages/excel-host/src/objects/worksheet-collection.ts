import { hostError } from "../wire/host-error";
import { WireCollection } from "../wire/wire-object";
import { asString } from "./arguments";
import type { ExcelContext } from "./context";
import { eventTypes, workbookTarget } from "./event-types";
import { Worksheet } from "./worksheet";

export class WorksheetCollection extends WireCollection {
  static override readonly className = "WorksheetCollection";

  constructor(readonly context: ExcelContext) {
    super();
  }

  items(): Worksheet[] {
    return this.context.model.sheets.map((sheet) => new Worksheet(this.context, sheet));
  }
  item(key: unknown): Worksheet {
    const sheet = this.GetItemOrNullObject(key);
    if (!sheet) throw hostError("ItemNotFound");
    return sheet;
  }
  GetItemOrNullObject(key: unknown): Worksheet | null {
    const sheet = this.context.model.find(asString(key));
    return sheet && new Worksheet(this.context, sheet);
  }
  GetActiveWorksheet(): Worksheet {
    if (this.context.moods.chartSheetInFront) throw hostError("ItemNotFound");
    return new Worksheet(this.context, this.context.model.active);
  }
  GetFirst(visibleOnly?: unknown): Worksheet {
    return this.#first(this.context.model.sheets, visibleOnly);
  }
  GetLast(visibleOnly?: unknown): Worksheet {
    return this.#first([...this.context.model.sheets].reverse(), visibleOnly);
  }
  #first(sheets: readonly Worksheet["sheet"][], visibleOnly: unknown): Worksheet {
    const sheet = sheets.find((one) => visibleOnly !== true || one.extras.visibility === "Visible");
    if (!sheet) throw hostError("ItemNotFound");
    return new Worksheet(this.context, sheet);
  }
  GetCount(visibleOnly?: unknown): number {
    return this.context.model.sheets.filter(
      (sheet) => visibleOnly !== true || sheet.extras.visibility === "Visible",
    ).length;
  }
  Add(name?: unknown): Worksheet {
    if (this.context.moods.otherWorkbookInFront) throw hostError("GeneralException");
    return new Worksheet(
      this.context,
      this.context.model.add(name === undefined || name === null ? undefined : asString(name)),
    );
  }

  _RegisterDataChangedEvent(): void {
    this.context.events.register(eventTypes.changed, workbookTarget);
  }
  _UnregisterDataChangedEvent(): void {
    this.context.events.unregister(eventTypes.changed, workbookTarget);
  }
  _RegisterActivatedEvent(): void {
    this.context.events.register(eventTypes.activated, workbookTarget);
  }
  _UnregisterActivatedEvent(): void {
    this.context.events.unregister(eventTypes.activated, workbookTarget);
  }
  _RegisterAddedEvent(): void {
    this.context.events.register(eventTypes.added, workbookTarget);
  }
  _UnregisterAddedEvent(): void {
    this.context.events.unregister(eventTypes.added, workbookTarget);
  }
  _RegisterDeletedEvent(): void {
    this.context.events.register(eventTypes.deleted, workbookTarget);
  }
  _UnregisterDeletedEvent(): void {
    this.context.events.unregister(eventTypes.deleted, workbookTarget);
  }
  _RegisterSelectionChangedEvent(): void {
    this.context.events.register(eventTypes.selectionChanged, workbookTarget);
  }
  _UnregisterSelectionChangedEvent(): void {
    this.context.events.unregister(eventTypes.selectionChanged, workbookTarget);
  }
}
