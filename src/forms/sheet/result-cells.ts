import { HUNDRED, ONE, ZERO, type Exact } from "../../expr/exact";
import type { OpenPoints, PointsCell, ResultCell, Doubt } from "../../model/form";
import type { Quantity } from "../../model/quantity";
import { liveReading } from "../../quantities/live-reading";
import { parseNumber } from "../../quantities/quantity";
import { anchorOf, gridCellAt, isOwn, type SheetView } from "./sheet-view";

/** A cell for a result, through its merged block. */
export function resultAt(view: SheetView, row: number, column: number): ResultCell {
  const at = anchorOf(view, row, column);
  const cell = gridCellAt(view, at.row, at.column);
  return { cell: at, entered: parseNumber(cell, at), formula: cell.formula };
}

export function resultIn(view: SheetView, row: number, column: number | null): ResultCell | null {
  return column === null ? null : resultAt(view, row, column);
}

/** A rate as entered: a bare number above 1.5 is a percentage (report contract, fine print). */
export function rateAt(view: SheetView, row: number, column: number | null): ResultCell | null {
  const result = resultIn(view, row, column);
  if (
    result === null ||
    result.entered.nature !== "number" ||
    result.entered.unit !== null ||
    result.entered.value === null
  )
    return result;
  const isPercentage = result.entered.value.abs().compare(1.5) > 0;
  const entered: Quantity = isPercentage
    ? { ...result.entered, value: result.entered.value.div(HUNDRED), unit: "%", live: null }
    : result.entered;
  return { ...result, entered };
}

const NO_POINTS = { points: null, doubt: null } as const;

/** 分值 of a row: 10, `10分`, or a weight of 10% of the usual 100 points; merged cells give them to their first row. */
export function pointsAt(
  view: SheetView,
  row: number,
  column: number | null,
): { points: PointsCell | null; doubt: Doubt | null } {
  if (column === null || !isOwn(view, row, column)) return NO_POINTS;
  const at = anchorOf(view, row, column);
  const cell = gridCellAt(view, at.row, at.column);
  const read = parseNumber(cell, at);
  if (read.nature === "empty" || read.nature === "not-applicable" || read.nature === "words")
    return NO_POINTS;
  const isNumber =
    read.nature === "number" &&
    read.value !== null &&
    (read.unit === null || read.unit === "分" || read.unit === "%");
  if (!isNumber || read.value === null || read.value.compare(ZERO) < 0) {
    return {
      points: null,
      doubt: {
        code: "unreadable-number",
        cell: at,
        message: `分值“${read.text}”不能用来计分，请改成不小于 0 的数字，例如 10。`,
      },
    };
  }
  if (read.unit === "%") {
    const reading =
      read.live === "number" || read.live === null ? null : { remove: read.live.remove, scale: ONE };
    return { points: { value: read.value.mul(HUNDRED), cell: at, reading }, doubt: null };
  }
  return {
    points: { value: read.value, cell: at, ...(read.live === "number" ? {} : { reading: read.live }) },
    doubt: null,
  };
}

/** Marks a row whose 分值 cell holds something that is no number of points: it waits, and the total with it. */
export const openPoints = ({ doubt }: ReturnType<typeof pointsAt>): { readonly openPoints?: OpenPoints } =>
  doubt === null ? {} : { openPoints: { cell: doubt.cell, why: "unreadable" } };

/** The points of a caption as an operand: `效益指标(10分)` is read as 10. */
export function pointsOfCaption(view: SheetView, row: number, column: number, points: Exact): PointsCell {
  const at = anchorOf(view, row, column);
  const cell = gridCellAt(view, at.row, at.column);
  if (typeof cell.value === "number") return { value: points, cell: at };
  const text = String(cell.value ?? "");
  const digits = [...text.matchAll(/\d+(?:\.\d+)?/g)].find(([number]) => points.equals(number));
  return {
    value: points,
    cell: at,
    reading: digits ? liveReading(text, [digits.index, digits.index + digits[0].length], ONE) : null,
  };
}
