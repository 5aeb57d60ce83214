import { ZERO } from "../../../expr/exact";
import { compare, constant } from "../../../expr/expression";
import { daysLate } from "../../ways/deadline";
import {
  DONE,
  EVENT,
  GRADE,
  NEGATION,
  NO_EVENT,
  NOT_DONE,
  NOTHING,
  NOTHING_HAPPENED,
  POSITIVE,
  CARRIED_OUT,
  NOT_CARRIED_OUT,
  OWN_FACT,
} from "../words";
import { decided, type Row, type Truth } from "./row";
import { polarityOf, type Statement } from "./statements";

/**
 * Whether the result's words say what the rule's words say. Equality or a common core with one negation more or less;
 * degrees (基本, 较, 部分) must be the same. `""` asks whether the target is reached.
 */
export function saidOf(text: string, row: Row): Truth | null {
  if (text === "") return reached(row);
  return (
    byDate(text, row) ??
    byNumber(text, row) ??
    byTarget(text, row) ??
    (row.result.number === null ? byWords(text, row) : null)
  );
}

function byDate(text: string, row: Row): Truth | null {
  if (row.target?.isDate !== true || !row.result.isDate) return null;
  const late = daysLate(row.of);
  if (late === null) return null;
  if (/^(?:按时|按期|及时|如期)/.test(text)) return decided(late.compare(0) <= 0);
  return /^(?:逾期|延期|超期|未按[时期])/.test(text) ? decided(late.compare(0) > 0) : null;
}

/** `按要求建立制度的得满分,否则不得分` beside a number to be reached: the target says what was required. */
function byTarget(text: string, row: Row): Truth | null {
  const { result, target, plan } = row;
  if (result.number === null || target?.number == null || target.number.equals(ZERO)) return null;
  if (NEGATION.test(text) || OWN_FACT.test(text) || row.positives !== 1) return null;
  const [award, otherwise, ...more] = plan.clauses;
  const isPlain = award?.kind === "award" && award.situation.kind === "fact" && award.situation.text === text;
  const isAll =
    otherwise?.kind === "award" && otherwise.effect.kind === "none" && otherwise.situation.kind === "else";
  return isPlain && isAll && more.length === 0 ? row.met() : null;
}

/** A number of events, beside a target of none. */
function byNumber(text: string, row: Row): Truth | null {
  const { result, target, name } = row;
  if (result.number === null || result.expression === null || result.unit === "%") return null;
  if ((target?.number != null && !target.number.equals(ZERO)) || (target !== null && target.number === null))
    return null;
  if (result.verb !== "" && !text.includes(result.verb)) return null;
  const isGraded = GRADE.test(text) && !GRADE.test(name);
  const isNone = result.number.equals(ZERO);
  const none = compare(result.expression, "=", constant(ZERO));
  if (NO_EVENT.test(text))
    return isNone ? { holds: true, when: none } : isGraded ? null : { holds: false, when: none };
  if (!EVENT.test(text)) return null;
  const some = compare(result.expression, ">", constant(ZERO));
  if (isNone) return { holds: false, when: some };
  return row.events === 1 && !isGraded ? { holds: true, when: some } : null;
}

/** The words of the result are those of the rule, or its end. */
export function isSaidExactly(text: string, row: Row): boolean {
  if (row.result.number !== null) return false;
  const own = text.replace(/的$/, "").replace(/^(?:处于|为|达到)/, "");
  const said = row.result.text.replace(/^(?:处于|为|达到)/, "");
  if (said === own) return true;
  const isEnd = said.length >= 2 && own.endsWith(said);
  return (
    isEnd &&
    !/(?:不|未|没|没有|无|非|基本|较|很|非常|十分|部分|比较|不太|不够|尚|欠|半)$/.test(
      own.slice(0, -said.length),
    )
  );
}

function byWords(text: string, row: Row): Truth | null {
  if (isSaidExactly(text, row)) return decided(true);
  return (
    yesOrNo(text, row) ?? present(text, row) ?? nothing(text, row) ?? stated(text, row) ?? general(text, row)
  );
}

function sharesPair(one: string, other: string): boolean {
  for (let at = 0; at + 2 <= one.length; at += 1) if (other.includes(one.slice(at, at + 2))) return true;
  return false;
}

function yesOrNo(text: string, row: Row): Truth | null {
  const said = row.result.text;
  if (said !== "是" && said !== "否") return null;
  if (row.failures.has(text) && !NEGATION.test(text) && !/^是否/.test(row.name)) return null;
  const isYes = said === "是";
  const isNegative = NEGATION.test(text);
  const asked = /^是否(.*)$/.exec(row.name)?.[1];
  if (asked !== undefined) {
    if (row.target === null || !sharesPair(asked, text)) return null;
    return decided((NEGATION.test(asked) === isNegative) === isYes);
  }
  if (row.target === null) return decided(isYes);
  if (row.target.text !== "是") return null;
  if (!isNegative) return decided(isYes);
  if (!isYes && !NO_EVENT.test(text)) return decided(true);
  return isYes && /^未[^发出存]/.test(text) ? decided(false) : null;
}

const HAS = /^(?:有|具有|具备|设有|建有)/;
const HAS_NOT = /^(?:无|没有|未有)/;

/** 有 and 无 answer what the rule says is there or not. */
function present(text: string, row: Row): Truth | null {
  const { result, target } = row;
  const isThere = /^(?:有|具备)$/.test(result.text);
  if (!isThere && !/^(?:无|没有)$/.test(result.text)) return null;
  if (target !== null && !/^(?:有|具备|无|没有)/.test(target.text)) return null;
  const isAsked = row.plan.clauses.some(
    (each) => each.kind === "award" && each.situation.kind === "fact" && HAS.test(each.situation.text),
  );
  if (HAS_NOT.test(text)) return isThere && !isAsked ? null : decided(!isThere);
  return HAS.test(text) && !NEGATION.test(text) ? decided(isThere) : null;
}

function nothing(text: string, row: Row): Truth | null {
  const { result, target, name } = row;
  if (NOTHING.test(result.text)) {
    const fits =
      target === null ||
      NEGATION.test(target.text + name) ||
      target.text === result.text ||
      target.number?.equals(ZERO) === true;
    if (!fits) return null;
    if (NO_EVENT.test(text)) return decided(true);
    return EVENT.test(text) && !NEGATION.test(text) ? decided(false) : null;
  }
  if (
    /^(?:未发现|未发生|没有发生|没有发现|未出现)/.test(result.text) &&
    NO_EVENT.test(text) &&
    sharesPair(result.text.slice(2), text)
  )
    return decided(true);
  return null;
}

const DEGREE = /基本|较|部分|比较|大部|非常|十分|不太|不够|初步|尚|欠|一般|比例/g;
const degreesOf = (text: string): string => [...text.matchAll(DEGREE)].join("|");
const LEAST_CORE = 2;
const LEAST_SCATTERED = 4;

/** One of the things that the result says is what the rule says, or its opposite. */
function stated(text: string, row: Row): Truth | null {
  const own = polarityOf(text);
  if (
    own === null ||
    own.core.length < LEAST_CORE ||
    (own.isNegative && own.core !== "开展" && /^(?:未|已)?开展$/.test(row.result.text))
  )
    return null;
  const found = row.statements.filter(
    (each) => concerns(each, own.core) && degreesOf(each.text) === degreesOf(text),
  );
  const [one, other] = found;
  if (one === undefined || other !== undefined || one.count?.number != null) return null;
  // A word that several clauses of different things hold says nothing of any of them.
  const rivals = row.plan.clauses.flatMap((clause) =>
    clause.kind === "award" && clause.situation.kind === "fact" ? [polarityOf(clause.situation.text)] : [],
  );
  const isShared = rivals.some(
    (rival) =>
      rival !== null && !isPartOf(rival.core, own.core) && concerns(one, rival.core) && one.core !== own.core,
  );
  return isShared ? null : decided(one.isNegative === own.isNegative);
}

const isPartOf = (one: string, other: string): boolean => one.includes(other) || other.includes(one);

function concerns({ core }: Statement, other: string): boolean {
  const [short, long] = core.length <= other.length ? [core, other] : [other, core];
  if (short.length < LEAST_CORE) return false;
  return long.includes(short) || (short.length >= LEAST_SCATTERED && isScattered(short, long));
}

/** All characters of the short one in order in the long one. */
function isScattered(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short.charAt(at)) at += 1;
  return at === short.length;
}

/** Words that say how a thing stands without naming it: 完成, 齐全, 未完成. */
function general(text: string, row: Row): Truth | null {
  const { result, target, positives } = row;
  const said = result.text;
  // Beside clauses that give points, a failure is a fact of its own: `否则不得分,逾期公开的扣2分`.
  const isFailure = row.failures.has(text) && !NEGATION.test(text);
  if (isFailure && row.plan.clauses.filter(({ kind }) => kind === "award").length > 1) return null;
  const isNegative = NEGATION.test(text) || isFailure;
  const isTarget = target !== null && said === target.text && target.number === null;
  if (POSITIVE.test(said) && (target === null || target.text === said) && positives === 1 && !isNegative)
    return decided(true);
  if (!isNegative && positives === 1 && CARRIED_OUT.test(said)) return decided(true);
  if (!isNegative && positives === 1 && NOT_CARRIED_OUT.test(said)) return decided(false);
  if (DONE.test(said) || isTarget) {
    if (isNegative && !NO_EVENT.test(text)) return decided(false);
    if (positives === 1 && !isNegative) return decided(true);
    return isNegative && isTarget && NEGATION.test(target.text) ? decided(true) : null;
  }
  if (NOT_DONE.test(said))
    return isNegative || (target === null && said.includes("达"))
      ? null
      : positives === 1
        ? decided(false)
        : null;
  return NOTHING_HAPPENED.test(said) && EVENT.test(text) && !isNegative && sharesPair(said, text)
    ? decided(false)
    : null;
}

function reached({ result, target }: Row): Truth | null {
  if (target !== null && result.text === target.text) return decided(true);
  if (DONE.test(result.text) && target?.isDate !== true) return decided(true);
  if (NOT_DONE.test(result.text)) return decided(false);
  if (target !== null && ["未", "没有", "不", "没"].some((word) => result.text === word + target.text))
    return decided(false);
  return null;
}
