import type { EvaluationForm } from "../../model/form";
import type { TargetRow } from "../../model/workbook";

/** Whether the table only promises: targets without results, scores or (beside a scored table) points of its own. */
export function isTargetTable(form: EvaluationForm, besideScored: boolean): boolean {
  const roles = new Set(form.columns.map(({ role }) => role));
  if (!roles.has("target") || roles.has("actual") || roles.has("score")) return false;
  return !roles.has("points") || (besideScored && /目标/.test(`${form.title?.text ?? ""}${form.sheet}`));
}

export function targetRowsOf(form: EvaluationForm): TargetRow[] {
  return form.indicators.flatMap(({ level1, level2, level3, level4, cell, target }) => {
    const name = level4 ?? level3;
    return name === null || target === null ? [] : [{ level1, level2, level3: name, cell, target }];
  });
}
