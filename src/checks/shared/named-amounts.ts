import type { CellAddress } from "../../expr/cell";
import type { Quantity } from "../../model/quantity";
import type { Recognition } from "../../model/workbook";

/** A number with the name that its sheet gives it. */
export interface NamedAmount {
  readonly name: string;
  /** The number's own cell. */
  readonly cell: CellAddress;
  readonly quantity: Quantity;
  /** Stands under 其中, or after such a row. */
  readonly isPart: boolean;
}

const PART = /^其中[:：]?/;

/** The named numbers of each sheet and column, from top to bottom: base data, and the rows of a fund block by what was executed. */
export function amountColumns(recognition: Recognition): NamedAmount[][] {
  const columns = new Map<string, NamedAmount[]>();
  const put = (name: string, quantity: Quantity | null): void => {
    if (quantity?.cell == null || quantity.nature !== "number") return;
    const { sheet, column } = quantity.cell;
    const key = `${sheet}!${column}`;
    const plain = name.replace(/[\s“”"]|[（(].*?[)）]|[:：]$/g, "");
    const amount = { name: plain.replace(PART, ""), cell: quantity.cell, quantity, isPart: PART.test(plain) };
    const amounts = columns.get(key);
    if (amounts === undefined) columns.set(key, [amount]);
    else amounts.push(amount);
  };
  for (const { name, quantity } of recognition.baseData) put(name, quantity);
  for (const { funds } of recognition.evaluations)
    for (const { item, executed } of funds) put(item, executed);
  return [...columns.values()].map((column) => [...column].sort((a, b) => a.cell.row - b.cell.row));
}
