import { expect, it } from "vitest";
import { toDecimal } from "../../src/expr/decimal";
import { exact } from "../../src/expr/exact";
import { readRule } from "../../src/rules/read-rule";
import { rowsOf } from "./case-rows";

/** 最多: the most that the rule gives an indicator of ten points. An empty 类型: not understood, left to people. */
const rows = rowsOf<"评分标准" | "类型" | "读作" | "最多">("readings.csv");

it.each(rows)("“$评分标准” is $类型: $读作", ({ 评分标准, 类型, 读作, 最多 }) => {
  const { rule } = readRule(评分标准);
  expect({
    类型: rule?.kind ?? "",
    读作: rule?.wording ?? "",
    最多: rule === null ? "" : toDecimal(rule.most(exact("10"))),
  }).toEqual({ 类型, 读作, 最多 });
});
