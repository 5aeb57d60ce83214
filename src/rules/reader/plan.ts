import type { Exact } from "../../expr/exact";

/*
 * What a wording says, before any row is looked at: a list of clauses, each a condition with an effect.
 * Percentages are fractions (90% is 0.9), amounts are in base units (万元 in 元); `quote` is the user's own text.
 */

export type Sign = ">=" | ">" | "<=" | "<" | "=";
export type Side = "below" | "above" | "apart";

export interface Bound {
  readonly kind: "bound";
  /** Null where only a number stands there (`100%得满分`). */
  readonly sign: Sign | null;
  readonly at: Exact;
  readonly unit: string;
  readonly subject: string;
  /** How far beyond the target: `超过目标10%以下`. */
  readonly beyondTarget: boolean;
  /** `±5%`: the size of the result, whatever its sign. */
  readonly absolute: boolean;
  readonly text: string;
}

export interface Range {
  readonly kind: "range";
  readonly from: Exact;
  readonly to: Exact;
  /** Null where the text says neither 含 nor 不含. */
  readonly fromIn: boolean | null;
  readonly toIn: boolean | null;
  readonly unit: string;
  readonly subject: string;
  readonly beyondTarget: boolean;
  readonly absolute: boolean;
  readonly text: string;
}

/** About the row's own target. */
export interface Attained {
  readonly kind: "met" | "missed";
  readonly side: "below" | "above" | null;
  readonly text: string;
}

export interface Ranked {
  readonly kind: "rank";
  readonly from: number;
  /** Null for `11名以后`. */
  readonly to: number | null;
  readonly text: string;
}

/** `发现3次`, `达到5处`: so many events. */
export interface Counted {
  readonly kind: "count";
  readonly at: Exact;
  readonly unit: string;
  readonly atLeast: boolean;
  readonly text: string;
}

/** Words: a state of affairs (`资料齐全`), or all of something (`全部到位`). */
export interface Fact {
  readonly kind: "fact" | "fully";
  readonly text: string;
}

export interface Both {
  readonly kind: "and";
  readonly parts: readonly Situation[];
  readonly text: string;
}

export type Situation =
  | { readonly kind: "always" }
  | { readonly kind: "else"; readonly text: string }
  | Bound
  | Range
  | Attained
  | Ranked
  | Counted
  | Fact
  | Both;

export type Effect =
  | { readonly kind: "points" | "deduct" | "add" | "share" | "deduct-share"; readonly value: Exact }
  /** Full points; `value` where the text prints them (`得基本分10分`). */
  | { readonly kind: "full"; readonly value: Exact | null }
  /** `不扣分`: full points, as far as nothing else takes some. */
  | { readonly kind: "kept" }
  | { readonly kind: "none" };

export interface Award {
  readonly kind: "award";
  readonly situation: Situation;
  readonly effect: Effect;
  readonly quote: string;
}

/** So much for every so much. */
export interface Step {
  readonly kind: "step";
  readonly lead: Situation;
  readonly side: Side | null;
  /** Counted against the target: `每低于目标值5%`. */
  readonly ofTarget: boolean;
  readonly every: Exact;
  readonly unit: string;
  readonly points: boolean;
  readonly effect: "deduct" | "add" | "give";
  readonly value: Exact;
  /** `扣分值的5%` */
  readonly ofPoints: boolean;
  readonly what: string;
  readonly quote: string;
}

export interface Proportion {
  readonly kind: "proportion";
  readonly situation: Situation;
  readonly effect: "give" | "deduct";
  readonly text: string;
  readonly quote: string;
}

export interface ByRate {
  readonly kind: "rate";
  readonly situation: Situation;
  readonly text: string;
  readonly quote: string;
}

export interface Formula {
  readonly kind: "formula";
  readonly situation: Situation;
  readonly text: string;
  readonly quote: string;
}

export interface Definition {
  readonly kind: "definition";
  readonly name: string;
  readonly text: string;
  readonly quote: string;
}

/** A limit to what is given, added or taken; null for the full points. */
export interface Limit {
  readonly kind: "most" | "most-added" | "most-deducted" | "printed-points";
  readonly value: Exact | null;
  readonly quote: string;
}

/** A situation that stands alone: what the clauses after it start from. */
export interface Ground {
  readonly kind: "ground";
  readonly situation: Bound | Range;
  readonly quote: string;
}

/** Part of a step. */
export interface Parts {
  readonly kind: "parts";
  readonly of: Exact | null;
  readonly counted: "up" | "down";
  readonly quote: string;
}

export interface Judged {
  readonly kind: "judged";
  readonly situation: Situation;
  readonly quote: string;
}

/** Text that changes nothing: `扣完为止`, where the data come from, what is looked at; `依次类推`. */
export interface Remark {
  readonly kind: "until" | "like" | "remark";
  readonly quote: string;
}

export type Clause =
  Award | Step | Proportion | ByRate | Formula | Definition | Limit | Ground | Parts | Judged | Remark;

export interface Plan {
  readonly clauses: readonly Clause[];
  /** Words that change a result (平均, 季度) with what follows them: harmless only as part of the indicator's own name. */
  readonly modifiers: readonly string[];
}

export type ClauseOf<Kind extends Clause["kind"]> = Extract<Clause, { kind: Kind }>;
