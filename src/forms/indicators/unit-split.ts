import type { EvaluationForm } from "../../model/form";
import type { UnitIndicator } from "./indicator-table";

/** A table with a unit column is one evaluation for each unit (report contract); others stay as they are. */
export function splitByUnit(form: EvaluationForm, rows: readonly UnitIndicator[]): EvaluationForm[] {
  const units = [...new Set(rows.map(({ unit }) => unit))];
  if (units.length === 1 && units[0] !== null && units[0] !== undefined) return [{ ...form, unit: units[0] }];
  if (units.length <= 1) return [form];
  const unitOfRow = new Map(rows.map(({ unit, entry }) => [entry.cell.row, unit]));
  const byUnit = new Map(
    units.map((unit) => [
      unit,
      {
        ...form,
        unit: unit ?? form.unit,
        indicators: [] as EvaluationForm["indicators"][number][],
        totals: [] as EvaluationForm["totals"][number][],
      },
    ]),
  );
  for (const entry of form.indicators)
    byUnit.get(unitOfRow.get(entry.cell.row) ?? null)?.indicators.push(entry);
  let at = 0;
  let unit: string | null = null;
  for (const total of [...form.totals].sort((a, b) => a.cell.row - b.cell.row)) {
    for (let entry = rows[at]; entry && entry.entry.cell.row < total.cell.row; entry = rows[at]) {
      unit = entry.unit;
      at += 1;
    }
    byUnit.get(unit)?.totals.push(total);
  }
  return [...byUnit.values()].filter(({ indicators }) => indicators.length > 0);
}
