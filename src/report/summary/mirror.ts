import { step, type Expression } from "../../expr/expression";

/** The same number once more: a formula that only points at the cell where it stands. */
export function mirror(of: Expression): Expression {
  return step("引用", "plain", of);
}
