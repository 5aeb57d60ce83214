import { quoteSheet } from "../../model/address";
import type { SheetModel } from "../../model/sheet-model";
import type { NamedReference } from "../../model/snapshot";
import { encodedText } from "./encoded-text";
import { insertInto, type SheetPlace, type WorkbookSource } from "./workbook-part";
import {
  attributesAt,
  child,
  escapeAttribute,
  openTag,
  prefixOf,
  withAttribute,
  type Edits,
  type Element,
} from "./xml-text";

interface NamesSource extends WorkbookSource {
  readonly wanted: readonly SheetPlace[];
  /** Where the sheet of an old index stands now; -1 where it is gone. */
  newIndex(index: number): number;
}

/** A name as the file is to have it; `local`: place of its sheet in the list, null for the workbook. */
interface WantedName {
  readonly name: string;
  readonly local: number | null;
  readonly refersTo: string;
  readonly comment: string;
  readonly visible: boolean;
}

interface Wanted {
  readonly set: Map<string, WantedName>;
  readonly gone: Set<string>;
}

const keyOf = (name: string, local: number | null): string => `${name.toLowerCase()} ${local ?? ""}`;

/** The names of a workbook: equal ones stay as they stand, changed ones are edited, new ones come last. */
export function patchNames(edits: Edits, root: Element, source: NamesSource): void {
  const list = child(root, "definedNames");
  const wanted: Wanted = { set: new Map(), gone: new Set() };
  if (source.model.changed.has("names")) addNames(wanted, source);
  for (const sheet of source.model.sheets)
    if (sheet.extras.changed.has("pageLayout")) addPrintNames(wanted, sheet, indexOf(source, sheet.id));
  const left = (list?.children ?? []).filter((element) => patchName(edits, element, wanted, source)).length;
  const p = prefixOf(root);
  const fresh = [...wanted.set.values()].map((name) => nameXml(p, name)).join("");
  if (fresh !== "" && !list)
    insertInto(edits, root, "definedNames", `<${p}definedNames>${fresh}</${p}definedNames>`);
  else if (list && fresh !== "") edits.append(list, fresh);
  else if (list && left === 0 && list.children.length > 0) {
    // A list without names is not allowed.
    edits.replace(list.start, list.openEnd, "");
    edits.replace(list.closeStart, list.end, "");
  }
}

const indexOf = ({ wanted }: NamesSource, id: string | undefined): number =>
  wanted.findIndex((one) => one.id === id);

function addNames({ set, gone }: Wanted, source: NamesSource): void {
  const { model, baseline, before } = source;
  const localOf = (
    { scope }: NamedReference,
    sheets: readonly { id: string; name: string }[],
  ): number | null =>
    scope === null ? null : indexOf(source, sheets.find(({ name }) => name === scope)?.id);
  const was = new Map(before.names.map((one) => [keyOf(one.name, localOf(one, baseline.sheets)), one]));
  const now = new Set<string>();
  for (const { name, refersTo, comment, visible, scope } of model.names) {
    const local = localOf({ name, refersTo, comment, visible, scope }, model.sheets);
    const key = keyOf(name, local);
    now.add(key);
    const old = was.get(key);
    if (old?.refersTo !== refersTo || old.comment !== comment || old.visible !== visible)
      set.set(key, { name, local, refersTo: refersTo.replace(/^=/, ""), comment, visible });
  }
  for (const key of was.keys()) if (!now.has(key)) gone.add(key);
}

/** What of a sheet is printed, and which of its rows and columns on each page. */
function addPrintNames({ set }: Wanted, sheet: SheetModel, local: number): void {
  const { titleRows, titleColumns, printArea } = sheet.extras.pageLayout;
  const on = (place: string): string => `${quoteSheet(sheet.name)}!${place}`;
  const add = (name: string, refersTo: string): void => {
    set.set(keyOf(name, local), { name, local, refersTo, comment: "", visible: true });
  };
  const titles = [
    titleColumns && on(titleColumns.replace(/([A-Z]+)/g, "$$$1")),
    titleRows && on(titleRows.replace(/(\d+)/g, "$$$1")),
  ].filter((one) => one !== null && one !== "");
  if (titles.length > 0) add("_xlnm.Print_Titles", titles.join(","));
  if (printArea !== null)
    add(
      "_xlnm.Print_Area",
      printArea
        .split(",")
        .map((one) => on(one.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")))
        .join(","),
    );
}

/** Edits a name that the file has; whether it stays. */
function patchName(edits: Edits, element: Element, { set, gone }: Wanted, source: NamesSource): boolean {
  const { xml } = edits;
  const a = attributesAt(xml, element);
  const old = a["localSheetId"] === undefined ? null : Number(a["localSheetId"]);
  const local = old === null ? null : source.newIndex(old);
  const key = keyOf(a["name"] ?? "", local);
  if (local === -1 || gone.has(key)) {
    edits.replaceElement(element, "");
    return false;
  }
  let tag = openTag(xml, element);
  if (local !== old) tag = withAttribute(tag, "localSheetId", String(local));
  const change = set.get(key);
  if (change) {
    set.delete(key);
    edits.replaceElement(element, `${tag}${encodedText(change.refersTo)}</${element.name}>`);
  } else edits.replaceTag(element, tag);
  return true;
}

function nameXml(p: string, { name, local, refersTo, comment, visible }: WantedName): string {
  const a =
    ` name="${escapeAttribute(name)}"` +
    (comment === "" ? "" : ` comment="${escapeAttribute(comment)}"`) +
    (local === null ? "" : ` localSheetId="${local}"`) +
    (visible ? "" : ' hidden="1"');
  return `<${p}definedName${a}>${encodedText(refersTo)}</${p}definedName>`;
}
