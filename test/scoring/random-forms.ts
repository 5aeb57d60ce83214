import fc from "fast-check";
import type { SheetGrid } from "../../src/model/grid";
import type { Settings } from "../../src/model/settings";
import { sheet, type TypedCell } from "../forms/grids";

/** Every setting that the workbook's owner can change. */
export const randomSettings: fc.Arbitrary<Settings> = fc.record({
  zeroBudget: fc.constantFrom("full", "zero", "ask"),
  notApplicable: fc.constantFrom("full", "rescale", "ask"),
  overAchievement: fc.constantFrom("1", "1.3"),
  places: fc.constantFrom(0, 1, 2, 3),
  output: fc.constantFrom("formulas", "values"),
  adopt: fc.boolean(),
});

const DIMENSIONS = ["产出指标", "效益指标", "满意度指标", "绩效指标"] as const;
const HEADER: TypedCell[] = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"];
const FUND_HEADER: TypedCell[] = [
  "项目资金（万元）",
  "",
  "年初预算数",
  "全年预算数",
  "全年执行数",
  "分值",
  "执行率",
  "得分",
];
const NAMES = "甲乙丙丁戊己庚辛壬癸";

const indicator = fc.tuple(
  fc.constantFrom(...DIMENSIONS),
  fc.constantFrom("≥3次", "≤5次", "≥95%", "按时完成", "=4", ""),
  fc.constantFrom<TypedCell>("2次", "3次", "96%", "不适用", "完成", 4, "1-3", ""),
  fc.constantFrom<TypedCell>(10, 20, 30, 33.5, "10分", 0, ""),
  fc.constantFrom<TypedCell>("", "", 9, 9.57, 10, 26, "9分", "良", "8-9", "不宜公开"),
);

const fund = fc.tuple(
  fc.constantFrom<TypedCell>(200, 0, ""),
  fc.constantFrom<TypedCell>(150, 119, 0, ""),
  fc.constantFrom<TypedCell>(10, ""),
  fc.constantFrom<TypedCell>("", 8.5),
);

const total = fc.record({
  label: fc.constantFrom("总分", "合计"),
  points: fc.constantFrom<TypedCell>(100, 90, ""),
  score: fc.constantFrom<TypedCell>("", 89.96, 95),
});

const CAP = "注：预算执行率70%-80%总分不超过89分；低于70%总分不超过79.5分。";

/** A form of indicators, with or without funds, subtotals, captions of points, a table of dimensions and a cap on the total. */
const indicatorForm = fc
  .record({
    rows: fc.array(indicator, { minLength: 1, maxLength: 8 }),
    funds: fc.option(fund),
    total: fc.option(total),
    subtotals: fc.boolean(),
    captions: fc.boolean(),
    dimensionTable: fc.option(fc.constantFrom<TypedCell>("", "优")),
    capped: fc.boolean(),
    grade: fc.constantFrom<"none" | "row">("none", "row"),
  })
  .map(({ rows, funds, total: sum, subtotals, captions, dimensionTable, capped, grade }): SheetGrid => {
    const sorted = [...rows].sort(([a], [b]) => DIMENSIONS.indexOf(a) - DIMENSIONS.indexOf(b));
    const names = [...new Set(sorted.map(([name]) => name))];
    const lines: TypedCell[][] = [["××局项目支出绩效自评表（2023年度）"]];
    if (funds !== null) {
      const [budget, executed, points, score] = funds;
      lines.push(FUND_HEADER, ["", "年度资金总额", budget, budget, executed, points, "", score]);
    }
    lines.push(HEADER);
    for (const name of names) {
      sorted.forEach(([level1, target, actual, points, score], index) => {
        if (level1 !== name) return;
        const spoken = captions ? `${level1}(40分)` : level1;
        lines.push([spoken, "数量指标", `指标${NAMES[index] ?? ""}`, target, actual, points, score]);
      });
      if (subtotals) lines.push(["小计", "", "", "", "", "", ""]);
    }
    if (sum !== null) lines.push([sum.label, "", "", "", "", sum.points, sum.score]);
    if (grade === "row") lines.push(["评价等级", ""]);
    if (capped) lines.push([CAP]);
    if (dimensionTable !== null) {
      lines.push([], ["评价指标", "权重", "得分", "得分率", "等级"]);
      for (const name of names) lines.push([name, 40, "", "", dimensionTable]);
    }
    return sheet(lines, { name: "自评" });
  });

const printedDimension = fc.tuple(
  fc.constantFrom("决策", "过程", "产出", "效益"),
  fc.constantFrom<TypedCell>(15, 20, { value: 0.15, format: "0%" }, ""),
  fc.constantFrom<TypedCell>("", 12.5, 19.96),
  fc.constantFrom<TypedCell>("", { value: 0.8667, format: "0.00%" }, "90.01%"),
);

/** A form that prints dimensions and no indicators. */
const dimensionForm = fc
  .record({
    rows: fc.uniqueArray(printedDimension, { minLength: 1, maxLength: 4, selector: ([name]) => name }),
    score: fc.constantFrom<TypedCell>("", 89.96, 97),
  })
  .map(({ rows, score }): SheetGrid =>
    sheet(
      [
        ["××局项目绩效评价结论表"],
        ["评价指标", "权重", "得分", "得分率", "等级"],
        ...rows.map((row): TypedCell[] => [...row, ""]),
        ["合计", 100, score, "", ""],
      ],
      { name: "自评" },
    ),
  );

export const randomForm: fc.Arbitrary<SheetGrid> = fc.oneof(
  { weight: 5, arbitrary: indicatorForm },
  { weight: 1, arbitrary: dimensionForm },
);
