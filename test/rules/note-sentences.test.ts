import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { cellName } from "../../src/expr/cell";
import { applyRule } from "../../src/rules/apply";
import { contextOf, indicator } from "./entries";

type Column =
  "评分标准" | "指标" | "分值" | "目标" | "实际" | "其他数据" | "单元格" | "级别" | "提示" | "说明";
type Row = Record<Column, string>;

const rows: Row[] = parse(readFileSync(join(import.meta.dirname, "note-sentences.csv"), "utf8"), {
  columns: true,
});

it.each(rows)("$评分标准 $目标 $实际: $提示", (row) => {
  const { notes } = applyRule(
    indicator({
      name: row.指标,
      rule: row.评分标准,
      points: row.分值,
      target: row.目标,
      actual: row.实际 === "(无列)" ? undefined : row.实际,
    }),
    contextOf(row.其他数据),
  );
  const seen = notes.map(({ cell, severity, message }) => [cell && cellName(cell), severity, message]);
  expect(seen).toEqual([[row.单元格, row.级别, row.提示]]);
});
