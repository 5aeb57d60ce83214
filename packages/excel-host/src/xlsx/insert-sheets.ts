import type { ICellData, IStyleData } from "@univerjs/core";
import { splitSheet } from "../model/address";
import type { Entry } from "../model/entry";
import type { SheetExtras } from "../model/extras";
import type { WorkbookModel } from "../model/workbook-model";
import { openWorkbook } from "./open";
import { renameSheets } from "./rename-sheets";

/**
 * Copies the sheets of another workbook into the open one, each with a name of its own: a name in use gets ` (2)`, and
 * formulas among the copied sheets follow. Answers the ids of the new sheets, in order.
 * @throws WorkbookFileError
 */
export function insertSheets(
  model: WorkbookModel,
  bytes: Uint8Array,
  wanted: readonly string[] | null,
  firstIndex: number,
): string[] {
  const { snapshot } = openWorkbook(bytes, "");
  const { data } = snapshot;
  const styles = (data.styles ?? {}) as Record<string, IStyleData | undefined>;
  const copied = (data.sheetOrder ?? []).flatMap((id) => {
    const sheet = data.sheets?.[id];
    return sheet?.name !== undefined && (wanted === null || wanted.includes(sheet.name))
      ? [{ id, sheet, name: sheet.name }]
      : [];
  });
  const renames = new Map<string, string>();
  const added = copied.map(({ id, sheet, name }, index) => {
    const newName = freeName(model, name);
    if (newName !== name) renames.set(name, newName);
    const target = model.add(newName, { index: firstIndex + index, layout: sheet });
    return { target, cells: sheet.cellData ?? {}, extras: snapshot.extras.get(id) };
  });
  for (const { target, cells, extras } of added) {
    for (const [row, line] of Object.entries(cells))
      for (const [column, cell] of Object.entries((line ?? {}) as Record<string, ICellData>)) {
        const [r, c] = [Number(row), Number(column)];
        const style = typeof cell.s === "string" ? styles[cell.s] : undefined;
        if (style !== undefined) target.cells.style(r, c, style);
        const entry = entryOf(cell, renames);
        if (entry !== null) target.cells.enter(r, c, entry);
      }
    if (extras !== undefined) takeOver(target.extras, extras);
    target.cells.flush();
  }
  addNames(model, snapshot.names, copied, renames);
  return added.map(({ target }) => target.id);
}

/** As Excel names a copy: `指标 (2)`, shortened to 31 characters. */
function freeName(model: WorkbookModel, name: string): string {
  if (model.find(name) === null) return name;
  for (let number = 2; ; number++) {
    const suffix = ` (${number})`;
    const candidate = name.slice(0, 31 - suffix.length) + suffix;
    if (model.find(candidate) === null) return candidate;
  }
}

function entryOf(cell: ICellData, renames: ReadonlyMap<string, string>): Entry | null {
  if (typeof cell.f === "string") return { kind: "formula", formula: renameSheets(cell.f, renames) };
  if (cell.v === undefined || cell.v === null) return null;
  if (Number(cell.t) === 3) return { kind: "boolean", boolean: cell.v === 1 || cell.v === true };
  if (Number(cell.t) === 2) return { kind: "number", number: Number(cell.v) };
  return { kind: "text", text: String(cell.v) };
}

/** What the spreadsheet engine does not hold; charts stay behind, as their parts do. */
function takeOver(into: SheetExtras, from: SheetExtras): void {
  Object.assign(into, { ...from, charts: [], changed: into.changed });
  const { changed } = into;
  changed.add("pageLayout");
  if (from.unlocked.size > 0 || from.formulaHidden.size > 0) changed.add("locking");
  if (from.hyperlinks.size > 0) changed.add("hyperlinks");
  if (from.validations.length > 0) changed.add("validations");
  if (from.protection !== null) changed.add("protection");
  if (from.visibility !== "Visible") changed.add("visibility");
}

function addNames(
  model: WorkbookModel,
  names: WorkbookModel["names"],
  copied: readonly { name: string }[],
  renames: ReadonlyMap<string, string>,
): void {
  for (const name of names) {
    const target = splitSheet(name.refersTo).sheet;
    if (target === null || !copied.some((sheet) => sheet.name === target)) continue;
    const taken = model.names.some((one) => one.name.toLowerCase() === name.name.toLowerCase());
    // A name in use is kept for the copied sheet alone, as Excel does.
    const scope = name.scope ?? (taken ? target : null);
    model.addName({
      ...name,
      refersTo: renameSheets(name.refersTo, renames),
      scope: scope === null ? null : (renames.get(scope) ?? scope),
    });
  }
}
