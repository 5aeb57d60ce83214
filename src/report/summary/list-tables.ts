import type { Field } from "../../model/form";
import type { Quantity } from "../../model/quantity";
import { copiedText, FORMATS, type DraftCell } from "../sheets/draft";
import type { Placed } from "../paper/indicator-row";
import type { PaperEvaluation, PaperRate } from "../paper/working-paper";
import type { ReportTable } from "../sheets/table";
import { amountCell } from "./fund-tables";
import { shown } from "./score-tables";

/** 收支预决算情况表: income and spending of a department with what was carried over (report 1), in the order of the sheet. */
export function balanceTable(
  { evaluation, rows }: PaperEvaluation,
  rates: readonly PaperRate[],
): ReportTable | null {
  const own = rates.filter(({ entry }) => entry.item.cell.sheet === evaluation.form.sheet);
  const lines = [
    ...evaluation.funds.map(({ entry }) => ({
      at: entry.cell.row,
      cells: lineOf(
        { text: entry.item, cell: entry.cell },
        entry.adjustedBudget?.value == null ? entry.initialBudget : entry.adjustedBudget,
        entry.executed,
        rows.get(entry.cell)?.completion ?? null,
      ),
    })),
    ...own.map(({ entry, row }) => ({
      at: entry.item.cell.row,
      cells: lineOf(entry.item, entry.planned, entry.done, row?.completion ?? null),
    })),
  ];
  if (lines.length === 0) return null;
  const currency = evaluation.funds[0]?.entry.currency ?? own[0]?.entry.currency ?? "";
  return {
    caption: own.length > 0 ? "收支预决算情况表" : "资金情况表",
    unitLine: `单位：${currency}`,
    columns: [
      { title: "项目", align: "left" },
      { title: "预算数", align: "right" },
      { title: "执行数", align: "right" },
      { title: own[0]?.entry.label ?? "预算执行率", align: "right" },
    ],
    rows: lines.sort((a, b) => a.at - b.at).map(({ cells }) => cells),
  };
}

/** One table for each other sheet with rates: 政府采购. */
export function listRateTables({ evaluation }: PaperEvaluation, rates: readonly PaperRate[]): ReportTable[] {
  const own = evaluation.form.sheet;
  const sheets = [...new Set(rates.map(({ entry }) => entry.item.cell.sheet))].filter(
    (sheet) => sheet !== own,
  );
  return sheets.map((sheet) => {
    const lines = rates.filter(({ entry }) => entry.item.cell.sheet === sheet);
    const [first] = lines;
    return {
      caption: `${sheet.replace(/(?:情况)?表?$/, "")}情况表`,
      unitLine: `单位：${first?.entry.currency ?? ""}`,
      columns: [
        { title: "项目", align: "left" as const },
        { title: "预算数", align: "right" as const },
        { title: "实际数", align: "right" as const },
        { title: first?.entry.label ?? "", align: "right" as const },
      ],
      rows: lines.map(({ entry, row }) =>
        lineOf(entry.item, entry.planned, entry.done, row?.completion ?? null),
      ),
    };
  });
}

function lineOf(
  item: Field,
  planned: Quantity | null,
  done: Quantity | null,
  rate: Placed | null,
): (DraftCell | undefined)[] {
  return [copiedText(item.cell, item.text), amountCell(planned), amountCell(done), shown(rate, FORMATS.rate)];
}
