import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { toDecimal } from "../../src/expr/decimal";
import { recogniseWorkbook } from "../../src/forms/recognise-workbook";
import type { Quantity } from "../../src/model/quantity";
import type { Recognition } from "../../src/model/workbook";
import { readSheets, sheet } from "./grids";

const number = (quantity: Quantity | null | undefined): string | null =>
  quantity?.value ? toDecimal(quantity.value) : null;

describe("the 贵州 sample workbook", () => {
  let guizhou: Recognition;
  beforeAll(async () => {
    guizhou = recogniseWorkbook(
      await readSheets(fileURLToPath(new URL("../../assets/samples/guizhou.xlsx", import.meta.url))),
    );
  });

  it("has a role for every sheet and no doubt", () => {
    expect(guizhou.sheets.map(({ name, role }) => `${name} ${role}`)).toEqual([
      "预算资金 budget",
      "绩效目标 targets",
      "绩效指标 evaluation",
      "满意度 survey",
      "报告数字 stated-numbers",
    ]);
    expect([guizhou.doubts, guizhou.evaluations.flatMap(({ doubts }) => doubts)]).toEqual([[], []]);
  });

  it("holds one evaluation of 18 indicators with 100 points, every one with its rule", () => {
    const [form] = guizhou.evaluations;
    expect(guizhou.evaluations).toHaveLength(1);
    expect(form).toMatchObject({
      family: "project-evaluation",
      unit: "贵州省监狱管理局",
      year: "2023",
      title: { text: "2023年度监狱干警医保缴费资金绩效评价指标表" },
    });
    expect(form?.indicators).toHaveLength(18);
    expect(form?.indicators.every(({ rule, confidence }) => rule !== null && confidence === "certain")).toBe(
      true,
    );
    expect(new Set(form?.indicators.map(({ level2 }) => level2)).size).toBe(12);
  });

  it("lists 35 units of which 9 are sampled, with their total", () => {
    const [budget] = guizhou.budgets;
    expect(budget).toMatchObject({
      currency: "万元",
      hasSampleMarks: true,
      unitArea: { row: 3, column: 1, rowCount: 35, columnCount: 1 },
    });
    expect([
      budget?.rows.length,
      budget?.rows.filter(({ sampled }) => sampled).length,
      number(budget?.total?.amounts[0]),
    ]).toEqual([35, 9, "15383.72"]);
  });

  it("names eight base data below the units", () => {
    expect(guizhou.baseData.map(({ name }) => name)).toEqual([
      "年度预算",
      "实际支出",
      "当年结余",
      "省财政收回指标",
      "实体账户结余",
      "抽样预算",
      "抽样到位资金",
      "抽样实际支出",
    ]);
    expect(guizhou.baseData[0]).toMatchObject({ formula: "=C39", quantity: { unit: "万元" } });
  });

  it("has seven targets, three answers of 175 questionnaires, and nineteen stated numbers", () => {
    expect(guizhou.targets).toHaveLength(7);
    const [survey] = guizhou.surveys;
    expect([
      number(survey?.issued?.quantity),
      number(survey?.returned?.quantity),
      number(survey?.overall?.quantity),
      survey?.entries.map(({ share }) => number(share)),
    ]).toEqual(["175", "175", "0.9636", ["0.6718", "0.2918", "0.0364"]]);
    expect(guizhou.stated).toHaveLength(19);
    expect(guizhou.stated.find(({ item }) => item.text === "资金抽查比例")).toMatchObject({
      stated: { text: "37.55%" },
      computedFormula: "=预算资金!C47/预算资金!C42",
    });
    expect(guizhou.stated.find(({ item }) => item.text === "评价等级")).toMatchObject({
      stated: { text: "优" },
      computed: null,
    });
  });
});

describe("the other sample workbooks", () => {
  const summary = async (name: string): Promise<string[]> => {
    const { evaluations, sheets, baseData, stated } = recogniseWorkbook(
      await readSheets(fileURLToPath(new URL(`../../assets/samples/${name}.xlsx`, import.meta.url))),
    );
    const forms = evaluations.map(({ family, unit, year, indicators, captions, totals, dimensions }) =>
      [family, unit, year, indicators.length, captions.length, totals.length, dimensions.length].join(" "),
    );
    return [sheets.map(({ role }) => role).join(" "), ...forms, `${baseData.length} ${stated.length}`];
  };

  it.each([
    [
      "anning",
      [
        "evaluation base-data base-data stated-numbers",
        "department-self 安宁市医疗保障局 2023 0 0 0 0",
        "32 12",
      ],
    ],
    [
      "baojing",
      [
        "evaluation base-data survey base-data stated-numbers",
        "department-evaluation 保靖县医疗生育保险管理服务局 2018 18 0 1 0",
        "38 23",
      ],
    ],
    [
      "longhua",
      ["evaluation budget stated-numbers", "management-appraisal 隆化县医疗保障局 2023 18 6 7 0", "5 14"],
    ],
    ["zhangye", ["evaluation stated-numbers", "conclusion 张掖市医疗保障局 2023 0 0 0 4", "8 8"]],
  ])("%s is recognised sheet by sheet", async (name, expected) => {
    expect(await summary(name)).toEqual(expected);
  });
});

describe("other sheets", () => {
  it("基础数据 gives named numbers with the unit of their row, their header or their name", () => {
    const { baseData, sheets } = recogniseWorkbook([
      sheet(
        [
          ["部门基础数据表"],
          ["项目", "数值", "单位"],
          ["在职人员数", 33, "人"],
          ["公用经费控制率", 98, "%"],
          ["年初预算", "892.35", "万元"],
        ],
        { name: "基础数据" },
      ),
      sheet(
        [
          ["指标", "金额（元）"],
          ["三公经费本年预算", 15000],
          ["问卷数（份）", 90],
        ],
        { name: "数据" },
      ),
    ]);
    expect(sheets.map(({ role }) => role)).toEqual(["base-data", "base-data"]);
    expect(baseData.map(({ name, quantity }) => `${name} ${number(quantity)} ${quantity.unit}`)).toEqual([
      "在职人员数 33 人",
      "公用经费控制率 0.98 %",
      "年初预算 892.35 万元",
      "三公经费本年预算 15000 元",
      "问卷数（份） 90 份",
    ]);
  });

  it("满意度 by groups keeps shares, counts and weights", () => {
    const { surveys } = recogniseWorkbook([
      sheet(
        [
          ["调查对象", "有效问卷（份）", "满意度", "权重"],
          ["服务对象", 30, "94.93%", "50%"],
          ["社会公众", 30, "94.60%", "40%"],
          ["内部员工", 30, "94.20%", "10%"],
          ["综合满意度", 90, "", ""],
        ],
        { name: "满意度调查" },
      ),
    ]);
    expect(
      surveys[0]?.entries.map(
        ({ name, share, count, weight }) =>
          `${name.text} ${number(share)} ${number(count)} ${number(weight)}`,
      ),
    ).toEqual(["服务对象 0.9493 30 0.5", "社会公众 0.946 30 0.4", "内部员工 0.942 30 0.1"]);
    expect(surveys[0]?.overall?.name).toBe("综合满意度");
  });

  it("a budget table with budget and spending is no fund block", () => {
    const { budgets, evaluations } = recogniseWorkbook([
      sheet([
        ["2023年项目资金情况表"],
        ["单位：元"],
        ["序号", "单位名称", "年初预算数", "执行数", "执行率", "备注"],
        [1, "甲", 10, 9, "90%", ""],
        [2, "乙", 20, 20, "100%", ""],
        ["合计", "", 30, 29, "96.67%", ""],
      ]),
    ]);
    expect(evaluations).toEqual([]);
    expect(budgets[0]).toMatchObject({
      currency: "元",
      title: { text: "2023年项目资金情况表" },
      amountColumns: [{ text: "年初预算数" }, { text: "执行数" }],
    });
    expect([budgets[0]?.rows.length, budgets[0]?.total?.amounts.map(number)]).toEqual([2, ["30", "29"]]);
  });

  it("a 结论表 gives the stated score and grade, the rates of the dimensions and its funds", () => {
    const { evaluations, baseData } = recogniseWorkbook([
      sheet(
        [
          ["张掖市2023年职工基本医疗保险项目绩效评价结论表"],
          ["一、项目基本情况"],
          ["基本情况", "项目名称", "张掖市2023年职工基本医疗保险项目绩效评价"],
          ["", "评价年度", "2023年度", "评价类型", "财政评价"],
          ["", "评价对象名称", "张掖市医疗保障局"],
          ["资金情况（万元）", "预算安排资金", 78876, "实际到位资金", 78876],
          ["", "其中：单位缴纳", 40308, "其中：单位缴纳", 40308],
          ["", "个人缴纳", 38564, "个人缴纳", 38564],
          ["", "实际支出资金", 76059, "结转结余资金", 2817],
          ["", "预算执行率", "96.4%"],
          ["综合评价结论", "评价得分", "89.15分", "评价等级", "良"],
          ["绩效分析", "指标", "决策", "过程", "产出", "效益"],
          ["", "得分率", "86.67%", "99.65%", "100%", "70.73%"],
        ],
        { merges: ["A1:F1", "A2:F2", "A6:A10", "A12:A13"] },
      ),
    ]);
    const [form] = evaluations;
    expect(form).toMatchObject({
      family: "conclusion",
      unit: "张掖市医疗保障局",
      year: "2023",
      statedGrade: { entered: { text: "良" } },
    });
    expect(number(form?.statedScore?.entered)).toBe("89.15");
    expect(form?.dimensions.map(({ name, scoreRate }) => `${name} ${number(scoreRate?.entered)}`)).toEqual([
      "决策 0.8667",
      "过程 0.9965",
      "产出 1",
      "效益 0.7073",
    ]);
    expect(
      form?.funds.map(({ item, counts, adjustedBudget, executed }) => [
        item,
        counts,
        number(adjustedBudget),
        number(executed),
      ]),
    ).toEqual([
      ["预算安排资金", true, "78876", "76059"],
      ["其中：单位缴纳", false, "40308", null],
      ["个人缴纳", false, "38564", null],
    ]);
    expect(baseData.find(({ name }) => name === "结转结余资金")?.quantity).toMatchObject({ unit: "万元" });
  });

  it.each([
    ["90(含)—100分为优、80(含)—90分为良、60(含)—80分为中、60分以下为差", "优90 良80 中60 差0"],
    ["评价等级：优（90-100分）、良（80-89分）、中（60-79分）、差（0-59分）。", "优90 良80 中60 差0"],
    [
      "综合得分90分以上（含90分）为优秀，80分（含）至90分为良好，60分（含）至80分为合格，60分以下为不合格",
      "优秀90 良好80 合格60 不合格0",
    ],
    ["优：得分≥90；良：80≤得分＜90；中：60≤得分＜80；差：得分＜60", "优90 良80 中60 差0"],
    ["总分85分及以上为一等，75-85分为二等，60-75分为三等，低于60分为四等", "一等85 二等75 三等60 四等0"],
  ])("the grade scale is read from %s", (text, bands) => {
    const { gradeScale } = recogniseWorkbook([
      sheet([
        ["绩效评价指标表"],
        ["一级指标", "二级指标", "三级指标", "分值", "得分"],
        ["决策", "立项", "甲", 100, 90],
        [`注：${text}`],
      ]),
    ]);
    expect(gradeScale?.bands.map(({ grade, from }) => `${grade}${toDecimal(from)}`).join(" ")).toBe(bands);
  });

  it("tiers in an indicator's rule are no grade scale", () => {
    const { gradeScale } = recogniseWorkbook([
      sheet([
        ["一级指标", "二级指标", "三级指标", "评分标准", "分值", "得分"],
        [
          "效益",
          "满意度",
          "满意度",
          "优：90分以上得5分；良：80-90分得4分；中：60-80分得2分；差：60分以下不得分",
          5,
          5,
        ],
      ]),
    ]);
    expect(gradeScale).toBeNull();
  });
});
