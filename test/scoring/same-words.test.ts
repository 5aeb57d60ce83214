import { expect, it } from "vitest";
import { toDecimal } from "../../src/expr/decimal";
import { scored } from "./forms";

it.each([
  ["1:18", "1:18", "10"],
  ["新建3个、改造5个", "新建3个、改造5个", "10"],
  ["3个、5场", "3个、5场", "10"],
  ["3个、5场", "3个、4场", null],
  ["1:18", "1:17", null],
])("%s answered by %s", (target, actual, expected) => {
  const [indicator] = scored({
    indicators: [["产出指标", "数量指标", "设备", target, actual, 10, "", ""]],
  }).indicators;
  const score = indicator?.computedScore ?? null;
  expect(score === null ? null : toDecimal(score)).toBe(expected);
});
