import { expect, it } from "vitest";
import { readRule } from "../../src/rules/read-rule";
import { rowsOf } from "./case-rows";

const rows = rowsOf<"评分标准" | "类型" | "读作">("wordings.csv");

it.each(rows)("“$评分标准” is read as $读作", ({ 评分标准, 类型, 读作 }) => {
  const { rule } = readRule(评分标准);
  expect([rule?.kind, rule?.wording]).toEqual([类型, 读作]);
});
