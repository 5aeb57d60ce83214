import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/expr/evaluate";
import { explain } from "../../src/expr/explain";
import { toFormula } from "../../src/expr/formula";
import type { RuleApplication } from "../../src/model/evaluation";
import { applyRule } from "../../src/rules/apply";
import { mostPoints } from "../../src/rules/most-points";
import { RULE_KINDS } from "../../src/rules/registry";
import { contextOf, indicator } from "./entries";
import { EXAMPLES } from "./examples";
import { foreignFunctions } from "./formula-functions";

const TARGETS = [
  undefined,
  "",
  "*",
  "0",
  "96.36",
  "95%",
  "≥90%",
  "≤3起",
  ">5%",
  "<5次",
  "80%-90%",
  "2023年12月31日前",
  "完成",
  "优良中差",
  "是",
  "2.5万元",
];
const RESULTS = [
  undefined,
  "",
  "/",
  "*",
  "0",
  "1",
  "-3",
  "3次",
  "7.125",
  "96.36",
  "95%",
  "130%",
  "80%-90%",
  "2023年12月",
  "2024年1月5日",
  "完成",
  "未完成",
  "部分达成预期指标并具有一定效果",
  "未发现",
  "是",
  "否",
  "2.5万元",
];
const FACTS = [
  "",
  "年末结余=0|上年结转=0",
  "年末结余=5",
  "公开的项目数量=0|项目总数=0",
  "公开的项目数量=3|自评的项目数量=2",
];

const GAP = /undefined|null|NaN|\[object|function|，，|，。|、、|“”$|Stryker/;
const KINDS = ["scored", "needs-judgement", "not-filled", "not-applicable", "not-understood"];

/** What would keep a person from understanding or trusting what the rule made of the row. */
function faultsOf(
  { kind, label, outcome, notes }: RuleApplication,
  most: ReturnType<typeof mostPoints>,
): string[] {
  const known = kind === null || kind !== "";
  const texts = [label, ...notes.map(({ message }) => message)];
  const faults = [
    ...(known && KINDS.includes(outcome.kind) ? [] : [`no kind: ${String(kind)} ${outcome.kind}`]),
    ...texts.filter((text) => text === "" || GAP.test(text)),
    ...notes
      .filter(({ severity }) => !["error", "warning", "note"].includes(severity))
      .map(({ code }) => `note ${code}`),
  ];
  if ("why" in outcome)
    return outcome.why === "" || GAP.test(outcome.why) ? [...faults, `why: ${outcome.why}`] : faults;
  const { score } = outcome;
  const value = evaluate(score);
  const told = explain(score);
  const formula = toFormula(score, "计算底稿");
  return [
    ...faults,
    ...(told === "" || GAP.test(told) ? [`explanation: ${told}`] : []),
    ...(GAP.test(formula) || /\(\)|,,|\(,|,\)/.test(formula) || foreignFunctions(formula).length > 0
      ? [`formula: ${formula}`]
      : []),
    ...(value === null || value.compare(0) < 0 || (most !== null && value.compare(most) > 0)
      ? [`score: ${String(value)}`]
      : []),
  ];
}

describe("whatever target and result stand beside a rule", () => {
  it.each(Object.entries(EXAMPLES))(
    "%s gives a score within its bounds or says why not",
    (_name, { rule = "", points = "10" }) => {
      const faults: string[] = [];
      for (const target of TARGETS) {
        for (const actual of RESULTS) {
          for (const facts of actual === undefined || actual === "" ? FACTS : FACTS.slice(0, 1)) {
            const row = {
              name: "某项指标",
              points,
              rule,
              actual,
              ...(target === undefined ? {} : { target }),
            };
            const entry = indicator(row);
            const found = faultsOf(applyRule(entry, contextOf(facts)), mostPoints(entry));
            faults.push(...found.map((fault) => `${target ?? "—"} | ${actual ?? "—"} | ${facts}: ${fault}`));
          }
        }
      }
      expect(faults).toEqual([]);
    },
  );

  it("is tried beside every kind", () => expect(Object.keys(EXAMPLES)).toHaveLength(RULE_KINDS.length));

  it("no points, no score", () => {
    for (const { rule = "" } of Object.values(EXAMPLES)) {
      const { outcome } = applyRule(
        indicator({ name: "某项指标", points: "", rule, actual: "3" }),
        contextOf(),
      );
      expect(outcome.kind).not.toBe("scored");
    }
  });
});
