import type { IWorksheetData } from "@univerjs/core";
import { hostError } from "../wire/host-error";
import type { Area } from "./address";
import { Calculation } from "./calculation";
import { ChangeFeed } from "./changes";
import { emptySheet } from "./empty-sheet";
import { emptyExtras } from "./extras";
import { command, workbookOf, type SpreadsheetRuntime } from "./runtime";
import { SheetModel, univerRange } from "./sheet-model";
import { sheetNameFault } from "./sheet-name";
import type { DocumentProperties, NamedReference, WorkbookSnapshot } from "./snapshot";

/** The open workbook. Its cells live in the spreadsheet engine, where the user's grid changes them, too. */
export class WorkbookModel {
  readonly feed = new ChangeFeed();
  readonly unitId: string;
  readonly names: NamedReference[];
  readonly properties: DocumentProperties;
  readonly settings: Map<string, string>;
  readonly date1904: boolean;
  readonly structureProtected: boolean;
  fileName: string;
  locale = "zh-CN";
  selection: { sheetId: string; area: Area };
  /** The sheet that was in front when the workbook was opened. */
  readonly openedAt: string;
  /** Settings or names or properties differ from the opened file. */
  readonly changed = new Set<"settings" | "names" | "properties">();
  readonly #sheets = new Map<string, SheetModel>();
  /** While true, changes of the engine are ours and not the user's. */
  #applying = false;

  constructor(
    readonly runtime: SpreadsheetRuntime,
    readonly calculation: Calculation,
    snapshot: WorkbookSnapshot,
  ) {
    this.unitId = snapshot.data.id;
    this.fileName = snapshot.fileName;
    this.names = snapshot.names;
    this.properties = snapshot.properties;
    this.settings = snapshot.settings;
    this.date1904 = snapshot.date1904;
    this.structureProtected = snapshot.structureProtected;
    runtime.createWorkbook(snapshot.data);
    for (const [id, extras] of snapshot.extras) this.#sheets.set(id, this.#sheet(id, extras));
    const first = snapshot.activeSheetId ?? this.sheets[0]?.id ?? "";
    const unit = workbookOf(runtime, this.unitId);
    const front = unit.getSheetBySheetId(first);
    if (front) unit.setActiveSheet(front);
    this.openedAt = first;
    this.selection = { sheetId: first, area: { row: 0, column: 0, rows: 1, columns: 1 } };
    calculation.forget();
    calculation.markRanges(
      snapshot.uncalculated.map(({ sheetId, row, column }) => ({
        unitId: this.unitId,
        sheetId,
        range: univerRange({ row, column, rows: 1, columns: 1 }),
      })),
    );
  }

  #sheet(id: string, extras = emptyExtras()): SheetModel {
    return new SheetModel(this.runtime, this.unitId, id, extras, this.feed, (apply) => {
      this.apply(apply);
    });
  }

  /** Runs a change that is ours. */
  apply(change: () => void): void {
    const outer = this.#applying;
    this.#applying = true;
    try {
      change();
    } finally {
      this.#applying = outer;
    }
  }

  get isApplying(): boolean {
    return this.#applying;
  }

  get sheets(): SheetModel[] {
    return workbookOf(this.runtime, this.unitId)
      .getSheets()
      .map((sheet) => this.sheet(sheet.getSheetId()));
  }

  /** A sheet that the user added in the grid is met here for the first time. */
  sheet(id: string): SheetModel {
    let sheet = this.#sheets.get(id);
    if (!sheet) this.#sheets.set(id, (sheet = this.#sheet(id)));
    return sheet;
  }

  /** By name, capital letters or not, or by id. */
  find(key: string): SheetModel | null {
    const wanted = key.toLowerCase();
    return this.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === wanted) ?? null;
  }

  get active(): SheetModel {
    return this.sheet(workbookOf(this.runtime, this.unitId).getActiveSheet().getSheetId());
  }

  flush(): void {
    for (const sheet of this.sheets) sheet.flush();
  }

  async settle(): Promise<void> {
    this.flush();
    await this.calculation.settle();
  }

  /** Applies, calculates and tells the listeners. */
  async finish(): Promise<void> {
    this.flush();
    if (!this.calculation.isLarge) await this.calculation.settle();
    this.feed.publish();
  }

  /** `index`: where it goes, else last; `layout`: widths, heights, merges and the like, where it has its own. */
  add(
    name: string | undefined,
    { index, layout }: { index?: number; layout?: Partial<IWorksheetData> } = {},
  ): SheetModel {
    if (this.structureProtected) throw hostError("AccessDenied");
    this.flush();
    const sheets = this.sheets;
    let number = sheets.length + 1;
    while (this.find(`Sheet${number}`)) number++;
    const newName = name === undefined || name === "" ? `Sheet${number}` : name;
    this.assertSheetName(newName, null);
    const id = newSheetId(sheets.map((sheet) => sheet.id));
    const sheet = { ...emptySheet(id, newName), ...layout, id, name: newName, cellData: {} };
    const { active } = this;
    this.apply(() => {
      this.runtime.commands.syncExecuteCommand(command.insertSheet, {
        unitId: this.unitId,
        index: index ?? sheets.length,
        sheet,
      });
      // The engine turns to a sheet that is inserted; Excel stays where it was.
      if (this.active.id !== active.id) active.cells.execute(command.activate, {});
    });
    this.feed.add({ kind: "added", sheetId: id, sheetName: newName, byUser: false });
    return this.sheet(id);
  }

  addName(name: NamedReference): void {
    this.names.push(name);
    this.changed.add("names");
    this.apply(() => {
      this.runtime.commands.syncExecuteCommand(command.setDefinedName, {
        unitId: this.unitId,
        id: `added-${this.names.length}`,
        name: name.name,
        formulaOrRefString: name.refersTo,
        localSheetId: name.scope === null ? "AllDefaultWorkbook" : (this.find(name.scope)?.id ?? ""),
        comment: "",
        hidden: !name.visible,
      });
    });
  }

  delete(sheet: SheetModel): void {
    if (this.structureProtected) throw hostError("AccessDenied");
    this.flush();
    const visible = this.sheets.filter((one) => one.extras.visibility === "Visible" && one.id !== sheet.id);
    if (visible.length === 0) throw hostError("InvalidOperation");
    const { id: subUnitId, name } = sheet;
    if (this.active.id === subUnitId && visible[0]) this.activate(visible[0]);
    this.apply(() => {
      this.runtime.commands.syncExecuteCommand(command.removeSheet, {
        unitId: this.unitId,
        subUnitId,
        subUnitName: name,
      });
    });
    this.#sheets.delete(subUnitId);
    this.feed.add({ kind: "deleted", sheetId: subUnitId, sheetName: name, byUser: false });
  }

  rename(sheet: SheetModel, name: string): void {
    if (this.structureProtected) throw hostError("AccessDenied");
    this.assertSheetName(name, sheet);
    this.flush();
    sheet.cells.execute(command.sheetName, { name });
  }

  move(sheet: SheetModel, position: number): void {
    if (this.structureProtected) throw hostError("AccessDenied");
    const order = this.sheets.map((one) => one.id);
    if (!Number.isInteger(position) || position < 0 || position >= order.length)
      throw hostError("InvalidArgument");
    sheet.cells.execute(command.sheetOrder, { fromOrder: order.indexOf(sheet.id), toOrder: position });
  }

  activate(sheet: SheetModel): void {
    if (sheet.extras.visibility !== "Visible") throw hostError("InvalidOperation");
    if (this.active.id === sheet.id) return;
    sheet.cells.execute(command.activate, {});
    this.selection = { sheetId: sheet.id, area: { row: 0, column: 0, rows: 1, columns: 1 } };
    this.feed.add({ kind: "activated", sheetId: sheet.id, sheetName: sheet.name, byUser: false });
  }

  select(sheet: SheetModel, area: Area): void {
    this.flush();
    this.activate(sheet);
    this.selection = { sheetId: sheet.id, area };
    const range = univerRange(sheet.bounded(area));
    const primary = {
      actualRow: area.row,
      actualColumn: area.column,
      isMerged: false,
      isMergedMainCell: false,
      startRow: area.row,
      startColumn: area.column,
      endRow: area.row,
      endColumn: area.column,
    };
    // The grid draws a selection at the end of a move only.
    sheet.cells.execute(command.setSelections, {
      selections: [{ range, primary, style: null }],
      type: endOfMove,
    });
    const { commands } = this.runtime;
    // A sheet just activated is laid out in the next frame, and cannot be scrolled before.
    if (commands.hasCommand(command.scrollToCell))
      setTimeout(() => void commands.executeCommand(command.scrollToCell, { range, forceTop: false }), 60);
    this.feed.add({ kind: "selected", sheetId: sheet.id, area });
  }

  /** @throws InvalidArgument for a name that Excel does not take, ItemAlreadyExists for one in use */
  assertSheetName(name: string, self: SheetModel | null): void {
    if (sheetNameFault(name) !== null || name.toLowerCase() === "history") throw hostError("InvalidArgument");
    const other = this.find(name);
    if (other && other.id !== self?.id) throw hostError("ItemAlreadyExists");
  }
}

/** Univer's SelectionMoveType.MOVE_END. */
const endOfMove = 2;

function newSheetId(taken: string[]): string {
  for (let n = taken.length + 1; ; n++) {
    const id = `{00000000-0001-0000-${n.toString(16).toUpperCase().padStart(4, "0")}-000000000000}`;
    if (!taken.includes(id)) return id;
  }
}
