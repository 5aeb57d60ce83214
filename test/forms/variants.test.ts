import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dimensionOf } from "../../src/model/scope";
import { toDecimal } from "../../src/expr/decimal";
import { recogniseWorkbook } from "../../src/forms/recognise-workbook";
import type { EvaluationForm } from "../../src/model/form";
import { formOf, HEADER, listed } from "./forms";
import { sheet, type TypedCell } from "./grids";

// Variants of the layouts L1–L13 that are in use and that no published table here shows.

const funds = (form: EvaluationForm): string[] =>
  form.funds.map(
    ({ item, counts, adjustedBudget, executed }) =>
      `${counts ? "计入" : "不计"} ${item} ${adjustedBudget?.text ?? ""} ${executed?.text ?? ""}`,
  );

describe("department self-evaluation in Hunan (L8)", () => {
  it("splits the budget by income and by spending; only the total counts", () => {
    const form = formOf([
      ["2022年度部门整体支出绩效自评表"],
      ["省级预算部门名称", "××局"],
      ["年度预算申请（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
      ["", "年度资金总额", 100, 120, 118, 10, "98.33%", 9.83],
      ["", "按收入性质分：", "", "", "按支出性质分：", "", "", ""],
      ["", "其中：一般公共预算：120", "", "", "其中：基本支出：80", "", "", ""],
      ["年度总体目标", "预期目标", "", "", "实际完成情况", "", "", ""],
      ["", "完成各项工作。", "", "", "已完成。", "", "", ""],
      ["绩效指标", ...HEADER.slice(0, 7)],
      ["", "产出指标\n(50分)", "数量指标", "检查次数", "≥12次", "12次", 50, 50],
    ]);
    expect(form).toMatchObject({ family: "department-self", year: "2022", unit: "××局" });
    expect(funds(form)[0]).toBe("计入 年度资金总额 120 118");
    expect(form.funds.filter(({ counts }) => counts)).toHaveLength(1);
    expect(listed(form)).toEqual(["产出指标/数量指标/检查次数 50"]);
  });
});

describe("transfer payments by region (L10)", () => {
  it("have targets and results and no points, which the pane is told", () => {
    const form = formOf([
      ["2023年中央转移支付区域绩效自评表"],
      ["资金投入情况（万元）", "", "全年预算数（A）", "全年执行数（B）", "预算执行率（B/A×100%）"],
      ["", "年度资金总额：", 500, 480, "96%"],
      ["", "其中：中央补助", 400, 390, "97.5%"],
      ["资金管理情况", "", "情况说明", "存在问题和改进措施", ""],
      ["", "分配科学性", "按因素法分配", "无", ""],
      ["总体目标", "总体目标", "", "全年实际完成情况", ""],
      ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "全年实际完成值", "未完成原因和改进措施"],
      ["", "产出指标", "数量指标", "资助人数", "≥1000人", "1100人", ""],
      ["", "", "时效指标", "拨付时间", "6月底前", "5月", ""],
    ]);
    expect(funds(form)).toEqual(["计入 年度资金总额 500 480", "不计 其中：中央补助 400 390"]);
    expect(listed(form)).toEqual(["产出指标/数量指标/资助人数 -", "产出指标/时效指标/拨付时间 -"]);
    expect(form.doubts.map(({ code }) => code)).toEqual(["missing-points-column", "missing-score-column"]);
  });
});

describe("self-evaluation forms before 2018", () => {
  it("print budget and spending as labels with values beside them", () => {
    const form = formOf([
      ["项目支出绩效自评表（2017年度）"],
      ["项目资金（万元）", "预算数：", 100, "执行数：", 95],
      ["", "其中：财政拨款", 90, "其中：财政拨款", 85],
      ["", "其他资金", 10, "其他资金", 10],
      HEADER,
      ["产出", "数量", "甲", "≥1", "1", 90, 90],
    ]);
    expect(form.funds[0]).toMatchObject({
      counts: true,
      currency: "万元",
      adjustedBudget: { text: "100" },
      executed: { text: "95" },
    });
  });
});

describe("management appraisal (report 2)", () => {
  it("repeats the header under every section; the sections are the 一级指标 and 小计 are theirs", () => {
    const header = ["考核项目", "评分标准", "自评情况", "分值", "得分"];
    const form = formOf(
      [
        ["县级部门绩效管理工作考核评分表（2023年度）"],
        ["评价单位：××县医疗保障局"],
        ["一、基础工作（总分16分，总得分16分）"],
        header,
        ["组织保障", "成立领导小组得2分", "", 11, 11],
        ["结果应用", "应用的得5分", "", 5, 3],
        ["小计", "", "", 16, 14],
        ["二、事前绩效评估（总分10分，得分为10分）"],
        header,
        ["评估范围", "数量/总数×4分", "我部门不涉及此项考核指标", 10, 10],
        ["小计", "", "", 10, 10],
        ["合计", "", "", 26, 24],
      ],
      { merges: ["A1:E1", "A3:E3", "A8:E8"] },
    );
    expect(listed(form)).toEqual([
      "基础工作/-/组织保障 11",
      "基础工作/-/结果应用 5",
      "事前绩效评估/-/评估范围 10",
    ]);
    expect(form.totals.map(dimensionOf)).toEqual(["基础工作", "事前绩效评估", null]);
    expect(
      form.captions.map(
        ({ name, points, statedScore }) => `${name} ${points?.toString()} ${statedScore?.toString()}`,
      ),
    ).toEqual(["基础工作 16 16", "事前绩效评估 10 10"]);
    expect(form.indicators[2]?.actual?.nature).toBe("not-applicable");
  });
});

describe("a self-evaluation without indicators (report 1)", () => {
  it("still has its funds and its total score", () => {
    const { evaluations, baseData } = recogniseWorkbook([
      sheet([
        ["部门整体支出绩效自评表（2023年度）"],
        ["部门名称：安宁市医疗保障局", "", "", "单位：万元"],
        ["项目", "年初预算数", "全年执行数", "预算完成率"],
        ["收入总额", 1165.24, 1030.86, ""],
        ["支出总额", 1165.24, 1030.86, ""],
        ["其中：基本支出", "", 839.02, ""],
        ["项目支出", "", 191.84, ""],
        ["综合得分", "", 99.5, ""],
        ["评价等级", "", "", ""],
      ]),
    ]);
    expect(evaluations[0]).toMatchObject({
      family: "department-self",
      unit: "安宁市医疗保障局",
      indicators: [],
      statedScore: { entered: { text: "99.5" } },
    });
    expect(evaluations[0]?.funds.map(({ item, counts }) => `${item} ${counts}`)).toEqual([
      "支出总额 true",
      "其中：基本支出 false",
      "项目支出 false",
    ]);
    expect(baseData.map(({ name }) => name)).toContain("收入总额年初预算数");
  });
});

describe("sheets as people keep them", () => {
  it("begin in column B, with a blank column A", () => {
    const form = formOf([
      ["", "项目支出绩效自评表"],
      ["", ...HEADER],
      ["", "产出", "数量", "甲", "≥1", "1", 10, 10],
    ]);
    expect(listed(form)).toEqual(["产出/数量/甲 10"]);
  });

  it("write 一级 one character below the other", () => {
    const form = formOf([HEADER, ["产\n出\n指\n标\n(50分)", "数量\n指标", "甲", "≥1", "1", 50, 50]]);
    expect(listed(form)).toEqual(["产出指标/数量指标/甲 50"]);
  });

  it("type 一级 and 二级 again in every row", () => {
    const form = formOf([
      HEADER,
      ["产出指标(50分)", "数量", "甲", "≥1", "1", 25, 25],
      ["产出指标(50分)", "数量", "乙", "≥1", "1", 25, 25],
    ]);
    expect(form.captions).toHaveLength(1);
    expect(listed(form)).toEqual(["产出指标/数量/甲 25", "产出指标/数量/乙 25"]);
  });

  it("merge 二级 and 三级 where there is no third level", () => {
    const form = formOf([HEADER, ["满意度指标", "服务对象满意度", "", "≥90%", "95%", 10, 10]], {
      merges: ["B2:C2"],
    });
    expect(listed(form)).toEqual(["满意度指标/-/服务对象满意度 10"]);
  });

  it("merge one name over rows with points of their own, each an indicator", () => {
    const form = formOf(
      [
        ["一级指标", "二级指标", "三级指标", "评分标准", "分值", "得分"],
        ["过程", "资金管理", "账务管理", "纳入账户得2分", 2, 2],
        ["", "", "", "专账核算得1分", 1, 1],
      ],
      { merges: ["C2:C3"] },
    );
    expect(listed(form)).toEqual(["过程/资金管理/账务管理 2", "过程/资金管理/账务管理 1"]);
  });

  it("keep signatures and answers in prose below the table", () => {
    const form = formOf([
      HEADER,
      ["产出", "数量", "甲", "≥1", "1", 10, 10],
      ["总分", "", "", "", "", 10, 10],
      ["评价结论", "项目完成较好，得10分。"],
      ["存在问题", "无"],
      ["改进措施", "无"],
      ["填表人：张三", "", "联系电话：0871-1234567"],
    ]);
    expect(listed(form)).toEqual(["产出/数量/甲 10"]);
  });

  it("state score and grade beside labels below the table", () => {
    const form = formOf([
      HEADER,
      ["产出", "数量", "甲", "≥1", "1", 100, 96],
      ["自评总分", "", "", "", "", "", 96],
      ["自评等级", "优"],
    ]);
    expect(form.totals[0]?.score?.entered.text).toBe("96");
    expect(form.statedGrade?.entered.text).toBe("优");
  });

  it("give points to a row that has no name, and are asked to name it", () => {
    const form = formOf([
      HEADER,
      ["产出", "数量", "甲", "≥1", "1", 10, 10],
      ["", "", "指标2", "", "", 5, ""],
    ]);
    expect(form.indicators).toHaveLength(1);
    expect(form.doubts).toMatchObject([{ code: "nameless-row", cell: { row: 2, column: 5 } }]);
  });

  it("are empty, or hold something else: then there is no evaluation and no error", () => {
    const { evaluations, sheets } = recogniseWorkbook([
      sheet([]),
      sheet([["通讯录"], ["姓名", "电话"], ["张三", 123]]),
    ]);
    expect([evaluations, sheets.map(({ role }) => role)]).toEqual([[], ["ignored", "ignored"]]);
  });
});

describe("laws of recognition", () => {
  const measures: { head: string; cells: TypedCell[] }[] = [
    { head: "年度指标值", cells: ["≥35批", "效果明显"] },
    { head: "实际完成值", cells: ["36批", "达成预期指标"] },
    { head: "分值", cells: [20, 30] },
    { head: "得分", cells: [20, 28] },
    { head: "评分标准", cells: ["按比例得分", "按程度得分"] },
    { head: "备注", cells: ["", "说明"] },
  ];
  const facts = (form: EvaluationForm): unknown =>
    form.indicators.map(({ level1, level2, level3, points, target, actual, score, rule }) => [
      level1,
      level2,
      level3,
      points?.value.toString(),
      target?.text,
      actual?.text,
      score?.entered.text,
      rule?.text,
    ]);
  const table = (order: typeof measures): TypedCell[][] => [
    ["一级指标", "二级指标", "三级指标", ...order.map(({ head }) => head)],
    ["产出", "数量", "批次", ...order.map(({ cells }) => cells[0] ?? "")],
    ["效益", "社会", "影响", ...order.map(({ cells }) => cells[1] ?? "")],
  ];

  it("the order of the columns does not matter", () => {
    const usual = facts(formOf(table(measures)));
    fc.assert(
      fc.property(fc.shuffledSubarray(measures, { minLength: measures.length }), (order) => {
        expect(facts(formOf(table(order)))).toEqual(usual);
      }),
    );
  });

  it("blank rows and columns around and between do not matter", () => {
    const usual = facts(formOf(table(measures)));
    fc.assert(
      fc.property(fc.nat(5), fc.nat(3), fc.nat(2), (above, before, between) => {
        const rows = table(measures).map((row): TypedCell[] => [
          ...Array.from({ length: before }, () => ""),
          ...row,
        ]);
        const [header = [], ...rest] = rows;
        const spaced = rest.flatMap((row) => [
          ...Array.from({ length: between }, (): TypedCell[] => []),
          row,
        ]);
        expect(
          facts(formOf([...Array.from({ length: above }, (): TypedCell[] => []), header, ...spaced])),
        ).toEqual(usual);
      }),
    );
  });

  it("no sheet makes it throw", () => {
    const word = fc.constantFrom<TypedCell>(
      "一级指标",
      "三级指标",
      "指标名称",
      "分值",
      "得分",
      "年度指标值",
      "合计",
      "小计",
      "年度资金总额",
      "全年预算数",
      "全年执行数",
      "执行率",
      "≥5",
      "甲",
      "单位名称",
      "项目",
      "报告数",
      "得分率",
      "指标",
      "评价得分",
      "",
      10,
      0.5,
    );
    const area = fc.tuple(
      fc.nat(6),
      fc.nat(5),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { maxLength: 7 }), { maxLength: 9 }),
        fc.array(area, { maxLength: 3 }),
        (rows, areas) => {
          const grid = {
            ...sheet(rows),
            merges: areas.map(([row, column, rowCount, columnCount]) => ({
              row,
              column,
              rowCount,
              columnCount,
            })),
          };
          const { evaluations, sheets } = recogniseWorkbook([grid]);
          return (
            sheets.length === 1 &&
            evaluations.every(({ indicators }) =>
              indicators.every(({ level3, level4 }) => (level4 ?? level3) !== null),
            )
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("the fund block of the Sichuan form (L4)", () => {
  it("takes 年度预算数(万元) over the items for a caption, not for an amount", () => {
    const form = formOf([
      ["部门预算项目支出绩效自评表(2023年度)"],
      [
        "预算执行情况(10分)",
        "年度预算数(万元)",
        "",
        "年初预算",
        "调整后预算数",
        "预算执行数",
        "预算执行率",
        "权重",
        "得分",
        "原因",
      ],
      ["", "总额", "", 238.93, 251.89, 251.89, "100.00%", 10, "", ""],
      ["", "其中:财政资金", "", 238.93, 251.89, 251.89, "100.00%", "/", "/", ""],
      [
        "绩效指标(90分)",
        "一级指标",
        "二级指标",
        "三级指标",
        "指标性质",
        "指标值",
        "度量单位",
        "完成值",
        "权重",
        "得分",
      ],
      ["", "产出指标", "数量指标", "发放(缴纳)覆盖率", "=", 100, "%", "", 90, ""],
      ["合计", "", "", "", "", "", "", "", 100, ""],
    ]);
    expect(funds(form)).toEqual(["计入 总额 251.89 251.89", "不计 其中:财政资金 251.89 251.89"]);
    expect(form.funds[0]?.points && toDecimal(form.funds[0].points.value)).toBe("10");
    expect(form.totals[0]?.scope.kind).toBe("whole");
  });
});

describe("a header of three rows (Guangdong)", () => {
  it("has 名称 and 权重 under each level: the last 权重 is the indicators', the others are captions", () => {
    const form = formOf(
      [
        ["2022年度部门整体支出绩效自评指标评分表"],
        ["评价指标", "", "", "", "", "", "评分标准", "自评分"],
        ["一级指标", "", "二级指标", "", "三级指标", "", "", ""],
        ["名称", "权重（%）", "名称", "权重（%）", "名称", "权重（%）", "", ""],
        ["履职效能", 50, "整体效能", 50, "产出指标完成情况", 30, "按完成率计分", 30],
        ["", "", "", "", "部门预算资金支出率", 20, "支出率×20分", 19.44],
        ["管理效率", 50, "预算编制", 50, "预算编制规范性", 50, "规范得50分", 50],
        ["总分", "", "", "", "", 100, "", 99.44],
      ],
      {
        merges: ["A2:F2", "A3:B3", "C3:D3", "E3:F3", "G2:G4", "H2:H4", "A5:A6", "B5:B6", "C5:C6", "D5:D6"],
      },
    );
    expect(listed(form)).toEqual([
      "履职效能/整体效能/产出指标完成情况 30",
      "履职效能/整体效能/部门预算资金支出率 20",
      "管理效率/预算编制/预算编制规范性 50",
    ]);
    expect(form.captions.map(({ name, points }) => `${name} ${points ? toDecimal(points) : "-"}`)).toEqual([
      "履职效能 50",
      "整体效能 50",
      "管理效率 50",
      "预算编制 50",
    ]);
    expect(form.doubts).toEqual([]);
  });
});

describe("the Hubei county form with 项目权重", () => {
  const form = (): EvaluationForm =>
    formOf(
      [
        ["财政预算支出项目绩效目标自评表"],
        ["项目资金来源", "中央（万元）", "本级（万元）", "合计（万元）", "执行数（万元）", "执行率"],
        ["", "", 5.5, 5.5, 5.5, "100%"],
        ["项目权重", "评价内容", "分值", "自评分", "复核分", "评价标准及依据"],
        ["项目决策2分", "决策依据", 2, 2, "", "没有不得分。"],
        ["项目管理13分", "财务制度", 3, 3, "", "没有不得分。"],
        ["", "目标申报", 10, 9, "", "没有不得分。"],
        [
          "项目绩效85分",
          "一级指标",
          "二级指标",
          "指标名称（三级指标）",
          "年初指标值",
          "年终完成值",
          "自评分",
        ],
        ["", "产出指标60分", "数量指标30分", "采购设备", "10台套", "10台套", 30],
        ["", "", "时效指标30分", "开工", "≥90%", "90%", 15],
        ["", "", "", "完工", "≥90%", "90%", 15],
        ["", "满意度指标25分", "满意度25分", "职工满意度", "≥95%", "96%", 25],
      ],
      { merges: ["A2:A3", "A6:A7", "A8:A12", "B9:B11", "C10:C11"] },
    );
  it("names the groups of its first table where the points are stated", () => {
    expect(listed(form()).slice(0, 3)).toEqual([
      "项目决策/-/决策依据 2",
      "项目管理/-/财务制度 3",
      "项目管理/-/目标申报 10",
    ]);
  });
  it("states points in the captions of its second table: for single indicators only", () => {
    expect(listed(form()).slice(3)).toEqual([
      "产出指标/数量指标/采购设备 30",
      "产出指标/时效指标/开工 -",
      "产出指标/时效指标/完工 -",
      "满意度指标/满意度/职工满意度 25",
    ]);
  });
  it("lists the sources of the funds in columns; 合计 is the budget", () => {
    expect(funds(form())).toEqual(["计入 项目资金来源 5.5 5.5"]);
  });
});

describe("a form with ticks for the reasons (Liaoning)", () => {
  it("splits 偏差原因分析 over columns in a second header row; 原因说明 is the reason", () => {
    const form = formOf(
      [
        ["项目绩效自评表"],
        [...HEADER.slice(0, 7), "偏差原因分析", "", "", ""],
        ["", "", "", "", "", "", "", "经费保障", "人员保障", "其他", "原因说明"],
        ["产出指标", "时效指标", "故障响应时间", "≤30分钟", "45分钟", 100, 50, "", "√", "", "人手不足"],
      ],
      { merges: [..."ABCDEFG"].map((column) => `${column}2:${column}3`).concat("H2:K2") },
    );
    expect(listed(form)).toEqual(["产出指标/时效指标/故障响应时间 100"]);
    expect(form.indicators[0]?.reason?.text).toBe("人手不足");
    expect(form.doubts).toEqual([]);
  });
});

describe("units in the header", () => {
  it("of 指标值（%） hold for the column: 95 is 95%", () => {
    const form = formOf([
      ["项目绩效自评表"],
      ["一级指标", "二级指标", "三级指标", "指标值（%）", "完成值（%）", "分值", "得分"],
      ["产出指标", "质量指标", "验收合格率", 95, 90, 100, 94.74],
    ]);
    const [entry] = form.indicators;
    expect([entry?.target, entry?.actual].map((read) => read?.value && toDecimal(read.value))).toEqual([
      "0.95",
      "0.9",
    ]);
  });
});

describe("rows and their parts (Longyang)", () => {
  const rows = (parts: number[]): TypedCell[][] => [
    ["2022年度项目支出绩效自评表"],
    ["一级指标", "二级指标", "三级指标", "年初目标值（A）", "实际完成值（B）", "得分"],
    ["产出指标", "数量指标", "一、示范区建立", "≧20000亩", "20000亩", 15],
    ...parts.map((part, index) => ["", "", `${index + 1}、配方肥${index}`, "≧500亩", "500亩", part]),
    ["", "", "二、土样化验", "≧60个", "105个", 5],
  ];
  it("numbered 一、 over 1、 2、 with the same sum: both levels count, and the user is asked", () => {
    const { doubts } = formOf(rows([5, 7, 3]));
    expect(doubts.find(({ code }) => code === "nested-rows")).toMatchObject({ cell: { row: 2, column: 2 } });
  });
  it("with another sum are rows like any other", () => {
    expect(formOf(rows([5, 7, 4])).doubts.map(({ code }) => code)).not.toContain("nested-rows");
  });
});

describe("points without a column", () => {
  it("stand behind the indicator's name, as in 相关性(5 分)", () => {
    const form = formOf([
      ["2017年部门整体支出绩效评价得分表"],
      ["一级指标", "二级指标", "三级指标", "得分"],
      ["部门决策(10分)", "目标任务(10分)", "相关性(5 分)", 5],
      ["", "", "明确性(5分)", 4],
    ]);
    expect(listed(form)).toEqual(["部门决策/目标任务/相关性 5", "部门决策/目标任务/明确性 5"]);
    expect(form.doubts).toEqual([]);
  });
});

describe("scores in columns that need a second look", () => {
  it("have their header at the top of the form, and the block's score in the header row (Suining)", () => {
    const form = formOf([
      ["食品监管补助资金区域绩效目标自评表"],
      ["中央主管部门", "市场监管总局", "", "", "", "", "自评得分"],
      ["年度目标完成情况", "预期目标", "", "", "完成", "", 20],
      ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成指标值", 50],
      ["", "产出指标", "质量指标", "违法案件查办率", "100%", "100%", 4],
      ["", "", "", "投诉举报处置率", "100%", "100%", 3],
    ]);
    expect(
      form.indicators.map(({ score }) => score?.entered.value && toDecimal(score.entered.value)),
    ).toEqual(["4", "3"]);
  });
  it("are several: the first filled one counts, and the pane is told of the others", () => {
    const form = formOf([
      ["绩效评价得分表"],
      ["一级指标", "二级指标", "三级指标", "分值", "甲县得分", "乙县得分"],
      ["决策", "项目立项", "立项规范性", 100, 97.5, 98],
    ]);
    expect(form.doubts.map(({ code, message }) => [code, message.includes("“乙县得分”未用")])).toEqual([
      ["several-score-columns", true],
    ]);
  });
});

describe("words of the province", () => {
  it("类别 beside 指标名称 is the level above it (Suzhou)", () => {
    const form = formOf(
      [
        ["苏州市级财政支出项目绩效自评表"],
        ["项目绩效实现情况(80分)", "类别", "指标名称", "目标值", "权重", "实际完成值", "自评分"],
        ["", "投入目标", "专款专用率", "100%", 3, "100%", 3],
        ["", "结果目标", "灾备自主演练", "2次", 3.14, "2次", 3.14],
      ],
      { merges: ["A2:A4"] },
    );
    expect(listed(form)).toEqual(["投入目标/-/专款专用率 3", "结果目标/-/灾备自主演练 3.14"]);
  });
  it("年初预算资金总额 and 实际投入资金额 head the funds (Hengyang)", () => {
    const form = formOf([
      ["部门整体支出绩效自评表"],
      ["资金情况(万元)", "", "年初预算资金总额:", "实际投入资金额", "产生差异的原因"],
      ["", "合计", 236, 236, ""],
      ["", "其中:财政拨款", 236, 236, ""],
      ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "全年实际完成值"],
      ["", "产出指标", "数量指标", "免费开放", "=365天", "=365天"],
    ]);
    expect(
      form.funds.map(({ counts, initialBudget, executed }) => [counts, initialBudget?.text, executed?.text]),
    ).toEqual([
      [true, "236", "236"],
      [false, "236", "236"],
    ]);
  });
  it("goals in two halves are no second header row (Lijiang)", () => {
    const form = formOf(
      [
        ["项目支出绩效自评表"],
        ["年度总体目标", "预期目标", "", "", "实际完成情况", "", "", ""],
        ["", "卫片执法补助经费", "", "", "卫片执法补助经费", "", "", ""],
        ["绩效指标", "", "", "年度指标值", "", "", "实际完成值", "分值", "得分"],
        ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "", "", ""],
        ["产出指标", "质量指标", "项目验收合格率", "﹦", 100, "%", 100, 100, 100],
      ],
      { merges: ["A2:A3", "B2:D2", "E2:H2", "B3:D3", "E3:H3", "A4:C4", "D4:F4", "G4:G5", "H4:H5", "I4:I5"] },
    );
    expect(listed(form)).toEqual(["产出指标/质量指标/项目验收合格率 100"]);
    expect(form.indicators[0]).toMatchObject({
      target: { text: "﹦100%" },
      score: { entered: { text: "100" } },
    });
  });
});

describe("more words of the counties", () => {
  const rows = (header: string[], row: TypedCell[]): TypedCell[][] => [["项目绩效自评表"], header, row];
  it("一级目标 and 实施进度 are 一级指标 and 实际完成值 (Lechang, Shuangxin)", () => {
    const form = formOf(
      rows(
        ["一级目标", "二级指标", "三级指标", "指标值", "实施进度", "分值", "得分"],
        ["产出指标", "数量指标", "宣传次数", "≥2次", "3次", 100, 100],
      ),
    );
    expect(listed(form)).toEqual(["产出指标/数量指标/宣传次数 100"]);
    expect(form.indicators[0]?.actual?.text).toBe("3次");
  });
  it("分数 beside 分值 is the score", () => {
    const form = formOf(
      rows(["一级指标", "二级指标", "三级指标", "分值", "分数"], ["产出", "数量", "实验室建设", 20, 18]),
    );
    expect(
      [form.indicators[0]?.points, form.indicators[0]?.score?.entered].map(
        (one) => one?.value && toDecimal(one.value),
      ),
    ).toEqual(["20", "18"]);
  });
  it("—— for the third level leaves the name to the second (Xinhui)", () => {
    const form = formOf(
      rows(
        ["一级指标", "二级指标", "三级指标", "分值", "得分"],
        ["水稻种植情况", "种植面积（20分）", "——", 20, 20],
      ),
    );
    expect(listed(form)).toEqual(["水稻种植情况/-/种植面积 20"]);
  });
  it("名称 under each of three levels is header, not an indicator (Pengshui)", () => {
    const form = formOf(
      [
        ["绩效自评表"],
        ["指标名称", "", "", "指标解释", "完成情况", "分值", "得分"],
        ["一级指标", "二级指标", "三级指标", "", "", "", ""],
        ["名称", "名称", "名称", "", "", "", ""],
        ["项目预算管理", "资金投入", "预算编制科学性", "依据充分", "按要求完成", 100, 100],
      ],
      { merges: ["A2:C2", "D2:D4", "E2:E4", "F2:F4", "G2:G4"] },
    );
    expect(listed(form)).toEqual(["项目预算管理/资金投入/预算编制科学性 100"]);
  });
});

describe("a 总分 that leaves out the fund row (Ezhou)", () => {
  const form = (score: number): EvaluationForm =>
    formOf([
      ["项目支出绩效自评表"],
      ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
      ["", "年度资金总额", 287, 287, 171, 10, "60%", 6],
      [...HEADER],
      ["产出指标", "数量指标", "服务人数", "100人次", "90人次", 100, 90, "延后"],
      ["总分", "", "", "", "", 100, score],
    ]);
  it("totals the indicators alone where points and score are theirs", () => {
    expect(form(90).totals[0]?.scope.kind).toBe("indicators");
  });
  it("totals everything where its score counts the fund row", () => {
    expect(form(96).totals[0]?.scope.kind).toBe("whole");
  });
});

describe("results and labels in one cell", () => {
  it("are read: 总得分：98.42, 自评等级：优", () => {
    const form = formOf([
      ["项目绩效自评表"],
      [...HEADER],
      ["产出指标", "质量指标", "合格率", "≥95%", "95%", 100, 98.42, "无"],
      ["总得分：98.42"],
      ["自评等级：优"],
    ]);
    expect(form.statedScore?.entered.value && toDecimal(form.statedScore.entered.value)).toBe("98.42");
    expect(form.statedGrade?.entered.text).toBe("优");
  });
});

describe("two columns of groups under one header", () => {
  it("评价指标 merged over them gives 一级 and 二级 (Ningjin)", () => {
    const form = formOf(
      [
        ["助学金项目绩效评价指标表"],
        ["评价指标", "", "评价内容", "", "", ""],
        ["", "", "指标名称", "指标说明", "目标值", "分值", "得分"],
        ["年度绩效目标", "制度指标", "规章制度", "建立与否", "建立", 40, 40],
        ["", "质量指标", "资助对象满意度", "达到预计值", "95%以上", 60, 60],
      ],
      { merges: ["A2:B3", "C2:G2", "A4:A5"] },
    );
    expect(listed(form)).toEqual([
      "年度绩效目标/制度指标/规章制度 40",
      "年度绩效目标/质量指标/资助对象满意度 60",
    ]);
  });
});

describe("a table of 一级指标 alone (Danzhou)", () => {
  it("states the total in its 合计 row", () => {
    const form = formOf([
      ["2018年度部门整体支出绩效评价结果"],
      ["一级指标", "分值", "得分", "绩效等级"],
      ["投入", 15, 15, "优"],
      ["过程", 55, 49.04, "优"],
      ["产出", 20, 20, "优"],
      ["效果", 10, 10, "优"],
      ["合计", 100, 94.04, "优"],
    ]);
    expect(form.dimensions).toHaveLength(4);
    expect(form.totals.map(({ score }) => score?.entered.text)).toEqual(["94.04"]);
  });
});

describe("the head of a form", () => {
  it("shares its rows: 评价单位 left blank beside 填报日期, year and total in one row (Yuanzhou)", () => {
    const rows = (unit: TypedCell[]): TypedCell[][] => [
      ["马铃薯种薯繁育示范推广项目绩效目标自评表"],
      ["(2022年度)", "", "", "", "项目总得分", "99分"],
      unit,
      ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "全年实际值", "得分"],
      ["产出指标", "数量指标", "免费发放原原种", 100, "550万粒", "550万粒", 99],
    ];
    const form = formOf(rows(["项目实施单位/项目负责人", "原州区农技中心/杨勃兴"]));
    expect([form.unit, form.year]).toEqual(["原州区农技中心", "2022"]);
    expect(form.statedScore?.entered.value && toDecimal(form.statedScore.entered.value)).toBe("99");
    expect(formOf(rows(["评价单位:", "", "", "填报日期:"])).unit).toBeNull();
  });
  it("leaves a cell blank between 部门（单位）名称 and the name", () => {
    const form = formOf([
      ["部门整体支出绩效自评价表"],
      ["部门（单位）名称", "", "科学技术局"],
      ["一级指标", "二级指标", "三级指标", "绩效目标", "实际完成", "权重", "自评得分"],
      ["决策", "计划制定", "工作计划健全性", "健全", "健全", 100, 100],
    ]);
    expect(form.unit).toBe("科学技术局");
  });
});

describe("forms whose headers hold numbers that are no points", () => {
  it("reads no points from 预算执行率(B/A×100%)", () => {
    const form = formOf([
      ["转移支付区域绩效目标自评表"],
      ["项目资金(万元)", "", "全年预算数(A)", "全年执行数(B)", "预算执行率(B/A×100%)"],
      ["", "年度资金总额", 1680.5, 1650.2, "98.20%"],
      ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "全年实际完成值"],
      ["", "产出指标", "数量指标", "改造危房户数", "≥560户", "562户"],
    ]);
    expect(form.funds[0]?.points).toBeNull();
  });
});

describe("the Chongqing form (L5)", () => {
  const rows = (total: number): TypedCell[][] => [
    ["2023年度部门整体绩效自评表"],
    ["", "年初预算数", "全年(调整)预算数", "全年执行数", "执行率", "执行率权重", "执行率得分"],
    ["年度总金额(万元)", 1200, 1350.5, 1282.98, "95%", 10, 9.5],
    ["当年整体绩效目标", "保障公路畅通"],
    ["指标名称", "计量单位", "指标性质", "指标值", "指标权重(分)", "全年完成值", "指标得分(分)"],
    ["养护里程", "公里", "≥", 320, 90, 325, 90],
    ["合计", "", "", "", total, "", 90],
  ];
  it("takes a goal for no fund", () => {
    expect(funds(formOf(rows(90)))).toEqual(["计入 年度总金额(万元) 1350.5 1282.98"]);
  });
  it("has no 一级指标: 绩效指标 merged down beside the rows captions the block", () => {
    const form = formOf(
      [
        ["部门整体绩效自评表"],
        [
          "绩效指标",
          "指标名称",
          "计量单位",
          "指标性质",
          "年初指标值",
          "指标权重（分）",
          "全年完成值",
          "指标得分",
        ],
        ["", "养护里程", "公里", "≥", 320, 50, 325, 50],
        ["", "培训", "次", "≥", 4, 25, 4, 25],
        ["", "宣传", "次", "≥", 4, 25, 4, 25],
      ],
      { merges: ["A2:A5"] },
    );
    expect(listed(form)).toEqual(["-/-/养护里程 50", "-/-/培训 25", "-/-/宣传 25"]);
  });
  it("sets 调整指标值 in the place of 年初指标值 where a row fills it", () => {
    const form = formOf([
      ["部门整体绩效自评表"],
      ["指标名称", "计量单位", "指标性质", "年初指标值", "调整指标值", "全年完成值", "指标权重", "指标得分"],
      ["培训次数", "次", "≥", 26, 12, 12, 50, 50],
      ["宣传次数", "次", "≥", 40, "/", 43, 50, 50],
    ]);
    expect(form.indicators.map(({ target }) => target?.text)).toEqual(["≥12次", "≥40次"]);
  });
  it("tells a 合计 of the indicators alone from one of everything by its points", () => {
    expect(formOf(rows(90)).totals[0]?.scope.kind).toBe("indicators");
    expect(formOf(rows(100)).totals[0]?.scope.kind).toBe("whole");
  });
});

describe("department self-evaluation in Fujian", () => {
  it("numbers its amounts ① to ⑦ and says which come from which", () => {
    const form = formOf(
      [
        ["部门整体支出绩效自评表"],
        ["（2020年度）"],
        ["部门（单位）名称", "某市地震局"],
        ["财政资金安排和使用情况（万元）", "资金结构", "预算安排", "", "", "拨付情况", "", "结余情况"],
        [
          "",
          "",
          "年初部门预算安排金额（含历年结余结转）①",
          "年中调整金额②",
          "小计③=①+②",
          "年度拨付金额④",
          "支出实现率（%）⑤=④/③",
          "本年度结余金额⑥=③-④",
        ],
        ["", "财政资金小计", 130.54, 58.07, 188.61, 188.45, 99.92, 0.16],
        ["", "合 计", 130.54, 58.07, 188.61, 188.45, 99.92, 0.16],
        ["一级指标", "二级指标", "三级指标", "绩效目标值", "实际完成值", "评分标准", "指标分值", "自评得分"],
        ["产出目标", "数量目标", "宣传场数", "10场", "11场", "", 100, 100],
      ],
      { merges: ["A4:A7", "B4:B5", "C4:E4", "F4:G4"] },
    );
    expect(funds(form)).toEqual(["不计 财政资金小计 188.61 188.45", "计入 合 计 188.61 188.45"]);
    expect(form.funds[1]).toMatchObject({ initialBudget: { text: "130.54" } });
    expect(listed(form)).toEqual(["产出目标/数量目标/宣传场数 100"]);
  });
});

describe("目标值(标准) beside 指标值", () => {
  const form = (...last: string[]) =>
    formOf([
      ["项目支出绩效评价表"],
      ["一级指标", "权重", "二级指标", "分值", "三级指标", "计量单位", "目标值(标准)", "分值", ...last],
      ["预算绩效", 50, "预算管理", 75, "预算执行进度", "%", "40%", 75, "38%", "41%"],
      ["", "", "财务管理", 25, "用款计划差错率", "%", "5%", 25, "2%", "3%"],
    ]);
  const values = ({ indicators }: EvaluationForm) =>
    indicators.map(({ target, actual }) => `${target?.text ?? "-"} ${actual?.text ?? "-"}`);

  it("is the result where no other column holds results", () => {
    expect(values(form("指标值"))).toEqual(["40% 38%", "5% 2%"]);
  });

  it("is no result where another column is", () => {
    expect(values(form("指标值", "完成值")).map((row) => row.split(" ")[1])).toEqual(["41%", "3%"]);
  });

  it("the 权重 of a 一级指标 is a share of the whole, no sum of the 分值 below it", () => {
    expect(form("指标值").captions.map(({ name, points }) => `${name} ${points?.toString()}`)).toEqual([
      "预算管理 75",
      "财务管理 25",
    ]);
  });
});

describe("a bare number of which nobody can tell the unit", () => {
  it("asks for the unit, and for nothing else", () => {
    const form = formOf([
      ["项目支出绩效自评表"],
      HEADER,
      ["产出指标", "成本指标", "项目成本", "30万元", 298000, 50, 50, ""],
      ["", "数量指标", "培训人数", "200人", "约200人", 50, 50, ""],
    ]);
    expect(form.doubts.map(({ message }) => message)).toEqual([
      "实际完成值“298000”看不出是什么单位，请写明单位，例如 95% 或 50万元。",
      "实际完成值“约200人”像是数字，但不能确定是多少，请改成确切的数，例如 ≥50 或 50。",
    ]);
  });
});
