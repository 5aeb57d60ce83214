import { describe, expect, it } from "vitest";
import { toDecimal } from "../../src/expr/decimal";
import { evaluate } from "../../src/expr/evaluate";
import { explain } from "../../src/expr/explain";
import { toFormula } from "../../src/expr/formula";
import type { RuleApplication, RuleOutcome } from "../../src/model/evaluation";
import { apply, FUND, rowsOf, type Given } from "./case-rows";
import { nodesOf } from "./nodes-of";
import { foreignFunctions } from "./formula-functions";

type Row = Record<Given | "得分" | "状态" | "提示", string>;
type ScoredOutcome = Extract<RuleOutcome, { kind: "scored" }>;

const rows: Row[] = rowsOf("cases.csv");

function seen(application: RuleApplication) {
  const { outcome, notes } = application;
  const score = "score" in outcome && outcome.score !== null ? evaluate(outcome.score) : null;
  return {
    得分: score === null ? "" : toDecimal(score),
    状态: outcome.kind,
    提示: notes.map(({ code }) => code).join("|"),
  };
}

describe("scoring rules, as a finance clerk works them out by hand", () => {
  it("is a table of at least 200 cases", () => expect(rows.length).toBeGreaterThanOrEqual(200));

  it.each(rows.map((row, index) => [index + 2, row] as const))("line %i: $指标", (_line, row) => {
    const { 得分, 状态, 提示 } = row;
    const application = apply(row);
    expect(seen(application), `${row.评分标准 || row.指标} ${row.目标} → ${row.实际}`).toEqual({
      得分,
      状态,
      提示,
    });
    const { outcome } = application;
    if ("why" in outcome) expect(outcome.why).not.toBe("");
    else expectTold(outcome, row.指标 === FUND);
  });
});

/** Every score tells how it came about, is written with functions that all spreadsheets have, and gives as operands the very nodes it is made of. */
function expectTold({ score, target, actual, measure }: ScoredOutcome, isFund: boolean): void {
  expect(explain(score)).not.toBe("");
  expect(foreignFunctions(toFormula(score, "计算底稿"))).toEqual([]);
  if (isFund) return;
  const inside = nodesOf(score);
  for (const operand of [target, actual, measure]) {
    if (operand !== null) expect(inside.has(operand)).toBe(true);
  }
}
