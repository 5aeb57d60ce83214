import { toDecimal } from "../../src/expr/decimal";
import { recogniseWorkbook } from "../../src/forms/recognise-workbook";
import type { EvaluationForm } from "../../src/model/form";
import { sheet, type SheetOptions, type TypedCell } from "./grids";

/** The one evaluation of a sheet written down row by row. */
export function formOf(rows: TypedCell[][], options: SheetOptions = {}): EvaluationForm {
  const [form, second] = recogniseWorkbook([sheet(rows, options)]).evaluations;
  if (!form || second) throw new Error(`expected one evaluation, found ${second ? "more" : "none"}`);
  return form;
}

/** `产出指标/数量指标/参保批次 10` for every indicator. */
export const listed = (form: EvaluationForm): string[] =>
  form.indicators.map(
    ({ level1, level2, level3, level4, points }) =>
      `${[level1, level2, level3, ...(level4 === null ? [] : [level4])].map((name) => name ?? "-").join("/")} ${points ? toDecimal(points.value) : "-"}`,
  );

/** Of the national self-evaluation form. */
export const HEADER = [
  "一级指标",
  "二级指标",
  "三级指标",
  "年度指标值",
  "实际完成值",
  "分值",
  "得分",
  "偏差原因分析及改进措施",
];
