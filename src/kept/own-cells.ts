import type { CellAddress } from "../expr/cell";
import { CellMap, type ReadonlyCellMap } from "../expr/cell-map";
import { EMPTY_CELL, type SheetGrid } from "../model/grid";
import { isOutputSheet, OUTPUT_SHEETS } from "../model/sheet-names";
import { isPointer, pointerTextOf } from "./log-content";
import { readRunLog, type LoggedChange } from "./run-log";
import { writtenCells } from "./written-cells";

/** The user's sheets as they would be had the add-in never written to them, and what it wrote there. */
export interface OwnCells {
  readonly sheets: readonly SheetGrid[];
  /** Cells that hold what the add-in wrote. */
  readonly own: ReadonlyCellMap<CellAddress>;
  readonly log: readonly LoggedChange[];
}

/**
 * Takes the add-in's own results out of the user's cells, so that a second run reads what the first one read:
 * formulas that point at the working paper, and values that the run log says it wrote and nobody changed since.
 */
export function withoutOwnCells(sheets: readonly SheetGrid[]): OwnCells {
  const log = readRunLog(sheets.find((sheet) => sheet.name === OUTPUT_SHEETS.runLog));
  const written = new CellMap<true>();
  for (const { at, after, isUntouched } of writtenCells(log, sheets))
    if (at !== null && after !== "" && isUntouched) written.set(at, true);
  const own = new CellMap<CellAddress>();
  const cleaned = sheets.map((sheet) => {
    if (isOutputSheet(sheet.name)) return sheet;
    const rows = sheet.rows.map((cells, row) =>
      cells.map((cell, column) => {
        if (cell === undefined) return cell;
        const at = { sheet: sheet.name, row, column };
        const isOwn = isPointer(cell.formula ?? "") || pointerTextOf(cell) !== null || written.has(at);
        if (!isOwn) return cell;
        own.set(at, at);
        return { ...EMPTY_CELL, format: cell.format };
      }),
    );
    return { ...sheet, rows };
  });
  return { sheets: cleaned, own, log };
}
