import type { Chart, ChartAxis, ChartSeries } from "excelize-wasm";
import { areaName, cellName, quoteSheet, type Area } from "../model/address";
import type { ChartAxisState, ChartState } from "../model/extras";
import { columnWidth, rowHeight } from "../model/sheet-layout";
import type { SheetModel } from "../model/sheet-model";
import { checked, type Excelize, type ExcelizeFile } from "./excelize";

const pixels = (points: number): number => Math.round((points * 4) / 3);

/** Draws the charts that were added in this session. */
export function applyCharts(
  library: Excelize,
  file: ExcelizeFile,
  sheet: SheetModel,
  sheetNameOf: (id: string) => string,
): void {
  for (const chart of sheet.extras.charts) {
    if (!chart.source) continue;
    const column = startOf(chart.left, (index) => columnWidth(sheet, index));
    const row = startOf(chart.top, (index) => rowHeight(sheet, index));
    checked(
      file.AddChart(
        sheet.name,
        cellName(row.index, column.index),
        drawing(library, chart, sheetNameOf, { x: column.rest, y: row.rest }),
      ),
    );
  }
}

/** The row or column in which a distance ends, and what is left of it in points. */
function startOf(distance: number, size: (index: number) => number): { index: number; rest: number } {
  let rest = distance;
  let index = 0;
  while (index < 1000 && rest >= size(index)) rest -= size(index++);
  return { index, rest };
}

function drawing(
  library: Excelize,
  chart: ChartState,
  sheetNameOf: (id: string) => string,
  offset: { x: number; y: number },
): Chart {
  const sheetName = chart.source ? sheetNameOf(chart.source.sheetId) : "";
  const first = chart.series[0];
  return {
    Type: typeOf(library, chart.type),
    Series: chart.source
      ? series(chart, chart.source.area, chart.source.seriesBy, quoteSheet(sheetName), (id) =>
          quoteSheet(sheetNameOf(id)),
        )
      : [],
    Format: { OffsetX: pixels(offset.x), OffsetY: pixels(offset.y), Name: chart.name },
    Dimension: { Width: pixels(chart.width), Height: pixels(chart.height) },
    Legend: { Position: chart.legend.visible ? chart.legend.position.toLowerCase() : "none" },
    ...(chart.title.visible &&
      chart.title.text !== "" && { Title: { Paragraph: [{ Text: chart.title.text }] } }),
    XAxis: axis(chart.axes.category),
    YAxis: { MajorGridLines: true, ...axis(chart.axes.value) },
    PlotArea: { ShowVal: first?.hasDataLabels ?? false },
    GapWidth: first?.gapWidth ?? 150,
    VaryColors: false,
  };
}

function axis({ minimum, maximum, numberFormat, font }: ChartAxisState): ChartAxis {
  return {
    ...(minimum !== null && { Minimum: minimum }),
    ...(maximum !== null && { Maximum: maximum }),
    NumFmt: { CustomNumFmt: numberFormat ?? "General", SourceLinked: numberFormat === null },
    Font: { Color: font.color.replace("#", ""), Size: font.size },
  };
}

function typeOf(library: Excelize, type: string): Chart["Type"] {
  switch (type) {
    case "BarClustered":
      return library.Bar;
    case "BarStacked":
      return library.BarStacked;
    case "BarStacked100":
      return library.BarPercentStacked;
    case "ColumnStacked":
      return library.ColStacked;
    case "ColumnStacked100":
      return library.ColPercentStacked;
    case "Line":
    case "LineMarkers":
      return library.Line;
    case "Pie":
      return library.Pie;
    default:
      return library.Col;
  }
}

/** The first row (or column) names the categories, the first cell of each series names it. */
function series(
  chart: ChartState,
  area: Area,
  by: "Rows" | "Columns",
  sheet: string,
  nameOf: (sheetId: string) => string,
): ChartSeries[] {
  const on = (name: string, part: Area): string =>
    `${name}!${areaName(part).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
  const absolute = (part: Area): string => on(sheet, part);
  const { row, column, rows, columns } = area;
  const count = Math.max(1, (by === "Columns" ? columns : rows) - 1);
  return Array.from({ length: count }, (_, i) => {
    const color = chart.series[i]?.color;
    const fill = color ? { Fill: { Type: "pattern", Pattern: 1, Color: [color.replace("#", "")] } } : {};
    const named = chart.series[i]?.categories;
    if (named && by === "Columns" && columns === 1) {
      return {
        Name: absolute({ row, column, rows: 1, columns: 1 }),
        Categories: on(nameOf(named.sheetId), named.area),
        Values: absolute({ row: row + 1, column, rows: rows - 1, columns: 1 }),
        ...fill,
      };
    }
    return by === "Columns"
      ? {
          Name: absolute({ row, column: column + 1 + i, rows: 1, columns: 1 }),
          Categories: absolute({ row: row + 1, column, rows: rows - 1, columns: 1 }),
          Values: absolute({ row: row + 1, column: column + 1 + i, rows: rows - 1, columns: 1 }),
          ...fill,
        }
      : {
          Name: absolute({ row: row + 1 + i, column, rows: 1, columns: 1 }),
          Categories: absolute({ row, column: column + 1, rows: 1, columns: columns - 1 }),
          Values: absolute({ row: row + 1 + i, column: column + 1, rows: 1, columns: columns - 1 }),
          ...fill,
        };
  });
}
