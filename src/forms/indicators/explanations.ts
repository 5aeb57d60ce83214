import { cellLabel } from "../../expr/cell";
import type { EvaluationForm, Field, IndicatorEntry } from "../../model/form";
import { labelOf } from "../../text/labels";
import { anchorOf, filledColumns, ownTextAt, shownAt, type SheetView } from "../sheet/sheet-view";

const EXPLAINS =
  /指标(?:解释|说明|内涵|释义|含义|定义|内容)|计算(?:公式|方法|方式|过程)|评价要点|(?:评分|评价|考核|计分)(?:标准|说明|办法|方法|细则)|公式|指标值说明|备注|说明/;

/** The indicators with what is printed of them beside their rule: a form may have a column 指标解释 and one 评价标准. */
export function withExplanations(view: SheetView, form: EvaluationForm): EvaluationForm {
  const rows = new Set(form.columns.map(({ header }) => header.cell.row));
  const roles = new Map(form.columns.map(({ role, header }) => [header.cell.column, role]));
  const columns = [...rows].flatMap((row) =>
    filledColumns(view, row).filter((column) => {
      const role = roles.get(column);
      return (
        (role === undefined || role === "rule" || role === "reason") &&
        EXPLAINS.test(labelOf(ownTextAt(view, row, column)))
      );
    }),
  );
  if (columns.length === 0) return form;
  return {
    ...form,
    indicators: form.indicators.map((entry) => explained(view, entry, [...new Set(columns)])),
  };
}

function explained(view: SheetView, entry: IndicatorEntry, columns: readonly number[]): IndicatorEntry {
  const rule = entry.rule === null ? "" : cellLabel(entry.rule.cell);
  const explanations = columns.flatMap((column): Field[] => {
    const cell = anchorOf(view, entry.cell.row, column);
    const text = shownAt(view, entry.cell.row, column);
    return text === "" || cellLabel(cell) === rule ? [] : [{ text, cell }];
  });
  return explanations.length === 0 ? entry : { ...entry, explanations };
}
