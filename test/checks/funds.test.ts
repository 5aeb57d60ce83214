import { describe, expect, it } from "vitest";
import type { Check } from "../../src/checks/check";
import { executionRate } from "../../src/checks/execution-rate";
import { fundParts } from "../../src/checks/fund-parts";
import { fundScore } from "../../src/checks/fund-score";
import { evaluation, fund, NONE, raised, subject, type FundGiven } from "./subject";

const found = (check: Check, ...rows: FundGiven[]): string[] =>
  raised(check, subject({}, evaluation({ funds: rows.map((row, at) => fund({ row: at + 6, ...row })) })));

describe("execution-rate", () => {
  it.each<[string, FundGiven, string[]]>([
    [
      "findings.md 4.03: 76059 ÷ 78876 = 96.4%",
      { item: "年度资金总额", adjusted: "78876", executed: "76059", rate: "96.4%" },
      NONE,
    ],
    ["廊坊: 86% for 86.2%", { item: "年度资金总额", adjusted: "43.2", executed: "37.24", rate: "86%" }, NONE],
    [
      "findings.md 1.02: 100% for 88.47%",
      { item: "收入总额", initial: "1,165.24", executed: "1,030.86", rate: "100%" },
      ["error G6: 100% → 88.47%"],
    ],
    [
      "a rate without its sign",
      { item: "年度资金总额", adjusted: "43.2", executed: "37.24", rate: "86" },
      NONE,
    ],
    [
      "临翔: 97.80% is 97.81% cut off",
      { item: "年度资金总额", adjusted: "32.4", executed: "31.69", rate: "97.80%" },
      ["note G6: 97.80% → 97.81%"],
    ],
    [
      "a rate above 150% keeps its sign",
      { item: "年度资金总额", adjusted: "100", executed: "160", rate: "160%" },
      ["warning E6: 160.00% → -"],
    ],
    [
      "whole amounts leave no room for a rate that was cut off",
      { item: "年度资金总额", adjusted: "3240000", executed: "3169000", rate: "97.80%" },
      ["error G6: 97.80% → 97.81%"],
    ],
    ["0 ÷ 0 has no rate", { item: "年度资金总额", adjusted: "0", executed: "0", rate: "0" }, NONE],
    [
      "金寨: 102.59% is right, and more than the budget",
      { item: "年度资金总额", adjusted: "329.77", executed: "338.31", rate: "102.59%" },
      ["warning E6: 102.59% → -"],
    ],
  ])("%s", (_, row, expected) => {
    expect(found(executionRate, row)).toEqual(expected);
  });

  it("says when the year-start budget was taken", () => {
    const row = fund({ item: "年度资金总额", initial: "100", adjusted: "80", executed: "60", rate: "60%" });
    expect(executionRate.run(subject({}, evaluation({ funds: [row] })))[0]?.message).toContain(
      "系按年初预算数计算",
    );
  });
});

describe("fund-score", () => {
  const row: FundGiven = {
    item: "年度资金总额",
    points: "10",
    adjusted: "43.2",
    executed: "37.24",
    rate: "86%",
    computed: "8.62",
  };
  it.each<[string, FundGiven, string[]]>([
    ["10 for a rate of 86%", { ...row, entered: "10" }, ["error H6: 10 → 8.62"]],
    ["8.6 follows the printed rate", { ...row, entered: "8.6" }, NONE],
    ["廊坊: 9 is 8.62 rounded", { ...row, entered: "9", agreement: "rounded" }, NONE],
    [
      "a score that follows a wrong rate is wrong too",
      { ...row, rate: "100%", entered: "10" },
      ["error H6: 10 → 8.62"],
    ],
    ["金寨: no score entered", row, NONE],
    ["12 of 10 is left to over-points", { ...row, entered: "12" }, NONE],
    [
      "10 for 8.62 beside no printed rate",
      {
        item: "年度资金总额",
        points: "10",
        adjusted: "43.2",
        executed: "37.24",
        entered: "10",
        computed: "8.62",
      },
      ["error H6: 10 → 8.62"],
    ],
  ])("%s", (_, given, expected) => {
    expect(found(fundScore, given)).toEqual(expected);
  });
});

describe("fund-parts", () => {
  const part = (item: string, given: Partial<FundGiven> = {}): FundGiven => ({
    item,
    counts: false,
    ...given,
  });

  it("棠溪: a total of 0 over 财政拨款 90 / 89.974 / 89.974", () => {
    const rows = [
      { item: "年度资金总额:", initial: "0", adjusted: "0", executed: "0" },
      part("其中:本年财政拨款", { initial: "90", adjusted: "89.974", executed: "89.974" }),
      part("其他资金"),
    ];
    expect(found(fundParts, ...rows)).toEqual([
      "error C6: 0 → 90",
      "error D6: 0 → 89.974",
      "error E6: 0 → 89.974",
    ]);
  });

  it("永德: one part that is the whole", () => {
    expect(
      found(
        fundParts,
        { item: "年度资金总额", adjusted: "387664.62" },
        part("其中:当年财政拨款", { adjusted: "387664.62" }),
        part("其他资金"),
      ),
    ).toEqual(NONE);
  });

  it("whole amounts are compared as they stand", () => {
    expect(
      found(
        fundParts,
        { item: "年度资金总额", adjusted: "100" },
        part("当年财政拨款", { adjusted: "60" }),
        part("其他资金", { adjusted: "39" }),
      ),
    ).toEqual(["error D6: 100 → 99"]);
  });

  it("levels of government are inside 财政拨款", () => {
    const rows = [
      { item: "年度资金总额", adjusted: "100" },
      part("其中：财政拨款", { adjusted: "80" }),
      part("中央资金", { adjusted: "50" }),
      part("县级资金", { adjusted: "30" }),
      part("其他资金", { adjusted: "20" }),
    ];
    expect(found(fundParts, ...rows)).toEqual(NONE);
  });

  it("what was left of last year and is spent now is a part", () => {
    const rows = [
      { item: "年度资金总额", adjusted: "100" },
      part("其中：财政拨款", { adjusted: "60" }),
      part("上年结余资金", { adjusted: "40" }),
    ];
    expect(found(fundParts, ...rows)).toEqual(NONE);
  });

  it("findings.md 1.01: the balance rows of a department's table are no parts", () => {
    const rows = [
      { item: "支出总额", executed: "1,030.86" },
      part("其中：基本支出", { executed: "839.02" }),
      part("项目支出", { executed: "191.84" }),
      part("年初结转结余", { executed: "29.63" }),
    ];
    expect(found(fundParts, ...rows)).toEqual(NONE);
  });
});
