import type { Condition, Expression } from "../../src/expr/expression";

/** Every node of a tree, those in conditions among them. */
export function nodesOf(of: Expression, found = new Set<Expression>()): Set<Expression> {
  found.add(of);
  for (const part of partsOf(of)) nodesOf(part, found);
  return found;
}

function partsOf(of: Expression): readonly Expression[] {
  switch (of.kind) {
    case "arithmetic":
      return [of.left, of.right];
    case "min":
    case "max":
    case "sum":
      return of.of;
    case "round":
    case "absolute":
    case "ceiling":
    case "floor":
    case "step":
      return [of.of];
    case "conditional":
      return [...operandsOf(of.when), of.then, of.otherwise];
    default:
      return [];
  }
}

function operandsOf(condition: Condition): readonly Expression[] {
  if (condition.kind === "comparison") return [condition.left, condition.right];
  if (condition.kind === "known") return [condition.of];
  return condition.kind === "text-is" ? [] : condition.of.flatMap(operandsOf);
}
