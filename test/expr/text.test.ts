import { describe, expect, it } from "vitest";
import { exact } from "../../src/expr/exact";
import { constant, divide, input, message } from "../../src/expr/expression";
import { evaluateText, join, numberText, onScale, textFormula, words } from "../../src/expr/text";

const at = (column: number) => ({ sheet: "底稿", row: 4, column });
const rate = divide(input(at(0), exact("86.5")), input(at(1), exact(90)));
const none = message("待评分");
const steps = [
  { word: "优", from: exact(90) },
  { word: "良", from: exact("79.5") },
];
const graded = (score: string) => onScale(input(at(2), exact(score)), steps, "差");

describe("a text that stays live", () => {
  it.each([
    ["words", words("综合得分"), "综合得分"],
    ["a number with two decimals", numberText(rate, "0.00"), "0.96"],
    ["a percentage", numberText(rate, "0.00%"), "96.11%"],
    ["a whole number", numberText(constant("86.5"), "0"), "87"],
    ["nothing for a number that is missing", numberText(none, "0.00"), ""],
    ["the best word", graded("90"), "优"],
    ["the word of the step below", graded("89.99"), "良"],
    ["the word under the last step", graded("79.49"), "差"],
    ["no word for a score that is missing", onScale(none, steps, "差"), ""],
    ["what is said of a missing score", onScale(none, steps, "差", { missing: "待定" }), "待定"],
    ["parts in their order", join(words("得分"), numberText(rate, "0.00"), words("分")), "得分0.96分"],
  ])("shows %s", (_what, text, shown) => expect(evaluateText(text)).toBe(shown));

  it.each([
    ["words, quotes doubled", words('“优”或"良"'), '="“优”或""良"""'],
    ["a number in its format", numberText(rate, "0.00%"), '=TEXT(A5/B5,"0.00%")'],
    ["parts", join(words("得"), numberText(rate, "0.00")), '="得"&TEXT(A5/B5,"0.00")'],
    [
      "a scale, from the best step down",
      graded("90"),
      '=IF(ISNUMBER(C5),IF(C5>=90,"优",IF(C5>=79.5,"良","差")),"")',
    ],
    [
      "a scale that asks another cell whether there is a number",
      onScale(rate, [{ word: "优", from: exact(1) }], "差", {
        missing: "待定",
        known: input(at(3), exact(1)),
      }),
      '=IF(ISNUMBER(D5),IF(A5/B5>=1,"优","差"),"待定")',
    ],
    [
      "a step that never ends, to fifteen places",
      onScale(input(at(2), exact(1)), [{ word: "优", from: exact(1).div(3) }], "差"),
      '=IF(ISNUMBER(C5),IF(C5>=0.333333333333333,"优","差"),"")',
    ],
  ])("is written as a formula: %s", (_what, text, formula) =>
    expect(textFormula(text, "底稿")).toBe(formula),
  );

  it("points at a number that stands on the sheet already", () => {
    const placement = new Map([[rate, { sheet: "底稿", row: 9, column: 7 }]]);
    expect(textFormula(numberText(rate, "0.00"), "汇总", placement)).toBe('=TEXT(底稿!H10,"0.00")');
  });
});
