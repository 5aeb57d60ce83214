import type { CellAddress } from "../expr/cell";
import { evaluate } from "../expr/evaluate";
import { cellReference } from "../expr/cell";
import { evaluateText, type TextExpression } from "../expr/text";
import type { DimensionEntry, ResultCell, TotalEntry } from "../model/form";
import type { CompiledCell } from "./sheets/compile";
import { FORMATS } from "./sheets/draft";
import type { Placed } from "./paper/indicator-row";
import { placedSum, type PaperEvaluation, type PaperRate, type PaperTotal } from "./paper/working-paper";

/** What a result cell of the user's should show: a formula that points at the working paper. */
export interface DesiredCell {
  readonly at: CellAddress;
  readonly cell: CompiledCell;
  /** The cell that names it: that of the indicator, the fund or the total; null where none is known. */
  readonly named: CellAddress | null;
  /** True where a typed number gives way to the computed one because the user said so. */
  readonly replacesTyped: boolean;
}

/** Every result cell of the user's that the evaluation fills: scores, rates, completion, totals, grades. */
export function desiredCells(paper: PaperEvaluation): DesiredCell[] {
  const desired: DesiredCell[] = [];
  const point: Point = (target, named, placed, format, adopt = false) => {
    if (target === null || placed === null || (!isOpen(target) && !adopt)) return;
    desired.push({
      at: target.cell,
      named,
      cell: pointer(target.cell, placed.at, evaluate(placed.of), format),
      replacesTyped: !isOpen(target),
    });
  };
  for (const scored of [...paper.evaluation.funds, ...paper.evaluation.indicators]) {
    const row = paper.rows.get(scored.entry.cell);
    if (row === undefined) continue;
    const { entry } = scored;
    const computed = scored.adopted === "computed";
    if (computed) point(entry.score, entry.cell, row.adopted, FORMATS.score, !scored.keepsTyped);
    if (!("scoreRate" in entry)) {
      point(entry.rate, entry.cell, row.completion, FORMATS.rate);
      continue;
    }
    point(entry.scoreRate, entry.cell, row.scoreRate, FORMATS.rate);
    point(entry.completionRate, entry.cell, row.completion, FORMATS.rate);
    if (row.measure === null || entry.actual?.cell == null || entry.actual.nature !== "empty") continue;
    desired.push({
      at: entry.actual.cell,
      named: entry.cell,
      cell: pointer(entry.actual.cell, row.measure.at, evaluate(row.measure.of), FORMATS.rate),
      replacesTyped: false,
    });
  }
  for (const total of paper.evaluation.form.totals) {
    const sums = placedSum(paper, total.scope);
    if (sums !== null) pointTotal(total, sums, point, desired);
  }
  for (const entry of paper.evaluation.form.dimensions) {
    const sums = paper.dimensions.get(entry.name);
    if (sums !== undefined) pointTotal(entry, sums, point, desired);
  }
  const { statedScore, statedGrade } = paper.evaluation.form;
  point(statedScore, null, paper.total.score, FORMATS.score);
  if (statedGrade !== null) pointGrade(statedGrade, null, paper.total, desired);
  return desired;
}

/** Points a result cell, in the row named by a cell, at its place on the working paper. */
type Point = (
  target: ResultCell | null,
  named: CellAddress | null,
  placed: Placed | null,
  format: string,
  adopt?: boolean,
) => void;

/** The empty rate cells of plain lists: 采购执行率. */
export function desiredRates(rates: readonly PaperRate[]): DesiredCell[] {
  return rates.flatMap(({ entry: { rate, item }, row }) =>
    row?.completion == null || !isOpen(rate)
      ? []
      : [
          {
            at: rate.cell,
            named: item.cell,
            cell: pointer(rate.cell, row.completion.at, evaluate(row.completion.of), FORMATS.rate),
            replacesTyped: false,
          },
        ],
  );
}

function pointTotal(
  entry: TotalEntry | DimensionEntry,
  sums: PaperTotal,
  point: Point,
  desired: DesiredCell[],
): void {
  point(entry.score, entry.cell, sums.score, FORMATS.score);
  point(entry.scoreRate, entry.cell, sums.scoreRate, FORMATS.rate);
  if (entry.grade !== null) pointGrade(entry.grade, entry.cell, sums, desired);
}

function pointGrade(
  target: ResultCell,
  named: CellAddress | null,
  sums: PaperTotal,
  desired: DesiredCell[],
): void {
  if (sums.grade === null || !isOpen(target)) return;
  const cell: CompiledCell = {
    content: `=${cellReference(sums.grade.at, target.cell.sheet)}`,
    isFormula: true,
    format: "General",
    expected: { kind: "text", text: textOf(sums.grade.of) },
  };
  desired.push({ at: target.cell, named, cell, replacesTyped: false });
}

function textOf(grade: TextExpression): string {
  return evaluateText(grade);
}

/** Empty: what stands there already and is ours has been taken out before recognition. */
function isOpen(target: ResultCell): boolean {
  return target.entered.nature === "empty" && target.formula === null;
}

function pointer(
  from: CellAddress,
  to: CellAddress,
  value: ReturnType<typeof evaluate>,
  format: string,
): CompiledCell {
  return {
    content: `=${cellReference(to, from.sheet)}`,
    isFormula: true,
    format,
    expected: value === null ? null : { kind: "number", value },
  };
}
