import { plainNumber, type NamedNumber } from "../model/named-number";
import type { Quantity } from "../model/quantity";
import type { Recognition } from "../model/workbook";

/** The lists of a recognition as named numbers, where its sheets were not read for them: rows of 基础数据, budgets by unit. */
export function numbersOfLists({ baseData, budgets, surveys }: Recognition): NamedNumber[] {
  const data = baseData.map(({ name, cell, quantity, formula }) => ({
    ...plainNumber(name, quantity, cell),
    formula,
  }));
  const amounts = budgets.flatMap(({ amountColumns, total, rows, currency, title, sheet }) => {
    const row = (label: string, quantities: readonly (Quantity | null)[], isBody: boolean): NamedNumber[] =>
      quantities.flatMap((quantity, index) => {
        const header = amountColumns[index]?.text;
        if (quantity?.cell == null || header === undefined) return [];
        const titles = title === null ? [] : [title.text];
        const labelHeader = isBody ? "单位名称" : "";
        return [
          {
            ...plainNumber(label, quantity, quantity.cell),
            headers: [header],
            labelHeader,
            titles,
            currency,
            table: sheet,
          },
        ];
      });
    return [
      ...row("合计", total?.amounts ?? [], false),
      ...rows.flatMap(({ name, amounts: own }) => row(name.text, own, true)),
    ];
  });
  const shares = surveys.flatMap(({ overall, entries }) => [
    ...(overall === null ? [] : [plainNumber(overall.name, overall.quantity, overall.cell)]),
    ...entries.flatMap(({ name, share }) =>
      share?.cell == null ? [] : [{ ...plainNumber(name.text, share, share.cell), headers: ["满意率"] }],
    ),
  ]);
  return [...data, ...amounts, ...shares];
}
