import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { measureWorkbook, workbooksIn } from "./collected-rates";

const DIRECTORY = join(import.meta.dirname, "faults");

/** Each was silently wrong once, or asked though everything stood there. */
describe("a fault of the first reader of base data", () => {
  for (const { file, workbook } of workbooksIn(DIRECTORY))
    it(file, () => {
      const rates = measureWorkbook(file, workbook);
      expect(rates.map(({ expected, verdict, got }) => `${expected.indicator} ${verdict} ${got}`)).toEqual(
        rates.map(
          ({ expected, got }) =>
            `${expected.indicator} ${expected.determined ? "right" : "rightly-asked"} ${got}`,
        ),
      );
    });

  it("is asked with its reason", () => {
    const said = (name: string): string => {
      const found = workbooksIn(DIRECTORY).find(({ file }) => file === name);
      return found === undefined ? "" : (measureWorkbook(name, found.workbook)[0]?.said ?? "");
    };
    expect(said("08-no-currency")).toContain(
      "“三公经费实际支出”没有写金额单位，“三公经费预算安排”的单位是万元",
    );
    expect(said("09-two-numbers")).toContain("“在职人员数”有不同的数：28（基础数据!B2）、31（人员!B2）");
    expect(said("18-negative-base")).toContain("分母为负数（-5）");
    expect(said("19-two-readings")).toContain("有两种口径");
    expect(said("17-budget-as-spending")).toContain("缺“公用经费实际支出”");
    expect(said("20-notes-in-brackets")).toContain(
      "在职人员数（12月31日） 136 ÷ 编制数（编办核定） 143 = 95.10%",
    );
  });
});
