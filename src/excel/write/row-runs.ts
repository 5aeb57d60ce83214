/** Rows one below the other that were read; `first` counts from 0. */
export interface RowRun {
  readonly first: number;
  readonly count: number;
}

/** The rows that were read, in blocks of at most `size` rows. */
export function rowBlocksOf(rows: readonly (readonly unknown[])[], size: number): RowRun[] {
  return rowRuns(rows).flatMap(({ first, count }) =>
    Array.from({ length: Math.ceil(count / size) }, (_, block) => ({
      first: first + block * size,
      count: Math.min(size, count - block * size),
    })),
  );
}

/** Leaves out the rows of which nothing was read: a stray cell may stand a million of them below the table. */
export function rowRuns(rows: readonly (readonly unknown[])[]): RowRun[] {
  const runs: { first: number; count: number }[] = [];
  rows.forEach((row, index) => {
    if (row.length === 0) return;
    const last = runs.at(-1);
    if (last !== undefined && last.first + last.count === index) last.count += 1;
    else runs.push({ first: index, count: 1 });
  });
  return runs;
}
