import { describe, expect, it } from "vitest";
import { exact } from "../../src/expr/exact";
import { agreementOf } from "../../src/scoring/agreement";
import { scored } from "./forms";

describe("an entered score", () => {
  it.each([
    // entered, computed, unrounded
    ["9", "8.62", "8.62", "rounded", "廊坊：8.62 印作 9"],
    ["9", "9.91", "9.91", "floored", "9.91 印作 9"],
    ["9", "9.78", "9.7809", "floored", "临翔：9.78 印作 9"],
    ["1.94", "1.94", "1.93864", "same", "贵州"],
    ["1.95", "1.94", "1.93864", "differs", "贵州正文"],
    ["1.9", "1.94", "1.93864", "rounded", "一位小数"],
    ["8.5", "8.45", "8.4496", "differs", "再从两位小数进位是两次进位，8.4496 是 8.4"],
    ["8.4", "8.45", "8.4496", "rounded", "一次进位"],
    ["8.50", "8.5", "8.5", "same", "末尾的 0"],
    ["4", "0", "0", "differs", "保靖公用经费控制率"],
  ])("of %s agrees with %s (before rounding %s): %s", (entered, computed, unrounded, agreement) => {
    expect(agreementOf(exact(entered), exact(computed), exact(unrounded))).toBe(agreement);
  });

  it("has nothing to agree with where the rule takes judgement, and nothing is entered where the cell is empty", () => {
    expect(agreementOf(exact(3), null)).toBe("not-computed");
    expect(agreementOf(null, exact(3))).toBe("not-entered");
  });

  it("is held against the unrounded score also where the formula is a case distinction", () => {
    const { indicators } = scored({
      indicators: [
        ["产出指标", "数量指标", "场次", "≥16", 13.519, 10, 8.4, "天气"],
        ["产出指标", "数量指标", "人次", "≥16", 13.519, 10, 8.5, "天气"],
      ],
    });
    expect(indicators.map(({ computedScore, agreement }) => [computedScore?.toString(), agreement])).toEqual([
      ["8.45", "rounded"],
      ["8.45", "differs"],
    ]);
  });
});
