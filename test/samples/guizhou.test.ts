import { beforeAll, describe, expect, it } from "vitest";
import { openSample, type OpenedSample } from "./open-sample.js";

let sample: OpenedSample;
beforeAll(async () => {
  sample = await openSample("guizhou");
});

describe("贵州 sample workbook", () => {
  it("sums its 35 units to 15,383.72 and knows what was spent and sampled", () => {
    expect(sample.formula("预算资金", "C39")).toBe("SUM(C4:C38)");
    expect(sample.value("预算资金", "C39")).toBeCloseTo(15383.72, 6);
    expect(sample.value("预算资金", "C43")).toBe(14911.74);
    expect(sample.value("预算资金", "C44")).toBeCloseTo(471.98, 6);
    expect(sample.value("预算资金", "C47")).toBeCloseTo(5100.69, 6);
  });

  it("leaves the execution rate and every score a rule can give to the add-in", () => {
    expect(sample.value("绩效指标", "C11")).toBe("预算执行率");
    expect(sample.value("绩效指标", "F11")).toBeNull();
    const typed = Array.from({ length: 18 }, (_, i) => sample.value("绩效指标", `H${i + 4}`));
    const none = null;
    expect(typed).toEqual([
      2.5,
      1.5,
      4,
      2,
      3,
      2,
      none,
      none,
      8,
      4,
      4,
      10,
      none,
      none,
      none,
      none,
      none,
      none,
    ]);
    expect(sample.value("绩效指标", "D22")).toBe(100);
  });

  it("merges the level cells as the report prints them", () => {
    expect(sample.merges("绩效指标")).toEqual(
      expect.arrayContaining(["A4:A9", "A10:A14", "A15:A18", "A19:A21", "B4:B5", "B10:B12", "A22:C22"]),
    );
  });

  it.each([
    ["资金抽查比例", "B4", 0.3755, "C4", 0.331564],
    ["项目抽查比例", "B5", 0.2571, "C5", 0.257143],
    ["抽样预算执行率", "B11", 0.975, "C11", 0.975021],
    ["预算执行率得分", "B12", 1.94, "C12", 1.95],
    ["预算单位数", "B13", 36, "C13", 35],
    ["参保率核实监狱家数", "B15", 12, "C15", 9],
    ["一级指标数", "B16", 4, "C16", 4],
    ["二级指标数", "B17", 12, "C17", 12],
    ["三级指标数", "B18", 18, "C18", 18],
    ["整体满意率", "B20", 0.9636, "C20", 0.9636],
  ])(
    "states %s as printed beside the cached result of its formula",
    (_, stated, printed, computed, result) => {
      expect(sample.value("报告数字", stated)).toBe(printed);
      expect(sample.formula("报告数字", computed)).toBeDefined();
      expect(sample.value("报告数字", computed)).toBeCloseTo(result, 6);
    },
  );
});
