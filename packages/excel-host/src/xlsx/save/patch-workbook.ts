import { namespacesOf, relationshipNamespaces } from "./namespaces";
import { patchNames } from "./patch-names";
import { insertInto, type SheetPlace, type WorkbookSource } from "./workbook-part";
import {
  attributesAt,
  boundPrefix,
  child,
  Edits,
  escapeAttribute,
  openTag,
  outer,
  parse,
  prefixOf,
  withAttribute,
  type Element,
} from "./xml-text";

/** workbook.xml: sheets added, ordered, hidden and taken away; names; what to calculate. */
export function patchWorkbook(xml: string, source: WorkbookSource): string {
  const root = parse(xml, { depth: 5 });
  const edits = new Edits(xml);
  const sheets = child(root, "sheets");
  if (!sheets) throw new Error("the workbook has no list of sheets");
  const old = sheets.children.map((element, index) => placeOf(xml, element, index, source));
  const wanted = placed(source, old, sheetWriter(xml, root, sheets));
  replaceList(edits, sheets, old, wanted);
  const newIndex = (index: number): number => wanted.findIndex((one) => one.old === index);
  patchViews(edits, root, { active: activeIndex(source, wanted), newIndex });
  patchNames(edits, root, { ...source, wanted, newIndex });
  const calculation = child(root, "calcPr");
  if (calculation)
    edits.replaceTag(calculation, withAttribute(openTag(xml, calculation), "fullCalcOnLoad", "1"));
  else insertInto(edits, root, "calcPr", `<${prefixOf(root)}calcPr fullCalcOnLoad="1"/>`);
  return edits.apply();
}

function placeOf(xml: string, element: Element, old: number, source: WorkbookSource): SheetPlace {
  const relationship = attributesAt(xml, element)["id"] ?? "";
  return { id: source.sheetOf(relationship), old, xml: outer(xml, element) };
}

type WriteSheet = (name: string, state: string | null, relationship: string) => string;

function sheetWriter(xml: string, root: Element, sheets: Element): WriteSheet {
  const tag = openTag(xml, root);
  const r = boundPrefix(tag, relationshipNamespaces);
  const ids = sheets.children.map((one) => Number(attributesAt(xml, one)["sheetId"] ?? 0));
  let nextId = 1 + Math.max(0, ...ids);
  return (name, state, relationship) => {
    const place =
      r === null || r === ""
        ? ` xmlns:r="${namespacesOf(tag).relationships}" r:id="${relationship}"`
        : ` ${r}id="${relationship}"`;
    const hidden = state === null ? "" : ` state="${state}"`;
    return `<${prefixOf(root)}sheet name="${escapeAttribute(name)}" sheetId="${nextId++}"${hidden}${place}/>`;
  };
}

const states = { Visible: null, Hidden: "hidden", VeryHidden: "veryHidden" } as const;

function placed(
  { model, baseline, added, isDeleted }: WorkbookSource,
  old: readonly SheetPlace[],
  write: WriteSheet,
): SheetPlace[] {
  const list = model.sheets.flatMap((sheet): SheetPlace[] => {
    const known = old.find((one) => one.id === sheet.id);
    const fresh = added.find((one) => one.id === sheet.id);
    const state = states[sheet.extras.visibility];
    if (known) {
      const was = baseline.sheets.find((one) => one.id === sheet.id);
      let { xml } = known;
      if (was && was.name !== sheet.name) xml = withAttribute(xml, "name", sheet.name);
      if (was && was.visibility !== sheet.extras.visibility) xml = withAttribute(xml, "state", state);
      return [{ ...known, xml }];
    }
    return fresh ? [{ id: sheet.id, old: null, xml: write(sheet.name, state, fresh.relationship) }] : [];
  });
  // Sheets that the open workbook does not know stay behind the one that they followed.
  for (const [index, one] of old.entries()) {
    if (one.id !== null || isDeleted(relationshipOf(one.xml))) continue;
    let at = 0;
    for (let i = index - 1; i >= 0 && at === 0; i--) at = list.findIndex((other) => other.old === i) + 1;
    list.splice(at, 0, one);
  }
  return list;
}

const relationshipOf = (sheet: string): string =>
  /\s(?:[\w.-]+:)?id\s*=\s*["']([^"']*)["']/.exec(sheet)?.[1] ?? "";

function replaceList(
  edits: Edits,
  sheets: Element,
  old: readonly SheetPlace[],
  wanted: readonly SheetPlace[],
): void {
  const last = sheets.children.at(-1);
  const [first] = sheets.children;
  if (!first || !last) return edits.append(sheets, wanted.map(({ xml }) => xml).join(""));
  const staysInFront = old.every(({ xml }, i) => wanted[i]?.xml === xml);
  const added = wanted.slice(old.length).map(({ xml }) => xml);
  if (staysInFront) edits.replace(last.end, last.end, added.join(""));
  else edits.replace(first.start, last.end, wanted.map(({ xml }) => xml).join(""));
}

/** What was in front stays there, a chart sheet, too, unless another sheet was activated. */
function activeIndex({ model, before }: WorkbookSource, wanted: readonly SheetPlace[]): number {
  const stays = model.active.id === model.openedAt;
  const at = stays ? wanted.findIndex((one) => one.old === before.activeTab) : -1;
  return at >= 0 ? at : wanted.findIndex((one) => one.id === model.active.id);
}

function patchViews(
  edits: Edits,
  root: Element,
  { active, newIndex }: { active: number; newIndex: (index: number) => number },
): void {
  const view = child(child(root, "bookViews"), "workbookView");
  if (!view) {
    if (active > 0)
      insertInto(
        edits,
        root,
        "bookViews",
        `<${prefixOf(root)}bookViews><${prefixOf(root)}workbookView activeTab="${active}"/></${prefixOf(root)}bookViews>`,
      );
    return;
  }
  const a = attributesAt(edits.xml, view);
  let tag = openTag(edits.xml, view);
  if (active >= 0 && Number(a["activeTab"] ?? 0) !== active)
    tag = withAttribute(tag, "activeTab", String(active));
  const first = Number(a["firstSheet"] ?? 0);
  if (first > 0 && newIndex(first) !== first)
    tag = withAttribute(tag, "firstSheet", String(Math.max(0, newIndex(first))));
  edits.replaceTag(view, tag);
}
