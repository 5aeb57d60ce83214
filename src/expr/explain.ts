import { isoDay } from "./calendar";
import { decimalPlaces, toDecimal, toFixed, withThousands } from "./decimal";
import { HUNDRED, ZERO, type Exact } from "./exact";
import { evaluate, evaluateCondition } from "./evaluate";
import type { Condition, Expression, NumberStyle } from "./expression";

/**
 * The expression as a Chinese sentence with its numbers:
 * `14,911.74 ÷ 15,383.72 = 96.93%，2 分 × 96.93% = 1.94 分`. Each named step is a clause, in the order of calculation;
 * of a condition only the branch taken is told. An expression without a number ends in its message.
 */
export function explain(expression: Expression): string {
  const clauses: string[] = [];
  tell(expression, clauses, new Set());
  const unique = clauses.filter((clause, index) => clause !== "" && clauses.indexOf(clause) === index);
  return unique.join("，");
}

/** A number as an explanation speaks it; rates and points are shown with at most two decimals, half-up. */
export function speakNumber(value: Exact, style: NumberStyle, unit = ""): string {
  switch (style) {
    case "percent":
      return `${shortest(value.mul(HUNDRED), 2)}%`;
    case "points":
      return `${shortest(value, 2)} 分`;
    case "amount":
      return withThousands(shortest(value, 6)) + unit;
    case "plain":
      return shortest(value, 6) + unit;
    case "date":
      return isoDay(value);
  }
}

function shortest(value: Exact, atMost: number): string {
  const places = decimalPlaces(value);
  return places !== null && places <= atMost ? toDecimal(value) : toFixed(value, Math.min(atMost, 4));
}

/** Adds the clauses of the steps below, then answers how the expression itself is spoken inside a larger one. */
function tell(expression: Expression, clauses: string[], told: Set<Expression>): string {
  switch (expression.kind) {
    case "input":
    case "constant": {
      const spoken = speakNumber(expression.value, expression.style, expression.unit);
      return expression.name === undefined ? spoken : `${expression.name} ${spoken}`;
    }
    case "step":
      return tellStep(expression, clauses, told);
    case "conditional":
      return tellConditional(expression, clauses, told);
    case "arithmetic": {
      const { operator } = expression;
      const left = tellOperand(expression.left, clauses, told, operator === "-" ? "+" : operator);
      const right = tellOperand(expression.right, clauses, told, operator);
      return `${left} ${expression.operator} ${right}`;
    }
    case "min":
    case "max":
      return tellExtreme(expression, clauses, told);
    case "sum":
    case "complete-sum":
      return expression.of.map((part) => tell(part, clauses, told)).join(" + ");
    case "area-sum":
      return speakNumber(evaluate(expression) ?? ZERO, "amount");
    case "round":
      return tell(expression.of, clauses, told);
    case "absolute":
      return `|${tell(expression.of, clauses, told)}|`;
    case "ceiling":
    case "floor":
      return `${tell(expression.of, clauses, told)}（${expression.kind === "ceiling" ? "不足 1 按 1 计" : "不足 1 不计"}）`;
    case "awaited":
      return expression.value === null ? expression.missing : speakNumber(expression.value, expression.style);
    case "fallback":
      return tell(expression.of, clauses, told);
    case "message":
      return expression.text;
  }
}

function tellOperand(part: Expression, clauses: string[], told: Set<Expression>, outer: string): string {
  const text = tell(part, clauses, told);
  const loose =
    part.kind === "sum" || (part.kind === "arithmetic" && (part.operator === "+" || part.operator === "-"));
  return loose && outer !== "+" ? `（${text}）` : text;
}

function tellStep(
  node: Extract<Expression, { kind: "step" }>,
  clauses: string[],
  told: Set<Expression>,
): string {
  const value = evaluate(node);
  const spoken = value === null ? "" : speakNumber(value, node.style, node.unit);
  if (!told.has(node)) {
    told.add(node);
    const how = tell(node.of, clauses, told);
    if (value === null) clauses.push(how);
    else clauses.push(isSame(node.of, how, spoken) ? "" : `${how} = ${spoken}`);
  }
  return spoken;
}

/** `0 = 0%` tells nobody anything. */
function isSame(of: Expression, how: string, spoken: string): boolean {
  return how === spoken || (isPlain(of) && how === "0");
}

function tellConditional(
  node: Extract<Expression, { kind: "conditional" }>,
  clauses: string[],
  told: Set<Expression>,
): string {
  const truth = evaluateCondition(node.when);
  if (truth === null) return "";
  const note = truth ? node.thenNote : node.otherwiseNote;
  const condition = node.silent === true ? [] : tellCondition(node.when, truth, clauses, told);
  clauses.push(...condition, note ?? "");
  return tell(truth ? node.then : node.otherwise, clauses, told);
}

/** Without a number, the part that has none is told. */
function tellExtreme(
  node: Extract<Expression, { kind: "min" | "max" }>,
  clauses: string[],
  told: Set<Expression>,
): string {
  const value = evaluate(node);
  const decides = (part: Expression): boolean =>
    value === null ? evaluate(part) === null : evaluate(part)?.equals(value) === true;
  const winner = node.of.find(decides) ?? node.of[0];
  const spoken = tell(winner, clauses, told);
  const beaten = node.of.find((part) => !isPlain(part) && !decides(part));
  if (beaten === undefined || !isPlain(winner)) return spoken;
  const full = tell(beaten, clauses, told);
  clauses.push(`${full} ${node.kind === "min" ? "超过" : "低于"} ${spoken}，按 ${spoken} 计`);
  return spoken;
}

/** A number as it stands; a bound, when it wins over something calculated, is worth a clause. */
function isPlain(part: Expression): boolean {
  return part.kind === "constant" || part.kind === "input";
}

const OPPOSITE = { ">=": "<", ">": "≤", "<=": ">", "<": "≥", "=": "≠", "<>": "=" } as const;
const SPOKEN = { ">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "=", "<>": "≠" } as const;

function tellCondition(
  condition: Condition,
  truth: boolean,
  clauses: string[],
  told: Set<Expression>,
): string[] {
  switch (condition.kind) {
    case "comparison": {
      const sign = truth ? SPOKEN[condition.comparator] : OPPOSITE[condition.comparator];
      return [`${tell(condition.left, clauses, told)} ${sign} ${tell(condition.right, clauses, told)}`];
    }
    case "known":
      return [];
    case "text-is":
      return [
        truth
          ? `完成情况为“${condition.of.text.trim()}”`
          : `完成情况“${condition.of.text.trim()}”不能直接判定`,
      ];
    case "and":
    case "or": {
      // What decided: for a true AND or a false OR every part, else the parts that agree with the outcome.
      const deciding = condition.of.filter((part) => evaluateCondition(part) === truth);
      return deciding.flatMap((part) => tellCondition(part, truth, clauses, told));
    }
  }
}
