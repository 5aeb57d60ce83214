import { expect, it } from "vitest";
import { workbookReport } from "../../src/cli/json-report";

it("a formula that does not show the exact value is an error, so that the exit code tells of it", () => {
  const cell = { sheet: "指标", row: 3, column: 6 };
  const report = workbookReport("甲.xlsx", {
    evaluations: [],
    findings: [],
    written: {
      formulas: 2,
      verified: 1,
      mismatches: [{ cell, expected: "9.69", found: "9.7" }],
      sheets: [],
      changedCells: 2,
      unchanged: false,
      plain: [],
    },
  });
  expect(report.findings).toEqual([
    {
      code: "formula-value",
      severity: "error",
      cell: "指标!G4",
      message: "公式的结果“9.7”与精确计算“9.69”不一致，请勿使用该数字，并核对公式引用的单元格。",
      stated: "9.7",
      computed: "9.69",
    },
  ]);
});
