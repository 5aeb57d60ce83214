import { describe, expect, it } from "vitest";
import { composeReport } from "../../src/document/compose";
import { countOf, documentLines, type ReportDocument } from "../../src/document/content";
import { OUTLINES, outlineNamed, outlineOf } from "../../src/document/outlines";
import { reportFacts } from "../../src/document/facts";
import { sheet } from "../forms/grids";
import { resultOf, SAMPLES, sampleResult } from "./result";

const headings = ({ blocks }: ReportDocument): string[] =>
  blocks.flatMap((block) => (block.kind === "heading" && block.level === 1 ? [block.text] : []));

const captions = ({ blocks }: ReportDocument): string[] =>
  blocks.flatMap((block) => (block.kind === "table" ? [block.table.caption] : []));

describe("the written report", () => {
  it("follows the national outline chapter by chapter", async () => {
    const report = composeReport(await sampleResult("guizhou"));
    expect(headings(report)).toEqual([
      "一、基本情况",
      "二、绩效评价工作开展情况",
      "三、综合评价情况及评价结论",
      "四、绩效评价指标分析",
      "五、主要经验及做法、存在的问题及原因分析",
      "六、有关建议",
      "七、其他需要说明的问题",
    ]);
    expect(report.title).toBe("2023年度监狱干警医保缴费资金绩效评价报告");
  });

  it("says the conclusion as the report of 贵州 prints it", async () => {
    const lines = documentLines(composeReport(await sampleResult("guizhou")));
    expect(lines).toContain(
      "2023年度监狱干警医保缴费资金绩效评价得分为98.94分，评价等级为“优”。其中：决策15.00分（得分率93.75%），过程19.94分（得分率99.70%），产出40.00分（得分率100.00%），效益24.00分（得分率100.00%）。",
    );
  });

  it("lists what lost points with the reason of the form, and asks for a reason where there is none", async () => {
    const lines = documentLines(composeReport(await sampleResult("guizhou")));
    expect(lines).toContain(
      "“预算编制科学性”分值4分，得分3.00分（人工评分）。原因：部分监狱编制预算时，存在对新招录干警以及退休干警人员变化不确定性、基数计算误差等情况。",
    );
    expect(lines).toContain(
      "“预算执行率”分值2分，得分1.94分（预算执行率）。原因：【请补充：“预算执行率”失分的原因】",
    );
  });

  it.each(SAMPLES)("places every table of 绩效汇总 of %s exactly once, numbered through", async (id) => {
    const result = await sampleResult(id);
    const expected = reportFacts(result).tables.map(({ table }) => table.caption);
    for (const outline of OUTLINES) {
      const report = composeReport(result, outline);
      expect([...captions(report)].sort(), outline.id).toEqual([...expected].sort());
      const orders = report.blocks.flatMap((block) => (block.kind === "table" ? [block.table.order] : []));
      expect(orders).toEqual(orders.map((_, index) => index + 1));
    }
  });

  it("gives a level-1 indicator without a section of its own one after the others", () => {
    const result = resultOf([
      sheet([
        ["一级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分"],
        ["产出指标", "培训人数", 60, "≥100人", "95人", null],
        ["创新指标", "新办法", 40, "≥1项", "1项", null],
      ]),
    ]);
    const report = composeReport(result, outlineNamed("project-evaluation") ?? undefined);
    const lines = documentLines(report);
    expect(lines).toContain("（五）创新指标情况");
    expect(lines.filter((line) => line.startsWith("创新指标分值"))).toHaveLength(1);
  });

  it("leaves to people what it does not know: no total while an indicator waits for its score", () => {
    const result = resultOf([
      sheet([
        ["三级指标", "分值", "年度指标值", "实际完成值", "得分"],
        ["培训人数", 60, "≥100人", null, null],
        ["群众满意度", 40, "≥90%", "95%", null],
      ]),
    ]);
    const report = composeReport(result);
    expect(documentLines(report)).toContain("【请补充：尚有指标待评分，评分后重新生成综合得分和评价等级】");
    expect(countOf(report).gaps).toBeGreaterThan(5);
    expect(documentLines(report).join("")).not.toMatch(/undefined|null|NaN/);
  });

  it("has an outline for each family, found by id and by name", () => {
    expect(outlineOf("department-self").id).toBe("department-self");
    expect(outlineOf("project-self").id).toBe("project-evaluation");
    expect(outlineNamed("项目支出绩效评价报告")?.id).toBe("project-evaluation");
    expect(outlineNamed("没有的提纲")).toBeNull();
  });
});
