import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { toDecimal } from "../../src/expr/decimal";
import { evaluate } from "../../src/expr/evaluate";
import { explain } from "../../src/expr/explain";
import { applyRule } from "../../src/rules/apply";
import { contextOf, indicator } from "./entries";

type Column =
  "评分标准" | "指标" | "分值" | "目标" | "实际" | "其他数据" | "得分" | "类型" | "提示" | "说明" | "来源";
type Row = Record<Column, string>;

/** One table for each matter. An empty 得分: left to people. An empty 说明 is not compared; all else is. */
const TABLES = ["words", "units", "targets", "bands", "events", "composites"];

const rowsOf = (table: string): Row[] =>
  parse(readFileSync(join(import.meta.dirname, `${table}.csv`), "utf8"), { columns: true });

function seen(row: Row) {
  const { kind, outcome, notes } = applyRule(
    indicator({
      name: row.指标 || "某项指标",
      rule: row.评分标准,
      points: row.分值,
      target: row.目标,
      actual: row.实际 === "(无列)" ? undefined : row.实际,
    }),
    contextOf(row.其他数据),
  );
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
  it.each(rowsOf(table).map((row, index) => [index + 2, row] as const))(
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
