import type { CellAddress } from "../expr/cell";
import type { ScoredEvaluation } from "../model/evaluation";
import { finding, type Finding } from "../model/finding";
import type { Quantity } from "../model/quantity";
import type { Recognition } from "../model/workbook";
import { leafName } from "../model/form";
import type { Check } from "./check";
import { fundName, clauses, named } from "./shared/wording";

const CODE = "unreadable-number";

/** Every cell that looks like a number can be read as one; score cells have a check of their own. */
export const unreadableNumber: Check = {
  code: CODE,
  describe: "金额、指标值、完成值等数值可以读取",
  run: ({ recognition, evaluations }) => [
    ...evaluations.flatMap(formFindings),
    ...tableFindings(recognition),
  ],
};

function formFindings({ form }: ScoredEvaluation): Finding[] {
  return [
    ...form.funds.flatMap((fund) =>
      [fund.initialBudget, fund.adjustedBudget, fund.executed, fund.rate?.entered].flatMap((quantity) =>
        unreadable(fundName(fund), quantity, fund.cell),
      ),
    ),
    ...form.indicators.flatMap((entry) =>
      [entry.target, entry.actual].flatMap((quantity) => unreadable(leafName(entry), quantity, entry.cell)),
    ),
    ...form.totals.flatMap((total) =>
      [total.points, total.score].flatMap((result) =>
        unreadable("合计", result?.entered, result?.cell ?? total.cell),
      ),
    ),
  ];
}

function tableFindings({ baseData, budgets, surveys, stated }: Recognition): Finding[] {
  return [
    ...baseData.flatMap(({ name, quantity, cell }) => unreadable(name, quantity, cell)),
    ...budgets.flatMap(({ rows, total }) =>
      [...rows, ...(total === null ? [] : [total])].flatMap(({ name, amounts }) =>
        amounts.flatMap((amount) => unreadable(name.text, amount, name.cell)),
      ),
    ),
    ...surveys.flatMap(({ entries }) =>
      entries.flatMap(({ name, share, count, weight }) =>
        [share, count, weight].flatMap((quantity) => unreadable(name.text, quantity, name.cell)),
      ),
    ),
    ...stated.flatMap(({ item, stated: said, computed }) =>
      [said, computed].flatMap((quantity) => unreadable(item.text, quantity, item.cell)),
    ),
  ];
}

function unreadable(name: string, quantity: Quantity | null | undefined, fallback: CellAddress): Finding[] {
  if (quantity?.nature !== "unreadable") return [];
  const text = quantity.text.trim();
  return [
    finding({
      code: CODE,
      severity: "warning",
      cell: quantity.cell ?? fallback,
      message: clauses(`${named(name)}的“${text}”不能确定是多少`, "请改为数字"),
      stated: text,
    }),
  ];
}
