import { cellLabel } from "../expr/cell";
import type { Finding, Severity } from "../model/finding";
import { OUTPUT_SHEETS, OUTPUT_TITLES } from "../model/sheetNames";
import { count, link, text, type SheetDraft } from "./draft";
import { SheetBuilder } from "./sheetBuilder";

export const SEVERITY_WORDS: Record<Severity, string> = { error: "错误", warning: "提醒", note: "说明" };

/** 校验结果: every relation that does not hold, worst first, with both numbers and a link to the cell. */
export function buildFindingsSheet(findings: readonly Finding[]): SheetDraft {
  const builder = new SheetBuilder(OUTPUT_SHEETS.findings, [6, 8, 64, 16, 16, 20]);
  builder.banner(text(OUTPUT_TITLES.findings), "title");
  builder.banner(text(summaryLine(findings)), "note");
  builder.add([["序号", "程度", "问题", "报告数", "计算数", "单元格"].map(text)], "header");
  builder.freezeAbove(builder.nextRow);
  builder.add(
    findings.map((finding, index) => [
      count(index + 1),
      text(SEVERITY_WORDS[finding.severity]),
      text(finding.message),
      text(finding.stated ?? ""),
      text(finding.computed ?? ""),
      finding.cell === null ? undefined : link(finding.cell, cellLabel(finding.cell)),
    ]),
    "body",
    { alignments: ["center", "center", "left", "right", "right", "left"], width: 6 },
  );
  return builder.finish();
}

function summaryLine(findings: readonly Finding[]): string {
  if (findings.length === 0) return "未发现数字不一致。";
  const parts = (["error", "warning", "note"] as const).map((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? "" : `${SEVERITY_WORDS[severity]} ${number} 条`;
  });
  return `共 ${findings.length} 条：${parts.filter(Boolean).join("，")}。“错误”须改正，“提醒”请核实，“说明”为本次采用的口径。`;
}
