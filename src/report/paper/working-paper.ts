import type { CellAddress } from "../../expr/cell";
import { CellMap, type ReadonlyCellMap } from "../../expr/cell-map";
import type { Expression } from "../../expr/expression";
import type { TextExpression } from "../../expr/text";
import type { ScoredEvaluation, ScoredSum } from "../../model/evaluation";
import type { Scope } from "../../model/scope";
import type { RateRow } from "../../model/workbook";
import { countsFund } from "../../scoring/dimensions";
import { OUTPUT_SHEETS, OUTPUT_TITLES } from "../../model/sheet-names";
import { FORMATS, liveText, number, text, UPRIGHT, type DraftCell, type SheetDraft } from "../sheets/draft";
import { footerOf } from "../sheets/footer";
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
  /** Of the indicators without the fund row; null where the form has no such sum. */
  readonly alone: PaperTotal | null;
  readonly total: PaperTotal;
}

/** Where the sum of a scope stands; null where the evaluation has no such sum. */
export function placedSum(paper: PaperEvaluation, scope: Scope): PaperTotal | null {
  switch (scope.kind) {
    case "whole":
      return paper.total;
    case "indicators":
      return paper.alone;
    case "dimension":
      return paper.dimensions.get(scope.name) ?? null;
  }
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
    {
      ...UPRIGHT,
      paper: "A3",
      landscape: true,
      columns: paperColumn("check"),
      footer: footerOf(evaluations),
    },
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
    const isScored = countsFund(fund);
    const line = isScored ? null : fundLine(fund.entry);
    if (isScored) lay((order, at) => layIndicatorRow(fund, fundTexts(fund), order, at, places));
    else if (line !== null) lay((order, at) => layRateRow(line, order, at, places));
  }
  for (const indicator of evaluation.indicators)
    lay((order, at) => layIndicatorRow(indicator, indicatorTexts(indicator), order, at, places));
  builder.add(lines, "body", { alignments: ALIGNMENTS });

  const dimensions = new Map<string, PaperTotal>();
  for (const { name, explanation, ...sum } of evaluation.dimensions)
    dimensions.set(name, laySum(`小计：${name}`, sum, explanation, builder, places));
  const alone =
    evaluation.indicatorsAlone === null
      ? null
      : laySum("指标合计（不含预算执行率）", evaluation.indicatorsAlone, "", builder, places);
  const steps = evaluation.lines.map(({ name, sum, explanation }) =>
    laySum(name, sum, explanation, builder, places),
  );
  return { evaluation, rows, dimensions, alone, total: steps.at(-1) ?? NOTHING };
}

function caption({ form }: ScoredEvaluation): string {
  return [form.title?.text ?? form.sheet, form.unit].filter(Boolean).join("　");
}

const NOTHING: PaperTotal = { points: null, score: null, scoreRate: null, grade: null };

/** A line that shows a sum: the trees stand in their columns, and whoever points at one of them points there. */
function laySum(
  name: string,
  { trees }: Pick<ScoredSum, "trees">,
  explanation: string,
  builder: SheetBuilder,
  places: Places,
): PaperTotal {
  const row = builder.nextRow;
  const cells: (DraftCell | undefined)[] = PAPER_COLUMNS.map(() => undefined);
  const place = (
    key: "points" | "adopted" | "scoreRate",
    of: Expression | null,
    format: string,
  ): Placed | null => {
    if (of === null) return null;
    const at = builder.at(paperColumn(key), row);
    cells[paperColumn(key)] = number(of, format);
    places.set(of, at);
    return { at, of };
  };
  cells[paperColumn("name")] = text(name);
  const points = place("points", trees.points, FORMATS.points);
  const score = place("adopted", trees.score, FORMATS.score);
  const scoreRate = place("scoreRate", trees.scoreRate, FORMATS.rate);
  const { grade } = trees;
  if (grade !== null) cells[paperColumn("grade")] = liveText(grade);
  if (explanation !== "") cells[paperColumn("explanation")] = text(explanation);
  builder.add([cells], "total", { alignments: ALIGNMENTS });
  return {
    points,
    score,
    scoreRate,
    grade: grade === null ? null : { at: builder.at(paperColumn("grade"), row), of: grade },
  };
}
