import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { countOf, measured, measuredPage } from "../../scripts/docs/rule-collection";

describe.each(["build", "measure"] as const)("published wordings, the half to %s", (half) => {
  const rows = measured(half);

  test("gives no wrong score", () => {
    const wrong = rows
      .filter(({ verdict }) => verdict === "wrong")
      .map(({ row, said }) => `${row.评分标准} ${said}`);
    expect(wrong).toEqual([]);
  });

  test("asks in at least 95% of the debatable cases", () => {
    const [held, answered] = [countOf(rows, "held"), countOf(rows, "answered")];
    expect(held / (held + answered)).toBeGreaterThanOrEqual(0.95);
  });
});

test("docs/rules-measured.md shows what the product does now", () => {
  const withoutLayout = (page: string): string => page.replace(/[ \-|]+/g, "");
  expect(withoutLayout(readFileSync("docs/rules-measured.md", "utf8"))).toBe(withoutLayout(measuredPage()));
});
