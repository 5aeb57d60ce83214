import { describe, expect, test } from "vitest";
import { readCell } from "../../src/quantities/quantity";

const dateCell = (value: number, text: string) =>
  readCell({ value, text, formula: null, format: "yyyy/m/d" }, null).quantity;

describe("a cell formatted as a date", () => {
  test("holds the day of its number, which a formula reads", () => {
    expect(dateCell(45306, "2024/1/15")).toMatchObject({
      nature: "date",
      date: "2024-01-15",
      live: "number",
    });
  });

  // 45306 − 1462 days, as a workbook with the 1904 date system keeps 2024-01-15.
  test("holds the day that it shows where the workbook counts from 1904, and no formula reads it", () => {
    expect(dateCell(43844, "2024/1/15")).toMatchObject({ nature: "date", date: "2024-01-15", live: null });
  });

  test.each([
    [60, "1900/2/29"],
    [5, "1900/1/5"],
    [2_958_466, "########"],
  ])("with %d, a day that no calendar has, cannot be told", (value, text) => {
    expect(dateCell(value, text).nature).toBe("unreadable");
  });
});
