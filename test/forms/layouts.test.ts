import { describe, expect, it } from "vitest";
import { dimensionOf } from "../../src/model/scope";
import { recogniseWorkbook } from "../../src/forms/recognise-workbook";
import type { EvaluationForm } from "../../src/model/form";
import type { SheetGrid } from "../../src/model/grid";
import { formOf, HEADER, listed } from "./forms";
import { sheet, type TypedCell } from "./grids";

const evaluationsOf = (...sheets: SheetGrid[]): readonly EvaluationForm[] =>
  recogniseWorkbook(sheets).evaluations;

describe("the header of an indicator table", () => {
  it("is found in row 5, below title, year and unit", () => {
    const form = formOf(
      [
        ["××县项目支出绩效自评表"],
        ["（2023年度）"],
        ["实施单位", "××县民政局"],
        [],
        HEADER,
        ["产出指标", "数量指标", "发放人数", "≥100人", "120人", 10, 10],
      ],
      { merges: ["A1:H1", "A2:H2"] },
    );
    expect(form).toMatchObject({ family: "project-self", year: "2023", unit: "××县民政局" });
    expect(listed(form)).toEqual(["产出指标/数量指标/发放人数 10"]);
  });

  it("may have line breaks, brackets and footnote marks in its words", () => {
    const form = formOf([
      [
        "一级\n指标",
        "二级\n指标",
        "三级指标★",
        "年度\n指标值(A)",
        "全年实际\n完成值（B）",
        "分值（权重）①",
        "自评\n得分",
      ],
      ["产出指标", "数量指标", "发放人数", "≥100人", "120人", 10, 9],
    ]);
    expect(form.columns.map(({ role }) => role)).toEqual([
      "level1",
      "level2",
      "level3",
      "target",
      "actual",
      "points",
      "score",
    ]);
    expect(form.indicators[0]?.score?.entered.text).toBe("9");
  });

  it("may stand below one line for unit and day: the day is no part of the unit", () => {
    const form = formOf(
      [
        ["项目支出绩效自评表"],
        ["单位名称：××县民政局 填报日期：2023年4月6日"],
        HEADER,
        ["产出指标", "数量指标", "发放人数", "≥100人", "120人", 10, 10],
      ],
      { merges: ["A1:H1", "A2:H2"] },
    );
    expect(form.unit).toBe("××县民政局");
  });

  it("may take two rows: 绩效指标 merged over the levels, 指标值 over sign, value and unit", () => {
    const form = formOf(
      [
        ["绩效指标", null, null, "年度指标值", null, null, "实际完成值", "分值", "得分"],
        ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", null, null, null],
        ["产出指标", "数量指标", "受助人数", "≥", 735, "人次", 735, 10, 10],
        ["", "质量指标", "覆盖率", "＝", 100, "%", 100, 10, 10],
      ],
      { merges: ["A1:C1", "D1:F1", "G1:G2", "H1:H2", "I1:I2"] },
    );
    expect(listed(form)).toEqual(["产出指标/数量指标/受助人数 10", "产出指标/质量指标/覆盖率 10"]);
    expect(form.indicators[0]?.target).toMatchObject({
      text: "≧735人次".replace("≧", "≥"),
      comparison: ">=",
      unit: "人次",
      live: "number",
    });
    expect(form.indicators[1]?.target).toMatchObject({ comparison: "=", unit: "%", live: null });
    expect(form.indicators[1]?.actual?.value?.toString()).toBe("1");
  });

  it("may leave the split of the target unsaid: one header over `≥ | 735 | 人次`", () => {
    const form = formOf(
      [
        ["一级指标", "二级指标", "三级指标", "年度指标值", null, null, "实际完成值", "分值", "得分"],
        ["产出指标", "数量指标", "受助人数", "≥", 735, "人次", 735, 10, 10],
      ],
      { merges: ["D1:F1"] },
    );
    expect(form.indicators[0]?.target).toMatchObject({ comparison: ">=", unit: "人次" });
  });

  it("of a flat list gives every row as 三级指标", () => {
    const form = formOf([
      ["2023年度部门整体绩效自评表"],
      ["自评总分", 96.5],
      [
        "指标名称",
        "计量单位",
        "指标性质",
        "指标值",
        "指标权重（分）",
        "全年完成值",
        "指标得分（分）",
        "说明",
      ],
      ["办结率", "%", "≥", 95, 20, 98, 20, ""],
      ["成本控制", "万元", "≤", 30, 10, 31, 9.5, "材料涨价"],
    ]);
    expect(form.family).toBe("department-self");
    expect(listed(form)).toEqual(["-/-/办结率 20", "-/-/成本控制 10"]);
    expect(form.statedScore?.entered.text).toBe("96.5");
    expect(form.indicators[0]?.actual).toMatchObject({ unit: "%" });
    expect(form.indicators[1]?.target).toMatchObject({ comparison: "<=", unit: "万元", direction: "lower" });
    expect(form.indicators[1]?.reason?.text).toBe("材料涨价");
  });

  it("with four levels puts the leaf into level4", () => {
    const form = formOf([
      ["一级指标", "二级指标", "三级指标", "四级指标", "分值", "得分"],
      ["产出", "数量", "参保", "参保人数", 5, 5],
      ["", "", "", "参保批次", 5, 5],
    ]);
    expect(listed(form)).toEqual(["产出/数量/参保/参保人数 5", "产出/数量/参保/参保批次 5"]);
  });

  it("with points after each level takes the last for the indicators and the others for captions", () => {
    const form = formOf([
      ["一级指标", "分值", "二级指标", "分值", "三级指标", "分值", "评分标准", "得分"],
      ["决策", 20, "项目立项", 10, "立项依据充分性", 5, "充分得5分，否则不得分", 5],
      ["", "", "", "", "立项程序规范性", 5, "规范得5分，否则不得分", 4],
      ["", "", "绩效目标", 10, "目标合理性", 10, "合理得10分", 10],
    ]);
    expect(listed(form)).toEqual([
      "决策/项目立项/立项依据充分性 5",
      "决策/项目立项/立项程序规范性 5",
      "决策/绩效目标/目标合理性 10",
    ]);
    expect(form.captions.map(({ level, name, points }) => `${level} ${name} ${points?.toString()}`)).toEqual([
      "1 决策 20",
      "2 项目立项 10",
      "2 绩效目标 10",
    ]);
  });

  it("repeated on the next page goes on with the same evaluation", () => {
    const form = formOf([
      ["项目支出绩效自评表"],
      HEADER,
      ["产出指标", "数量指标", "甲", "≥1", "1", 50, 50],
      HEADER,
      ["效益指标", "社会效益", "乙", "≥1", "1", 50, 50],
    ]);
    expect(form.indicators).toHaveLength(2);
  });

  it.each([
    [
      "新疆",
      [
        "一级指标",
        "二级指标",
        "三级指标",
        "指标值",
        "指标值设置依据",
        "上年完成值",
        "指标分值权重",
        "指标赋分规则",
        "佐证资料",
        "指标实际完成值",
        "完成率",
        "指标得分",
        "偏差原因",
      ],
      [
        "level1",
        "level2",
        "level3",
        "target",
        "points",
        "rule",
        "actual",
        "completionRate",
        "score",
        "reason",
      ],
    ],
    [
      "四川",
      [
        "一级指标",
        "二级指标",
        "三级指标",
        "指标性质",
        "指标值",
        "度量单位",
        "完成值",
        "权重",
        "得分",
        "未完成原因分析",
      ],
      [
        "level1",
        "level2",
        "level3",
        "targetSign",
        "target",
        "targetUnit",
        "actual",
        "points",
        "score",
        "reason",
      ],
    ],
    [
      "河北",
      [
        "一级指标",
        "二级指标",
        "三级指标",
        "预期指标值",
        "实际完成值",
        "单项指标得分",
        "权重占比(%)",
        "单项指标折算得分",
      ],
      ["level1", "level2", "level3", "target", "actual", "score", "points"],
    ],
    [
      "湖南",
      ["一级指标(分)", "二级指标(分)", "三级指标", "指标解释", "评分标准", "分值", "自评得分", "扣分原因"],
      ["level1", "level2", "level3", "rule", "points", "score", "reason"],
    ],
    [
      "评价报告",
      ["一级指标", "二级指标", "三级指标", "标准分", "评价标准", "评价得分", "得分率", "扣分说明"],
      ["level1", "level2", "level3", "points", "rule", "score", "scoreRate", "reason"],
    ],
    [
      "考核",
      ["考核项目", "考核内容", "标准分值", "考核标准", "自评得分", "考核得分"],
      ["level1", "level3", "points", "rule", "score", "score"],
    ],
  ])("of the %s form is understood column by column", (_, header, roles) => {
    const row = header.map((label) =>
      /分|权重/.test(label) && !/标准$|规则|原因|说明|依据/.test(label) ? 10 : "内容",
    );
    const [form] = evaluationsOf(sheet([header, row]));
    expect(form?.columns.map(({ role }) => role)).toEqual(roles);
  });
});

describe("levels", () => {
  it("are filled down where they are left blank, and 二级 never crosses into another 一级", () => {
    const form = formOf([
      HEADER,
      ["产出指标", "数量指标", "甲", "≥1", "1", 10, 10],
      ["", "", "乙", "≥1", "1", 10, 10],
      ["效益指标", "", "丙", "≥1", "1", 10, 10],
    ]);
    expect(listed(form)).toEqual(["产出指标/数量指标/甲 10", "产出指标/数量指标/乙 10", "效益指标/-/丙 10"]);
  });

  it("state points in their captions, which belong to no name", () => {
    const form = formOf([
      HEADER,
      ["产出指标\n（50分）", "数量指标(20分)", "甲", "≥1", "1", 20, 20],
      ["", "质量指标 【30分】", "乙", "≥1", "1", 30, 30],
    ]);
    expect(listed(form)).toEqual(["产出指标/数量指标/甲 20", "产出指标/质量指标/乙 30"]);
    expect(form.captions.map(({ level, name, points }) => `${level} ${name} ${points?.toString()}`)).toEqual([
      "1 产出指标 50",
      "2 数量指标 20",
      "2 质量指标 30",
    ]);
  });

  it("lose 指标1 even where no colon follows, and nothing of the name with it", () => {
    const names = [
      "指标1免费发放原原种",
      "指标12021年11月30日前完成支付",
      "指标1一级种薯推广面积",
      "指标一：培训",
    ];
    const form = formOf([
      ["一级指标", "二级指标", "三级指标", "分值", "得分"],
      ...names.map((name) => ["产出指标", "数量指标", name, 25, 25]),
    ]);
    expect(form.indicators.map(({ level3 }) => level3)).toEqual([
      "免费发放原原种",
      "2021年11月30日前完成支付",
      "一级种薯推广面积",
      "培训",
    ]);
  });

  it("lose numbering and stars, but no number that belongs to the name", () => {
    const names = [
      "指标1：新建厕所",
      "指标2：★补助面积",
      "（1）发放率",
      "1.及时率",
      "①合规性",
      "▲知晓率",
      "1290.3平方米冷库",
      "2022年全年",
      "5个村完成",
      "“三公经费”变动率",
      "三公经费控制率",
    ];
    const form = formOf([
      HEADER,
      ...names.map((name): TypedCell[] => ["产出指标", "数量指标", name, "≥1", "1", 1, 1]),
    ]);
    expect(form.indicators.map(({ level3 }) => level3)).toEqual([
      "新建厕所",
      "补助面积",
      "发放率",
      "及时率",
      "合规性",
      "知晓率",
      "1290.3平方米冷库",
      "2022年全年",
      "5个村完成",
      "“三公经费”变动率",
      "三公经费控制率",
    ]);
  });

  it("give their name to the indicator where the form has no third level for it", () => {
    const form = formOf([HEADER, ["满意度指标", "服务对象满意度", "", "≥90%", "95%", 10, 10]]);
    expect(listed(form)).toEqual(["满意度指标/-/服务对象满意度 10"]);
  });

  it("head sections: a row across the table that states its points and score", () => {
    const form = formOf(
      [
        ["县级部门预算绩效管理工作考核评分表"],
        ["考核内容", "分值", "评分标准", "得分"],
        ["一、基础工作（总分16分，总得分16分）"],
        ["（一）组织保障", 3, "成立领导小组得2分，明确专职人员的得1分", 3],
        ["（二）指标体系建设", 5, "得5分", 3],
        ["二、事前绩效评估（总分10分，总得分10分）"],
        ["（一）评估范围", 4, "项目数量/总数×4分", 4],
      ],
      { merges: ["A1:D1", "A3:D3", "A6:D6"] },
    );
    expect(form.family).toBe("management-appraisal");
    expect(listed(form)).toEqual([
      "基础工作/-/组织保障 3",
      "基础工作/-/指标体系建设 5",
      "事前绩效评估/-/评估范围 4",
    ]);
    expect(
      form.captions.map(
        ({ name, points, statedScore }) => `${name} ${points?.toString()} ${statedScore?.toString()}`,
      ),
    ).toEqual(["基础工作 16 16", "事前绩效评估 10 10"]);
  });

  it("of a flat list are its numbered headings, whose points are the sum of their rows", () => {
    const form = formOf([
      ["评价内容", "分值", "评分标准", "得分"],
      ["一、基础工作", 8, "", 8],
      ["1.组织保障", 3, "", 3],
      ["2.制度建设", 5, "", 5],
      ["二、信息公开", 4, "", 4],
      ["1.目标公开", 4, "", 4],
    ]);
    expect(listed(form)).toEqual(["基础工作/-/组织保障 3", "基础工作/-/制度建设 5", "信息公开/-/目标公开 4"]);
  });
});

describe("rows that are no indicators", () => {
  it("are template residue, footnotes and 其中 rows without points", () => {
    const form = formOf([
      HEADER,
      ["产出指标", "数量指标", "指标1：甲", "≥1", "1", 10, 10],
      ["", "", "其中：甲一", "≥1", "1", "", ""],
      ["", "", "指标2", "", "", "", ""],
      ["", "", "……", "", "", "", ""],
      ["", "生态效益指标", "", "", "", "", ""],
      ["", "", "无", "", "", "", ""],
      ["总分", "", "", "", "", 100, 10],
      ["注：1.得分一档最高不能超过该指标分值上限。", "", "", "", "", "", ""],
    ]);
    expect(listed(form)).toEqual(["产出指标/数量指标/甲 10"]);
    expect(form.notes).toHaveLength(1);
    expect(form.totals).toHaveLength(1);
  });

  it("but `/` rows are, because they do not apply", () => {
    const form = formOf([
      HEADER,
      ["效益指标", "生态效益", "/", "/", "/", "", ""],
      ["", "经济效益", "不适用的指标", "不涉及", "不涉及", 5, 5],
    ]);
    expect(form.indicators.map(({ target }) => target?.nature)).toEqual(["not-applicable", "not-applicable"]);
  });

  it("are totals of a dimension and of the whole", () => {
    const form = formOf([
      HEADER,
      ["产出指标", "数量指标", "甲", "≥1", "1", 50, 50],
      ["小计", "", "", "", "", 50, 50],
      ["效益指标", "社会效益", "乙", "≥1", "1", 50, 45],
      ["小计", "", "", "", "", 50, 45],
      ["合 计", "", "", "", "", 100, 95],
    ]);
    expect(form.totals.map((total) => `${dimensionOf(total) ?? "-"} ${total.score?.entered.text}`)).toEqual([
      "产出指标 50",
      "效益指标 45",
      "- 95",
    ]);
  });
});

describe("points and scores", () => {
  it("are read from `10分` and from weights in percent", () => {
    const form = formOf([
      HEADER,
      ["产出", "数量", "甲", "≥1", "1", "10分", "9分"],
      ["", "", "乙", "≥1", "1", { value: 0.2, format: "0%" }, 20],
    ]);
    expect(form.indicators.map(({ points }) => [points?.value.toString(), points?.reading])).toEqual([
      ["10", { remove: ["分"], scale: form.indicators[0]?.points?.value.div(10) }],
      ["20", null],
    ]);
    expect(form.indicators[0]?.score?.entered.value?.toString()).toBe("9");
  });

  it("of one merged score cell belong to its first row", () => {
    const form = formOf(
      [HEADER, ["产出", "数量", "甲", "≥1", "1", 10, 10], ["", "", "乙", "≥1", "1", "", ""]],
      { merges: ["G2:G3"] },
    );
    expect(form.indicators[1]).toMatchObject({ sharesScoreWith: { row: 1, column: 2 }, score: null });
  });

  it("that stand in captions only go to the single indicator under a caption, and to nobody where there are several", () => {
    const form = formOf([
      ["一级指标", "二级指标", "三级指标", "年初目标值（A）", "实际完成值（B）", "得分"],
      ["产出指标（60分）", "数量", "甲", "≥1", "1", 30],
      ["", "质量", "乙", "≥1", "1", 30],
      ["满意度指标（10分）", "满意度", "丙", "≥95%", "96%", 10],
    ]);
    expect(listed(form)).toEqual(["产出指标/数量/甲 -", "产出指标/质量/乙 -", "满意度指标/满意度/丙 10"]);
    expect(form.doubts.map(({ code }) => code)).toEqual(["missing-points-column"]);
    expect(form.indicators[2]?.points?.reading).toMatchObject({ remove: ["满意度指标（", "分）"] });
  });

  it("that are words leave a doubt that says what to do", () => {
    const form = formOf([HEADER, ["产出", "数量", "甲", "约50", "1", "十几", "优"]]);
    expect(form.doubts.map(({ code, cell }) => `${code} ${cell.column}`)).toEqual([
      "unreadable-number 3",
      "unreadable-score 6",
    ]);
    expect(form.indicators[0]?.confidence).toBe("uncertain");
  });

  it("of several reviewers come from the first filled column", () => {
    const form = formOf([
      ["一级指标", "二级指标", "三级指标", "指标说明", "指标分值", "县级评分", "市级评分"],
      ["决策", "立项", "甲", "齐全得2分", 2, "", 1.5],
    ]);
    expect(form.indicators[0]?.score?.entered.text).toBe("1.5");
    expect(form.indicators[0]).toMatchObject({ target: null, rule: { text: "齐全得2分" } });
  });
});

describe("targets", () => {
  it("hidden in the name count where the target cell is empty", () => {
    const form = formOf([
      HEADER,
      ["产出", "数量", "参保批次≥35批", "", "36批", 10, 10],
      ["", "", "成本控制数（≤）", "30万元", "29万元", 10, 10],
    ]);
    expect(
      form.indicators.map(
        ({ target }) => `${target?.comparison} ${target?.value?.toString()} ${target?.unit}`,
      ),
    ).toEqual([">= 35 批", "<= 30 万元"]);
  });

  it("that are rules in truth become the rule", () => {
    const form = formOf([
      ["一级指标", "二级指标", "三级指标", "指标值", "分值", "得分"],
      ["过程", "管理", "制度", "制度健全得2分，否则不得分", 2, 2],
    ]);
    expect(form.indicators[0]).toMatchObject({ target: null, rule: { text: "制度健全得2分，否则不得分" } });
  });

  it("without a % are percentages beside a result with one, if the indicator is a rate", () => {
    const form = formOf([
      HEADER,
      ["满意度", "满意度", "群众满意度", 95, "96%", 10, 10],
      ["产出", "数量", "培训人数", 95, "96%", 10, 10],
    ]);
    expect(form.indicators.map(({ target }) => target?.value?.toString())).toEqual(["0.95", "95"]);
  });
});

describe("funds", () => {
  const FUND = [
    "项目资金（万元）",
    "",
    "年初预算数",
    "全年预算数（A）",
    "全年执行数（B）",
    "分值",
    "执行率（B/A）",
    "得分",
  ];
  const TABLE: TypedCell[][] = [HEADER, ["产出", "数量", "甲", "≥1", "1", 90, 90]];

  it("count once: the total row, never 其中", () => {
    const form = formOf([
      FUND,
      ["", "其中：当年财政拨款", 40, 40, 30, 10, "75%", 7.5],
      ["", "年度资金总额", 50, 50, 40, 10, "80%", 8],
      ["", "上年结转资金", 10, 10, 10, "—", "", "—"],
      ...TABLE,
    ]);
    expect(
      form.funds.map(({ item, counts, points }) => [item, counts, points?.value.toString() ?? null]),
    ).toEqual([
      ["其中：当年财政拨款", false, "10"],
      ["年度资金总额", true, "10"],
      ["上年结转资金", false, null],
    ]);
  });

  it("may be in 元, and say so in the caption or above it", () => {
    expect(
      formOf([["项目资金（元）", ...FUND.slice(1)], ["", "年度资金总额", 1, 1, 1, 10, "100%", 10], ...TABLE])
        .funds[0]?.currency,
    ).toBe("元");
    expect(
      formOf([
        ["单位：元"],
        ["项目资金", ...FUND.slice(1)],
        ["", "年度资金总额", 1, 1, 1, 10, "100%", 10],
        ...TABLE,
      ]).funds[0]?.currency,
    ).toBe("元");
  });

  it("that name no unit of money are read as 万元, with a doubt", () => {
    const form = formOf([
      ["项目资金", ...FUND.slice(1)],
      ["", "年度资金总额", 1, 1, 1, 10, "100%", 10],
      ...TABLE,
    ]);
    expect([form.funds[0]?.currency, form.doubts[0]?.code]).toEqual(["万元", "unknown-currency"]);
  });

  it("state their points in the caption of the Hubei form", () => {
    const form = formOf([
      [
        "预算执行情况（万元）（20分）",
        "",
        "",
        "预算数（A）",
        "执行数（B）",
        "执行率（B/A）",
        "得分（20分*执行率）",
      ],
      ["", "年度财政资金总额", "", 5, 4, "80%", 16],
      ...TABLE,
    ]);
    expect(form.funds[0]).toMatchObject({ counts: true, points: { value: { n: 20n } } });
  });

  it("use words of their own in Sichuan and Chongqing", () => {
    const sichuan = formOf([
      [
        "预算执行情况（万元）",
        "",
        "年初预算",
        "调整后预算数",
        "预算执行数",
        "预算执行率",
        "权重",
        "得分",
        "原因",
      ],
      ["", "总额", 0, 3.36, 3.36, "100.00%", 10, 10, ""],
      ["", "财政资金", 0, 3.36, 3.36, "100.00%", "/", "/", ""],
      ...TABLE,
    ]);
    expect(sichuan.funds.map(({ item, counts, points }) => [item, counts, points?.value.toString()])).toEqual(
      [
        ["总额", true, "10"],
        ["财政资金", false, undefined],
      ],
    );
    const chongqing = formOf([
      ["", "年初预算数", "全年（调整）预算数", "全年执行数", "执行率", "执行率权重", "执行率得分"],
      ["年度总金额（万元）", 10, 12, 12, "100%", 10, 10],
      ...TABLE,
    ]);
    expect(chongqing.funds[0]).toMatchObject({
      item: "年度总金额（万元）",
      counts: true,
      points: { value: { n: 10n } },
    });
  });
});

describe("several evaluations", () => {
  it("stand below one another, each under its title", () => {
    const one = (name: string): TypedCell[][] => [
      ["项目支出绩效自评表"],
      ["项目名称", name],
      ["实施单位", `${name}单位`],
      HEADER,
      ["产出", "数量", "甲", "≥1", "1", 100, 100],
      ["总分", "", "", "", "", 100, 100],
      [],
    ];
    const forms = evaluationsOf(sheet([...one("A"), ...one("B")]));
    expect(forms.map(({ unit, indicators, totals }) => [unit, indicators.length, totals.length])).toEqual([
      ["A单位", 1, 1],
      ["B单位", 1, 1],
    ]);
  });

  it("come from a unit column, one for each unit", () => {
    const forms = evaluationsOf(
      sheet([
        ["被评价单位", "一级指标", "二级指标", "三级指标", "分值", "得分"],
        ["甲县", "产出", "数量", "批次", 10, 10],
        ["", "", "", "人数", 10, 9],
        ["乙县", "产出", "数量", "批次", 10, 8],
      ]),
    );
    expect(forms.map(({ unit, indicators }) => [unit, indicators.length])).toEqual([
      ["甲县", 2],
      ["乙县", 1],
    ]);
  });

  it("do not come from the tables of one report by dimension, which make one evaluation", () => {
    const header = ["二级指标", "三级指标", "分值", "得分", "得分率"];
    const form = formOf([
      ["表5 决策指标得分情况表"],
      header,
      ["项目立项", "依据充分性", 2, 2, "100%"],
      ["合 计", "-", 2, 2, "100%"],
      [],
      ["表6 过程指标得分情况表"],
      header,
      ["资金管理", "到位率", 3, 3, "100%"],
      ["合 计", "-", 3, 3, "100%"],
    ]);
    expect(listed(form)).toEqual(["决策/项目立项/依据充分性 2", "过程/资金管理/到位率 3"]);
    expect(form.totals.map(dimensionOf)).toEqual(["决策", "过程"]);
  });

  it("take a table 评价指标 | 权重 | 得分 | 等级 as their summary", () => {
    const forms = evaluationsOf(
      sheet(
        [
          ["绩效评价指标表"],
          ["一级指标", "二级指标", "三级指标", "分值", "得分"],
          ["决策", "立项", "甲", 100, 90],
        ],
        { name: "指标" },
      ),
      sheet(
        [
          ["评价指标", "权重", "评价得分", "得分率", "等级"],
          ["决策", 16, 15, "93.75%", "优"],
          ["过程", 20, 19.94, "99.7%", "优"],
          ["合计", 36, 34.94, "97.06%", "优"],
        ],
        { name: "得分" },
      ),
    );
    expect(forms).toHaveLength(1);
    expect(forms[0]?.dimensions.map(({ name, grade }) => `${name} ${grade?.entered.text}`)).toEqual([
      "决策 优",
      "过程 优",
    ]);
  });
});

describe("what is hidden", () => {
  it("in rows still counts, and the pane asks about it", () => {
    const form = formOf(
      [HEADER, ["产出", "数量", "甲", "≥1", "1", 10, 10], ["", "", "乙", "≥1", "1", 10, 10]],
      { hiddenRows: [2] },
    );
    expect(form.indicators).toHaveLength(2);
    expect(form.doubts).toMatchObject([{ code: "hidden-rows", cell: { row: 2 } }]);
  });

  it("as a sheet is not read", () => {
    const { evaluations, sheets, doubts } = recogniseWorkbook([
      sheet([HEADER, ["产出", "数量", "甲", "≥1", "1", 10, 10]], { visible: false }),
    ]);
    expect([evaluations.length, sheets[0]?.role, doubts[0]?.code]).toEqual([0, "ignored", "hidden-sheet"]);
  });
});

describe("amounts and totals that cannot be told", () => {
  const conclusion = (budget: TypedCell, part: TypedCell, score: TypedCell) =>
    formOf([
      ["评价结论表"],
      ["资金情况（万元）", "预算安排资金", budget, "实际到位资金", 100],
      ["", "其中：单位缴纳", part, "", ""],
      ["", "个人缴纳", 40, "全年支出资金", 60],
      ["综合得分", score, "等级", "良"],
    ]);
  const fundsOf = (form: EvaluationForm) =>
    form.funds.map(({ item, adjustedBudget }) => `${item} ${adjustedBudget?.nature}`);

  it.each(["***", "839.02?", "#REF!"])("%s stays an amount of its row", (typed) => {
    const nature = typed === "***" ? "undisclosed" : "unreadable";
    expect(fundsOf(conclusion(typed, 60, 89))[0]).toBe(`预算安排资金 ${nature}`);
    expect(fundsOf(conclusion(100, typed, 89))[1]).toBe(`其中：单位缴纳 ${nature}`);
  });

  it.each(["***", "99.5?", "#REF!"])("%s stays the total that the form states", (typed) =>
    expect(conclusion(100, 60, typed).statedScore?.entered.text).toBe(typed === "***" ? "未公开" : typed),
  );
});

it("sheets that the add-in wrote are outputs, whatever they hold", () => {
  const { sheets, evaluations } = recogniseWorkbook([
    sheet([HEADER, ["产出", "数量", "甲", "≥1", "1", 10, 10]], { name: "计算底稿" }),
    sheet([], { name: "评价设置" }),
  ]);
  expect([sheets.map(({ role }) => role), evaluations.length]).toEqual([["output", "settings"], 0]);
});

it("twenty thousand rows take time in proportion", () => {
  const rows = (count: number): TypedCell[][] => [
    HEADER,
    ...Array.from({ length: count }, (_, i): TypedCell[] => [
      i % 50 === 0 ? `一级${i}` : "",
      i % 10 === 0 ? `二级${i}` : "",
      `指标${i}名称`,
      `≥${i}个`,
      `${i}个`,
      1,
      1,
    ]),
  ];
  expect(formOf(rows(20_000)).indicators).toHaveLength(20_000);
});
