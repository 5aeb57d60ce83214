import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { cellName } from "../../src/expr/cell";
import type { Settings } from "../../src/model/settings";
import { applyFundRule, applyRule } from "../../src/rules/apply";
import { contextOf, fund, indicator } from "./entries";

type Given = "评分标准" | "指标" | "分值" | "目标" | "实际" | "其他数据" | "设置";
type Row = Record<Given | "提示" | "级别" | "单元格" | "表中" | "算得", string>;

const rows: Row[] = parse(readFileSync(join(import.meta.dirname, "notes.csv"), "utf8"), { columns: true });

function notesOf({ 评分标准, 指标, 分值, 目标, 实际, 其他数据, 设置 }: Row) {
  if (指标 === "年度资金总额") {
    const amounts = { initial: 其他数据.replace("年初=", ""), adjusted: 目标, executed: 实际 };
    return applyFundRule(fund({ points: 分值, ...amounts }), contextOf()).notes;
  }
  const [setting, value] = 设置.split("=");
  const settings: Partial<Settings> = value === undefined ? {} : { [setting ?? ""]: value };
  const entry = indicator({ name: 指标, rule: 评分标准, points: 分值, target: 目标, actual: 实际 });
  return applyRule(entry, contextOf(其他数据, settings)).notes;
}

it.each(rows)("$指标 ($目标, $实际, $其他数据) leaves the note $提示 at $单元格", (row) => {
  const found = notesOf(row).find(({ code }) => code === row.提示);
  expect({
    级别: found?.severity,
    单元格: found?.cell ? cellName(found.cell) : "",
    表中: found?.stated ?? "",
    算得: found?.computed ?? "",
  }).toEqual({ 级别: row.级别, 单元格: row.单元格, 表中: row.表中, 算得: row.算得 });
});
