import type { CellAddress, CellArea } from "./cell";
import type { Exact } from "./exact";

export type Comparator = ">=" | ">" | "<=" | "<" | "=" | "<>";
export type Operator = "+" | "-" | "×" | "÷";

/** How a number is spoken in an explanation; `date` is a day counted as Excel counts them. */
export type NumberStyle = "amount" | "percent" | "points" | "plain" | "date";

/**
 * How a text cell is read live by a formula: these pieces are taken out of the cell's text,
 * the rest is a plain decimal, multiplied by `scale` (0.01 for a text percentage).
 */
export interface TextReading {
  readonly remove: readonly string[];
  readonly scale: Exact;
}

/** A number of the user's: in a cell, or a constant read from a cell that no formula can read. */
export interface InputNode {
  readonly kind: "input";
  readonly cell: CellAddress;
  readonly value: Exact;
  readonly style: NumberStyle;
  /** Unit spoken after the number, e.g. `批`. */
  readonly unit?: string;
  /** Spoken before the number: `编制数 143`. */
  readonly name?: string;
  /** Absent for a number cell. */
  readonly reading?: TextReading;
}

export interface ConstantNode {
  readonly kind: "constant";
  readonly value: Exact;
  readonly style: NumberStyle;
  readonly unit?: string;
  readonly name?: string;
}

export interface ArithmeticNode {
  readonly kind: "arithmetic";
  readonly operator: Operator;
  readonly left: Expression;
  readonly right: Expression;
}

/** At least one expression, so that there is a least and a most. */
export type OneOrMore = readonly [Expression, ...Expression[]];

export interface ExtremeNode {
  readonly kind: "min" | "max";
  readonly of: OneOrMore;
}

/** What several formulas point at is calculated once, when it is made; null where there is no number. */
interface Calculated {
  readonly value: Exact | null;
}

export interface SumNode extends Calculated {
  readonly kind: "sum";
  readonly of: readonly Expression[];
}

/** A sum that is only a number when every part is one; else the cell shows `missing` (待评分). The parts must be placed in cells. */
export interface CompleteSumNode extends Calculated {
  readonly kind: "complete-sum";
  readonly of: readonly Expression[];
  readonly missing: string;
}

/** The sum of the numbers in an area of cells; text and blanks in it count nothing. */
export interface AreaSumNode {
  readonly kind: "area-sum";
  readonly area: CellArea;
  readonly values: readonly Exact[];
}

export interface RoundNode {
  readonly kind: "round";
  readonly places: number;
  readonly of: Expression;
}

export interface AbsoluteNode {
  readonly kind: "absolute";
  readonly of: Expression;
}

/** Rounds up (`ceiling`) or down (`floor`) to whole numbers, for "每超过一个百分点" counted by full points. */
export interface WholeNode {
  readonly kind: "ceiling" | "floor";
  readonly of: Expression;
}

/** When `when` holds `then`, else `otherwise`; the notes are what the explanation says of the branch taken. */
export interface ConditionalNode {
  readonly kind: "conditional";
  readonly when: Condition;
  readonly then: Expression;
  readonly otherwise: Expression;
  readonly thenNote?: string;
  readonly otherwiseNote?: string;
  /** A guard that readers need not hear of (denominator not zero): the explanation passes over it. */
  readonly silent?: true;
}

/** A named intermediate result: its own clause in the explanation, its own column in the working paper. */
export interface StepNode extends Calculated {
  readonly kind: "step";
  readonly name: string;
  readonly style: NumberStyle;
  /** Unit spoken after an amount. */
  readonly unit?: string;
  readonly of: Expression;
}

/** A number that people enter: the cell's, or the text `missing` (待评分) for as long as no number stands there. */
export interface AwaitedNode {
  readonly kind: "awaited";
  readonly cell: CellAddress;
  readonly value: Exact | null;
  readonly style: NumberStyle;
  readonly missing: string;
}

/** The number, or `text` where there is none (÷ 0, a missing score). */
export interface FallbackNode extends Calculated {
  readonly kind: "fallback";
  readonly of: Expression;
  readonly text: string;
}

/** No number: the cell shows `text` (`待评分`), and whoever adds up sees that something is missing. */
export interface MessageNode {
  readonly kind: "message";
  readonly text: string;
}

export type Expression =
  | InputNode
  | ConstantNode
  | ArithmeticNode
  | ExtremeNode
  | SumNode
  | CompleteSumNode
  | AreaSumNode
  | RoundNode
  | AbsoluteNode
  | WholeNode
  | ConditionalNode
  | StepNode
  | AwaitedNode
  | FallbackNode
  | MessageNode;

export interface ComparisonCondition {
  readonly kind: "comparison";
  readonly comparator: Comparator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface TextInput {
  readonly cell: CellAddress;
  /** What the cell held when it was read. */
  readonly text: string;
}

/** The cell's text, trimmed, is one of these words or the same as another cell's text. */
export interface TextCondition {
  readonly kind: "text-is";
  readonly of: TextInput;
  readonly anyOf: readonly string[];
  readonly sameAs?: TextInput;
}

/** There is a number: the cell is not still waiting for one (待评分). */
export interface KnownCondition {
  readonly kind: "known";
  readonly of: Expression;
}

export interface LogicalCondition {
  readonly kind: "and" | "or";
  readonly of: readonly Condition[];
}

export type Condition = ComparisonCondition | TextCondition | KnownCondition | LogicalCondition;
