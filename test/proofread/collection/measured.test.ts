import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { measure, type Measured } from "./collection";

describe("the half of the collection that rules are written on", () => {
  let measured: Measured;
  beforeAll(() => {
    measured = measure("build");
  }, 300_000);

  it("holds no contradiction that is none, and no impossible value", () => {
    expect(measured.contradictions.wrong).toEqual([]);
    expect(measured.impossible).toEqual([]);
  });

  it("is recognised as far as the page says", () => {
    const page = readFileSync("docs/proofread-measured.md", "utf8");
    for (const { kind, relations, recognised } of measured.kinds)
      expect(page).toContain(`| ${kind} | ${relations} | ${recognised}（`);
    const sum = (of: "relations" | "recognised"): number =>
      measured.kinds.reduce((total, row) => total + row[of], 0);
    expect(sum("recognised") / sum("relations")).toBeGreaterThanOrEqual(0.6);
  });
});
