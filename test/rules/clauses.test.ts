import { describe, expect, it } from "vitest";
import { rowsOf } from "./case-rows";
import { applied, scoreOf, verdictOf, type CollectedRow } from "./as-in-a-form";

type Row = CollectedRow & Record<"来源标题", string>;
const titled = (rows: readonly Row[]) =>
  rows.map((row, index) => [`line ${index + 2}: ${row.评分标准} | ${row.目标} | ${row.实际}`, row] as const);

describe("one wording of each kind that published tables have", () => {
  it.each(titled(rowsOf("one-of-a-kind.csv")))("%s", (_title, row) => {
    const verdict = verdictOf(row, scoreOf(applied(row)));
    expect(verdict).toBe(row.把握 === "debatable" ? "held" : "right");
  });
});

/** Conventions of docs/rules.md: part of a step counts in proportion with a note (§7), 完成 answers every item (Q1). */
const BY_CONVENTION = ["每低于目标值5%扣1分，扣完为止", "主体工程完工得6分，附属工程完工得4分"];

describe("a clause that changes the result", () => {
  const rows = rowsOf<keyof Row>("extra-clauses.csv");

  it.each(titled(rows))("is never lost: %s", (_title, row) => {
    const verdict = verdictOf(row, scoreOf(applied(row)));
    expect(verdict).not.toBe("wrong");
    if (!BY_CONVENTION.includes(row.评分标准)) expect(verdict).not.toBe("answered");
  });

  it("is read in all but a few of the clear cases", () => {
    const clear = rows.filter(({ 把握 }) => 把握 === "certain");
    const right = clear.filter((row) => verdictOf(row, scoreOf(applied(row))) === "right");
    expect(right.length).toBeGreaterThanOrEqual(clear.length - 8);
  });
});
