import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toFixed } from "../../src/expr/decimal";
import { evaluate } from "../../src/expr/evaluate";
import { ZERO, exact, type Exact } from "../../src/expr/exact";
import { applyFundRule, applyRule } from "../../src/rules/apply";
import { contextOf, fund, indicator } from "./entries";

/** A decimal with two places as a person types it, with the hundredths it stands for. */
const hundredths = (min: number, max: number) =>
  fc.integer({ min, max }).map((units) => ({ units: BigInt(units), text: (units / 100).toFixed(2) }));
const points = fc.constantFrom("2", "2.5", "8", "10", "10.3", "20");

/** half-up(numerator ÷ denominator) in hundredths, by whole numbers only. */
function naiveHalfUp(numerator: bigint, denominator: bigint): string {
  const doubled = (numerator * 2n + denominator) / (denominator * 2n);
  return `${doubled / 100n}.${(doubled % 100n).toString().padStart(2, "0")}`;
}

const thousandths = (text: string): bigint => BigInt(Math.round(Number(text) * 1000));

function scoreOf(row: Parameters<typeof indicator>[0], facts = ""): Exact | null {
  const { outcome } = applyRule(indicator(row), contextOf(facts));
  return outcome.kind === "scored" ? evaluate(outcome.score) : null;
}

describe("the national self-evaluation rule", () => {
  it("gives points × actual ÷ target, half-up, for a missed target", () => {
    fc.assert(
      fc.property(points, hundredths(1, 100_000), hundredths(0, 100_000), (full, target, actual) => {
        fc.pre(actual.units < target.units);
        const expected = naiveHalfUp(thousandths(full) * actual.units, target.units * 10n);
        const score = scoreOf({
          name: "宣传次数",
          points: full,
          target: `≥${target.text}`,
          actual: actual.text,
        });
        expect(score === null ? null : toFixed(score, 2)).toBe(expected);
      }),
    );
  });

  it("gives points × target ÷ actual for a reverse target that is exceeded", () => {
    fc.assert(
      fc.property(points, hundredths(0, 100_000), hundredths(1, 100_000), (full, target, actual) => {
        fc.pre(actual.units > target.units);
        const expected = naiveHalfUp(thousandths(full) * target.units, actual.units * 10n);
        const score = scoreOf({ name: "投诉", points: full, target: `≤${target.text}`, actual: actual.text });
        expect(score === null ? null : toFixed(score, 2)).toBe(expected);
      }),
    );
  });

  const targets = fc
    .constantFrom("≥", "≤", "=", "")
    .chain((sign) => hundredths(0, 50_000).map(({ text }) => `${sign}${text}`));

  it("stays between nothing and full points, whatever is typed", () => {
    fc.assert(
      fc.property(points, targets, hundredths(0, 100_000), (full, target, actual) => {
        const score = scoreOf({ name: "某项", points: full, target, actual: actual.text });
        expect(score).not.toBeNull();
        expect(score?.compare(ZERO)).toBeGreaterThanOrEqual(0);
        expect(score?.compare(exact(full))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it.each([
    ["≥", 1],
    ["≤", -1],
  ] as const)("never falls the wrong way for %s as the result grows", (sign, way) => {
    fc.assert(
      fc.property(
        hundredths(1, 50_000),
        hundredths(0, 100_000),
        hundredths(0, 100_000),
        (target, one, other) => {
          const [less, more] = one.units <= other.units ? [one, other] : [other, one];
          const at = (actual: string) =>
            scoreOf({ name: "某项", points: "10", target: `${sign}${target.text}`, actual }) ?? ZERO;
          expect(at(more.text).compare(at(less.text)) * way).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

const RULES: readonly (readonly [string, string, 1 | -1])[] = [
  ["执行率", "10分×执行率", 1],
  ["分档", "≥90%，得满分；80%（含）-90%，得8分；60%（含）-80%，得5分；低于60%不得分", 1],
  ["超出扣分", "≤100%得满分；每超过1个百分点扣0.5分，扣完为止", -1],
  ["不足进位扣分", "≤100%得满分；每超过1个百分点扣0.5分，不足1个百分点的按1个百分点计算，扣完为止", -1],
  ["及格门槛", "≥90%得满分；60%-90%按比例得分；低于60%不得分", 1],
];

describe.each(RULES)("the rule %s", (_name, rule, way) => {
  const at = (percent: string) => scoreOf({ name: "某率", points: "10", rule, actual: `${percent}%` });

  it("stays between nothing and full points", () => {
    fc.assert(
      fc.property(hundredths(0, 20_000), ({ text }) => {
        const score = at(text);
        expect(score?.compare(ZERO)).toBeGreaterThanOrEqual(0);
        expect(score?.compare(exact(10))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("is monotone in the result", () => {
    fc.assert(
      fc.property(hundredths(0, 20_000), hundredths(0, 20_000), (one, other) => {
        const [less, more] = one.units <= other.units ? [one, other] : [other, one];
        expect((at(more.text) ?? ZERO).compare(at(less.text) ?? ZERO) * way).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("deductions for events", () => {
  it("take so much for each, never more than the points or the stated most", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 5 }), (count, most) => {
        const score = scoreOf({
          name: "合规性",
          points: "5",
          rule: `每发现一例扣1分，最多扣${most}分`,
          actual: `${count}例`,
        });
        expect(score?.toString()).toBe(String(5 - Math.min(count, most)));
      }),
    );
  });
});

describe("the fund row", () => {
  it("gives points × executed ÷ budget, half-up, at most full points", () => {
    fc.assert(
      fc.property(points, hundredths(1, 1_000_000), hundredths(0, 1_000_000), (full, budget, executed) => {
        const { outcome } = applyFundRule(
          fund({ points: full, adjusted: budget.text, executed: executed.text }),
          contextOf(),
        );
        const share = executed.units > budget.units ? budget.units : executed.units;
        const expected = naiveHalfUp(thousandths(full) * share, budget.units * 10n);
        const score = outcome.kind === "scored" ? evaluate(outcome.score) : null;
        expect(score === null ? null : toFixed(score, 2)).toBe(expected);
      }),
    );
  });
});
