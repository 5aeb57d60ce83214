import type { CellAddress } from "../expr/cell";
import { exact } from "../expr/exact";
import type { GridCell } from "../model/grid";
import type { Comparison, Direction, Quantity, Target } from "../model/quantity";
import { compact, fold } from "../text/characters";
import { isFractionOfBare, percentBesideTarget, percentByUnitColumn } from "./percentages";
import { readCell, textCell, type CellReading } from "./quantity";
import { isPercent } from "./quantity-units";
import {
  BARE_TARGET_FORWARD,
  BARE_TARGET_REVERSE,
  factorOf,
  KEPT_BELOW,
  LONE_DASH,
  NOT_APPLICABLE,
  SIGN_COLUMN_WORDS,
  SIGNS,
  TIME_TAKEN,
  TRENDS,
} from "./quantity-words";

/** What stands beside a target or a result. */
export interface QuantityContext {
  /** 指标性质: the sign in a column of its own. */
  readonly signText?: string;
  /** 度量单位. */
  readonly unitText?: string;
  /** The indicator's name and the level above it: 成本 turns a bare number round (rules catalogue N5). */
  readonly name?: string;
  readonly level2?: string | null;
}

interface ActualContext extends QuantityContext {
  readonly target?: Target | null;
}

const ABOUT_TIME = /时间|时限|日期|期限|及时|按时|完成时|时效|工期|进度/;

/** 年度指标值 of one row, with sign and unit from their own columns and, in clear cases, from the name. */
export function parseTarget(cell: GridCell, at: CellAddress | null, context: QuantityContext = {}): Target {
  const { quantity: own, trend } = readCell(cell, at, isTimely(context));
  const base = own.nature === "empty" ? hiddenInName(own, context) : own;
  const reading = joined(withSign(withUnit(base, context.unitText), context), context);
  const { text, cell: source, nature, comparison, value, value2, date, unit, factor, live } = reading;
  return {
    text,
    cell: source,
    nature,
    comparison,
    value,
    value2,
    date,
    unit,
    factor,
    live,
    direction: directionOf(reading, trend, context),
  };
}

/** 实际完成值 of one row; `target` tells what a bare number means. */
export function parseActual(cell: GridCell, at: CellAddress | null, context: ActualContext = {}): Quantity {
  const { quantity, trend } = readCell(cell, at, isTimely(context));
  const progress = progressOf(quantity, context);
  if (progress !== null) return progress;
  if (quantity.nature === "number" && trend !== null && trend !== trendOf(context.target, context.name))
    return { ...quantity, nature: "unreadable", value: null, live: null };
  if (context.unitText !== undefined && isPercent(compact(context.unitText)))
    return percentByUnitColumn(quantity, context.target ?? null);
  if (context.target?.unit === "%") return percentBesideTarget(quantity, context.target);
  const result = withUnit(quantity, context.unitText);
  const { target = null, name = "" } = context;
  return isInSmallerUnit(result, target) || (target !== null && isFractionOfBare(result, target, name))
    ? { ...result, nature: "unreadable", value: null, live: null }
    : result;
}

const ALL_DONE = /^(?:已|均|全部|已全部)?完成(?:率|进度)?(?:为|达到?)?:?100%$|^已?100%完成$/;
const SOME_DONE = /^(?:已|均|全部|已全部)?完成(?:进度)?(?:为|达到?)?:?\d+(?:\.\d+)?%$/;

/**
 * `已完成100%` tells how far the work has come: beside words, dates and amounts it says 完成, beside a satisfaction it does
 * not say how satisfied anybody is. Null where the text is no such word, or the share is what is asked for.
 */
function progressOf(quantity: Quantity, { target = null, name = "" }: ActualContext): Quantity | null {
  const text = compact(quantity.text);
  const isAll = ALL_DONE.test(text);
  if (!isAll && !SOME_DONE.test(text)) return null;
  const open = {
    ...quantity,
    value: null,
    value2: null,
    unit: null,
    live: null,
    comparison: "none",
  } as const;
  if (/满意/.test(name)) return { ...open, nature: "unreadable" };
  return isAll && target !== null && target.nature !== "empty" && target.unit !== "%"
    ? { ...open, nature: "words" }
    : null;
}

const TEN_THOUSAND = exact(10_000);
const THOUSAND = exact(1000);

/** `298000` beside `30万元`: ten thousands would make a thousand times the target, so it is probably 元; only the user knows. */
function isInSmallerUnit({ nature, value, unit }: Quantity, target: Target | null): boolean {
  if (nature !== "number" || value === null || unit !== null) return false;
  if (target?.value == null || target.value.compare(0) <= 0) return false;
  return (
    target.factor.compare(TEN_THOUSAND) >= 0 &&
    value.compare((target.value2 ?? target.value).mul(THOUSAND)) >= 0
  );
}

function isTimely({ name = "", level2 = "" }: QuantityContext): boolean {
  return ABOUT_TIME.test(name) || (level2 ?? "").includes("时效");
}

/** The way in which a change is counted: as the target says, `增长5%`, else as the name does, `收入增长率`. */
function trendOf(target: Target | null | undefined, name = ""): CellReading["trend"] {
  const said = target ? readCell(textCell(target.text), null).trend : null;
  return said ?? TRENDS.find(([word]) => name.includes(word))?.[1] ?? null;
}

/** The unit of a column beside the number; `%` and 百分比 make it a fraction. */
export function withUnit(quantity: Quantity, unitText: string | undefined): Quantity {
  const unit = unitText === undefined ? "" : compact(unitText);
  if (unit === "" || LONE_DASH.test(unit) || NOT_APPLICABLE.test(unit) || unit === "无") return quantity;
  if (quantity.unit !== null || (quantity.nature !== "number" && quantity.nature !== "range"))
    return quantity;
  if (isPercent(unit)) return percentByUnitColumn(quantity, null);
  const bare = unit.replace(/^\((.*)\)$/, "$1");
  return { ...quantity, unit: bare, factor: factorOf(bare) };
}

function withSign(quantity: Quantity, context: QuantityContext): Quantity {
  if (quantity.nature !== "number" || quantity.comparison !== "none") return quantity;
  const sign =
    (context.signText === undefined ? null : signOf(context.signText)) ??
    signInName(context.name ?? "", quantity);
  return sign === null ? quantity : { ...quantity, comparison: sign };
}

/** `≧`, `大于等于`, `正向`: what a column 指标性质 says; null for 定性 and for what is no sign. */
export function signOf(text: string): Comparison | null {
  const bare = compact(text);
  const known = SIGN_COLUMN_WORDS.get(bare);
  if (known !== undefined) return known;
  return SIGNS.find(([word]) => word === bare)?.[1] ?? null;
}

/** `成本(≤)`, `成本不超过90万元` beside `90万元`: a sign at the name's end, or before the same number. */
function signInName(name: string, quantity: Quantity): Comparison | null {
  const bare = fold(name).replace(/[\s()]/g, "");
  const digits = /\d[\d.,]*/.exec(fold(quantity.text))?.[0];
  for (const [word, sign] of SIGNS) {
    if (word === "达" || word === "达到") continue;
    if (bare.endsWith(word) || (digits !== undefined && bare.includes(`${word}${digits}`))) return sign;
  }
  return null;
}

/** An empty target cell, and the name ends in the target: `参保批次≥35批`, `满意度(≥95%)`. */
function hiddenInName(empty: Quantity, { name = "" }: QuantityContext): Quantity {
  if (!/\d/.test(name)) return empty;
  const folded = fold(name).trim();
  const bare = folded.endsWith(")") ? folded.slice(0, -1) : folded;
  for (const [word] of SIGNS) {
    const at = bare.lastIndexOf(word);
    if (at <= 0 || word === "达" || word === "达到" || !/^\s*\d/.test(bare.slice(at + word.length))) continue;
    const reading = readCell(textCell(bare.slice(at)), empty.cell).quantity;
    if (reading.nature === "number" && reading.comparison !== "none")
      return { ...reading, text: bare.slice(at), live: null };
  }
  // `资金支付完成率100%`: a rate and its value, without a sign.
  const [, rate] = /(?:率|比例|比重)(?:达到?|为)?\s*(\d[\d.]*\s*%)$/.exec(bare) ?? [];
  if (rate !== undefined) return { ...readCell(textCell(rate), empty.cell).quantity, live: null };
  return empty;
}

/** A target split over columns reads as one text, `≧735人次`; a guarded constant keeps its own cell's text. */
function joined(quantity: Quantity, { signText = "", unitText = "" }: QuantityContext): Quantity {
  if (quantity.nature !== "number" || (quantity.live === null && unitText === "")) return quantity;
  const sign =
    signOf(signText) === null || fold(quantity.text).startsWith(fold(signText).trim()) ? "" : signText.trim();
  const unit =
    quantity.text.endsWith(unitText.trim()) || LONE_DASH.test(unitText.trim()) ? "" : unitText.trim();
  return { ...quantity, text: `${sign}${quantity.text}${unit}` };
}

function directionOf(
  quantity: Quantity,
  trend: CellReading["trend"],
  { name = "", level2 }: QuantityContext,
): Direction {
  if (quantity.nature === "date") return "lower";
  if (quantity.nature !== "number" && quantity.nature !== "range") return null;
  switch (quantity.comparison) {
    case ">=":
    case ">":
      return "higher";
    case "<=":
    case "<":
      return "lower";
    case "=":
    case "range":
      return "exact";
    case "none":
      // 投诉率 `下降10%`: of a decrease that is wanted more is better, whatever decreases.
      if (trend === "down") return "higher";
      return isReverse(name, level2 ?? "") || isLimitByNature(quantity, name) ? "lower" : "higher";
  }
}

/** `0次` can only be kept; `5分钟` to switch over is the sooner the better, but not `24小时` of training. */
function isLimitByNature({ value, unit }: Quantity, name: string): boolean {
  if (value?.equals(0) === true) return unit !== "%";
  return /^(?:秒|秒钟|分钟|小时)$/.test(unit ?? "") && !TIME_WELL_SPENT.test(name);
}

const TIME_WELL_SPENT = /培训|服务|开放|学习|教学|宣传|播出|播放|运行|授课|课时|志愿|陪护/;

function isReverse(name: string, level2: string): boolean {
  if (KEPT_BELOW.test(name) || TIME_TAKEN.test(name)) return true;
  if (BARE_TARGET_FORWARD.test(name)) return false;
  return level2.includes("成本") || BARE_TARGET_REVERSE.test(name);
}
