import type { WorkbookReport } from "./json-report";
import { printable } from "./printable";

/** One line for people: `[3/100] 某某.xlsx：98.94 分 优；公式 126 个，复核一致 126 个；错误 3 条`. */
export function progressLine(report: WorkbookReport, order: number, of: number): string {
  const head = `[${order}/${of}] ${report.file}：`;
  if (report.error !== null) return printable(head + report.error.message);
  const scores = report.evaluations.map(({ score, grade }) =>
    score === null ? "待评分" : [`${score} 分`, grade].filter(Boolean).join(" "),
  );
  const shown = scores.length > 3 ? [...scores.slice(0, 3), `等 ${scores.length} 个评价对象`] : scores;
  const parts = [shown.join("、")];
  if (report.written !== null)
    parts.push(`公式 ${report.written.formulas} 个，复核一致 ${report.written.verified} 个`);
  const errors = report.findings.filter((finding) => finding.severity === "error").length;
  if (errors > 0) parts.push(`数字不一致 ${errors} 处`);
  return printable(head + parts.join("；"));
}
