import type { Exact } from "../../expr/exact";
import type { CaptionPoints, PointsCell } from "../../model/form";
import type { IndicatorHeader } from "./indicator-header";
import { cleanName, statedPoints } from "../../text/names";
import { pointsAt, pointsOfCaption } from "../sheet/result-cells";
import { anchorOf, ownTextAt, shownAt, type SheetView } from "../sheet/sheet-view";

/** One group that is open while rows are read: its name, and the caption that states its points. */
export interface OpenLevel {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly points: PointsCell | null;
}

export interface OpenLevels {
  readonly level1: OpenLevel | null;
  readonly level2: OpenLevel | null;
  readonly level3: OpenLevel | null;
}

export const NO_LEVELS: OpenLevels = { level1: null, level2: null, level3: null };

/**
 * The levels of a row: merged downwards or left blank under the first row of the group. A new level closes
 * those below it, so that a blank 二级 never takes the name of another 一级.
 */
export function levelsOf(
  view: SheetView,
  row: number,
  header: IndicatorHeader,
  above: OpenLevels,
  captions: CaptionPoints[],
): OpenLevels {
  const level1 = open(view, row, header, header.level1, 1, above.level1, captions);
  const level2 = open(
    view,
    row,
    header,
    header.level2,
    2,
    level1 === above.level1 ? above.level2 : null,
    captions,
  );
  const level3 = open(
    view,
    row,
    header,
    header.level3,
    null,
    level2 === above.level2 && level1 === above.level1 ? above.level3 : null,
    captions,
  );
  if (level1 === above.level1 && level2 === above.level2 && level3 === above.level3) return above;
  return { level1: level1 ?? above.level1, level2, level3 };
}

function open(
  view: SheetView,
  row: number,
  header: IndicatorHeader,
  column: number | null,
  level: 1 | 2 | null,
  above: OpenLevel | null,
  captions: CaptionPoints[],
): OpenLevel | null {
  if (column === null) return above;
  const at = anchorOf(view, row, column);
  const text = shownAt(view, row, column);
  // Merged from a column to the left: this level is missing, not a repetition.
  if (text === "" || at.column !== column) return above;
  if (above && above.row === at.row && above.column === at.column) return above;
  const name = cleanName(text, true) || text.trim();
  // 一级 typed again in every row is the same group; only a change opens a new one.
  if (above && above.name === name) return above;
  const stated = statedPoints(text);
  const beside = stated.points === null && level !== null ? pointsBeside(view, at.row, column, header) : null;
  const points = stated.points === null ? beside : pointsOfCaption(view, at.row, column, stated.points);
  if (level !== null && (points !== null || stated.score !== null)) {
    captions.push(caption(level, name, at, points?.value ?? null, stated.score));
  }
  return { name, row: at.row, column: at.column, points };
}

/** 一级指标 | 分值 | 二级指标 | 分值 | …: the group's points in the next column. */
function pointsBeside(
  view: SheetView,
  row: number,
  column: number,
  header: IndicatorHeader,
): PointsCell | null {
  const beside = header.levelPoints.includes(column + 1) ? column + 1 : null;
  return pointsAt(view, row, beside).points;
}

export function caption(
  level: 1 | 2,
  name: string,
  cell: CaptionPoints["cell"],
  points: Exact | null,
  statedScore: Exact | null,
): CaptionPoints {
  return { level, name, cell, points, statedScore };
}

/** The nearest level name that stands in this row itself, for a row whose leaf column is blank. */
export function ownLevelName(
  view: SheetView,
  row: number,
  header: IndicatorHeader,
): { level: 1 | 2 | 3; column: number; text: string } | null {
  for (const [level, column] of [
    [3, header.level3],
    [2, header.level2],
    [1, header.level1],
  ] as const) {
    const text = column === null ? "" : ownTextAt(view, row, column);
    if (column !== null && text !== "") return { level, column, text };
  }
  return null;
}
