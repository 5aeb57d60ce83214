import type { Family, IndicatorEntry } from "../../model/form";
import { compact } from "../../text/characters";

/** What a form is, by the words of its title and headers (rules catalogue §9). */
export function familyOf(
  title: string,
  headers: readonly string[],
  indicators: readonly IndicatorEntry[],
  hasFunds: boolean,
): Family {
  const words = compact(title);
  if (/结论表|概要表/.test(words)) return "conclusion";
  if (/考核/.test(words) && /管理|工作/.test(words) && !/自评表/.test(words)) return "management-appraisal";
  const ofDepartment =
    /部门整体|单位整体|整体支出|整体绩效|部门\(单位\)整体|部门支出|单位支出|部门预算(?!项目)/.test(words) &&
    !/项目支出/.test(words);
  return ofDepartment
    ? isSelf(words, headers, indicators, hasFunds)
      ? "department-self"
      : "department-evaluation"
    : isSelf(words, headers, indicators, hasFunds)
      ? "project-self"
      : "project-evaluation";
}

/** 自评 in the title or over the score column; a table of 决策 and 过程 is an evaluation, whoever filled it in. */
function isSelf(
  title: string,
  headers: readonly string[],
  indicators: readonly IndicatorEntry[],
  hasFunds: boolean,
): boolean {
  const groups = new Set(indicators.map(({ level1 }) => level1?.slice(0, 2)));
  const isEvaluationFrame = groups.has("决策") && groups.has("过程");
  if (/绩效评价/.test(title) && isEvaluationFrame) return false;
  if (/自评|自我评价/.test(title) || headers.some((header) => /自评/.test(header))) return true;
  if (isEvaluationFrame || /绩效评价|评价指标|评价表|评分表/.test(title)) return false;
  return hasFunds || !/评价/.test(title);
}
