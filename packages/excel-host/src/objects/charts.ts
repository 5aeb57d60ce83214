import { maxColumns, maxRows } from "../model/address";
import { newAxis, type ChartState } from "../model/extras";
import { columnWidth, rowHeight } from "../model/sheet-layout";
import type { SheetModel } from "../model/sheet-model";
import { hostError } from "../wire/host-error";
import { WireCollection } from "../wire/wire-object";
import { asNumber, asString } from "./arguments";
import { ChartAxes, ChartLegend, ChartSeriesCollection, ChartTitle } from "./chart-parts";
import { ExcelObject, type ExcelContext } from "./context";
import { Range } from "./range";
import { Worksheet } from "./worksheet";

/** The families of Excel.ChartType with their kinds. */
const CHART_TYPE =
  /^(?:Invalid|(?:3D)?(?:Column|Bar|Line|Pie|Area)(?:Clustered|Stacked|Stacked100|Markers|MarkersStacked|MarkersStacked100|Exploded|OfPie)?|PieOfPie|BarOfPie|Doughnut(?:Exploded)?|XYScatter(?:Smooth|SmoothNoMarkers|Lines|LinesNoMarkers)?|Radar(?:Markers|Filled)?|Surface(?:Wireframe|TopView|TopViewWireframe)?|Bubble(?:3DEffect)?|Stock(?:HLC|OHLC|VHLC|VOHLC)|(?:Cylinder|Cone|Pyramid)(?:Col|ColClustered|ColStacked|ColStacked100|BarClustered|BarStacked|BarStacked100)|Histogram|Boxwhisker|Pareto|RegionMap|Treemap|Waterfall|Sunburst|Funnel)$/i;

function chartType(given: unknown): string {
  const type = asString(given);
  if (!CHART_TYPE.test(type)) throw hostError("InvalidArgument");
  return type;
}

export class ChartCollection extends WireCollection {
  static override readonly className = "ChartCollection";
  static override readonly scalars = ["Count"];

  constructor(
    readonly context: ExcelContext,
    readonly sheet: SheetModel,
  ) {
    super();
  }

  get Count(): number {
    return this.sheet.extras.charts.length;
  }
  items(): Chart[] {
    return this.sheet.extras.charts.map((state) => new Chart(this.context, this.sheet, state));
  }
  item(key: unknown): Chart {
    const chart = this.items().find((one) => one.state.id === key || one.state.name === key);
    if (!chart) throw hostError("ItemNotFound");
    return chart;
  }
  GetItem(name: unknown): Chart {
    return this.item(name);
  }
  GetItemOrNullObject(name: unknown): Chart | null {
    return this.items().find((one) => one.state.name === name) ?? null;
  }
  GetItemAt(index: unknown): Chart {
    const chart = this.items()[asNumber(index)];
    if (!chart) throw hostError("ItemNotFound");
    return chart;
  }
  GetCount(): number {
    return this.Count;
  }

  Add(type: unknown, source: unknown, seriesBy?: unknown): Chart {
    this.sheet.assertAllowed("allowEditObjects");
    if (!(source instanceof Range)) throw hostError("InvalidArgument");
    const { area } = source;
    const by =
      seriesBy === "Rows" || (seriesBy !== "Columns" && area.columns > area.rows) ? "Rows" : "Columns";
    const count = Math.max(1, (by === "Rows" ? area.rows : area.columns) - 1);
    const { charts } = this.sheet.extras;
    let number = charts.length + 1;
    while (charts.some((chart) => chart.name === `图表 ${number}`)) number++;
    const state: ChartState = {
      id: `{${number.toString(16).toUpperCase().padStart(8, "0")}-0000-0000-0000-000000000000}`,
      name: `图表 ${number}`,
      type: chartType(type),
      source: { sheetId: source.sheet.id, area, seriesBy: by },
      title: { text: "", visible: true },
      legend: { visible: true, position: "Bottom" },
      top: 20,
      left: 20,
      width: 360,
      height: 216,
      axes: { value: newAxis(), category: newAxis() },
      series: Array.from({ length: count }, () => ({
        hasDataLabels: false,
        gapWidth: 150,
        color: null,
        categories: null,
      })),
    };
    charts.push(state);
    this.sheet.extras.changed.add("charts");
    return new Chart(this.context, this.sheet, state);
  }
}

export class Chart extends ExcelObject {
  static override readonly className = "Chart";
  static override readonly scalars = ["ChartType", "Height", "Id", "Left", "Name", "Top", "Width"];

  constructor(
    context: ExcelContext,
    readonly sheet: SheetModel,
    readonly state: ChartState,
  ) {
    super(context);
  }

  override identity(): Record<string, unknown> {
    return { Id: this.state.id };
  }
  #own(): ChartState {
    this.sheet.assertAllowed("allowEditObjects");
    this.sheet.extras.changed.add("charts");
    return this.state;
  }
  get Id(): string {
    return this.state.id;
  }
  get Name(): string {
    return this.state.name;
  }
  set Name(name: unknown) {
    this.#own().name = asString(name);
  }
  get ChartType(): string {
    return this.state.type;
  }
  set ChartType(type: unknown) {
    this.#own().type = chartType(type);
  }
  get Top(): number {
    return this.state.top;
  }
  set Top(points: unknown) {
    this.#own().top = asNumber(points);
  }
  get Left(): number {
    return this.state.left;
  }
  set Left(points: unknown) {
    this.#own().left = asNumber(points);
  }
  get Width(): number {
    return this.state.width;
  }
  set Width(points: unknown) {
    this.#own().width = asNumber(points);
  }
  get Height(): number {
    return this.state.height;
  }
  set Height(points: unknown) {
    this.#own().height = asNumber(points);
  }
  get Title(): ChartTitle {
    return new ChartTitle(this.context, this.sheet, this.state);
  }
  get Legend(): ChartLegend {
    return new ChartLegend(this.context, this.sheet, this.state);
  }
  get Axes(): ChartAxes {
    return new ChartAxes(this.context, this.sheet, this.state);
  }
  get Series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this.context, this.sheet, this.state);
  }
  get Worksheet(): Worksheet {
    return new Worksheet(this.context, this.sheet);
  }

  SetPosition(start: unknown, end?: unknown): void {
    const from = this.#range(start).area;
    const own = this.#own();
    own.left = sum(from.column, (column) => columnWidth(this.sheet, column));
    own.top = sum(from.row, (row) => rowHeight(this.sheet, row));
    if (end === undefined || end === null) return;
    const to = this.#range(end).area;
    own.width =
      sum(Math.min(to.column + to.columns, maxColumns), (column) => columnWidth(this.sheet, column)) -
      own.left;
    own.height = sum(Math.min(to.row + to.rows, maxRows), (row) => rowHeight(this.sheet, row)) - own.top;
  }
  SetData(source: unknown, seriesBy?: unknown): void {
    const { area, sheet } = this.#range(source);
    this.#own().source = { sheetId: sheet.id, area, seriesBy: seriesBy === "Rows" ? "Rows" : "Columns" };
  }
  Delete(): void {
    this.#own();
    const { charts } = this.sheet.extras;
    charts.splice(charts.indexOf(this.state), 1);
  }
  #range(given: unknown): Range {
    return given instanceof Range ? given : Range.at(this.context, this.sheet, given);
  }
}

function sum(count: number, at: (index: number) => number): number {
  let total = 0;
  for (let i = 0; i < count; i++) total += at(i);
  return total;
}
