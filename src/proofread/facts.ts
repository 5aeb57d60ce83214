import type { CellAddress } from "../expr/cell";
import { ONE, type Exact } from "../expr/exact";
import { printed, type Printed } from "../printed/precision";
import { currencyIn } from "../text/currency";
import { factorOf } from "../quantities/quantity-words";
import type { Quantity } from "../model/quantity";
import { leafName } from "../model/form";
import { dimensionOf, isWhole } from "../model/scope";
import { nameKey } from "./labels";
import type { ProofreadSubject } from "./reading";
import { baseUnit } from "./units";

/** A number of the workbook with its name: what a number of the text may be. */
export interface Fact {
  readonly name: string;
  readonly key: string;
  readonly cell: CellAddress;
  /** In its base unit, rates as fractions. */
  readonly value: Exact;
  /** As the sheet prints it. */
  readonly printed: Printed;
  /** 元, %, 分, 人; null where the cell names none. */
  readonly unit: string | null;
  /** Whether a text that says otherwise is wrong: not for targets, points and single rows of long tables. */
  readonly binds: boolean;
}

/** Every named number that was recognised, sorted by value. */
export function factsOf({ recognition, evaluations }: ProofreadSubject): Fact[] {
  const facts: Fact[] = [];
  const put = (
    name: string,
    quantity: Quantity | null | undefined,
    binds = true,
    currency: string | null = null,
  ): void => {
    const value = printed(quantity);
    if (value === null || quantity?.cell == null) return;
    const unit = quantity.unit ?? currency;
    const factor = quantity.unit === null && currency !== null ? factorOf(currency) : value.factor;
    const scaled = { ...value, factor };
    facts.push({
      name,
      key: nameKey(name),
      cell: quantity.cell,
      value: scaled.value.mul(factor),
      printed: scaled,
      unit: value.shift > 0 ? "%" : baseUnit(unit),
      binds,
    });
  };
  const points = (name: string, cell: CellAddress | undefined, value: Exact | null): void => {
    if (cell === undefined || value === null) return;
    const shown: Printed = { text: value.toString(), value, places: 2, shift: 0, factor: ONE };
    facts.push({ name, key: nameKey(name), cell, value, printed: shown, unit: "分", binds: true });
  };
  for (const { name, quantity } of recognition.baseData) put(name, quantity);
  for (const { item, stated } of recognition.stated) put(item.text, stated, true, currencyIn(item.text));
  for (const { rows, total, amountColumns, currency } of recognition.budgets) {
    for (const { name, amounts } of rows)
      for (const amount of amounts) put(name.text, amount, false, currency);
    total?.amounts.forEach((amount, column) =>
      put(`${amountColumns[column]?.text ?? ""}合计`, amount, false, currency),
    );
  }
  for (const { issued, returned, overall, entries } of recognition.surveys) {
    for (const datum of [issued, returned, overall]) put(datum?.name ?? "", datum?.quantity);
    for (const { name, share, count } of entries)
      for (const part of [share, count]) put(name.text, part, false);
  }
  for (const { form, indicators, dimensions, score } of evaluations) {
    for (const { item, counts, currency, initialBudget, adjustedBudget, executed } of form.funds) {
      const name = counts ? "" : item;
      put(`${name}年初预算数`, initialBudget, false, currency);
      put(`${name}全年预算数`, adjustedBudget, false, currency);
      put(`${name}全年执行数`, executed, false, currency);
    }
    for (const { entry, score: own } of indicators) {
      const leaf = leafName(entry);
      put(leaf, entry.actual, evaluations.length === 1);
      put(leaf, entry.target, false);
      points(`${leaf}得分`, entry.score?.cell, own);
    }
    for (const { name, score: own } of dimensions) {
      const cell =
        form.dimensions.find((dimension) => dimension.name === name)?.score?.cell ??
        form.totals.find((total) => dimensionOf(total) === name)?.score?.cell;
      points(`${name}得分`, cell, own);
    }
    const totalCell = form.statedScore?.cell ?? form.totals.find(isWhole)?.score?.cell;
    if (evaluations.length === 1) points("综合得分", totalCell, score);
  }
  return facts.sort((a, b) => a.value.compare(b.value));
}
