import type { Field, FormHeadFields } from "../../model/form";
import { addressAt } from "../../model/grid";
import { labelOf } from "../../text/labels";
import { filledColumns, ownTextAt, type SheetView } from "../sheet/sheet-view";
import { UNIT_LABELS, valueBeside, yearOf, YEAR_LABEL } from "./form-head";

type Name = keyof FormHeadFields;

/** The labels of each field, the surest first. */
const LABELS: Readonly<Record<Name, readonly RegExp[]>> = {
  projectName: [
    /^项目名称$/,
    /^(?:预算项目|专项|评价项目|支出项目)(?:资金)?名称$/,
    /^(?:项目|专项资金名称)$/,
  ],
  department: [/^(?:项目|业务|预算)?(?:主管|归口管理)(?:部门|单位)(?:名称)?(?:及代码)?$/],
  unit: UNIT_LABELS.filter((pattern) => !pattern.test("主管部门")),
  projectCode: [/^(?:预算)?项目(?:编码|代码|编号)$/],
  year: [YEAR_LABEL],
};
const NAMES = Object.keys(LABELS) as Name[];
const ALL_LABELS = NAMES.flatMap((name) => LABELS[name]);

/** 项目名称, 主管部门, 单位, 项目编码 and 年度 with the cells they stand in, from the rows `from` to `to` (not included). */
export function readHeadFields(view: SheetView, from: number, to: number): FormHeadFields {
  const best = new Map<Name, { rank: number; field: Field }>();
  for (let row = from; row < to; row += 1) {
    for (const column of filledColumns(view, row)) {
      const text = ownTextAt(view, row, column);
      if (text.length > 80) continue;
      const label = labelOf(text.split(/[:：]/)[0] ?? "");
      for (const name of NAMES) {
        const rank = LABELS[name].findIndex((pattern) => pattern.test(label));
        const known = best.get(name);
        if (rank < 0 || (known !== undefined && known.rank <= rank)) continue;
        const field = fieldBeside(view, row, column);
        if (field !== null) best.set(name, { rank, field });
      }
    }
  }
  const of = (name: Name): Field | null => best.get(name)?.field ?? null;
  return {
    projectName: of("projectName"),
    department: of("department"),
    unit: of("unit"),
    projectCode: of("projectCode"),
    year: of("year") ?? yearLine(view, from, to),
  };
}

function fieldBeside(view: SheetView, row: number, column: number): Field | null {
  const beside = valueBeside(view, row, column);
  if (beside === null) return null;
  const isLabel =
    /[:：]$/.test(beside.text) || ALL_LABELS.some((pattern) => pattern.test(labelOf(beside.text)));
  return isLabel || !/[\p{L}\d]/u.test(beside.text)
    ? null
    : { text: beside.text, cell: addressAt(view.grid, row, beside.column) };
}

/** `（2023年度）` or a title with its year. */
function yearLine(view: SheetView, from: number, to: number): Field | null {
  for (let row = from; row < to; row += 1) {
    const filled = filledColumns(view, row);
    const [first] = filled;
    if (first === undefined || filled.length > 2) continue;
    const year = yearOf(ownTextAt(view, row, first));
    if (year !== null) return { text: year, cell: addressAt(view.grid, row, first) };
  }
  return null;
}
