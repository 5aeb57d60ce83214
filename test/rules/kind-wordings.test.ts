import { expect, it } from "vitest";
import { toDecimal } from "../../src/expr/decimal";
import { exact } from "../../src/expr/exact";
import { readRule } from "../../src/rules/read-rule";
import { rowsOf } from "./case-rows";

/** What a kind reads of the whole text; what is read clause by clause has tables of its own (clauses.test.ts). */
function asAWhole(text: string) {
  const { rule } = readRule(text);
  return rule?.kind === "clauses" ? null : rule;
}

const rows = rowsOf<"评分标准" | "类型" | "读作" | "最高分">("kind-wordings.csv");

/** A row without 类型 is a wording that looks like a rule and is left to people. */
it.each(rows.map((row) => [row.评分标准, row] as const))("“%s”", (text, { 类型, 读作, 最高分 }) => {
  const rule = asAWhole(text);
  const most = rule === null ? "" : toDecimal(rule.most(exact(10)));
  expect([rule?.kind ?? "", rule?.wording ?? "", most]).toEqual([类型, 读作, 最高分]);
});
