import type { BaseDatum, BudgetTable, RateRow, StatedNumber, SurveyTable } from "../../model/workbook";
import { readBaseData } from "./base-data";
import { readBudgetTable } from "./budget-table";
import { readRateRows } from "./rate-rows";
import { titleIn } from "../head/form-head";
import { listHeaderAt, type ListHeader } from "./list-table";
import type { SheetView } from "../sheet/sheet-view";
import { readStatedNumbers } from "./stated-numbers";
import { readSurvey } from "./survey";

/** What the sheets beside an evaluation hold. */
export interface Lists {
  readonly budgets: BudgetTable[];
  readonly surveys: SurveyTable[];
  readonly baseData: BaseDatum[];
  readonly rates: RateRow[];
  readonly stated: StatedNumber[];
  readonly remark: string;
}

/** The lists of a sheet that holds no evaluation: several may stand below one another. */
export function readLists(view: SheetView): Lists {
  const title = `${view.grid.name}${titleIn(view, 0, Math.min(view.rows, 4))?.text ?? ""}`;
  const headers: ListHeader[] = [];
  for (let row = 0; row < view.rows; row += 1) {
    const header = listHeaderAt(view, row, /满意|问卷|调查/.test(title));
    if (header) headers.push(header);
  }
  const lists: Lists = { budgets: [], surveys: [], baseData: [], rates: [], stated: [], remark: "" };
  headers.forEach((header, index) =>
    readList(
      view,
      header,
      headers[index + 1]?.row ?? view.rows,
      index === 0 ? 0 : (headers[index - 1]?.row ?? 0) + 1,
      lists,
    ),
  );
  return { ...lists, remark: remarkOf(lists) };
}

function readList(
  view: SheetView,
  header: ListHeader,
  endRow: number,
  titleFrom: number,
  lists: Lists,
): void {
  switch (header.kind) {
    case "budget": {
      const table = readBudgetTable(view, header, endRow, titleFrom);
      if (table) lists.budgets.push(table);
      lists.rates.push(...readRateRows(view, header, endRow));
      return;
    }
    case "survey":
      lists.surveys.push(readSurvey(view, header, endRow));
      return;
    case "stated-numbers":
      lists.stated.push(...readStatedNumbers(view, header, endRow));
      return;
    case "base-data":
      lists.baseData.push(...readBaseData(view, header, endRow));
      lists.rates.push(...readRateRows(view, header, endRow));
  }
}

function remarkOf({ budgets, surveys, baseData, stated }: Lists): string {
  const parts = [
    budgets.length > 0 ? `${budgets.reduce((sum, { rows }) => sum + rows.length, 0)} 个单位的预算` : "",
    surveys.length > 0 ? `${surveys.reduce((sum, { entries }) => sum + entries.length, 0)} 项满意度` : "",
    baseData.length > 0 ? `${baseData.length} 个基础数据` : "",
    stated.length > 0 ? `${stated.length} 个报告数字` : "",
  ].filter((part) => part !== "");
  return parts.length > 0 ? parts.join("，") : "没有认出评价表，未使用";
}
