import { divide, multiply, constant, step, type Condition, type Expression } from "../../../expr/expression";
import { holds } from "../../../expr/evaluate";
import { ONE, ZERO, exact, type Exact } from "../../../expr/exact";
import type { Comparator } from "../../../expr/nodes";
import { compare } from "../../../expr/expression";
import type { ScoringCase } from "../../kind";
import type { Plan, Situation } from "../plan";
import { Question } from "../question";
import { EVENT, IS_COMPLETION, IS_RATE, NEGATION, NO_EVENT } from "../words";
import { sameUnit, valueOf, type Value } from "./value";
import { statementsOf, type Statement } from "./statements";

/** A number with the tree that gives it. */
export interface Num {
  readonly value: Exact;
  readonly expression: Expression;
}

/** Whether a condition holds; without a tree (`when` null) the words of the result decided it. */
export interface Truth {
  readonly holds: boolean;
  readonly when: Condition | null;
}

export const decided = (is: boolean): Truth => ({ holds: is, when: null });

export function comparison(left: Num, sign: Comparator, right: Num): Truth {
  return {
    holds: holds(left.value, sign, right.value),
    when: compare(left.expression, sign, right.expression),
  };
}

const SHARE_FLOOR = exact("0.5");
const LEAST_SHARE = exact("0.3");

/** The facts of one row: nothing is guessed, a number with two readings is a question. */
export class Row {
  readonly target: Value | null;
  readonly result: Value;
  readonly name: string;
  readonly full: Exact;
  readonly points: Expression;
  readonly statements: readonly Statement[];
  /** The percentages that the rule prints. */
  readonly limits: readonly Exact[];
  /** Whether more is better, as the rule says it. */
  readonly isUp: boolean | null;
  /** What takes points or all of them: `违规开设账户的不得分`. */
  readonly failures: ReadonlySet<string>;
  readonly positives: number;
  readonly events: number;

  constructor(
    readonly of: ScoringCase,
    readonly plan: Plan,
    result: Value,
  ) {
    this.result = shareBeside(of, result);
    this.target = valueOf(of.target);
    this.name = of.name;
    this.full = of.pointsValue;
    this.points = of.points;
    this.statements = statementsOf(result);
    const situations = plan.clauses.flatMap(situationsOf);
    this.limits = situations.flatMap(percentLimits).filter((limit) => limit.compare(0) > 0);
    this.isUp = directionOf(plan, situations);
    const facts = situations.flatMap((each) =>
      each.kind === "fact" || each.kind === "met" || each.kind === "fully" ? [each.text] : [],
    );
    this.failures = new Set(
      plan.clauses.flatMap((clause) =>
        clause.kind === "award" &&
        clause.situation.kind === "fact" &&
        ["none", "deduct", "deduct-share"].includes(clause.effect.kind)
          ? [clause.situation.text]
          : [],
      ),
    );
    this.positives = facts.filter((text) => !NEGATION.test(text) && !this.failures.has(text)).length;
    this.events = facts.filter((text) => EVENT.test(text) && !NO_EVENT.test(text)).length;
  }

  /** The result as a share. A rate without its sign is read only where the rule's own limits leave one reading. */
  rate(subject = "", relative = false, extra: readonly Exact[] = []): Num {
    const { result, target, name } = this;
    const limits = [...this.limits, ...extra];
    const { number, expression, unit } = result;
    if (number === null || expression === null || result.verb !== "")
      throw new Question("需要一个比率", result.text);
    if (/未|不|没/.test(subject) && !/未|不|没/.test(name))
      throw new Question("评分标准说的是相反的比率", subject);
    const isLimit = target?.sign === "<=" || target?.sign === "<";
    const own: Num = { value: number, expression };
    if (unit === "%") return this.#ofPercent(own, { subject, relative, isLimit, limits });
    if (
      isLimit &&
      /控制率/.test(subject || name) &&
      unit !== "" &&
      target.number !== null &&
      sameUnit(target.unit, unit)
    )
      return this.completion();
    if (isLimit && (relative || IS_COMPLETION.test(subject) || unit !== ""))
      throw new Question("目标是上限，没有完成率可言", target.text);
    const named = IS_RATE.test(subject || name);
    const completes = relative || IS_COMPLETION.test(subject) || (subject === "" && IS_COMPLETION.test(name));
    if (unit === "") return this.#ofBare(own, { named, completes, relative, limits });
    if (target?.number != null && sameUnit(target.unit, unit) && target.number.compare(0) > 0) {
      if (named && !completes)
        throw new Question("比率要按评分标准算，目标和结果是数量", `${target.text} / ${result.text}`);
      return this.completion();
    }
    throw new Question("需要一个比率", result.text);
  }

  #ofPercent(
    own: Num,
    {
      subject,
      relative,
      isLimit,
      limits,
    }: { subject: string; relative: boolean; isLimit: boolean; limits: readonly Exact[] },
  ): Num {
    const { target, result } = this;
    const isOther = target?.number != null && target.unit === "%" && !target.number.equals(ONE);
    if (IS_COMPLETION.test(subject) && isLimit && target !== null)
      throw new Question("目标是上限，没有完成率可言", target.text);
    const isPrinted = target?.number != null && limits.some((limit) => limit.equals(target.number ?? ZERO));
    if (!relative && /完成(?:率|比例|情况)/.test(subject) && isOther && !isPrinted)
      throw new Question("完成率是结果本身，还是结果与目标之比，看不出来", `${target.text} / ${result.text}`);
    return relative && isOther && target.number !== null && target.number.compare(0) > 0
      ? this.completion()
      : own;
  }

  #ofBare(
    own: Num,
    {
      named,
      completes,
      relative,
      limits,
    }: { named: boolean; completes: boolean; relative: boolean; limits: readonly Exact[] },
  ): Num {
    const { target, result } = this;
    const isSmall = own.value.compare(1) <= 0 && own.value.compare(0) > 0;
    const asShare = (): Num => {
      // 0.88 beside limits of 50% and more: nobody means 0.88%.
      const areHigh = limits.length > 0 && limits.every((limit) => limit.compare(SHARE_FLOOR) >= 0);
      if (areHigh && own.value.compare(LEAST_SHARE) >= 0)
        return { value: own.value, expression: step("折合比率", "percent", own.expression) };
      throw new Question("这个结果是比率还是百分数，看不出来", result.text);
    };
    const asPercent = (): Num => ({
      value: own.value.div(100),
      expression: step("折合比率", "percent", divide(own.expression, constant(100))),
    });
    if (target?.number == null) {
      if (named) return isSmall ? asShare() : asPercent();
      throw new Question("结果没有写百分号", result.text);
    }
    const both = `${target.text} / ${result.text}`;
    if (target.unit === "%") return isSmall ? asShare() : asPercent();
    if (target.unit !== "") throw new Question("目标和结果的单位不同", both);
    const whole = target.number;
    if (relative && whole.compare(0) > 0 && limits.length === 0) {
      if (named && !whole.equals(100)) throw new Question("两个数是比率还是数量，看不出来", both);
      return this.completion();
    }
    if (limits.some((limit) => limit.mul(100).equals(whole)) && whole.compare(1) > 0)
      return isSmall ? asShare() : asPercent();
    if (limits.some((limit) => limit.equals(whole)) && own.value.compare(exact("1.5")) <= 0)
      return { value: own.value, expression: step("折合比率", "percent", own.expression) };
    // No rate of completion is asked for below half or above the whole: these are counts.
    if (
      completes &&
      !this.isMixed() &&
      whole.compare(0) > 0 &&
      (whole.compare(50) < 0 || whole.compare(100) > 0)
    )
      return this.completion();
    if (whole.equals(100)) return isSmall ? asShare() : asPercent();
    if (!named && (whole.compare(100) > 0 || completes) && whole.compare(0) > 0 && !this.isMixed())
      return this.completion();
    throw new Question("两个数是比率还是数量，看不出来", both);
  }

  /** Result ÷ target, in one unit. */
  completion(): Num {
    const { result, target } = this;
    if (
      target?.number == null ||
      target.expression === null ||
      result.number === null ||
      result.expression === null ||
      target.number.compare(0) <= 0
    )
      throw new Question("需要目标和结果两个数", `${target?.text ?? ""} / ${result.text}`);
    const goal = this.goal();
    return {
      value: result.number.div(goal.value),
      expression: step("完成率", "percent", divide(result.expression, goal.expression)),
    };
  }

  /** The target in the unit of the result. */
  goal(): Num {
    const { result, target } = this;
    if (target?.number == null || target.expression === null)
      throw new Question("需要一个数值目标", target?.text ?? "");
    const times = result.unit === "" ? ONE : target.times.div(result.times);
    if (times.equals(1)) return { value: target.number, expression: target.expression };
    return { value: target.number.mul(times), expression: multiply(target.expression, constant(times)) };
  }

  /** The result as an amount that a limit in `unit` can be held against. */
  amount(unit: string, limit: Exact | null = null): Num {
    const { result, target } = this;
    const { number, expression } = result;
    if (number === null || expression === null) throw new Question("需要一个数", result.text);
    const own = { value: number, expression };
    if (result.unit === "%" && unit === "" && limit?.equals(ZERO) === true) return own;
    if (result.unit === "%" || result.verb !== "") throw new Question("结果不是这个数", result.text);
    if (unit !== "" && sameUnit(result.unit, unit)) return own;
    const isNought = number.equals(ZERO) && (target === null || target.number?.equals(ZERO) === true);
    if (isNought && result.unit === "") return own;
    const isBare = unit !== "" && result.unit === "";
    if (
      isBare &&
      (target === null ||
        (target.number !== null &&
          (target.unit === unit || (target.unit === "" && limit !== null && target.number.equals(limit)))))
    )
      return own;
    if (
      unit === "" &&
      (target === null ||
        (target.number !== null &&
          limit !== null &&
          (target.number.equals(limit) || (target.unit === result.unit && this.limits.length === 0))))
    )
      return own;
    throw new Question("单位对不上", `${unit === "" ? "无单位" : unit} / ${result.text}`);
  }

  /** A printed limit in the unit of the result. */
  limit(at: Exact, unit: string): Num {
    if (unit === "%") return { value: at, expression: constant(at, "percent") };
    const { result, target } = this;
    const times = result.unit === "" && target !== null && target.unit === unit ? target.times : result.times;
    const value = result.unit === "" && (target === null || target.unit !== unit) ? at : at.div(times);
    return { value, expression: constant(value, "amount", spokenUnit(result, unit)) };
  }

  /** 0.88 beside 90, both bare: one of them is a share, and which is not said. */
  isMixed(): boolean {
    const [target, result] = [this.target?.number ?? null, this.result.number];
    if (target === null || result === null || this.target?.unit !== "" || this.result.unit !== "")
      return false;
    const isShare = (value: Exact): boolean => value.compare(0) > 0 && value.compare(1) < 0;
    return (isShare(result) && target.compare(2) > 0) || (isShare(target) && result.compare(2) > 0);
  }

  /** Whether the target is reached; set by truth.ts, which needs the row itself. */
  met: () => Truth | null = () => null;

  own(): Num {
    const { number, expression, text } = this.result;
    if (number === null || expression === null) throw new Question("需要一个数", text);
    return { value: number, expression };
  }
}

const spokenUnit = ({ times, unit }: Value, limit: string): string | undefined =>
  times.equals(1) ? limit || undefined : unit === "" ? undefined : undefined;

/** `88` beside `90%` was read as 0.88 already: it is a share then. */
function shareBeside(of: ScoringCase, result: Value): Value {
  const typed = of.actual?.text.trim() ?? "";
  const isScaled =
    of.target?.unit === "%" &&
    result.unit === "" &&
    result.number !== null &&
    /^\d+(?:\.\d+)?$/.test(typed) &&
    !exact(typed).equals(result.number);
  return isScaled ? { ...result, unit: "%" } : result;
}

export function situationsOf(clause: Plan["clauses"][number]): readonly Situation[] {
  const own = "situation" in clause ? [clause.situation] : "lead" in clause ? [clause.lead] : [];
  return own.flatMap((each) => (each.kind === "and" ? each.parts : [each]));
}

function percentLimits(of: Situation): readonly Exact[] {
  if (of.kind === "bound" && of.unit === "%" && !of.beyondTarget) return [of.at];
  return of.kind === "range" && of.unit === "%" && !of.beyondTarget ? [of.from, of.to] : [];
}

function directionOf({ clauses }: Plan, situations: readonly Situation[]): boolean | null {
  const below =
    clauses.some(
      (each) =>
        (each.kind === "step" && each.side === "below") ||
        (each.kind === "proportion" && each.effect === "give"),
    ) || situations.some((each) => each.kind === "missed" && each.side !== "above");
  const above =
    clauses.some((each) => each.kind === "step" && each.side === "above" && each.effect === "deduct") ||
    situations.some(
      (each) =>
        (each.kind === "missed" && each.side === "above") || (each.kind === "met" && each.side === "below"),
    );
  return above === below ? null : below;
}
