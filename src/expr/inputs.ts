import type { Condition, Expression, InputNode } from "./expression";

/** The cells of the user's that the expression reads as numbers, each once, in reading order. */
export function inputsOf(expression: Expression): InputNode[] {
  const found: InputNode[] = [];
  visit(expression, found);
  return found.filter((node, index) => found.findIndex((other) => sameCell(other, node)) === index);
}

function sameCell(a: InputNode, b: InputNode): boolean {
  return a.cell.sheet === b.cell.sheet && a.cell.row === b.cell.row && a.cell.column === b.cell.column;
}

function visit(expression: Expression, found: InputNode[]): void {
  switch (expression.kind) {
    case "input":
      found.push(expression);
      return;
    case "arithmetic":
      visit(expression.left, found);
      visit(expression.right, found);
      return;
    case "min":
    case "max":
    case "sum":
    case "complete-sum":
      for (const part of expression.of) visit(part, found);
      return;
    case "conditional":
      visitCondition(expression.when, found);
      visit(expression.then, found);
      visit(expression.otherwise, found);
      return;
    case "constant":
    case "area-sum":
    case "awaited":
    case "message":
      return;
    default:
      visit(expression.of, found);
  }
}

function visitCondition(condition: Condition, found: InputNode[]): void {
  if (condition.kind === "comparison") {
    visit(condition.left, found);
    visit(condition.right, found);
  } else if (condition.kind === "known") {
    visit(condition.of, found);
  } else if (condition.kind === "and" || condition.kind === "or") {
    for (const part of condition.of) visitCondition(part, found);
  }
}
