import type { ResultCell } from "../../model/form";
import type { Quantity } from "../../model/quantity";
import { labelOf } from "../../text/labels";
import { meansNumber, parseNumber, textCell } from "../../quantities/quantity";
import { resultAt } from "../sheet/result-cells";
import { isGradeWord } from "../indicators/totals";
import { anchorOf, areaAt, filledColumns, ownTextAt, type SheetView } from "../sheet/sheet-view";

const SCORE =
  /^(?:自评总分|自评总得分|自评得分|自评分|综合得分|综合评分|综合评价得分|评价得分|评价总分|总得分|最终得分|绩效得分|考核得分|总体得分|总评分|项目总得分|项目得分|项目总分)$/;
const GRADE =
  /^(?:自评|评价|绩效|绩效评价|综合|综合评价|考核|评定|评价结果)?(?:结果|结论)?(?:等级|等次|评级)$/;

export interface StatedResults {
  readonly score: ResultCell | null;
  readonly grade: ResultCell | null;
}

/** 自评总分 | 95, 评价等级 | 良: labels with a value beside them, outside the tables. */
export function statedResults(view: SheetView, rows: Iterable<number>): StatedResults {
  let score: ResultCell | null = null;
  let grade: ResultCell | null = null;
  for (const row of rows) {
    for (const column of filledColumns(view, row)) {
      const text = ownTextAt(view, row, column);
      if (text.length > 24) continue;
      const inline = inlineResult(view, row, column, text);
      if (inline) {
        if (inline.kind === "score") score ??= inline.result;
        else grade ??= inline.result;
        continue;
      }
      const label = labelOf(text);
      const next = column + (areaAt(view, row, column)?.columnCount ?? 1);
      if (next >= view.columns) continue;
      if (SCORE.test(label))
        score ??= valueOnly(resultAt(view, row, valueColumn(view, row, next, grade)), meansNumber);
      else if (GRADE.test(label))
        grade ??= valueOnly(resultAt(view, row, valueColumn(view, row, next, score)), isWords);
    }
  }
  return { score, grade };
}

/** `总得分：98.42`, `自评等级：优`: label and value in one cell, which nobody else writes into. */
function inlineResult(
  view: SheetView,
  row: number,
  column: number,
  text: string,
): { kind: "score" | "grade"; result: ResultCell } | null {
  const [, name = "", value = ""] = /^([^:：]+)[:：]\s*(\S.*)$/s.exec(text) ?? [];
  const label = labelOf(name);
  const kind =
    SCORE.test(label) || /^(?:总分|合计得分|得分合计)$/.test(label)
      ? "score"
      : GRADE.test(label)
        ? "grade"
        : null;
  if (kind === null) return null;
  const cell = anchorOf(view, row, column);
  const entered = parseNumber(textCell(value), cell);
  const isResult =
    kind === "score" ? entered.nature === "number" && (entered.unit ?? "分") === "分" : isGradeWord(value);
  return isResult ? { kind, result: { cell, entered: { ...entered, live: null }, formula: null } } : null;
}

/** The next cell, or the first filled one after blanks; in a blank row the column where the other result stands. */
function valueColumn(view: SheetView, row: number, next: number, other: ResultCell | null): number {
  const filled = filledColumns(view, row).find((column) => column >= next);
  const value = filled === undefined ? "" : labelOf(ownTextAt(view, row, filled));
  if (filled !== undefined && !SCORE.test(value) && !GRADE.test(value)) return filled;
  const below = other !== null && Math.abs(other.cell.row - row) === 1 && other.cell.column >= next;
  return below && filled === undefined ? other.cell.column : next;
}

const isWords = ({ nature }: Quantity): boolean => nature === "words";

function valueOnly(result: ResultCell, isMeant: (entered: Quantity) => boolean): ResultCell | null {
  return (result.entered.nature === "empty" || isMeant(result.entered)) &&
    !SCORE.test(labelOf(result.entered.text)) &&
    !GRADE.test(labelOf(result.entered.text))
    ? result
    : null;
}
