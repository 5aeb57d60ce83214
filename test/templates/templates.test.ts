import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { templates } from "../../scripts/templates/templates";
import { writeTemplate } from "../../scripts/templates/write-template";
import { createExcelSession } from "../../src/excel/excel-session";
import { toDecimal } from "../../src/expr/decimal";
import { startEmbeddedExcel, type EmbeddedExcel } from "@jiheng/excel-host/node";
import type { RunResult } from "../../src/model/run";
import type { ReadingOfWorkbook } from "../../src/excel/session";

/** What a user types, by cell; the sheets' own addresses. */
type Typed = Readonly<Record<string, string | number>>;

const SELF: Typed = {
  // 二级指标 stand in C, 三级指标 in D, then 年度指标值, 实际完成值, 分值.
  D13: "发放救助物资",
  E13: "≥1200份",
  F13: "1260份",
  G13: 30,
  D16: "物资合格率",
  E16: "=100%",
  F16: "98%",
  G16: 20,
  D22: "受益群众人数",
  E22: "≥3000人",
  F22: "3100人",
  G22: 30,
  D30: "受助群众满意度",
  E30: "≥90%",
  F30: "95%",
  G30: 10,
};

/** Department forms have one fund row and one head row less. */
const moved = (typed: Typed, rows: number): Typed =>
  Object.fromEntries(
    Object.entries(typed).map(([cell, value]) => [
      cell.replace(/\d+/, (row) => String(Number(row) - rows)),
      value,
    ]),
  );

interface Case {
  readonly sheet: string;
  readonly typed: Typed;
  readonly other?: { readonly sheet: string; readonly typed: Typed };
  readonly family: string;
  readonly score: string;
  readonly indicators: number;
}

const CASES: Readonly<Record<string, Case>> = {
  "project-self": {
    sheet: "项目支出绩效自评表",
    typed: { ...SELF, D6: 100, E6: 100, F6: 95, D7: 100, E7: 100, F7: 95 },
    family: "project-self",
    // 9.5 + 30 + 20 × 98% + 30 + 10
    score: "99.1",
    indicators: 4,
  },
  "department-self": {
    sheet: "部门整体支出绩效自评表",
    typed: { ...moved(SELF, 2), D5: 100, E5: 100, F5: 95, D6: 60, E6: 60, F6: 60, D7: 40, E7: 40, F7: 35 },
    family: "department-self",
    score: "99.1",
    indicators: 4,
  },
  "project-evaluation": {
    sheet: "项目支出绩效评价指标表",
    typed: {
      C15: "培训场次",
      D15: 30,
      E15: "≥12场",
      F15: "12场",
      C21: "参训人员就业率",
      D21: 30,
      E21: "≥80%",
      F21: "76%",
      ...Object.fromEntries([4, 5, 6, 7, 8, 9, 12, 13, 14].map((row) => [`H${row}`, 3])),
    },
    other: { sheet: "基础数据", typed: { B3: 200, B4: 200, B5: 190 } },
    family: "project-evaluation",
    // 9 judged × 3, 资金到位率 4, 预算执行率 4 × 95%, 30, 30 × 76 ÷ 80
    score: "93.3",
    indicators: 13,
  },
};

describe.each(Object.keys(templates))("the empty form %s", (name) => {
  const expected = CASES[name] as Case;
  let excel: EmbeddedExcel;
  let empty: ReadingOfWorkbook;
  let filled: ReadingOfWorkbook;
  let result: RunResult;

  beforeAll(async () => {
    excel = await startEmbeddedExcel();
    await excel.open(new Uint8Array(readFileSync(`assets/templates/${name}.xlsx`)), `${name}.xlsx`);
    const session = createExcelSession();
    empty = await session.recognise();
    await Excel.run(async (context) => {
      for (const { sheet, typed } of [expected, ...(expected.other === undefined ? [] : [expected.other])])
        for (const [cell, value] of Object.entries(typed))
          context.workbook.worksheets.getItem(sheet).getRange(cell).values = [[value]];
      await context.sync();
    });
    filled = await session.recognise();
    result = await session.calculate();
  });

  test("is what its source says", async () => {
    const built = await writeTemplate(templates[name] as (typeof templates)[string]);
    expect(Buffer.from(built).equals(readFileSync(`assets/templates/${name}.xlsx`))).toBe(true);
  });

  test("raises no doubt while it is empty", () => {
    expect([...empty.doubts, ...empty.evaluations.flatMap((form) => form.doubts)]).toEqual([]);
  });

  test("is read without doubts once it is filled in", () => {
    expect([...filled.doubts, ...filled.evaluations.flatMap((form) => form.doubts)]).toEqual([]);
    expect(filled.evaluations.map(({ family }) => family)).toEqual([expected.family]);
    expect(filled.evaluations[0]?.indicators).toHaveLength(expected.indicators);
  });

  test("is scored, verified and free of errors", () => {
    const [evaluation] = result.evaluations;
    expect(evaluation?.score && toDecimal(evaluation.score)).toBe(expected.score);
    expect(evaluation?.grade).toBe("优");
    expect(result.written?.verified).toBe(result.written?.formulas);
    expect(result.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
