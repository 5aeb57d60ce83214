import type { CellAddress } from "../../expr/cell";
import { HUNDRED } from "../../expr/exact";
import {
  completeSum,
  constant,
  divide,
  fallback,
  multiply,
  round,
  sum,
  type Expression,
} from "../../expr/expression";
import { onScale, type TextExpression } from "../../expr/text";
import type { ScoredDimension, ScoredEvaluation, ScoredFund, ScoredIndicator } from "../../model/evaluation";
import type { GradeScale } from "../../model/grade";
import { AWAITING_SCORE, OUTPUT_SHEETS, OUTPUT_TITLES } from "../../model/sheetNames";
import { cellLabel } from "../../expr/cell";
import { FORMATS, liveText, number, text, type DraftCell, type SheetDraft } from "../draft";
import { Places } from "../places";
import { SheetBuilder } from "../sheetBuilder";
import { PAPER_COLUMNS, paperColumn } from "./columns";
import { fundTexts, indicatorTexts, layIndicatorRow, type PaperRow } from "./indicatorRow";

/** A sum on the working paper: of a dimension, or of the evaluation. */
export interface PaperTotal {
  readonly points: { readonly at: CellAddress; readonly of: Expression } | null;
  readonly score: { readonly at: CellAddress; readonly of: Expression } | null;
  readonly scoreRate: { readonly at: CellAddress; readonly of: Expression } | null;
  readonly grade: { readonly at: CellAddress; readonly of: TextExpression } | null;
}

/** Where the working paper keeps an evaluation's results. */
export interface PaperEvaluation {
  readonly evaluation: ScoredEvaluation;
  /** By the label of the row's cell on the user's sheet. */
  readonly rows: ReadonlyMap<string, PaperRow>;
  readonly dimensions: ReadonlyMap<string, PaperTotal>;
  readonly total: PaperTotal;
}

export interface WorkingPaper {
  readonly draft: SheetDraft;
  readonly places: Places;
  readonly evaluations: readonly PaperEvaluation[];
}

/** 计算底稿: one row per indicator, each step in its own column, live over the user's cells. */
export function buildWorkingPaper(evaluations: readonly ScoredEvaluation[]): WorkingPaper {
  const builder = new SheetBuilder(
    OUTPUT_SHEETS.workingPaper,
    PAPER_COLUMNS.map((column) => column.width),
    true,
  );
  const places = new Places();
  builder.banner(text(OUTPUT_TITLES.workingPaper), "title");
  builder.banner(
    text(
      "本表由绩衡生成：每一步均为公式，直接引用原表单元格；改动原表数字，得分随之更新。“采用得分”为计入合计的得分。",
    ),
    "note",
  );
  const papers = evaluations.map((evaluation, index) => {
    if (index > 0) builder.gap();
    return layEvaluation(evaluation, builder, places, index === 0);
  });
  return { draft: builder.finish(), places, evaluations: papers };
}

function layEvaluation(
  evaluation: ScoredEvaluation,
  builder: SheetBuilder,
  places: Places,
  first: boolean,
): PaperEvaluation {
  builder.banner(text(caption(evaluation)), "caption");
  builder.add([PAPER_COLUMNS.map((column) => text(column.title))], "header");
  if (first) builder.freezeAbove(builder.nextRow);

  const rows = new Map<string, PaperRow>();
  const lines: (DraftCell | undefined)[][] = [];
  const start = builder.nextRow;
  const lay = (scored: ScoredIndicator | ScoredFund, texts: ReturnType<typeof indicatorTexts>): void => {
    const row = start + lines.length;
    const laid = layIndicatorRow(
      scored,
      texts,
      lines.length + 1,
      (column) => builder.at(column, row),
      places,
    );
    rows.set(cellLabel(laid.row.source), laid.row);
    lines.push(laid.cells);
  };
  for (const fund of evaluation.funds)
    if (fund.entry.counts && fund.points !== null) lay(fund, fundTexts(fund));
  for (const indicator of evaluation.indicators) lay(indicator, indicatorTexts(indicator));
  builder.add(lines, "body", { alignments: PAPER_COLUMNS.map((column) => column.align) });

  const dimensions = new Map<string, PaperTotal>();
  for (const dimension of evaluation.dimensions) {
    const members = dimension.members.flatMap((cell) => rows.get(cellLabel(cell)) ?? []);
    dimensions.set(dimension.name, layDimension(dimension, members, evaluation.gradeScale, builder, places));
  }
  return {
    evaluation,
    rows,
    dimensions,
    total: layTotal(evaluation, [...rows.values()], dimensions, builder, places),
  };
}

function caption({ form }: ScoredEvaluation): string {
  return [form.title?.text ?? form.sheet, form.unit].filter(Boolean).join("　");
}

function layDimension(
  dimension: ScoredDimension,
  members: readonly PaperRow[],
  scale: GradeScale,
  builder: SheetBuilder,
  places: Places,
): PaperTotal {
  const points =
    pointsSum(members) ?? (dimension.points === null ? null : constant(dimension.points, "points"));
  const scores = members.flatMap((row) => (row.adopted === null ? [] : [row.adopted.of]));
  const stated = dimension.score === null ? null : constant(dimension.score, "points");
  const score = scores.length > 0 ? completeSum(scores, AWAITING_SCORE) : stated;
  return laySum(`小计：${dimension.name}`, points, score, scale, builder, places);
}

function layTotal(
  evaluation: ScoredEvaluation,
  rows: readonly PaperRow[],
  dimensions: ReadonlyMap<string, PaperTotal>,
  builder: SheetBuilder,
  places: Places,
): PaperTotal {
  const parts = [...dimensions.values()];
  const fromDimensions = parts.flatMap((part) => (part.points === null ? [] : [part.points.of]));
  const dimensionPoints =
    parts.length > 0 && fromDimensions.length === parts.length ? sum(fromDimensions) : null;
  const points =
    evaluation.points === null
      ? null
      : (pointsFrom(evaluation, rows) ?? dimensionPoints ?? constant(evaluation.points, "points"));
  const scores = rows.flatMap((row) => (row.adopted === null ? [] : [row.adopted.of]));
  const dimensionScores = parts.flatMap((part) => (part.score === null ? [] : [part.score.of]));
  const addends = scores.length > 0 ? scores : dimensionScores;
  const entered = evaluation.score === null ? null : constant(evaluation.score, "points");
  return laySum(
    "合计",
    points,
    addends.length > 0 ? completeSum(addends, AWAITING_SCORE) : entered,
    evaluation.gradeScale,
    builder,
    places,
  );
}

/** The rows' own points, where they add up to the evaluation's; else points stand in captions only. */
function pointsFrom(evaluation: ScoredEvaluation, rows: readonly PaperRow[]): Expression | null {
  const withPoints = evaluation.indicators.filter(
    (indicator) => indicator.status !== "shared" && indicator.score !== null,
  );
  return withPoints.some((indicator) => indicator.points === null) ? null : pointsSum(rows);
}

function pointsSum(rows: readonly PaperRow[]): Expression | null {
  const points = rows.flatMap((row) => (row.points === null ? [] : [row.points.of]));
  return points.length === 0 ? null : sum(points);
}

function laySum(
  name: string,
  points: Expression | null,
  score: Expression | null,
  scale: GradeScale,
  builder: SheetBuilder,
  places: Places,
): PaperTotal {
  const row = builder.nextRow;
  const cells: (DraftCell | undefined)[] = PAPER_COLUMNS.map(() => undefined);
  const place = (key: "points" | "adopted" | "scoreRate", of: Expression | null, format: string) => {
    if (of === null) return null;
    const at = builder.at(paperColumn(key), row);
    cells[paperColumn(key)] = number(of, format);
    places.set(of, at);
    return { at, of };
  };
  cells[paperColumn("name")] = text(name);
  const pointsAt = place("points", points, FORMATS.points);
  const scoreAt = place("adopted", score, FORMATS.score);
  const rateAt = place(
    "scoreRate",
    points === null || score === null ? null : fallback(divide(score, points), ""),
    FORMATS.rate,
  );
  const grade = gradeText(rateAt === null ? score : multiply(rateAt.of, constant(HUNDRED)), scale);
  if (grade !== null) cells[paperColumn("grade")] = liveText(grade);
  builder.add([cells], "total", { alignments: PAPER_COLUMNS.map((column) => column.align) });
  return {
    points: pointsAt,
    score: scoreAt,
    scoreRate: rateAt,
    grade: grade === null ? null : { at: builder.at(paperColumn("grade"), row), of: grade },
  };
}

/** The grade of a score out of 100, rounded half-up to two decimals as it is printed. */
function gradeText(of100: Expression | null, scale: GradeScale): TextExpression | null {
  if (of100 === null) return null;
  const steps = scale.bands.slice(0, -1).map((band) => ({ word: band.grade, from: band.from }));
  return onScale(round(of100, 2), steps, scale.bands.at(-1)?.grade ?? "");
}
