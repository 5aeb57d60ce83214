import { strFromU8, strToU8 } from "fflate";
import type { WorkbookModel } from "../model/workbook-model";
import type { SheetChanges } from "./changes";
import type { Baseline } from "./open";
import type { Parts } from "./package";
import { readWorkbookPart } from "./read-workbook";
import { withoutCounts } from "./shared-strings";
import { needsRelationships, spliceSheet } from "./splice-sheet";

/** Parts that list others: these must be excelize's, or what it added would be lost. */
const lists =
  /^(?:\[Content_Types\]\.xml|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml|xl\/sharedStrings\.xml)$/;

/**
 * Puts the original bytes back where excelize only wrote the same thing in other words. Style and string indices of an
 * untouched sheet stay valid, because excelize adds at the end of those tables.
 */
export function keepOriginalParts(
  parts: Parts,
  original: Parts,
  model: WorkbookModel,
  baseline: Baseline,
  touched: SheetChanges[],
): void {
  const deleted = new Set(
    baseline.sheets
      .filter((sheet) => !model.sheets.some((one) => one.id === sheet.id))
      .flatMap((sheet) => [sheet.part, relsOf(sheet.part)]),
  );
  const changed = new Set(
    touched.flatMap((one) => {
      if (!one.baseline) return [];
      const { part } = one.baseline;
      return needsRelationships(one) ? [part, relsOf(part)] : [part];
    }),
  );
  for (const one of touched) if (one.baseline) keepElements(parts, original, one.baseline.part, one);
  // A drawing belongs to a sheet; it is rewritten where charts were added to a sheet of the file.
  const drawsCharts = touched.some((one) => one.baseline !== null && one.extras.has("charts"));
  for (const [name, bytes] of Object.entries(original)) {
    if (lists.test(name) || deleted.has(name) || changed.has(name)) continue;
    if (name.startsWith("docProps/") && model.changed.has("properties")) continue;
    if (drawsCharts && /^xl\/(?:drawings|charts)\//.test(name) && name in parts) continue;
    // A part that excelize dropped, such as the calculation chain, is listed nowhere any more.
    if (name === "xl/calcChain.xml" && !(name in parts)) continue;
    parts[name] = bytes;
  }
  keepStrings(parts, original);
  if (touched.every((one) => one.cells.every((cell) => cell.style === null))) {
    const styles = original["xl/styles.xml"];
    if (styles) parts["xl/styles.xml"] = styles;
  }
}

/** Of a sheet that was touched, the elements that were not. */
function keepElements(parts: Parts, original: Parts, name: string, changes: SheetChanges): void {
  const [before, after] = [original[name], parts[name]];
  if (!before || !after) return;
  const spliced = spliceSheet(strFromU8(before), strFromU8(after), changes);
  if (spliced !== null) parts[name] = strToU8(spliced);
}

const relsOf = (part: string): string => part.replace(/([^/]+)$/, "_rels/$1.rels");

/** The original string table, with what excelize added to its end. */
function keepStrings(parts: Parts, original: Parts): void {
  const name = readWorkbookPart(original).sharedStrings;
  const before = name === null ? undefined : original[name];
  const after = parts["xl/sharedStrings.xml"];
  if (!before || !after || name !== "xl/sharedStrings.xml") return;
  const items = (xml: string): string[] =>
    xml.match(/<(?:\w+:)?si\b(?:[^>]*\/>|[\s\S]*?<\/(?:\w+:)?si>)/g) ?? [];
  const oldXml = strFromU8(before);
  const [old, now] = [items(oldXml), items(strFromU8(after))];
  const end = oldXml.lastIndexOf("</sst>");
  if (end < 0 || now.length < old.length) return;
  const added = now.slice(old.length).join("");
  if (added === "") parts[name] = before;
  else parts[name] = strToU8(withoutCounts(oldXml.slice(0, end)) + added + oldXml.slice(end));
}
