import { areaName, columnName } from "../../expr/cell";
import type { CompiledSheet } from "../../report/sheets/compile";
import type { ChartDraft, SheetDraft, StyledBlock } from "../../report/sheets/draft";
import { linesPerRow } from "../../report/sheets/lines";
import type { FilledSize } from "../../report/typed-cells";
import { typedText, type CellEntry } from "./entry";
import { BORDER_COLOR, INK, LOOKS, POINTS_PER_CHARACTER } from "./look";
import { bytesOf, rowBlocks, type MeasuredRequest } from "../measured-request";

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
/** Fonts, alignments and borders of a block, with the objects on the way to them. */
const ACTIONS_PER_BLOCK = 26;

/** What is to be drawn: the look from the draft, and what each cell is to hold. */
export interface Drawing {
  readonly draft: Pick<
    SheetDraft,
    "name" | "blocks" | "merges" | "columnWidths" | "frozenRows" | "titleRows" | "landscape" | "charts"
  >;
  readonly entries: readonly (readonly CellEntry[])[];
  readonly formats: readonly (readonly string[])[];
  /** Lines of text in each row. */
  readonly lines: readonly number[];
}

export function drawingOf(compiled: CompiledSheet): Drawing {
  return {
    draft: compiled.draft,
    entries: compiled.cells.map((row) =>
      row.map((cell) => (cell === null ? "" : cell.isFormula ? cell.content : entryOfText(cell.content))),
    ),
    formats: compiled.cells.map((row) => row.map((cell) => cell?.format ?? "General")),
    lines: linesPerRow(compiled),
  };
}

const entryOfText = (content: string | number): CellEntry =>
  typeof content === "string" ? typedText(content) : content;

/** What of a generated sheet is the add-in's and goes first. */
export interface Filled {
  readonly charts: readonly string[];
  /** From A1; null: all of it. */
  readonly filled: readonly FilledSize[] | null;
}

/** Queues everything that draws a generated sheet; the sheet exists. */
export async function drawSheet(
  request: MeasuredRequest,
  { draft, entries, formats, lines }: Drawing,
  old: Filled,
): Promise<void> {
  const sheet = request.context.workbook.worksheets.getItem(draft.name);
  await emptySheet(request, sheet, old);
  await writeCells(request, sheet, entries, formats);
  for (const block of draft.blocks) {
    await request.reserve(ACTIONS_PER_BLOCK);
    styleBlock(sheet, block);
  }
  for (const area of draft.merges) {
    await request.reserve(1);
    sheet.getRange(areaName(area)).merge();
  }
  await request.reserve(draft.columnWidths.length + 10 + draft.charts.length * 20);
  draft.columnWidths.forEach((width, column) => {
    sheet.getRange(`${columnName(column)}:${columnName(column)}`).format.columnWidth =
      width * POINTS_PER_CHARACTER;
  });
  await fitRows(request, sheet, lines);
  sheet.showGridlines = false;
  if (draft.frozenRows > 0) sheet.freezePanes.freezeRows(draft.frozenRows);
  setUpPage(sheet, draft);
  for (const chart of draft.charts) drawChart(sheet, chart);
}

/** Takes the add-in's cells and charts off a generated sheet; sheets are never deleted. */
export async function emptySheet(
  request: MeasuredRequest,
  sheet: Excel.Worksheet,
  { charts, filled }: Filled,
): Promise<void> {
  await request.reserve(4 + charts.length);
  if (filled === null) sheet.getRange().clear();
  else
    for (const { rowCount, columnCount } of filled)
      sheet.getRangeByIndexes(0, 0, rowCount, columnCount).clear();
  for (const chart of charts) sheet.charts.getItem(chart).delete();
}

async function writeCells(
  request: MeasuredRequest,
  sheet: Excel.Worksheet,
  entries: Drawing["entries"],
  formats: Drawing["formats"],
): Promise<void> {
  const width = entries[0]?.length ?? 0;
  if (width === 0) return;
  const sizeOf = (row: readonly unknown[]): number => row.reduce<number>((sum, one) => sum + bytesOf(one), 0);
  for (const { first, rows, bytes } of rowBlocks(entries, sizeOf)) {
    const rowFormats = formats.slice(first, first + rows.length);
    await request.reserve(4, bytes + rowFormats.reduce((sum, row) => sum + sizeOf(row), 0));
    const range = sheet.getRangeByIndexes(first, 0, rows.length, width);
    // Formats first: a cell formatted as text would keep a formula as text.
    range.numberFormat = rowFormats.map((row) => [...row]);
    range.formulas = rows.map((row) => [...row]);
  }
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

/** Rows of one line keep the height of their style; rows of the same height that follow each other are set together. */
async function fitRows(
  request: MeasuredRequest,
  sheet: Excel.Worksheet,
  lines: readonly number[],
): Promise<void> {
  for (let row = 0; row < lines.length;) {
    const count = Math.min(lines[row] ?? 1, MOST_LINES);
    let end = row + 1;
    while (end < lines.length && Math.min(lines[end] ?? 1, MOST_LINES) === count) end += 1;
    if (count > 1) {
      await request.reserve(2);
      sheet.getRange(`${row + 1}:${end}`).format.rowHeight = count * LINE_HEIGHT + 4;
    }
    row = end;
  }
}

function setUpPage(sheet: Excel.Worksheet, draft: Drawing["draft"]): void {
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
  const { valueAxis, categoryAxis } = chart.axes;
  valueAxis.minimum = 0;
  valueAxis.maximum = 1;
  valueAxis.numberFormat = "0%";
  for (const axis of [valueAxis, categoryAxis]) {
    axis.format.font.color = INK;
    axis.format.font.size = 9;
  }
  chart.setPosition(
    sheet.getCell(draft.place.row, draft.place.column),
    sheet.getCell(
      draft.place.row + draft.place.rowCount - 1,
      draft.place.column + draft.place.columnCount - 1,
    ),
  );
}
