import { describe, expect, it } from "vitest";
import { balance } from "../../src/checks/balance";
import { captionPoints } from "../../src/checks/caption-points";
import type { Check } from "../../src/checks/check";
import { executionRate } from "../../src/checks/execution-rate";
import { fundParts } from "../../src/checks/fund-parts";
import { fullButMissed } from "../../src/checks/full-but-missed";
import { kindMismatch } from "../../src/checks/kind-mismatch";
import { overPoints } from "../../src/checks/over-points";
import { asRate, inOneUnit, reached } from "../../src/checks/shared/reach";
import { scoredRows, statedBy } from "../../src/checks/shared/scored-rows";
import { sign } from "../../src/checks/sign";
import { statedNumber } from "../../src/checks/stated-number";
import { tableSum } from "../../src/checks/table-sum";
import { undisclosed } from "../../src/checks/undisclosed";
import { exact } from "../../src/expr/exact";
import type { CaptionPoints } from "../../src/model/form";
import {
  at,
  budget,
  datum,
  evaluation,
  fund,
  indicator,
  NONE,
  quantity,
  raised,
  result,
  stated,
  subject,
  target,
  type FundGiven,
  type IndicatorGiven,
} from "./subject";

const messages = (check: Check, ...of: Parameters<typeof subject>) =>
  check.run(subject(...of)).map(({ message }) => message);
const ofRow = (check: Check, given: Partial<IndicatorGiven>) =>
  messages(check, {}, evaluation({ indicators: [indicator({ name: "甲", points: "10", ...given })] }));

describe("target and result in one unit", () => {
  const numbers = (wanted: string, got: string) => {
    const pair = inOneUnit(target(wanted), quantity(got));
    return pair === null ? null : [pair.target.toString(), pair.actual.toString()];
  };
  it.each([
    ["≥95%", "96%", ["0.95", "0.96"]],
    ["≥95%", "96", ["0.95", "0.96"]],
    ["≥95%", "1.5", ["0.95", "1.5"]],
    ["≥95%", "1.51", ["0.95", "0.0151"]],
    ["≥95", "96%", ["95", "0.96"]],
    ["≥95%", "160%", ["0.95", "1.6"]],
    ["≥95%", "18人", null],
    ["≥20场", "18", ["20", "18"]],
    ["≥20", "18场", ["20", "18"]],
    ["≥20场", "18场", ["20", "18"]],
    ["≥2万元", "30000元", ["20000", "30000"]],
    ["≥20场", "18人", null],
    ["按时", "18人", null],
    ["≥20场", "完成", null],
    ["", "18", null],
  ])("%s and %s are %j", (wanted, got, pair) => expect(numbers(wanted, got)).toEqual(pair));

  it("a range or a bare number says not whether it was reached", () => {
    const [ten, nine] = [quantity("10"), quantity("9")];
    expect([reached(target("≥10"), ten), reached(target("≥10"), nine), reached(target("10"), ten)]).toEqual([
      true,
      false,
      null,
    ]);
    const range = target("10", null, { comparison: "range" });
    expect(reached(range, ten)).toBeNull();
    expect(reached(target("≥10", null, { value: null }), ten)).toBeNull();
    expect(reached(target("≥10"), quantity("10", null, { value: null }))).toBeNull();
    expect(asRate(exact("1.5")).toString()).toBe("1.5");
  });

  it("a range is no number to be put in one unit with another", () => {
    const range = { nature: "range" as const };
    expect(inOneUnit(target("10", null, range), quantity("18"))).toBeNull();
    expect(inOneUnit(target("≥10"), quantity("18", null, range))).toBeNull();
  });
});

describe("what a score cell states", () => {
  it.each([
    ["9", null, true],
    ["9", "=D4*0.9", true],
    ["9", "=计算底稿!M4", false],
    ["9", "=绩效汇总!B4", false],
    ["", null, false],
    ["", "=D4", false],
  ])("%j with formula %j: %s", (text, formula, is) =>
    expect(statedBy(result(text, "H4", formula)) !== null).toBe(is),
  );

  it("a row's wording, where a bonus may be promised, is its rule, target and name", () => {
    const row = indicator({ name: "表彰", rule: "按次", target: "≥1次", points: "2", entered: "1" });
    const [listed] = scoredRows(evaluation({ indicators: [row] }));
    expect(listed).toMatchObject({ kind: "indicator", wording: "按次 ≥1次 表彰", hasTarget: true });
    const bare = indicator({ name: "表彰", target: "" });
    expect(scoredRows(evaluation({ indicators: [bare] }))[0]?.hasTarget).toBe(false);
    const funds = [
      fund({ item: "年度资金总额：", points: "10" }),
      fund({ item: "其中：拨款", counts: false }),
    ];
    expect(scoredRows(evaluation({ funds, indicators: [{ ...row, status: "shared" }] }))).toMatchObject([
      { kind: "fund", name: "年度资金总额", wording: "年度资金总额：", hasTarget: false },
    ]);
  });
});

describe("a score out of bounds", () => {
  it.each([
    [{ entered: "10" }, []],
    [{ entered: "0" }, []],
    [{ entered: "10.01" }, ["“甲”得分 10.01 大于分值 10，请改正得分或分值。"]],
    [{ entered: "-0.5" }, ["“甲”得分 -0.5 为负数，请改正得分或分值。"]],
    [{ entered: "-0.5", points: null }, ["“甲”得分 -0.5 为负数，请改正得分或分值。"]],
    [{ entered: "99", points: null }, []],
    [{ entered: "12", rule: "受到表彰的，一次加2分" }, []],
    [{ entered: "12", rule: "每次加 12 分" }, []],
    [{ entered: "12", name: "加分项" }, []],
    [{ entered: "-1", name: "加分项" }, ["“加分项”得分 -1 为负数，请改正得分或分值。"]],
    [{ entered: "12", rule: "增加培训" }, ["“甲”得分 12 大于分值 10，请改正得分或分值。"]],
  ] as [Partial<IndicatorGiven>, string[]][])("case %#", (given, said) =>
    expect(ofRow(overPoints, given)).toEqual(said),
  );
});

describe("full marks that nobody can verify", () => {
  const hidden = quantity(" * ", "F4", { nature: "undisclosed" });
  it.each([
    [{ actual: hidden, entered: "10" }, ["“甲”得满分，实际完成值未公开，请补充可复核的依据。"]],
    [{ actual: hidden, entered: "9.9" }, []],
    [{ actual: "", entered: "10" }, ["“甲”得满分，未填实际完成值，请补充可复核的依据。"]],
    [{ actual: "", entered: "10", rule: "按要点评分" }, []],
    [
      { actual: "", entered: "10", rule: "按比例得分", target: "≥5场" },
      ["“甲”得满分，未填实际完成值，请补充可复核的依据。"],
    ],
    [
      { actual: "", entered: "10", rule: "按比例得分", target: target("5-8", "E4", { nature: "range" }) },
      ["“甲”得满分，未填实际完成值，请补充可复核的依据。"],
    ],
    [{ actual: "", entered: "10", rule: "按比例得分", target: "按时" }, []],
    [{ actual: "", entered: "10", computed: "10" }, []],
    [{ entered: "10" }, []],
    [{ actual: hidden, entered: "10", points: null }, []],
  ] as [Partial<IndicatorGiven>, string[]][])("case %#", (given, said) =>
    expect(ofRow(undisclosed, given)).toEqual(said),
  );

  it("names what the cell shows, and no more", () => {
    const row = indicator({ name: "甲", points: "10", actual: hidden, entered: "10" });
    expect(raised(undisclosed, subject({}, evaluation({ indicators: [row] })))).toEqual([
      "warning F4: * → -",
    ]);
    expect(
      raised(
        undisclosed,
        subject(
          {},
          evaluation({
            indicators: [{ ...row, status: "shared", entry: { ...row.entry, actual: quantity("", "F4") } }],
          }),
        ),
      ),
    ).toEqual(NONE);
  });
});

describe("numbers beside words", () => {
  it.each([
    ["≥90% ", "完成", ["“甲”指标值是数值，完成值是文字（≥90% / 完成），请填可比的完成值。"]],
    ["≥90%", " 完成 ", ["“甲”指标值是数值，完成值是文字（≥90% / 完成），请填可比的完成值。"]],
    ["按时", "95%", ["“甲”指标值是文字，完成值是数值（按时 / 95%），请填可比的完成值。"]],
    ["按时", "按 时", []],
    ["≥90%", "95%", []],
    ["按时", "完成", []],
    ["≥90%", "", []],
  ])("%s and %s: %j", (wanted, got, said) =>
    expect(ofRow(kindMismatch, { target: wanted, actual: got })).toEqual(said),
  );

  it("names what the cell shows", () => {
    const row = indicator({ name: "甲", points: "10", target: "≥90%", actual: " 完成 " });
    expect(raised(kindMismatch, subject({}, evaluation({ indicators: [row] })))).toEqual([
      "warning F4: 完成 → -",
    ]);
  });

  it("words do not answer a range", () => {
    expect(ofRow(kindMismatch, { target: target("5-8", "E4", { nature: "range" }), actual: "完成" })).toEqual(
      ["“甲”指标值是数值，完成值是文字（5-8 / 完成），请填可比的完成值。"],
    );
  });

  it("the target repeated answers it, however either is read", () => {
    const date = target("2023年", "E4", { nature: "date" });
    expect(ofRow(kindMismatch, { target: date, actual: "2023年" })).toEqual([]);
    expect(ofRow(kindMismatch, { target: { ...date, text: "2023 年" }, actual: "2023年" })).toEqual([]);
    expect(
      ofRow(kindMismatch, { target: date, actual: quantity("2023年", "F4", { text: "2023 年" }) }),
    ).toEqual([]);
  });

  it("a date is no number either", () => {
    const date = target("2023年12月", "E4", { nature: "date" });
    expect(ofRow(kindMismatch, { target: date, actual: "95%" })).toEqual([
      "“甲”指标值是文字，完成值是数值（2023年12月 / 95%），请填可比的完成值。",
    ]);
  });
});

describe("the sign of a target", () => {
  it.each([
    [{ name: "投诉件数", target: "≥3件" }, ["“投诉件数”应越小越好，却要求不低于（≥3件），请核对符号。"]],
    [{ name: "投诉件数", target: ">3件" }, ["“投诉件数”应越小越好，却要求不低于（>3件），请核对符号。"]],
    [{ name: "投诉办结率", target: "≥90%" }, []],
    [{ name: "投诉件数", target: "≤3件" }, []],
    [
      { name: "项目成本", level2: "成本指标", target: "≥3万元" },
      ["“项目成本”为成本，却要求不低于（≥3万元），请核对符号。"],
    ],
    [
      { name: "项目成本", level2: "成本指标", target: "≥3元" },
      ["“项目成本”为成本，却要求不低于（≥3元），请核对符号。"],
    ],
    [{ name: "项目成本", level2: "成本指标", target: "≥3元/人" }, []],
    [{ name: "项目成本", level2: "成本指标", target: "≥3美元" }, []],
    [{ name: "成本节约率", level2: "成本指标", target: "≥3%" }, []],
    [{ name: "项目单价", level2: "成本指标", target: "≥3元" }, []],
    [{ name: "项目成本", level2: "产出数量", target: "≥3元" }, []],
    [{ name: "培训场次", target: "≤3场" }, ["“培训场次”应越大越好，却要求不超过（≤3场），请核对符号。"]],
    [{ name: "培训场次", target: "<3场" }, ["“培训场次”应越大越好，却要求不超过（<3场），请核对符号。"]],
    [{ name: "培训场次", level2: "产出时效", target: "≤3场" }, []],
    [{ name: "人员费用数量", target: "≤3万元" }, []],
    [{ name: "培训事故个数", target: "≤3次" }, []],
    [{ name: "场地", target: "≤3个" }, []],
    [{ name: "培训场次", target: "=3场" }, []],
    [{ name: "培训完成节点", target: target("2023年底前", "E4", { nature: "date", comparison: "<=" }) }, []],
    [{ name: "培训场次", target: "完成" }, []],
  ] as [Partial<IndicatorGiven>, string[]][])("case %#", (given, said) =>
    expect(ofRow(sign, given)).toEqual(said),
  );

  it("is that of the kind, which the first level may name", () => {
    const row = indicator({ name: "培训场次", points: "10", target: "≤3场" });
    const under = (level1: string | null) =>
      raised(
        sign,
        subject({}, evaluation({ indicators: [{ ...row, entry: { ...row.entry, level1, level2: null } }] })),
      );
    expect([under("数量指标"), under("效益指标"), under(null)]).toEqual([
      ["warning E4: ≤3场 → -"],
      NONE,
      NONE,
    ]);
  });
});

describe("full marks without a rule", () => {
  it.each([
    [{ target: "≥20场", actual: "18场", entered: "10" }, ["“甲”完成 18场，未达 ≥20场，却得满分，请核对。"]],
    [{ target: "≥20场", actual: "20场", entered: "10" }, []],
    [{ target: "≥20场", actual: "18场", entered: "9" }, []],
    [{ target: "≥20场", entered: "10" }, []],
    [{ actual: "18场", entered: "10" }, []],
    [{ target: "20场", actual: "18场", entered: "10" }, []],
  ] as [Partial<IndicatorGiven>, string[]][])("case %#", (given, said) =>
    expect(ofRow(fullButMissed, given)).toEqual(said),
  );

  it("need points to be full, and a score cell of their own", () => {
    expect(ofRow(fullButMissed, { target: "≥20场", actual: "18场", points: null, entered: "0" })).toEqual([]);
    const row = indicator({ name: "甲", points: "10", target: "≥20场", actual: "18场", entered: "10" });
    const shared = { ...row, status: "shared" as const };
    expect(messages(fullButMissed, {}, evaluation({ indicators: [shared] }))).toEqual([]);
  });

  it("against the rule are an error, a doubt where there is a reason or no sign", () => {
    const found = (given: Partial<IndicatorGiven>) =>
      raised(
        fullButMissed,
        subject(
          {},
          evaluation({
            indicators: [
              indicator({
                name: "甲",
                points: "10",
                target: "≥20场",
                actual: "18场",
                entered: "10",
                computed: "9",
                ...given,
              }),
            ],
          }),
        ),
      );
    expect(found({})).toEqual(["error H4: 10 → 9"]);
    expect(found({ reason: "天气" })).toEqual(["warning H4: 10 → 9"]);
    expect(found({ reason: "无" })).toEqual(["error H4: 10 → 9"]);
    expect(found({ target: "20场" })).toEqual(["warning H4: 10 → 9"]);
  });
});

describe("the fund block", () => {
  const parts = (...rows: Partial<FundGiven>[]) =>
    raised(
      fundParts,
      subject(
        {},
        evaluation({
          funds: rows.map((row, at_) => fund({ item: "", row: at_ + 6, counts: at_ === 0, ...row })),
        }),
      ),
    );

  it("adds up, each total with the rows below it", () => {
    expect(
      parts(
        { item: "年度资金总额", adjusted: "100" },
        { item: "其中：财政拨款", adjusted: "60" },
        { item: "其他", adjusted: "40" },
      ),
    ).toEqual(NONE);
    expect(
      parts(
        { item: "年度资金总额", adjusted: "100" },
        { item: "其中：财政拨款", adjusted: "60" },
        { item: "二期总额", counts: true, adjusted: "50" },
        { item: "其中：财政拨款", adjusted: "50" },
      ),
    ).toEqual(["error D6: 100 → 60"]);
    expect(parts({ item: "年度资金总额", adjusted: "100" })).toEqual(NONE);
    expect(parts({ item: "年度资金总额", adjusted: "100" }, { item: "其中：财政拨款" })).toEqual(NONE);
    expect(parts({ item: "年度资金总额" }, { item: "其中：财政拨款", adjusted: "60" })).toEqual(NONE);
  });

  it("passes over rows that are no part, and over amounts that are not disclosed", () => {
    expect(
      parts(
        { item: "年度资金总额", adjusted: "100" },
        { item: "其中：财政拨款", adjusted: "100" },
        { item: "年末结转", adjusted: "7" },
      ),
    ).toEqual(NONE);
    const funds = [
      fund({ item: "年度资金总额", adjusted: "100" }),
      fund({ item: "其中：财政拨款", counts: false, adjusted: "60", row: 7 }),
      fund({ item: "其他", counts: false, adjusted: "*", row: 8 }),
    ];
    const withOther = (nature: "undisclosed" | "unreadable" | "empty") =>
      funds.map((row, at_) =>
        at_ < 2 ? row : { ...row, entry: { ...row.entry, adjustedBudget: quantity("*", "D8", { nature }) } },
      );
    const found = (["undisclosed", "unreadable", "empty"] as const).map((nature) =>
      raised(fundParts, subject({}, evaluation({ funds: withOther(nature) }))),
    );
    expect(found).toEqual([NONE, NONE, ["error D6: 100 → 60"]]);
  });

  it("counts governments within 财政拨款 once, or by themselves", () => {
    const nested = (whole: string) =>
      parts(
        { item: "年度资金总额", adjusted: whole },
        { item: "财政拨款", adjusted: "60" },
        { item: "其中：中央财政", adjusted: "40" },
        { item: "省级财政", adjusted: "20" },
        { item: "其他资金", adjusted: "10" },
      );
    expect([nested("70"), nested("130"), nested("80")]).toEqual([NONE, NONE, ["error D6: 80 → 70"]]);
    const flat = (whole: string) =>
      parts(
        { item: "年度资金总额", adjusted: whole },
        { item: "中央财政", adjusted: "40" },
        { item: "省级财政", adjusted: "20" },
      );
    expect([flat("60"), flat("50")]).toEqual([NONE, ["error D6: 50 → 60"]]);
  });

  const rates = (given: Partial<FundGiven>) =>
    messages(executionRate, {}, evaluation({ funds: [fund({ item: "年度资金总额", ...given })] }));
  it("has the rate of its amounts", () => {
    expect(rates({ adjusted: "200", executed: "150", rate: "75%" })).toEqual([]);
    expect(rates({ adjusted: "200", executed: "150", rate: "85%" })).toEqual([
      "“年度资金总额”执行率为 85%，执行数÷预算数为 75%，请更正。",
    ]);
    expect(rates({ initial: "300", adjusted: "200", executed: "150", rate: "50%" })).toEqual([
      "“年度资金总额”执行率为 50%，执行数÷预算数为 75%，系按年初预算数计算，应按全年预算数，请更正。",
    ]);
    expect(rates({ initial: "200", executed: "150", rate: "50%" })).toEqual([
      "“年度资金总额”执行率为 50%，执行数÷预算数为 75%，请更正。",
    ]);
    expect(rates({ initial: "300", adjusted: "200", executed: "150", rate: "7.5%" })).toEqual([
      "“年度资金总额”执行率为 7.5%，执行数÷预算数为 75.0%，请更正。",
    ]);
    expect(rates({ adjusted: "200", executed: "150" })).toEqual([]);
  });

  it("tells a rate that was cut off, of the row that counts", () => {
    const cut = { adjusted: "32.4", executed: "31.69", rate: "97.80%" };
    expect(rates(cut)).toEqual(["“年度资金总额”执行率 97.80% 系去尾，执行数÷预算数为 97.81%。"]);
    expect(rates({ ...cut, counts: false })).toEqual([]);
    expect(rates({ ...cut, rate: "97.82%" })).toEqual([]);
    expect(rates({ ...cut, rate: "97.81%" })).toEqual([]);
  });

  it("tells more spent than budgeted, once", () => {
    expect(rates({ adjusted: "100", executed: "102.59" })).toEqual([
      "执行数 102.59 超过全年预算数 100，执行率 102.59%，请核对是否漏计预算调整。",
    ]);
    expect(rates({ initial: "100", executed: "102.59" })).toEqual([
      "执行数 102.59 超过全年预算数 100，执行率 102.59%，请核对是否漏计预算调整。",
    ]);
    expect(rates({ adjusted: "100", executed: "100" })).toEqual([]);
    const note = {
      code: "over-achieved" as const,
      severity: "warning" as const,
      cell: null,
      message: "",
      stated: null,
      computed: null,
    };
    expect(rates({ adjusted: "100", executed: "102.59", notes: [note] })).toEqual([]);
    expect(
      rates({ adjusted: "100", executed: "102.59", notes: [{ ...note, code: "initial-budget" as const }] }),
    ).toHaveLength(1);
  });
});

describe("the sum of a table", () => {
  const sums = (rows: readonly (readonly [string, string])[], whole: string) =>
    raised(
      tableSum,
      subject({
        budgets: [
          budget(
            rows.map(([name, amount]) => [name, amount]),
            whole,
          ),
        ],
      }),
    );

  it("passes over subtotals, and waits for amounts that are not disclosed", () => {
    expect(
      sums(
        [
          ["甲", "60"],
          ["小计", "60"],
          ["乙", "40"],
          ["其中：丙", "5"],
        ],
        "100",
      ),
    ).toEqual(NONE);
    expect(
      sums(
        [
          ["甲", "60"],
          ["乙", "30"],
        ],
        "100",
      ),
    ).toEqual(["error 预算资金!C6: 100 → 90"]);
    const hidden = budget(
      [
        ["甲", "60"],
        ["乙", "30"],
      ],
      "100",
    );
    const [first, second] = hidden.rows;
    const rows = (nature: "undisclosed" | "unreadable") =>
      first && second ? [first, { ...second, amounts: [quantity("*", "预算资金!C5", { nature })] }] : [];
    for (const nature of ["undisclosed", "unreadable"] as const)
      expect(raised(tableSum, subject({ budgets: [{ ...hidden, rows: rows(nature) }] }))).toEqual(NONE);
    expect(raised(tableSum, subject({ budgets: [{ ...hidden, rows: [] }] }))).toEqual(NONE);
  });

  it("may be off by the roundings that are likely: 2 half units of 2 rows, 6 of 12", () => {
    const many = (count: number, whole: string) =>
      sums(
        Array.from({ length: count }, (_, at_) => [`单位${at_}`, "1.11"] as const),
        whole,
      );
    expect([many(1, "1.12"), many(2, "2.23"), many(2, "2.24")]).toEqual([
      ["error 预算资金!C5: 1.12 → 1.11"],
      NONE,
      ["error 预算资金!C6: 2.24 → 2.22"],
    ]);
    expect([many(12, "13.35"), many(12, "13.36")]).toEqual([NONE, ["error 预算资金!C16: 13.36 → 13.32"]]);
  });
});

describe("captions of one name", () => {
  it("have the rows from each to the next of its level or above", () => {
    const caption = (level: 1 | 2, name: string, row: number, points: string): CaptionPoints => ({
      level,
      name,
      cell: at(`A${row}`),
      points: exact(points),
      statedScore: null,
    });
    const row = (points: string, at_: number, level2 = "结果应用") =>
      indicator({ name: `第${at_}行`, points, level1: "考核", level2, row: at_ });
    const indicators = [row("6", 5), row("1", 6, "其他"), row("5", 11), row("4", 12)];
    const found = (...captions: CaptionPoints[]) =>
      raised(captionPoints, subject({}, evaluation({ indicators, form: { captions } })));
    expect(found(caption(2, "结果应用", 5, "6"), caption(2, "结果应用", 11, "9"))).toEqual(NONE);
    expect(found(caption(2, "结果应用", 4, "7"), caption(2, "结果应用", 11, "8"))).toEqual([
      "error A4: 7 → 6",
      "error A11: 8 → 9",
    ]);
    expect(
      found(caption(2, "结果应用", 4, "6"), caption(1, "二", 11, "0"), caption(2, "结果应用", 12, "4")),
    ).toEqual(NONE);
    expect(found(caption(2, "结果应用", 4, "15"))).toEqual(NONE);
    expect(found(caption(1, "考核", 4, "16"), caption(2, "考核", 4, "9"))).toEqual(NONE);
    expect(
      found(caption(1, "考核", 4, "7"), caption(2, "其他", 6, "1"), caption(1, "考核", 11, "9")),
    ).toEqual(NONE);
  });

  it("and one whose name no other bears has its rows wherever it stands", () => {
    const captions: CaptionPoints[] = [
      { level: 1, name: "产出", cell: at("A20"), points: exact(9), statedScore: null },
      { level: 1, name: "效益", cell: at("A21"), points: exact(4), statedScore: null },
    ];
    const indicators = [
      indicator({ name: "甲", points: "10", row: 5 }),
      indicator({ name: "乙", points: "4", level1: "效益", row: 6 }),
    ];
    expect(raised(captionPoints, subject({}, evaluation({ indicators, form: { captions } })))).toEqual([
      "error A20: 9 → 10",
    ]);
  });

  it("have the rows that are under no name, where they say 绩效指标 only", () => {
    const bare = (name: string, row: number) => {
      const scored = indicator({ name, points: "10", row });
      return { ...scored, entry: { ...scored.entry, level1: null, level2: null } };
    };
    const indicators = [bare("甲", 5), bare("乙", 6)];
    const found = (level: 1 | 2) =>
      raised(
        captionPoints,
        subject(
          {},
          evaluation({
            indicators,
            form: {
              captions: [{ level, name: "绩效指标", cell: at("A3"), points: exact(90), statedScore: null }],
            },
          }),
        ),
      );
    expect([found(1), found(2)]).toEqual([["error A3: 90 → 20"], ["error A3: 90 → 20"]]);
  });
});

describe("a stated rate or score", () => {
  const scored = (given: Partial<IndicatorGiven>) =>
    evaluation({
      indicators: [
        indicator({ name: "预算执行率", points: "2", computed: "1.94", measure: "0.9693", ...given }),
        indicator({ name: "场次", level1: "效益", points: "98", entered: "90", row: 5 }),
      ],
    });
  const said = (item: string, text: string, given: Partial<IndicatorGiven> = {}) =>
    messages(statedNumber, { stated: [stated(item, text, "")] }, scored(given));

  it("is the one behind the score", () => {
    expect(said("预算执行率", "97.5%")).toEqual([
      "“预算执行率”报告为 97.5%，得分 1.94 依据的比率为 96.93%，请统一口径。",
    ]);
    expect(said("预算执行率（正文）", "96.93%")).toEqual([]);
    expect(said("预算执行率", "97.5")).toEqual([]);
    expect(said("到位率", "97.5%")).toEqual([]);
    expect(said("综合得分率", "97.5%")).toEqual([]);
    expect(said("预算执行率", "见正文")).toEqual([]);
    expect(
      messages(
        statedNumber,
        { stated: [stated("预算执行率", "97.5%", "")] },
        evaluation({ indicators: [indicator({ name: "预算执行率", points: "2", entered: "2" })] }),
      ),
    ).toEqual([]);
    expect(
      messages(
        statedNumber,
        { stated: [stated("预算执行率", "97.5%", "")] },
        evaluation({ indicators: [indicator({ name: "预算执行率", points: "2", computed: "2" })] }),
      ),
    ).toEqual([]);
  });

  it("is that of the row where its score is hidden", () => {
    const row = indicator({ name: "预算执行率", points: "2", computed: "1.94", measure: "0.9693" });
    const hidden = { ...row, score: null, adopted: "none" as const };
    expect(
      messages(
        statedNumber,
        { stated: [stated("预算执行率", "97.5%", "")] },
        evaluation({ indicators: [hidden] }),
      ),
    ).toEqual(["“预算执行率”报告为 97.5%，工作簿中为 96.93%，请统一口径。"]);
  });

  it("stands beside an empty 计算数 as beside none, and is shown in its own cell", () => {
    const empty = {
      ...stated("综合得分", "5", ""),
      computed: quantity("", "报告数字!C4"),
    };
    expect(raised(statedNumber, subject({ stated: [empty] }, scored({})))).toEqual([
      "error 报告数字!B4: 5 → 91.94",
    ]);
    expect(
      raised(statedNumber, subject({ stated: [stated("预算执行率", "97.5%", "")] }, scored({}))),
    ).toEqual(["error 报告数字!B4: 97.5% → 96.93%"]);
  });

  it("leaves counts to their own check", () => {
    expect(said("预算单位数（家）", "36")).toEqual([]);
    expect(messages(statedNumber, { stated: [stated("预算单位数（家）", "36", "30")] }, scored({}))).toEqual(
      [],
    );
  });

  it("is the printed result where nothing was measured", () => {
    const row = { name: "预算执行率", points: "2", computed: "1.94" };
    const printed = (actual: string, more: Partial<IndicatorGiven> = {}) =>
      messages(
        statedNumber,
        { stated: [stated("预算执行率", "97.5%", "")] },
        evaluation({ indicators: [indicator({ ...row, actual, ...more })] }),
      );
    expect(printed("96.93%")).toEqual([
      "“预算执行率”报告为 97.5%，得分 1.94 依据的比率为 96.93%，请统一口径。",
    ]);
    expect(printed("97.5%")).toEqual([]);
    expect(printed("96.93")).toEqual([]);
    expect(
      messages(
        statedNumber,
        { stated: [stated("预算执行率", "97.5%", "")] },
        evaluation({ indicators: [indicator({ ...row, points: null, actual: "96.93%" })] }),
      ),
    ).toEqual(["“预算执行率”报告为 97.5%，工作簿中为 96.93%，请统一口径。"]);
  });

  it.each([
    ["得分", "91.94"],
    ["综合绩效评价得分", "91.94"],
    ["综合得分", "91.94"],
    ["自评总分", "91.94"],
    ["评价评分", "91.94"],
    ["产出指标得分", "1.94"],
    ["场次得分", "90"],
  ])("%s is %s", (item, score) => {
    expect(said(item, score)).toEqual([]);
    expect(said(item, "5")).toEqual([expect.stringContaining(`“${item}”报告为 5，评分表为 ${score}`)]);
  });

  it("of another name, or beside several evaluations, is nobody's", () => {
    expect(said("产出指标", "5")).toEqual([]);
    expect(said("满意度得分", "5")).toEqual([]);
    expect(messages(statedNumber, { stated: [stated("综合得分", "5", "")] }, scored({}), scored({}))).toEqual(
      [],
    );
  });
});

describe("names that balance", () => {
  const found = (...given: [string, string][]) =>
    messages(balance, {
      baseData: given.map(([name, text], at_) => datum(name, text, `基础数据!B${at_ + 2}`)),
    });

  it.each([
    ["年度预算数", "实际支出", "结余"],
    ["预算", "当年实际使用资金", "年度结转和结余资金"],
    ["全年预算资金", "全年执行数", "项目结余数"],
    ["预算安排数", "项目实际执行", "当年结转结余"],
    ["年度预算安排", "实际支出数", "结余"],
  ])("%s − %s = %s", (whole, spent, left) => {
    expect(found([whole, "100"], [spent, "97"], [left, "3"])).toEqual([]);
    expect(found([whole, "100"], [spent, "97"], [left, "4"])).toEqual([
      `“${left}”为 4，${whole}−${spent}为 3，请核对。`,
    ]);
  });
  it.each([
    ["省级预算数", "实际支出", "结余"],
    ["预算数量", "实际支出", "结余"],
    ["年度预算安排率", "实际支出", "结余"],
    ["年度预算数", "其他实际支出", "结余"],
    ["年度预算数", "实际支出率", "结余"],
    ["年度预算数", "实际支出", "累计结余"],
    ["年度预算数", "实际支出", "结余率"],
    ["其他预算安排", "实际支出", "结余"],
  ])("%s, %s and %s do not balance", (whole, spent, left) =>
    expect(found([whole, "100"], [spent, "97"], [left, "4"])).toEqual([]),
  );

  it.each([
    [
      ["财政收回指标", "3"],
      ["上缴资金", "2"],
      ["结余", "4"],
      "“结余”为 4，财政收回指标+上缴资金为 5，请核对。",
    ],
    [
      ["省级财政收回", "3"],
      ["实体账户结余", "2"],
      ["结余", "4"],
      "“结余”为 4，省级财政收回+实体账户结余为 5，请核对。",
    ],
    [
      ["区财政收回数", "3"],
      ["上缴财政", "2"],
      ["结余", "4"],
      "“结余”为 4，区财政收回数+上缴财政为 5，请核对。",
    ],
    [
      ["基本支出总额", "60"],
      ["项目支出总额", "30"],
      ["总支出", "100"],
      "“总支出”为 100，基本支出总额+项目支出总额为 90，请核对。",
    ],
    [
      ["基本支出", "60"],
      ["项目支出", "30"],
      ["总支出", "100"],
      "“总支出”为 100，基本支出+项目支出为 90，请核对。",
    ],
    [
      ["人员支出", "60"],
      ["日常公用经费", "30"],
      ["基本支出", "100"],
      "“基本支出”为 100，人员支出+日常公用经费为 90，请核对。",
    ],
    [
      ["人员经费", "60"],
      ["公用支出", "30"],
      ["基本支出", "100"],
      "“基本支出”为 100，人员经费+公用支出为 90，请核对。",
    ],
  ] as [[string, string], [string, string], [string, string], string][])(
    "%j + %j = %j",
    (one, other, whole, said) => {
      expect(found(one, other, whole)).toEqual([said]);
      const [name, amount] = one;
      expect(found([`另${name}`, amount], other, whole)).toEqual([]);
      expect(found([`${name}等`, amount], other, whole)).toEqual([]);
      expect(found(one, [`${other[0]}等`, other[1]], whole)).toEqual([]);
      expect(found(one, [`另${other[0]}`, other[1]], whole)).toEqual([]);
      expect(found(one, other, [`另${whole[0]}`, whole[1]])).toEqual([]);
      expect(found(one, other, [`${whole[0]}等`, whole[1]])).toEqual([]);
    },
  );

  it.each([
    ["年初结余", "总收入", "总支出", "年末结余"],
    ["年初结转和结余", "收入总额", "支出总额", "年末结转和结余"],
    ["年初结转结余", "收入总计", "支出总计", "年末结转结余"],
    ["上年结转", "本年收入", "本年支出", "年末结余"],
    ["上年结转和结余", "实际收入", "本年支出", "年末结转和结余"],
    ["上年结转结余", "总收入", "总支出", "年末结余"],
  ])("%s + %s − %s = %s", (before, income, spent, after) => {
    const said = [`“${after}”为 9，${before}+${income}−${spent}为 10，请核对。`];
    expect(found([before, "5"], [income, "100"], [spent, "95"], [after, "9"])).toEqual(said);
    expect(found([`另${before}`, "5"], [income, "100"], [spent, "95"], [after, "9"])).toEqual([]);
    expect(found([`${before}等`, "5"], [income, "100"], [spent, "95"], [after, "9"])).toEqual([]);
    expect(found([before, "5"], [`另${income}`, "100"], [spent, "95"], [after, "9"])).toEqual([]);
    expect(found([before, "5"], [`${income}等`, "100"], [spent, "95"], [after, "9"])).toEqual([]);
    expect(found([before, "5"], [income, "100"], [spent, "95"], [`另${after}`, "9"])).toEqual([]);
    expect(found([before, "5"], [income, "100"], [spent, "95"], [`${after}等`, "9"])).toEqual([]);
  });

  it.each([
    ["工资福利支出", "商品和服务支出", "对个人和家庭的补助支出"],
    ["工资福利支出", "商品和服务支出", "个人和家庭补助"],
  ])("%s + %s + %s = 总支出", (wages, goods, families) => {
    const three = (one: string, two: string, last: string) =>
      found([one, "60"], [two, "30"], [last, "5"], ["总支出", "99"]);
    expect(three(wages, goods, families)).toEqual([
      `“总支出”为 99，${wages}+${goods}+${families}为 95，请核对。`,
    ]);
    for (const [one, two, last] of [
      [`另${wages}`, goods, families],
      [`${wages}等`, goods, families],
      [wages, `另${goods}`, families],
      [wages, `${goods}等`, families],
      [wages, goods, `另${families}`],
      [wages, goods, `${families}等`],
    ] as const)
      expect(three(one, two, last)).toEqual([]);
  });

  it("a name that stands twice says not which is meant", () => {
    expect(found(["年度预算数", "100"], ["实际支出", "97"], ["结余", "4"], ["预算数", "100"])).toEqual([]);
  });
});
