import { beforeAll, describe, expect, test } from "vitest";
import { toDecimal } from "../../src/expr/decimal";
import type { RunResult } from "../../src/model/run";
import type { EmbeddedExcel } from "@jiheng/excel-host/node";
import type { WorkbookSession } from "../../src/excel/session";
import { openSample } from "./sample";

describe("计算得分 on the Guizhou workbook", () => {
  let excel: EmbeddedExcel;
  let session: WorkbookSession;
  let result: RunResult;

  beforeAll(async () => {
    ({ excel, session } = await openSample("guizhou"));
    result = await session.calculate();
  });

  test("gives the dimensions, the total and the grade that the report prints", () => {
    const [evaluation] = result.evaluations;
    const rows = evaluation?.dimensions.map(({ name, score, points, scoreRate, grade }) => [
      name,
      score && toDecimal(score),
      points && toDecimal(points),
      scoreRate && toDecimal(scoreRate),
      grade,
    ]);
    expect(rows).toEqual([
      ["决策", "15", "16", "0.9375", "优"],
      ["过程", "19.94", "20", "0.997", "优"],
      ["产出", "40", "40", "1", "优"],
      ["效益", "24", "24", "1", "优"],
    ]);
    expect(evaluation?.score && toDecimal(evaluation.score)).toBe("98.94");
    expect(evaluation?.grade).toBe("优");
  });

  test("scores 预算执行率 from the amounts and explains it", () => {
    const rate = result.evaluations[0]?.indicators.find(({ entry }) => entry.level3 === "预算执行率");
    expect(rate?.score && toDecimal(rate.score)).toBe("1.94");
    expect(rate?.explanation).toContain("实际支出 14,911.74 ÷ 合计调整预算数 15,383.72 = 96.93%");
    expect(rate?.explanation).toContain("2 分 × 96.93% = 1.94 分");
  });

  test("writes live formulas into the user's empty cells and verifies every one", () => {
    expect(excel.peek("绩效指标", "H11")).toMatchObject({
      value: 1.94,
      formula: expect.stringMatching(/^=计算底稿!/) as string,
    });
    expect(excel.peek("绩效指标", "H22").value).toBe(98.94);
    expect(result.written?.mismatches).toEqual([]);
    expect(result.written?.verified).toBe(result.written?.formulas);
    expect(result.written?.formulas).toBeGreaterThan(100);
  });

  test("keeps typed judgement scores and all inputs", () => {
    expect(excel.peek("绩效指标", "H8")).toMatchObject({ value: 3, formula: null });
    expect(excel.peek("预算资金", "C43")).toMatchObject({ value: 14911.74, formula: null });
  });

  test("finds the slips of the published report and raises no other error", () => {
    const errors = result.findings
      .filter((finding) => finding.severity === "error")
      .map(({ stated, computed }) => [stated, computed]);
    expect(errors).toContainEqual(["37.55%", "33.16%"]);
    expect(result.findings.some(({ stated, computed }) => stated === "1.94" && computed === "1.95")).toBe(
      true,
    );
    expect(
      result.findings.some(({ stated, computed }) => stated?.startsWith("36") && computed?.startsWith("35")),
    ).toBe(true);
  });

  test("needs at most four requests and one for each sheet created", () => {
    expect(excel.requests.count()).toBeLessThanOrEqual(4 + (result.written?.sheets.length ?? 0));
  });

  test("follows an input through the formulas alone", async () => {
    await excel.type("预算资金", "C43", 14000);
    expect(excel.peek("绩效指标", "H11").value).toBe(1.82);
    await excel.type("预算资金", "C43", 14911.74);
    expect(excel.peek("绩效指标", "H11").value).toBe(1.94);
  });

  test("changes nothing when it runs again", async () => {
    excel.requests.reset();
    const again = await session.calculate();
    expect(again.written).toMatchObject({ unchanged: true, changedCells: 0 });
    expect(excel.requests.count()).toBe(2);
  });

  test("撤销 gives every cell of the user's back", async () => {
    const undone = await session.undo();
    expect(undone.kept).toEqual([]);
    expect(excel.peek("绩效指标", "H11")).toMatchObject({ value: null, formula: null });
    expect(excel.peek("绩效指标", "F11")).toMatchObject({ value: null, formula: null });
    await expect(session.undo()).rejects.toMatchObject({ code: "nothing-to-undo" });
  });
});
