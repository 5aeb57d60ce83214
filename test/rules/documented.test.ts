import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ruleKindsPage } from "../../scripts/docs/rule-kinds";

const withoutLayout = (page: string): string => page.replace(/[ \-|]+/g, "");

test("docs/rule-kinds.md lists every kind of rule as the registry has it", () => {
  expect(withoutLayout(readFileSync("docs/rule-kinds.md", "utf8"))).toBe(withoutLayout(ruleKindsPage()));
});
