import type { CellAddress } from "../../expr/cell";

/** Cells that stand one below the other: read or written as one range. */
export interface ColumnRun<T> {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly items: readonly T[];
}

/** Joins neighbours of a column to runs, so that the number of ranges does not grow with the rows. */
export function columnRuns<T>(items: readonly T[], addressOf: (item: T) => CellAddress): ColumnRun<T>[] {
  const sorted = [...items].sort((a, b) => compareDown(addressOf(a), addressOf(b)));
  const runs: { sheet: string; row: number; column: number; items: T[] }[] = [];
  for (const item of sorted) {
    const at = addressOf(item);
    const last = runs.at(-1);
    if (last?.sheet === at.sheet && last.column === at.column && last.row + last.items.length === at.row)
      last.items.push(item);
    else runs.push({ ...at, items: [item] });
  }
  return runs;
}

function compareDown(a: CellAddress, b: CellAddress): number {
  if (a.sheet !== b.sheet) return a.sheet < b.sheet ? -1 : 1;
  return a.column - b.column || a.row - b.row;
}
