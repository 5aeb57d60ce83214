import type { ChartState } from "../model/extras";
import type { SheetModel } from "../model/sheet-model";
import { hexColor, isColor } from "../model/styles";
import { hostError } from "../wire/host-error";
import { WireCollection } from "../wire/wire-object";
import { asBoolean, asNumber, asString } from "./arguments";
import { ExcelObject, type ExcelContext } from "./context";
import { Range } from "./range";

class ChartPart extends ExcelObject {
  constructor(
    context: ExcelContext,
    readonly sheet: SheetModel,
    readonly state: ChartState,
  ) {
    super(context);
  }

  protected own(): ChartState {
    this.sheet.extras.changed.add("charts");
    return this.state;
  }
}

export class ChartTitle extends ChartPart {
  static override readonly className = "ChartTitle";
  static override readonly scalars = ["Text", "Visible"];

  get Text(): string {
    return this.state.title.text;
  }
  set Text(text: unknown) {
    this.own().title = { text: asString(text), visible: true };
  }
  get Visible(): boolean {
    return this.state.title.visible;
  }
  set Visible(visible: unknown) {
    this.own().title.visible = asBoolean(visible);
  }
}

export class ChartLegend extends ChartPart {
  static override readonly className = "ChartLegend";
  static override readonly scalars = ["Position", "Visible"];

  get Visible(): boolean {
    return this.state.legend.visible;
  }
  set Visible(visible: unknown) {
    this.own().legend.visible = asBoolean(visible);
  }
  get Position(): string {
    return this.state.legend.position;
  }
  set Position(position: unknown) {
    this.own().legend.position = asString(position);
  }
}

export class ChartAxes extends ChartPart {
  static override readonly className = "ChartAxes";

  get ValueAxis(): ChartAxis {
    return new ChartAxis(this.context, this.sheet, this.state);
  }
}

export class ChartAxis extends ChartPart {
  static override readonly className = "ChartAxis";
  static override readonly scalars = ["Maximum", "Minimum"];

  get Minimum(): number | "" {
    return this.state.valueAxis.minimum ?? "";
  }
  set Minimum(value: unknown) {
    this.own().valueAxis.minimum = value === "" ? null : asNumber(value);
  }
  get Maximum(): number | "" {
    return this.state.valueAxis.maximum ?? "";
  }
  set Maximum(value: unknown) {
    this.own().valueAxis.maximum = value === "" ? null : asNumber(value);
  }
}

export class ChartSeriesCollection extends WireCollection {
  static override readonly className = "ChartSeriesCollection";
  static override readonly scalars = ["Count"];

  constructor(
    readonly context: ExcelContext,
    readonly sheet: SheetModel,
    readonly state: ChartState,
  ) {
    super();
  }
  get Count(): number {
    return this.state.series.length;
  }
  items(): ChartSeries[] {
    return this.state.series.map((_, index) => new ChartSeries(this.context, this.sheet, this.state, index));
  }
  item(index: unknown): ChartSeries {
    const series = this.items()[Number(index)];
    if (!series) throw hostError("ItemNotFound");
    return series;
  }
  GetItemAt(index: unknown): ChartSeries {
    return this.item(index);
  }
  GetCount(): number {
    return this.Count;
  }
}

export class ChartSeries extends ChartPart {
  static override readonly className = "ChartSeries";
  static override readonly scalars = ["GapWidth", "HasDataLabels"];

  constructor(
    context: ExcelContext,
    sheet: SheetModel,
    state: ChartState,
    readonly index: number,
  ) {
    super(context, sheet, state);
  }
  get #series(): ChartState["series"][number] {
    const series = this.state.series[this.index];
    if (!series) throw hostError("ItemNotFound");
    return series;
  }
  get HasDataLabels(): boolean {
    return this.#series.hasDataLabels;
  }
  set HasDataLabels(on: unknown) {
    this.own();
    this.#series.hasDataLabels = asBoolean(on);
  }
  get GapWidth(): number {
    return this.#series.gapWidth;
  }
  set GapWidth(percent: unknown) {
    this.own();
    this.#series.gapWidth = asNumber(percent);
  }
  SetXAxisValues(source: unknown): void {
    if (!(source instanceof Range)) throw hostError("InvalidArgument");
    this.own();
    this.#series.categories = { sheetId: source.sheet.id, area: source.area };
  }
  get Format(): ChartSeriesFormat {
    return new ChartSeriesFormat(this.context, this.sheet, this.state, this.index);
  }
}

export class ChartSeriesFormat extends ChartPart {
  static override readonly className = "ChartSeriesFormat";

  constructor(
    context: ExcelContext,
    sheet: SheetModel,
    state: ChartState,
    readonly index: number,
  ) {
    super(context, sheet, state);
  }
  get Fill(): ChartFill {
    return new ChartFill(this.context, this.sheet, this.state, this.index);
  }
}

export class ChartFill extends ChartPart {
  static override readonly className = "ChartFill";

  constructor(
    context: ExcelContext,
    sheet: SheetModel,
    state: ChartState,
    readonly index: number,
  ) {
    super(context, sheet, state);
  }
  SetSolidColor(color: unknown): void {
    const series = this.own().series[this.index];
    if (!isColor(color) || !series) throw hostError("InvalidArgument");
    series.color = hexColor(color);
  }
}
