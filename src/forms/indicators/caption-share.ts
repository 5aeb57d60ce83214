import { cellLabel } from "../../expr/cell";
import { speakNumber } from "../../expr/explain";
import type { CaptionPoints, Doubt, IndicatorEntry } from "../../model/form";
import { pointsOfCaption } from "../sheet/result-cells";
import type { SheetView } from "../sheet/sheet-view";

/**
 * A form without a 分值 column states points in its captions only. Where a caption covers a single indicator they are
 * that indicator's; how they are shared among several nobody has said: those wait for a score, and the total with them.
 */
export function pointsFromCaptions<Row extends { readonly entry: IndicatorEntry }>(
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
    if (!covering?.points) return row;
    const { cell, points } = covering;
    if (covered.get(key) !== 1)
      return { ...row, entry: { ...entry, openPoints: { cell, why: "shared" as const } } };
    return { ...row, entry: { ...entry, points: pointsOfCaption(view, cell.row, cell.column, points) } };
  });
}

/** Asks how a caption's points are shared, once for each caption of which a row has no score yet. */
export function sharedPoints(
  rows: readonly { readonly entry: IndicatorEntry }[],
  captions: readonly CaptionPoints[],
): Doubt[] {
  return captions.flatMap(({ cell, name, points }) => {
    const sharing = rows.filter(
      ({ entry }) => entry.openPoints && cellLabel(entry.openPoints.cell) === cellLabel(cell),
    );
    const isOpen = sharing.some(({ entry }) => (entry.score?.entered.nature ?? "empty") === "empty");
    return points === null || !isOpen
      ? []
      : [
          {
            code: "shared-points" as const,
            cell,
            message: `“${name}”的 ${speakNumber(points, "points")} 分由 ${sharing.length} 个指标共用，不知道各占多少，没有计分；请加一列“分值”，或填写各指标得分。`,
          },
        ];
  });
}
