import { describe, expect, it } from "vitest";
import { toDecimal } from "../../src/expr/decimal";
import { evaluate } from "../../src/expr/evaluate";
import { explain } from "../../src/expr/explain";
import { apply, rowsOf, type Given } from "./case-rows";

type Row = Record<Given | "得分" | "类型" | "提示" | "说明", string>;

/** One table for each matter. An empty 得分: left to people. An empty 说明 is not compared; all else is. */
const TABLES = ["words", "units", "targets", "bands", "events", "composites"];

function seen(row: Row) {
  const { kind, outcome, notes } = apply(row);
  const score = outcome.kind === "scored" ? evaluate(outcome.score) : null;
  const told = "why" in outcome ? outcome.why : explain(outcome.score);
  return {
    得分: score === null ? "" : toDecimal(score),
    类型: kind ?? "",
    提示: notes.map(({ code }) => code),
    说明: row.说明 === "" ? "" : told,
  };
}

describe.each(TABLES)("%s.csv, as a finance clerk works it out by hand", (table) => {
  it.each(rowsOf<keyof Row>(`${table}.csv`).map((row, index) => [index + 2, row] as const))(
    "line %i: $目标 $实际",
    (_line, row) => {
      const { 得分, 类型, 提示, 说明 } = row;
      expect(seen(row), `${row.评分标准} ${row.目标} → ${row.实际}`).toEqual({
        得分,
        类型,
        提示: 提示 === "" ? [] : 提示.split("|"),
        说明,
      });
    },
  );
});
