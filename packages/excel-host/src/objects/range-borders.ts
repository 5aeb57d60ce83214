import type { Area } from "../model/address";
import type { SheetModel } from "../model/sheet-model";
import { hexColor, isColor } from "../model/styles";
import { hostError } from "../wire/host-error";
import { WireCollection } from "../wire/wire-object";
import { oneOf } from "./arguments";
import { ExcelObject, type ExcelContext } from "./context";

const indices = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type BorderIndex = (typeof indices)[number];
type Side = "t" | "b" | "l" | "r";

/** Univer's border code by Excel's style and weight. */
const codes: Record<string, Record<string, number>> = {
  None: {},
  Continuous: { Hairline: 2, Thin: 1, Medium: 8, Thick: 13 },
  Dash: { Medium: 9, "": 4 },
  DashDot: { Medium: 10, "": 5 },
  DashDotDot: { Medium: 11, "": 6 },
  Dot: { "": 3 },
  Double: { "": 7 },
  SlantDashDot: { "": 12 },
};

function codeFor(style: string, weight: string): number {
  const byWeight = codes[style] ?? {};
  return style === "None" ? 0 : (byWeight[weight] ?? byWeight[""] ?? byWeight["Thin"] ?? 1);
}

function styleOf(code: number): { style: string; weight: string } {
  for (const [style, byWeight] of Object.entries(codes))
    for (const [weight, known] of Object.entries(byWeight))
      if (known === code) return { style, weight: weight || (style === "Double" ? "Thick" : "Thin") };
  return { style: "None", weight: "Thin" };
}

export class RangeBorderCollection extends WireCollection {
  static override readonly className = "RangeBorderCollection";
  static override readonly scalars = ["Count"];

  constructor(
    readonly context: ExcelContext,
    readonly sheet: SheetModel,
    readonly area: Area,
  ) {
    super();
  }

  get Count(): number {
    return indices.length;
  }
  items(): RangeBorder[] {
    return indices.map((index) => this.item(index));
  }
  item(index: unknown): RangeBorder {
    return new RangeBorder(this.context, this.sheet, this.area, oneOf(index, indices));
  }
  GetItemAt(index: unknown): RangeBorder {
    return this.item(indices[Number(index)]);
  }
}

export class RangeBorder extends ExcelObject {
  static override readonly className = "RangeBorder";
  static override readonly scalars = ["Color", "SideIndex", "Style", "Weight"];

  constructor(
    context: ExcelContext,
    readonly sheet: SheetModel,
    readonly area: Area,
    readonly index: BorderIndex,
  ) {
    super(context);
  }

  override identity(): Record<string, unknown> {
    return { Id: this.index };
  }

  /** The cells that have this border, and on which of their sides. Diagonals are accepted and not drawn. */
  #sides(firstOnly = false): [row: number, column: number, side: Side][] {
    const { row, column, rows, columns } = this.sheet.bounded(this.area);
    const out: [number, number, Side][] = [];
    const lines = (count: number, fixed: (i: number) => [number, number, Side]): void => {
      for (let i = 0; i < (firstOnly ? Math.min(1, count) : count); i++) out.push(fixed(i));
    };
    switch (this.index) {
      case "EdgeTop":
        lines(columns, (i) => [row, column + i, "t"]);
        break;
      case "EdgeBottom":
        lines(columns, (i) => [row + rows - 1, column + i, "b"]);
        break;
      case "EdgeLeft":
        lines(rows, (i) => [row + i, column, "l"]);
        break;
      case "EdgeRight":
        lines(rows, (i) => [row + i, column + columns - 1, "r"]);
        break;
      case "InsideVertical":
        lines(rows * (columns - 1), (i) => [
          row + Math.floor(i / (columns - 1)),
          column + (i % (columns - 1)),
          "r",
        ]);
        break;
      case "InsideHorizontal":
        lines((rows - 1) * columns, (i) => [row + Math.floor(i / columns), column + (i % columns), "b"]);
    }
    return out;
  }

  #current(): { code: number; color: string } {
    const [at] = this.#sides(true);
    const border = at && this.sheet.cells.border(...at);
    return { code: border?.s ?? 0, color: hexColor(border?.cl.rgb ?? "#000000") };
  }

  #draw(code: number, color: string): void {
    this.sheet.assertAllowed("allowFormatCells");
    const line = code === 0 ? null : { s: code, cl: { rgb: color } };
    for (const [row, column, side] of this.#sides())
      this.sheet.cells.style(row, column, { bd: { [side]: line } });
  }

  get SideIndex(): string {
    return this.index;
  }
  get Style(): string {
    return styleOf(this.#current().code).style;
  }
  set Style(given: unknown) {
    const style = oneOf(given, [
      "None",
      "Continuous",
      "Dash",
      "DashDot",
      "DashDotDot",
      "Dot",
      "Double",
      "SlantDashDot",
    ]);
    const { code, color } = this.#current();
    this.#draw(codeFor(style, styleOf(code).weight), color);
  }
  get Weight(): string {
    return styleOf(this.#current().code).weight;
  }
  set Weight(given: unknown) {
    const weight = oneOf(given, ["Hairline", "Thin", "Medium", "Thick"]);
    const { code, color } = this.#current();
    this.#draw(codeFor(code === 0 ? "Continuous" : styleOf(code).style, weight), color);
  }
  get Color(): string {
    return this.#current().color;
  }
  set Color(given: unknown) {
    if (!isColor(given)) throw hostError("InvalidArgument");
    const { code } = this.#current();
    this.#draw(code === 0 ? 1 : code, hexColor(given));
  }
}
