import { describe, expect, it } from "vitest";
import { cellLabel } from "../../src/expr/cell";
import { readRunLog } from "../../src/kept/run-log";
import { sheet } from "../forms/grids";
import { selfForm } from "../scoring/forms";
import { applied } from "./applied";
import { planned } from "./planned";

const ROWS = [
  ["产出指标", "数量指标", "场次", "≥10场", "8场", 50, "", "天气"],
  ["效益指标", "社会效益指标", "覆盖率", "≥90%", "95%", 30, 25, ""],
  ["满意度指标", "服务对象满意度指标", "满意度", "≥90%", "95%", 10, "", ""],
];
const form = selfForm({ budget: 200, executed: 150, indicators: ROWS });

describe("计算得分", () => {
  it("fills empty score and rate cells only: inputs and typed scores stay", () => {
    const { plan } = planned([form]);
    expect(plan.userWrites.map(({ at }) => cellLabel(at)).sort()).toEqual(
      ["自评表!H5", "自评表!G5", "自评表!G6", "自评表!G8", "自评表!G10", "自评表!G11"].sort(),
    );
    expect(plan.userWrites.every(({ before }) => before.value === null)).toBe(true);
    expect(plan.keptScores.map(({ name, entered, computed }) => [name, entered, computed])).toEqual([
      ["覆盖率", "25", "30"],
    ]);
  });

  it("replaces a typed score only where the user adopts the computed one", () => {
    const { plan } = planned([form], { adopt: true });
    const write = plan.userWrites.find(({ at }) => cellLabel(at) === "自评表!G9");
    expect([write?.before.value, write?.content]).toEqual([25, "=计算底稿!M8"]);
  });

  it("changes nothing the second time, and takes its own results for empty cells", () => {
    const first = planned([form]);
    const second = planned(applied([form], first.plan));
    expect(second.plan.unchanged).toBe(true);
    expect(second.evaluations[0]?.indicators[0]?.enteredScore).toBeNull();
    expect(second.evaluations[0]?.score).toEqual(first.evaluations[0]?.score);
  });

  it("changes nothing the second time where values were written", () => {
    const first = planned([form], { output: "values" });
    expect(planned(applied([form], first.plan), { output: "values" }).plan.unchanged).toBe(true);
  });

  it("follows a changed input: only the sheets of results are written anew", () => {
    const first = planned([form]);
    const changed = applied([form], first.plan).map((sheet) =>
      sheet.name === "自评表"
        ? {
            ...sheet,
            rows: sheet.rows.map((row, index) =>
              index === 7
                ? row.map((cell, column) =>
                    column === 4 && cell ? { ...cell, value: "9场", text: "9场" } : cell,
                  )
                : row,
            ),
          }
        : sheet,
    );
    const second = planned(changed);
    expect(second.evaluations[0]?.indicators[0]?.score?.toString()).toBe("45");
    expect(second.plan.userWrites).toEqual([]);
    expect(second.plan.sheets.find(({ sheet }) => sheet.draft.name === "计算底稿")?.status).toBe("rewrite");
  });

  it("empties what it wrote once there is nothing to write", () => {
    const first = planned([form]);
    const emptied = applied([form], first.plan).map((sheet) =>
      sheet.name === "自评表"
        ? {
            ...sheet,
            rows: sheet.rows.map((row, index) =>
              index === 7 ? row.map((cell, column) => (column === 4 ? undefined : cell)) : row,
            ),
          }
        : sheet,
    );
    const write = planned(emptied).plan.userWrites.find(({ at }) => cellLabel(at) === "自评表!G8");
    expect(write?.content).toBeNull();
  });

  it("writes no formula where values are asked for", () => {
    const { plan } = planned([form], { output: "values" });
    const formulas = plan.sheets.flatMap(({ sheet }) =>
      sheet.cells.flat().filter((cell) => cell?.isFormula === true),
    );
    expect([plan.userWrites.filter(({ content }) => String(content).startsWith("=")), plan.formulas]).toEqual(
      [[], []],
    );
    expect(formulas).toEqual([]);
    expect(plan.userWrites.find(({ at }) => cellLabel(at) === "自评表!G11")?.content).toBe(82.5);
  });

  it("says 待评分 where a score is still to come, in formulas and in values", () => {
    const open = selfForm({
      indicators: [...ROWS, ["产出指标", "质量指标", "合格率", "≥95%", "", 10, "", ""]],
    });
    const shown = planned([open], { output: "values" }).rowOf("计算底稿", "合计");
    expect(shown.slice(12, 15)).toEqual(["待评分", null, null]);
  });

  it("keeps a run log from which every change can be taken back", () => {
    const { plan } = planned([form]);
    const log = readRunLog(applied([form], plan).find(({ name }) => name === "运行记录"));
    expect(log[0]).toMatchObject({ run: 1, time: "2024-05-06 09:08", action: "计算得分", cell: null });
    expect(log[0]?.remark).toContain("82.5 分");
    expect(log.slice(1).map(({ cell, before, after }) => [cell && cellLabel(cell), before, after])).toEqual(
      plan.userWrites.map(({ at, content }) => [cellLabel(at), "", content]),
    );
  });
});

describe("text of the user's", () => {
  it("never becomes a formula, whatever it begins with", () => {
    const names = ["=1+1", "+人员", "-补贴", "@通知"];
    const { plan } = planned([
      selfForm({
        indicators: names.map((name) => ["产出指标", "数量指标", name, "≥10", 8, 25, "", "=HYPERLINK(1)"]),
      }),
    ]);
    const typed = plan.sheets
      .flatMap(({ sheet }) => sheet.cells.flat())
      .filter((cell) => cell !== null && names.some((name) => String(cell.content).endsWith(name)));
    expect(typed.length).toBeGreaterThan(0);
    expect(typed.every((cell) => cell?.isFormula === false)).toBe(true);
  });
});

describe("a 合计 that leaves the fund row out (重庆 form)", () => {
  const chongqing = sheet([
    ["2023年度部门整体绩效自评表"],
    ["", "年初预算数", "全年(调整)预算数", "全年执行数", "执行率", "执行率权重", "执行率得分"],
    ["年度总金额(万元)", 1200, 1350.5, 1282.98, "", 10, ""],
    ["指标名称", "计量单位", "指标性质", "指标值", "指标权重(分)", "全年完成值", "指标得分(分)"],
    ["养护里程", "公里", "≥", 320, 50, 325, ""],
    ["完好率", "%", "≥", 95, 40, 92, ""],
    ["合计", "", "", "", 90, "", ""],
  ]);

  it("gets the sum of the indicators, not the evaluation's total", () => {
    const { plan } = planned([chongqing]);
    const write = plan.userWrites.find(({ at }) => cellLabel(at) === "自评表!G7");
    const formula = plan.formulas.find(({ at }) => cellLabel(at) === "自评表!G7");
    expect(write?.content).toMatch(/^=计算底稿!M\d+$/);
    // 50 + 40 × 92 ÷ 95 = 50 + 38.74
    expect(formula?.expected.kind === "number" && formula.expected.value.toString()).toBe("88.74");
  });
});
