import type { CellAddress, CellArea } from "./cell";
import { evaluate, total } from "./evaluate";
import { exact, type Exact } from "./exact";
import type {
  Comparator,
  Operator,
  NumberStyle,
  InputNode,
  ConstantNode,
  ArithmeticNode,
  ConditionalNode,
  StepNode,
  MessageNode,
  OneOrMore,
  Expression,
  ComparisonCondition,
  TextInput,
  TextCondition,
  Condition,
} from "./nodes";

export type * from "./nodes";

export function constant(
  value: Exact | string | number,
  style: NumberStyle = "plain",
  unit?: string,
): ConstantNode {
  const number = typeof value === "object" ? value : exact(value);
  const node: ConstantNode = { kind: "constant", value: number, style };
  return unit === undefined ? node : { ...node, unit };
}

export function input(
  cell: CellAddress,
  value: Exact,
  options: Partial<Pick<InputNode, "style" | "unit" | "reading">> = {},
): InputNode {
  return { kind: "input", cell, value, style: "plain", ...options };
}

function arithmetic(operator: Operator, left: Expression, right: Expression): ArithmeticNode {
  return { kind: "arithmetic", operator, left, right };
}

export const add = (left: Expression, right: Expression): Expression => arithmetic("+", left, right);
export const subtract = (left: Expression, right: Expression): Expression => arithmetic("-", left, right);
export const multiply = (left: Expression, right: Expression): Expression => arithmetic("×", left, right);
/** Guard a denominator that can be zero with `conditional`: evaluating ÷ 0 gives null, the sheet #DIV/0!. */
export const divide = (left: Expression, right: Expression): Expression => arithmetic("÷", left, right);
export const min = (...of: OneOrMore): Expression => ({ kind: "min", of });
export const max = (...of: OneOrMore): Expression => ({ kind: "max", of });
export const sum = (of: readonly Expression[]): Expression => ({ kind: "sum", of, value: total(of) });
export const completeSum = (of: readonly Expression[], missing: string): Expression => ({
  kind: "complete-sum",
  of,
  missing,
  value: total(of),
});
export const round = (of: Expression, places: number): Expression => ({ kind: "round", places, of });
export const absolute = (of: Expression): Expression => ({ kind: "absolute", of });
export function step(name: string, style: NumberStyle, of: Expression, unit?: string): StepNode {
  const node: StepNode = { kind: "step", name, style, of, value: evaluate(of) };
  return unit === undefined ? node : { ...node, unit };
}
export const fallback = (of: Expression, text: string): Expression => ({
  kind: "fallback",
  of,
  text,
  value: evaluate(of),
});
export const awaited = (cell: CellAddress, value: Exact | null, missing: string): Expression => ({
  kind: "awaited",
  cell,
  value,
  style: "points",
  missing,
});
export const message = (text: string): MessageNode => ({ kind: "message", text });

export function areaSum(area: CellArea, values: readonly Exact[]): Expression {
  return { kind: "area-sum", area, values };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export function conditional(
  when: Condition,
  then: Expression,
  otherwise: Expression,
  notes: { then?: string; otherwise?: string } = {},
): ConditionalNode {
  const node: Writable<ConditionalNode> = { kind: "conditional", when, then, otherwise };
  if (notes.then !== undefined) node.thenNote = notes.then;
  if (notes.otherwise !== undefined) node.otherwiseNote = notes.otherwise;
  return node;
}

/** A conditional whose condition only keeps the formula from failing: the explanation does not tell it. */
export function guarded(
  when: Condition,
  then: Expression,
  otherwise: Expression,
  notes: { then?: string; otherwise?: string } = {},
): ConditionalNode {
  return { ...conditional(when, then, otherwise, notes), silent: true };
}

export function compare(left: Expression, comparator: Comparator, right: Expression): ComparisonCondition {
  return { kind: "comparison", comparator, left, right };
}

export const known = (of: Expression): Condition => ({ kind: "known", of });
export const both = (...of: Condition[]): Condition => ({ kind: "and", of });
export const either = (...of: Condition[]): Condition => ({ kind: "or", of });

export function textIs(of: TextInput, anyOf: readonly string[], sameAs?: TextInput): TextCondition {
  return sameAs === undefined ? { kind: "text-is", of, anyOf } : { kind: "text-is", of, anyOf, sameAs };
}
