import type { Area } from "../model/address";
import { cellKey } from "../model/extras";
import {
  autofitColumns,
  autofitRows,
  columnWidth,
  rowHeight,
  setColumnWidth,
  setRowHeight,
} from "../model/sheet-layout";
import type { SheetModel } from "../model/sheet-model";
import { horizontalCodes, verticalCodes, wrapText, type StylePatch } from "../model/styles";
import { hostError } from "../wire/host-error";
import { asBoolean, asIndex, asNumber, oneOf } from "./arguments";
import { ExcelObject, type ExcelContext } from "./context";
import { FormatProtection } from "./format-protection";
import { RangeBorderCollection } from "./range-borders";
import { RangeFill } from "./range-fill";
import { RangeFont } from "./range-font";
import { uniformStyle } from "./uniform-style";
import { uniform } from "./uniform";

const codeOf = (names: Record<number, string>, name: string): number | null => {
  const found = Object.entries(names).find(([, known]) => known === name);
  return found ? Number(found[0]) : null;
};

/** Points of the 255 characters that a column may be wide: 7 pixels each and 5 around them, in the usual font. */
const WIDEST_COLUMN = (255 * 7 + 5) * 0.75;

export class RangeFormat extends ExcelObject {
  static override readonly className = "RangeFormat";
  static override readonly scalars = [
    "ColumnWidth",
    "HorizontalAlignment",
    "IndentLevel",
    "RowHeight",
    "VerticalAlignment",
    "WrapText",
  ];

  constructor(
    context: ExcelContext,
    readonly sheet: SheetModel,
    readonly area: Area,
  ) {
    super(context);
  }

  #patch(patch: StylePatch): void {
    this.sheet.style(this.area, () => patch);
  }

  get Fill(): RangeFill {
    return new RangeFill(this.context, this.sheet, this.area);
  }
  get Font(): RangeFont {
    return new RangeFont(this.context, this.sheet, this.area);
  }
  get Borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.context, this.sheet, this.area);
  }
  get Protection(): FormatProtection {
    return new FormatProtection(this.context, this.sheet, this.area);
  }

  get HorizontalAlignment(): string | null {
    return uniformStyle(
      this.sheet,
      this.area,
      (style) => horizontalCodes[Number(style.ht ?? 0)] ?? "General",
    );
  }
  set HorizontalAlignment(given: unknown) {
    const name = oneOf(given, [
      "General",
      "Left",
      "Center",
      "Right",
      "Fill",
      "Justify",
      "CenterAcrossSelection",
      "Distributed",
    ]);
    this.#patch({ ht: codeOf(horizontalCodes, name === "CenterAcrossSelection" ? "Center" : name) });
  }
  get VerticalAlignment(): string | null {
    return uniformStyle(this.sheet, this.area, (style) => verticalCodes[Number(style.vt ?? 3)] ?? "Bottom");
  }
  set VerticalAlignment(given: unknown) {
    const name = oneOf(given, ["Top", "Center", "Bottom", "Justify", "Distributed"]);
    this.#patch({ vt: codeOf(verticalCodes, name) });
  }
  get WrapText(): boolean | null {
    return uniformStyle(this.sheet, this.area, (style) => Number(style.tb ?? 0) === wrapText);
  }
  set WrapText(wrap: unknown) {
    this.#patch({ tb: asBoolean(wrap) ? wrapText : null });
  }
  get IndentLevel(): number | null {
    const area = this.sheet.bounded(this.area);
    return uniform(
      area.rows * area.columns,
      (i) =>
        this.sheet.extras.indents.get(
          cellKey(area.row + Math.floor(i / area.columns), area.column + (i % area.columns)),
        ) ?? 0,
    );
  }
  set IndentLevel(level: unknown) {
    const indent = asIndex(level);
    // Univer draws no indents; a left padding looks like one and marks the cell as changed.
    this.sheet.style(this.area, (row, column) => {
      this.sheet.extras.indents.set(cellKey(row, column), indent);
      return { pd: indent > 0 ? { l: indent * 9 } : null };
    });
  }

  get ColumnWidth(): number | null {
    const area = this.sheet.bounded(this.area);
    return uniform(area.columns, (i) => columnWidth(this.sheet, area.column + i));
  }
  set ColumnWidth(points: unknown) {
    setColumnWidth(this.sheet, this.area, checkedLength(points, WIDEST_COLUMN));
  }
  get RowHeight(): number | null {
    const area = this.sheet.bounded(this.area);
    return uniform(area.rows, (i) => rowHeight(this.sheet, area.row + i));
  }
  set RowHeight(points: unknown) {
    setRowHeight(this.sheet, this.area, checkedLength(points, 409.5));
  }

  AutofitColumns(): void {
    this.sheet.cells.flush();
    autofitColumns(this.sheet, this.area, (row, column) => this.sheet.cells.text(row, column, this.model));
  }
  AutofitRows(): void {
    autofitRows(this.sheet, this.area);
  }
}

function checkedLength(points: unknown, limit: number): number {
  const length = asNumber(points);
  if (length < 0 || length > limit) throw hostError("InvalidArgument");
  return length;
}
