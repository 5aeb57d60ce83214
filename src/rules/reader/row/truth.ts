import {
  absolute,
  both,
  compare,
  constant,
  divide,
  subtract,
  type Condition,
} from "../../../expr/expression";
import { ONE, ZERO, exact } from "../../../expr/exact";
import type { Bound, Counted, Range, Ranked, Situation } from "../plan";
import { asking, Question } from "../question";
import { daysLate } from "../../ways/deadline";
import { IS_RATE, LESS_IS_BETTER, NOTHING } from "../words";
import { comparison, decided, type Num, type Row, type Truth } from "./row";
import { sameUnit } from "./value";
import { saidOf } from "./words-truth";

/** Whether the situation holds in this row; null where the row does not say. Two readings are a question. */
export function truthOf(of: Situation, row: Row): Truth | null {
  switch (of.kind) {
    case "always":
      return decided(true);
    case "else":
      return null;
    case "rank":
      return rankTruth(of, row);
    case "and":
      return bothTruth(of.parts, row);
    case "count":
      return countTruth(of, row);
    case "range":
      return of.beyondTarget ? beyondRange(of, row) : rangeTruth(of, row);
    case "bound":
      return of.beyondTarget ? beyondTruth(of, row) : boundTruth(of, row);
    case "met":
      return metSide(of.side, row);
    case "missed":
      return missedTruth(of.side, row);
    case "fully":
      return fullyTruth(of.text, row);
    case "fact":
      row.met = () => metTruth(row);
      return saidOf(of.text, row);
  }
}

/** The same, a question that stands in the way counting as not known. */
export function truthOrNull(of: Situation, row: Row): Truth | null {
  const found = asking(() => truthOf(of, row));
  return found instanceof Question ? null : found;
}

const not = (truth: Truth | null): Truth | null =>
  truth === null ? null : { holds: !truth.holds, when: truth.when === null ? null : opposite(truth.when) };

const OPPOSITES = { ">=": "<", ">": "<=", "<=": ">", "<": ">=", "=": "<>", "<>": "=" } as const;

function opposite(of: Condition): Condition | null {
  return of.kind === "comparison" ? { ...of, comparator: OPPOSITES[of.comparator] } : null;
}

function rankTruth({ from, to }: Ranked, { result }: Row): Truth | null {
  const place =
    result.rank ??
    (result.number !== null && (result.unit === "" || result.unit === "个")
      ? Number(result.number.valueOf())
      : null);
  if (place === null) return null;
  const holds = place >= from && (to === null || place <= to);
  if (result.rank !== null || result.expression === null || result.number === null) return decided(holds);
  const parts: Condition[] = [compare(result.expression, ">=", constant(from))];
  if (to !== null) parts.push(compare(result.expression, "<=", constant(to)));
  return { holds, when: both(...parts) };
}

/** One result cannot speak of two things, unless its words say both. */
function bothTruth(parts: readonly Situation[], row: Row): Truth | null {
  const all = parts.map((part) => truthOrNull(part, row));
  if (all.some((each) => each?.holds === false)) return decided(false);
  const areWords = parts.every((part) => part.kind === "fact") && row.result.number === null;
  return areWords && all.every((each) => each?.holds === true) && row.statements.length >= 1
    ? decided(true)
    : null;
}

function countTruth(of: Counted, row: Row): Truth | null {
  const { result, target } = row;
  if (NOTHING.test(result.text) && result.number === null) return decided(false);
  if (result.number === null || result.unit === "%") return null;
  if (target?.number != null && !target.number.equals(ZERO)) return null;
  if (!sameUnit(result.unit, of.unit) && result.unit !== "") return null;
  const own: Num = row.own();
  const at = row.limit(of.at, of.unit);
  if (own.value.equals(ZERO)) return { holds: false, when: compare(own.expression, ">=", at.expression) };
  return of.at.equals(ONE) || of.atLeast ? comparison(own, ">=", at) : null;
}

function sized(own: Num, isAbsolute: boolean): Num {
  return isAbsolute ? { value: own.value.abs(), expression: absolute(own.expression) } : own;
}

export const numberFor = (of: Bound | Range, row: Row): Num => {
  const at = of.kind === "bound" ? of.at : of.from;
  if (of.unit !== "%") return sized(row.amount(of.unit, at), of.absolute);
  const relative =
    of.kind === "bound" &&
    (/目标|任务|计划/.test(of.subject) || /(?:^|[^未])完成$/.test(of.subject) || /^完成(?=\d)/.test(of.text));
  return sized(row.rate(relative ? "" : of.subject, relative), of.absolute);
};

function rangeTruth(of: Range, row: Row): Truth {
  const own = numberFor(of, row);
  const [low, high] = [row.limit(of.from, of.unit), row.limit(of.to, of.unit)];
  const [one, other] = [
    comparison(own, of.fromIn === false ? ">" : ">=", low),
    comparison(own, of.toIn === false ? "<" : "<=", high),
  ];
  const parts = [one.when, other.when].filter((each) => each !== null);
  return { holds: one.holds && other.holds, when: both(...parts) };
}

function boundTruth(of: Bound, row: Row): Truth | null {
  const { result, target } = row;
  if (of.sign === null) {
    if (of.unit === "%" && of.at.equals(ONE))
      return comparison(row.rate(of.subject), ">=", row.limit(of.at, "%"));
    return null;
  }
  const isBeyond =
    of.unit === "%" &&
    of.sign === ">" &&
    result.unit !== "%" &&
    result.unit !== "" &&
    target?.number != null &&
    sameUnit(target.unit, result.unit) &&
    of.at.compare(exact("0.6")) < 0;
  // `超过10%的` beside an amount: of the target, or by 10%?
  if (isBeyond) {
    const share = row.completion();
    const limit = row.limit(of.at, "%");
    const [one, other] = [
      comparison(share, ">", limit),
      comparison(
        { value: share.value.sub(1), expression: subtract(share.expression, constant(ONE, "percent")) },
        ">",
        limit,
      ),
    ];
    return one.holds === other.holds ? other : null;
  }
  return comparison(numberFor(of, row), of.sign, row.limit(of.at, of.unit));
}

/** How far beyond the target, as a share of it; of rates in points. */
function beyond(row: Row): Num | null {
  const { result, target } = row;
  if (target?.number == null || target.number.compare(0) <= 0 || result.number === null) return null;
  if (result.unit === "%" && target.unit === "%") {
    const goal = row.goal();
    return {
      value: result.number.sub(goal.value),
      expression: subtract(row.own().expression, goal.expression),
    };
  }
  if (!sameUnit(result.unit, target.unit)) return null;
  const share = row.completion();
  return { value: share.value.sub(1), expression: subtract(share.expression, constant(ONE, "percent")) };
}

function beyondTruth(of: Bound, row: Row): Truth | null {
  const far = beyond(row);
  if (far === null || of.unit !== "%") return null;
  const limit = row.limit(of.at, "%");
  const past: Num = { value: ZERO, expression: constant(ZERO, "percent") };
  const isOver = comparison(far, ">", past);
  if (of.sign === "<=" || of.sign === "<") {
    const within = comparison(far, "<=", limit);
    return {
      holds: isOver.holds && within.holds,
      when: both(...[isOver.when, within.when].filter((each) => each !== null)),
    };
  }
  if (of.sign === ">=" && far.value.equals(of.at)) return null;
  return comparison(far, ">", limit);
}

function beyondRange(of: Range, row: Row): Truth | null {
  const { result, target } = row;
  if (target?.number == null || result.number === null || of.unit !== "%") return null;
  // A rate beyond its target: by points, or by a share of it? One answer or none.
  const share = row.completion();
  const far: Num = {
    value: share.value.sub(1),
    expression: subtract(share.expression, constant(ONE, "percent")),
  };
  const [low, high] = [row.limit(of.from, "%"), row.limit(of.to, "%")];
  const one = comparison(far, of.fromIn === false ? ">" : ">=", low);
  const other = comparison(far, of.toIn === true ? "<=" : "<", high);
  return {
    holds: one.holds && other.holds,
    when: both(...[one.when, other.when].filter((each) => each !== null)),
  };
}

/** Whether the target is reached. */
export function metTruth(row: Row): Truth | null {
  const { result, target } = row;
  const late = daysLate(row.of);
  if (target?.isDate === true && result.isDate) return late === null ? null : decided(late.compare(0) <= 0);
  if (target?.number != null && result.number !== null && result.verb === "") return metByNumbers(row);
  if (result.number !== null && result.verb === "" && target === null) return null;
  return saidOf("", row);
}

function metByNumbers(row: Row): Truth | null {
  const { result, target } = row;
  if (target?.number == null || result.number === null) return null;
  const own = pairOf(row);
  if (own === null) return null;
  const [number, goal] = own;
  const order = number.value.compare(goal.value);
  const { sign } = target;
  if (sign === ">=" || sign === ">" || sign === "<=" || sign === "<") return comparison(number, sign, goal);
  if (target.number.equals(ZERO)) return comparison(number, "<=", goal);
  if (row.isUp === false) return comparison(number, "<=", goal);
  if (order === 0)
    return comparison(number, row.isUp === null && LESS_IS_BETTER.test(row.name) ? "=" : ">=", goal);
  if (row.isUp === null && LESS_IS_BETTER.test(row.name)) return null;
  const isExact = sign === "=" && !(target.unit === "%" && target.number.equals(ONE));
  return isExact && order > 0 ? null : comparison(number, ">=", goal);
}

/** Result and target as numbers that may be held against each other; null where they may not. */
export function pairOf(row: Row): readonly [Num, Num] | null {
  const { result, target } = row;
  if (target?.number == null || result.number === null) return null;
  if (target.unit === result.unit || sameUnit(target.unit, result.unit))
    return row.isMixed() ? null : [row.own(), row.goal()];
  if (target.unit === "%" && result.unit === "") return [row.rate("", false, [target.number]), row.goal()];
  if (result.unit === "%" && target.unit === "") {
    if (target.number.equals(ZERO)) return [row.own(), row.goal()];
    if ((!IS_RATE.test(row.name) && !target.number.equals(100)) || target.number.compare(1) <= 0) return null;
    const goal = row.goal();
    return [row.own(), { value: goal.value.div(100), expression: divide(goal.expression, constant(100)) }];
  }
  return result.unit === "" && target.unit !== "%"
    ? [{ ...row.own() }, { value: target.number, expression: row.goal().expression }]
    : null;
}

function metSide(side: "below" | "above" | null, row: Row): Truth | null {
  const { result, target } = row;
  if (side !== "below") return metTruth(row);
  if (
    target?.number != null &&
    result.number !== null &&
    target.sign === "none" &&
    sameUnit(target.unit, result.unit)
  )
    return comparison(row.own(), "<=", row.goal());
  return target?.sign === ">=" || target?.sign === ">" ? null : metTruth(row);
}

function missedTruth(side: "below" | "above" | null, row: Row): Truth | null {
  const { result, target } = row;
  if (
    side !== null &&
    target?.number != null &&
    result.number !== null &&
    result.verb === "" &&
    sameUnit(result.unit, target.unit)
  ) {
    const isWrongWay = side === "below" ? target.sign.startsWith("<") : target.sign.startsWith(">");
    if (isWrongWay || row.isMixed()) return null;
    return comparison(row.own(), side === "below" ? "<" : ">", row.goal());
  }
  return not(metTruth(row));
}

function fullyTruth(text: string, row: Row): Truth | null {
  const { result, target } = row;
  const isWhole = target === null || (target.unit === "%" && target.number?.equals(ONE) === true);
  if (result.number !== null && result.unit === "%" && isWhole)
    return comparison(row.own(), ">=", row.limit(ONE, "%"));
  if (
    result.number !== null &&
    result.unit === "" &&
    target?.number?.equals(100) === true &&
    target.unit === ""
  )
    return comparison(row.own(), ">=", row.goal());
  return saidOf(text, row);
}
