import type { GridCell } from "./grid.js";

/**
 * Reads one CSV field the way Excel reads what a clerk types: `=SUM(A1:A2)` is a formula, `'=100%` the
 * text `=100%`, `37.55%` the number 0.3755 shown with two decimals, `5,100.69` a number, the rest text.
 */
export function typedCell(field: string): GridCell | null {
  if (field === "") return null;
  if (field.startsWith("'")) return { value: field.slice(1) };
  if (field.startsWith("=")) return { value: null, formula: field.slice(1) };
  const percentage = /^(-?\d+(?:\.(\d+))?)%$/.exec(field);
  if (percentage) return { value: Number(`${percentage[1]}e-2`), format: percentFormat(percentage[2] ?? "") };
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(field)) {
    return { value: Number(field.replaceAll(",", "")), format: "#,##0.00" };
  }
  if (/^-?\d+(\.\d+)?$/.test(field)) return { value: Number(field) };
  return { value: field };
}

function percentFormat(decimals: string): string {
  return decimals === "" ? "0%" : `0.${"0".repeat(decimals.length)}%`;
}
