import { constant, divide, max, min, multiply, subtract } from "../../../expr/expression";
import { ONE, ZERO, type Exact } from "../../../expr/exact";
import { Question } from "../question";
import type { Num } from "../row/row";
import { metTruth, truthOf, truthOrNull } from "../row/truth";
import { sameUnit } from "../row/value";
import { choose, label, printed, UNKNOWN, UNREAD, UNSAID, type Parts } from "./parts";
import type { Award, Bound, Proportion } from "../plan";

/** Full points where the target is reached, in proportion where it is not. */
export function byProportion(of: Parts): Num {
  const [own, second] = of.proportions;
  if (own === undefined) throw new Question(UNREAD);
  if (second !== undefined) throw new Question("按比例有两句", second.quote);
  const { awards } = of;
  const deduction = awards.find(({ effect }) =>
    ["deduct", "deduct-share", "share", "add"].includes(effect.kind),
  );
  if (deduction !== undefined) throw new Question("按比例之外还有扣分", deduction.quote);
  const kills = of
    .kills()
    .filter(({ situation }) => situation.kind !== "else")
    .map(({ situation, quote }) => ({ truth: of.known(situation, quote), quote }));
  const bases = of.bases();
  const [base, other] = bases;
  if (other !== undefined) throw new Question("几档得分之外还有按比例", other.quote);
  if (kills.some(({ truth }) => truth.holds))
    return printed(ZERO).expression === undefined ? printed(ZERO) : killedOr(of, kills, null);
  const score = proportionOf(of, own, base ?? null);
  return killedOr(of, kills, score);
}

function killedOr(
  of: Parts,
  kills: readonly { truth: ReturnType<Parts["known"]>; quote: string }[],
  score: Num | null,
): Num {
  const [own] = of.proportions;
  const [base] = of.bases();
  const rest = score ?? (own === undefined ? printed(ZERO) : quietly(of, own, base ?? null));
  return kills.reduceRight<Num>((left, { truth, quote }) => choose(truth, printed(ZERO), left, quote), rest);
}

/** Where everything is lost, what would be given otherwise may stay open. */
function quietly(of: Parts, own: Proportion, base: Award | null): Num {
  try {
    return proportionOf(of, own, base);
  } catch (found) {
    if (found instanceof Question) return printed(ZERO);
    throw found;
  }
}

function proportionOf(of: Parts, own: Proportion, base: Award | null): Num {
  const { row, plan, grounds } = of;
  const { target } = row;
  const isBefore = base === null || plan.clauses.indexOf(base) < plan.clauses.indexOf(own);
  checkConditions(of, own, base, isBefore);
  const isLimit = target?.sign === "<=" || target?.sign === "<";
  if (
    isLimit &&
    own.effect === "give" &&
    own.situation.kind !== "range" &&
    (base === null || metTruth(row)?.holds !== true)
  )
    throw new Question("目标是上限，没有完成比例可言", target.text);
  const bounds = [base?.situation, ...grounds.map(({ situation }) => situation)].filter(
    (each) => each?.kind === "bound",
  );
  const [limit] = bounds;
  const [ground, another] = grounds;
  if (another !== undefined || (ground !== undefined && base?.situation.kind === "bound"))
    throw new Question("有两个界限", ground?.quote ?? "");
  if (own.situation.kind === "range") return ofRange(of, own, base);
  if (limit?.sign?.startsWith(">") === true) return ofLimit(of, own, base, limit);
  if (limit !== undefined) throw new Question("目标是上限，没有完成比例可言", limit.text);
  return ofTarget(of, own, base, isBefore);
}

function checkConditions(of: Parts, own: Proportion, base: Award | null, isBefore: boolean): void {
  if (base?.situation.kind === "and" || base?.situation.kind === "count")
    throw new Question("有两个条件，表中只有一个结果", base.quote);
  const { situation } = own;
  if (situation.kind === "and" || situation.kind === "fact") {
    const isAboutResult = situation.kind === "fact" && /实际|完成情况|^按/.test(situation.text);
    if (!isAboutResult) throw new Question(UNREAD, own.quote);
  }
  if (base?.situation.kind === "fact") {
    if (isBefore && !label.test(base.situation.text)) throw new Question(UNKNOWN, base.quote);
    if (!isBefore && situation.kind !== "else" && situation.kind !== "missed")
      throw new Question(UNKNOWN, base.quote);
  }
  void of;
}

/** `60%-90%按比例得分`: the rate itself, times the points. */
function ofRange(of: Parts, own: Proportion, base: Award | null): Num {
  const { situation, quote } = own;
  if (situation.kind !== "range" || own.effect === "deduct" || situation.unit !== "%")
    throw new Question("按什么比例没有写", quote);
  const top = base === null ? null : of.known(base.situation, base.quote);
  const inside = truthOf(situation, of.row);
  if (
    top?.holds !== true &&
    inside?.holds !== true &&
    !of.kills().some((kill) => truthOrNull(kill.situation, of.row)?.holds === true)
  )
    throw new Question(UNSAID, quote);
  const rate = of.row.rate(situation.subject);
  const share: Num = {
    value: of.row.full.mul(rate.value),
    expression: multiply(of.row.points, rate.expression),
  };
  return top === null || base === null ? share : choose(top, of.give(base.effect), share, base.quote);
}

function ofLimit(of: Parts, own: Proportion, base: Award | null, limit: Bound): Num {
  const { row } = of;
  const { target } = row;
  const goal = target?.number == null ? null : target.number.mul(target.times);
  const top = of.known(limit, own.quote);
  const given = base === null ? of.whole() : of.give(base.effect);
  if (target !== null && goal !== null && target.unit !== "%" && limit.unit !== "%" && !goal.equals(limit.at))
    throw new Question("评分标准的界限与目标不同", limit.text);
  if (
    !top.holds &&
    target !== null &&
    goal !== null &&
    (target.unit === "%") === (limit.unit === "%") &&
    !goal.equals(limit.at)
  )
    throw new Question("评分标准的界限与目标不同", limit.text);
  if (own.situation.kind === "bound" && !top.holds && !of.known(own.situation, own.quote).holds)
    throw new Question(UNSAID, own.quote);
  const number = limit.unit === "%" ? row.rate(limit.subject) : row.amount(limit.unit, limit.at);
  const at = row.limit(limit.at, limit.unit);
  const share: Num = {
    value: number.value.div(at.value),
    expression: divide(number.expression, at.expression),
  };
  return choose(top, given, shareOf(of, own, share), base?.quote ?? own.quote);
}

/** The share of the points; deducting in proportion takes the same as giving leaves. */
function shareOf(of: Parts, own: Proportion, share: Num): Num {
  void own;
  const value = of.row.full.mul(share.value.compare(1) > 0 ? ONE : share.value);
  const bounded = value.compare(0) < 0 ? ZERO : value;
  return {
    value: bounded.compare(of.cap.value) > 0 ? of.cap.value : bounded,
    expression: max(
      min(multiply(of.row.points, share.expression), of.cap.expression),
      constant(ZERO, "points"),
    ),
  };
}

function ofTarget(of: Parts, own: Proportion, base: Award | null, isBefore: boolean): Num {
  const { row } = of;
  const { target, result } = row;
  const special =
    base !== null && base.situation.kind !== "always" && base.situation.kind !== "fact"
      ? of.known(base.situation, base.quote)
      : null;
  if (
    special !== null &&
    base !== null &&
    !["met", "missed", "else", "fully"].includes(base.situation.kind)
  ) {
    if (special.holds) return of.give(base.effect);
    throw new Question(UNREAD, own.quote);
  }
  if (base === null && own.situation.kind === "missed" && truthOrNull(own.situation, row)?.holds === false)
    return of.whole();
  if (target?.number == null || result.number === null || result.verb !== "") {
    if (special?.holds === true && base !== null) return of.give(base.effect);
    throw new Question("需要目标和结果两个数", `${target?.text ?? ""} / ${result.text}`);
  }
  void isBefore;
  const beyond = beyondLimit(of, own, base, target.number);
  if (beyond !== null)
    return special !== null && base !== null
      ? choose(special, of.give(base.effect), beyond, base.quote)
      : beyond;
  const given = base === null ? of.whole() : of.give(base.effect);
  if (special?.holds === true)
    return choose(
      special,
      given,
      shareOf(of, own, safeShare(of) ?? { value: ONE, expression: constant(ONE, "percent") }),
      base?.quote ?? own.quote,
    );
  if (target.number.compare(0) <= 0) throw new Question("目标是 0，没有比例可言", target.text);
  if (of.cap.value.compare(row.full) < 0)
    throw new Question("最高分低于分值，按几分的比例没有写", of.has("most")?.quote ?? own.quote);
  if (base !== null && !given.value.equals(row.full)) throw new Question("按几分的比例没有写", base.quote);
  const share = safeShare(of);
  if (share === null) throw new Question("单位对不上", `${target.text} / ${result.text}`);
  const isOpen = share.value.equals(ONE) && (target.sign === ">" || target.sign === "<");
  if (isOpen) throw new Question("恰好等于界限", target.text);
  const score = shareOf(of, own, share);
  return special === null || base === null ? score : choose(special, given, score, base.quote);
}

/** Result ÷ target, where both are numbers of one kind. */
function safeShare(of: Parts): Num | null {
  const { row } = of;
  const { target, result } = row;
  if (target?.number == null || result.number === null || target.number.compare(0) <= 0) return null;
  if (row.isMixed()) throw new Question("两个数是比率还是数量，看不出来", `${target.text} / ${result.text}`);
  if (result.unit === target.unit || sameUnit(result.unit, target.unit)) return row.completion();
  if (result.unit !== "") return null;
  if (target.unit !== "%") return row.completion();
  const rate = row.rate("", false, [target.number]);
  const goal = row.goal();
  return { value: rate.value.div(goal.value), expression: divide(rate.expression, goal.expression) };
}

/** Beyond an upper limit only 按比例扣 says what is lost. */
function beyondLimit(of: Parts, own: Proportion, base: Award | null, goal: Exact): Num | null {
  const { target } = of.row;
  const isUpper =
    target?.sign === "<=" ||
    target?.sign === "<" ||
    (own.situation.kind === "missed" && own.situation.side === "above") ||
    (base?.situation.kind === "met" && base.situation.side === "below");
  if (!isUpper) return null;
  const { result } = of.row;
  if (base !== null && metTruth(of.row)?.holds === true && own.effect === "give") return null;
  if (
    own.effect !== "deduct" ||
    target === null ||
    !sameUnit(target.unit, result.unit) ||
    goal.compare(0) <= 0
  )
    throw new Question("超过目标后按什么比例没有写", own.quote);
  const limit = of.row.goal();
  const number = of.row.own();
  const over: Num = {
    value: number.value.sub(limit.value).div(limit.value),
    expression: divide(max(subtract(number.expression, limit.expression), constant(ZERO)), limit.expression),
  };
  const rest = ONE.sub(over.value.compare(0) < 0 ? ZERO : over.value);
  return {
    value: of.row.full.mul(rest.compare(0) < 0 ? ZERO : rest),
    expression: max(
      subtract(of.row.points, multiply(of.row.points, over.expression)),
      constant(ZERO, "points"),
    ),
  };
}
