import type { Condition, Expression, StepNode } from "../expr/expression";
import type { IndicatorEntry } from "../model/form";
import type { Finding } from "../model/finding";
import type { Quantity, Target } from "../model/quantity";
import type { Exact } from "../expr/exact";
import type { RuleContext } from "./context";
import type { Operand } from "./operand";

/** A result computed from base data because none was typed (DESIGN.md §5). */
export interface Measure {
  readonly step: StepNode;
  /** Holds where the rate has no value (a denominator of 0). */
  readonly undefinedWhen: Condition | null;
  /** Holds at 0/0 where the setting gives no points for it. */
  readonly zeroWhen: Condition | null;
  readonly notes: readonly Finding[];
  /** What it was computed from: the working paper tells when one of them is no longer what it was. */
  readonly sources: readonly Quantity[];
}

/** An indicator as a rule sees it. */
export interface ScoringCase {
  readonly entry: IndicatorEntry;
  /** The leaf's name. */
  readonly name: string;
  readonly points: Expression;
  readonly pointsValue: Exact;
  readonly target: Target | null;
  /** As typed; null or empty where `measure` stands in. */
  readonly actual: Quantity | null;
  readonly measure: Measure | null;
  /** The number of the result: measured, or typed. */
  readonly result: Operand | null;
  readonly context: RuleContext;
}

export interface Points {
  readonly kind: "points";
  /** Not rounded yet. */
  readonly score: Expression;
  readonly completion?: StepNode;
  readonly target?: Expression;
  readonly actual?: Expression;
  readonly notes?: readonly Finding[];
  /** Where a general rule turned to a special one (a date, words, a range). */
  readonly as?: { readonly kind: string; readonly label: string };
}

export interface Judgement {
  readonly kind: "judgement";
  readonly why: string;
  readonly notes?: readonly Finding[];
  readonly as?: Points["as"];
  /** The reason is the wording alone, which stands beside it anyway. */
  readonly saysWordingOnly?: true;
}

/** No result yet. */
export interface Missing {
  readonly kind: "missing";
  readonly why: string;
}

export type Built = Points | Judgement | Missing;

/** A kind of scoring rule: what it is called, which wordings it takes, and what it makes of an indicator. */
export interface RuleKind<P> {
  /** Stable, lower case, as the report names it. */
  readonly name: string;
  readonly label: string;
  /** Reads a wording in plain form (plain-wording.ts); null unless the whole of it is understood. */
  readonly parse: (plain: string) => P | null;
  /** The wording in Chinese; reading it again gives the same parameters. */
  readonly print: (parameters: P) => string;
  readonly build: (parameters: P, of: ScoringCase) => Built;
  /** The most that can be had, where it is not simply the points. */
  readonly most?: (parameters: P, points: Exact) => Exact;
}

/** A wording that a kind has read. */
export interface ReadRule {
  readonly kind: string;
  readonly label: string;
  readonly parameters: unknown;
  readonly wording: string;
  readonly build: (of: ScoringCase) => Built;
  readonly most: (points: Exact) => Exact;
}

export interface RegisteredKind {
  readonly name: string;
  readonly label: string;
  readonly read: (plain: string) => ReadRule | null;
}

/** A kind for the registry, its parameters' type kept inside. */
export function registered<P>(kind: RuleKind<P>): RegisteredKind {
  const read = (plain: string): ReadRule | null => {
    const parameters = kind.parse(plain);
    if (parameters === null) return null;
    return {
      kind: kind.name,
      label: kind.label,
      parameters,
      wording: kind.print(parameters),
      build: (of) => kind.build(parameters, of),
      most: (points) => kind.most?.(parameters, points) ?? points,
    };
  };
  return { name: kind.name, label: kind.label, read };
}

export const judgement = (why: string, notes: readonly Finding[] = []): Judgement => ({
  kind: "judgement",
  why,
  notes,
});
export const missing = (why = "实际完成值未填写"): Missing => ({ kind: "missing", why });
