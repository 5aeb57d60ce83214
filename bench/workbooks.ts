import type { GridCell, SheetGrid } from "../src/model/grid";
import { makeXlsx, numberCell, textCell } from "@jiheng/excel-host/fixtures";

type Value = string | number;

const HEADER = [
  "单位名称",
  "一级指标",
  "二级指标",
  "三级指标",
  "分值",
  "年度指标值",
  "实际完成值",
  "得分",
  "得分率",
] as const;

/** Ten kinds of targets and results, as they occur in published self-evaluations. */
const KINDS: readonly (readonly [string, string, string, (i: number) => string, (i: number) => string])[] = [
  ["产出指标", "数量指标", "培训人数", (i) => `≥${100 + i}人`, (i) => `${96 + i}人`],
  ["产出指标", "数量指标", "建设数量", (i) => `${10 + i}个`, (i) => `${10 + i}个`],
  ["产出指标", "质量指标", "验收合格率", () => "≥95%", (i) => `${90 + (i % 10)}.5%`],
  ["产出指标", "时效指标", "完成及时率", () => "100%", () => "100%"],
  ["产出指标", "成本指标", "单位成本", (i) => `≤${50 + i}万元`, (i) => `${48 + i}万元`],
  ["效益指标", "经济效益", "带动收入增长率", () => "≥5%", () => "5.2%"],
  ["效益指标", "社会效益", "受益人数", (i) => `≥${5000 + i}人`, (i) => `${4800 + i}人`],
  ["效益指标", "生态效益", "植被覆盖率", () => "不低于60%", () => "61.3%"],
  ["效益指标", "可持续影响", "机制健全性", () => "健全", () => "健全"],
  ["满意度指标", "服务对象满意度", "群众满意度", () => "≥90%", () => "92%"],
];
const POINTS = 10;

/** A table of `units` bodies with ten indicators each, scores empty. */
export function unitTable(units: number): Value[][] {
  const rows: Value[][] = [["部门项目支出绩效自评表（2023年度）"], [...HEADER]];
  for (let unit = 1; unit <= units; unit += 1)
    for (const [level1, level2, level3, target, actual] of KINDS)
      rows.push([`第${unit}单位`, level1, level2, level3, POINTS, target(unit % 40), actual(unit % 40)]);
  return rows;
}

/** One form of `indicators` rows, scores empty. */
export function form(indicators: number): Value[][] {
  const rows: Value[][] = [["项目支出绩效自评表（2023年度）"], HEADER.slice(1)];
  for (let i = 0; i < indicators; i += 1) {
    const [level1, level2, level3, target, actual] =
      KINDS[Math.floor((i * KINDS.length) / indicators)] ?? KINDS[0]!;
    rows.push([level1, level2, `${level3}${i + 1}`, 100 / indicators, target(i), actual(i)]);
  }
  rows.push(["合计", "", "", 100]);
  return rows;
}

/** A budget sheet of so many units with amounts. */
export function budget(units: number): Value[][] {
  const rows: Value[][] = [["预算指标下达情况表"], ["单位名称", "年初预算数", "全年预算数", "全年执行数"]];
  for (let unit = 1; unit <= units; unit += 1)
    rows.push([`第${unit}单位`, 100 + unit, 120 + unit, 110 + unit]);
  return rows;
}

export function toGrid(name: string, rows: readonly (readonly Value[])[]): SheetGrid {
  return {
    name,
    visible: true,
    protected: false,
    rows: rows.map((row) =>
      row.map((value): GridCell | undefined =>
        value === "" ? undefined : { value, text: String(value), formula: null, format: "General" },
      ),
    ),
    merges: [],
    hiddenRows: new Set(),
  };
}

export function toXlsx(sheets: Readonly<Record<string, readonly (readonly Value[])[]>>): Uint8Array {
  return makeXlsx(
    Object.fromEntries(
      Object.entries(sheets).map(([name, rows]) => [
        name,
        `<sheetData>${rows.map((row, index) => `<row r="${index + 1}">${row.map((value, column) => cell(value, column, index + 1)).join("")}</row>`).join("")}</sheetData>`,
      ]),
    ),
  );
}

function cell(value: Value, column: number, row: number): string {
  const reference = `${String.fromCharCode(65 + column)}${row}`;
  if (value === "") return "";
  return typeof value === "number" ? numberCell(reference, value) : textCell(reference, value);
}
