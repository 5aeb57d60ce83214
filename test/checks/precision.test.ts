import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact, type Exact } from "../../src/expr/exact";
import { toDecimal, toFixed } from "../../src/expr/decimal";
import { cutOff, roundHalfUp } from "../../src/expr/rounding";
import {
  differenceOf,
  exactly,
  productOf,
  quotientOf,
  sumOf,
  type Estimate,
} from "../../src/printed/estimate";
import {
  estimateOf,
  halfUnit,
  isCutOff,
  judge,
  powerOfTen,
  printed,
  printedAmounts,
  printedExact,
  speakLike,
  type Printed,
} from "../../src/printed/precision";
import { quantity } from "./subject";

function read(text: string): Printed {
  const number = printed(quantity(text));
  if (number === null) throw new Error(text);
  return number;
}

describe("a printed number", () => {
  it.each([
    ["37.55%", "0.3755", 4],
    ["97.5%", "0.975", 3],
    ["100%", "1", 2],
    ["15,383.72", "15383.72", 2],
    ["9", "9", 0],
    ["-66.67%", "-0.6667", 4],
    ["175份", "175", 0],
  ])("%s is %s to %i decimals", (text, value, places) => {
    expect(toDecimal(read(text).value)).toBe(value);
    expect(read(text).places).toBe(places);
  });

  it.each([
    ["301. 36", "301.36", 2],
    ["１５３８３．７２", "15383.72", 2],
  ])("is read through stray blanks and full width: %s", (text, value, places) => {
    const number = printed(quantity("1", null, { text, value: exact(value) }));
    expect(number).toMatchObject({ places });
  });

  it("has a sign of its own for thousandths, and may have a long minus", () => {
    const thousandths = printed(quantity("1", null, { text: "5‰", value: exact("0.005") }));
    expect(thousandths).toMatchObject({ places: 3, shift: 3 });
    expect(thousandths && speakLike(thousandths, exact("0.0062"))).toBe("6.2‰");
    expect(printed(quantity("1", null, { text: "−66.67%", value: exact("-0.6667") }))).toMatchObject({
      places: 4,
      shift: 2,
    });
  });

  it.each([
    [" 四分之一 ", exact(1).div(4), "0.25", 2],
    ["三分之一", exact(1).div(3), "0.333333333333333", 15],
    ["三十五批", exact(35), "35", 0],
  ])("in words, %s, is %s at the decimals that it needs", (text, value, shown, places) => {
    const number = printed(quantity("1", null, { text, value }));
    expect(number && toDecimal(number.value)).toBe(shown);
    expect(number).toMatchObject({ text: text.trim(), places, shift: 0 });
  });

  it("is none where the cell holds a range", () => {
    expect(printed(quantity("5", null, { text: "5-8", nature: "range" }))).toBeNull();
  });

  it("is as the cell shows it, without the blanks around it", () => {
    expect(printed(quantity("1", null, { text: " 301.36 ", value: exact("301.36") }))?.text).toBe("301.36");
  });

  it("may stand for half a unit more or less", () => {
    expect(printed(quantity("1", null, { text: "0.6", value: exact("0.55") }))).toMatchObject({ places: 1 });
    expect(printed(quantity("1", null, { text: "97%", value: exact("0.969320034") }))).toMatchObject({
      places: 2,
      shift: 2,
    });
  });

  it("keeps its own unit beside others; one without takes that of the first number", () => {
    const factors = (...quantities: Parameters<typeof printedAmounts>[0][number][]) =>
      printedAmounts(quantities).map((amount) => amount?.factor.toString());
    expect(factors(quantity("1亿元"), quantity("100万元"))).toEqual(["100000000", "10000"]);
    const date = quantity("", null, { text: "2023年12月", nature: "date", unit: "date" });
    expect(factors(date, quantity("5万元"), quantity("3"))).toEqual([undefined, "10000", "10000"]);
  });

  it("of many decimals has half a unit of its last one", () => {
    expect([0, 2, 7].map((places) => toDecimal(halfUnit(places)))).toEqual(["0.5", "0.005", "0.00000005"]);
    expect([0, 2, 7].map((places) => powerOfTen(places).toString())).toEqual(["1", "100", "10000000"]);
  });

  it("of a number cell has the decimals that the cell shows", () => {
    expect(printed(quantity("1", null, { text: "96.93%", value: exact("0.969320034165598") }))).toMatchObject(
      { places: 4, shift: 2 },
    );
  });

  it("is the number of the text that the cell holds, not another beside it", () => {
    const second = printed(quantity("1", null, { text: "2个季度共35批", value: exact(35) }));
    expect(second && toDecimal(second.value)).toBe("35");
  });

  it("in a % column has the decimals of the fraction", () => {
    expect(printed(quantity("1", null, { text: "95", value: exact("0.95"), unit: "%" }))).toMatchObject({
      places: 2,
      shift: 2,
    });
  });

  it("beside finer amounts has their precision, and whole amounts are exact to the cent", () => {
    expect(printedAmounts([quantity("32.4"), quantity("31.69")]).map((amount) => amount?.places)).toEqual([
      2, 2,
    ]);
    expect(printedAmounts([quantity("60"), quantity("39")]).map((amount) => amount?.places)).toEqual([2, 2]);
  });

  it("is spoken the way another is printed", () => {
    expect(speakLike(read("37.55%"), exact("0.331564"))).toBe("33.16%");
    expect(speakLike(read("1,030.86"), exact("1030.9"))).toBe("1,030.90");
    expect(speakLike(read("36"), exact(35))).toBe("35");
    expect(speakLike(read("36"), exact("35.05"))).toBe("35.05");
    const blank = printed(quantity("1", null, { text: "301. 36", value: exact("301.36") }));
    expect(blank && speakLike(blank, exact("301.5"))).toBe("301.50");
  });
});

describe("the verdict on a printed result", () => {
  const amount = (text: string) => estimateOf(read(text));

  it.each<[string, string, Estimate | null, string]>([
    ["0.02", "471.98", differenceOf(amount("15383.72"), amount("14911.74")), "holds"],
    ["0.05", "37.55%", quotientOf(amount("5100.69"), amount("15383.72")), "fails"],
    ["0.07", "97.5%", quotientOf(amount("4973.28"), amount("5100.69")), "holds"],
    ["1.06", "9.03", sumOf([amount("7.68"), amount("1.36")]), "within-rounding"],
    ["3.03", "982.63", sumOf([amount("116.74"), amount("39.51"), amount("826.39")]), "within-rounding"],
    ["3.04", "982.63", sumOf([amount("892.35"), amount("90.29")]), "within-rounding"],
    ["3.09", "171.92%", quotientOf(amount("39.51"), amount("22.98")), "within-rounding"],
    ["3.10", "40.98%", quotientOf(amount("0.61"), amount("1.5")), "within-rounding"],
    ["3.22", "34.42%", quotientOf(exactly(exact(91908)), exactly(exact(266165))), "fails"],
    ["4.03", "96.4%", quotientOf(exactly(exact(76059)), exactly(exact(78876))), "holds"],
    ["3.12", "94.73%", exactly(exact("0.94725")), "holds"],
  ])("findings.md %s: %s", (_, text, should, verdict) => {
    expect(should && judge(read(text), should)).toBe(verdict);
  });

  const decimal = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((units) => exact(units).div(10_000));
  const places = fc.integer({ min: 0, max: 4 });

  it("holds for every value rounded half-up to the print's own decimals", () => {
    fc.assert(
      fc.property(
        decimal,
        places,
        (value, to) => judge(printedExact(roundHalfUp(value, to)), roundHalfUp(value, to)) === "holds",
      ),
    );
  });

  it("holds for every percentage printed from its fraction", () => {
    fc.assert(
      fc.property(decimal, (value) => judge(read(`${toFixed(value.mul(100), 2)}%`), value) === "holds"),
    );
  });

  it("never calls a sum or quotient of the true numbers wrong, whatever they were printed from", () => {
    fc.assert(
      fc.property(fc.array(decimal, { minLength: 2, maxLength: 6 }), places, (values, to) => {
        const parts = values.map((value) => amount(toFixed(value, to)));
        const sum = read(
          toFixed(
            values.reduce((total, value) => total.add(value)),
            to,
          ),
        );
        const [a, b] = values as [Exact, Exact];
        const [p, q] = parts as [Estimate, Estimate];
        const rate = quotientOf(p, q);
        const rateHolds = rate === null || judge(read(`${toFixed(a.div(b).mul(100), 2)}%`), rate) !== "fails";
        return (
          judge(sum, sumOf(parts)) !== "fails" &&
          judge(read(toFixed(a.mul(b), 2)), productOf(p, q)) !== "fails" &&
          rateHolds
        );
      }),
    );
  });

  it("fails beside an exact number however near, and where the two intervals only touch", () => {
    expect(judge(read("0.4"), exact("0.45"))).toBe("fails");
    const between = (low: string, face: string, high: string) => ({
      low: exact(low),
      face: exact(face),
      high: exact(high),
    });
    expect(judge(read("1.0"), between("1.05", "1.06", "1.07"))).toBe("fails");
    expect(judge(read("1.0"), between("0.93", "0.94", "0.95"))).toBe("fails");
    expect(judge(read("1.0"), between("1.049", "1.06", "1.07"))).toBe("within-rounding");
    expect(judge(read("1.0"), between("0.93", "0.94", "0.951"))).toBe("within-rounding");
  });

  it("divides by a negative number too", () => {
    expect(quotientOf(exactly(exact(6)), exactly(exact(-3)))?.face.toString()).toBe("-2");
  });

  it("fails once the stated number leaves the interval of its inputs", () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const [left, right] = [read(toFixed(a, 2)), read(toFixed(b, 2))];
        const wrong = left.value.add(right.value).add(exact("0.02"));
        return judge(read(toFixed(wrong, 2)), sumOf([estimateOf(left), estimateOf(right)])) === "fails";
      }),
    );
  });

  it("knows 去尾 from rounding", () => {
    expect(isCutOff(read("97.80%"), exact("0.978086"))).toBe(true);
    fc.assert(
      fc.property(
        decimal,
        places,
        (value, to) => !isCutOff(printedExact(roundHalfUp(value, to)), roundHalfUp(value, to)),
      ),
    );
    fc.assert(
      fc.property(decimal, (value) => {
        const cut = { ...printedExact(cutOff(value, 0)), places: 0 };
        return isCutOff(cut, value) === !cutOff(value, 0).equals(roundHalfUp(value, 0));
      }),
    );
  });
});
