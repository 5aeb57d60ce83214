import { exact, type Exact } from "../../src/expr/exact";
import { evaluate } from "../../src/expr/evaluate";
import type { RuleApplication } from "../../src/model/evaluation";
import type { IndicatorEntry } from "../../src/model/form";
import { parseActual, parseTarget } from "../../src/quantities/target";
import { textCell } from "../../src/quantities/quantity";
import { applyRule } from "../../src/rules/apply";
import { contextOf } from "./entries";

/** One line of a collection of wordings: an empty 得分 should be asked. */
export type CollectedRow = Record<"评分标准" | "指标" | "分值" | "目标" | "实际" | "得分" | "把握", string>;

const at = (column: number) => ({ sheet: "指标", row: 4, column });

/** The row as the product meets it: target and result read by the reader of cells, the rule applied. */
export function entryOf(row: Omit<CollectedRow, "得分" | "把握">): IndicatorEntry {
  const name = row.指标;
  const target = row.目标 === "" ? null : parseTarget(textCell(row.目标), at(4), { name });
  return {
    level1: null,
    level2: null,
    level3: name,
    level4: null,
    cell: at(2),
    points: { value: exact(row.分值), cell: at(3) },
    target,
    actual: parseActual(textCell(row.实际), at(5), { name, target }),
    rule: { text: row.评分标准, cell: at(6) },
    score: null,
    scoreRate: null,
    completionRate: null,
    reason: null,
    sharesScoreWith: null,
    confidence: "certain",
  };
}

export const applied = (row: Omit<CollectedRow, "得分" | "把握">): RuleApplication =>
  applyRule(entryOf(row), contextOf());

/** The score; null where the product asks. */
export function scoreOf({ outcome }: RuleApplication): Exact | null {
  return outcome.kind === "scored" ? evaluate(outcome.score) : null;
}

export type Verdict = "right" | "wrong" | "asked" | "held" | "answered";

/** Scores are rounded to two places, as the workbook's are. */
export function verdictOf(row: CollectedRow, score: Exact | null): Verdict {
  if (row.把握 === "debatable") return score === null ? "held" : "answered";
  if (score === null) return "asked";
  return row.得分 !== "" && score.equals(exact(row.得分).round(2)) ? "right" : "wrong";
}
