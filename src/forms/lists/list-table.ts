import { compact } from "../../text/characters";
import { labelOf } from "../../text/labels";
import { filledColumns, isOwn, ownTextAt, type SheetView } from "../sheet/sheet-view";

/** What the first row of a plain list announces. */
export type ListKind = "stated-numbers" | "survey" | "base-data" | "budget";

export interface ListColumn {
  readonly column: number;
  readonly label: string;
  readonly text: string;
}

export interface ListHeader {
  readonly kind: ListKind;
  readonly row: number;
  readonly item: ListColumn;
  readonly columns: readonly ListColumn[];
}

const ITEM =
  /^(?:项目|指标|数据项目?|名称|指标名称|数据名称|数字名称|内容|事项|科目|核对事项|数据|关键数据|基础数据|项目内容|数据指标|类别|资金项目)$/;
const STATED = /^报告(?:中)?(?:数字?|数据|列示数|披露数|所列数|值)$|^披露数$|^报告数字/;
const VALUE =
  /^(?:数值|金额|数量|数据|数|值|本年数|数额|结果|数字|实际数|本年金额|取值|决算数|统计数|年末数|期末数|人数)$/;
const UNIT_NAME =
  /(?:单位|部门|地区|县区|区县|市县|乡镇|街道|学校|医院|监狱)(?:名称)?$|^项目名称$|^子项目|^明细项目$/;
const AMOUNT = /预算|执行|支出|金额|资金|指标数|下达|拨付|到位|结余|结转|决算|数额|补助|安排|调整数|追加/;
const SURVEY_ITEM =
  /^(?:选项|答案|评价选项|满意程度|满意度选项|调查对象|对象|群体|调查群体|受访对象|服务对象|对象类别|问题|调查内容|类别|题目)$/;
const SURVEY_VALUE = /占比|比例|比重|满意率|满意度|人数|份数|票数|权重|问卷|百分比|选择数|频数/;

/** The header of a list 项目 | 数值, 预算单位 | 金额, 调查对象 | 满意度 …, if one stands in this row. */
export function listHeaderAt(view: SheetView, row: number, aboutSurvey: boolean): ListHeader | null {
  const filled = filledColumns(view, row);
  if (filled.length < 2 || filled.length > 40) return null;
  const columns = filled.map((column) => ({
    column,
    text: ownTextAt(view, row, column),
    label: labelOf(ownTextAt(view, row, column)),
  }));
  if (columns.some(({ label, text }) => label.length > 24 || /^[\d.,%-]+$/.test(compact(text)))) return null;
  const first = (pattern: RegExp): ListColumn | undefined => columns.find(({ label }) => pattern.test(label));
  const item = first(ITEM);
  const of = (kind: ListKind, name: ListColumn): ListHeader => ({
    kind,
    row,
    item: name,
    columns: columns.filter(({ column }) => column > name.column),
  });
  if (first(STATED) && (item ?? columns[0])) return of("stated-numbers", item ?? (columns[0] as ListColumn));
  const surveyItem = first(SURVEY_ITEM) ?? (aboutSurvey ? item : undefined);
  const surveyValues = columns.filter(
    ({ label }) => SURVEY_VALUE.test(label) || (aboutSurvey && VALUE.test(label)),
  );
  if (
    surveyItem &&
    surveyValues.some((column) => column !== surveyItem) &&
    (aboutSurvey || surveyValues.length > 1)
  )
    return of("survey", surveyItem);
  const unit = first(UNIT_NAME);
  const amounts = columns.filter((column) => column !== unit && column !== item && AMOUNT.test(column.label));
  if (unit && amounts.length > 0 && unit.column < (amounts[0]?.column ?? 0)) return of("budget", unit);
  const value = first(VALUE) ?? amounts[0];
  return item && value && value.column > item.column ? of("base-data", item) : null;
}

export interface ListRow {
  readonly row: number;
  readonly name: string;
}

/** The rows of a list: up to a blank row, the next header, or `endRow`. */
export function* listRows(view: SheetView, header: ListHeader, endRow: number): Generator<ListRow> {
  for (let row = header.row + 1; row < endRow; row += 1) {
    if (filledColumns(view, row).length === 0) return;
    yield { row, name: isOwn(view, row, header.item.column) ? ownTextAt(view, row, header.item.column) : "" };
  }
}
