import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/expr/evaluate";
import { applyRule } from "../../src/rules/apply";
import { readRule } from "../../src/rules/read-rule";
import { contextOf, indicator } from "./entries";

const PIECES = [
  "得5分",
  "扣1分",
  "每发现一个",
  "，",
  "；",
  "。",
  "扣完为止",
  "≥90%",
  "80%（含）-90%",
  "不得分",
  "否则",
  "满分",
  "项目数量/项目总数×4分",
  "①",
  "②",
  "未完成",
  "按比例",
  "超过",
  "一个百分点",
  "按时报送材料的",
  "预算执行率",
  "=",
  "最高",
  "加2分",
  "由评价组按评价要点打分",
  "有一次",
  "低于",
  "60%",
  "本项最高得3分",
  "无结余",
  "（",
  "）",
  "3",
  "资金使用合规",
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(""));
const result = fc.constantFrom(
  "",
  "3",
  "95%",
  "完成",
  "部分达成",
  "未发现",
  "2023年12月",
  "/",
  "*",
  "-3",
  "0",
  "80%-90%",
);

describe("whatever stands in 评分标准", () => {
  it("never breaks the run, and gives a score within bounds or none", () => {
    fc.assert(
      fc.property(text, result, result, (rule, target, actual) => {
        const { outcome } = applyRule(
          indicator({ name: "某项", points: "5", rule, target, actual }),
          contextOf("年末结余=3"),
        );
        if (outcome.kind !== "scored") return;
        const score = evaluate(outcome.score);
        expect(score?.compare(0)).toBeGreaterThanOrEqual(0);
        if (readRule(rule).rule === null) expect(score?.compare(5)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["sentences of one word", "按时报送材料的、参加会议的、".repeat(150)],
    ["deductions", "每发现一个问题未整改的，扣1分，扣完为止；".repeat(60)],
    ["awards", "建立制度并得到有效执行的，得1分；".repeat(60)],
    ["awards that end in something unreadable", `${"建立制度并得到有效执行的，得1分；".repeat(11)}酌情`],
    ["bands", "80%（含）-90%，得4分；".repeat(80)],
    ["list marks", "①制度健全，1分；".repeat(80)],
    ["commas", "有一次，发现一个，每项，".repeat(120)],
    ["numbers", "1".repeat(3000)],
    ["signs", "≥90%".repeat(500)],
  ])("is read without running away: %s", (_what, rule) => {
    const start = performance.now();
    readRule(rule);
    // Far above what any of them takes, far below what backtracking without end would.
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
