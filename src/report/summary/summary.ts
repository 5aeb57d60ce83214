import type { Recognition } from "../../model/workbook";
import { chartName, OUTPUT_SHEETS, OUTPUT_TITLES } from "../../model/sheet-names";
import { liveText, text, type SheetDraft } from "../sheets/draft";
import type { PaperEvaluation, WorkingPaper } from "../paper/working-paper";
import { SheetBuilder } from "../sheets/sheet-builder";
import { drawTable, type DrawnTable, type ReportTable } from "../sheets/table";
import { appraisalTable } from "./appraisal-table";
import { conclusionSentence } from "./conclusion";
import { analysisTable, pairsTable, resultTable } from "./conclusion-tables";
import { budgetTable, executionTable, sampleTable } from "./fund-tables";
import { completionTable, targetTable } from "./goal-tables";
import { balanceTable, listRateTables } from "./list-tables";
import { rateTable } from "./rate-table";
import { dimensionTable, flatTable, indicatorTable } from "./score-tables";
import { isSelfForm, selfTable } from "./self-table";
import { surveyTable } from "./survey-table";

const COLUMN_WIDTHS = [20, 30, 18, 18, 12];
/** The national form has six columns where the other tables have five at most. */
const WIDTHS_OF_SELF_FORM = [20, 30, 16, 16, 9, 9];
const RATE_COLUMN = 3;
const CHART_ROWS = 15;

type Draw = (table: ReportTable | null) => DrawnTable | null;

/** 绩效汇总: the tables of the report, numbered through, with the conclusion and a chart of 得分率 by dimension. */
export function buildSummary(
  recognition: Recognition,
  { evaluations, rates }: Pick<WorkingPaper, "evaluations" | "rates">,
): SheetDraft {
  const hasSelfForm = evaluations.some(({ evaluation }) => isSelfForm(evaluation));
  const builder = new SheetBuilder(OUTPUT_SHEETS.summary, hasSelfForm ? WIDTHS_OF_SELF_FORM : COLUMN_WIDTHS);
  builder.banner(text(OUTPUT_TITLES.summary), "title");
  let order = 0;
  const draw: Draw = (table) => (table === null ? null : drawTable(table, (order += 1), builder));
  evaluations.forEach((paper, index) => {
    const { form } = paper.evaluation;
    builder.banner(text([form.title?.text ?? form.sheet, form.unit].filter(Boolean).join("　")), "subtitle");
    const sentence = conclusionSentence(paper);
    if (sentence !== null) builder.banner(liveText(sentence), "sentence");
    if (index === 0) drawShared(recognition, draw);
    draw(fundsTable(paper, recognition, rates));
    if (index === 0) for (const table of listRateTables(paper, rates)) draw(table);
    drawScores(paper, draw, builder, index);
  });
  for (const survey of recognition.surveys) draw(surveyTable(survey, evaluations));
  for (const budget of recognition.budgets) draw(sampleTable(budget));
  return builder.finish();
}

function drawShared(recognition: Recognition, draw: Draw): void {
  if (recognition.targets.length > 0) draw(targetTable(recognition.targets));
  for (const budget of recognition.budgets) draw(budgetTable(budget));
}

/** The money as the family of reports prints it. */
function fundsTable(
  paper: PaperEvaluation,
  { baseData }: Recognition,
  rates: WorkingPaper["rates"],
): ReportTable | null {
  const { form } = paper.evaluation;
  if (form.family === "conclusion") return pairsTable(paper, baseData);
  return form.indicators.length === 0 ? balanceTable(paper, rates) : executionTable(paper);
}

/** The scores as the family of reports prints them. */
function drawScores(paper: PaperEvaluation, draw: Draw, builder: SheetBuilder, index: number): void {
  const { evaluation } = paper;
  switch (evaluation.form.family) {
    case "conclusion":
      draw(resultTable(paper));
      draw(analysisTable(paper));
      return;
    case "management-appraisal":
      draw(appraisalTable(paper));
      drawDimensions(paper, draw, builder, index);
      return;
    case "project-self":
    case "department-self":
      draw(selfTable(paper));
      if (evaluation.indicators.length === 0) draw(resultTable(paper));
      drawDimensions(paper, draw, builder, index);
      return;
    case "project-evaluation":
    case "department-evaluation":
      drawDimensions(paper, draw, builder, index);
      draw(rateTable(paper));
      draw(completionTable(paper));
      draw(flatTable(paper));
      for (const { name } of evaluation.dimensions) draw(indicatorTable(paper, name));
  }
}

function drawDimensions(paper: PaperEvaluation, draw: Draw, builder: SheetBuilder, index: number): void {
  if (paper.evaluation.dimensions.length === 0) return;
  const drawn = draw(dimensionTable(paper));
  if (drawn === null || drawn.rowCount < 2) return;
  builder.gap();
  builder.chart({
    name: chartName(index + 1),
    title: "各项指标得分率",
    categories: { row: drawn.firstRow, column: 0, rowCount: drawn.rowCount },
    valueColumn: RATE_COLUMN,
    place: { row: builder.nextRow, column: 0, rowCount: CHART_ROWS, columnCount: COLUMN_WIDTHS.length },
  });
  builder.gap(CHART_ROWS);
}
