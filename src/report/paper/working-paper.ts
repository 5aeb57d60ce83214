import type { CellAddress } from "../../expr/cell";
import { CellMap, type ReadonlyCellMap } from "../../expr/cell-map";
import { explain } from "../../expr/explain";
import { HUNDRED } from "../../expr/exact";
import {
  awaited,
  completeSum,
  constant,
  divide,
  fallback,
  guarded,
  known,
  message,
  multiply,
  round,
  sum,
  type Expression,
} from "../../expr/expression";
import { onScale, type TextExpression } from "../../expr/text";
import type { ScoredDimension, ScoredEvaluation } from "../../model/evaluation";
import { INDICATORS_ALONE } from "../../model/form";
import type { GradeScale } from "../../model/grade";
import type { RateRow } from "../../model/workbook";
import { rescaledTotal } from "../../scoring/rescale";
import { cappedTotal } from "../../scoring/total-cap";
import { printedDimension } from "../../scoring/printed-dimension";
import { AWAITING_SCORE, OUTPUT_SHEETS, OUTPUT_TITLES } from "../../model/sheet-names";
import { FORMATS, liveText, number, text, type DraftCell, type SheetDraft } from "../sheets/draft";
import { Places } from "../sheets/places";
import { SheetBuilder } from "../sheets/sheet-builder";
import { PAPER_COLUMNS, paperColumn } from "./columns";
import { fundTexts, indicatorTexts, layIndicatorRow, type PaperRow, type Placed } from "./indicator-row";
import { fundLine, layRateRow, listLine } from "./rate-row";

/** A sum on the working paper: of a dimension, or of the evaluation. */
export interface PaperTotal {
  readonly points: Placed | null;
  readonly score: Placed | null;
  readonly scoreRate: Placed | null;
  readonly grade: { readonly at: CellAddress; readonly of: TextExpression } | null;
}

/** Where the working paper keeps an evaluation's results. */
export interface PaperEvaluation {
  readonly evaluation: ScoredEvaluation;
  /** By the row's cell on the user's sheet. */
  readonly rows: ReadonlyCellMap<PaperRow>;
  readonly dimensions: ReadonlyMap<string, PaperTotal>;
  readonly total: PaperTotal;
}

export interface WorkingPaper {
  readonly draft: SheetDraft;
  readonly places: Places;
  readonly evaluations: readonly PaperEvaluation[];
  readonly rates: readonly PaperRate[];
}

/** A row of a plain list with its row on the working paper; null where its amounts give no rate. */
export interface PaperRate {
  readonly entry: RateRow;
  readonly row: PaperRow | null;
}

/** 计算底稿: one row per indicator, each step in its own column, live over the user's cells. */
export function buildWorkingPaper(
  evaluations: readonly ScoredEvaluation[],
  rates: readonly RateRow[] = [],
): WorkingPaper {
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
  const laidRates = layRates(rates, builder, places);
  return { draft: builder.finish(), places, evaluations: papers, rates: laidRates };
}

const ALIGNMENTS = PAPER_COLUMNS.map((column) => column.align);
const HEADER = PAPER_COLUMNS.map((column) => text(column.title));

/** Rates that no evaluation scores: 政府采购 and the like. */
function layRates(rates: readonly RateRow[], builder: SheetBuilder, places: Places): PaperRate[] {
  const lines = rates.flatMap((entry) => {
    const line = listLine(entry);
    return line === null ? [] : [{ entry, line }];
  });
  if (lines.length === 0) return rates.map((entry) => ({ entry, row: null }));
  builder.gap();
  builder.banner(text("其他资金的比率（不计分）"), "caption");
  builder.add([HEADER], "header");
  const start = builder.nextRow;
  const laid = lines.map(({ entry, line }, index) => ({
    entry,
    ...layRateRow(line, index + 1, (column) => builder.at(column, start + index), places),
  }));
  builder.add(
    laid.map(({ cells }) => cells),
    "body",
    { alignments: ALIGNMENTS },
  );
  return rates.map((entry) => ({ entry, row: laid.find((line) => line.entry === entry)?.row ?? null }));
}

function layEvaluation(
  evaluation: ScoredEvaluation,
  builder: SheetBuilder,
  places: Places,
  first: boolean,
): PaperEvaluation {
  builder.banner(text(caption(evaluation)), "caption");
  builder.add([HEADER], "header");
  if (first) builder.freezeAbove(builder.nextRow);

  const rows = new CellMap<PaperRow>();
  const lines: (DraftCell | undefined)[][] = [];
  const start = builder.nextRow;
  const lay = (
    fill: (order: number, at: (column: number) => CellAddress) => ReturnType<typeof layIndicatorRow>,
  ): void => {
    const row = start + lines.length;
    const laid = fill(lines.length + 1, (column) => ({ sheet: builder.name, row, column }));
    rows.set(laid.row.source, laid.row);
    lines.push(laid.cells);
  };
  for (const fund of evaluation.funds) {
    const isScored = fund.entry.counts && fund.points !== null;
    const line = isScored ? null : fundLine(fund.entry);
    if (isScored) lay((order, at) => layIndicatorRow(fund, fundTexts(fund), order, at, places));
    else if (line !== null) lay((order, at) => layRateRow(line, order, at, places));
  }
  for (const indicator of evaluation.indicators)
    lay((order, at) => layIndicatorRow(indicator, indicatorTexts(indicator), order, at, places));
  builder.add(lines, "body", { alignments: ALIGNMENTS });

  const dimensions = new Map<string, PaperTotal>();
  for (const dimension of evaluation.dimensions) {
    const members = dimension.members.flatMap((cell) => rows.get(cell) ?? []);
    dimensions.set(dimension.name, layDimension(dimension, members, evaluation, builder, places));
  }
  const alone = layIndicatorsAlone(evaluation, rows, builder, places);
  const total = layTotal(evaluation, [...rows.values()], dimensions, builder, places);
  if (alone !== null) dimensions.set(INDICATORS_ALONE, alone);
  return { evaluation, rows, dimensions, total };
}

/** A line for the form's own 合计 that leaves the fund row out, where it has one. */
function layIndicatorsAlone(
  { form, indicators, gradeScale }: ScoredEvaluation,
  rows: ReadonlyCellMap<PaperRow>,
  builder: SheetBuilder,
  places: Places,
): PaperTotal | null {
  if (!form.totals.some(({ dimension }) => dimension === INDICATORS_ALONE)) return null;
  const members = indicators.flatMap(({ entry }) => rows.get(entry.cell) ?? []);
  const score = completeSum(scoresOf(members), AWAITING_SCORE);
  const line: SumLine = {
    name: `小计：${INDICATORS_ALONE}`,
    points: pointsSum(members),
    score,
    explanation: "",
  };
  return laySum(line, gradeScale, builder, places);
}

function caption({ form }: ScoredEvaluation): string {
  return [form.title?.text ?? form.sheet, form.unit].filter(Boolean).join("　");
}

function layDimension(
  dimension: ScoredDimension,
  members: readonly PaperRow[],
  { form, gradeScale }: ScoredEvaluation,
  builder: SheetBuilder,
  places: Places,
): PaperTotal {
  const entry = form.dimensions.find(({ name }) => name === dimension.name);
  const printed = members.length > 0 || entry === undefined ? null : printedDimension(entry);
  const points =
    pointsSum(members) ??
    printed?.points ??
    (dimension.points === null ? null : constant(dimension.points, "points"));
  const scores = scoresOf(members);
  const score = scores.length > 0 ? completeSum(scores, AWAITING_SCORE) : (printed?.score ?? null);
  const explanation = printed?.score == null ? "" : explain(printed.score);
  return laySum({ name: `小计：${dimension.name}`, points, score, explanation }, gradeScale, builder, places);
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
  const scores = scoresOf(rows);
  const dimensionScores = parts.flatMap((part) => (part.score === null ? [] : [part.score.of]));
  const addends = scores.length > 0 ? scores : dimensionScores;
  const score = addends.length > 0 ? completeSum(addends, AWAITING_SCORE) : statedTotal(evaluation);
  const lay = (line: SumLine): PaperTotal =>
    laySum({ ...line, graded: isGraded(evaluation) }, evaluation.gradeScale, builder, places);
  return layAdjusted(evaluation, { name: "合计", points, score, explanation: "" }, lay);
}

/** 折算 and 封顶 each have a line of their own, so that every step can be followed. */
function layAdjusted(
  { adjustments: { rescaled, cap } }: ScoredEvaluation,
  plain: SumLine,
  lay: (line: SumLine) => PaperTotal,
): PaperTotal {
  let total = lay(rescaled ? { ...plain, name: "适用指标合计", graded: false } : plain);
  if (rescaled && total.score !== null && total.points !== null) {
    const converted = rescaledTotal([total.score.of], [total.points.of], SCORE_PLACES);
    const score = whenKnown(total.score.of, converted);
    total = lay({
      name: "合计",
      points: constant(HUNDRED, "points"),
      score,
      explanation: `不适用的指标不计入，其余折算为百分制：${explain(converted)}`,
    });
  }
  if (cap === null || total.score === null) return total;
  const capped = cappedTotal(cap, total.score.of, cap.rate);
  return lay({
    name: "封顶后总分",
    points: total.points?.of ?? null,
    score: whenKnown(total.score.of, capped),
    explanation: `${cap.stated.text.trim()}：${explain(capped)}`,
  });
}

function whenKnown(total: Expression, then: Expression): Expression {
  return guarded(known(total), then, message(AWAITING_SCORE));
}

/** Without indicators the total that the form itself states, followed live. */
function statedTotal({ form, score }: ScoredEvaluation): Expression | null {
  const cell = form.totals.find(({ dimension }) => dimension === null)?.score ?? form.statedScore;
  if (score === null) return null;
  return cell?.entered.live === "number" && cell.entered.value?.equals(score) === true
    ? awaited(cell.cell, score, AWAITING_SCORE)
    : constant(score, "points");
}

/** Without points only a total that the form itself prints out of 100 has a grade. */
function isGraded({ points, enteredScore }: ScoredEvaluation): boolean {
  return points !== null || enteredScore !== null;
}

function scoresOf(rows: readonly PaperRow[]): Expression[] {
  return rows.flatMap((row) => (row.adopted === null || !row.counts ? [] : [row.adopted.of]));
}

/** The rows' own points, where they add up to the evaluation's; else points stand in captions only. */
function pointsFrom(evaluation: ScoredEvaluation, rows: readonly PaperRow[]): Expression | null {
  const withPoints = evaluation.indicators.filter(
    (indicator) => indicator.status !== "shared" && indicator.score !== null,
  );
  return withPoints.some((indicator) => indicator.points === null) ? null : pointsSum(rows);
}

function pointsSum(rows: readonly PaperRow[]): Expression | null {
  const points = rows.flatMap((row) => (row.points === null || !row.counts ? [] : [row.points.of]));
  return points.length === 0 ? null : sum(points);
}

const SCORE_PLACES = 2;

interface SumLine {
  readonly name: string;
  readonly points: Expression | null;
  readonly score: Expression | null;
  readonly explanation: string;
  readonly graded?: boolean;
}

function laySum(
  { name, points, score, explanation, graded = true }: SumLine,
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
  const grade = graded ? gradeText(rateAt?.of ?? null, scoreAt?.of ?? null, scale) : null;
  if (grade !== null) cells[paperColumn("grade")] = liveText(grade);
  if (explanation !== "") cells[paperColumn("explanation")] = text(explanation);
  builder.add([cells], "total", { alignments: ALIGNMENTS });
  return {
    points: pointsAt,
    score: scoreAt,
    scoreRate: rateAt,
    grade: grade === null ? null : { at: builder.at(paperColumn("grade"), row), of: grade },
  };
}

/** The grade of a rate, or of a score out of 100, rounded half-up to two decimals as it is printed. */
function gradeText(
  rate: Expression | null,
  score: Expression | null,
  scale: GradeScale,
): TextExpression | null {
  const known = rate ?? score;
  if (known === null) return null;
  const of100 = round(rate === null ? known : multiply(rate, constant(HUNDRED)), 2);
  const steps = scale.bands.slice(0, -1).map((band) => ({ word: band.grade, from: band.from }));
  return onScale(of100, steps, scale.bands.at(-1)?.grade ?? "", { known });
}
