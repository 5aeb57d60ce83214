import { daySerial, lastDayOf } from "../../expr/calendar";
import type { Exact } from "../../expr/exact";
import { holds } from "../../expr/evaluate";
import { speakNumber } from "../../expr/explain";
import {
  compare,
  conditional,
  constant,
  input,
  message,
  textIs,
  both,
  type Condition,
} from "../../expr/expression";
import type { Quantity } from "../../model/quantity";
import { judgement, type Built, type ScoringCase } from "../kind";
import { textOf } from "./comparable";
import { JUDGED } from "./ratio";

/** The first and last day that a date of some precision can mean. */
interface Span {
  readonly first: Exact;
  readonly last: Exact;
}

const AS_DEADLINE = { kind: "deadline", label: "按期完成得满分" };

/** Done by the deadline: full points; later: judgement, since forms take a ratio, a deduction or nothing (rules catalogue D1). */
export function byDeadline(of: ScoringCase): Built {
  const { target, actual } = of;
  const spans = spansOf(of);
  if (spans === null || actual?.cell == null)
    return { ...judgement("时限或完成时间没有读全"), as: AS_DEADLINE };
  const { deadline, done } = spans;
  const latest = target?.comparison === "<" ? deadline.first.sub(1) : deadline.last;
  if (holds(done.first, "<=", latest) && holds(done.last, ">", latest)) {
    return {
      ...judgement(`完成时间“${textOf(actual)}”不够具体，看不出是否早于“${textOf(target)}”`),
      as: AS_DEADLINE,
    };
  }
  if (holds(done.last, ">", latest))
    return {
      ...judgement(`完成时间“${textOf(actual)}”晚于时限“${textOf(target)}”，请按评分标准评分`),
      as: AS_DEADLINE,
    };
  const score = conditional(inTime(of, actual, actual.cell, done.last, latest), of.points, message(JUDGED), {
    then: `按期完成，得满分 ${speakNumber(of.pointsValue, "points")}`,
  });
  return { kind: "points", score, as: AS_DEADLINE };
}

/** A date that Excel keeps as a number stays live; one in words counts while the cell still says the same. */
function inTime(
  of: ScoringCase,
  actual: Quantity,
  cell: NonNullable<Quantity["cell"]>,
  done: Exact,
  latest: Exact,
): Condition {
  const limit = constant(latest, "date");
  if (actual.live === "number") return compare(input(cell, done, { style: "date" }), "<=", limit);
  const isSame =
    actual.serial === undefined
      ? textIs({ cell, text: textOf(actual) }, [textOf(actual)])
      : compare(input(cell, actual.serial, { style: "plain" }), "=", constant(actual.serial, "plain"));
  return both(compare(constant(done, "date"), "<=", limit), isSame);
}

/** Days late, where both dates are known to the day; null otherwise. */
export function daysLate(of: ScoringCase): Exact | null {
  const spans = spansOf(of);
  if (spans?.done.first.equals(spans.done.last) !== true) return null;
  return spans.done.last.sub(spans.deadline.last);
}

/**
 * 12月底前 is one of the evaluation's year: a project of 2023 that is done in 2024年1月 is late. Where the form names no
 * year a date without one is taken in the year of the other one, and where neither has one any year does.
 */
function spansOf({ target, actual, context }: ScoringCase): { deadline: Span; done: Span } | null {
  const [limit, date] = [target?.date ?? "", actual?.date ?? ""];
  const year = yearOf(limit) ?? yearOf(context.year ?? "") ?? yearOf(date) ?? 2023;
  const [deadline, done] = [spanOf(limit, year), spanOf(date, year)];
  return deadline === null || done === null ? null : { deadline, done };
}

function yearOf(date: string): number | null {
  const year = /\d{4}/.exec(date)?.[0];
  return year === undefined ? null : Number(year);
}

function spanOf(date: string, year: number): Span | null {
  const match = /^(\d{4}|-)(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
  if (!match) return null;
  const own = match[1] === "-" ? year : Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3];
  const iso = (m: number, d: number | string): string =>
    `${own}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
  const first = daySerial(iso(month ?? 1, day ?? 1));
  const last = daySerial(iso(month ?? 12, day ?? lastDayOf(own, month ?? 12)));
  return first === null || last === null ? null : { first, last };
}
