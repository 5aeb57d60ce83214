import { describe, expect, it } from "vitest";
import { cellLabel } from "../../src/expr/cell";
import { toDecimal } from "../../src/expr/decimal";
import { exact } from "../../src/expr/exact";
import { exactly } from "../../src/printed/estimate";
import { readFormula } from "../../src/printed/formula-reading";

const numbers: Record<string, string> = {
  "预算资金!C42": "15383.72",
  "预算资金!C47": "5100.69",
  "报告 1!B2": "4",
  "报告数字!A1": "2",
  "报告数字!A2": "3",
  "报告数字!AA1": "7",
  "表1!B2": "11",
  "甲'乙!B2": "13",
};
const result = (formula: string): string | null => {
  const value = readFormula(formula, "报告数字")?.of((cell) => {
    const text = numbers[cellLabel(cell)];
    return text === undefined ? null : exactly(exact(text));
  });
  return value == null ? null : toDecimal(value.face, 4);
};

describe("a plain formula", () => {
  it.each([
    ["=预算资金!C47/预算资金!C42", "0.3316"],
    ["=A1+A2*2", "8"],
    ["=(A1+A2)*$A$2", "15"],
    ["=SUM(A1:A9)", "5"],
    ["=SUM(A1,A2,10)", "15"],
    ["='报告 1'!B2-A1-A2", "-1"],
    ["=A1*50%", "1"],
    ["=A1*0.25", "0.5"],
    ["=A1+A2 ", "5"],
    ["=SUM(A1+A2)", "5"],
    ["=SUM(A1:A10)", "5"],
    ["=AA1-A2", "4"],
    ["=SUM(Z1:AA1)", "7"],
    ["=表1!B2*A1", "22"],
    ["='甲''乙'!B2+A1", "15"],
  ])("%s is %s", (formula, value) => {
    expect(result(formula)).toBe(value);
  });

  it.each([
    '=COUNTIF(D4:D38,"√")',
    "=ROUND(A1,2)",
    "=A1+",
    "=A1+*A2",
    "=A1)",
    "=A1 A2",
    "=A1/(A2-3)",
    "=A9",
    "=(A1",
    "=A1:A2",
    "=SUM(",
    "=SUM(A1,)",
    "=SUM(A1,A9)",
  ])("%s is not read", (formula) => {
    expect(result(formula)).toBeNull();
  });

  it.each(["=A12345678", "=SUM(A1:A12345678)", "=SUM(A12345678:A1)"])("%s names no cell", (formula) => {
    expect(readFormula(formula, "报告数字")).toBeNull();
  });
});
