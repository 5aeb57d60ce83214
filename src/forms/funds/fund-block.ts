import type { Doubt, FundEntry } from "../../model/form";
import type { Quantity } from "../../model/quantity";
import { compact } from "../../text/characters";
import { currencyIn } from "../../text/currency";
import { currencyOfSheet } from "../sheet/currency-of-sheet";
import type { FundHeader } from "./fund-header";
import { labelOf, withoutColon } from "../../text/labels";
import { parseAmount } from "../../quantities/quantity";
import { openPoints, pointsAt, rateAt, resultIn } from "../sheet/result-cells";
import {
  anchorOf,
  areaAt,
  gridCellAt,
  headerAt,
  ownTextAt,
  shownAt,
  type SheetView,
} from "../sheet/sheet-view";

export interface FundBlock {
  readonly funds: readonly FundEntry[];
  readonly doubts: readonly Doubt[];
  /** The first row after the block. */
  readonly endRow: number;
}

const OTHER_BLOCK =
  /^(?:资金管理|管理情况|分配科学)|^(?:年度|总体|绩效|预期|年初设定)?(?:总体|年度)?(?:目标|绩效目标|绩效指标|指标)|目标$|^一级指标|^指标名称|^评价结论|^存在问题|^二、|^三、|^注[:：]/;
const TOTAL_ITEM = /总额|合计|总计|^总金额|^资金总量|^小计$|^总数|^金额$/;

/** The rows under a fund header, up to the first that is none. */
export function readFundBlock(view: SheetView, header: FundHeader, endRow: number): FundBlock {
  const funds: FundEntry[] = [];
  const doubts: Doubt[] = [];
  const currency =
    currencyIn(header.caption) ?? columnCurrency(view, header) ?? currencyOfSheet(view, header.row);
  let row = header.row + 1;
  for (; row < endRow; row += 1) {
    const item = itemOf(view, header, row);
    if (item === null) break;
    if (!NO_FUND.test(labelOf(item.text)))
      funds.push(fundOf(view, header, row, item, currency ?? "万元", doubts));
  }
  const counting = countingRow(funds);
  doubts.push(...missingAmounts(funds[counting]));
  const [first] = funds;
  if (currency === null && first) {
    doubts.push({
      code: "unknown-currency",
      cell: first.cell,
      message: "资金表没有写明金额单位，按万元读取；如为元，请在表头注明“（元）”。",
    });
  }
  return {
    funds: funds.map((fund, index) => ({
      ...fund,
      counts: index === counting,
      points: fund.points ?? (index === counting ? header.captionPoints : null),
    })),
    doubts,
    endRow: row,
  };
}

/** A printed rate without the amounts it is made of cannot be checked, nor scored. */
function missingAmounts(fund: FundEntry | undefined): Doubt[] {
  const isFilled = (quantity: Quantity | null): boolean => quantity !== null && quantity.nature !== "empty";
  if (fund?.rate == null || !isFilled(fund.rate.entered)) return [];
  const missing = [
    ...(isFilled(fund.adjustedBudget) || isFilled(fund.initialBudget) ? [] : ["预算数"]),
    ...(isFilled(fund.executed) ? [] : ["执行数"]),
  ];
  if (missing.length === 0) return [];
  return [
    {
      code: "missing-amount",
      cell: fund.rate.cell,
      message: `“${fund.item}”只填了执行率 ${fund.rate.entered.text}，没有${missing.join("和")}，不能核对和计分；请补填${missing.join("和")}。`,
    },
  ];
}

/** 收支表 rows that are neither spending nor a part of it: they are read as base data. */
const NO_FUND = /收入|^(?:年末|期末|年初|期初)(?:结转|结余)/;
const RESULT = /得分$|等级$|等次$|^总分$/;

/** The one row that counts: the total, else the first that is no 其中. */
function countingRow(funds: readonly FundEntry[]): number {
  const isPart = ({ item }: FundEntry): boolean => /^其中/.test(compact(item));
  const total = funds.findIndex((fund) => !isPart(fund) && TOTAL_ITEM.test(labelOf(fund.item)));
  return total >= 0 ? total : funds.findIndex((fund) => !isPart(fund));
}

interface Item {
  readonly text: string;
  readonly column: number;
}

/** What stands left of the amounts, beside the block's own caption; `其中：| 财政拨款` is one item. */
function itemOf(view: SheetView, header: FundHeader, row: number): Item | null {
  const texts: Item[] = [];
  for (let column = 0; column < header.firstAmount; column += 1) {
    const text = ownTextAt(view, row, column);
    if (/\p{L}/u.test(text)) texts.push({ text, column });
  }
  const [first] = texts;
  if (!first && row === header.row + 1) return captionItem(view, header, row);
  if (
    !first ||
    headerAt(view, row, first.column)?.role === "level1" ||
    OTHER_BLOCK.test(compact(first.text)) ||
    RESULT.test(labelOf(first.text))
  )
    return null;
  if ((areaAt(view, row, first.column)?.columnCount ?? 1) > header.firstAmount - first.column) return null;
  const last = texts.at(-1) ?? first;
  const isSplitPart = texts.length > 1 && /^其中[:：]?$/.test(compact(first.text));
  return isSplitPart ? { text: `${first.text}${last.text}`, column: last.column } : last;
}

/** Amounts right under the header without an item, beside the block's caption: the caption names them. */
function captionItem(view: SheetView, header: FundHeader, row: number): Item | null {
  const at = anchorOf(view, row, header.captionColumn);
  const executed = view.grid.rows[row]?.[header.columns.get("executed") ?? -1]?.value;
  return typeof executed === "number" && at.row === header.row && header.caption !== ""
    ? { text: labelOf(header.caption), column: header.captionColumn }
    : null;
}

function fundOf(
  view: SheetView,
  header: FundHeader,
  row: number,
  item: Item,
  currency: string,
  doubts: Doubt[],
): FundEntry {
  const column = (role: Parameters<FundHeader["columns"]["get"]>[0]): number | null =>
    header.columns.get(role) ?? null;
  const amount = (role: "initialBudget" | "adjustedBudget" | "executed"): Quantity | null => {
    const at = column(role);
    if (at === null) return null;
    const anchor = anchorOf(view, row, at);
    const quantity = parseAmount(gridCellAt(view, anchor.row, anchor.column), anchor);
    if (quantity.nature === "unreadable") {
      doubts.push({
        code: "unreadable-number",
        cell: anchor,
        message: `金额“${quantity.text}”不能确定是多少，请改成数字。`,
      });
    }
    return quantity;
  };
  const points = pointsAt(view, row, column("points"));
  if (points.doubt) doubts.push(points.doubt);
  const reason = column("reason");
  return {
    item: withoutColon(item.text),
    cell: anchorOf(view, row, item.column),
    counts: false,
    currency,
    initialBudget: amount("initialBudget"),
    adjustedBudget: amount("adjustedBudget"),
    executed: amount("executed"),
    rate: rateAt(view, row, column("rate")),
    points: points.points,
    ...openPoints(points),
    score: resultIn(view, row, column("score")),
    reason: reason === null ? null : { text: shownAt(view, row, reason), cell: anchorOf(view, row, reason) },
  };
}

function columnCurrency(view: SheetView, header: FundHeader): string | null {
  for (const column of header.columns.values()) {
    const currency = currencyIn(ownTextAt(view, header.row, column));
    if (currency !== null) return currency;
  }
  return null;
}
