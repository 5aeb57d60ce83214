import type { ChartAxisState, ChartState } from "../model/extras";
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
    return new ChartAxis(this.context, this.sheet, this.state, "value");
  }
  get CategoryAxis(): ChartAxis {
    return new ChartAxis(this.context, this.sheet, this.state, "category");
  }
}

class ChartAxisPart extends ChartPart {
  constructor(
    context: ExcelContext,
    sheet: SheetModel,
    state: ChartState,
    readonly kind: "value" | "category",
  ) {
    super(context, sheet, state);
  }
  protected get axis(): ChartAxisState {
    return this.state.axes[this.kind];
  }
  protected ownAxis(): ChartAxisState {
    return this.own().axes[this.kind];
  }
}

export class ChartAxis extends ChartAxisPart {
  static override readonly className = "ChartAxis";
  static override readonly scalars = ["Maximum", "Minimum", "NumberFormat"];

  get Minimum(): number | "" {
    return this.axis.minimum ?? "";
  }
  set Minimum(value: unknown) {
    this.ownAxis().minimum = value === "" ? null : asNumber(value);
  }
  get Maximum(): number | "" {
    return this.axis.maximum ?? "";
  }
  set Maximum(value: unknown) {
    this.ownAxis().maximum = value === "" ? null : asNumber(value);
  }
  get NumberFormat(): string {
    return this.axis.numberFormat ?? "General";
  }
  set NumberFormat(pattern: unknown) {
    this.ownAxis().numberFormat = asString(pattern);
  }
  get Format(): ChartAxisFormat {
    return new ChartAxisFormat(this.context, this.sheet, this.state, this.kind);
  }
}

export class ChartAxisFormat extends ChartAxisPart {
  static override readonly className = "ChartAxisFormat";

  get Font(): ChartFont {
    return new ChartFont(this.context, this.sheet, this.state, this.kind);
  }
}

/** The font of the labels of an axis. */
export class ChartFont extends ChartAxisPart {
  static override readonly className = "ChartFont";
  static override readonly scalars = ["Color", "Size"];

  get Color(): string {
    return this.axis.font.color;
  }
  set Color(color: unknown) {
    if (!isColor(color)) throw hostError("InvalidArgument");
    this.ownAxis().font.color = hexColor(color);
  }
  get Size(): number {
    return this.axis.font.size;
  }
  set Size(points: unknown) {
    this.ownAxis().font.size = asNumber(points);
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
