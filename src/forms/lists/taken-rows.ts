import type { EvaluationForm } from "../../model/form";

/** Rows from the first to the last, both of them. */
type Span = readonly [first: number, last: number];

/**
 * The rows of a sheet that belong to its evaluations: from the header of each table to its last indicator or total.
 * Units below each other share a header, so that their spans overlap: each row is entered once.
 */
export function takenRows(forms: readonly EvaluationForm[]): ReadonlySet<number> {
  const taken = new Set<number>();
  let filled = -1;
  for (const [first, last] of forms.flatMap(spansOf).sort(([a], [b]) => a - b)) {
    for (let row = Math.max(first, filled + 1); row <= last; row += 1) taken.add(row);
    filled = Math.max(filled, last);
  }
  return taken;
}

function spansOf(form: EvaluationForm): Span[] {
  const table = spanOf([
    ...form.columns.map(({ header }) => header.cell.row),
    ...form.indicators.map(({ cell }) => cell.row),
    ...form.dimensions.map(({ cell }) => cell.row),
  ]);
  const funds = spanOf(form.funds.map(({ cell }) => cell.row));
  // A 合计 far below is that of a list on the same sheet.
  const end = table === null ? -Infinity : table[1] + 2;
  const totals = form.totals.flatMap(({ cell: { row } }): Span[] => (row <= end ? [[row, row]] : []));
  return [
    ...(table === null ? [] : [table]),
    ...totals,
    // The header of a fund block stands in the row above it.
    ...(funds === null ? [] : [[funds[0] - 1, funds[1]] as const]),
  ];
}

function spanOf(rows: readonly number[]): Span | null {
  return rows.length === 0
    ? null
    : rows.reduce<Span>(
        ([first, last], row) => [Math.min(first, row), Math.max(last, row)],
        [Infinity, -Infinity],
      );
}
