import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { cellError, formulaOf, type CellData } from "../model/sheet-cells";
import type { WorkbookModel } from "../model/workbook-model";
import { writeAddedSheets, type AddedSheet } from "./added-sheets";
import { applySheetChanges, styleIndices } from "./apply-changes";
import { applyNames, applyProperties, applySheetList } from "./apply-workbook";
import { cachedValueOf, writeCachedValues, type CachedValue } from "./cached-values";
import { changesOf, isUnchanged, type BaselineSheet, type SheetChanges } from "./changes";
import { checked, excelize, type ExcelizeFile } from "./excelize";
import { defaultLimits } from "./limits";
import type { Baseline } from "./open";
import { unpack, type Parts } from "./package";
import { readWorkbookPart } from "./read-workbook";
import { addSettingsPart } from "./settings-part";
import { withFreeNumbers, withoutPlaceholders } from "./free-numbers";
import { StyleTable } from "./style-table";
import { keepOriginalParts } from "./kept-parts";
import { isSpliceable } from "./splice-sheet";
import { unshareFormulas } from "./unshare";

/**
 * The workbook as .xlsx: the differences applied to the original file, so that everything else in it survives. An
 * unchanged workbook is the original, byte for byte.
 */
export async function saveWorkbook(
  model: WorkbookModel,
  original: Uint8Array | null,
  baseline: Baseline | null,
): Promise<Uint8Array> {
  const changes = changesOf(model, baseline);
  const before = baseline?.sheets.map((sheet) => sheet.name + sheet.visibility) ?? [];
  const now = model.sheets.map((sheet) => sheet.name + sheet.extras.visibility);
  const sameSheets = before.length === now.length && before.every((name, i) => name === now[i]);
  if (original && sameSheets && changes.every(isUnchanged) && model.changed.size === 0) return original;

  const library = await excelize();
  const originalParts = original ? unpack(original, defaultLimits) : null;
  const touched = changes.filter((one) => !isUnchanged(one));
  const file = originalParts ? library.OpenReader(prepared(originalParts, touched)) : library.NewFile();
  checked(file as unknown as { error: string | null });
  const added: AddedSheet[] = [];
  const parts = write(file, () => {
    applySheetList(file, model, baseline);
    const styles = new StyleTable(file);
    for (const one of touched) {
      applySheetChanges(library, file, styles, one, (id) => model.sheet(id).name);
      if (!one.baseline) added.push({ changes: one, styles: styleIndices(file, styles, one) });
    }
    applyNames(file, model);
    applyProperties(file, model);
    checked(file.SetCalcProps({ FullCalcOnLoad: true }));
  });
  withoutPlaceholders(parts);
  if (originalParts && baseline) keepOriginalParts(parts, originalParts, model, baseline, touched);
  writeAddedSheets(parts, added);
  cacheValues(parts, changes);
  if (model.changed.has("settings")) addSettingsPart(parts, model.settings);
  return zipSync(inOrder(parts), { level: 6 });
}

/** The content types come first: that is how programs that look at the first bytes tell a workbook from another zip. */
function inOrder(parts: Parts): Parts {
  const { "[Content_Types].xml": types, "_rels/.rels": rels, ...others } = parts;
  return { ...(types && { "[Content_Types].xml": types }), ...(rels && { "_rels/.rels": rels }), ...others };
}

function write(file: ExcelizeFile, apply: () => void): Parts {
  apply();
  const { buffer } = checked(file.WriteToBuffer());
  return unzipSync(buffer as Uint8Array);
}

/** The original with the shared formulas of the touched sheets written out, and without merges that stay as they are. */
function prepared(parts: Parts, touched: SheetChanges[]): Uint8Array {
  const out = withFreeNumbers(parts);
  for (const { baseline, merges } of touched) {
    const part = baseline && out[baseline.part];
    if (!part) continue;
    const xml = unshareFormulas(strFromU8(part));
    const keepsMerges = merges.added.length + merges.removed.length === 0 && isSpliceable(strFromU8(part));
    out[baseline.part] = strToU8(keepsMerges ? withoutMerges(xml) : xml);
  }
  return zipSync(out, { level: 0 });
}

/** excelize looks through all merges with every cell that it writes; the original ones are put back at the end. */
const withoutMerges = (xml: string): string => xml.replace(/<mergeCells\b[^>]*>[\s\S]*?<\/mergeCells>/, "");

/** Into the sheets of the file: those that were added have their values. */
function cacheValues(parts: Parts, changes: SheetChanges[]): void {
  const sheets = readWorkbookPart(parts).sheets;
  for (const { sheet, baseline } of changes) {
    const part = sheets.find((one) => one.name === sheet.name)?.part;
    const bytes = part === undefined ? undefined : parts[part];
    if (!baseline || part === undefined || !bytes) continue;
    const xml = strFromU8(bytes);
    const patched = writeCachedValues(xml, (row, column) =>
      newValue(sheet.cells.data(row, column), baseline, row, column),
    );
    if (patched !== xml) parts[part] = strToU8(patched);
  }
}

/** The engine's value; where it does not know a function, the value that Excel had stored. */
function newValue(cell: CellData, before: BaselineSheet, row: number, column: number): CachedValue | null {
  const isUnknown = cellError(cell) === "#NAME?" && before.cells[row]?.[column]?.f === formulaOf(cell);
  return isUnknown ? null : cachedValueOf(cell);
}
