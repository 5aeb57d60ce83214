import type { BaseDatum, SurveyEntry, SurveyTable } from "../../model/workbook";
import { addressAt } from "../../model/grid";
import type { Quantity } from "../../model/quantity";
import { datumAt, valueColumn } from "./base-data";
import { compact } from "../../text/characters";
import { listRows, type ListHeader } from "./list-table";
import { anchorOf, gridCellAt, shownAt, type SheetView } from "../sheet/sheet-view";
import { parseNumber } from "../../quantities/quantity";

const ISSUED = /^(?:共)?发放|发出问卷|问卷发放|^样本总?量/;
const RETURNED = /有效|回收|收回/;
const OVERALL =
  /^(?:整体|总体|综合|平均|加权|总)?(?:满意率|满意度)(?:得分)?$|^合计$|^总计$|综合满意|总体满意|整体满意|加权满意/;
const SHARE = /占比|比例|比重|满意率|满意度|百分比/;
const COUNT = /人数|份数|票数|问卷数|选择数|频数|^有效|^数量$|回收/;
const ISSUED_COLUMN = /发放|发出/;
const WEIGHT = /权重|权数/;

/** 满意度: answers with shares or counts, or groups with their satisfaction and weights. */
export function readSurvey(view: SheetView, header: ListHeader, endRow: number): SurveyTable {
  const column = (pattern: RegExp): number | null =>
    header.columns.find(({ label }) => pattern.test(label))?.column ?? null;
  const issuedColumn = column(ISSUED_COLUMN);
  const [share, returnedColumn, weight] = [column(SHARE), column(COUNT), column(WEIGHT)];
  const count = returnedColumn ?? issuedColumn;
  const plain = share === null && count === null ? (valueColumn(header)?.column ?? null) : null;
  const valued = plain ?? share ?? count;
  let issued: BaseDatum | null = null;
  let returned: BaseDatum | null = null;
  let overall: BaseDatum | null = null;
  const entries: SurveyEntry[] = [];
  const quantity = (row: number, at: number | null): Quantity | null => {
    if (at === null) return null;
    const anchor = anchorOf(view, row, at);
    const read = parseNumber(gridCellAt(view, anchor.row, anchor.column), anchor);
    return read.nature === "empty" ? null : read;
  };
  for (const { row, name } of listRows(view, header, endRow)) {
    if (name === "" || valued === null) continue;
    const label = compact(name);
    if (ISSUED.test(label) && !RETURNED.test(label)) issued = datumAt(view, name, row, valued, "", "");
    else if (RETURNED.test(label)) returned = datumAt(view, name, row, valued, "", "");
    else if (OVERALL.test(label.replace(/\(.*\)$/, ""))) {
      // 合计 of the questionnaires is no satisfaction; 综合满意度 may be empty, for the add-in to fill.
      if (/满意/.test(label) || gridCellAt(view, row, valued).value !== null)
        overall = datumAt(view, name, row, valued, "", "");
      issued = issuedColumn === null ? issued : datumAt(view, name, row, issuedColumn, "", "");
      returned =
        returnedColumn === null || returnedColumn === valued
          ? returned
          : datumAt(view, name, row, returnedColumn, "", "");
    } else {
      const value = quantity(row, plain);
      const isShare = value?.unit === "%";
      entries.push({
        name: {
          text: shownAt(view, row, header.item.column),
          cell: addressAt(view.grid, row, header.item.column),
        },
        share: plain === null ? quantity(row, share) : isShare ? value : null,
        count: plain === null ? quantity(row, count) : isShare ? null : value,
        weight: quantity(row, weight),
      });
    }
  }
  return { sheet: view.grid.name, issued, returned, entries, overall };
}
