import { cellLabel, type CellAddress } from "../expr/cell";
import type { Quantity } from "../model/quantity";
import { leafName } from "../model/form";
import type { CheckSubject } from "./check";

/** A cell whose number was recognised, with the name it has on the sheet. */
export interface KnownCell {
  readonly name: string;
  readonly quantity: Quantity;
}

/** Every number that was recognised, by `Sheet!A1`; where a cell is known twice, the first name stays. */
export type KnownCells = ReadonlyMap<string, KnownCell>;

const collected = new WeakMap<CheckSubject, KnownCells>();

/** The recognised numbers of the workbook; collected once for all checks of a run. */
export function knownCells(subject: CheckSubject): KnownCells {
  const known = collected.get(subject) ?? collect(subject);
  collected.set(subject, known);
  return known;
}

function collect({ recognition }: CheckSubject): KnownCells {
  const cells = new Map<string, KnownCell>();
  const put = (
    name: string,
    quantity: Quantity | null | undefined,
    cell: CellAddress | null | undefined = quantity?.cell,
  ): void => {
    if (quantity?.value == null || cell == null || cells.has(cellLabel(cell))) return;
    cells.set(cellLabel(cell), { name, quantity });
  };
  for (const { name, quantity } of recognition.baseData) put(name, quantity);
  for (const { rows, total } of recognition.budgets) {
    for (const { name, amounts } of rows) for (const amount of amounts) put(name.text, amount);
    for (const amount of total?.amounts ?? []) put(total?.name.text ?? "", amount);
  }
  for (const { entries, issued, returned, overall } of recognition.surveys) {
    for (const datum of [issued, returned, overall]) put(datum?.name ?? "", datum?.quantity);
    for (const { name, share, count, weight } of entries)
      for (const part of [share, count, weight]) put(name.text, part);
  }
  for (const form of recognition.evaluations) {
    for (const fund of form.funds)
      for (const amount of [fund.initialBudget, fund.adjustedBudget, fund.executed]) put(fund.item, amount);
    for (const indicator of form.indicators)
      put(leafName(indicator), indicator.score?.entered, indicator.score?.cell);
    for (const dimension of form.dimensions)
      for (const part of [dimension.points, dimension.scoreRate])
        put(dimension.name, part?.entered, part?.cell);
  }
  return cells;
}
