import { wordTable } from "../../text/word-table";
import { ZERO, exact } from "../../expr/exact";
import {
  conditional,
  constant,
  divide,
  max,
  min,
  multiply,
  step,
  subtract,
  textIs,
  message,
  type Expression,
} from "../../expr/expression";
import { judgement, type Built, type RuleKind, type ScoringCase } from "../kind";
import { COUNT, DEDUCTS, GIVES, NO_POINTS, NUMBER, UNTIL, countOf, decimal, printUntil } from "../wordings";
import { statedPoints } from "../ways/awarded";
import { textOf } from "../ways/comparable";
import { directionOf } from "../ways/direction";
import { daysLate } from "../ways/deadline";
import { OTHER_BASE } from "../ways/own-bound";
import { partNote } from "../ways/part-step";
import { JUDGED } from "../ways/ratio";
import { absent } from "../ways/share";
import { byWords, isNegativeFact } from "../ways/words";

/** So many points off for each event. */
export interface Events {
  /** What the deduction is about, where it stands before it (milestones, `以上情况`). */
  readonly lead: string | null;
  /** What earns full points, and how many are printed for it. */
  readonly condition: string | null;
  readonly full: string | null;
  /** What earns nothing at all. */
  readonly kills: string | null;
  readonly event: string;
  readonly deduct: string;
  readonly most: string | null;
}

const EACH = String.raw`(?:每(?:[一1]|有|出现|发现|发生|缺|少|项|个|例|次|起|处|户|人|件|篇|份|延|迟|逾|晚|超)|有[一1]|发现[一1]|出现[一1]|(?:逾期|迟[报到])[^;,扣]{0,6}?[一1])`;
/** `每推进一项得2分` gives points by the number of things done; `每个项目均有方案的得2分` is a condition. */
const GIVEN_BY_NUMBER = /^每(?!.*(?:均|都|全))/;

const EVENTS = new RegExp(
  `^(?:((?:(?!扣|\\d分|得分|满分)[^])*?);)?` +
    `(?:((?:(?!扣)[^;])*?)(?:的)?,?${GIVES}(?:${NUMBER}分|满分)[;,])?` +
    `(?:((?:(?!扣|\\d分)[^;])*?)(?:的)?,?${NO_POINTS}[;,])?` +
    `((?:(?!扣|\\d分|得分)[^;])*?${EACH}(?:(?!扣|\\d分|得分)[^;])*?)(?:的)?,?${DEDUCTS}(?:\\/[^;,]{1,3})?${UNTIL}$`,
);

function parse(plain: string): Events | null {
  const found = EVENTS.exec(plain);
  if (!found) return null;
  const [, lead, condition, full, kills, event = "", deduct = "", most1, most2] = found;
  if (condition !== undefined && GIVEN_BY_NUMBER.test(condition)) return null;
  const most = most1 ?? most2;
  return {
    lead: lead ?? null,
    condition: condition ?? null,
    full: full === undefined ? null : decimal(full),
    kills: kills ?? null,
    event,
    deduct: decimal(deduct),
    most: most === undefined ? null : decimal(most),
  };
}

function print({ lead, condition, full, kills, event, deduct, most }: Events): string {
  const before = lead === null ? "" : `${lead};`;
  const earns = condition === null ? "" : `${condition}的,得${full === null ? "满分" : `${full}分`};`;
  const loses = kills === null ? "" : `${kills}的,不得分;`;
  return `${before}${earns}${loses}${event}的,扣${deduct}分,${printUntil(most)}`;
}

interface Step {
  readonly every: string;
  readonly unit: string;
}

const STEP = new RegExp(
  `(?:每|逾期|迟[报到])[^\\d一两二三五十]{0,6}?${COUNT}个?(百分点|%|工作日|小时|分钟|天|日|周|星期|月|季度|年)?`,
);

/** `每逾期5天` → 5 and 天, `每发现一处` → 1: for how many events, or for how long, points go each time. */
function stepOf(event: string): Step {
  const [, every = "1", unit = ""] = STEP.exec(event) ?? [];
  return { every: countOf(every), unit };
}

/** In days, where a step of lateness is so many of them; none for months, hours and working days. */
const DAYS: Readonly<Record<string, number>> = wordTable({ "": 1, 天: 1, 日: 1, 周: 7, 星期: 7 });
const OVER = /每[^;,]{0,4}超/;

/** `每少1次`, `每超1起`, `逾期一天`: what is lost is held against something that was asked for. */
const FALLS_SHORT = /(?:每[^;,]{0,3}?|(?<![^;,]))(?:少|缺|低|减|降|不足|超|多|增|延|迟|逾|晚)/g;
// A day of the year, an ordinal, the number of a document or of an item in a list asks for nothing.
const ASKED_FOR =
  /(?<![月第〔\dA-Za-z.])\d+(?:\.\d+)?(?![\d.年月号〕、)])|(?<![第统])[一二两三四五六七八九十百]+个?(?:次|场|期|篇|人|名|份|户|件|项|起|例|处|条|家|批|套|种|类|轮|村|个|工作日|天|日|小时|分钟|周)/;

/** `不少于4次,每少1次`, `10日内办结,每超一天`, `比上年每少1件`: a number that was asked for stands before what is lost against it. */
function namesWhatIsAskedFor({ lead, condition, event }: Events): boolean {
  const lost = [...event.matchAll(FALLS_SHORT)].at(-1);
  const before = [lead, condition, event.slice(0, lost?.index)].join(";");
  return lost !== undefined && (ASKED_FOR.test(before) || OTHER_BASE.test(before));
}

/** How often points go: the events that the result states over those of one step; null or why, where nobody can tell. */
function timesOf(rule: Events, of: ScoringCase): Expression | { readonly why: string } | null {
  const count = eventCount(of);
  const late = daysLate(of);
  const { every, unit } = stepOf(rule.event);
  if (count === null) return null;
  if (unit === "%" || unit === "百分点")
    return { why: `评分标准按百分点扣分，完成情况“${textOf(of.actual)}”不是比率，请人工评分` };
  if (late === null && namesWhatIsAskedFor(rule)) return { why: reachedOrLost(of) };
  if (late === null && OVER.test(rule.event) && of.target?.value?.equals(ZERO) !== true)
    return { why: "评分标准按超出的部分扣分，请人工评分" };
  const days = late === null ? 1 : DAYS[unit];
  if (days === undefined && late !== null && late.compare(ZERO) <= 0) return constant(ZERO, "amount");
  if (days === undefined) return { why: `逾期按${unit}扣分，不足一${unit}的怎样计算请人工确定` };
  const whole = exact(every).mul(days);
  return whole.equals(1) ? count : divide(count, constant(whole, "plain"));
}

const reachedOrLost = (of: ScoringCase): string =>
  `看不出“${textOf(of.actual)}”是达到的数量，还是欠缺（超出）的数量，请人工评分`;

/** The number of events that the result states; null where it states something else. */
export function eventCount(of: ScoringCase): Expression | null {
  const late = daysLate(of);
  if (late !== null) return constant(late, "amount", "天");
  if (of.result === null || of.result.percent) return null;
  // Beside a quantity to be reached, a number is what was reached and no count of failures.
  const isQuantity =
    of.target?.nature === "number" &&
    of.target.value?.equals(ZERO) !== true &&
    directionOf(of.target, of.entry) !== "lower";
  return isQuantity ? null : of.result.expression;
}

function build(rule: Events, of: ScoringCase): Built {
  const full = statedPoints(rule.full, of);
  const times = timesOf(rule, of);
  if (times === null && isNegativeFact(textOf(of.actual)) && namesWhatIsAskedFor(rule))
    return judgement(reachedOrLost(of));
  if (times === null) return withoutCount(of, full);
  if ("why" in times) return judgement(times.why);
  const scoreOf = (happened: Expression): Expression => {
    const lost = multiply(constant(rule.deduct, "points"), max(happened, constant(ZERO, "amount")));
    const deducted = step("扣分", "points", lost);
    const bounded = rule.most === null ? deducted : min(deducted, constant(rule.most, "points"));
    return max(subtract(full, bounded), constant(ZERO, "points"));
  };
  const score = scoreOf(times);
  return { kind: "points", score, actual: times, notes: partNote(of, score, scoreOf(wholeSteps(times))) };
}

const wholeSteps = (of: Expression): Expression => ({ kind: "ceiling", of });

/** No count: `未发现` is none, words of success are too; anything else takes judgement. */
export function withoutCount(of: ScoringCase, full: Expression): Built {
  const { actual } = of;
  if (actual?.nature !== "words" || actual.cell === null) return absent(of, "发生的次数或天数");
  const text = { cell: actual.cell, text: textOf(actual) };
  if (isNegativeFact(text.text)) {
    return {
      kind: "points",
      score: conditional(textIs(text, ["无", text.text]), full, message(JUDGED), { then: "没有扣分情形" }),
    };
  }
  const words = byWords(of);
  return words.kind === "points" ? { ...words, notes: [] } : judgement(words.why);
}

/** `每发现一个问题扣1分,扣完为止`, `逾期报送一天扣0.5分` (rules catalogue C3, D2, D5). */
export const events: RuleKind<Events> = {
  name: "events",
  label: "每发生一次扣分",
  parse,
  print,
  build,
  most: ({ full }, points) => (full === null ? points : exact(full)),
};
