import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { explain } from "../../src/expr/explain";
import { applyRule } from "../../src/rules/apply";
import { contextOf, indicator } from "./entries";

type Row = Record<"评分标准" | "指标" | "二级指标" | "分值" | "目标" | "实际" | "其他数据" | "说明", string>;

const rows: Row[] = parse(readFileSync(join(import.meta.dirname, "explanations.csv"), "utf8"), {
  columns: true,
});

it.each(rows)("$指标 $目标 $实际 $其他数据 is explained as $说明", (row) => {
  const { outcome } = applyRule(
    indicator({
      name: row.指标,
      level2: row.二级指标,
      rule: row.评分标准,
      points: row.分值,
      target: row.目标,
      actual: row.实际 === "(无列)" ? undefined : row.实际,
    }),
    contextOf(row.其他数据),
  );
  expect(outcome.kind === "scored" ? explain(outcome.score) : outcome.why).toBe(row.说明);
});
