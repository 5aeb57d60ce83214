import type { ICellData } from "@univerjs/core";
import { cellError, formulaOf, type CellData } from "../../model/sheet-cells";
import { cachedValueOf, type CachedValue } from "../cached-values";
import type { SheetChanges } from "../changes";

/** Errors that say that our engine, not the formula, is at its end. */
const ofTheEngine = new Set(["#NAME?", "#SPILL!", "#CALC!"]);

/**
 * The engine's result of a formula; null where it knows less than whoever stored the last one. A formula of the file that
 * came without a result and gives an error goes on without: Excel calculates it when it opens the file.
 */
export function resultOf(cell: CellData, old: ICellData | undefined): CachedValue | null {
  const error = cellError(cell);
  const stays = old !== undefined && old.f === formulaOf(cell);
  const isDoubtful = error !== null && (ofTheEngine.has(error) || old?.v === undefined);
  return stays && isDoubtful ? null : cachedValueOf(cell);
}

/** Whether a formula of the file has another result now than the one that the file states. */
export function hasNewResults({ sheet, baseline }: SheetChanges): boolean {
  if (!baseline) return false;
  for (const [row, line] of Object.entries(baseline.cells))
    for (const [column, old] of Object.entries(line)) {
      if (old.f === undefined) continue;
      const result = resultOf(sheet.cells.data(Number(row), Number(column)), old);
      if (result && result.value !== null && !isStated(result.value, old)) return true;
    }
  return false;
}

function isStated(value: string | number | boolean, { v, t }: ICellData): boolean {
  const kind = Number(t ?? 0);
  if (typeof value === "number") return kind === 2 && v === value;
  if (typeof value === "boolean") return kind === 3 && Number(v) === Number(value);
  return kind !== 2 && kind !== 3 && v === value;
}
