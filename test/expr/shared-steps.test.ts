import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/expr/evaluate";
import { exact } from "../../src/expr/exact";
import { explain } from "../../src/expr/explain";
import {
  add,
  awaited,
  completeSum,
  constant,
  divide,
  fallback,
  message,
  step,
  sum,
  type Expression,
} from "../../src/expr/expression";

/** Each step stands twice in the next one: reckoned anew each time, the last of 60 would take 2^60 additions. */
function doubled(times: number, next: (of: Expression) => Expression): Expression {
  return Array.from({ length: times }).reduce<Expression>((of) => next(of), constant(1));
}

describe("what many formulas point at is calculated once", () => {
  const whole = exact(String(2n ** 60n));

  it.each<[string, (of: Expression) => Expression]>([
    ["a step", (of) => step("合计", "points", add(of, of))],
    ["a sum", (of) => sum([of, of])],
    ["a sum that waits for its parts", (of) => completeSum([of, of], "待评分")],
    ["a rate with a text in its place", (of) => fallback(add(of, of), "")],
  ])("%s", (_, next) => {
    expect(evaluate(doubled(60, next))?.equals(whole)).toBe(true);
  });

  it("and told once", () => {
    expect(explain(doubled(60, (of) => step("合计", "points", add(of, of))))).toMatch(
      /^1 \+ 1 = 2 分，2 分 \+ 2 分 = 4 分，.* = 1152921504606846976 分$/,
    );
  });

  it("has no number where a part has none", () => {
    const cell = { sheet: "自评", row: 4, column: 6 };
    const open = awaited(cell, null, "待评分");
    const none: Expression[] = [
      step("得分", "points", open),
      sum([constant(1), open]),
      completeSum([open], "待评分"),
      fallback(divide(constant(1), constant(0)), ""),
      step("得分", "points", message("待评分")),
    ];
    expect(none.map(evaluate)).toEqual(none.map(() => null));
  });
});
