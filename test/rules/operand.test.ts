import { describe, expect, it } from "vitest";
import { exact } from "../../src/expr/exact";
import { explain } from "../../src/expr/explain";
import { add, constant, input, step } from "../../src/expr/expression";
import { toFormula } from "../../src/expr/formula";
import { asShare, boundsOf, inUnitOf, operandOf, pointsOperand, type Operand } from "../../src/rules/operand";
import { quantityFrom } from "./quantities";

const at = { sheet: "指标", row: 4, column: 5 };
const given = (text: string): Operand => {
  const operand = operandOf(quantityFrom(text, at));
  if (operand === null) throw new Error(`no number: ${text}`);
  return operand;
};
const formula = ({ expression }: Operand): string => toFormula(expression, "指标");

describe("the number of a cell", () => {
  it("is none without a cell's number, in words, and of a day", () => {
    expect([null, quantityFrom("", at), quantityFrom("完成", at)].map(operandOf)).toEqual([null, null, null]);
    expect(operandOf({ ...quantityFrom("45291", at), nature: "date" })).toBeNull();
  });
  it("is a constant where no cell or no formula gives it", () => {
    const typed = quantityFrom("35批", at);
    const kinds = [typed, { ...typed, cell: null }, { ...typed, live: null }].map(
      (quantity) => operandOf(quantity)?.expression,
    );
    expect(kinds).toMatchObject([
      { kind: "input", unit: "批" },
      { kind: "constant", unit: "批" },
      { kind: "constant", unit: "批" },
    ]);
  });
});

describe("the bounds of a range", () => {
  const range = quantityFrom("80%-90%", at);
  it("are two shares, or two numbers in their unit", () => {
    expect(boundsOf(range)).toMatchObject({
      low: { percent: true, unit: null, expression: { kind: "constant", style: "percent" } },
      high: { percent: true, unit: null, expression: { kind: "constant", style: "percent" } },
    });
    expect(boundsOf({ ...quantityFrom("80-90", at), unit: "天" })).toMatchObject({
      low: { percent: false, unit: "天", expression: { style: "amount", unit: "天" } },
      high: { percent: false, unit: "天" },
    });
  });
  it("are none where one is missing", () => {
    expect(boundsOf({ ...range, value: null })).toBeNull();
    expect(boundsOf({ ...range, value2: null })).toBeNull();
  });
});

describe("a share", () => {
  it.each([
    ["96.36%", "0.9636"],
    ["96.36", "0.9636"],
    ["0.9636", "0.9636"],
    ["1.5", "1.5"],
    ["1.51", "0.0151"],
    ["160%", "1.6"],
  ])("of %s is %s", (text, share) => {
    const { value, percent, unit } = asShare(given(text));
    expect([value.toString(), percent, unit]).toEqual([share, true, null]);
  });
  it("is spoken in per cent, and decided anew by the formula where the number is large", () => {
    const told = (text: string) => explain(asShare(given(text)).expression);
    expect(["0.9636", "96.36"].map(told)).toEqual(["0.9636 = 96.36%", "96.36 ÷ 100 = 96.36%"]);
    expect(["0.9636", "96.36"].map((text) => formula(asShare(given(text))))).toEqual([
      "=F5",
      "=IF(F5>1.5,F5/100,F5)",
    ]);
  });
});

describe("an amount in the unit of another", () => {
  const bare = (value: number, unit: string | null, factor: string): Operand => ({
    expression: input(at, exact(value)),
    value: exact(value),
    percent: false,
    unit,
    factor: exact(factor),
  });
  it.each([
    [bare(950000, "元", "1"), bare(1, "万元", "10000"), "=F5/10000", "95"],
    [bare(95, "万元", "10000"), bare(1, "元", "1"), "=F5*10000", "950000"],
    [bare(3, "亿元", "100000000"), bare(1, "万元", "10000"), "=F5*10000", "30000"],
    [bare(5, "甲", "10"), bare(1, "乙", "25"), "=F5*0.4", "2"],
    [bare(5, "万元", "10000"), bare(1, "万人", "10000"), "=F5", "5"],
    [bare(5, null, "1"), bare(1, "万元", "10000"), "=F5", "5"],
    [bare(5, "万元", "10000"), bare(1, null, "1"), "=F5", "5"],
  ])("case %#", (one, other, written, value) => {
    const same = inUnitOf(one, other);
    expect([formula(same), same.value.toString()]).toEqual([written, value]);
  });
  it("is spoken in that unit", () => {
    const { expression, unit, factor } = inUnitOf(given("950000元"), given("1万元"));
    expect(explain(expression)).toBe("950,000元 ÷ 10000 = 95万元");
    expect([unit, factor.toString()]).toEqual(["万元", "10000"]);
  });
});

describe("the points of a row", () => {
  const value = exact(10);
  const written = (points: Parameters<typeof pointsOperand>[0]) => toFormula(pointsOperand(points), "指标");
  it("are read live, out of their text where they have one", () => {
    expect(written({ cell: at, value })).toBe("=F5");
    expect(written({ cell: at, value, reading: { remove: ["分"], scale: exact(1) } })).toBe(
      '=VALUE(TRIM(SUBSTITUTE(F5,"分","")))',
    );
    expect(written({ cell: at, value, reading: null })).toBe("=10");
  });
  it("are spoken as points, and always the same node", () => {
    const points = { cell: at, value, reading: null };
    expect(pointsOperand(points)).toBe(pointsOperand(points));
    expect(pointsOperand({ cell: at, value })).toMatchObject({ style: "points" });
    expect(explain(step("得分", "points", add(pointsOperand(points), constant(1, "points"))))).toBe(
      "10 分 + 1 分 = 11 分",
    );
  });
});
