import type { WorkbookModel } from "../model/workbook-model";
import { changesOf, isUnchanged } from "./changes";
import type { Baseline } from "./open";
import { WorkbookPatcher } from "./save/workbook-patcher";

/**
 * The workbook as .xlsx: the package that it came from with what changed put in, so that everything else in it
 * survives byte for byte. An unchanged workbook is the original.
 * @throws WorkbookSaveError if the result does not pass its check
 */
export function saveWorkbook(
  model: WorkbookModel,
  original: Uint8Array | null,
  baseline: Baseline | null,
): Uint8Array {
  const changes = changesOf(model, baseline);
  const before = baseline?.sheets.map((sheet) => sheet.name + sheet.visibility) ?? [];
  const now = model.sheets.map((sheet) => sheet.name + sheet.extras.visibility);
  const sameSheets = before.length === now.length && before.every((name, i) => name === now[i]);
  if (original && sameSheets && changes.every(isUnchanged) && model.changed.size === 0) return original;
  return new WorkbookPatcher(model, original, baseline).save(changes);
}
