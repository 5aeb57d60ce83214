import { describe, expect, it } from "vitest";
import { sheet } from "../forms/grids";
import { selfForm } from "../scoring/forms";
import { planned } from "./planned";

const PAPER = "计算底稿";
const FULL = [
  ["产出指标", "数量指标", "场次", "≥10场", "8场", 50, "", "天气"],
  ["效益指标", "社会效益指标", "覆盖率", "≥90%", "95%", 30, "", ""],
  ["满意度指标", "服务对象满意度指标", "满意度", "≥90%", "不适用", 10, "", ""],
];

describe("计算底稿", () => {
  it("refers to its own points, target and result, so that each step can be followed", () => {
    const { rowOf } = planned([selfForm({ indicators: FULL })]);
    const row = rowOf(PAPER, "场次");
    expect(row[4]).toBe("=自评表!F5");
    expect(row[6]).toBe('=VALUE(TRIM(SUBSTITUTE(SUBSTITUTE(自评表!D5,"≥",""),"场","")))');
    expect(row[11]).toBe('=IF(I5>=G5,ROUND(E5,2),IF(G5>0,ROUND(MAX(E5*I5/G5,0),2),"待评分"))');
    expect(row[12]).toBe("=L5");
    expect(row[13]).toBe('=IFERROR(M5/E5,"")');
  });

  it("guards a text to the letter: full-width spaces are no spaces to TRIM", () => {
    const target = "≥2.6　亿元";
    const { rowOf } = planned([
      selfForm({ indicators: [["产出指标", "数量指标", "投资", target, "2.6亿元", 100, 90, ""]] }),
    ]);
    expect(rowOf(PAPER, "投资").find((cell) => String(cell).includes("源数据已改动"))).toContain(
      `自评表!D5="${target}"`,
    );
  });

  it("reads points that are typed as 10分 or as a weight of 20%", () => {
    const header = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"];
    const { rowOf, evaluations } = planned([
      sheet([
        ["某项目绩效自评表"],
        header,
        ["产出指标", "数量指标", "场次", "≥10", 8, "10分", ""],
        ["产出指标", "数量指标", "人次", "≥10", 8, { value: 0.2, format: "0%" }, ""],
      ]),
    ]);
    expect(evaluations[0]?.indicators.map(({ score }) => score?.toString())).toEqual(["8", "16"]);
    expect(rowOf(PAPER, "场次")[4]).toBe('=VALUE(TRIM(SUBSTITUTE(自评表!F3,"分","")))');
    expect(rowOf(PAPER, "场次")[11]).toContain("E5*I5/G5");
    expect(rowOf(PAPER, "人次")[4]).toBe("=20");
    expect(rowOf(PAPER, "人次")[11]).toContain("E6*I6/G6");
  });

  it("leaves what does not apply out of points and scores, and rescales in the row 合计", () => {
    const { rowOf } = planned([selfForm({ indicators: FULL })], { notApplicable: "rescale" });
    const applicable = rowOf(PAPER, "适用指标合计");
    expect(applicable[4]).toBe("=SUM(E5:E6)");
    expect(applicable[12]).toBe('=IF(COUNT(M5:M6)<2,"待评分",SUM(M5:M6))');
    const total = rowOf(PAPER, "合计");
    expect(total[4]).toBe("=100");
    expect(total[12]).toBe('=IF(ISNUMBER(M11),IF(E11=0,"没有适用的指标",ROUND(M11*100/E11,2)),"待评分")');
    expect(total[15]).toContain("70 分 × 100 分 ÷ 80 分 = 87.5 分");
  });

  it("caps the total in a line of its own that follows the execution rate", () => {
    const { rowOf, cell, plan } = planned([
      selfForm({
        budget: 200,
        executed: 130,
        indicators: FULL,
        notes: ["注：预算执行率低于60%总分不超过69分；60%-70%总分不超过79分。"],
      }),
    ]);
    const capped = rowOf(PAPER, "封顶后总分");
    expect(capped[12]).toBe('=IF(ISNUMBER(M14),IF(K5<0.6,MIN(M14,69),IF(K5<0.7,MIN(M14,79),M14)),"待评分")');
    expect(capped[15]).toContain("总分不超过 79 分");
    expect(cell(PAPER, "D14")).toBe("合计");
    const total = plan.userWrites.find(({ at }) => at.row === 10 && at.column === 6);
    expect(total?.content).toBe("=计算底稿!M15");
  });

  it("gives every fund row its execution rate, and the user's own rate cells", () => {
    const { rowOf, plan } = planned([selfForm({ budget: 200, executed: 150, indicators: FULL })]);
    expect(rowOf(PAPER, "=自评表!B6")[10]).toBe('=IF(G6=0,"预算数为 0",I6/G6)');
    const rates = plan.userWrites.filter(({ at }) => at.column === 6 && at.row < 7);
    expect(rates.map(({ at, content }) => [at.row + 1, content])).toEqual([
      [5, "=计算底稿!K5"],
      [6, "=计算底稿!K6"],
    ]);
  });
});
