import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cellName,
  cellReference,
  columnName,
  columnNumber,
  parseCellLabel,
  parseCellName,
  sheetReference,
} from "../../src/expr/cell";
import { evaluate, evaluateCondition, holds } from "../../src/expr/evaluate";
import { exact } from "../../src/expr/exact";
import {
  absolute,
  add,
  both,
  compare,
  conditional,
  constant,
  divide,
  either,
  max,
  message,
  min,
  multiply,
  subtract,
  sum,
  textIs,
} from "../../src/expr/expression";

const n = (value: number | string) => constant(String(value));
const integers = fc.integer({ min: -10_000, max: 10_000 });

describe("evaluating", () => {
  it("is arithmetic on rationals", () => {
    fc.assert(
      fc.property(integers, integers, integers, (a, b, c) => {
        fc.pre(c !== 0);
        const value = evaluate(divide(subtract(add(n(a), multiply(n(b), n(c))), n(b)), n(c)));
        expect(value?.equals(exact(a + b * c - b).div(c))).toBe(true);
      }),
    );
  });

  it("takes extremes, sums and absolutes", () => {
    fc.assert(
      fc.property(integers, fc.array(integers, { maxLength: 7 }), (first, others) => {
        const values = [first, ...others];
        const nodes = [n(first), ...others.map(n)] as const;
        expect(evaluate(min(...nodes))?.toString()).toBe(String(Math.min(...values)));
        expect(evaluate(max(...nodes))?.toString()).toBe(String(Math.max(...values)));
        expect(evaluate(sum(nodes))?.toString()).toBe(
          String(values.reduce((total, next) => total + next, 0)),
        );
        expect(evaluate(absolute(n(first)))?.toString()).toBe(String(Math.abs(first)));
      }),
    );
  });

  it("has no value after a division by zero, and nothing built on it has", () => {
    expect(evaluate(add(n(1), divide(n(1), n(0))))).toBeNull();
    expect(evaluateCondition(compare(divide(n(1), n(0)), ">", n(0)))).toBeNull();
    expect(evaluate(sum([n(1), message("待评分")]))).toBeNull();
  });

  it("makes 0 of the sum of nothing", () => expect(evaluate(sum([]))?.toString()).toBe("0"));

  it("does not mind what the branch not taken holds", () => {
    expect(evaluate(conditional(compare(n(0), "=", n(0)), n(7), divide(n(1), n(0))))?.toString()).toBe("7");
  });

  it("rounds steps up and down to whole ones", () => {
    expect(evaluate({ kind: "ceiling", of: n("3.01") })?.toString()).toBe("4");
    expect(evaluate({ kind: "floor", of: n("3.99") })?.toString()).toBe("3");
  });

  it("compares exactly", () => {
    const third = exact(1).div(3);
    expect(holds(third.mul(3), "=", exact(1))).toBe(true);
    expect(holds(third, "<", exact("0.3333333333333333333334"))).toBe(true);
    expect(holds(third, "<>", exact("0.333333"))).toBe(true);
  });

  it("joins conditions, and reads words without their outer blanks", () => {
    const yes = textIs({ cell: { sheet: "a", row: 0, column: 0 }, text: " 是 " }, ["是"]);
    const no = compare(n(1), ">", n(2));
    expect([both(yes, no), either(yes, no)].map(evaluateCondition)).toEqual([false, true]);
  });
});

describe("a cell's name", () => {
  it("goes from number to letters and back", () => {
    fc.assert(
      fc.property(fc.nat(16_383), (column) => {
        expect(columnNumber(columnName(column))).toBe(column);
        expect(parseCellName(cellName({ row: 7, column }))).toEqual({ row: 7, column });
      }),
    );
    expect([columnName(25), columnName(26), columnName(701), columnName(702)]).toEqual([
      "Z",
      "AA",
      "ZZ",
      "AAA",
    ]);
  });

  it.each([
    ["绩效指标", "绩效指标"],
    ["预算 资金", "'预算 资金'"],
    ["it's", "'it''s'"],
    ["A1", "'A1'"],
    ["2023年", "'2023年'"],
    ["TRUE", "'TRUE'"],
  ])("of sheet %s is written %s", (sheet, reference) => expect(sheetReference(sheet)).toBe(reference));

  it("leaves the sheet out at home", () => {
    const cell = { sheet: "底稿", row: 0, column: 0 };
    expect([cellReference(cell, "底稿"), cellReference(cell, "指标")]).toEqual(["A1", "底稿!A1"]);
    expect(parseCellLabel("底稿!A1")).toEqual(cell);
    expect(parseCellLabel("A1")).toBeNull();
  });
});
