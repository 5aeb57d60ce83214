import {
  add,
  constant,
  divide,
  max,
  min,
  multiply,
  step as named,
  subtract,
  type Expression,
} from "../../../expr/expression";
import { HUNDRED, ONE, ZERO, exact, type Exact } from "../../../expr/exact";
import type { Award, Bound, Situation, Step } from "../plan";
import { Question } from "../question";
import type { Num } from "../row/row";
import { truthOrNull } from "../row/truth";
import { NEGATION, NO_EVENT } from "../words";
import { gapOf } from "./gap";
import { choose, printed, UNKNOWN, UNREAD, type Parts } from "./parts";

/** So much for every so much, from a base, between limits, with what takes everything. */
export function bySteps(of: Parts): Num {
  const { awards, row, steps } = of;
  const [proportion] = of.proportions;
  if (proportion !== undefined) throw new Question("按步扣分之外还有按比例", proportion.quote);
  const base = baseOf(of);
  const killed = killsOf(of);
  const leads = steps.filter((step) => applies(of, step));
  const bound = boundFor(of, base);
  const lost: Num[] = [];
  const gained: Num[] = [];
  for (const step of leads) {
    checkLead(of, step);
    const gap = gapOf(of, step, bound);
    (step.effect === "deduct" ? lost : gained).push(takenBy(of, step, gap));
  }
  checkRivals(of, leads, [...lost, ...gained]);
  const down = capBy(sumOf(lost), of.least("most-deducted"));
  if (!killed.some(({ truth }) => truth.holds)) checkEnd(of, base, down);
  const givers = steps.filter(({ effect }) => effect !== "deduct");
  const score =
    givers.length === steps.length && base === null
      ? onlyGiven(of, sumOf(gained))
      : fromBase(of, base, { down, up: sumOf(gained), givers });
  const bounded: Num = {
    value: score.value.compare(0) < 0 ? ZERO : score.value,
    expression: max(score.expression, constant(ZERO, "points")),
  };
  void awards;
  void row;
  return killed.reduceRight<Num>(
    (rest, { truth, quote }) => choose(truth, printed(ZERO), rest, quote),
    bounded,
  );
}

/** The clause that gives the points from which steps are counted. */
function baseOf(of: Parts): Award | null {
  const { awards, steps, plan } = of;
  const bases = of.bases();
  const [base, second] = bases;
  if (second !== undefined) throw new Question("几档得分之外还有按步扣分", second.quote);
  const deduction = awards.find(
    ({ effect }) =>
      effect.kind === "deduct" ||
      effect.kind === "deduct-share" ||
      effect.kind === "share" ||
      effect.kind === "add",
  );
  if (deduction !== undefined) throw new Question("扣分之外还有按步扣分", deduction.quote);
  if (base === undefined) return null;
  const firstStep = plan.clauses.findIndex(({ kind }) => kind === "step");
  const { situation, quote, effect } = base;
  if (plan.clauses.indexOf(base) > firstStep) throw new Question(UNKNOWN, quote);
  if (situation.kind === "and" && !isDescription(of, situation.parts, steps))
    throw new Question("有两个条件，表中只有一个结果", quote);
  if (situation.kind === "range" && situation.absolute) return base;
  if (["range", "rank", "else"].includes(situation.kind)) throw new Question(UNREAD, quote);
  const isTarget =
    situation.kind === "count" &&
    of.row.target?.number?.mul(of.row.target.times).equals(situation.at) === true;
  if (situation.kind === "count" && !(isTarget && steps.every(({ side }) => side === "below")))
    throw new Question("这个数是不是目标看不出来", quote);
  const isDenied = situation.kind === "fact" && NEGATION.test(situation.text);
  if (isDenied && (steps.some(({ side }) => side !== null) || !NO_EVENT.test(situation.text)))
    throw new Question("得满分的条件里有否定，没有读懂", quote);
  if (effect.kind === "kept" && situation.kind === "fact") throw new Question(UNKNOWN, quote);
  if (situation.kind === "missed") throw new Question(UNREAD, quote);
  return base;
}

/** `路面整洁卫生,无暴露垃圾,得10分;发现一处扣2分`: what the events are failures of, said in several words. */
function isDescription(of: Parts, parts: readonly Situation[], steps: readonly Step[]): boolean {
  const areFacts = parts.every(
    (part) => part.kind === "fact" || part.kind === "met" || part.kind === "fully",
  );
  const isZero =
    of.row.target === null || of.row.target.number?.equals(ZERO) === true || of.row.target.number === null;
  return areFacts && isZero && steps.every(({ side, unit }) => side === null && unit !== "%");
}

function killsOf(of: Parts) {
  return of.kills().flatMap(({ situation, quote }) => {
    const isPlain = ["bound", "count", "range"].includes(situation.kind);
    const areEvents = of.steps.some(({ side }) => side === null);
    if (
      situation.kind === "else" &&
      of.bases().length === 0 &&
      of.steps.every(({ effect }) => effect === "give")
    )
      return [];
    if (["else", "fact", "and"].includes(situation.kind) || (!isPlain && areEvents))
      throw new Question(UNKNOWN, quote);
    if (situation.kind === "bound" && situation.sign === null && areEvents) throw new Question(UNREAD, quote);
    return { truth: of.known(situation, quote), quote };
  });
}

/** A step with a bound of its own among several counts only where the bound holds. */
function applies(of: Parts, { lead, quote }: Step): boolean {
  if (lead.kind !== "bound" || of.steps.length === 1) return true;
  return of.known(lead, quote).holds;
}

function checkLead(of: Parts, { lead, side, effect, quote }: Step): void {
  if (lead.kind === "and") {
    const areAttained = lead.parts.every(
      (part) => part.kind === "missed" || part.kind === "met" || (part.kind === "bound" && side !== null),
    );
    const areFacts =
      effect === "deduct" &&
      lead.parts.every((part) => part.kind === "fact") &&
      of.awards.every(({ effect: { kind } }) => kind === "full" || kind === "points");
    if (side !== null ? !areAttained : !areFacts) throw new Question("扣分的条件不止一个", quote);
  }
  if (lead.kind === "met" && side !== null && side !== "apart" && effect === "deduct")
    throw new Question(UNREAD, quote);
  if (
    lead.kind === "fact" &&
    /未|不|没/.test(lead.text) &&
    /率$/.test(lead.text) &&
    !/未|不|没/.test(of.row.name)
  )
    throw new Question("评分标准说的是相反的比率", quote);
  if (lead.kind === "range" || lead.kind === "count" || lead.kind === "rank")
    throw new Question(UNREAD, quote);
}

/** Two ways of counting one result the same way cannot be told apart. */
function checkRivals(of: Parts, steps: readonly Step[], amounts: readonly Num[]): void {
  const isNone =
    amounts.every(({ value }) => value.equals(ZERO)) && of.row.result.number?.equals(ZERO) === true;
  const seen = new Map<string, Step>();
  for (const step of steps) {
    const key = `${step.effect === "deduct" ? "-" : "+"}${step.side ?? ""}`;
    const isCountedApart = of.row.statements.length > 1 || (of.row.statements[0]?.count?.verb ?? "") !== "";
    if (seen.has(key) && !isNone && !(step.side === null && isCountedApart))
      throw new Question("一个结果，两种扣法", step.quote);
    seen.set(key, step);
  }
  const events = steps.filter(({ side }) => side === null);
  if (events.length > 0 && events.length < steps.length)
    throw new Question("一个结果，两种扣法", events[0]?.quote ?? "");
}

/** The limit from which steps are counted: that of the award, or one that stands alone, or of the step itself. */
function boundFor(of: Parts, base: Award | null): (unit: string) => Bound | null {
  return (unit) => {
    const own: Situation[] = [
      ...(base === null ? [] : [base.situation]),
      ...of.grounds.filter((ground) => !isMilestone(ground, of)).map(({ situation }) => situation),
      ...of.steps
        .filter(({ lead }) => of.steps.length === 1 || truthOrNull(lead, of.row)?.holds !== false)
        .flatMap(({ lead }) => (lead.kind === "and" ? lead.parts : [lead])),
    ];
    const all = own.filter((each) => each.kind === "bound");
    const isRate = unit === "%";
    const strange = all.find((each) => (each.unit === "%") !== isRate);
    if (strange !== undefined) throw new Question("界限与扣分说的不是同一件事", strange.text);
    const [first] = all;
    if (first === undefined) return null;
    const other = all.find(({ at }) => !at.equals(first.at));
    if (other !== undefined) throw new Question("界限不止一个", other.text);
    const { target } = of.row;
    const goal = target?.number == null ? null : target.number.mul(target.times);
    if (!isRate && goal !== null && target?.unit !== "%" && !goal.equals(first.at) && !goal.equals(ZERO))
      throw new Question("评分标准的界限与目标不同", first.text);
    return first;
  };
}

/** `6月底前下达50%;每出现一个…`: by when things should stand, while the steps count events. */
const isMilestone = ({ quote }: { readonly quote: string }, { steps }: Parts): boolean =>
  /[月节日底]前/.test(quote) && steps.every(({ side }) => side === null);

const MOST_STEPS = exact(1000);

/** What a step takes or gives for a gap. */
function takenBy(of: Parts, step: Step, gap: Num): Num {
  const every = step.unit === "%" ? step.every : of.row.limit(step.every, step.unit).value;
  const beyond = {
    value: gap.value.compare(0) < 0 ? ZERO : gap.value,
    expression: max(gap.expression, constant(ZERO, step.unit === "%" ? "percent" : "amount")),
  };
  const steps = beyond.value.div(every);
  if (steps.compare(MOST_STEPS) >= 0) throw new Question("步长与数量相差太大，单位请核对", step.quote);
  const counted = named(
    step.effect === "deduct" ? "超出" : "数量",
    step.unit === "%" ? "percent" : "amount",
    beyond.expression,
  );
  const whole: Expression =
    every.equals(ONE) && step.unit !== "%"
      ? counted
      : divide(counted, constant(every, step.unit === "%" ? "percent" : "plain"));
  const [part] = of.parts;
  let [value, expression] = [steps, whole];
  if (part !== undefined) {
    const size = part.of === null ? null : step.unit === "%" ? part.of.div(HUNDRED) : part.of;
    if (size !== null && !size.equals(step.every)) throw new Question("不足一步的规定与步长不同", part.quote);
    value = part.counted === "up" ? steps.ceil() : steps.floor();
    expression = { kind: part.counted === "up" ? "ceiling" : "floor", of: whole };
  } else if (!steps.mod(1).equals(ZERO)) {
    throw new Question("不足一步怎样计没有写", step.quote);
  }
  const each = step.ofPoints ? of.row.full.mul(step.value) : step.value;
  const points = step.ofPoints
    ? multiply(of.row.points, constant(step.value, "percent"))
    : constant(each, "points");
  return {
    value: value.mul(each),
    expression: named(step.effect === "deduct" ? "扣分" : "加分", "points", multiply(points, expression)),
  };
}

/** `每处扣0.5分` without 扣完为止: more may be taken than there is. */
function checkEnd(of: Parts, base: Award | null, down: Num | null): void {
  const start = base === null ? of.cap.value : of.give(base.effect).value;
  const saysEnd = of.plan.clauses.some(({ kind }) => kind === "until" || kind === "most-deducted");
  if (!saysEnd && down !== null && down.value.compare(start) > 0)
    throw new Question("扣的分超过分值，没有写扣完为止", of.steps[0]?.quote ?? "");
}

function sumOf(list: readonly Num[]): Num | null {
  return list.reduce<Num | null>(
    (sum, next) =>
      sum === null
        ? next
        : { value: sum.value.add(next.value), expression: add(sum.expression, next.expression) },
    null,
  );
}

function capBy(of: Num | null, most: Exact | null): Num | null {
  if (of === null || most === null) return of;
  return {
    value: of.value.compare(most) > 0 ? most : of.value,
    expression: min(of.expression, constant(most, "points")),
  };
}

function onlyGiven(of: Parts, up: Num | null): Num {
  const { cap, steps } = of;
  const beyond = steps.find(
    ({ effect, side, lead }) => effect === "add" && side !== null && lead.kind !== "always",
  );
  if (beyond !== undefined) throw new Question("加分之前得几分没有写", beyond.quote);
  if (up === null) throw new Question(UNREAD, steps[0]?.quote ?? "");
  const added = of.least("most-added");
  if (added !== null) return capBy(up, added) ?? up;
  if (up.value.compare(cap.value) > 0 && of.has("most") === undefined && steps[0]?.effect !== "give")
    throw new Question("加分没有写上限", steps[0]?.quote ?? "");
  return {
    value: up.value.compare(cap.value) > 0 ? cap.value : up.value,
    expression: min(up.expression, cap.expression),
  };
}

function fromBase(
  of: Parts,
  base: Award | null,
  { down, up, givers }: { down: Num | null; up: Num | null; givers: readonly Step[] },
): Num {
  const most = of.least("most");
  const start =
    base === null
      ? most !== null && most.compare(of.row.full) > 0
        ? of.whole()
        : of.cap
      : of.give(
          base.effect.kind === "full" && base.effect.value === null && most !== null && givers.length > 0
            ? { kind: "points", value: of.row.full }
            : base.effect,
        );
  const isLowCap = most !== null && most.compare(of.row.full) < 0;
  const printsBase = base !== null && !(base.effect.kind === "full" && base.effect.value === null);
  if (isLowCap && down !== null && down.value.compare(0) > 0 && givers.length === 0 && !printsBase)
    throw new Question("最高分低于分值，从几分扣起没有写", of.has("most")?.quote ?? "");
  const limited = limitGain(of, up, start, most);
  const less: Num =
    down === null
      ? start
      : { value: start.value.sub(down.value), expression: subtract(start.expression, down.expression) };
  return limited === null
    ? less
    : { value: less.value.add(limited.value), expression: add(less.expression, limited.expression) };
}

/** Points on top end where the text says; without an end they are a question as soon as there are any. */
function limitGain(of: Parts, up: Num | null, start: Num, most: Exact | null): Num | null {
  if (up === null) return null;
  const added = of.least("most-added");
  const open = of.limits.find(({ kind, value }) => kind === "most-added" && value === null);
  if (open !== undefined && up.value.compare(0) > 0) throw new Question("加到几分为止没有写", open.quote);
  const room =
    most === null
      ? of.has("most") === undefined
        ? null
        : of.row.full.sub(start.value)
      : most.sub(start.value);
  const bounded = capBy(capBy(up, added), room);
  if (added === null && room === null && up.value.compare(0) > 0)
    throw new Question("加分没有写上限", of.steps.find(({ effect }) => effect !== "deduct")?.quote ?? "");
  return bounded;
}
