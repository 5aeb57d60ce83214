import { constant, divide, fallback, input, sum, type Expression } from "../../expr/expression";
import type { Quantity } from "../../model/quantity";
import type { BudgetTable } from "../../model/workbook";
import { copiedText, count, FORMATS, number, text, type DraftCell } from "../draft";
import type { PaperEvaluation } from "../paper/workingPaper";
import type { ReportTable } from "../table";

/** 预算指标下达情况: each unit's amounts and its share of the first column. */
export function budgetTable(budget: BudgetTable): ReportTable | null {
  const firstAmounts = budget.rows.map((row) => amountInput(row.amounts[0] ?? null));
  const known = firstAmounts.filter((amount) => amount !== null);
  if (known.length === 0) return null;
  const total = sum(known);
  return {
    caption: "预算指标下达情况表",
    unitLine: `单位：${budget.currency}`,
    columns: [
      { title: "序号" },
      { title: "预算单位", align: "left" },
      ...budget.amountColumns.slice(0, 2).map((column) => ({ title: column.text, align: "right" as const })),
      { title: "占比", align: "right" },
    ],
    rows: budget.rows.map((row, index) => [
      count(index + 1),
      copiedText(row.name.cell, row.name.text),
      ...budget.amountColumns.slice(0, 2).map((_, column) => amountCell(row.amounts[column] ?? null)),
      shareCell(firstAmounts[index] ?? null, total),
    ]),
    total: [
      text("合计"),
      undefined,
      ...budget.amountColumns.slice(0, 2).map((_, column) => totalCell(budget, column)),
      number(fallback(divide(total, total), ""), FORMATS.rate),
    ],
  };
}

/** 抽样情况: how many units and how much money the evaluation looked at. */
export function sampleTable(budget: BudgetTable): ReportTable | null {
  const sampled = budget.rows.filter((row) => row.sampled);
  const all = budget.rows.flatMap((row) => amountInput(row.amounts[0] ?? null) ?? []);
  const chosen = sampled.flatMap((row) => amountInput(row.amounts[0] ?? null) ?? []);
  if (sampled.length === 0 || chosen.length === 0) return null;
  return {
    caption: "评价抽样情况表",
    columns: [
      { title: "项目", align: "left" },
      { title: "全部", align: "right" },
      { title: "抽样", align: "right" },
      { title: "抽查比例", align: "right" },
    ],
    rows: [
      [
        text("单位数（家）"),
        count(budget.rows.length),
        count(sampled.length),
        number(ratio(sampled.length, budget.rows.length), FORMATS.rate),
      ],
      [
        text(`资金（${budget.currency}）`),
        number(sum(all), FORMATS.amount),
        number(sum(chosen), FORMATS.amount),
        number(fallback(divide(sum(chosen), sum(all)), ""), FORMATS.rate),
      ],
    ],
  };
}

/** 项目资金执行情况: the fund block of a self-evaluation form with its rates. */
export function executionTable({ evaluation }: PaperEvaluation): ReportTable | null {
  if (evaluation.funds.length === 0) return null;
  return {
    caption: "预算执行情况表",
    unitLine: `单位：${evaluation.funds[0]?.entry.currency ?? ""}`,
    columns: [
      { title: "资金", align: "left" },
      { title: "全年预算数", align: "right" },
      { title: "全年执行数", align: "right" },
      { title: "执行率", align: "right" },
    ],
    rows: evaluation.funds.map((fund) => {
      const budget = amountInput(fund.entry.adjustedBudget ?? fund.entry.initialBudget);
      const executed = amountInput(fund.entry.executed);
      return [
        copiedText(fund.entry.cell, fund.entry.item),
        budget === null ? undefined : number(budget, FORMATS.amount),
        executed === null ? undefined : number(executed, FORMATS.amount),
        budget === null || executed === null
          ? undefined
          : number(fallback(divide(executed, budget), ""), FORMATS.rate),
      ];
    }),
  };
}

function ratio(part: number, whole: number): Expression {
  return divide(constant(part), constant(whole));
}

function amountInput(quantity: Quantity | null): Expression | null {
  if (quantity?.cell == null || quantity.value === null || quantity.live === null) return null;
  return input(quantity.cell, quantity.value, {
    style: "amount",
    ...(quantity.live === "number" ? {} : { reading: quantity.live }),
  });
}

function amountCell(quantity: Quantity | null): DraftCell | undefined {
  const amount = amountInput(quantity);
  return amount === null ? undefined : number(amount, FORMATS.amount);
}

function shareCell(amount: Expression | null, total: Expression): DraftCell | undefined {
  return amount === null ? undefined : number(fallback(divide(amount, total), ""), FORMATS.rate);
}

function totalCell(budget: BudgetTable, column: number): DraftCell | undefined {
  const amounts = budget.rows.flatMap((row) => amountInput(row.amounts[column] ?? null) ?? []);
  return amounts.length === 0 ? undefined : number(sum(amounts), FORMATS.amount);
}
