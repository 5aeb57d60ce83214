import { areaName, quoteSheet, type Area } from "../../model/address";
import type { ChartAxisState, ChartState } from "../../model/extras";
import { cellValue } from "../../model/sheet-cells";
import type { SheetModel } from "../../model/sheet-model";
import { encodedText } from "./encoded-text";
import { declaration, type Namespaces } from "./namespaces";
import { escapeAttribute } from "./xml-text";

type SheetOf = (id: string) => SheetModel;

/** The chart part, element after element in the order of the schema, with the values that it shows. */
export function chartXml(chart: ChartState, sheetOf: SheetOf, namespaces: Namespaces): string {
  const isPie = chart.type === "Pie";
  const { chart: c, drawing: a, relationships: r } = namespaces;
  const hasTitle = chart.title.visible && chart.title.text !== "";
  return (
    `${declaration}<c:chartSpace xmlns:c="${c}" xmlns:a="${a}" xmlns:r="${r}"><c:roundedCorners val="0"/>` +
    `<c:chart>${hasTitle ? titleXml(chart.title.text) : ""}<c:autoTitleDeleted val="${hasTitle ? 0 : 1}"/>` +
    `<c:plotArea><c:layout/>${plotXml(chart, sheetOf)}${isPie ? "" : axesXml(chart)}</c:plotArea>` +
    legendXml(chart.legend) +
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
  );
}

const titleXml = (text: string): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1400" b="0"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1400" b="0"/><a:t>${encodedText(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;

const legendPlaces: Record<string, string> = { Top: "t", Bottom: "b", Left: "l", Right: "r", Corner: "tr" };
const legendXml = ({ visible, position }: ChartState["legend"]): string =>
  visible
    ? `<c:legend><c:legendPos val="${legendPlaces[position] ?? "b"}"/><c:overlay val="0"/></c:legend>`
    : "";

const axisIds = { category: "500000001", value: "500000002" };
const axisIdsXml = `<c:axId val="${axisIds.category}"/><c:axId val="${axisIds.value}"/>`;

function plotXml(chart: ChartState, sheetOf: SheetOf): string {
  const series = seriesOf(chart, sheetOf);
  if (chart.type === "Pie")
    return `<c:pieChart><c:varyColors val="1"/>${seriesXml(chart, series, "pie")}<c:firstSliceAng val="0"/></c:pieChart>`;
  if (chart.type.startsWith("Line"))
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${seriesXml(chart, series, "line")}<c:marker val="1"/>${axisIdsXml}</c:lineChart>`;
  const stacked = chart.type.endsWith("Stacked100")
    ? "percentStacked"
    : chart.type.endsWith("Stacked")
      ? "stacked"
      : null;
  return (
    `<c:barChart><c:barDir val="${isLying(chart) ? "bar" : "col"}"/><c:grouping val="${stacked ?? "clustered"}"/>` +
    `<c:varyColors val="0"/>${seriesXml(chart, series, "bar")}<c:gapWidth val="${chart.series[0]?.gapWidth ?? 150}"/>` +
    `${stacked === null ? "" : '<c:overlap val="100"/>'}${axisIdsXml}</c:barChart>`
  );
}

const isLying = ({ type }: ChartState): boolean => type.startsWith("Bar");

/** Bars first have `invertIfNegative`, lines a marker; only lines have `smooth`. */
function seriesXml(chart: ChartState, list: readonly Series[], kind: "bar" | "line" | "pie"): string {
  const labels = labelsXml(chart.series[0]?.hasDataLabels ?? false);
  const marker = `<c:marker><c:symbol val="${chart.type === "LineMarkers" ? "circle" : "none"}"/></c:marker>`;
  return list
    .map(
      ({ name, categories, values, color }, i) =>
        `<c:ser><c:idx val="${i}"/><c:order val="${i}"/><c:tx>${textsXml(name)}</c:tx>${shapeXml(color, kind)}` +
        (kind === "bar" ? '<c:invertIfNegative val="0"/>' : "") +
        (kind === "line" ? marker : "") +
        `${labels}<c:cat>${textsXml(categories)}</c:cat><c:val>${numbersXml(values)}</c:val>` +
        `${kind === "line" ? '<c:smooth val="0"/>' : ""}</c:ser>`,
    )
    .join("");
}

function shapeXml(color: string | null, kind: "bar" | "line" | "pie"): string {
  const digits = color?.replace("#", "").toUpperCase() ?? "";
  if (!/^[0-9A-F]{6}$/.test(digits)) return "";
  const fill = `<a:solidFill><a:srgbClr val="${digits}"/></a:solidFill>`;
  return `<c:spPr>${kind === "line" ? `<a:ln w="28575" cap="rnd">${fill}<a:round/></a:ln>` : fill}</c:spPr>`;
}

const labelsXml = (on: boolean): string =>
  `<c:dLbls><c:showLegendKey val="0"/><c:showVal val="${on ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;

function axesXml(chart: ChartState): string {
  const { category, value } = chart.axes;
  const lying = isLying(chart);
  return (
    `<c:catAx><c:axId val="${axisIds.category}"/>${scalingXml(category)}<c:delete val="0"/><c:axPos val="${lying ? "l" : "b"}"/>${lookXml(category)}` +
    `<c:crossAx val="${axisIds.value}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>` +
    `<c:valAx><c:axId val="${axisIds.value}"/>${scalingXml(value)}<c:delete val="0"/><c:axPos val="${lying ? "b" : "l"}"/>${gridlinesXml}${lookXml(value)}` +
    `<c:crossAx val="${axisIds.category}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`
  );
}

const gridlinesXml =
  '<c:majorGridlines><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';

const scalingXml = ({ minimum, maximum }: ChartAxisState): string =>
  `<c:scaling><c:orientation val="minMax"/>${maximum === null ? "" : `<c:max val="${maximum}"/>`}${minimum === null ? "" : `<c:min val="${minimum}"/>`}</c:scaling>`;

const lookXml = ({ numberFormat, font }: ChartAxisState): string =>
  `<c:numFmt formatCode="${escapeAttribute(numberFormat ?? "General")}" sourceLinked="${numberFormat === null ? 1 : 0}"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${Math.round(font.size * 100)}"><a:solidFill><a:srgbClr val="${font.color.replace("#", "")}"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;

interface Reference {
  readonly sheet: SheetModel;
  readonly area: Area;
}

interface Series {
  readonly name: Reference;
  readonly categories: Reference;
  readonly values: Reference;
  readonly color: string | null;
}

/** The first row (or column) names the categories, the first cell of each series names it. */
function seriesOf(chart: ChartState, sheetOf: SheetOf): Series[] {
  if (!chart.source) return [];
  const { sheetId, area, seriesBy } = chart.source;
  const sheet = sheetOf(sheetId);
  const { row, column, rows, columns } = area;
  const at = (area: Area): Reference => ({ sheet, area });
  const byColumns = seriesBy === "Columns";
  const count = Math.max(1, (byColumns ? columns : rows) - 1);
  return Array.from({ length: count }, (_, i) => {
    const color = chart.series[i]?.color ?? null;
    const named = chart.series[i]?.categories;
    if (named && byColumns && columns === 1)
      return {
        name: at({ row, column, rows: 1, columns: 1 }),
        categories: { sheet: sheetOf(named.sheetId), area: named.area },
        values: at({ row: row + 1, column, rows: rows - 1, columns: 1 }),
        color,
      };
    return byColumns
      ? {
          name: at({ row, column: column + 1 + i, rows: 1, columns: 1 }),
          categories: at({ row: row + 1, column, rows: rows - 1, columns: 1 }),
          values: at({ row: row + 1, column: column + 1 + i, rows: rows - 1, columns: 1 }),
          color,
        }
      : {
          name: at({ row: row + 1 + i, column, rows: 1, columns: 1 }),
          categories: at({ row, column: column + 1, rows: 1, columns: columns - 1 }),
          values: at({ row: row + 1 + i, column: column + 1, rows: 1, columns: columns - 1 }),
          color,
        };
  });
}

const formulaXml = ({ sheet, area }: Reference): string => {
  const place = areaName(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  return `<c:f>${encodedText(`${quoteSheet(sheet.name)}!${place}`)}</c:f>`;
};

function pointsXml({ sheet, area }: Reference, shows: (value: unknown) => boolean): string {
  const values = Array.from({ length: area.rows * area.columns }, (_, i) =>
    cellValue(sheet.cells.data(area.row + Math.floor(i / area.columns), area.column + (i % area.columns))),
  );
  const points = values.map((value, i) =>
    shows(value) ? `<c:pt idx="${i}"><c:v>${encodedText(String(value))}</c:v></c:pt>` : "",
  );
  return `<c:ptCount val="${values.length}"/>${points.join("")}`;
}

const textsXml = (reference: Reference): string =>
  `<c:strRef>${formulaXml(reference)}<c:strCache>${pointsXml(reference, (value) => value !== null && value !== "")}</c:strCache></c:strRef>`;

const numbersXml = (reference: Reference): string =>
  `<c:numRef>${formulaXml(reference)}<c:numCache><c:formatCode>General</c:formatCode>${pointsXml(reference, (value) => typeof value === "number")}</c:numCache></c:numRef>`;
