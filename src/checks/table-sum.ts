import { ZERO, type Exact } from "../expr/exact";
import { finding, type Finding } from "../model/finding";
import type { Field } from "../model/form";
import type { BudgetTable } from "../model/workbook";
import type { Check } from "./check";
import { likelyCause, rowCause, totalOf } from "../printed/causes";
import type { Estimate } from "../printed/estimate";
import { halfUnit, isUnknown, judge, printedAmounts, speakLike, type Printed } from "../printed/precision";
import { clauses, named } from "./shared/wording";

const CODE = "table-sum";
const SUBTOTAL = /小计|其中/;

/** 合计 = Σ rows, column by column (rules catalogue §10.9; report 0: 35 rows, 15383.72). */
export const tableSum: Check = {
  code: CODE,
  describe: "资金表的合计等于各行之和",
  run: ({ recognition }) =>
    recognition.budgets.flatMap((budget) =>
      budget.amountColumns.flatMap((heading, column) => columnFinding(budget, heading, column)),
    ),
};

function columnFinding({ sheet, rows, total }: BudgetTable, heading: Field, column: number): Finding[] {
  const counted = rows.filter((row) => !SUBTOTAL.test(row.name.text));
  const quantity = total?.amounts[column] ?? null;
  const [stated, ...amounts] = printedAmounts([
    quantity,
    ...counted.map((row) => row.amounts[column] ?? null),
  ]);
  const known = amounts.flatMap((amount, at) =>
    amount === null ? [] : [{ name: counted[at]?.name.text ?? "", value: amount.value.mul(amount.factor) }],
  );
  if (total === null || !stated || known.length === 0) return [];
  if (counted.some((row) => isUnknown(row.amounts[column]))) return [];
  const should = totalOf(known);
  if (judge(stated, withSpread(should, known.length, stated)) !== "fails") return [];
  const computed = speakLike(stated, should);
  const cause = rowCause(stated.value.mul(stated.factor), should, known) || likelyCause(stated, should);
  return [
    finding({
      code: CODE,
      severity: "error",
      cell: quantity?.cell ?? total.name.cell,
      message: clauses(
        `${named(`${sheet}·${heading.text}`)}合计为 ${stated.text}，各行之和为 ${computed}`,
        cause,
        "请核对",
      ),
      stated: stated.text,
      computed,
    }),
  ];
}

/**
 * The roundings of many rows cancel: three standard deviations of them are 1.73 √n half units, which is what is allowed;
 * the n half units that all could add up to would hide real errors in a long table.
 */
function withSpread(face: Exact, rows: number, { places, factor }: Printed): Estimate {
  let halves = 0;
  while (halves < rows && halves * halves < 3 * rows) halves += 1;
  const spread = rows === 1 ? ZERO : halfUnit(places).mul(factor).mul(halves);
  return { face, low: face.sub(spread), high: face.add(spread) };
}
