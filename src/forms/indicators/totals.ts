import type { ResultCell, TotalEntry } from "../../model/form";
import { addressAt } from "../../model/grid";
import type { Scope } from "../../model/scope";
import type { IndicatorHeader } from "./indicator-header";
import { labelOf } from "../../text/labels";
import { cleanName } from "../../text/names";
import { resultAt } from "../sheet/result-cells";
import {
  anchorOf,
  areaAt,
  filledColumns,
  isOwn,
  ownTextAt,
  shownAt,
  type SheetView,
} from "../sheet/sheet-view";

const WHOLE =
  /^(?:合计|总计|总分|总分数|总分值|总得分|总评分|总成绩|综合得分|综合评分|综合评价得分|自评总分|自评总得分|自评得分|评价总分|评价得分|最终得分|得分合计|合计得分|总分合计|合计总分|自评合计|得分总计|分值合计|汇总|总合计)$/;
const PART = /^(?:小计|本项小计|得分小计|小计得分|(.{1,14}?)(?:小计|合计|得分小计|得分合计))$/;
const GRADES = /^(?:优秀?|良好?|中等?|合格|低|较?差|不合格|[一二三四五]等|[A-D])$/;
const GRADE_LABEL = /等级|等次|评级/;

export interface TotalLabel {
  readonly column: number;
  readonly kind: "whole" | "part";
  /** The dimension that the label itself names: 产出指标小计. */
  readonly dimension: string | null;
}

/** 合计 / 小计 / 总分 in a row's name columns. */
export function totalLabel(view: SheetView, row: number, leaf: number): TotalLabel | null {
  for (let column = 0; column <= leaf; column += 1) {
    const text = ownTextAt(view, row, column);
    if (text === "" || text.length > 24 || !/[计分总汇成]/.test(text)) continue;
    const label = labelOf(text);
    if (WHOLE.test(label)) return { column, kind: "whole", dimension: null };
    const part = PART.exec(label);
    if (part)
      return { column, kind: "part", dimension: part[1] === undefined ? null : cleanName(part[1], true) };
  }
  return null;
}

/** Reads a total row of what `scope` says. */
export function readTotal(
  view: SheetView,
  row: number,
  label: TotalLabel,
  header: IndicatorHeader,
  scoreColumn: number | null,
  scope: Scope,
): TotalEntry {
  const grade = gradeIn(view, row, label, header);
  const column = (wanted: number | null): ResultCell | null => {
    if (
      wanted === null ||
      !isOwn(view, row, wanted) ||
      wanted === label.column ||
      wanted === grade?.cell.column
    )
      return null;
    return resultAt(view, row, wanted);
  };
  const points = column(header.points);
  const score = column(scoreColumn);
  const stray = points || score?.entered.nature === "number" ? null : numbersBeside(view, row, label);
  return {
    cell: addressAt(view.grid, row, label.column),
    scope,
    points,
    score: stray ?? score,
    scoreRate: column(header.scoreRate),
    grade,
  };
}

function gradeIn(
  view: SheetView,
  row: number,
  label: TotalLabel,
  header: IndicatorHeader,
): ResultCell | null {
  if (header.grade !== null && isOwn(view, row, header.grade)) return resultAt(view, row, header.grade);
  const columns = filledColumns(view, row).filter((column) => column !== label.column);
  const named = columns.find((column) => GRADE_LABEL.test(labelOf(ownTextAt(view, row, column))));
  if (named !== undefined) return resultAt(view, row, named + (areaAt(view, row, named)?.columnCount ?? 1));
  const word = columns.find((column) => GRADES.test(labelOf(ownTextAt(view, row, column))));
  return word === undefined ? null : resultAt(view, row, word);
}

/** A form without a 分值 column prints the total right beside its label (`总分 | 100 | 自评等级 | 优` [baoshan]). */
function numbersBeside(view: SheetView, row: number, label: TotalLabel): ResultCell | null {
  const next = label.column + (areaAt(view, row, label.column)?.columnCount ?? 1);
  if (
    next >= view.columns ||
    GRADE_LABEL.test(shownAt(view, row, next)) ||
    anchorOf(view, row, next).row !== row
  )
    return null;
  const beside = resultAt(view, row, next);
  return beside.entered.nature === "number" || beside.entered.nature === "empty" ? beside : null;
}

/** A word of a grade scale: 优, 良好, 二等. */
export function isGradeWord(text: string): boolean {
  return GRADES.test(labelOf(text));
}
