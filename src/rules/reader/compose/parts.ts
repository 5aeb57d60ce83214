import { conditional, constant, max, multiply, subtract, type Expression } from "../../../expr/expression";
import { ZERO, type Exact } from "../../../expr/exact";
import { speakNumber } from "../../../expr/explain";
import type { Award, ClauseOf, Effect, Plan, Situation } from "../plan";
import { Question } from "../question";
import type { Num, Row, Truth } from "../row/row";
import { truthOf } from "../row/truth";

export const UNKNOWN = "取决于表中没有写的事实";
export const UNREAD = "没有读懂";
export const UNSAID = "这种情况没有写";

/** The clauses of a plan by what they do. */
export class Parts {
  readonly awards: readonly Award[];
  readonly steps: readonly ClauseOf<"step">[];
  readonly proportions: readonly ClauseOf<"proportion">[];
  readonly rates: readonly ClauseOf<"rate">[];
  readonly formulas: readonly ClauseOf<"formula">[];
  readonly definitions: readonly ClauseOf<"definition">[];
  readonly judged: readonly ClauseOf<"judged">[];
  readonly grounds: readonly ClauseOf<"ground">[];
  readonly parts: readonly ClauseOf<"parts">[];
  readonly limits: readonly ClauseOf<"most" | "most-added" | "most-deducted" | "printed-points">[];
  readonly goesOn: boolean;
  /** Full points, or the lower `最高得8分`. */
  readonly cap: Num;

  constructor(
    readonly plan: Plan,
    readonly row: Row,
  ) {
    const of = <Kind extends Plan["clauses"][number]["kind"]>(kind: Kind) =>
      plan.clauses.filter((clause): clause is ClauseOf<Kind> => clause.kind === kind);
    this.awards = of("award");
    this.steps = of("step");
    this.proportions = of("proportion");
    this.rates = of("rate");
    this.formulas = of("formula");
    this.definitions = of("definition");
    this.judged = of("judged");
    this.grounds = of("ground");
    this.parts = of("parts");
    this.limits = [...of("most"), ...of("most-added"), ...of("most-deducted"), ...of("printed-points")];
    this.goesOn = of("like").length > 0;
    const lowest = this.limitsOf("most").reduce<Exact | null>(
      (least, next) => (least === null || next.compare(least) < 0 ? next : least),
      null,
    );
    this.cap = lowest === null || lowest.compare(row.full) >= 0 ? this.whole() : printed(lowest);
  }

  limitsOf(kind: "most" | "most-added" | "most-deducted"): readonly Exact[] {
    return this.limits.flatMap((limit) => (limit.kind === kind && limit.value !== null ? [limit.value] : []));
  }

  has(kind: "most" | "most-added" | "most-deducted" | "printed-points"): ClauseOf<typeof kind> | undefined {
    return this.limits.find((limit) => limit.kind === kind);
  }

  /** The least of a kind of limit, as a number. */
  least(kind: "most" | "most-added" | "most-deducted"): Exact | null {
    return this.limitsOf(kind).reduce<Exact | null>(
      (least, next) => (least === null || next.compare(least) < 0 ? next : least),
      null,
    );
  }

  whole(): Num {
    return { value: this.row.full, expression: this.row.points };
  }

  /** Printed points: the user's own cell where they are the same number. */
  printed(value: Exact): Num {
    return value.equals(this.row.full) ? this.whole() : printed(value);
  }

  /** What an effect gives here. */
  give(effect: Effect): Num {
    switch (effect.kind) {
      case "none":
        return printed(ZERO);
      case "full":
        return effect.value === null ? this.cap : this.printed(effect.value);
      case "kept":
        return this.cap;
      case "share":
        return {
          value: this.row.full.mul(effect.value),
          expression: multiply(this.row.points, constant(effect.value, "percent")),
        };
      case "deduct":
        return this.without(printed(effect.value));
      case "deduct-share": {
        const lost = multiply(this.row.points, constant(effect.value, "percent"));
        return this.without({ value: this.row.full.mul(effect.value), expression: lost });
      }
      case "points":
      case "add":
        return this.printed(effect.value);
    }
  }

  without(lost: Num): Num {
    const left = this.row.full.sub(lost.value);
    return {
      value: left.compare(0) < 0 ? ZERO : left,
      expression: max(subtract(this.row.points, lost.expression), constant(ZERO, "points")),
    };
  }

  /** The most that the printed awards give. */
  top(): Exact {
    return this.awards.reduce<Exact>((most, { effect }) => {
      const value =
        effect.kind === "points" || (effect.kind === "full" && effect.value !== null)
          ? this.give(effect).value
          : ZERO;
      return value.compare(most) > 0 ? value : most;
    }, ZERO);
  }

  printsPoints(): boolean {
    return this.awards.some(
      ({ effect }) => effect.kind === "points" || (effect.kind === "full" && effect.value !== null),
    );
  }

  /** True or false; a question where the row does not say. */
  known(of: Situation, quote: string): Truth {
    const truth = truthOf(of, this.row);
    if (truth === null) throw new Question(UNKNOWN, quote);
    return truth;
  }

  bases(): readonly Award[] {
    return this.awards.filter(
      ({ effect }) => effect.kind === "full" || effect.kind === "points" || effect.kind === "kept",
    );
  }

  kills(): readonly Award[] {
    return this.awards.filter(({ effect }) => effect.kind === "none");
  }
}

export const printed = (value: Exact): Num => ({ value, expression: constant(value, "points") });

/** One or the other, as the truth is; words decide once and for all, numbers in the formula. */
export function choose(truth: Truth, then: Num, otherwise: Num, quote: string): Num {
  const value = truth.holds ? then.value : otherwise.value;
  if (truth.when === null) return truth.holds ? then : otherwise;
  const note = `按“${shortened(quote)}”得 ${speakNumber(then.value, "points")}`;
  return {
    value,
    expression: conditional(truth.when, then.expression, otherwise.expression, { then: note }),
  };
}

export const shortened = (quote: string): string => (quote.length > 40 ? `${quote.slice(0, 40)}…` : quote);

/** A branch that nobody has written: the cell waits for a person. */
export const unsaid = (message: Expression): Num => ({ value: ZERO, expression: message });

export const label = /(?:率|度|情况|比例|比重|数量?|占比)$/;
