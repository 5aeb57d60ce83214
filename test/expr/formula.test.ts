import { describe, expect, it } from "vitest";
import { exact } from "../../src/expr/exact";
import {
  absolute,
  add,
  areaSum,
  both,
  compare,
  conditional,
  constant,
  divide,
  either,
  guarded,
  input,
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

const at = (column: number, sheet = "指标") => ({ sheet, row: 4, column });
const a = input(at(0), exact(3));
const b = input(at(1), exact(4));
const c = input(at(2, "预算 资金"), exact(5));

describe("a formula", () => {
  it.each([
    ["names other sheets, quoted where needed", add(a, c), "=A5+'预算 资金'!C5"],
    ["keeps brackets that matter", multiply(add(a, b), subtract(a, b)), "=(A5+B5)*(A5-B5)"],
    ["leaves out those that do not", add(multiply(a, b), divide(a, b)), "=A5*B5+A5/B5"],
    ["multiplies before it divides", multiply(a, divide(b, c)), "=A5*B5/'预算 资金'!C5"],
    ["…through a named step as well", multiply(a, step("率", "percent", divide(b, a))), "=A5*B5/A5"],
    ["brackets a divisor that is a product", divide(a, multiply(a, b)), "=A5/(A5*B5)"],
    ["brackets what is taken off", subtract(a, subtract(a, b)), "=A5-(A5-B5)"],
    ["brackets a negative constant", multiply(a, constant("-2")), "=A5*(-2)"],
    ["writes thirds as a fraction", divide(a, constant(exact(1).div(3))), "=A5/(1/3)"],
    ["rounds", round(divide(a, b), 2), "=ROUND(A5/B5,2)"],
    [
      "takes extremes and sums",
      sum([min(a, b), max(a, b), absolute(a)]),
      "=SUM(MIN(A5,B5),MAX(A5,B5),ABS(A5))",
    ],
    ["sums an area", areaSum({ ...at(2), rowCount: 3, columnCount: 1 }, []), "=SUM(C5:C7)"],
    [
      "counts whole steps past the dust of doubles",
      { kind: "ceiling" as const, of: divide(a, b) },
      "=ROUNDUP(ROUND(A5/B5,9),0)",
    ],
    ["branches", conditional(compare(a, ">=", b), a, message("待评分")), '=IF(A5>=B5,A5,"待评分")'],
    [
      "guards alike",
      guarded(compare(b, "=", constant(0)), message('“"”'), divide(a, b)),
      '=IF(B5=0,"“""”",A5/B5)',
    ],
    ["of nothing is 0", sum([]), "=0"],
  ])("%s", (_what, tree, formula) => expect(toFormula(tree, "指标")).toBe(formula));

  it("joins conditions", () => {
    const condition = both(
      compare(a, ">", b),
      either(compare(a, "<", b), textIs({ cell: at(3), text: "是" }, ["是"])),
    );
    expect(conditionFormula(condition, "指标")).toBe('AND(A5>B5,OR(A5<B5,TRIM(D5)="是"))');
  });

  it("compares a text as TRIM leaves it, which joins double spaces", () => {
    const condition = textIs({ cell: at(3), text: "已  完成" }, ["已  完成"]);
    expect(conditionFormula(condition, "指标")).toBe('TRIM(D5)="已 完成"');
  });

  it("compares a text with another cell's", () => {
    const condition = textIs({ cell: at(3), text: "好" }, ["完成"], { cell: at(4), text: "好" });
    expect(conditionFormula(condition, "指标")).toBe('OR(TRIM(D5)=TRIM(E5),TRIM(D5)="完成")');
  });

  it("reads a text cell live", () => {
    const batches = input(at(3), exact(35), { reading: { remove: ["≥", "批"], scale: exact(1) } });
    expect(toFormula(batches, "指标")).toBe('=VALUE(TRIM(SUBSTITUTE(SUBSTITUTE(D5,"≥",""),"批","")))');
  });

  it("does not divide a percentage twice when it is retyped as a number", () => {
    const share = input(at(3), exact("0.95"), { reading: { remove: ["≥", "%"], scale: exact("0.01") } });
    expect(toFormula(share, "指标")).toBe(
      '=IF(ISNUMBER(D5),D5,VALUE(TRIM(SUBSTITUTE(SUBSTITUTE(D5,"≥",""),"%","")))/100)',
    );
  });

  it("refers to what stands on the sheet already, but writes out its own root", () => {
    const rate = step("率", "percent", divide(a, b));
    const placement = new Map([[rate, { sheet: "底稿", row: 1, column: 7 }]]);
    expect(toFormula(multiply(a, rate), "底稿", placement)).toBe("=指标!A5*H2");
    expect(toFormula(rate, "底稿", placement)).toBe("=指标!A5/指标!B5");
  });
});
