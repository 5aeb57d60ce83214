import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { measureWorkbook, workbooksIn } from "./collected-rates";

const DIRECTORY = join(import.meta.dirname, "collection/build");

describe("the collection that the reader was built on", () => {
  for (const { file, workbook } of workbooksIn(DIRECTORY))
    it(`${file}: no rate is wrong, none is computed that the data do not determine`, () => {
      const rates = measureWorkbook(file, workbook);
      expect(rates.length).toBe(workbook.rates.length);
      expect(rates.filter(({ verdict }) => verdict === "wrong" || verdict === "invented")).toEqual([]);
    });
});
