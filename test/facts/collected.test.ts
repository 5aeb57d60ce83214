import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { workbooksIn } from "./collected-rates";
import { measuredPage, ratesOf } from "./measured-page";

describe.each(["build", "measure"] as const)("the collected base data tables, %s half", (half) => {
  const rates = ratesOf(half);

  it("are all there", () => {
    const expected = workbooksIn(join(import.meta.dirname, "collection", half)).flatMap(
      ({ workbook }) => workbook.rates,
    );
    expect(rates.length).toBe(expected.length);
    expect(rates.length).toBeGreaterThan(120);
  });

  it("give no wrong rate, and none that they do not determine", () =>
    expect(rates.filter(({ verdict }) => verdict === "wrong" || verdict === "invented")).toEqual([]));
});

it("the page of the measured rates is current", () =>
  expect(readFileSync(join(import.meta.dirname, "../../docs/rates-measured.md"), "utf8")).toBe(
    measuredPage(),
  ));
