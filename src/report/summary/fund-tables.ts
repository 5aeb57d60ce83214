import { constant, divide, fallback, input, sum, type Expression } from "../../expr/expression";
import type { Quantity } from "../../model/quantity";
import type { BudgetTable } from "../../model/workbook";
import { copiedText, count, FORMATS, number, text, type DraftCell } from "../sheets/draft";
import type { PaperEvaluation } from "../paper/working-paper";
import type { ReportTable } from "../sheets/table";

const SPENT = /支出|执行|决算|使用/;

/** 预算指标下达情况, 项目资金收支情况: each unit's or project's amounts, with what was spent of them or their share of the whole. */
export function budgetTable(budget: BudgetTable): ReportTable | null {
  const firstAmounts = budget.rows.map((row) => numberInput(row.amounts[0] ?? null));
  if (firstAmounts.every((amount) => amount === null)) return null;
  const total = columnSum(budget, 0);
  const isSpent = SPENT.test(budget.amountColumns[1]?.text ?? "");
  const last = (row: BudgetTable["rows"][number], index: number): DraftCell | undefined =>
    isSpent
      ? ratioCell(numberInput(row.amounts[1] ?? null), firstAmounts[index] ?? null)
      : ratioCell(firstAmounts[index] ?? null, total);
  const whole = isSpent ? columnSum(budget, 1) : total;
  const isProjects = /项目/.test(budget.title?.text ?? budget.sheet);
  const amountColumns = budget.amountColumns.slice(0, 2);
  return {
    caption: isProjects ? "项目资金收支情况表" : "预算指标下达情况表",
    unitLine: `单位：${budget.currency}`,
    columns: [
      { title: "序号" },
      { title: isProjects ? "项目名称" : "预算单位", align: "left" },
      ...amountColumns.map((column) => ({ title: column.text, align: "right" as const })),
      { title: isSpent ? "执行率" : "占比", align: "right" },
    ],
    rows: budget.rows.map((row, index) => [
      count(index + 1),
      copiedText(row.name.cell, row.name.text),
      ...amountColumns.map((_, column) => amountCell(row.amounts[column] ?? null)),
      last(row, index),
    ]),
    total: [
      text("合计"),
      undefined,
      ...amountColumns.map((_, column) => totalCell(budget, column)),
      ratioCell(whole, total),
    ],
  };
}

/** 抽样情况: how many units and how much money the evaluation looked at. */
export function sampleTable(budget: BudgetTable): ReportTable | null {
  const sampled = budget.rows.filter((row) => row.sampled);
  const all = budget.rows.flatMap((row) => numberInput(row.amounts[0] ?? null) ?? []);
  const chosen = sampled.flatMap((row) => numberInput(row.amounts[0] ?? null) ?? []);
  if (sampled.length === 0 || chosen.length === 0 || isHiddenIn(budget, 0)) return null;
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
      const budget = numberInput(fund.entry.adjustedBudget ?? fund.entry.initialBudget);
      const executed = numberInput(fund.entry.executed);
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

/** The number of the user's cell, followed live; null where no formula reads it. */
export function numberInput(quantity: Quantity | null): Expression | null {
  if (quantity?.cell == null || quantity.value === null || quantity.live === null) return null;
  return input(quantity.cell, quantity.value, {
    style: "amount",
    ...(quantity.live === "number" ? {} : { reading: quantity.live }),
  });
}

export function amountCell(quantity: Quantity | null): DraftCell | undefined {
  const amount = numberInput(quantity);
  return amount === null ? undefined : number(amount, FORMATS.amount);
}

function ratioCell(part: Expression | null, whole: Expression | null): DraftCell | undefined {
  return part === null || whole === null
    ? undefined
    : number(fallback(divide(part, whole), ""), FORMATS.rate);
}

/** Null where an amount is not disclosed: the sum of the others would be taken for the whole. */
function columnSum(budget: BudgetTable, column: number): Expression | null {
  if (isHiddenIn(budget, column)) return null;
  const amounts = budget.rows.flatMap((row) => numberInput(row.amounts[column] ?? null) ?? []);
  return amounts.length === 0 ? null : sum(amounts);
}

function isHiddenIn({ rows }: BudgetTable, column: number): boolean {
  return rows.some((row) => row.amounts[column]?.nature === "undisclosed");
}

function totalCell(budget: BudgetTable, column: number): DraftCell | undefined {
  const total = columnSum(budget, column);
  return total === null ? undefined : number(total, FORMATS.amount);
}
