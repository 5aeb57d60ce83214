import { cellLabel } from "../../expr/cell";
import type { Finding, Severity } from "../../model/finding";
import { OUTPUT_SHEETS, OUTPUT_TITLES } from "../../model/sheet-names";
import { count, link, text, UPRIGHT, type DraftCell, type SheetDraft } from "./draft";
import { SheetBuilder } from "./sheet-builder";

export const SEVERITY_WORDS: Record<Severity, string> = { error: "错误", warning: "提醒", note: "说明" };

const COLUMNS = ["序号", "程度", "问题", "报告数", "计算数", "单元格", "忽略理由"] as const;
const ALIGNMENTS = ["center", "center", "left", "right", "right", "left", "left"] as const;

/** 校验结果: every relation that does not hold, worst first, with both numbers and a link to the cell; ignored ones last. */
export function buildFindingsSheet(
  findings: readonly Finding[],
  ignored: readonly { readonly finding: Finding; readonly reason: string }[],
): SheetDraft {
  const builder = new SheetBuilder(OUTPUT_SHEETS.findings, [6, 8, 64, 16, 16, 20, 24], {
    ...UPRIGHT,
    landscape: true,
  });
  builder.banner(text(OUTPUT_TITLES.findings), "title");
  builder.banner(text(summaryLine(findings)), "note");
  builder.add([COLUMNS.map(text)], "header");
  builder.freezeAbove(builder.nextRow);
  const rows = [
    ...findings.map((finding, index) => findingRow(finding, index + 1, SEVERITY_WORDS[finding.severity], "")),
    ...ignored.map(({ finding, reason }, index) =>
      findingRow(finding, findings.length + index + 1, "已忽略", reason),
    ),
  ];
  builder.add(rows, "body", { alignments: ALIGNMENTS, width: COLUMNS.length });
  return builder.finish();
}

function findingRow(
  finding: Finding,
  order: number,
  severity: string,
  reason: string,
): (DraftCell | undefined)[] {
  return [
    count(order),
    text(severity),
    text(finding.message),
    text(finding.stated ?? ""),
    text(finding.computed ?? ""),
    finding.cell === null ? undefined : link(finding.cell, cellLabel(finding.cell)),
    text(reason),
  ];
}

function summaryLine(findings: readonly Finding[]): string {
  if (findings.length === 0) return "未发现数字不一致。";
  const parts = (["error", "warning", "note"] as const).map((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? "" : `${SEVERITY_WORDS[severity]} ${number} 条`;
  });
  return `共 ${findings.length} 条：${parts.filter(Boolean).join("，")}。“错误”须改正，“提醒”请核实，“说明”为本次采用的口径。`;
}
