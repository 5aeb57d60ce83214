import { expect, it } from "vitest";
import { exact } from "../../src/expr/exact";
import { explain } from "../../src/expr/explain";
import { toFormula } from "../../src/expr/formula";
import type { Comparison, Target } from "../../src/model/quantity";
import { applyRule } from "../../src/rules/apply";
import { rowsOf } from "./case-rows";
import { contextOf, indicator } from "./entries";
import { quantityFrom } from "./quantities";

const rows = rowsOf<
  "评分标准" | "评价年度" | "时限" | "符号" | "完成时间" | "完成单元格" | "状态" | "说明" | "公式"
>("deadlines.csv");

/** A date as the forms room hands it over: `2023-12-31`, `2023-12`, `2023`, `--06-30` without a year, blank where it was not read. */
function dateOf(date: string, column: number): Target {
  const cell = { sheet: "指标", row: 4, column };
  return { ...quantityFrom("12月", cell), text: date, date: date === "" ? null : date };
}

it.each(
  rows.map(
    (row) => [`${row.评价年度} ${row.时限} ${row.符号} ${row.完成时间} ${row.评分标准}`, row] as const,
  ),
)("%s", (_title, { 评分标准, 评价年度, 时限, 符号, 完成时间, 完成单元格, 状态, 说明, 公式 }) => {
  const entry = indicator({ name: "完成时间", points: "10", rule: 评分标准 });
  const target: Target = { ...dateOf(时限, 4), comparison: (符号 === "" ? "none" : 符号) as Comparison };
  const done = dateOf(完成时间, 5);
  const actual: Target = {
    ...done,
    live: 完成单元格 === "日期" ? "number" : null,
    cell: 完成单元格 === "无" ? null : done.cell,
    // `2023年12月` of a cell that holds the number of its first day.
    ...(/^\d+$/.test(完成单元格) && { serial: exact(完成单元格) }),
  };
  const { outcome } = applyRule({ ...entry, target, actual }, contextOf("", {}, 评价年度 || null));
  expect({
    状态: outcome.kind,
    说明: outcome.kind === "scored" ? explain(outcome.score) : outcome.why,
    公式: outcome.kind === "scored" ? toFormula(outcome.score, "指标") : "",
  }).toEqual({ 状态, 说明, 公式 });
});
