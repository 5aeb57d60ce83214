import { describe, expect, test } from "vitest";
import { measureTable } from "../../scripts/forms-page/measure-table";
import { PUBLISHED_TABLES } from "../fixtures/forms/published-table";

/** What is not read, with the reason; docs/forms.md lists it. */
const NOT_READ: Readonly<Record<string, readonly string[]>> = {
  // Published without a single indicator: a sheet with funds alone is no evaluation.
  tianjiaan_jiuye_2024: [
    "“年度资金总额:”预算数：808.1 / ",
    "“年度资金总额:”执行数：692.98 / ",
    "“其中:中央财政资金”预算数：808.1 / ",
    "“其中:中央财政资金”执行数：692.98 / ",
  ],
};

describe("ten published tables that were read afterwards", () => {
  test("are ten", () => {
    expect(PUBLISHED_TABLES).toHaveLength(10);
  });

  test.each(PUBLISHED_TABLES)("$id: every name, point, target, result and score is read", (table) => {
    expect(measureTable(table).wrong).toEqual(NOT_READ[table.id] ?? []);
  });
});
