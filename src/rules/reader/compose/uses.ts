import type { Condition, Expression } from "../../../expr/expression";

/** Whether a tree is made of this very node, conditions among it. */
export function usesNode(tree: Expression, node: Expression): boolean {
  return tree === node || childrenOf(tree).some((child) => usesNode(child, node));
}

function childrenOf(tree: Expression): readonly Expression[] {
  switch (tree.kind) {
    case "arithmetic":
      return [tree.left, tree.right];
    case "min":
    case "max":
    case "sum":
    case "complete-sum":
      return tree.of;
    case "conditional":
      return [...operandsOf(tree.when), tree.then, tree.otherwise];
    case "input":
    case "constant":
    case "area-sum":
    case "awaited":
    case "message":
      return [];
    default:
      return [tree.of];
  }
}

function operandsOf(condition: Condition): readonly Expression[] {
  switch (condition.kind) {
    case "comparison":
      return [condition.left, condition.right];
    case "known":
      return [condition.of];
    case "text-is":
      return [];
    default:
      return condition.of.flatMap(operandsOf);
  }
}
