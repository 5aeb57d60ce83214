import { areaName, columnName } from "../expr/cell";
import type { CompiledCell, CompiledSheet } from "../report/compile";
import type { ChartDraft, SheetDraft, StyledBlock } from "../report/draft";
import { linesPerRow } from "../report/lines";
import { BORDER_COLOR, LOOKS, POINTS_PER_CHARACTER } from "./look";

const EDGES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideHorizontal",
  "InsideVertical",
] as const;
/** Points. Excel takes rows of at most 409 points. */
const LINE_HEIGHT = 15;
const MOST_LINES = 26;

/** Queues everything that draws a generated sheet; the sheet exists. `oldCharts` are taken off first. */
export function drawSheet(
  context: Excel.RequestContext,
  compiled: CompiledSheet,
  oldCharts: readonly string[],
): void {
  const { draft, cells } = compiled;
  const sheet = context.workbook.worksheets.getItem(draft.name);
  sheet.getRange().clear();
  for (const chart of oldCharts) sheet.charts.getItem(chart).delete();
  writeCells(sheet, cells);
  for (const block of draft.blocks) styleBlock(sheet, block);
  for (const area of draft.merges) sheet.getRange(areaName(area)).merge();
  draft.columnWidths.forEach((width, column) => {
    sheet.getRange(`${columnName(column)}:${columnName(column)}`).format.columnWidth =
      width * POINTS_PER_CHARACTER;
  });
  fitRows(sheet, compiled);
  sheet.showGridlines = false;
  if (draft.frozenRows > 0) sheet.freezePanes.freezeRows(draft.frozenRows);
  setUpPage(sheet, draft);
  for (const chart of draft.charts) drawChart(sheet, chart);
}

function writeCells(sheet: Excel.Worksheet, cells: CompiledSheet["cells"]): void {
  const width = cells[0]?.length ?? 0;
  if (cells.length === 0 || width === 0) return;
  const range = sheet.getRangeByIndexes(0, 0, cells.length, width);
  // Formats first: a cell formatted as text would keep a formula as text.
  range.numberFormat = cells.map((row) => row.map((cell) => cell?.format ?? "General"));
  range.formulas = cells.map((row) => row.map((cell) => (cell === null ? "" : typed(cell))));
}

/** What is typed so that Excel keeps it as meant: text that could be taken for a number, date or formula is quoted. */
export function typed(cell: Pick<CompiledCell, "content" | "isFormula">): string | number {
  if (cell.isFormula || typeof cell.content === "number") return cell.content;
  return typedText(cell.content);
}

/** Text from data never becomes a formula, a date or a number. */
export function typedText(text: string): string {
  return /^[=+\-@'\d.(（￥¥$%]|^(?:true|false)$/i.test(text) ? `'${text}` : text;
}

function styleBlock(sheet: Excel.Worksheet, block: StyledBlock): void {
  const look = LOOKS[block.style];
  const { format } = sheet.getRange(areaName(block));
  format.font.name = look.font.name;
  format.font.size = look.font.size;
  format.font.bold = look.font.bold;
  format.font.color = look.font.color;
  if (look.fill !== null) format.fill.color = look.fill;
  format.verticalAlignment = "Center";
  format.horizontalAlignment = capital(look.align);
  format.wrapText = block.style !== "title" && block.style !== "caption";
  if (look.rowHeight !== null) format.rowHeight = look.rowHeight;
  if (look.border) drawBorders(format, block);
  block.alignments?.forEach((align, column) => {
    if (align === look.align || column >= block.columnCount) return;
    const area = { ...block, column: block.column + column, columnCount: 1 };
    sheet.getRange(areaName(area)).format.horizontalAlignment = capital(align);
  });
}

function capital(align: "left" | "center" | "right"): "Left" | "Center" | "Right" {
  return align === "left" ? "Left" : align === "center" ? "Center" : "Right";
}

function drawBorders(format: Excel.RangeFormat, block: StyledBlock): void {
  for (const edge of EDGES) {
    if (edge === "InsideHorizontal" && block.rowCount === 1) continue;
    if (edge === "InsideVertical" && block.columnCount === 1) continue;
    const border = format.borders.getItem(edge);
    border.style = "Continuous";
    border.color = BORDER_COLOR;
  }
}

/** Rows of one line keep the height of their style. */
function fitRows(sheet: Excel.Worksheet, compiled: CompiledSheet): void {
  linesPerRow(compiled).forEach((lines, row) => {
    if (lines > 1)
      sheet.getRange(`${row + 1}:${row + 1}`).format.rowHeight =
        Math.min(lines, MOST_LINES) * LINE_HEIGHT + 4;
  });
}

function setUpPage(sheet: Excel.Worksheet, draft: SheetDraft): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = draft.landscape ? "Landscape" : "Portrait";
  pageLayout.paperSize = "A4";
  pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  pageLayout.centerHorizontally = true;
  if (draft.titleRows !== null) {
    pageLayout.setPrintTitleRows(`$${draft.titleRows.first + 1}:$${draft.titleRows.last + 1}`);
  }
}

function drawChart(sheet: Excel.Worksheet, draft: ChartDraft): void {
  const { row, column, rowCount } = draft.categories;
  // With its header, which names the series.
  const values = sheet.getRangeByIndexes(row - 1, draft.valueColumn, rowCount + 1, 1);
  const chart = sheet.charts.add("ColumnClustered", values, "Columns");
  chart.name = draft.name;
  chart.title.text = draft.title;
  chart.legend.visible = false;
  const series = chart.series.getItemAt(0);
  series.setXAxisValues(sheet.getRangeByIndexes(row, column, rowCount, 1));
  series.hasDataLabels = true;
  chart.axes.valueAxis.minimum = 0;
  chart.axes.valueAxis.maximum = 1;
  chart.setPosition(
    sheet.getCell(draft.place.row, draft.place.column),
    sheet.getCell(
      draft.place.row + draft.place.rowCount - 1,
      draft.place.column + draft.place.columnCount - 1,
    ),
  );
}
