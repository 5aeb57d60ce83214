import { expect, it } from "vitest";
import { checked, excelize, useExcelize } from "../src/xlsx/excelize";

it("a library that died over a workbook is loaded anew for the next one", async () => {
  let loads = 0;
  useExcelize(() => {
    loads++;
    return Promise.resolve({} as Awaited<ReturnType<typeof excelize>>);
  });
  const first = await excelize();
  expect(await excelize()).toBe(first);
  expect(checked({ error: null, result: 1 })).toEqual({ error: null, result: 1 });
  expect(() => checked({ error: "no such sheet" })).toThrow("no such sheet");
  expect(await excelize()).toBe(first);
  expect(() => checked(undefined)).toThrow("died");
  expect(await excelize()).not.toBe(first);
  expect(loads).toBe(2);
});
