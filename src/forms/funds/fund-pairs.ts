import type { FundEntry, ResultCell } from "../../model/form";
import type { BaseDatum } from "../../model/workbook";
import { addressAt } from "../../model/grid";
import { datumAt } from "../lists/base-data";
import { compact } from "../../text/characters";
import { currencyIn } from "../../text/currency";
import { labelOf, withoutColon } from "../../text/labels";
import { meansNumber } from "../../quantities/quantity";
import { rateAt } from "../sheet/result-cells";
import { areaAt, filledColumns, ownTextAt, shownAt, type SheetView } from "../sheet/sheet-view";

/** A label with a number, or what was to be one, in the next cell. */
export interface Pair {
  readonly datum: BaseDatum;
  readonly label: string;
  readonly row: number;
  readonly column: number;
}

const NO_AMOUNT = /年度|权重|得分|时间|日期|电话|编号|序号/;

/** 预算安排资金 | 78876 | 实际到位资金 | 78876: every labelled number between two rows, also those that cannot be told. */
export function labelledNumbers(view: SheetView, from: number, to: number): Pair[] {
  const pairs: Pair[] = [];
  for (let row = from; row < to; row += 1) {
    const currency = currencyNear(view, row) ?? "";
    for (const column of filledColumns(view, row)) {
      const name = ownTextAt(view, row, column);
      const next = column + (areaAt(view, row, column)?.columnCount ?? 1);
      if (
        name.length > 24 ||
        /^[\d.,%-]+/.test(compact(name)) ||
        next >= view.columns ||
        ownTextAt(view, row, next) === ""
      )
        continue;
      if (NO_AMOUNT.test(labelOf(name))) continue;
      const datum = datumAt(view, name, row, next, "", currency);
      if (meansNumber(datum.quantity))
        pairs.push({ datum, label: labelOf(name.replace(/^其中[:：]?\s*/, "")), row, column });
    }
  }
  return pairs;
}

const BUDGET = /^(?:转移支付|全年|年度|调整后?)?预算(?:安排)?(?:资金|数|金额|总额)?$|^资金总额$/;
const INITIAL = /^年初预算/;
const EXECUTED = /^(?:转移支付|全年|实际|预算)?(?:支出|执行|使用)(?:资金|数|金额|总额)?$/;
const RATE = /执行率$/;

/** One fund row of the amounts that are labelled so, and the parts printed under the budget (L12, and self-evaluation forms before 2018). */
export function fundsOfPairs(view: SheetView, pairs: readonly Pair[]): FundEntry[] {
  const budget = pairs.find(({ label }) => BUDGET.test(label));
  const executed = pairs.find(({ label }) => EXECUTED.test(label));
  if (!budget || !executed) return [];
  const currency = currencyNear(view, budget.row) ?? "万元";
  const common = { currency, points: null, score: null, reason: null, initialBudget: null } as const;
  const initial = pairs.find(({ label }) => INITIAL.test(label));
  const whole: FundEntry = {
    ...common,
    item: withoutColon(budget.datum.name),
    cell: addressAt(view.grid, budget.row, budget.column),
    counts: true,
    initialBudget: initial?.datum.quantity ?? null,
    adjustedBudget: budget.datum.quantity,
    executed: executed.datum.quantity,
    rate: rateBeside(view, budget.row),
  };
  const parts = pairs.filter(
    ({ row, datum }) =>
      row > budget.row && row < executed.row && datum.cell.column === budget.datum.cell.column,
  );
  return [
    whole,
    ...parts.map(({ datum, row, column }): FundEntry => ({
      ...common,
      item: withoutColon(datum.name),
      cell: addressAt(view.grid, row, column),
      counts: false,
      adjustedBudget: datum.quantity,
      executed: null,
      rate: null,
    })),
  ];
}

/** The cell beside 预算执行率, filled or left to the add-in. */
function rateBeside(view: SheetView, from: number): ResultCell | null {
  for (let row = from; row < Math.min(view.rows, from + 10); row += 1) {
    const label = filledColumns(view, row).find((column) => RATE.test(labelOf(ownTextAt(view, row, column))));
    if (label !== undefined) return rateAt(view, row, label + (areaAt(view, row, label)?.columnCount ?? 1));
  }
  return null;
}

function currencyNear(view: SheetView, row: number): string | null {
  // The caption 资金情况（万元） is merged down beside its rows.
  const caption = currencyIn(shownAt(view, row, 0));
  if (caption !== null) return caption;
  for (let above = row; above >= Math.max(0, row - 4); above -= 1) {
    for (const column of filledColumns(view, above)) {
      const currency = currencyIn(ownTextAt(view, above, column));
      if (currency) return currency;
    }
  }
  return null;
}
