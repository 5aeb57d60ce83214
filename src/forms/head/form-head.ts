import type { Field } from "../../model/form";
import { addressAt } from "../../model/grid";
import { compact } from "../../text/characters";
import { westernDate } from "../../quantities/chinese-numerals";
import { labelOf } from "../../text/labels";
import { areaAt, filledColumns, ownTextAt, type SheetView } from "../sheet/sheet-view";

/** What stands above a form's tables. */
export interface FormHead {
  readonly title: Field | null;
  readonly unit: string | null;
  readonly year: string | null;
}

const TITLE =
  /自评表|评价表|评分表|评价指标|指标表|考核表|结论表|概要表|情况表|目标表|汇总表|核对表|绩效|自评|考核|评价/;
const NO_TITLE =
  /^(?:附件|附表|附|公开\d+表|表\d+|单位|金额单位|编号|报表编号|填报|评价单位|项目名称|部门名称|单位名称|主管部门|注)/;

/** Whose form it is, the surest label first; 主管部门 only where nothing else is said. */
export const UNIT_LABELS: readonly RegExp[] = [
  /^被(?:评价|考核|评估)(?:单位|部门|对象)(?:名称)?$/,
  /^(?:评价|考核)对象(?:名称)?$/,
  /^(?:(?:[省市州区县镇一二三]|乡镇)级)?(?:单位|部门|部门单位|预算单位|预算部门|预算部门、单位|单位部门|自评单位|自评部门)(?:名称|全称|信息)$/,
  /^(?:项目)?(?:实施|承担|执行)(?:单位|部门)(?:名称)?$/,
  /^项目单位(?:名称)?$/,
  /^(?:填报|自评|评价|申报|编报|预算|用款|资金使用|报送)(?:单位|部门)(?:名称)?$/,
  /^(?:单位|部门|预算部门)$/,
  /^(?:主管|项目主管|业务主管|预算主管)(?:部门|单位)(?:名称)?(?:及代码)?$/,
];
export const YEAR_LABEL = /^(?:评价|预算|自评|考核|项目|所属)?年(?:度|份)$|^评价时段$/;

/** Title, body and year from the rows `from` to `to` (not included). */
export function readFormHead(view: SheetView, from: number, to: number): FormHead {
  const title = titleIn(view, from, to);
  return { title, unit: unitIn(view, from, to), year: yearOf(title?.text ?? "") ?? yearIn(view, from, to) };
}

/** The first line that reads like a form's title. */
export function titleIn(view: SheetView, from: number, to: number): Field | null {
  let fallback: Field | null = null;
  for (let row = from; row < to; row += 1) {
    const filled = filledColumns(view, row);
    const [first] = filled;
    if (first === undefined || filled.length > 2) continue;
    const text = ownTextAt(view, row, first);
    const tight = compact(text);
    if (NO_TITLE.test(tight) || tight.length < 4 || tight.length > 80 || /[:。]/.test(tight)) continue;
    const field = { text, cell: addressAt(view.grid, row, first) };
    if (TITLE.test(tight)) return field;
    if (filled.length === 1 && (areaAt(view, row, first)?.columnCount ?? 1) > 1 && !/^\(/.test(tight))
      fallback ??= field;
  }
  return fallback;
}

/** The value of a label: after its colon, or in the next cell of the row. */
export function valueBeside(
  view: SheetView,
  row: number,
  column: number,
): { text: string; column: number } | null {
  const text = ownTextAt(view, row, column);
  const colon = /[:：]\s*(.+)$/s.exec(text);
  if (colon?.[1]) return { text: colon[1].trim(), column };
  const next = column + (areaAt(view, row, column)?.columnCount ?? 1);
  const beside = next < view.columns ? ownTextAt(view, row, next) : "";
  return beside === "" ? null : { text: beside, column: next };
}

/** `部门名称 |  | 某市财政局`: the value after one blank cell, where nothing else stands in the row. */
function valueFurther(view: SheetView, row: number, column: number): string {
  const [next, ...others] = filledColumns(view, row).filter((other) => other > column);
  return next === undefined || others.length > 0 ? "" : ownTextAt(view, row, next);
}

function unitIn(view: SheetView, from: number, to: number): string | null {
  let best: { rank: number; text: string } | null = null;
  for (let row = from; row < to; row += 1) {
    for (const column of filledColumns(view, row)) {
      const text = ownTextAt(view, row, column);
      if (text.length > 80) continue;
      const label = labelOf(text.split(/[:：/]/)[0] ?? "");
      const rank = UNIT_LABELS.findIndex((pattern) => pattern.test(label));
      if (rank < 0 || (best && best.rank <= rank)) continue;
      const value = (valueBeside(view, row, column)?.text ?? valueFurther(view, row, column))
        .replace(/[（(](?:盖章|公章|签章)[)）]/g, "")
        .replace(/\s*(?:填报|填表|编制)(?:日期|时间)\s*[:：].*$/s, "")
        .trim();
      // 单位：万元 is a unit of money, and a label beside a label is an empty cell.
      if (
        value === "" ||
        /^(?:人民币)?(?:亿|千|百|万)*元$/.test(value) ||
        UNIT_LABELS.some((pattern) => pattern.test(labelOf(value)))
      )
        continue;
      if (/[:：]$/.test(value)) continue;
      if (!/\p{L}/u.test(value) || /^(?:项目|资金|预算数|年初|全年)/.test(value)) continue;
      // 项目实施单位/项目负责人 | 某某中心/某某
      const isPair = text.includes("/") && value.includes("/");
      best = { rank, text: isPair ? (value.split("/")[0] ?? value).trim() : value };
    }
  }
  return best?.text ?? null;
}

/** `2023年度`, `（2023年）`, `二○二三年度`; 发文年份 in brackets of a document number is none. */
export function yearOf(text: string): string | null {
  const tight = westernDate(compact(text));
  return /((?:19|20)\d{2})年度/.exec(tight)?.[1] ?? /((?:19|20)\d{2})年/.exec(tight)?.[1] ?? null;
}

function yearIn(view: SheetView, from: number, to: number): string | null {
  for (let row = from; row < to; row += 1) {
    const filled = filledColumns(view, row);
    for (const column of filled) {
      const text = ownTextAt(view, row, column);
      const label = labelOf(text.split(/[:：]/)[0] ?? "");
      if (YEAR_LABEL.test(label)) {
        const value = valueBeside(view, row, column)?.text ?? "";
        const year = yearOf(value) ?? /^((?:19|20)\d{2})$/.exec(compact(value))?.[1] ?? null;
        if (year !== null) return year;
      }
      const bracketed = /^\(((?:19|20)\d{2})年度?\)$/.exec(compact(text))?.[1] ?? null;
      if (bracketed !== null) return bracketed;
      // Only a line that says little else: a date in a goal or a name is not the year of the form.
      if (filled.length <= 2 && compact(text).length <= 16 && !/月/.test(text)) {
        const year = yearOf(text) ?? /^\(?((?:19|20)\d{2})\)?$/.exec(compact(text))?.[1] ?? null;
        if (year !== null) return year;
      }
    }
  }
  return null;
}
