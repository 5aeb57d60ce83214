import { describe, expect, it } from "vitest";
import type { Check } from "../../src/checks/check";
import { balance } from "../../src/checks/balance";
import { partWhole } from "../../src/checks/part-whole";
import { product } from "../../src/checks/product";
import { tableSum } from "../../src/checks/table-sum";
import { unreadableNumber } from "../../src/checks/unreadable-number";
import {
  budget,
  datum,
  evaluation,
  fund,
  quantity,
  NONE,
  raised,
  result,
  stated,
  subject,
  survey,
  total,
} from "./subject";

const found = (check: Check, ...rows: [name: string, text: string][]): string[] =>
  raised(
    check,
    subject({ baseData: rows.map(([name, text], at) => datum(name, text, `基础数据!B${at + 4}`)) }),
  );

describe("balance", () => {
  const guizhou: [string, string][] = [
    ["年度预算", "15383.72"],
    ["实际支出", "14911.74"],
    ["当年结余", "471.98"],
    ["省财政收回指标", "434.74"],
    ["实体账户结余", "37.24"],
  ];

  it("findings.md 0.02 and 0.03: 471.98 is what is left, and what was taken back", () => {
    expect(found(balance, ...guizhou)).toEqual(NONE);
  });

  it("raises each balance that fails", () => {
    const wrong = guizhou.map(([name, text]): [string, string] =>
      name === "当年结余" ? [name, "471.89"] : [name, text],
    );
    expect(found(balance, ...wrong)).toEqual([
      "error 基础数据!B6: 471.89 → 471.98",
      "error 基础数据!B6: 471.89 → 471.98",
    ]);
  });

  it("findings.md 1.03: 29.63 + 1030.86 − 1030.86 is not 32.96", () => {
    const rows: [string, string][] = [
      ["收入总额", "1,030.86"],
      ["支出总额", "1,030.86"],
      ["年初结转结余", "29.63"],
      ["年末结转结余", "32.96"],
    ];
    expect(found(balance, ...rows)).toEqual(["error 基础数据!B7: 32.96 → 29.63"]);
  });

  it("findings.md 3.01–3.03: 982.63 holds, the last within the rounding of its parts", () => {
    const rows: [string, string][] = [
      ["总支出", "982.63"],
      ["基本支出", "532.63"],
      ["人员经费", "493.12"],
      ["日常公用经费", "39.51"],
      ["项目支出", "450.00"],
      ["工资福利支出", "116.74"],
      ["商品和服务支出", "39.51"],
      ["对个人和家庭补助支出", "826.39"],
    ];
    expect(found(balance, ...rows)).toEqual(NONE);
  });

  it("a name that stands twice is not guessed at", () => {
    expect(found(balance, ...guizhou, ["年度预算", "1"])).toEqual(NONE);
  });

  it("a range is not the second number of a name", () => {
    const baseData = [
      datum("年度预算", "100", "基础数据!B4"),
      datum("实际支出", "97", "基础数据!B5"),
      datum("结余", "4", "基础数据!B6"),
      {
        ...datum("年度预算", "90", "基础数据!B7"),
        quantity: quantity("90", "基础数据!B7", { nature: "range" }),
      },
    ];
    expect(raised(balance, subject({ baseData }))).toEqual(["error 基础数据!B6: 4 → 3"]);
  });

  it("knows a name with a unit in brackets, quoted, and before a colon", () => {
    expect(found(balance, ["年度预算（万元）", "100"], ["“实际支出”(万元)", "97"], ["结余：", "4"])).toEqual([
      "error 基础数据!B6: 4 → 3",
    ]);
  });
});

describe("table-sum", () => {
  const rows: [string, string][] = [
    ["普定监狱", "362.07"],
    ["王武监狱", "1081.11"],
    ["贵阳监狱", "111.90"],
  ];
  const sumOf = (total: string | null) => raised(tableSum, subject({ budgets: [budget(rows, total)] }));

  it("findings.md 0.01: the total is the sum of its rows", () => {
    expect(sumOf("1555.08")).toEqual(NONE);
    expect(sumOf(null)).toEqual(NONE);
  });

  it("findings.md 2.01: a total that is not", () => {
    expect(sumOf("1,581.98")).toEqual(["error 预算资金!C7: 1,581.98 → 1,555.08"]);
  });

  it("names the column", () => {
    expect(tableSum.run(subject({ budgets: [budget(rows, "1555.18")] }))[0]?.message).toBe(
      "“预算资金·调整预算数（万元）”合计为 1555.18，各行之和为 1555.08，请核对。",
    );
  });

  it("names the row that was left out", () => {
    expect(tableSum.run(subject({ budgets: [budget(rows, "473.97")] }))[0]?.message).toContain(
      "疑漏加“王武监狱”",
    );
  });

  it("does not excuse 0.10 in 35 rows by rounding, but 0.02", () => {
    const many = Array.from({ length: 35 }, (_, at): [string, string] => [`单位${at}`, "10.01"]);
    const check = (total: string) => raised(tableSum, subject({ budgets: [budget(many, total)] }));
    expect(check("350.37")).toEqual(NONE);
    expect(check("350.45")).toEqual(["error 预算资金!C39: 350.45 → 350.35"]);
  });
});

describe("product", () => {
  it("findings.md 2.04: 337018 人 × 128 元/人 = 4313.83 万元", () => {
    expect(
      found(product, ["参保人数", "337018人"], ["县级配套标准", "128元/人"], ["县级配套资金", "4313.83万元"]),
    ).toEqual(NONE);
  });

  it("another amount is raised with its cause", () => {
    expect(
      found(product, ["参保人数", "337018人"], ["县级配套标准", "128元/人"], ["县级配套资金", "4331.83万元"]),
    ).toEqual(["error 基础数据!B6: 4331.83万元 → 4313.83"]);
  });
});

describe("product, in units of its own", () => {
  it.each<[string, string, string, string[]]>([
    ["100元/平方米", "50平方米", "6000元", ["error 基础数据!B6: 6000元 → 5000"]],
    ["100美元/人", "50人", "6000元", NONE],
    ["100元/人", "50人", "6000美元", NONE],
    ["100元/人", "50户", "6000元", NONE],
  ])("%s × %s and %s", (standard, count, amount, expected) => {
    expect(found(product, ["县级标准", standard], ["县级数量", count], ["县级资金", amount])).toEqual(
      expected,
    );
  });

  it("is not told by a name of one character", () => {
    expect(found(product, ["补", "100元/人"], ["人数", "50人"], ["补", "6000元"])).toEqual(NONE);
  });
});

describe("product, of rows that only stand together", () => {
  it("findings.md 2.04: 当年收入 is not 337018 × 128", () => {
    expect(
      found(
        product,
        ["当年收入", "1919.74万元"],
        ["参保人数", "337018人"],
        ["县级配套标准", "128元/人"],
        ["参保资助", "290.31万元"],
      ),
    ).toEqual(NONE);
  });
});

describe("part-whole", () => {
  it("findings.md 4.01: 40308 + 38564 misses 78876 by 4", () => {
    expect(
      found(
        partWhole,
        ["预算安排资金", "78876"],
        ["其中：单位缴纳", "40308"],
        ["个人缴纳", "38564"],
        ["实际支出资金", "76059"],
      ),
    ).toEqual(["error 基础数据!B4: 78876 → 78872"]);
  });

  it.each<[string, [string, string][]]>([
    [
      "1.12: 736685 + 13730, the third row is no part",
      [
        ["异地联网结算", "750415人次"],
        ["其中：省内异地", "736685人次"],
        ["跨省直接结算", "13730人次"],
        ["跨省手工结算", "302人次"],
      ],
    ],
    [
      "1.14: 17 + 27",
      [
        ["异地定点医药机构", "44家"],
        ["其中：定点医疗机构", "17家"],
        ["定点药店", "27家"],
      ],
    ],
    [
      "3.17: parts that are not all",
      [
        ["一站式住院总费用", "12783.88"],
        ["其中：医保补偿", "8067.79"],
        ["大病保险补偿", "494.11"],
      ],
    ],
  ])("findings.md %s", (_, rows) => {
    expect(found(partWhole, ...rows)).toEqual(NONE);
  });

  it.each<[string, string, string[]]>([
    ["其中职工参保", "38.20万人", ["其中“职工参保” 38.20万人 大于“参保总数” 30.82万人，请核对。"]],
    ["其中：职工：在编", "38.20万人", ["其中“职工：在编” 38.20万人 大于“参保总数” 30.82万人，请核对。"]],
    ["职工其中在编", "38.20万人", []],
  ])("%s is a part by its first words, and named without them", (name, text, said) => {
    const baseData = [datum("参保总数", "30.82万人", "基础数据!B4"), datum(name, text, "基础数据!B5")];
    expect(partWhole.run(subject({ baseData })).map(({ message }) => message)).toEqual(said);
  });

  it("takes the rows as they stand on the sheet, in whatever order they were read", () => {
    const baseData = [datum("其中：职工参保", "38", "基础数据!B5"), datum("参保总数", "30", "基础数据!B4")];
    expect(raised(partWhole, subject({ baseData }))).toEqual(["error 基础数据!B5: 38 → 30"]);
  });

  it("leaves the totals of a fund block to fund-parts", () => {
    const funds = [
      fund({ item: "年度资金总额", executed: "100" }),
      fund({ item: "其中：财政拨款", counts: false, executed: "101", row: 7 }),
    ];
    expect(raised(partWhole, subject({}, evaluation({ funds })))).toEqual(NONE);
  });

  it("one part alone is no break-down", () => {
    expect(found(partWhole, ["资金总额", "1000"], ["其中：省级资金", "996"])).toEqual(NONE);
  });

  it("a part is no more than its whole", () => {
    expect(found(partWhole, ["参保总数", "30.82万人"], ["其中：职工参保", "38.20万人"])).toEqual([
      "error 基础数据!B5: 38.20万人 → 30.82万人",
    ]);
  });
});

describe("unreadable-number", () => {
  it("names the cell that looks like a number and is none", () => {
    const unreadable = {
      ...datum("实际支出", "1", "基础数据!B4"),
      quantity: quantity("1", "基础数据!B4", { nature: "unreadable", value: null, text: "14,91l.74" }),
    };
    expect(raised(unreadableNumber, subject({ baseData: [unreadable] }))).toEqual([
      "warning 基础数据!B4: 14,91l.74 → -",
    ]);
    expect(found(unreadableNumber, ["实际支出", "14911.74"])).toEqual(NONE);
  });

  const broken = (cell: string | null) =>
    quantity("1", cell, { nature: "unreadable", value: null, text: " 1.2.3 " });
  const printedResult = (cell: string) => ({ ...result("1", cell), entered: broken(null) });

  it.each(["initialBudget", "adjustedBudget", "executed"] as const)("%s of a fund row", (column) => {
    const row = fund({ item: "年度资金总额：" });
    const funds = [{ ...row, entry: { ...row.entry, [column]: broken("E6") } }];
    expect(unreadableNumber.run(subject({}, evaluation({ funds }))).map(({ message }) => message)).toEqual([
      "“年度资金总额”的“1.2.3”不能确定是多少，请改为数字。",
    ]);
  });

  it("the rate of a fund row, and the points and score of a total", () => {
    const row = fund({ item: "年度资金总额" });
    const funds = [
      { ...row, entry: { ...row.entry, rate: { ...result("1", "G6"), entered: broken("G6") } } },
    ];
    const totals = [
      { ...total({ row: 30 }), points: printedResult("D30") },
      { ...total({ row: 31 }), score: printedResult("H31") },
    ];
    expect(raised(unreadableNumber, subject({}, evaluation({ funds, form: { totals } })))).toEqual([
      "warning G6: 1.2.3 → -",
      "warning D30: 1.2.3 → -",
      "warning H31: 1.2.3 → -",
    ]);
  });

  it("rows and total of a budget table, shares, counts and weights of a survey, and what the report states", () => {
    const table = budget([["甲", "1"]], "1");
    const budgets = [
      {
        ...table,
        rows: table.rows.map((row) => ({ ...row, amounts: [broken("预算资金!C4")] })),
        total: table.total && { ...table.total, amounts: [broken("预算资金!C5")] },
      },
    ];
    const asked = survey({ entries: [{ name: "满意" }] });
    const surveys = [
      {
        ...asked,
        entries: asked.entries.map((entry) => ({
          ...entry,
          share: broken("满意度!B6"),
          count: broken("满意度!C6"),
          weight: broken("满意度!D6"),
        })),
      },
    ];
    const said = { ...stated("执行率", "1", "1"), stated: broken("报告数字!B4"), computed: broken(null) };
    expect(raised(unreadableNumber, subject({ budgets, surveys, stated: [said] }))).toEqual([
      "warning 预算资金!C4: 1.2.3 → -",
      "warning 预算资金!C5: 1.2.3 → -",
      "warning 满意度!B6: 1.2.3 → -",
      "warning 满意度!C6: 1.2.3 → -",
      "warning 满意度!D6: 1.2.3 → -",
      "warning 报告数字!B4: 1.2.3 → -",
      "warning 报告数字!A4: 1.2.3 → -",
    ]);
  });
});
