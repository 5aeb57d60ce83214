import { describe, expect, it } from "vitest";
import { daySerial } from "../../src/expr/calendar";
import { toDecimal } from "../../src/expr/decimal";
import { evaluate, evaluateCondition } from "../../src/expr/evaluate";
import { exact, fromCellNumber } from "../../src/expr/exact";
import { explain, speakNumber } from "../../src/expr/explain";
import {
  both,
  compare,
  conditional,
  constant,
  divide,
  max,
  message,
  min,
  multiply,
  round,
  step,
  subtract,
  sum,
  textIs,
} from "../../src/expr/expression";
import { conditionFormula, toFormula } from "../../src/expr/formula";

const nothing = message("待评分");
const one = constant(1);
const word = (text: string, column = 0) => ({ cell: { sheet: "指标", row: 4, column }, text });

describe("a formula", () => {
  it("writes two thirds below nothing with their sign", () =>
    expect(toFormula(multiply(one, constant(exact(-2).div(3))), "指标")).toBe("=1*-2/3"));
  it("counts whole steps down", () =>
    expect(toFormula({ kind: "floor", of: divide(one, constant(3)) }, "指标")).toBe(
      "=ROUNDDOWN(ROUND(1/3,9),0)",
    ));
  it("rounds the least of differences to ten places first", () =>
    expect(toFormula(round(min(subtract(one, constant(2)), one), 2), "指标")).toBe(
      "=ROUND(ROUND(MIN(1-2,1),10),2)",
    ));
  it("asks for one word without OR", () =>
    expect(conditionFormula(textIs(word("是"), ["是"]), "指标")).toBe('TRIM(A5)="是"'));
});

describe("where there is no number", () => {
  it("nothing is decided: neither side of a comparison, no part of an AND, no branch", () => {
    expect(evaluateCondition(compare(one, ">", nothing))).toBeNull();
    expect(evaluateCondition(compare(nothing, ">", one))).toBeNull();
    expect(evaluateCondition(both(compare(one, ">", constant(2)), compare(nothing, ">", one)))).toBeNull();
    expect(evaluate(conditional(compare(one, ">", nothing), one, one))).toBeNull();
  });

  it.each([
    ["an extreme", min(one, nothing), "待评分"],
    ["an extreme that begins with 0", max(constant(0), nothing), "待评分"],
    ["an extreme that begins without one", max(nothing, one), "待评分"],
    ["an extreme that never goes below 0", max(subtract(nothing, one), constant(0)), "待评分 - 1"],
    ["a product", step("得分", "points", multiply(nothing, one)), "待评分 × 1"],
  ])("%s is told as it stands", (_what, tree, told) =>
    expect(explain(step("得分", "points", tree))).toBe(told),
  );
});

describe("words", () => {
  it("are the same as another cell's, outer blanks aside", () => {
    expect(evaluateCondition(textIs(word("好"), [], word(" 好 ", 1)))).toBe(true);
    expect(evaluateCondition(textIs(word("好"), [], word("坏", 1)))).toBe(false);
  });
});

describe("a number", () => {
  it.each([
    [100, "100"],
    [-3, "-3"],
    [999_999_999_999_999, "999999999999999"],
    [1_000_000_000_000_000, "1000000000000000"],
    [1_234_567_890_123_456, "1234567890123460"],
  ])("in a cell as %d is %s", (value, text) => expect(fromCellNumber(value)?.toString()).toBe(text));

  it.each([
    ["10.50", "10.5"],
    ["100", "100"],
    ["0.100", "0.1"],
    ["12.00", "12"],
  ])("%s is written %s", (value, text) => expect(toDecimal(exact(value))).toBe(text));
  it("that never ends loses only its idle zeros", () => {
    expect(toDecimal(exact("100.0004").div(3), 2)).toBe("33.33");
    expect(toDecimal(exact("100.0001").div(3).mul(3).add(exact(1).div(3000)), 2)).toBe("100");
    expect(toDecimal(exact("0.1").add(exact(1).div(30_000)), 3)).toBe("0.1");
  });

  it.each([
    ["0.12345", 4, "0.1235"],
    ["99.6", 0, "100"],
    ["0.4", 0, "0"],
    ["-0.4", 0, "0"],
    ["1.5", 4, "1.5"],
  ])("%s to at most %i decimals is %s", (value, atMost, text) =>
    expect(toDecimal(exact(value), atMost)).toBe(text),
  );

  it.each([
    ["0.125", "percent", "12.5%"],
    ["0.12345", "percent", "12.35%"],
    ["12.345", "points", "12.35 分"],
    ["12.34", "points", "12.34 分"],
    ["0.123456", "amount", "0.123456"],
    ["0.1234567", "plain", "0.1235"],
  ] as const)("%s as %s is spoken %s", (value, style, spoken) =>
    expect(speakNumber(exact(value), style)).toBe(spoken),
  );

  it("is none where the text says more or less than a decimal", () => {
    expect(() => exact("十")).toThrow("not a decimal: 十");
    expect(["x2023-12-31", "2023-12-31x", "12023-12-31"].map(daySerial)).toEqual([null, null, null]);
  });
});

describe("an explanation", () => {
  it("brackets a sum, but no product, beside a sign", () => {
    const three = constant(3);
    expect(explain(step("得分", "points", multiply(multiply(one, three), three)))).toBe("1 × 3 × 3 = 9 分");
    expect(explain(step("得分", "points", subtract(sum([one, three]), three)))).toBe("1 + 3 - 3 = 1 分");
    expect(explain(step("得分", "points", divide(sum([one, three]), three)))).toBe("（1 + 3） ÷ 3 = 1.33 分");
  });

  it("tells a bound only of what was calculated and lost", () => {
    const rate = divide(constant(3), constant(2));
    expect(explain(step("得分", "points", min(rate, one)))).toBe("3 ÷ 2 超过 1，按 1 计，1 = 1 分");
    expect(explain(step("得分", "points", min(one, rate)))).toBe("3 ÷ 2 超过 1，按 1 计，1 = 1 分");
    expect(explain(step("得分", "points", max(rate, one)))).toBe("3 ÷ 2 = 1.5 分");
    expect(explain(step("得分", "points", min(constant("1.5"), rate)))).toBe("1.5 = 1.5 分");
    expect(explain(step("得分", "points", min(one, constant(2))))).toBe("1 = 1 分");
  });
});
