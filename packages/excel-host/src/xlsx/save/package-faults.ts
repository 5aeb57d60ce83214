import { contentTypesPart, relationshipsName, type WorkbookPackage } from "../package";
import { readXml } from "../xml";
import { sheetFaults } from "./sheet-faults";
import { borderOrder, fontOrder, stylesOrder, workbookOrder } from "./schema-order";
import { attributesAt, child, localName, parse, Scanner, type Element } from "./xml-text";

/** How many things cells can refer to. */
export interface Bounds {
  readonly formats: number;
  readonly strings: number;
}

/**
 * What is wrong in the parts of a package, in words for a log: not well-formed, prefixes unbound, relationships that
 * lead nowhere, parts without a content type, elements out of order, indices out of range, colours that are none.
 */
export function packageFaults(pack: WorkbookPackage, parts: Iterable<string>, bounds: Bounds): string[] {
  const types = contentTypesOf(pack);
  const out = [...types.faults];
  for (const name of parts) {
    const xml = pack.text(name);
    const told = (fault: string): void => {
      out.push(`${name}: ${fault}`);
    };
    const malformed = malformation(name, xml);
    if (malformed !== null) {
      told(malformed);
      continue;
    }
    for (const prefix of unboundPrefixes(xml)) told(`prefix ${prefix} is not bound`);
    if (name === contentTypesPart) continue;
    if (name.endsWith(".rels")) relationshipFaults(pack, name).forEach(told);
    else if (!types.covers(name)) told("no content type");
    partFaults(pack, name, xml, bounds).forEach(told);
  }
  return out;
}

function malformation(name: string, xml: string): string | null {
  try {
    readXml(name, xml, { open: () => undefined });
    return null;
  } catch (error) {
    return error instanceof Error && "detail" in error ? String(error.detail) : String(error);
  }
}

function contentTypesOf(pack: WorkbookPackage): { faults: string[]; covers: (part: string) => boolean } {
  const xml = pack.text(contentTypesPart);
  const faults: string[] = [];
  const [defaults, overrides] = [new Set<string>(), new Set<string>()];
  for (const element of parse(xml).children) {
    const a = attributesAt(xml, element);
    const isDefault = element.local === "Default";
    const key = (isDefault ? a["Extension"] : a["PartName"])?.toLowerCase() ?? "";
    const list = isDefault ? defaults : overrides;
    if (list.has(key)) faults.push(`two content types for ${key}`);
    list.add(key);
  }
  const covers = (part: string): boolean =>
    overrides.has(`/${part.toLowerCase()}`) ||
    defaults.has(part.slice(part.lastIndexOf(".") + 1).toLowerCase());
  return { faults, covers };
}

function relationshipFaults(pack: WorkbookPackage, name: string): string[] {
  const out: string[] = [];
  const ids = new Set<string>();
  for (const { id, target, external } of pack.relationships(name.replace(/_rels\/([^/]*)\.rels$/, "$1"))) {
    if (ids.has(id)) out.push(`two relationships ${id}`);
    ids.add(id);
    if (!external && target !== "" && pack.find(target) === null) out.push(`${target} is missing`);
  }
  return out;
}

function partFaults(pack: WorkbookPackage, name: string, xml: string, bounds: Bounds): string[] {
  const root = new Scanner(xml);
  root.next();
  switch (root.local) {
    case "worksheet":
      return sheetFaults(xml, { ids: relationshipIds(pack, name), ...bounds });
    case "workbook":
      return workbookFaults(xml, relationshipIds(pack, name));
    case "styleSheet":
      return stylesFaults(xml);
    default:
      return [];
  }
}

const relationshipIds = (pack: WorkbookPackage, name: string): ReadonlySet<string> =>
  new Set(pack.find(relationshipsName(name)) === null ? [] : pack.relationships(name).map(({ id }) => id));

function workbookFaults(xml: string, ids: ReadonlySet<string>): string[] {
  const root = parse(xml, { depth: 3 });
  const out = orderFaults(root, workbookOrder);
  const sheets = (child(root, "sheets")?.children ?? []).map((one) => attributesAt(xml, one));
  out.push(
    ...repeated(sheets.map((a) => (a["name"] ?? "").toLowerCase())).map((name) => `two sheets ${name}`),
  );
  out.push(...repeated(sheets.map((a) => a["sheetId"] ?? "")).map((id) => `two sheets of id ${id}`));
  for (const { id = "" } of sheets) if (!ids.has(id)) out.push(`a sheet names relationship ${id}`);
  const names = (child(root, "definedNames")?.children ?? []).map((one) => attributesAt(xml, one));
  const keys = names.map((a) => `${(a["name"] ?? "").toLowerCase()} ${a["localSheetId"] ?? ""}`);
  out.push(...repeated(keys).map((name) => `two names ${name}`));
  for (const a of names)
    if (Number(a["localSheetId"] ?? 0) >= sheets.length)
      out.push(`a name of sheet ${a["localSheetId"] ?? ""}`);
  const view = child(child(root, "bookViews"), "workbookView");
  if (view && Number(attributesAt(xml, view)["activeTab"] ?? 0) >= sheets.length) out.push("no active sheet");
  return out;
}

function stylesFaults(xml: string): string[] {
  const root = parse(xml, { depth: 4 });
  const out = orderFaults(root, stylesOrder);
  for (const font of child(root, "fonts")?.children ?? []) out.push(...orderFaults(font, fontOrder));
  for (const border of child(root, "borders")?.children ?? []) out.push(...orderFaults(border, borderOrder));
  for (const [, color = ""] of xml.matchAll(/\srgb\s*=\s*["']([^"']*)["']/g))
    if (!/^[0-9A-Fa-f]{8}$/.test(color)) out.push(`colour ${color}`);
  const count = (list: string): number =>
    (child(root, list)?.children ?? []).reduce(
      (sum, one) => sum + (one.local === "AlternateContent" ? Infinity : 1),
      0,
    );
  const bounds = { fontId: count("fonts"), fillId: count("fills"), borderId: count("borders") };
  for (const format of child(root, "cellXfs")?.children ?? []) {
    const a = attributesAt(xml, format);
    for (const [name, bound] of Object.entries(bounds))
      if (a[name] !== undefined && Number(a[name]) >= bound) out.push(`${name} ${a[name]}`);
  }
  return out;
}

/** Children that stand before one that the schema wants first; unknown ones may stand anywhere. */
export function orderFaults(element: Element, order: readonly string[]): string[] {
  const out: string[] = [];
  let last = -1;
  for (const { local } of element.children) {
    const rank = order.indexOf(local);
    if (rank < 0) continue;
    if (rank < last) out.push(`${local} comes too late in ${element.local}`);
    last = Math.max(last, rank);
  }
  return out;
}

function repeated(list: readonly string[]): string[] {
  const seen = new Set<string>();
  return list.filter((one) => seen.size === seen.add(one).size);
}

function unboundPrefixes(xml: string): Set<string> {
  const out = new Set<string>();
  const scopes: ReadonlySet<string>[] = [new Set(["xml", "xmlns"])];
  const scanner = new Scanner(xml);
  while (scanner.next()) {
    if (scanner.closes) {
      scopes.pop();
      continue;
    }
    const outerScope = scopes.at(-1) ?? new Set<string>();
    const { tag, name } = scanner;
    const scope = tag.includes("xmlns:") ? withPrefixes(outerScope, tag) : outerScope;
    const hasPrefix = name !== localName(name);
    if (hasPrefix && !scope.has(name.slice(0, name.indexOf(":")))) out.add(name);
    if (tag.indexOf(":", name.length + 1) >= 0)
      for (const [, prefix = ""] of tag
        .replace(/"[^"]*"|'[^']*'/g, '""')
        .matchAll(/\s([\w.-]+):[\w.-]+\s*=/g))
        if (!scope.has(prefix)) out.add(`${prefix}:`);
    if (!scanner.empty) scopes.push(scope);
  }
  return out;
}

function withPrefixes(scope: ReadonlySet<string>, tag: string): ReadonlySet<string> {
  const out = new Set(scope);
  for (const [, prefix = ""] of tag.matchAll(/\sxmlns:([\w.-]+)\s*=/g)) out.add(prefix);
  return out;
}
