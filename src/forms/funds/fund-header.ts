import { exact } from "../../expr/exact";
import type { PointsCell } from "../../model/form";
import { readText } from "../../quantities/quantity-grammar";
import { compact } from "../../text/characters";
import { labelOf } from "../../text/labels";
import { statedPoints } from "../../text/names";
import { pointsOfCaption } from "../sheet/result-cells";
import { filledColumns, headerAt, ownTextAt, type SheetView } from "../sheet/sheet-view";

type FundRole = "initialBudget" | "adjustedBudget" | "executed" | "rate" | "points" | "score" | "reason";

const WORDS: readonly (readonly [FundRole, RegExp])[] = [
  ["rate", /执行率$|支付率$|支出实现率$|执行进度$|支出进度$|^(?:预算)?完成率$/],
  ["points", /^(?:分值|权重|标准分|执行率权重|执行率分值|分值权重|满分)$/],
  ["score", /^(?:得分|自评得分|执行率得分|自评分|评分|指标得分)$/],
  ["reason", /原因|改进措施|^备注$|^说明$/],
  [
    "initialBudget",
    /^(?:年初|期初|初始)(?:部门)?(?:预算|批复预算|安排|下达)?(?:预算)?(?:安排|批复)?(?:数|资金|金额|额|资金总额|总额)?$/,
  ],
  [
    "executed",
    /(?:执行|支出|支付|使用|决算)(?:数|资金|金额|额)$|^(?:全年|实际|本年|预算)?(?:执行|支出)(?:数|金额|资金)?$|^全年执行$|^实际投入(?:资金)?(?:数|额|金额)?$|^年度拨付(?:数|资金|金额)$/,
  ],
  [
    "adjustedBudget",
    /^(?:全年|调整后?|调整预算后|本年|年度|最终)?(?:的)?(?:调整后?)?预算(?:安排)?(?:调整)?(?:数|资金|金额|额|总额)?(?:调整后)?$|^调整后?(?:全年)?预算数?$|^(?:预算|资金)安排(?:数|资金|金额)?$/,
  ],
];

/** Where the columns of a fund block stand. */
export interface FundHeader {
  readonly row: number;
  readonly columns: ReadonlyMap<FundRole, number>;
  /** The first amount column: items stand left of it. */
  readonly firstAmount: number;
  /** `项目资金（万元）`, where the block is captioned. */
  readonly caption: string;
  readonly captionColumn: number;
  /** `预算执行情况（20分）`, `得分（20分*执行率）`: points that stand in no column. */
  readonly captionPoints: PointsCell | null;
}

const TOTAL = /^(?:资金)?(?:合计|总计|总额)$/;
/** `支出实现率⑤=④/③`: how a column is computed from others. */
const COLUMN_FORMULA = /[①-⑳]?=[^=]*$|[①-⑳]$/;
const UNIT_TABLE = /单位|部门|地区|县|乡镇/;

/** 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分; null for tables of units, which are budget tables. */
export function fundHeaderAt(view: SheetView, row: number): FundHeader | null {
  const filled = filledColumns(view, row);
  if (filled.length < 2 || filled.length > 20) return null;
  if (filled.filter((column) => ABOUT_MONEY.test(labelText(view, row, column))).length < 2) return null;
  const columns = new Map<FundRole, number>();
  for (const column of filled) {
    const role = fundRole(ownTextAt(view, row, column));
    if (role && !columns.has(role) && !headsWords(view, row, column)) columns.set(role, column);
  }
  const total = filled.find((column) => TOTAL.test(labelOf(ownTextAt(view, row, column))));
  const sum = filled.find((column) => /^小计[①-⑳]=/.test(labelOf(ownTextAt(view, row, column))));
  // 年初安排① | 年中调整② | 小计③=①+② (福建): what the adjustments come to is the budget of the year.
  if (sum !== undefined && !columns.has("adjustedBudget")) columns.set("adjustedBudget", sum);
  // 中央 | 省 | 本级 | 合计 | 执行数: the sources' sum is the budget.
  if (total !== undefined && !columns.has("adjustedBudget") && !columns.has("initialBudget"))
    columns.set("adjustedBudget", total);
  const amounts = (["initialBudget", "adjustedBudget", "executed"] as const).flatMap(
    (role) => columns.get(role) ?? [],
  );
  if (!columns.has("executed") || amounts.length < 2) return null;
  // Amounts in the cells beside the labels are pairs (评价结论表), not a header.
  if (amounts.some((column) => typeof view.grid.rows[row]?.[column + 1]?.value === "number")) return null;
  const firstAmount = Math.min(...amounts);
  const before = filled.filter((column) => column < firstAmount);
  const isUnits = before.some(
    (column) =>
      headerAt(view, row, column)?.role === "unit" && UNIT_TABLE.test(labelOf(ownTextAt(view, row, column))),
  );
  if (isUnits || before.some((column) => /^序号$|^项目名称$/.test(labelOf(ownTextAt(view, row, column)))))
    return null;
  const [side] = before;
  return {
    row,
    columns,
    firstAmount,
    caption: side === undefined ? "" : ownTextAt(view, row, side),
    captionColumn: side ?? 0,
    captionPoints: columns.has("points") ? null : captionPoints(view, row, filled),
  };
}

/** `年度预算数(万元)` over the items' names is a caption, no column of amounts. */
function headsWords(view: SheetView, row: number, column: number): boolean {
  const below = compact(ownTextAt(view, row + 1, column));
  return /\p{Script=Han}{2}/u.test(below) && readText(below).kind === "words" && !SAYS_NOTHING.test(below);
}

const SAYS_NOTHING = /^不适用$|^不涉及$/;
const ABOUT_MONEY = /预算|执行|支出|支付|资金|年初/;

function labelText(view: SheetView, row: number, column: number): string {
  const value = view.grid.rows[row]?.[column]?.value;
  return typeof value === "string" && value.length <= 60 ? compact(value) : "";
}

function fundRole(text: string): FundRole | null {
  const tight = compact(text);
  if (tight === "" || tight.length > 30) return null;
  const label = labelOf(tight).replace(COLUMN_FORMULA, "");
  return WORDS.find(([, pattern]) => pattern.test(label))?.[0] ?? null;
}

function captionPoints(view: SheetView, row: number, filled: readonly number[]): PointsCell | null {
  for (const column of filled) {
    // `预算执行率(B/A×100%)` states no points.
    if (!/\d分/.test(compact(ownTextAt(view, row, column)))) continue;
    const { points } = statedPoints(ownTextAt(view, row, column));
    if (points && points.compare(exact(100)) <= 0) return pointsOfCaption(view, row, column, points);
  }
  return null;
}
