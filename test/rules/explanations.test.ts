import { expect, it } from "vitest";
import { explain } from "../../src/expr/explain";
import { apply, rowsOf, type Given } from "./case-rows";

it.each(rowsOf<Given | "说明">("explanations.csv"))(
  "$指标 $目标 $实际 $其他数据 is explained as $说明",
  (row) => {
    const { outcome } = apply(row);
    expect(outcome.kind === "scored" ? explain(outcome.score) : outcome.why).toBe(row.说明);
  },
);
