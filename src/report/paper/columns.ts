import type { Alignment } from "../sheets/draft";

/** The working paper's columns, in order: each step of a score has its own. */
export const PAPER_COLUMNS = [
  { key: "number", title: "序号", width: 5, align: "center" },
  { key: "level1", title: "一级指标", width: 11, align: "left" },
  { key: "level2", title: "二级指标", width: 13, align: "left" },
  { key: "name", title: "三级指标", width: 22, align: "left" },
  { key: "points", title: "分值", width: 7, align: "center" },
  { key: "targetText", title: "目标值（原文）", width: 16, align: "left" },
  { key: "target", title: "目标数值", width: 11, align: "right" },
  { key: "actualText", title: "实际完成值（原文）", width: 16, align: "left" },
  { key: "actual", title: "实际数值", width: 11, align: "right" },
  { key: "rule", title: "评分规则", width: 16, align: "left" },
  { key: "completion", title: "完成率", width: 10, align: "right" },
  { key: "computed", title: "计算得分", width: 9, align: "center" },
  { key: "adopted", title: "采用得分", width: 9, align: "center" },
  { key: "scoreRate", title: "得分率", width: 9, align: "center" },
  { key: "grade", title: "等级", width: 6, align: "center" },
  { key: "explanation", title: "说明", width: 46, align: "left" },
  { key: "check", title: "核对", width: 12, align: "left" },
  { key: "source", title: "来源", width: 16, align: "left" },
] as const satisfies readonly { key: string; title: string; width: number; align: Alignment }[];

export type PaperColumn = (typeof PAPER_COLUMNS)[number]["key"];

const POSITIONS = new Map<PaperColumn, number>(PAPER_COLUMNS.map(({ key }, index) => [key, index]));

export function paperColumn(key: PaperColumn): number {
  return POSITIONS.get(key) ?? -1;
}
