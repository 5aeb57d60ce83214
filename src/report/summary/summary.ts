import type { Recognition } from "../../model/workbook";
import { chartName, OUTPUT_SHEETS, OUTPUT_TITLES } from "../../model/sheet-names";
import { liveText, text, UPRIGHT, type SheetDraft } from "../sheets/draft";
import { footerOf } from "../sheets/footer";
import type { WorkingPaper } from "../paper/working-paper";
import { SheetBuilder } from "../sheets/sheet-builder";
import { drawTable, type DrawnTable } from "../sheets/table";
import { conclusionSentence } from "./conclusion";
import { reportTables, type KindTable } from "./report-tables";
import { isSelfForm } from "./self-table";

const COLUMN_WIDTHS = [20, 30, 18, 18, 12];
/** The national form has six columns where the other tables have five at most. */
const WIDTHS_OF_SELF_FORM = [20, 30, 16, 16, 9, 9];
const RATE_COLUMN = 3;
const CHART_ROWS = 15;

/** 绩效汇总: the tables of the report, numbered through, with the conclusion and a chart of 得分率 by dimension. */
export function buildSummary(
  recognition: Recognition,
  paper: Pick<WorkingPaper, "evaluations" | "rates">,
): SheetDraft {
  const hasSelfForm = paper.evaluations.some(({ evaluation }) => isSelfForm(evaluation));
  const builder = new SheetBuilder(OUTPUT_SHEETS.summary, hasSelfForm ? WIDTHS_OF_SELF_FORM : COLUMN_WIDTHS, {
    ...UPRIGHT,
    footer: footerOf(paper.evaluations.map(({ evaluation }) => evaluation)),
  });
  builder.banner(text(OUTPUT_TITLES.summary), "title");
  let order = 0;
  const draw = ({ table }: KindTable): DrawnTable => drawTable(table, (order += 1), builder);
  const { evaluations, after } = reportTables(recognition, paper);
  evaluations.forEach(({ paper: of, tables }, index) => {
    const { form } = of.evaluation;
    builder.banner(text([form.title?.text ?? form.sheet, form.unit].filter(Boolean).join("　")), "subtitle");
    const sentence = conclusionSentence(of);
    if (sentence !== null) builder.banner(liveText(sentence), "sentence");
    for (const table of tables) {
      const drawn = draw(table);
      if (table.kind === "dimensions" && drawn.rowCount > 1)
        drawChart(drawn, index, builder, evaluations.length > 1 ? (form.unit ?? form.sheet) : "");
    }
  });
  after.forEach(draw);
  return builder.finish();
}

function drawChart(drawn: DrawnTable, index: number, builder: SheetBuilder, whose: string): void {
  builder.gap();
  builder.chart({
    name: chartName(index + 1),
    title: `${whose}各项指标得分率`,
    categories: { row: drawn.firstRow, column: 0, rowCount: drawn.rowCount },
    valueColumn: RATE_COLUMN,
    place: { row: builder.nextRow, column: 0, rowCount: CHART_ROWS, columnCount: COLUMN_WIDTHS.length },
  });
  builder.gap(CHART_ROWS);
}
