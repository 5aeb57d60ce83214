import { fallback, subtract } from "../../expr/expression";
import { lossesOf, LOSS_CAUSES, type Loss } from "../../scoring/losses";
import { FORMATS, number, text, type DraftCell } from "../sheets/draft";
import type { PaperEvaluation, PaperTotal } from "../paper/working-paper";
import type { PaperRow } from "../paper/indicator-row";
import type { ReportTable } from "../sheets/table";
import { shown } from "./score-tables";

/** 失分分析: which rows lost points, how many and why; live, so that a corrected score takes its row to 0. */
export function lossTable(paper: PaperEvaluation): ReportTable | null {
  const losses = lossesOf(paper.evaluation).filter(({ cell }) => rowOf(paper, cell) !== undefined);
  if (losses.length === 0) return null;
  return {
    caption: "失分分析表",
    columns: [
      { title: "指标", align: "left" },
      { title: "失分缘由", align: "left" },
      { title: "分值" },
      { title: "得分" },
      { title: "失分" },
    ],
    rows: losses.map((loss) => lossCells(loss, rowOf(paper, loss.cell))),
    total: [text("全部指标"), undefined, ...scores(paper.total.points, paper.total.score)],
  };
}

function rowOf({ rows }: PaperEvaluation, cell: Loss["cell"]): PaperRow | undefined {
  return cell === null ? undefined : rows.get(cell);
}

function lossCells({ name, cause, reason }: Loss, row: PaperRow | undefined): (DraftCell | undefined)[] {
  const why = reason === "" ? LOSS_CAUSES[cause] : `${LOSS_CAUSES[cause]}：${reason}`;
  return [text(name), text(why), ...scores(row?.points ?? null, row?.adopted ?? null)];
}

function scores(points: PaperTotal["points"], score: PaperTotal["score"]): (DraftCell | undefined)[] {
  return [
    shown(points, FORMATS.points),
    shown(score, FORMATS.score),
    points === null || score === null
      ? undefined
      : number(fallback(subtract(points.of, score.of), ""), FORMATS.score),
  ];
}
