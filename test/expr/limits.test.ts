import { describe, expect, test } from "vitest";
import { exact } from "../../src/expr/exact";
import { completeSum, input, sum } from "../../src/expr/expression";
import { quoted, toFormula } from "../../src/expr/formula";

/** Every other row, so that no two stand together in one area. */
const cells = (count: number) =>
  Array.from({ length: count }, (_, index) => input({ sheet: "资金", row: index * 2, column: 0 }, exact(1)));

/** The most arguments that any function of a formula has. */
function mostArguments(formula: string): number {
  const open: number[] = [];
  let most = 0;
  for (const character of formula) {
    if (character === "(") open.push(1);
    else if (character === ",") open.push((open.pop() ?? 0) + 1);
    else if (character === ")") most = Math.max(most, open.pop() ?? 0);
  }
  return most;
}

describe("formulas within Excel's limits", () => {
  test.each([255, 256, 700, 66_000])("a sum of %i cells has at most 255 arguments in a function", (count) => {
    expect(mostArguments(toFormula(sum(cells(count)), "资金"))).toBeLessThanOrEqual(255);
  });

  test("a sum that waits counts its cells in parts, too", () => {
    const formula = toFormula(completeSum(cells(300), "待评分"), "资金");
    expect(mostArguments(formula)).toBeLessThanOrEqual(255);
    expect(formula.match(/COUNT\(/g)).toHaveLength(2);
    expect(formula).toContain("<300,");
  });

  test("a text above 255 characters is written in pieces, a line break as CHAR(10)", () => {
    const pieces = quoted("字".repeat(600)).split("&");
    expect(pieces.every((piece) => piece.length - 2 <= 255)).toBe(true);
    expect(pieces.map((piece) => piece.slice(1, -1)).join("")).toBe("字".repeat(600));
    expect(quoted('甲\n"乙"')).toBe('"甲"&CHAR(10)&"""乙"""');
  });
});
