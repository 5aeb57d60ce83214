import { parseCellName, type CellAddress } from "../expr/cell";
import { cellAt, textAt, type CellValue, type SheetGrid } from "../model/grid";

/** The name that stands in the row of a changed cell: by it the cell is found again where rows were moved. */
export interface RowName {
  readonly row: number;
  readonly column: number;
  /** Without outer white space. */
  readonly text: string;
}

/** One change to a cell of the user's, with what 撤销 needs to put it back. */
export interface LoggedChange {
  readonly run: number;
  readonly time: string;
  readonly action: LogAction;
  /** Null for the line that names the run itself. */
  readonly cell: CellAddress | null;
  /** Null where no name is known. */
  readonly name: RowName | null;
  /** As src/kept/log-content.ts writes content down; "" for an empty cell. */
  readonly before: string;
  readonly after: string;
  readonly formatBefore: string;
  readonly remark: string;
}

export type LogAction = "计算得分" | "撤销";

/** Below the title, the note and the header. */
const FIRST_ROW = 3;

/** Reads the log back from its sheet; lines that are not the log's own are passed over. */
export function readRunLog(grid: SheetGrid | undefined): LoggedChange[] {
  if (grid === undefined) return [];
  const changes: LoggedChange[] = [];
  for (let row = FIRST_ROW; row < grid.rows.length; row += 1) {
    const change = readChange(grid, row);
    if (change !== null) changes.push(change);
  }
  return changes;
}

function readChange(grid: SheetGrid, row: number): LoggedChange | null {
  const run = cellAt(grid, row, 0).value;
  const action = textAt(grid, row, 2);
  if (typeof run !== "number" || (action !== "计算得分" && action !== "撤销")) return null;
  const at = parseCellName(textAt(grid, row, 4));
  return {
    run,
    time: stored(cellAt(grid, row, 1).value),
    action,
    cell: at === null ? null : { sheet: stored(cellAt(grid, row, 3).value), ...at },
    name: rowName(stored(cellAt(grid, row, 5).value)),
    before: stored(cellAt(grid, row, 6).value),
    after: stored(cellAt(grid, row, 7).value),
    formatBefore: stored(cellAt(grid, row, 8).value),
    remark: stored(cellAt(grid, row, 9).value),
  };
}

function rowName(text: string): RowName | null {
  const cut = text.indexOf(" ");
  const at = cut > 0 ? parseCellName(text.slice(0, cut)) : null;
  return at && { ...at, text: text.slice(cut + 1) };
}

function stored(value: CellValue): string {
  return value === null ? "" : String(value);
}

/** The changes of all runs that have not been undone, oldest first; empty when there are none. */
export function openChanges(changes: readonly LoggedChange[]): LoggedChange[] {
  const undone = new Set(changes.filter((change) => change.action === "撤销").map((change) => change.run));
  return changes.filter((change) => change.action === "计算得分" && !undone.has(change.run));
}
