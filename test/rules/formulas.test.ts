import { describe, expect, it } from "vitest";
import { toDecimal } from "../../src/expr/decimal";
import { evaluate } from "../../src/expr/evaluate";
import { toFormula } from "../../src/expr/formula";
import { applyRule } from "../../src/rules/apply";
import { contextOf, indicator, type IndicatorRow } from "./entries";
import { nodesOf } from "./nodes-of";
import { quantityFrom } from "./quantities";

function scored(row: Omit<IndicatorRow, "name" | "points">) {
  const { outcome } = applyRule(indicator({ name: "合格率", points: "5", ...row }), contextOf());
  if (outcome.kind !== "scored") throw new Error(outcome.kind);
  return outcome;
}

describe("the formula of bands", () => {
  const rule = "90%以上得5分；60%-90%得3分；60%以下不得分";

  it("asks one end where a band has one, both where it has two", () => {
    const formula = toFormula(scored({ rule, actual: "95%" }).score, "指标");
    expect(formula).not.toMatch(/^=IF\(AND\(/);
    expect(formula.match(/AND\(/g)).toHaveLength(1);
  });

  it("stands on the rate of completion, and shows the count", () => {
    const { actual } = scored({
      rule: rule.replace(/(?=[69]0%(?:以|-))/g, "完成率"),
      target: "≥200人次",
      actual: "170人次",
    });
    const value = actual === null ? null : evaluate(actual);
    expect(value === null ? null : toDecimal(value)).toBe("170");
  });
});

describe("the formula of deductions", () => {
  const rule = "每发现一个问题扣1分，扣完为止";

  it("keeps its full points while the cell says 无", () =>
    expect(toFormula(scored({ rule, actual: "未发现问题" }).score, "指标")).toContain('TRIM(F5)="无"'));

  it("has the deduction as a step of its own", () => {
    const steps = [...nodesOf(scored({ rule, actual: "2个" }).score)].filter(({ kind }) => kind === "step");
    expect(steps).toContainEqual(expect.objectContaining({ name: "扣分", style: "points" }));
  });
});

describe("what cannot be read with certainty", () => {
  const why = (row: object) => {
    const entry = { ...indicator({ name: "培训人次", points: "10", target: "≥3次", actual: "3次" }), ...row };
    const { outcome } = applyRule(entry, contextOf());
    return "why" in outcome ? outcome.why : outcome.kind;
  };
  const unclear = (column: number) => ({
    ...quantityFrom("3、5次", { sheet: "指标", row: 4, column }),
    nature: "unreadable" as const,
  });

  it("is said of the target or of the result", () => {
    expect(why({ target: unclear(4) })).toBe("目标“3、5次”读不出确定的数值");
    expect(why({ actual: unclear(5) })).toBe("完成情况“3、5次”读不出确定的数值");
  });
});
