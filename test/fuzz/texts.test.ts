import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseActual, parseTarget } from "../../src/quantities/target";
import type { GridCell } from "../../src/model/grid";
import type { Quantity } from "../../src/model/quantity";
import { readRule } from "../../src/rules/read-rule";
import { fieldText, parameters, STRINGS } from "./fuzz";

/** No text may take longer than this to read, in milliseconds: a grammar that backtracks takes for ever. */
const PATIENCE = 1500;

const cellOf = (text: string): GridCell => ({ value: text, text, formula: null, format: "General" });

function within<T>(text: string, read: () => T): T {
  const started = process.cpuUsage();
  const result = read();
  const { user } = process.cpuUsage(started);
  expect(user / 1000, JSON.stringify(text.slice(0, 200))).toBeLessThan(PATIENCE);
  return result;
}

/** A number comes from digits or numerals that stand there: nothing else may become one. */
function expectGrounded(quantity: Pick<Quantity, "value" | "nature">, text: string): void {
  if (quantity.value === null) return;
  expect(text, `${JSON.stringify(text)} → ${quantity.value.toFraction()}`).toMatch(
    /[\d０-９零〇一二两三四五六七八九十百千万亿半\p{N}]/u,
  );
}

describe("any text at all", () => {
  it("is read as a target without a crash, a hang or a number from nowhere", () => {
    fc.assert(
      fc.property(fieldText, (text) =>
        expectGrounded(
          within(text, () => parseTarget(cellOf(text), null)),
          text,
        ),
      ),
      parameters(STRINGS),
    );
  }, 3_600_000);

  it("is read as a result, beside any target", () => {
    fc.assert(
      fc.property(fieldText, fieldText, (actual, target) => {
        const known = within(target, () => parseTarget(cellOf(target), null));
        expectGrounded(
          within(actual, () => parseActual(cellOf(actual), null, { target: known })),
          actual,
        );
      }),
      parameters(STRINGS),
    );
  }, 3_600_000);

  it("is read as a rule, the same each time", () => {
    fc.assert(
      fc.property(fieldText, (text) => {
        const first = within(text, () => readRule(text));
        expect(readRule(text)).toBe(first);
        if (first.rule !== null) expect(text.trim()).not.toBe("");
      }),
      parameters(STRINGS),
    );
  }, 3_600_000);
});
