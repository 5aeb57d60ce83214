import { cellLabel, type CellAddress } from "../../expr/cell";
import { evaluate } from "../../expr/evaluate";
import { explain } from "../../expr/explain";
import { inputsOf } from "../../expr/inputs";
import type { Expression } from "../../expr/expression";
import type { FundEntry, Field } from "../../model/form";
import type { Quantity } from "../../model/quantity";
import type { RateRow } from "../../model/workbook";
import { executionRateOf } from "../../rules/rates/fund";
import {
  copiedQuantity,
  copiedText,
  count,
  FORMATS,
  link,
  number,
  text,
  type DraftCell,
} from "../sheets/draft";
import type { Places } from "../sheets/places";
import { PAPER_COLUMNS, paperColumn, type PaperColumn } from "./columns";
import { guards, type PaperRow } from "./indicator-row";

/** An amount done of an amount planned: a row of the fund block that scores nothing, or of a plain list. */
export interface RateLine {
  readonly group: string;
  readonly label: string;
  readonly item: Field;
  readonly planned: Quantity | null;
  readonly done: Quantity | null;
  readonly rate: Expression;
}

/** Null where the amounts give no rate. */
export function fundLine(entry: FundEntry): RateLine | null {
  return lineOf(entry, "预算执行率", { text: entry.item, cell: entry.cell });
}

export function listLine({ item, label, planned, done }: RateRow): RateLine | null {
  return lineOf({ initialBudget: null, adjustedBudget: planned, executed: done }, label, item);
}

function lineOf(
  amounts: Pick<FundEntry, "initialBudget" | "adjustedBudget" | "executed">,
  label: string,
  item: Field,
): RateLine | null {
  const rate = executionRateOf(amounts);
  if (rate === null || evaluate(rate) === null) return null;
  const planned = amounts.adjustedBudget?.value == null ? amounts.initialBudget : amounts.adjustedBudget;
  return { group: label, label: "执行数除以预算数", item, planned, done: amounts.executed, rate };
}

/** One row that shows a rate and scores nothing. */
export function layRateRow(
  line: RateLine,
  order: number,
  at: (column: number) => CellAddress,
  places: Places,
): { cells: (DraftCell | undefined)[]; row: PaperRow } {
  const cells: (DraftCell | undefined)[] = PAPER_COLUMNS.map(() => undefined);
  const put = (key: PaperColumn, cell: DraftCell): void => {
    cells[paperColumn(key)] = cell;
  };
  put("number", count(order));
  put("level1", text(line.group));
  put("name", copiedText(line.item.cell, line.item.text));
  const amounts = inputsOf(line.rate);
  const columns = [
    ["targetText", "target", line.planned],
    ["actualText", "actual", line.done],
  ] as const;
  for (const [original, key, quantity] of columns) {
    if (quantity?.cell == null) continue;
    put(original, copiedQuantity(quantity.cell, quantity));
    const amount = amounts.find(({ cell }) => cellLabel(cell) === cellLabel(quantity.cell ?? cell));
    if (amount === undefined) continue;
    put(key, number(amount, FORMATS.amount));
    places.set(amount, at(paperColumn(key)));
  }
  put("rule", text(line.label));
  put("completion", number(line.rate, FORMATS.rate));
  put("explanation", text(explain(line.rate)));
  put("check", { kind: "source-guard", sources: guards(line.rate, [line.planned, line.done]) });
  put("source", link(line.item.cell, cellLabel(line.item.cell)));
  const completion = { at: at(paperColumn("completion")), of: line.rate };
  places.set(line.rate, completion.at);
  return {
    cells,
    row: {
      source: line.item.cell,
      points: null,
      measure: null,
      completion,
      computed: null,
      adopted: null,
      scoreRate: null,
    },
  };
}
