import type { IndicatorHeader } from "./indicator-header";
import type { Heading, TableReader, TableState } from "./table-reader";
import { caption, NO_LEVELS } from "./level-names";
import { compact, fold } from "../../text/characters";
import { cleanName, isPlaceholder, statedPoints } from "../../text/names";
import { pointsAt, pointsOfCaption, resultIn } from "../sheet/result-cells";
import { addressAt } from "../../model/grid";
import { areaAt, filledColumns, ownTextAt, type SheetView } from "../sheet/sheet-view";

const CHAPTER = /^[一二三四五六七八九十]{1,3}\s*[、.．]|^第[一二三四五六七八九十]+部分/;

/** A row that only opens a group: `一、基础工作管理（16分）` across the table, or the heading of a flat list's group. */
export function isCaptionRow(
  { view, header, groups }: TableReader,
  row: number,
  filled: readonly number[],
): boolean {
  if (groups?.has(row)) return true;
  const [first] = filled;
  if (filled.length !== 1 || first === undefined || first > header.leaf) return false;
  const text = ownTextAt(view, row, first);
  if (isPlaceholder(text)) return false;
  // Beside the columns of names: 目标名称 | … | 评价指标 under `一、投入目标`.
  if (first < header.leaf && header.level1 === null && CHAPTER.test(fold(text))) return true;
  const isAcross = (areaAt(view, row, first)?.columnCount ?? 1) > header.leaf - first + 1;
  const says = statedPoints(text);
  if (first === header.leaf)
    return says.points !== null && /分|%/.test(compact(text)) && (header.isFlat || isAcross);
  return (
    isAcross ||
    (first === nameStart(header) && CHAPTER.test(fold(text)) && coversLeaf(areaAt(view, row, first), header))
  );
}

function coversLeaf(area: { column: number; columnCount: number } | null, header: IndicatorHeader): boolean {
  return area !== null && area.column + area.columnCount > header.leaf;
}

function nameStart(header: IndicatorHeader): number {
  return header.level1 ?? header.level2 ?? header.leaf;
}

/** The heading of a section whose table follows with a header of its own. */
export function readHeading(view: SheetView, row: number): Heading {
  const column = filledColumns(view, row)[0] ?? 0;
  const text = ownTextAt(view, row, column);
  const stated = statedPoints(text);
  const name = cleanName(text, true);
  const level1 = {
    name,
    row,
    column,
    points: stated.points === null ? null : pointsOfCaption(view, row, column, stated.points),
  };
  const says = stated.points !== null || stated.score !== null;
  return {
    level1,
    captions: says ? [caption(1, name, addressAt(view.grid, row, column), stated.points, stated.score)] : [],
  };
}

export function readCaptionRow(
  { view, header, groups, scoreColumn }: TableReader,
  row: number,
  filled: readonly number[],
  state: TableState,
): void {
  const column = groups?.has(row) ? header.leaf : (filled[0] ?? header.leaf);
  const text = ownTextAt(view, row, column);
  const name = cleanName(text, true);
  const level = groups?.get(row) ?? 1;
  const stated = statedPoints(text);
  const { points: beside } = pointsAt(view, row, header.points);
  const points = stated.points === null ? beside : pointsOfCaption(view, row, column, stated.points);
  const score = stated.score ?? resultIn(view, row, scoreColumn)?.entered.value ?? null;
  const open = { name, row, column, points };
  state.levels =
    level === 1 ? { ...NO_LEVELS, level1: open } : { ...state.levels, level2: open, level3: null };
  state.captions.push(caption(level, name, addressAt(view.grid, row, column), points?.value ?? null, score));
}
