import { describe, expect, it } from "vitest";
import { isCalculable } from "../src/model/calculable";
import { withSingleValues } from "../src/model/implicit-intersection";

const known = new Set(["SUM", "IF", "TODAY", "LET", "LAMBDA"]);

describe("a formula that the engine cannot calculate is told by its text", () => {
  it.each([
    ["=SUM(A1:B2)+1", true],
    ["='一 表'!A1*SUM(预算!B:B)", true],
    ['=IF(A1="RATE(",1,2)', true],
    ["=A1/0+#REF!", true],
    ["=RATE(A1)", false],
    ["=IF(A1>0,OWN.RATE(B1),0)", false],
    ["=LET(x,1,x*8)", false],
    ["=[1]年初!B2", false],
    ["='C:\\[年初.xlsx]表'!B2", false],
    ["=SUM(一月:三月!B2)", false],
    ["=SUM('一 月:三月'!B2)", false],
    ["=SUM(表1[金额])", false],
    ["=SUM(A3#)", false],
  ])("%s: %s", (formula, calculable) => {
    expect(isCalculable(formula, (name) => known.has(name))).toBe(calculable);
  });
});

// Row 4, column C.
describe("an area in the place of a single value is its cell in the formula's row or column", () => {
  it.each([
    ["=F:F*1", "=F4*1"],
    ["=自评表!$F:$F*1", "=自评表!F4*1"],
    ["='一 表'!F1:F9+1", "='一 表'!F4+1"],
    ["=ROUND(F2:F9*A2:A9,2)", "=ROUND(F4*A4,2)"],
    ["=IF(A:A>0,1,0)", "=IF(A4>0,1,0)"],
    ["=1:1&2:2", "=C1&C2"],
    ["=SUM(F:F)*1", "=SUM(F:F)*1"],
    ["=SUM(IF(A1:A9>0,1,0))", "=SUM(IF(A1:A9>0,1,0))"],
    ["=F6:F9*1", "=F6:F9*1"],
    ['="F:F"&A1', '="F:F"&A1'],
    ["=A1:B9*1", "=A1:B9*1"],
    ["={1,2}+F:F", "={1,2}+F4"],
  ])("%s is %s", (formula, single) => {
    expect(withSingleValues(formula, 3, 2)).toBe(single);
  });
});
