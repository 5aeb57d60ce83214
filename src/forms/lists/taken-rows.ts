import type { EvaluationForm } from "../../model/form";

/** The rows of a sheet that belong to its evaluations: from the header of each table to its last indicator or total. */
export function takenRows(forms: readonly EvaluationForm[]): ReadonlySet<number> {
  const taken = new Set<number>();
  for (const form of forms) {
    const rows = [
      ...form.columns.map(({ header }) => header.cell.row),
      ...form.indicators.map(({ cell }) => cell.row),
      ...form.dimensions.map(({ cell }) => cell.row),
    ];
    for (let row = Math.min(...rows); row <= Math.max(...rows); row += 1) taken.add(row);
    // A 合计 far below is that of a list on the same sheet.
    const last = Math.max(...rows);
    for (const { cell } of form.totals) if (cell.row <= last + 2) taken.add(cell.row);
    const funds = form.funds.map(({ cell }) => cell.row);
    // The header of a fund block stands in the row above it.
    if (funds.length > 0)
      for (let row = Math.min(...funds) - 1; row <= Math.max(...funds); row += 1) taken.add(row);
  }
  return taken;
}
