import { absolute, constant, subtract } from "../../../expr/expression";
import { ONE, ZERO, type Exact } from "../../../expr/exact";
import { daysLate } from "../../ways/deadline";
import type { Bound, Step } from "../plan";
import { Question } from "../question";
import type { Num } from "../row/row";
import { polarityOf } from "../row/statements";
import { metTruth, pairOf, truthOf } from "../row/truth";
import { sameUnit } from "../row/value";
import { DONE, NOTHING, NOTHING_HAPPENED } from "../words";
import type { Parts } from "./parts";

const WRONG_WAY = "界限与扣分的方向不同";

/** How far the result is from where steps are counted, or how often it happened. */
export function gapOf(of: Parts, step: Step, bound: (unit: string) => Bound | null): Num {
  return step.unit === "%" ? rateGap(of, step, bound) : amountGap(of, step, bound);
}

function difference({ side }: Step, limit: Num, own: Num): Num {
  const [one, other] = side === "above" ? [own, limit] : [limit, own];
  const value = one.value.sub(other.value);
  const expression = subtract(one.expression, other.expression);
  return side === "apart" ? { value: value.abs(), expression: absolute(expression) } : { value, expression };
}

const bothWays = (of: Parts): boolean =>
  of.steps.some(({ effect }) => effect !== "deduct") ||
  (of.steps.some(({ side }) => side === "above") && of.steps.some(({ side }) => side === "below"));

/** Whether steps on this side are counted from a limit of this sign. */
function fits(of: Parts, { side }: Step, { sign }: Bound, isLead: boolean): boolean {
  if (sign === null || sign === "=" || isLead) return true;
  if (side === "above") return sign.startsWith("<") || bothWays(of);
  return side === "below" ? sign.startsWith(">") || (bothWays(of) && sign.startsWith("<")) : bothWays(of);
}

function rateGap(of: Parts, step: Step, bound: (unit: string) => Bound | null): Num {
  const { row } = of;
  const { target, result } = row;
  if (step.side === null && step.effect === "give" && of.bases().length === 0) return row.rate();
  const isRise =
    step.side === "above" && step.effect === "give" && target === null && /百分点/.test(result.text);
  if (isRise && of.bases().length === 0) return row.own();
  const own = step.side === null ? sideFromTarget(of, step) : step;
  const award = of.bases()[0]?.situation;
  const isRange = award?.kind === "range" && award.absolute;
  if (isRange) throw new Question("没有读懂", step.quote);
  if (result.verb !== "" && result.unit === "%" && result.number !== null)
    return apartGap(of, own, bound("%"));
  if (award?.kind === "bound" && award.unit === "") return bareGap(of, own, award);
  const isMoney =
    award?.kind === "bound" &&
    award.unit !== "%" &&
    target?.number != null &&
    sameUnit(award.unit, target.unit) &&
    award.at.equals(target.number.mul(target.times));
  const isOther = target?.number != null && target.unit === "%" && !target.number.equals(ONE);
  if (step.ofTarget && isOther && !step.points)
    throw new Question("是百分点还是目标值的百分比，没有写", step.quote);
  const limit = step.ofTarget || isMoney ? null : bound("%");
  if (limit !== null) {
    const isLead = step.lead.kind === "bound" || step.lead.kind === "and";
    if (!fits(of, own, limit, isLead)) throw new Question(WRONG_WAY, step.quote);
    return difference(own, row.limit(limit.at, "%"), row.rate(limit.subject));
  }
  return fromTarget(of, own);
}

/** `按每1个百分点扣1分` with neither 高 nor 低: the side on which the target is missed. */
function sideFromTarget(of: Parts, step: Step): Step {
  const { target } = of.row;
  const { lead } = step;
  if (lead.kind === "missed" && lead.side !== null) return { ...step, side: lead.side };
  if (/差/.test(step.what) && target !== null && target.sign !== "none")
    return { ...step, side: target.sign.startsWith("<") ? "above" : "below" };
  throw new Question("没有写高于还是低于", step.quote);
}

/** `相差9个百分点` beyond `相差在5个百分点内`. */
function apartGap(of: Parts, step: Step, limit: Bound | null): Num {
  const { result } = of.row;
  if (
    limit === null ||
    !/差|偏/.test(limit.subject + limit.text) ||
    !/差|偏/.test(result.verb) ||
    result.number === null ||
    result.expression === null
  )
    throw new Question("需要一个比率", result.text);
  return difference({ ...step, side: "above" }, of.row.limit(limit.at, "%"), {
    value: result.number,
    expression: result.expression,
  });
}

/** `变动率≤0`, a limit without its percent sign. */
function bareGap(of: Parts, step: Step, award: Bound): Num {
  const { target, result } = of.row;
  const isNought =
    award.at.equals(ZERO) && result.unit === "%" && (target === null || target.number?.equals(ZERO) === true);
  if (isNought) return difference(step, of.row.limit(ZERO, "%"), of.row.own());
  const isBare =
    target?.number != null &&
    target.unit === "" &&
    result.unit === "" &&
    result.number !== null &&
    target.number.equals(award.at);
  if (!isBare || of.steps.some(({ lead }) => lead.kind === "bound"))
    throw new Question("界限没有写百分号", award.text);
  const limit = of.row.limit(award.at, "");
  const gap = difference(step, limit, of.row.own());
  return {
    value: gap.value.div(100),
    expression: { kind: "arithmetic", operator: "÷", left: gap.expression, right: constant(100) },
  };
}

function fromTarget(of: Parts, step: Step): Num {
  const { row } = of;
  const { target, result, name } = row;
  const isWrongWay =
    target?.number != null &&
    ((step.side === "below" && target.sign.startsWith("<")) ||
      (step.side === "above" && !bothWays(of) && target.sign.startsWith(">") && step.effect === "deduct"));
  if (isWrongWay) throw new Question("扣分的方向与目标不同", step.quote);
  if (target?.number != null && target.unit === "%")
    return difference(step, row.goal(), row.rate("", false, [target.number]));
  if (
    target?.number != null &&
    target.unit !== "" &&
    result.number !== null &&
    sameUnit(target.unit, result.unit) &&
    target.number.compare(0) > 0
  ) {
    const isOver = target.sign.startsWith("<") && step.side === "above";
    const share = isOver
      ? row.completion()
      : row.isUp === false && step.side === "above"
        ? row.completion()
        : row.rate("", step.ofTarget);
    return difference(step, row.limit(ONE, "%"), share);
  }
  if (
    target?.number?.equals(100) === true &&
    target.unit === "" &&
    result.unit === "" &&
    result.number !== null
  )
    return difference(step, row.limit(ONE, "%"), row.rate());
  const pair = result.unit === "%" && target?.unit === "" ? pairOf(row) : null;
  if (pair !== null) return difference(step, pair[1], pair[0]);
  if (target === null && result.unit === "%" && result.number !== null && /完成|报|到位|入学/.test(name))
    return difference(step, row.limit(ONE, "%"), row.own());
  throw new Question("从哪个界限起算没有写", step.quote);
}

function amountGap(of: Parts, step: Step, bound: (unit: string) => Bound | null): Num {
  const { row } = of;
  const { target, result } = row;
  if (step.effect !== "deduct" && step.side === null) return givenCount(of, step);
  const limit = bound(step.unit);
  if (target?.isDate === true || result.isDate) return lateness(of, step);
  const said = saidCount(of, step);
  if (said !== null) return said;
  if (result.number === null) return noneSaid(of, step);
  if (result.unit === "%") throw new Question("比率不是次数", result.text);
  const from = limit === null ? (target?.number == null ? null : target.number.mul(target.times)) : limit.at;
  if (step.side !== null && from !== null && !from.equals(ZERO)) return beside(of, step, limit);
  if (!sameUnit(result.unit, step.unit) && result.unit !== "")
    throw new Question("单位对不上", `${step.unit} / ${result.text}`);
  if (step.side !== null && target === null) throw new Question("从哪个界限起算没有写", step.quote);
  if (limit !== null) {
    if (limit.sign?.startsWith("<") === true && truthOf(limit, row)?.holds === true) return nought();
    throw new Question("超过界限后从几起算没有写", step.quote);
  }
  if (target?.number != null && !target.number.equals(ZERO))
    throw new Question("目标不是 0，结果是不是发生的次数看不出来", `${target.text} / ${result.text}`);
  if (
    target !== null &&
    target.number === null &&
    !target.isDate &&
    !result.number.equals(ZERO) &&
    !/无|没有|零|不|未/.test(target.text)
  )
    throw new Question("结果是不是发生的次数看不出来", result.text);
  return row.own();
}

const nought = (): Num => ({ value: ZERO, expression: constant(ZERO, "amount") });

/** How far short of, or beyond, a limit. */
function beside(of: Parts, step: Step, limit: Bound | null): Num {
  const { row } = of;
  const { target } = row;
  if (limit !== null && !fits(of, step, limit, limit === step.lead))
    throw new Question(WRONG_WAY, step.quote);
  if (limit !== null && limit.unit !== "" && step.unit !== "" && !sameUnit(limit.unit, step.unit))
    throw new Question("单位对不上", step.quote);
  if (limit === null && target !== null && !(sameUnit(target.unit, step.unit) || target.unit === ""))
    throw new Question("单位对不上", step.quote);
  const isWrongWay =
    limit === null &&
    target !== null &&
    ((step.side === "below" && target.sign.startsWith("<")) ||
      (step.side === "above" && step.effect === "deduct" && target.sign.startsWith(">")));
  if (isWrongWay) throw new Question("扣分的方向与目标不同", step.quote);
  const own = row.amount(
    limit?.unit === undefined || limit.unit === "" ? step.unit : limit.unit,
    limit?.at ?? target?.number ?? null,
  );
  return difference(step, limit === null ? row.goal() : row.limit(limit.at, limit.unit), own);
}

/** So many points for each. */
function givenCount(of: Parts, step: Step): Num {
  const { row } = of;
  const { result, target } = row;
  if (target?.isDate === true || result.number === null || result.unit === "%")
    throw new Question("需要一个数", result.text);
  if (of.bases().length > 0) throw new Question("得分之外按数量加分", step.quote);
  if (!["always", "fact", "met", "fully"].includes(step.lead.kind))
    throw new Question("没有读懂", step.quote);
  if (!sameUnit(result.unit, step.unit) && result.unit !== "")
    throw new Question("单位对不上", `${step.unit} / ${result.text}`);
  if (/缺|漏|迟|逾|差|不|未/.test(result.verb)) throw new Question("结果说的是没有做到的数量", result.text);
  return row.own();
}

function lateness(of: Parts, step: Step): Num {
  const { target, result } = of.row;
  const late = daysLate(of.row.of);
  if (target?.isDate !== true || !result.isDate || late === null || step.side === "below")
    throw new Question("需要完成的日期", result.text);
  if (late.compare(0) <= 0) return nought();
  const days = { 天: 1, 周: 7 }[step.unit];
  if (days !== undefined)
    return { value: late.div(days), expression: constant(late.div(days), "amount", step.unit) };
  const months =
    step.unit === "月" ? wholeMonths(of.row.of.target?.date ?? "", of.row.of.actual?.date ?? "") : null;
  if (months === null) throw new Question("逾期怎样折算没有写", step.quote);
  return { value: months, expression: constant(months, "amount", "个月") };
}

/** From one day of the month to the same day of another; null otherwise. */
function wholeMonths(from: string, to: string): Exact | null {
  const [one, other] = [/^(\d{4})-(\d{2})-(\d{2})$/.exec(from), /^(\d{4})-(\d{2})-(\d{2})$/.exec(to)];
  if (one === null || other === null || one[3] !== other[3]) return null;
  return ONE.mul((Number(other[1]) - Number(one[1])) * 12 + Number(other[2]) - Number(one[2]));
}

/** `迟报2次,漏报1次`: the number that belongs to this step; `缺1项` beside any target is that many failures. */
function saidCount(of: Parts, step: Step): Num | null {
  const { row } = of;
  const counts = row.statements.filter(({ count }) => count !== null);
  const [only] = counts;
  if (only?.count?.number == null || only.count.expression === null) return null;
  if (row.statements.length === 1 && of.steps.length === 1) {
    if (row.result.verb === "") return null;
    const { target } = row;
    const isGoal = target?.number != null && !target.number.equals(ZERO) && !sameUnit(target.unit, step.unit);
    if (!sameUnit(only.count.unit, step.unit) || isGoal)
      throw new Question("单位对不上", `${step.unit} / ${row.result.text}`);
    return { value: only.count.number, expression: only.count.expression };
  }
  if (counts.length !== row.statements.length) throw new Question("需要发生的次数", row.result.text);
  const words = "text" in step.lead ? step.lead.text + step.what : step.what;
  const found = counts.filter(({ count, text }) => isOf(words, count?.verb ?? "", text));
  const unclaimed = counts.filter(
    ({ count, text }) =>
      !of.steps.some((each) =>
        isOf(("text" in each.lead ? each.lead.text : "") + each.what, count?.verb ?? "", text),
      ),
  );
  const [unknown] = unclaimed;
  if (unknown !== undefined || found.length > 1)
    throw new Question("结果里的次数对不上评分标准", unknown?.text ?? row.result.text);
  const [mine] = found;
  if (mine === undefined) return nought();
  if (mine.count?.number == null || mine.count.expression === null || !sameUnit(mine.count.unit, step.unit))
    throw new Question("单位对不上", mine.text);
  return { value: mine.count.number, expression: mine.count.expression };
}

function isOf(words: string, verb: string, text: string): boolean {
  if (verb !== "" && words.includes(verb)) return true;
  const core = (polarityOf(text)?.core ?? "").replace(/\d.*$/, "");
  return core.length >= 2 && words.includes(core);
}

/** Words instead of a number: nothing happened, or all is as it should be. */
function noneSaid(of: Parts, step: Step): Num {
  const { row } = of;
  const { result, target } = row;
  const isNone = NOTHING.test(result.text) || NOTHING_HAPPENED.test(result.text);
  const wantsNone =
    target === null ||
    NOTHING.test(target.text) ||
    target.number?.equals(ZERO) === true ||
    target.number === null;
  if (isNone && wantsNone && step.side === null) return nought();
  const isTarget = target !== null && target.number === null && result.text === target.text;
  if (isTarget && step.side === null && metTruth(row)?.holds === true) return nought();
  if (
    DONE.test(result.text) &&
    step.effect === "deduct" &&
    /未|不|缺/.test(step.what + ("text" in step.lead ? step.lead.text : ""))
  )
    return nought();
  throw new Question("需要发生的次数", result.text);
}
