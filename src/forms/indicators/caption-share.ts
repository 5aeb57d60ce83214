import type { CaptionPoints, IndicatorEntry } from "../../model/form";
import { pointsOfCaption } from "../sheet/result-cells";
import type { SheetView } from "../sheet/sheet-view";

/**
 * A form without a 分值 column states points in its captions only. Where a caption covers a single indicator they are
 * that indicator's; how they are shared among several nobody has said, so those stay without points.
 */
export function captionPointsForSingles<Row extends { readonly entry: IndicatorEntry }>(
  view: SheetView,
  indicators: readonly Row[],
  captions: readonly CaptionPoints[],
): Row[] {
  const covered = new Map<string, number>();
  const count = (key: string): void => void covered.set(key, (covered.get(key) ?? 0) + 1);
  for (const { level1, level2 } of indicators.map(({ entry }) => entry)) {
    count(`1${level1}`);
    count(`2${level2}`);
  }
  const captionOf = new Map(
    captions
      .filter(({ points }) => points !== null)
      .map((caption) => [`${caption.level}${caption.name}`, caption]),
  );
  return indicators.map((row) => {
    const { entry } = row;
    if (entry.points !== null || entry.sharesScoreWith !== null) return row;
    const key = captionOf.has(`2${entry.level2}`) ? `2${entry.level2}` : `1${entry.level1}`;
    const covering = captionOf.get(key);
    if (!covering?.points || covered.get(key) !== 1) return row;
    const { cell, points } = covering;
    return { ...row, entry: { ...entry, points: pointsOfCaption(view, cell.row, cell.column, points) } };
  });
}
