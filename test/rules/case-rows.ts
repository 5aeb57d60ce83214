import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { RuleApplication } from "../../src/model/evaluation";
import type { Settings } from "../../src/model/settings";
import { applyFundRule, applyRule } from "../../src/rules/apply";
import { contextOf, fund, indicator } from "./entries";

/** The columns that say what stands in the form; a table has those that it needs. */
export type Given = "评分标准" | "指标" | "二级指标" | "分值" | "目标" | "实际" | "其他数据" | "设置";

/** What stands in place of a result where the form has no column for it. */
const NO_COLUMN = "(无列)";

/** The rows of a table beside the tests, by the names of its columns. */
export function rowsOf<Column extends string>(file: string): Record<Column, string>[] {
  return parse(readFileSync(join(import.meta.dirname, file), "utf8"), { columns: true });
}

/** `zeroBudget=ask|notApplicable=rescale`: settings that differ from those a new user has. */
function settingsOf(text: string): Partial<Settings> {
  const entries = text.split("|").filter(Boolean);
  return Object.fromEntries(entries.map((entry) => entry.split("="))) as Partial<Settings>;
}

/** The row of the fund: 目标 is its budget, 实际 what was executed, `年初=…` the initial budget. */
export const FUND = "年度资金总额";

/** Applies the rule of a row to its target and result. */
export function apply(row: Partial<Record<Given, string>>): RuleApplication {
  const {
    评分标准: rule = "",
    分值: points = "",
    目标: target = "",
    实际: actual,
    其他数据: facts = "",
  } = row;
  const settings = settingsOf(row.设置 ?? "");
  if (row.指标 === FUND) {
    const initial = facts.replace("年初=", "");
    const amounts = { adjusted: target, executed: actual ?? "", ...(initial === "" ? {} : { initial }) };
    return applyFundRule(fund({ points, ...amounts }), contextOf("", settings));
  }
  return applyRule(
    indicator({
      name: row.指标 || "某项指标",
      level2: row.二级指标 ?? "",
      rule,
      points,
      target,
      actual: actual === NO_COLUMN ? undefined : actual,
    }),
    contextOf(facts, settings),
  );
}
