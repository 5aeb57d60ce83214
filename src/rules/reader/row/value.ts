import { constant, type Expression } from "../../../expr/expression";
import { ONE, type Exact } from "../../../expr/exact";
import type { CellAddress } from "../../../expr/cell";
import type { Comparison, Quantity } from "../../../model/quantity";
import { compact } from "../../../text/characters";
import { operandOf, type Operand } from "../../operand";
import { isCounter, isMeasure, numberOf, unitOf } from "../lex";
import { NUMBER, UNIT } from "../words";

/** Target or result of a row as a rule meets it. */
export interface Value {
  readonly text: string;
  readonly cell: CellAddress | null;
  /** In its own unit, percentages as fractions; null for words and dates. */
  readonly number: Exact | null;
  readonly expression: Expression | null;
  /** `%`, a counter or measure without its size (万), or nothing. */
  readonly unit: string;
  /** What one of its unit is in the base unit: 10 000 for 万元. */
  readonly times: Exact;
  readonly sign: Comparison;
  /** `滞后`, `缺`, `不符`: the number counts failures. */
  readonly verb: string;
  readonly isDate: boolean;
  readonly rank: number | null;
  /** The number stands among words: the formula must check that they are still the same. */
  readonly isWords: boolean;
}

const FAILED_FIRST =
  "滞后|推迟|延迟|延期|迟报|漏报|错报|逾期|超期|超时|少报|少|缺|缺少|差|发现|发生|出现|存在|晚|遗落|遗漏|漏|减少|相差|偏差|偏离|超出|超过";
const FAILED = "不符(?:合)?|未完成|未达标|不达标|不合格|未落实|不到位|未开展|缺失|未公开|未整改|未上报|未报";
const COUNTED_FAILURE = new RegExp(
  `^(?<verb>${FAILED_FIRST})(?:了)?(?<number>${NUMBER})(?<unit>${UNIT}|%|个?百分点)(?:问题|情况)?$`,
);
const FAILURE_BEHIND = new RegExp(`^(?<number>${NUMBER})(?<unit>${UNIT})(?<verb>${FAILED})$`);
const DONE_COUNT = new RegExp(
  `^(?:完成|已完成|共|实际完成|开展|推广|组织|有)(?<number>${NUMBER})(?<unit>${UNIT})$`,
);
const PLACE = /^(?:排名)?第?(\d{1,3})[名位]$/;

export function valueOf(
  quantity: Quantity | null,
  result: Operand | null = operandOf(quantity),
): Value | null {
  if (quantity === null && result === null) return null;
  const text = quantity === null ? "" : compact(quantity.text.trim());
  if (text === "" && result === null) return null;
  const base = {
    text,
    cell: quantity?.cell ?? null,
    sign: quantity?.comparison ?? "none",
    verb: "",
    isDate: quantity?.nature === "date",
    rank: placeOf(text),
    isWords: false,
  } as const;
  return counted(text, base) ?? numbered(quantity, result, base);
}

type Base = Pick<Value, "text" | "cell" | "sign" | "isDate" | "rank"> & {
  readonly verb: string;
  readonly isWords: boolean;
};

function placeOf(text: string): number | null {
  const found = PLACE.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

/** `缺1项`, `3项不符`, `发现2个` */
export function counted(text: string, base: Base): Value | null {
  const found =
    (COUNTED_FAILURE.exec(text) ?? FAILURE_BEHIND.exec(text))?.groups ?? DONE_COUNT.exec(text)?.groups;
  const number = found?.number === undefined ? null : numberOf(found.number);
  if (found === undefined || number === null) return null;
  const isPercent = /%|百分点/.test(found.unit ?? "");
  const { unit, times } = isPercent ? { unit: "%", times: 1 } : unitOf(found.unit ?? "");
  const value = isPercent ? number.div(100) : number.mul(times);
  return {
    ...base,
    number: value,
    expression: constant(value, isPercent ? "percent" : "amount", isPercent ? undefined : unit),
    unit,
    times: ONE,
    verb: found.verb ?? "",
    isWords: true,
  };
}

function numbered(quantity: Quantity | null, result: Operand | null, base: Base): Value {
  if (result === null || quantity?.nature === "range")
    return { ...base, number: null, expression: null, unit: "", times: ONE, isWords: !base.isDate };
  if (result.percent || isPercentWord(result.unit))
    return { ...base, number: shareIn(result), expression: shareExpression(result), unit: "%", times: ONE };
  const { unit } = unitOf(result.unit ?? "");
  const bare = /^[^/]*/.exec(unit)?.[0] ?? "";
  return {
    ...base,
    number: result.value,
    expression: result.expression,
    unit: bare === "" ? unit : unit,
    times: result.factor,
  };
}

const isPercentWord = (unit: string | null): boolean => unit !== null && /^(?:百分比|个?百分点)$/.test(unit);
const shareIn = ({ percent, value }: Operand): Exact => (percent ? value : value.div(100));
function shareExpression(operand: Operand): Expression {
  return operand.percent
    ? operand.expression
    : { kind: "arithmetic", operator: "÷", left: operand.expression, right: constant(100) };
}

const EVENTS = "起次例件处项个条宗";
const SAME = [
  ["人", "名", "人次"],
  ["批", "批次"],
  ["户", "家"],
  ["次", "场", "期"],
];

/** 人次 is counted as 人, 元/人 as 元; 微克/立方米 is a unit of its own. */
const bareUnit = (unit: string): string =>
  isMeasure(unit) ? unit : unit.replace(/^(.)次$/, "$1").replace(/\/[^/]+$/, "");

/** Whether a number in one unit may be held against a number in the other. */
export function sameUnit(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [bareUnit(one), bareUnit(other)];
  if (a === b) return true;
  if (!isCounter(a) || !isCounter(b)) return false;
  if (a === "个" || b === "个") return true;
  return (
    (EVENTS.includes(a) && EVENTS.includes(b)) || SAME.some((same) => same.includes(a) && same.includes(b))
  );
}
