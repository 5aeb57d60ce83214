import type { Field } from "../../model/form";
import type { GradeScale } from "../../model/grade";
import { addressAt } from "../../model/grid";
import { gradeScaleIn } from "./grade-scale";
import { filledColumns, ownTextAt, type SheetView } from "../sheet/sheet-view";

/** The grade scale stated in these rows or notes; tiers in the rules of indicators are not asked. */
export function gradeScaleOfRows(
  view: SheetView,
  rows: Iterable<number>,
  notes: readonly Field[],
): GradeScale | null {
  for (const row of rows) {
    for (const column of filledColumns(view, row)) {
      const scale = gradeScaleIn(ownTextAt(view, row, column), addressAt(view.grid, row, column));
      if (scale) return scale;
    }
  }
  for (const { text, cell } of notes) {
    const scale = gradeScaleIn(text, cell);
    if (scale) return scale;
  }
  return null;
}
