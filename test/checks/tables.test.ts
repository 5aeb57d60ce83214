import { describe, expect, it } from "vitest";
import type { Check } from "../../src/checks/check";
import { balance } from "../../src/checks/balance";
import { partWhole } from "../../src/checks/part-whole";
import { product } from "../../src/checks/product";
import { tableSum } from "../../src/checks/table-sum";
import { unreadableNumber } from "../../src/checks/unreadable-number";
import { budget, datum, quantity, NONE, raised, subject } from "./subject";

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
});
