import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalPlaces, toDecimal, toFixed, withThousands } from "../../src/expr/decimal";
import { exact, fromCellNumber, parseDecimal } from "../../src/expr/exact";
import { cutOff, roundHalfUp } from "../../src/expr/rounding";

describe("an exact number", () => {
  it.each([["15383.72"], ["-0.5"], [".5"], ["3."], ["+7"]])("is read from %s", (text) =>
    expect(parseDecimal(text)).not.toBeNull(),
  );
  it.each([[""], ["1e3"], ["1,000"], ["≥3"], ["1/3"], ["NaN"], ["."]])("is not read from %j", (text) =>
    expect(parseDecimal(text)).toBeNull(),
  );
  it("refuses a literal that is no decimal", () => expect(() => exact("ten")).toThrow(RangeError));

  it("adds tenths without the dust of floating point", () => {
    expect(exact("0.1").add(exact("0.2")).equals(exact("0.3"))).toBe(true);
  });

  it.each([
    [0.1 + 0.2, "0.3"],
    [15383.72, "15383.72"],
    [1e21, "1000000000000000000000"],
    [1.5e-7, "0.00000015"],
    [-471.98, "-471.98"],
  ])("is what a cell shows for %d", (value, text) =>
    expect(toDecimal(fromCellNumber(value) ?? exact(0), 30)).toBe(text),
  );

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY]])("is not there for %d", (value) =>
    expect(fromCellNumber(value)).toBeNull(),
  );
});

describe("rounding half-up", () => {
  it.each([
    ["1.9386", 2, "1.94"],
    ["94.725", 2, "94.73"],
    ["7.927", 2, "7.93"],
    ["1.005", 2, "1.01"],
    ["-1.005", 2, "-1.01"],
    ["2.675", 2, "2.68"],
    ["8.62", 0, "9"],
    ["0.5", 0, "1"],
    ["0.49999999999999999", 0, "0"],
  ])("takes %s to %i decimals as %s", (value, places, rounded) =>
    expect(toDecimal(roundHalfUp(exact(value), places))).toBe(rounded),
  );

  it.each([
    ["97.8086", 2, "97.8"],
    ["9.91", 0, "9"],
    ["-9.91", 0, "-9"],
  ])("cutting off takes %s to %i decimals as %s", (value, places, cut) =>
    expect(toDecimal(cutOff(exact(value), places))).toBe(cut),
  );

  const numbers = fc
    .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 10_000 }))
    .map(([n, d]) => exact(n).div(d));

  it("is at most half a unit away, and rounding again changes nothing", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 6 }), (value, places) => {
        const rounded = roundHalfUp(value, places);
        expect(
          rounded
            .sub(value)
            .abs()
            .mul(exact(10).pow(places) ?? 1)
            .compare(exact("0.5")),
        ).toBeLessThanOrEqual(0);
        expect(roundHalfUp(rounded, places).equals(rounded)).toBe(true);
      }),
    );
  });
});

describe("writing a number", () => {
  it.each([
    ["1.5", 2, "1.50"],
    ["-0.001", 2, "0.00"],
    ["0", 0, "0"],
    ["99.995", 2, "100.00"],
  ])("%s with %i decimals is %s", (value, places, text) => expect(toFixed(exact(value), places)).toBe(text));

  it("gives back what was read", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 8 }), (units, places) => {
        const value = exact(units).div(10 ** places);
        expect(exact(toDecimal(value)).equals(value)).toBe(true);
      }),
    );
  });

  it("rounds what never ends", () => expect(toDecimal(exact(1).div(3), 4)).toBe("0.3333"));
  it("knows how many decimals a number needs", () => {
    expect(decimalPlaces(exact("12.50"))).toBe(1);
    expect(decimalPlaces(exact(1).div(8))).toBe(3);
    expect(decimalPlaces(exact(1).div(3))).toBeNull();
  });
  it.each([
    ["15383.72", "15,383.72"],
    ["999", "999"],
    ["-1234567", "-1,234,567"],
  ])("groups %s as %s", (decimal, grouped) => expect(withThousands(decimal)).toBe(grouped));
});
