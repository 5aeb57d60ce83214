import { describe, expect, it } from "vitest";
import { declaredCount } from "../../src/checks/declared-count";
import { sampleShare } from "../../src/checks/sample-share";
import { statedNumber } from "../../src/checks/stated-number";
import { kindOfStated } from "../../src/checks/shared/stated-items";
import {
  at,
  budget,
  calculated,
  datum,
  evaluation,
  fund,
  indicator,
  NONE,
  raised,
  result,
  stated,
  subject,
  survey,
} from "./subject";

describe("a row of 报告数字", () => {
  it.each([
    ["资金抽查比例", "37.55%", "sample-share"],
    ["项目抽查比例", "25.71%", "sample-share"],
    ["评价等级", "优", "grade"],
    ["预算单位数（家）", "36", "declared-count"],
    ["参保率核实监狱家数", "12", "declared-count"],
    ["三级指标数", "18", "declared-count"],
    ["满意度调查问卷份数", "175", "declared-count"],
    ["项目个数", "9", "declared-count"],
    ["异地定点医药机构（家）", "44", "declared-count"],
    ["抽样预算资金（万元）", "5,100.69", "other"],
    ["抽样预算执行率", "97.5%", "other"],
    ["综合得分", "99.5", "other"],
    ["绩效目标管理总得分", "14", "other"],
    ["参保资助资金（万元）", "389", "other"],
    ["预算单位数（家）", "36.5", "other"],
    ["参与单位数占全部", "100%", "other"],
    ["资金占比抽查结果", "20%", "sample-share"],
  ])("%s %s is of the kind %s", (item, text, kind) => {
    expect(kindOfStated(stated(item, text, ""))).toBe(kind);
  });
});

describe("what 计算数 takes from the workbook", () => {
  const found = (
    given: Parameters<typeof subject>[0],
    formula: string,
    [text, value]: readonly [string, string],
    ...evaluations: ReturnType<typeof evaluation>[]
  ) =>
    raised(
      statedNumber,
      subject({ ...given, stated: [calculated("总支出", text, value, formula)] }, ...evaluations),
    );
  // 0.33 + 0.33 may be 0.67 where both are rounded; where nothing is known of the cells, 0.66 is 0.66.
  const near = ["0.67", "0.66"] as const;
  const entries = [{ name: "满意", share: "0.33", count: "0.33", weight: "0.33" }];
  const asked = survey({ issued: "0.33", returned: "0.33", overall: "0.33", entries });

  it.each<[string, Parameters<typeof subject>[0], string]>([
    [
      "rows of a budget table",
      {
        budgets: [
          budget(
            [
              ["甲", "0.33"],
              ["乙", "0.33"],
            ],
            null,
          ),
        ],
      },
      "=预算资金!C4+预算资金!C5",
    ],
    [
      "a total of a budget table",
      { budgets: [budget([["甲", "0.33"]], "0.33")] },
      "=预算资金!C4+预算资金!C5",
    ],
    ["questionnaires issued and returned", { surveys: [asked] }, "=满意度!B4+满意度!B5"],
    ["an overall share and a share", { surveys: [asked] }, "=满意度!B20+满意度!B6"],
    ["a count and a weight", { surveys: [asked] }, "=满意度!C6+满意度!D6"],
  ])("may be %s", (_, given, formula) => {
    expect(found(given, formula, near)).toEqual(NONE);
    expect(found({}, formula, near)).toEqual(["error 报告数字!B4: 0.67 → 0.66"]);
  });

  it("may be funds, scores, and points and rates of dimensions", () => {
    const scored = evaluation({
      funds: [fund({ item: "年度资金总额", initial: "0.33", adjusted: "0.33", executed: "0.33" })],
      indicators: [
        indicator({ name: "甲", points: "1", entered: "0.33" }),
        indicator({ name: "乙", points: "1", entered: "0.33", row: 5 }),
      ],
      form: {
        dimensions: [
          {
            name: "决策",
            cell: at("A40"),
            points: result("0.33", "B40"),
            score: null,
            scoreRate: result("0.33", "D40"),
            grade: null,
          },
        ],
      },
    });
    const formulas = ["C6+D6", "D6+E6", "H4+H5", "B40+D40"].map((cells) =>
      cells.replace(/[A-Z]\d+/g, "绩效指标!$&"),
    );
    expect(formulas.map((formula) => found({}, `=${formula}`, near, scored))).toEqual([
      NONE,
      NONE,
      NONE,
      NONE,
    ]);
  });

  const pair = (first: string, second: string) => [
    datum("甲", first, "基础数据!B10"),
    datum("乙", second, "基础数据!B8"),
  ];
  it.each<[string, string, string, string, string, string[]]>([
    [
      "a trace of binary digits in a long number",
      "12345678901.23",
      "0.10",
      "12345678901.34",
      "12345678901.3300001",
      NONE,
    ],
    ["a trace as long as is allowed", "0.25", "0.25", "0.51", "0.500000001", NONE],
    ["more than a trace", "0.25", "0.25", "0.51", "0.500001", ["error 报告数字!B4: 0.51 → 0.50"]],
  ])("counts with its rounding beside %s", (_, first, second, text, value, expected) => {
    expect(found({ baseData: pair(first, second) }, "=基础数据!B10+基础数据!B8", [text, value])).toEqual(
      expected,
    );
  });

  it("is the cell's own result where a number of the range was not recognised", () => {
    const baseData = [datum("甲", "10", "基础数据!B8")];
    expect(found({ baseData }, "=SUM(基础数据!B8:B10)", ["10", "15"])).toEqual([
      "error 报告数字!B4: 10 → 15",
    ]);
  });

  it("passes over blank cells of a range, and over a swap of digits that leaves nothing to divide by", () => {
    const baseData = [datum("甲", "45", "基础数据!B8"), datum("乙", "10", "基础数据!B10")];
    expect(found({ baseData }, "=SUM(基础数据!B8:B10)", ["77", "55"])).toEqual([
      "error 报告数字!B4: 77 → 55",
    ]);
    expect(found({ baseData }, "=基础数据!B8/(基础数据!B10-1)", ["77", "5"])).toEqual([
      "error 报告数字!B4: 77 → 5",
    ]);
  });

  it.each([
    ["1.5亿元", "15000万元", NONE],
    ["15000", "15000万元", NONE],
    ["15000万元", "15000", NONE],
    ["1.6亿元", "15000万元", ["error 报告数字!B4: 1.6亿元 → 1.5"]],
  ])("%s beside %s: units count where both have one", (text, computed, expected) => {
    expect(raised(statedNumber, subject({ stated: [stated("总支出", text, computed)] }))).toEqual(expected);
  });
});

const amounts = [
  datum("年度预算", "15383.72", "预算资金!C42"),
  datum("抽样预算", "5100.69", "预算资金!C47"),
  datum("抽样到位资金", "5100.69", "预算资金!C48"),
  datum("抽样实际支出", "4973.28", "预算资金!C49"),
];

describe("sample-share", () => {
  const share = calculated("资金抽查比例", "37.55%", "0.331564", "=预算资金!C47/预算资金!C42");
  const exactShare = {
    ...share,
    computed: share.computed && {
      ...share.computed,
      value: share.computed.value && share.computed.value.mul(0).add("0.331564146512938"),
    },
  };

  it("findings.md 0.05: 37.55% for 5100.69 ÷ 15383.72, with the swapped digits that explain it", () => {
    const [finding] = sampleShare.run(subject({ stated: [exactShare], baseData: amounts }));
    expect(finding).toMatchObject({
      code: "sample-share",
      severity: "error",
      stated: "37.55%",
      computed: "33.16%",
    });
    expect(finding?.message).toBe(
      "“资金抽查比例”报告为 37.55%，按数据计算为 33.16%，疑将15,383.72误作13,583.72，请核对更正。",
    );
    expect(finding?.cell).toMatchObject({ sheet: "报告数字", row: 3, column: 1 });
  });

  it("findings.md 0.06: 9 ÷ 35 = 25.71% holds", () => {
    expect(
      raised(
        sampleShare,
        subject({
          stated: [
            calculated("项目抽查比例", "25.71%", "0.257142857142857", '=COUNTIF(D4:D38,"√")/COUNTA(B4:B38)'),
          ],
        }),
      ),
    ).toEqual(NONE);
  });

  it("is worked out from the √ marks where 计算数 is empty", () => {
    const budgets = [
      budget(
        [
          ["甲", "100", "√"],
          ["乙", "300"],
          ["丙", "100"],
        ],
        "500",
      ),
    ];
    expect(raised(sampleShare, subject({ budgets, stated: [stated("资金抽查比例", "20%", "")] }))).toEqual(
      NONE,
    );
    expect(raised(sampleShare, subject({ budgets, stated: [stated("资金抽查比例", "33.33%", "")] }))).toEqual(
      ["error 报告数字!B4: 33.33% → 20.00%"],
    );
    expect(raised(sampleShare, subject({ budgets, stated: [stated("项目抽查比例", "33.33%", "")] }))).toEqual(
      NONE,
    );
    expect(raised(sampleShare, subject({ budgets, stated: [stated("项目抽查比例", "50%", "")] }))).toEqual([
      "error 报告数字!B4: 50% → 33.33%",
    ]);
  });

  it("names the digits that were swapped in what the √ marks add up to", () => {
    const budgets = [
      budget(
        [
          ["甲", "5100.69", "√"],
          ["乙", "10283.03"],
        ],
        null,
      ),
    ];
    const [finding] = sampleShare.run(subject({ budgets, stated: [stated("资金抽查比例", "37.55%", "")] }));
    expect(finding?.message).toContain("疑将15,383.72误作13,583.72");
  });

  it("takes the marks of the only table that has them", () => {
    const marked = budget(
      [
        ["甲", "100", "√"],
        ["乙", "300"],
      ],
      null,
    );
    const plain = budget([["丙", "7"]], null, "其他资金");
    const found = (...budgets: ReturnType<typeof budget>[]) =>
      raised(sampleShare, subject({ budgets, stated: [stated("资金抽查比例", "30%", "")] }));
    expect(found(plain, marked)).toEqual(["error 报告数字!B4: 30% → 25%"]);
    expect(found(marked, marked)).toEqual(NONE);
  });
});

describe("declared-count", () => {
  it.each([
    ["0.20: 36 units, 35 rows", "预算单位数（家）", "36", "35", ["error 报告数字!B4: 36 → 35"]],
    ["0.19: 12 and 9 prisons", "参保率核实监狱家数", "12", "9", ["error 报告数字!B4: 12 → 9"]],
    ["0.16: 18 third-level indicators", "三级指标数", "18", "18", NONE],
    ["2.02: 9 items, 11 rows", "项目个数", "9", "11", ["error 报告数字!B4: 9 → 11"]],
  ])("findings.md %s", (_, item, text, counted, found) => {
    expect(
      raised(declaredCount, subject({ stated: [calculated(item, text, counted, "=COUNTA(B4:B38)")] })),
    ).toEqual(found);
  });

  it("finds one unit too many beside a typed 计算数", () => {
    const found = (text: string) =>
      raised(declaredCount, subject({ stated: [stated("预算单位数（家）", text, "35")] }));
    expect(found("35")).toEqual(NONE);
    expect(found("36")).toEqual(["error 报告数字!B4: 36 → 35"]);
    expect(found("34")).toEqual(["error 报告数字!B4: 34 → 35"]);
  });

  it("counts what there is one of where 计算数 is empty", () => {
    const scored = evaluation({
      indicators: [indicator({ name: "甲", points: "1" }), indicator({ name: "乙", points: "1", row: 5 })],
    });
    const count = (item: string, text: string) =>
      raised(
        declaredCount,
        subject(
          {
            stated: [stated(item, text, "")],
            surveys: [survey({ issued: "175", entries: [] })],
            budgets: [
              budget(
                [
                  ["甲", "1", "√"],
                  ["乙", "2"],
                ],
                null,
              ),
            ],
          },
          scored,
        ),
      );
    expect(count("三级指标数", "2")).toEqual(NONE);
    expect(count("一级指标数", "4")).toEqual(["error 报告数字!B4: 4 → 1"]);
    expect(count("问卷份数", "180")).toEqual(["error 报告数字!B4: 180 → 175"]);
    expect(count("预算单位数（家）", "3")).toEqual(["error 报告数字!B4: 3 → 2"]);
    expect(count("现场核查预算单位数", "1")).toEqual(NONE);
    expect(count("街道个数", "8")).toEqual(NONE);
  });

  it("counts nothing beside two tables, or questionnaires that are no whole number", () => {
    const table = budget(
      [
        ["甲", "1"],
        ["乙", "2"],
      ],
      null,
    );
    const found = (given: Parameters<typeof subject>[0]) => raised(declaredCount, subject(given));
    expect(found({ stated: [stated("预算单位数（家）", "3", "")], budgets: [table, table] })).toEqual(NONE);
    const asked = (item: string, given: Parameters<typeof survey>[0]) =>
      found({ stated: [stated(item, "9", "")], surveys: [survey(given)] });
    expect(asked("问卷份数", { issued: "10.5", entries: [] })).toEqual(NONE);
    expect(asked("问卷份数", { issued: "见附表", entries: [] })).toEqual(NONE);
    expect(asked("发放问卷份数", { returned: "90", entries: [] })).toEqual(NONE);
  });
});

describe("stated-number", () => {
  const rate = indicator({
    name: "预算执行率",
    points: "2",
    computed: "1.94",
    measure: "0.969320034165598",
    level1: "过程",
    row: 11,
  });
  const scored = evaluation({ indicators: [rate] });
  const found = (row: ReturnType<typeof stated>) =>
    raised(statedNumber, subject({ stated: [row], baseData: amounts }, scored));

  it.each([
    ["0.02: 471.98", calculated("当年结余", "471.98", "471.98", "=预算资金!C42-预算资金!C43"), NONE],
    [
      "0.07: 抽样预算执行率 97.5%",
      calculated("抽样预算执行率", "97.5%", "0.975021026567150", "=预算资金!C49/预算资金!C48"),
      NONE,
    ],
    [
      "0.08: 2 × 97.5% is 1.95",
      calculated(
        "预算执行率得分（按抽样预算执行率）",
        "1.94",
        "1.95",
        "=ROUND(绩效指标!D11*预算资金!C49/预算资金!C48,2)",
      ),
      ["error 报告数字!B4: 1.94 → 1.95"],
    ],
    [
      "1.02: 100% for 88.47%",
      calculated("年度预算完成率", "100%", "0.884676", "=部门自评!C5/部门自评!B5"),
      ["error 报告数字!B4: 100% → 88.47%"],
    ],
    [
      "2.03: 4700.96 for 4828.55",
      calculated("支出金额（万元）", "4700.96", "4828.55", "=项目资金!D15"),
      ["error 报告数字!B4: 4700.96 → 4828.55"],
    ],
  ])("findings.md %s", (_, row, expected) => {
    expect(found(row)).toEqual(expected);
  });

  it.each([
    [
      "3.10: 0.61 ÷ 1.5 may be 40.98%",
      "“三公经费”控制率",
      "40.98%",
      "0.406666666666667",
      "=基础数据!B10/基础数据!B8",
      ["0.61", "1.5"],
    ],
    [
      "3.03: 982.64 may be 982.63",
      "总支出",
      "982.63",
      "982.64",
      "=基础数据!B10+基础数据!B8",
      ["156.25", "826.39"],
    ],
  ])(
    "findings.md %s within the rounding of its inputs",
    (_, item, text, value, formula, [first = "", second = ""]) => {
      const baseData = [datum("甲", first, "基础数据!B10"), datum("乙", second, "基础数据!B8")];
      expect(
        raised(statedNumber, subject({ stated: [calculated(item, text, value, formula)], baseData })),
      ).toEqual(NONE);
      expect(
        raised(statedNumber, subject({ stated: [calculated(item, text, value, formula)] })),
      ).toHaveLength(1);
    },
  );

  it("a rate given as the reason of a score is the rate behind it: 97.5% for the 96.93% of 1.94", () => {
    const [finding] = statedNumber.run(
      subject({ stated: [stated("预算执行率（报告第五部分）", "97.5%", "")] }, scored),
    );
    expect(finding).toMatchObject({ stated: "97.5%", computed: "96.93%" });
    expect(finding?.message).toContain("得分 1.94 依据的比率为 96.93%");
    expect(found(stated("预算执行率", "96.93%", ""))).toEqual(NONE);
  });

  it("findings.md 0.14: scores are compared with the evaluation's where 计算数 is empty", () => {
    expect(found(stated("综合得分", "1.94", ""))).toEqual(NONE);
    expect(found(stated("过程绩效得分", "1.94", ""))).toEqual(NONE);
    expect(found(stated("预算执行率得分", "1.95", ""))).toEqual(["error 报告数字!B4: 1.95 → 1.94"]);
    expect(found(stated("别的数", "3", ""))).toEqual(NONE);
  });
});
