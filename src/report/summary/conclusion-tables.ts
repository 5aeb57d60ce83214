import type { BaseDatum } from "../../model/workbook";
import { FORMATS, liveText, text, type DraftCell } from "../sheets/draft";
import type { PaperEvaluation } from "../paper/working-paper";
import type { ReportTable } from "../sheets/table";
import { amountCell } from "./fund-tables";
import { shown } from "./score-tables";

/** 资金情况 as a conclusion form prints it: two amounts side by side, and the execution rate (report 4). */
export function pairsTable(
  { evaluation, rows }: PaperEvaluation,
  baseData: readonly BaseDatum[],
): ReportTable | null {
  const [fund] = evaluation.funds;
  const own = baseData.filter(
    ({ cell, quantity }) =>
      cell.sheet === evaluation.form.sheet && quantity.nature === "number" && quantity.unit !== "%",
  );
  if (fund === undefined || own.length === 0) return null;
  const lines = [...new Set(own.map(({ cell }) => cell.row))].map((row) =>
    own
      .filter(({ cell }) => cell.row === row)
      .slice(0, 2)
      .flatMap(({ name, quantity }) => [text(name), amountCell(quantity)]),
  );
  const rate = rows.get(fund.entry.cell)?.completion;
  return {
    caption: "资金情况表",
    unitLine: `单位：${fund.entry.currency}`,
    columns: [
      { title: "项目", align: "left" },
      { title: "金额", align: "right" },
      { title: "项目", align: "left" },
      { title: "金额", align: "right" },
    ],
    rows: rate == null ? lines : [...lines, [text("预算执行率"), shown(rate, FORMATS.rate)]],
  };
}

/** 综合评价结论: 评价得分 and 评价等级. */
export function resultTable({ total }: PaperEvaluation): ReportTable | null {
  if (total.score === null) return null;
  return {
    caption: "综合评价结论",
    columns: [{ title: "项目", align: "left" }, { title: "结果" }],
    rows: [
      [text("评价得分"), shown(total.score, FORMATS.score)],
      [text("评价等级"), total.grade === null ? undefined : liveText(total.grade.of)],
    ],
  };
}

const MOST_ACROSS = 4;

/** 绩效分析: 指标 | 决策 | 过程 | 产出 | 效益 over 得分率 (report 4); more dimensions than columns go downwards. */
export function analysisTable({ evaluation, dimensions }: PaperEvaluation): ReportTable | null {
  const names = evaluation.dimensions.map(({ name }) => name);
  if (names.length === 0) return null;
  const rows = [
    { title: "权重", cell: (name: string) => shown(dimensions.get(name)?.points, FORMATS.points) },
    { title: "得分", cell: (name: string) => shown(dimensions.get(name)?.score, FORMATS.score) },
    { title: "得分率", cell: (name: string) => shown(dimensions.get(name)?.scoreRate, FORMATS.rate) },
    {
      title: "等级",
      cell: (name: string): DraftCell | undefined => {
        const grade = dimensions.get(name)?.grade;
        return grade == null ? undefined : liveText(grade.of);
      },
    },
  ];
  if (names.length > MOST_ACROSS)
    return {
      caption: "绩效分析",
      columns: [{ title: "指标", align: "left" }, ...rows.map(({ title }) => ({ title }))],
      rows: names.map((name) => [text(name), ...rows.map(({ cell }) => cell(name))]),
    };
  return {
    caption: "绩效分析",
    columns: [{ title: "指标", align: "left" }, ...names.map((title) => ({ title }))],
    rows: rows.map(({ title, cell }) => [text(title), ...names.map(cell)]),
  };
}
