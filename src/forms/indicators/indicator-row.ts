import type { CellAddress } from "../../expr/cell";
import type { Confidence, Field, IndicatorEntry, PointsCell, ResultCell } from "../../model/form";
import { addressAt } from "../../model/grid";
import type { Quantity, Target } from "../../model/quantity";
import type { TableReader, TableState } from "./table-reader";
import { ownLevelName } from "./level-names";
import { cleanName, isPartOfAbove, isPlaceholder, statedPoints } from "../../text/names";
import { compact } from "../../text/characters";
import { percentBesideActual } from "../../quantities/percentages";
import { LONE_DASH, SCORING_WORDS } from "../../quantities/quantity-words";
import { openPoints, pointsAt, pointsOfCaption, rateAt, resultAt } from "../sheet/result-cells";
import { anchorOf, areaAt, isOwn, ownTextAt, shownAt } from "../sheet/sheet-view";
import { readActualIn, readTargetIn } from "./measures";

interface Leaf {
  readonly name: string;
  readonly cell: CellAddress;
  /** The level whose column the name stands in, where the leaf column itself is blank. */
  readonly borrowed: 1 | 2 | 3 | null;
  /** The name is merged from a row above: only points of its own make this row an indicator. */
  readonly continued: boolean;
}

/** The indicator of a row, or null: only rows with a name of their own that carry something are indicators (report contract). */
export function readIndicator(reader: TableReader, row: number, state: TableState): IndicatorEntry | null {
  const { view, header, scoreColumn } = reader;
  const leaf = leafOf(reader, row);
  const stated =
    header.points === null
      ? { points: pointsInName(reader, leaf), doubt: null }
      : pointsAt(view, row, header.points);
  const { points, doubt } = stated;
  const score = scoreOf(reader, row, state);
  const hasOwnScore = score.result !== null && score.result.entered.nature !== "empty";
  if (leaf === null) {
    if (points || hasOwnScore) warnNameless(reader, row, state, points);
    return null;
  }
  if (leaf.continued && !points && !hasOwnScore) return null;
  if (isPartOfAbove(leaf.name) && !points && !hasOwnScore) return null;

  const name = cleanName(leaf.name) || leaf.name.trim();
  const level2 = leaf.borrowed === 2 || leaf.borrowed === 1 ? null : (state.levels.level2?.name ?? null);
  const context = { name, level2 };
  const ruleText = ruleOf(reader, row);
  const read = readTargetIn(reader, row, context);
  const targetIsRule =
    ruleText === null &&
    read !== null &&
    read.nature === "words" &&
    SCORING_WORDS.test(read.text) &&
    read.cell !== null;
  const target = targetIsRule ? null : read;
  const rule: Field | null = targetIsRule && read.cell ? { text: read.text, cell: read.cell } : ruleText;
  const actual = readActualIn(reader, row, { name, level2, target });
  // `指标1:/` with a stroke under 分值 or 得分 too does not apply; blank, it is left from the template.
  const isStruckOut =
    STROKE.test(name) &&
    (hasOwnScore || (header.points !== null && STROKE.test(shownAt(view, row, header.points))));
  const carries =
    isStruckOut ||
    points !== null ||
    doubt !== null ||
    hasOwnScore ||
    score.sharedWith !== null ||
    isFilled(target) ||
    isFilled(actual) ||
    targetIsRule;
  if (!carries || isEmptyZero(leaf, points, score.result, [target, actual])) return null;
  if (isPlaceholder(leaf.name) && !isStruckOut && !isFilled(target) && !isFilled(actual)) {
    if (points) warnNameless(reader, row, state, points);
    return null;
  }
  const doubts = [
    doubt,
    unreadable(target, "年度指标值"),
    unreadable(actual, "实际完成值"),
    unreadableScore(score.result),
  ].filter((one) => one !== null);
  state.doubts.push(...doubts);
  if (score.result && scoreColumn !== null) state.scoreOwners.set(score.result.cell.row, leaf.cell);
  const named = target !== null && actual !== null ? percentBesideActual(target, actual, name) : target;
  // The leaf is level3, or level4 under a third level of the form (report contract).
  const isFourth = header.hasLevel4 && leaf.borrowed === null;
  const confidence: Confidence =
    doubts.length > 0 ? "uncertain" : header.allExact && leaf.borrowed === null ? "certain" : "likely";
  return {
    level1: leaf.borrowed === 1 ? null : (state.levels.level1?.name ?? null),
    level2,
    level3: isFourth ? (state.levels.level3?.name ?? null) : name,
    level4: isFourth ? name : null,
    cell: leaf.cell,
    points,
    ...openPoints(stated),
    target: named,
    actual,
    rule,
    score: score.result,
    scoreRate: ownRate(reader, row, header.scoreRate),
    completionRate: ownRate(reader, row, header.completionRate),
    reason: header.reason === null ? null : reasonOf(reader, row, header.reason),
    sharesScoreWith: score.sharedWith,
    confidence,
  };
}

/** A form without a 分值 column may state an indicator's points in its name: `相关性(5分)`. */
function pointsInName({ view }: TableReader, leaf: Leaf | null): PointsCell | null {
  if (leaf === null || leaf.borrowed !== null || !/\d分\)?$/.test(compact(leaf.name))) return null;
  const { points } = statedPoints(leaf.name);
  return points === null ? null : pointsOfCaption(view, leaf.cell.row, leaf.cell.column, points);
}

function leafOf({ view, header }: TableReader, row: number): Leaf | null {
  const at = anchorOf(view, row, header.leaf);
  const shown = shownAt(view, row, header.leaf);
  // A dash says that the form has no third level here.
  const text = header.level2 !== null && LONE_DASH.test(compact(shown)) ? "" : shown;
  if (text !== "" && at.column === header.leaf)
    return { name: text, cell: at, borrowed: null, continued: at.row !== row };
  if (text !== "" && at.row === row) {
    // 二级 and 三级 merged into one: the name belongs to the leaf, the level above it is missing.
    const area = areaAt(view, row, header.leaf);
    if (area && area.column + area.columnCount - 1 > header.leaf) return null;
    return {
      name: text,
      cell: at,
      borrowed: at.column === header.level1 ? 1 : at.column === header.level2 ? 2 : 3,
      continued: false,
    };
  }
  const above = text === "" ? ownLevelName(view, row, header) : null;
  return (
    above && {
      name: above.text,
      cell: addressAt(view.grid, row, above.column),
      borrowed: above.level,
      continued: false,
    }
  );
}

function scoreOf(
  { view, header, scoreColumn }: TableReader,
  row: number,
  state: TableState,
): { result: ResultCell | null; sharedWith: CellAddress | null } {
  if (scoreColumn === null) return { result: null, sharedWith: null };
  const at = anchorOf(view, row, scoreColumn);
  const owner = at.row < row && at.row > header.lastRow ? (state.scoreOwners.get(at.row) ?? null) : null;
  return owner
    ? { result: null, sharedWith: owner }
    : { result: resultAt(view, row, scoreColumn), sharedWith: null };
}

function ruleOf({ view, header }: TableReader, row: number): Field | null {
  const text = header.rule === null ? "" : shownAt(view, row, header.rule);
  return header.rule === null || text === "" ? null : { text, cell: anchorOf(view, row, header.rule) };
}

function reasonOf({ view }: TableReader, row: number, column: number): Field {
  return { text: shownAt(view, row, column), cell: anchorOf(view, row, column) };
}

function ownRate({ view }: TableReader, row: number, column: number | null): ResultCell | null {
  return column === null || !isOwn(view, row, column) ? null : rateAt(view, row, column);
}

/** The system's export prints 0 points, or a score of 0 beside a 二级指标 alone, in rows that nobody filled. */
function isEmptyZero(
  { borrowed }: Leaf,
  points: PointsCell | null,
  score: ResultCell | null,
  quantities: readonly (Quantity | Target | null)[],
): boolean {
  const hasNone = points === null ? borrowed !== null : points.value.equals(0);
  if (!hasNone || quantities.some(isFilled)) return false;
  return score === null || score.entered.nature === "empty" || score.entered.value?.equals(0) === true;
}

const STROKE = /^\s*[/／]\s*$/;
const isFilled = (quantity: Quantity | Target | null): boolean =>
  quantity !== null && quantity.nature !== "empty";

function unreadable(quantity: Quantity | null, column: string): TableState["doubts"][number] | null {
  if (quantity?.nature !== "unreadable" || quantity.cell === null) return null;
  return {
    code: "unreadable-number",
    cell: quantity.cell,
    message: /^[-+\d.,，\s]+$/.test(quantity.text)
      ? `${column}“${quantity.text}”看不出是什么单位，请写明单位，例如 95% 或 50万元。`
      : `${column}“${quantity.text}”像是数字，但不能确定是多少，请改成确切的数，例如 ≥50 或 50。`,
  };
}

function unreadableScore(score: ResultCell | null): TableState["doubts"][number] | null {
  if (
    score === null ||
    !["words", "unreadable", "range", "date", "undisclosed"].includes(score.entered.nature)
  )
    return null;
  return {
    code: "unreadable-score",
    cell: score.cell,
    message: `得分“${score.entered.text}”不是数字，未计入；请改成数字。`,
  };
}

function warnNameless(
  { view, header }: TableReader,
  row: number,
  state: TableState,
  points: PointsCell | null,
): void {
  const cell = points?.cell ?? addressAt(view.grid, row, header.leaf);
  const text = ownTextAt(view, row, header.leaf);
  state.doubts.push({
    code: "nameless-row",
    cell,
    message: `这一行有分值或得分，但指标名称${text === "" ? "为空" : `是“${text}”`}，未计入；请填写名称，或清除分值。`,
  });
}
