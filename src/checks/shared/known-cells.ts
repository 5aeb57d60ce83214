import { cellLabel, type CellAddress } from "../../expr/cell";
import type { Quantity } from "../../model/quantity";
import type { CheckSubject } from "../check";

/** Every number that was recognised, by `Sheet!A1`. */
export type KnownCells = ReadonlyMap<string, Quantity>;

const collected = new WeakMap<CheckSubject, KnownCells>();

/** The recognised numbers of the workbook; collected once for all checks of a run. */
export function knownCells(subject: CheckSubject): KnownCells {
  const known = collected.get(subject) ?? collect(subject);
  collected.set(subject, known);
  return known;
}

function collect({ recognition }: CheckSubject): KnownCells {
  const cells = new Map<string, Quantity>();
  const put = (
    quantity: Quantity | null | undefined,
    cell: CellAddress | null | undefined = quantity?.cell,
  ): void => {
    if (quantity?.value == null || cell == null || cells.has(cellLabel(cell))) return;
    cells.set(cellLabel(cell), quantity);
  };
  for (const { quantity } of recognition.baseData) put(quantity);
  for (const { rows, total } of recognition.budgets)
    for (const row of [...rows, total]) for (const amount of row?.amounts ?? []) put(amount);
  for (const { entries, issued, returned, overall } of recognition.surveys) {
    for (const datum of [issued, returned, overall]) put(datum?.quantity);
    for (const { share, count, weight } of entries) for (const part of [share, count, weight]) put(part);
  }
  for (const form of recognition.evaluations) {
    for (const fund of form.funds)
      for (const amount of [fund.initialBudget, fund.adjustedBudget, fund.executed]) put(amount);
    for (const { score } of form.indicators) put(score?.entered, score?.cell);
    for (const dimension of form.dimensions)
      for (const part of [dimension.points, dimension.scoreRate]) put(part?.entered, part?.cell);
  }
  return cells;
}
