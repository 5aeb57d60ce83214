import type { ScoredIndicator } from "../../model/evaluation";
import { FORMATS, liveText, number, text, type DraftCell } from "../sheets/draft";
import type { Placed } from "../paper/indicator-row";
import type { PaperEvaluation, PaperTotal } from "../paper/working-paper";
import type { ReportTable } from "../sheets/table";
import { leafName } from "../../model/form";
import { mirror } from "./mirror";

/** 综合评价得分表: a row per dimension with its grade, and the whole. */
export function dimensionTable({ evaluation, dimensions, total }: PaperEvaluation): ReportTable {
  return {
    caption: "综合评价得分表",
    columns: [
      { title: "评价指标", align: "left" },
      { title: "权重" },
      { title: "评价得分" },
      { title: "得分率" },
      { title: "评价等级" },
    ],
    rows: evaluation.dimensions.map((dimension) =>
      totalCells(dimension.name, dimensions.get(dimension.name)),
    ),
    total: totalCells("综合得分", total),
  };
}

function totalCells(name: string, total: PaperTotal | undefined): (DraftCell | undefined)[] {
  return [
    text(name),
    shown(total?.points, FORMATS.points),
    shown(total?.score, FORMATS.score),
    shown(total?.scoreRate, FORMATS.rate),
    total?.grade == null ? undefined : liveText(total.grade.of),
  ];
}

/** 得分情况表 of one dimension. */
export function indicatorTable(paper: PaperEvaluation, dimension: string): ReportTable | null {
  const members = paper.evaluation.indicators.filter(({ entry }) => entry.level1 === dimension);
  return members.length === 0
    ? null
    : scoreTable(paper, `${dimension.replace(/指标$/, "")}指标`, members, paper.dimensions.get(dimension));
}

/** 得分情况表 of the indicators that stand under no dimension. */
export function flatTable(paper: PaperEvaluation): ReportTable | null {
  const members = paper.evaluation.indicators.filter(({ entry }) => entry.level1 === null);
  const isWhole = members.length === paper.evaluation.indicators.length;
  return members.length === 0
    ? null
    : scoreTable(paper, isWhole ? "绩效指标" : "其他指标", members, isWhole ? paper.total : undefined);
}

function scoreTable(
  paper: PaperEvaluation,
  name: string,
  members: readonly ScoredIndicator[],
  total: PaperTotal | undefined,
): ReportTable {
  return {
    caption: `${name}得分情况表`,
    columns: [
      { title: "二级指标", align: "left" },
      { title: "三级指标", align: "left" },
      { title: "分值" },
      { title: "得分" },
      { title: "得分率" },
    ],
    rows: members.map((member) => indicatorCells(member, paper)),
    ...(total === undefined
      ? {}
      : { total: [text("合计"), text("-"), ...totalCells("", total).slice(1, 4)] }),
    mergeEqual: [0],
  };
}

function indicatorCells(indicator: ScoredIndicator, paper: PaperEvaluation): (DraftCell | undefined)[] {
  const row = paper.rows.get(indicator.entry.cell);
  return [
    text(indicator.entry.level2 ?? ""),
    text(leafName(indicator.entry)),
    shown(row?.points, FORMATS.points),
    shown(row?.adopted, FORMATS.score),
    shown(row?.scoreRate, FORMATS.rate),
  ];
}

/** A number of the working paper, once more. */
export function shown(placed: Placed | null | undefined, format: string): DraftCell | undefined {
  return placed == null ? undefined : number(mirror(placed.of), format);
}
