import type { DimensionEntry, EvaluationForm } from "../../model/form";
import { dimensionOf } from "../../model/scope";

/** What a form states of one dimension: in a row of its own table of dimensions, or in the 小计 of the indicators. */
export type DimensionRow = Pick<DimensionEntry, "name" | "points" | "score" | "scoreRate" | "grade">;

export function dimensionRows({ totals, dimensions }: EvaluationForm): DimensionRow[] {
  const subtotals = totals.flatMap((total) => {
    const name = dimensionOf(total);
    return name === null ? [] : [{ ...total, name }];
  });
  return [...dimensions, ...subtotals];
}
