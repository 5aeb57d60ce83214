import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { cellError, cellValue, formulaOf } from "../model/sheet-cells";
import type { WorkbookModel } from "../model/workbook-model";
import { applySheetChanges } from "./apply-changes";
import { applyNames, applyProperties, applySheetList } from "./apply-workbook";
import { writeCachedValues, type CachedValue } from "./cached-values";
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
  const parts = write(file, () => {
    applySheetList(file, model, baseline);
    const styles = new StyleTable(file);
    for (const one of touched) applySheetChanges(library, file, styles, one, (id) => model.sheet(id).name);
    applyNames(file, model);
    applyProperties(file, model);
    checked(file.SetCalcProps({ FullCalcOnLoad: true }));
  });
  withoutPlaceholders(parts);
  if (originalParts && baseline) keepOriginalParts(parts, originalParts, model, baseline, touched);
  cacheValues(parts, changes, baseline);
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

/** The original with the shared formulas of the touched sheets written out. */
function prepared(parts: Parts, touched: SheetChanges[]): Uint8Array {
  const out = withFreeNumbers(parts);
  for (const { baseline } of touched) {
    const part = baseline && out[baseline.part];
    if (part) out[baseline.part] = strToU8(unshareFormulas(strFromU8(part)));
  }
  return zipSync(out, { level: 0 });
}

function cacheValues(parts: Parts, changes: SheetChanges[], baseline: Baseline | null): void {
  const sheets = readWorkbookPart(parts).sheets;
  for (const { sheet } of changes) {
    const part = sheets.find((one) => one.name === sheet.name)?.part;
    const bytes = part === undefined ? undefined : parts[part];
    if (part === undefined || !bytes) continue;
    const before = baseline?.sheets.find((one) => one.id === sheet.id) ?? null;
    const xml = strFromU8(bytes);
    const patched = writeCachedValues(xml, (row, column) =>
      cachedValue(sheet.cells.data(row, column), before, row, column),
    );
    if (patched !== xml) parts[part] = strToU8(patched);
  }
}

/** The engine's value; where it does not know a function, the value that Excel had stored. */
function cachedValue(
  cell: ReturnType<WorkbookModel["active"]["cells"]["data"]>,
  before: BaselineSheet | null,
  row: number,
  column: number,
): CachedValue | null {
  if (!cell || formulaOf(cell) === null || (cell.v == null && cell.p == null)) return null;
  const error = cellError(cell);
  const old = before?.cells[row]?.[column];
  if (error === "#NAME?" && old?.f === cell.f) return null;
  return { value: cellValue(cell), error: error !== null };
}
