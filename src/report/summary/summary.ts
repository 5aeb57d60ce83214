import type { Recognition } from "../../model/workbook";
import { OUTPUT_SHEETS, OUTPUT_TITLES } from "../../model/sheetNames";
import { liveText, text, type SheetDraft } from "../draft";
import type { PaperEvaluation } from "../paper/workingPaper";
import { SheetBuilder } from "../sheetBuilder";
import { drawTable, type ReportTable } from "../table";
import { conclusionSentence } from "./conclusion";
import { budgetTable, executionTable, sampleTable } from "./fundTables";
import { completionTable, targetTable } from "./goalTables";
import { dimensionTable, indicatorTable } from "./scoreTables";

const COLUMN_WIDTHS = [20, 30, 18, 18, 12];
const RATE_COLUMN = 3;
const CHART_ROWS = 15;

/** 绩效汇总: the tables of the report, numbered through, with the conclusion and a chart of 得分率 by dimension. */
export function buildSummary(recognition: Recognition, papers: readonly PaperEvaluation[]): SheetDraft {
  const builder = new SheetBuilder(OUTPUT_SHEETS.summary, COLUMN_WIDTHS);
  builder.banner(text(OUTPUT_TITLES.summary), "title");
  let order = 0;
  const draw = (table: ReportTable | null) =>
    table === null ? null : drawTable(table, (order += 1), builder);
  papers.forEach((paper, index) => {
    const { form } = paper.evaluation;
    builder.banner(text([form.title?.text ?? form.sheet, form.unit].filter(Boolean).join("　")), "subtitle");
    const sentence = conclusionSentence(paper);
    if (sentence !== null) builder.banner(liveText(sentence), "sentence");
    if (index === 0) drawShared(recognition, draw);
    draw(executionTable(paper));
    drawDimensions(paper, draw, builder, index);
    draw(completionTable(paper.evaluation));
    for (const { name } of paper.evaluation.dimensions) {
      if (paper.evaluation.indicators.some(({ entry }) => entry.level1 === name))
        draw(indicatorTable(paper, name));
    }
  });
  for (const budget of recognition.budgets) draw(sampleTable(budget));
  return builder.finish();
}

function drawShared(recognition: Recognition, draw: (table: ReportTable | null) => unknown): void {
  if (recognition.targets.length > 0) draw(targetTable(recognition.targets));
  for (const budget of recognition.budgets) draw(budgetTable(budget));
}

function drawDimensions(
  paper: PaperEvaluation,
  draw: (table: ReportTable | null) => { firstRow: number; rowCount: number } | null,
  builder: SheetBuilder,
  index: number,
): void {
  if (paper.evaluation.dimensions.length === 0) return;
  const drawn = draw(dimensionTable(paper));
  if (drawn === null || drawn.rowCount < 2) return;
  builder.gap();
  builder.chart({
    name: `得分率${index + 1}`,
    title: "各项指标得分率",
    categories: { row: drawn.firstRow, column: 0, rowCount: drawn.rowCount },
    valueColumn: RATE_COLUMN,
    place: { row: builder.nextRow, column: 0, rowCount: CHART_ROWS, columnCount: COLUMN_WIDTHS.length },
  });
  builder.gap(CHART_ROWS);
}
