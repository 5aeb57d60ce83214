import { sheetReference, type CellAddress } from "../expr/cell";
import { CellMap, type ReadonlyCellMap } from "../expr/cell-map";
import { EMPTY_CELL, type GridCell, type SheetGrid } from "../model/grid";
import { OUTPUT_SHEETS } from "../model/sheetNames";
import { openChanges, readRunLog, type LoggedChange } from "./runLog";

const POINTER = `=${sheetReference(OUTPUT_SHEETS.workingPaper)}!`;
const OUTPUT_NAMES: readonly string[] = Object.values(OUTPUT_SHEETS);

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
  const logged = new CellMap<string>();
  for (const { cell, after } of openChanges(log)) if (cell !== null && after !== "") logged.set(cell, after);
  const own = new CellMap<CellAddress>();
  const cleaned = sheets.map((sheet) => {
    if (OUTPUT_NAMES.includes(sheet.name)) return sheet;
    const rows = sheet.rows.map((cells, row) =>
      cells.map((cell, column) => {
        if (cell === undefined) return cell;
        const at = { sheet: sheet.name, row, column };
        if (cell.formula?.startsWith(POINTER) !== true && !isLogged(logged.get(at), cell)) return cell;
        own.set(at, at);
        return { ...EMPTY_CELL, format: cell.format };
      }),
    );
    return { ...sheet, rows };
  });
  return { sheets: cleaned, own, log };
}

function isLogged(written: string | undefined, cell: GridCell): boolean {
  return written !== undefined && written === contentOf(cell);
}

/** A cell's formula or value as the run log writes it down. */
export function contentOf(cell: GridCell): string {
  return cell.formula ?? (cell.value === null ? "" : String(cell.value));
}
