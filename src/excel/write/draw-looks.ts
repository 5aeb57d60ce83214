import { areaName, columnName } from "../../expr/cell";
import type { MergedArea, SheetGrid } from "../../model/grid";
import type { ChartDraft, StyledBlock } from "../../report/sheets/draft";
import type { Drawing } from "./draw-sheet";
import { BORDER_COLOR, INK, LOOKS, POINTS_PER_CHARACTER } from "./look";
import { MeasuredRequest } from "../measured-request";

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

type Draw = (request: MeasuredRequest, sheet: Excel.Worksheet, drawing: Drawing) => Promise<void>;

/**
 * How a generated sheet looks, in the order of what may fail: with a chart selected Excel refuses to merge (office-js
 * #399), freezing rows fails on some builds (#2196), charts on others (#1729, #1688). Merges come last: where they are
 * missing, the look is not complete. Each may be drawn twice.
 */
const PARTS: readonly Draw[] = [drawStyles, drawPage, drawWindow, drawCharts, drawMerges];

/**
 * Draws the looks of sheets whose content stands: in one request, and where that fails, part by part, so that one that
 * Excel refuses costs no other. Never throws: answers the names of the sheets that lack some of their look.
 */
export async function drawLooks(
  context: Excel.RequestContext,
  drawings: readonly Drawing[],
  activeSheet: string | null,
): Promise<readonly string[]> {
  if (drawings.length === 0) return [];
  // Freezing the rows of a sheet may bring it to the front (office-js #3148).
  const goBack: Draw = () => {
    if (activeSheet !== null) context.workbook.worksheets.getItemOrNullObject(activeSheet).activate();
    return Promise.resolve();
  };
  if (await isDrawn(context, [...PARTS, goBack], drawings)) return [];
  const plain = new Set<string>();
  for (const part of PARTS) {
    if (await isDrawn(context, [part], drawings)) continue;
    for (const drawing of drawings)
      if (!(await isDrawn(context, [part], [drawing]))) plain.add(drawing.draft.name);
  }
  await isDrawn(context, [goBack], drawings.slice(0, 1));
  return [...plain];
}

async function isDrawn(
  context: Excel.RequestContext,
  parts: readonly Draw[],
  drawings: readonly Drawing[],
): Promise<boolean> {
  const request = new MeasuredRequest(context);
  try {
    for (const draw of parts)
      for (const drawing of drawings)
        await draw(request, context.workbook.worksheets.getItem(drawing.draft.name), drawing);
    await request.send();
    return true;
  } catch {
    return false;
  }
}

/** Whether a sheet that holds the right content lacks its look: an earlier run could not finish it. */
export function lacksLook(grid: SheetGrid, merges: readonly MergedArea[]): boolean {
  const present = new Set(grid.merges.map((area) => areaName(area)));
  return merges.some((area) => !present.has(areaName(area)));
}

async function drawStyles(request: MeasuredRequest, sheet: Excel.Worksheet, drawing: Drawing): Promise<void> {
  const { draft, lines } = drawing;
  for (const block of draft.blocks) {
    await request.reserve(ACTIONS_PER_BLOCK);
    styleBlock(sheet, block);
  }
  await request.reserve(draft.columnWidths.length);
  draft.columnWidths.forEach((width, column) => {
    sheet.getRange(`${columnName(column)}:${columnName(column)}`).format.columnWidth =
      width * POINTS_PER_CHARACTER;
  });
  await fitRows(request, sheet, lines);
}

async function drawPage(
  request: MeasuredRequest,
  sheet: Excel.Worksheet,
  { draft, entries }: Drawing,
): Promise<void> {
  await request.reserve(14);
  setUpPage(sheet, draft, entries.length);
}

async function drawWindow(
  request: MeasuredRequest,
  sheet: Excel.Worksheet,
  { draft }: Drawing,
): Promise<void> {
  await request.reserve(3);
  sheet.showGridlines = false;
  if (draft.frozenRows > 0) sheet.freezePanes.freezeRows(draft.frozenRows);
}

async function drawCharts(
  request: MeasuredRequest,
  sheet: Excel.Worksheet,
  { draft }: Drawing,
): Promise<void> {
  await request.reserve(draft.charts.length * 20);
  for (const chart of draft.charts) drawChart(sheet, chart);
}

async function drawMerges(
  request: MeasuredRequest,
  sheet: Excel.Worksheet,
  { draft }: Drawing,
): Promise<void> {
  for (const area of draft.merges) {
    await request.reserve(1);
    sheet.getRange(areaName(area)).merge();
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

/** Points: wide tables need the paper. */
const SIDE_MARGIN = 30;

function setUpPage(sheet: Excel.Worksheet, draft: Drawing["draft"], rows: number): void {
  const { pageLayout } = sheet;
  const { paper, landscape, columns, footer } = draft.page;
  pageLayout.orientation = landscape ? "Landscape" : "Portrait";
  pageLayout.paperSize = paper;
  pageLayout.leftMargin = SIDE_MARGIN;
  pageLayout.rightMargin = SIDE_MARGIN;
  const { defaultForAllPages } = pageLayout.headersFooters;
  defaultForAllPages.centerFooter = "第 &P 页 共 &N 页";
  // An ampersand begins a code.
  defaultForAllPages.leftFooter = footer.replace(/&/g, "&&");
  if (columns !== null) pageLayout.setPrintArea(`A1:${columnName(columns - 1)}${rows}`);
  // As many pages down as it takes: only a number of pages is documented for the other direction.
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.centerHorizontally = true;
  if (draft.titleRows !== null) {
    pageLayout.setPrintTitleRows(`$${draft.titleRows.first + 1}:$${draft.titleRows.last + 1}`);
  }
}

function drawChart(sheet: Excel.Worksheet, draft: ChartDraft): void {
  const { row, column, rowCount } = draft.categories;
  // With its header, which names the series.
  const values = sheet.getRangeByIndexes(row - 1, draft.valueColumn, rowCount + 1, 1);
  // A second attempt finds what the first has drawn.
  sheet.charts.getItemOrNullObject(draft.name).delete();
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
