import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { readRule } from "../../src/rules/read-rule";

type Row = Record<"评分标准" | "类型" | "读作", string>;

const rows: Row[] = parse(readFileSync(join(import.meta.dirname, "wordings.csv"), "utf8"), { columns: true });

it.each(rows)("“$评分标准” is read as $读作", ({ 评分标准, 类型, 读作 }) => {
  const { rule } = readRule(评分标准);
  expect([rule?.kind, rule?.wording]).toEqual([类型, 读作]);
});
