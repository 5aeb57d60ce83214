import type { SheetChanges } from "./changes";

/** The children of a worksheet part, in the order that the schema asks for. */
const order = [
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
  "customProperties",
  "cellWatches",
  "ignoredErrors",
  "smartTags",
  "drawing",
];

/** What of a sheet part differs in the open workbook: only these elements are taken from excelize. */
function changedElements({ merges, columns, view, extras }: SheetChanges): Set<string> {
  const out = new Set(["dimension", "sheetData"]);
  const add = (...names: string[]): void => names.forEach((name) => out.add(name));
  if (merges.added.length + merges.removed.length > 0) add("mergeCells");
  if (columns.size > 0) add("cols");
  if (view.gridlines !== undefined || view.freeze) add("sheetViews");
  if (view.tabColor !== undefined) add("sheetPr");
  if (extras.has("pageLayout")) add("sheetPr", "printOptions", "pageMargins", "pageSetup", "headerFooter");
  if (extras.has("protection")) add("sheetProtection");
  if (extras.has("hyperlinks")) add("hyperlinks");
  if (extras.has("validations")) add("dataValidations");
  if (extras.has("charts")) add("drawing");
  return out;
}

/** Relationships of the sheet are new only where something refers to them that was added. */
export const needsRelationships = ({ extras }: SheetChanges): boolean =>
  extras.has("hyperlinks") || extras.has("charts");

/**
 * The original part with the changed elements put in: excelize reads and writes most of a sheet, but not all of it, and
 * what it does not know it drops. Null where the part is not laid out as expected; then excelize's part is taken.
 */
export function spliceSheet(original: string, rewritten: string, changes: SheetChanges): string | null {
  const before = split(original);
  const after = split(rewritten);
  if (before === null || after === null) return null;
  const changed = changedElements(changes);
  const children = before.children.filter(({ name }) => !changed.has(name));
  for (const child of after.children) {
    if (!changed.has(child.name)) continue;
    const rank = order.indexOf(child.name);
    let at = children.findIndex(({ name }) => {
      const other = order.indexOf(name);
      return other < 0 || other > rank;
    });
    if (at < 0) at = children.length;
    children.splice(at, 0, child);
  }
  return before.head + children.map(({ xml }) => xml).join("") + before.tail;
}

/** Whether `spliceSheet` will keep what is not changed of such a part. */
export const isSpliceable = (original: string): boolean => split(original) !== null;

interface Split {
  head: string;
  children: { name: string; xml: string }[];
  tail: string;
}

// A tag with its attributes; quoted signs do not end it.
const tag = /<(\/?)([A-Za-z_][\w.-]*)(?::([\w.-]+))?((?:[^>"']|"[^"]*"|'[^']*')*)>/y;

/** Cuts a part into the children of its root; prefixes of another namespace than the default one are left to excelize. */
function split(xml: string): Split | null {
  const rootStart = xml.search(/<worksheet[\s>]/);
  if (rootStart < 0) return null;
  tag.lastIndex = rootStart;
  const root = tag.exec(xml);
  const rootEnd = xml.lastIndexOf("</worksheet>");
  if (!root || root[4]?.endsWith("/") === true || rootEnd < 0) return null;
  const children: Split["children"] = [];
  let at = tag.lastIndex;
  const head = xml.slice(0, at);
  while (at < rootEnd) {
    const start = xml.indexOf("<", at);
    if (start < 0 || start >= rootEnd) break;
    if (xml.startsWith("<!--", start)) {
      at = xml.indexOf("-->", start) + 3;
      if (at < 3) return null;
      continue;
    }
    tag.lastIndex = start;
    const found = tag.exec(xml);
    if (!found || found[1] === "/") return null;
    const name = found[3] === undefined ? (found[2] ?? "") : `${found[2] ?? ""}:${found[3]}`;
    let end = tag.lastIndex;
    if (found[4]?.endsWith("/") !== true) {
      const close = `</${name}>`;
      // No child of a sheet contains another of its own name but extLst, which is the last.
      const closing = name === "extLst" ? xml.lastIndexOf(close, rootEnd) : xml.indexOf(close, end);
      if (closing < 0) return null;
      end = closing + close.length;
    }
    children.push({ name, xml: xml.slice(start, end) });
    at = end;
  }
  return { head, children, tail: xml.slice(rootEnd) };
}
