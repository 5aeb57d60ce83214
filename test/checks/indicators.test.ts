import { describe, expect, it } from "vitest";
import type { Check } from "../../src/checks/check";
import { indicatorChanged } from "../../src/checks/indicator-changed";
import { kindMismatch } from "../../src/checks/kind-mismatch";
import { overAchieved } from "../../src/checks/over-achieved";
import { sign } from "../../src/checks/sign";
import { templateResidue } from "../../src/checks/template-residue";
import { undisclosed } from "../../src/checks/undisclosed";
import { year } from "../../src/checks/year";
import type { Finding } from "../../src/model/finding";
import {
  evaluation,
  field,
  indicator,
  NONE,
  quantity,
  raised,
  subject,
  target,
  targetRow,
  type IndicatorGiven,
} from "./subject";

const found = (check: Check, given: IndicatorGiven): string[] =>
  raised(check, subject({}, evaluation({ indicators: [indicator({ points: "10", ...given })] })));

describe("indicator-changed", () => {
  const indicators = [
    indicator({ name: "监狱干警参保批次", level2: "产出数量", target: "≥35批", row: 15 }),
    indicator({ name: "监狱干警参保率", level2: "产出质量", target: "=100%", row: 16 }),
    indicator({ name: "医保缴费及时率", level2: "产出时效", target: "按月足额缴纳医保", row: 17 }),
    indicator({ name: "医保缴费项目成本", level2: "产出成本", target: "≤15383.72万元", row: 18 }),
    indicator({ name: "医疗保障程度", level2: "社会效益", target: "应保尽保", row: 19 }),
    indicator({ name: "维护监狱干警队伍稳定", level2: "可持续影响", target: "监狱干警人数稳定", row: 20 }),
    indicator({ name: "监狱干警满意度", level2: "服务对象满意度", target: "≥95%", row: 21 }),
  ];
  const targets = [
    targetRow("数量指标", "参保批次", "≥35批", 4),
    targetRow("质量指标", "参保覆盖率", "=100%", 5),
    targetRow("时效指标", "缴纳时限", "按月缴纳", 6),
    targetRow("成本指标", "干警医保缴费", "≤15383.72万元", 7),
    targetRow("社会效益指标", "维护监狱安全稳定能力", "有所提高", 8),
    targetRow("可持续影响指标", "监狱干警基本医疗健康保障", "进一步提高", 9),
    targetRow("服务对象满意度指标", "监狱干警满意度", "≥95%", 10),
  ];

  it("findings.md 0.21: 6 of 7 indicators were renamed, 监狱干警满意度 was not", () => {
    expect(raised(indicatorChanged, subject({ targets }, evaluation({ indicators })))).toEqual([
      "warning C15: 监狱干警参保批次 → 参保批次",
      "warning C16: 监狱干警参保率 → 参保覆盖率",
      "warning C17: 医保缴费及时率 → 缴纳时限",
      "warning C18: 医保缴费项目成本 → 干警医保缴费",
      "warning C19: 医疗保障程度 → 维护监狱安全稳定能力",
      "warning C20: 维护监狱干警队伍稳定 → 监狱干警基本医疗健康保障",
    ]);
  });

  it("says when the target was replaced as well", () => {
    const messages = indicatorChanged
      .run(subject({ targets }, evaluation({ indicators })))
      .map(({ message }) => message.includes("指标值也不同"));
    expect(messages).toEqual([false, false, true, false, true, true]);
  });

  it("the same name with another number, and a target without an indicator", () => {
    const scored = evaluation({
      indicators: [indicator({ name: "★参保批次", level2: "数量指标", target: "≥30批", row: 4 })],
    });
    expect(raised(indicatorChanged, subject({ targets: targets.slice(0, 2) }, scored))).toEqual([
      "error E4: ≥30批 → ≥35批",
      "warning 绩效目标!C5: - → 参保覆盖率",
    ]);
  });

  it("with several evaluations only equal names are compared", () => {
    const scored = evaluation({ indicators });
    expect(raised(indicatorChanged, subject({ targets }, scored, scored))).toEqual(NONE);
  });
});

describe("over-achieved", () => {
  it.each<[string, IndicatorGiven, string[]]>([
    [
      "金寨: 3061 for ≥2000",
      { name: "厕所改造数量", target: "≥2000", actual: "3061" },
      ["warning F4: 3061 → 153%"],
    ],
    ["金寨: 202 for ≥200", { name: "村庄数量", target: "≥200", actual: "202" }, NONE],
    ["with a reason", { name: "厕所改造数量", target: "≥2000", actual: "3061", reason: "追加任务" }, NONE],
    ["less spent is no over-achievement", { name: "成本", target: "≤90万元", actual: "30" }, NONE],
    ["130% itself is not far more", { name: "厕所改造数量", target: "≥2000", actual: "2600" }, NONE],
    ["in another unit", { name: "投资额", target: "≥2亿元", actual: "21000万元" }, NONE],
  ])("%s", (_, given, expected) => {
    expect(found(overAchieved, given)).toEqual(expected);
  });

  it("is far more where the settings say so, 130% where they say nothing", () => {
    const indicators = [indicator({ name: "厕所改造数量", target: "≥2000", actual: "3061" })];
    const found = (overAchievement: string) => {
      const looked = subject({}, evaluation({ indicators }));
      return raised(overAchieved, { ...looked, settings: { ...looked.settings, overAchievement } });
    };
    expect(found("2")).toEqual(NONE);
    expect(found("1.5")).toEqual(["warning F4: 3061 → 153%"]);
    expect(found("")).toEqual(["warning F4: 3061 → 153%"]);
  });

  it("is not said twice when the rule has said it", () => {
    const note: Finding = {
      code: "over-achieved",
      severity: "warning",
      cell: null,
      message: "",
      stated: null,
      computed: null,
    };
    expect(
      found(overAchieved, { name: "厕所改造数量", target: "≥2000", actual: "3061", notes: [note] }),
    ).toEqual(NONE);
  });
});

describe("sign", () => {
  it.each<[string, IndicatorGiven, string[]]>([
    [
      "金寨: ≤4 villages to be built",
      { name: "开展精品示范村建设数量", level2: "数量指标", target: "≤4", actual: "4" },
      ["warning E4: ≤4 → -"],
    ],
    [
      "a rate of late payments of at least 100%",
      { name: "补贴逾期发放率", level2: "时效指标", target: "≥100%" },
      ["warning E4: ≥100% → -"],
    ],
    [
      "a cost of at least 30万元",
      { name: "项目总成本", level2: "成本指标", target: "≥30万元" },
      ["warning E4: ≥30万元 → -"],
    ],
    [
      "adjustments of the budget are to be few",
      { name: "科目调整次数", level2: "数量指标", target: "≤10次", actual: "3次" },
      NONE,
    ],
    [
      "findings.md 0.22: ≥35 batches",
      { name: "监狱干警参保批次", level2: "产出数量", target: "≥35批" },
      NONE,
    ],
    [
      "findings.md 0.24: cost ≤15383.72",
      { name: "医保缴费项目成本", level2: "产出成本", target: "≤15383.72万元" },
      NONE,
    ],
    ["保山: fewer than 5 complaints", { name: "群体性上访数量", level2: "数量指标", target: "<5次" }, NONE],
    ["complaints that are dealt with", { name: "投诉办结率", level2: "质量指标", target: "≥95%" }, NONE],
  ])("%s", (_, given, expected) => {
    expect(found(sign, given)).toEqual(expected);
  });
});

describe("undisclosed", () => {
  const actual = quantity("因干警人数不宜公开", "F4", { nature: "undisclosed" });
  it("findings.md 0.22: full marks on a result that is not disclosed", () => {
    expect(found(undisclosed, { name: "参保批次", target: "≥35批", actual, entered: "10" })).toEqual([
      "warning F4: 因干警人数不宜公开 → -",
    ]);
    expect(found(undisclosed, { name: "参保批次", target: "≥35批", actual, entered: "8" })).toEqual(NONE);
  });

  it("南华: full marks on 3 transformers without a result", () => {
    expect(found(undisclosed, { name: "变压器", target: "3", actual: "", entered: "10" })).toEqual([
      "warning F4: - → -",
    ]);
    expect(found(undisclosed, { name: "变压器", target: "3", actual: "3", entered: "10" })).toEqual(NONE);
    expect(found(undisclosed, { name: "合规性", entered: "10" })).toEqual(NONE);
  });

  it("天长: full marks with neither target nor result, unless a rule says what they are for", () => {
    const given = { name: "工程质量合格", target: "", actual: "", entered: "10" };
    expect(found(undisclosed, given)).toEqual(["warning F4: - → -"]);
    expect(found(undisclosed, { ...given, rule: "质量合格得10分" })).toEqual(NONE);
  });
});

describe("kind-mismatch", () => {
  it.each<[string, IndicatorGiven, string[]]>([
    [
      "大英: ≤30万元 is 完成",
      { name: "成本控制数", target: "≤30万元", actual: "完成" },
      ["warning F4: 完成 → -"],
    ],
    [
      "保山: 按时限完成 is 100%",
      { name: "走访慰问", target: "按时限完成", actual: "100%" },
      ["warning F4: 100% → -"],
    ],
    ["棠溪: words answer words", { name: "合规性", target: "符合相关规定", actual: "达成预期指标" }, NONE],
    ["黄石: the target repeated", { name: "开放时长", target: "全天候", actual: "全天候" }, NONE],
    ["a number answers a number", { name: "项目总成本", target: "≤90万元", actual: "90" }, NONE],
  ])("%s", (_, given, expected) => {
    expect(found(kindMismatch, given)).toEqual(expected);
  });
});

describe("year", () => {
  it.each<[string, string, string[]]>([
    [
      "findings.md 2.13: a rule of 2021 in a form of 2023",
      "开展2021年项目绩效自评的项目数量/2021年县级预算部门项目总数×3分",
      ["warning G4: 2021 → 2023"],
    ],
    ["the evaluated year", "2023年度预算执行率", NONE],
    ["a number of a document", "按财预〔2020〕10号、冀财社[2022]218号执行", NONE],
    ["a month", "2021年12月完成", NONE],
    ["a comparison", "较2022年提高5%", NONE],
    ["a span", "2021—2025年规划", NONE],
    ["two years compared", "2022年决算与2023年预算", NONE],
    ["a month in words, of two characters", "2021年十二月完成", NONE],
    ["the year before a word that ends in 月", "2021年项目每月", ["warning G4: 2021 → 2023"]],
    ["a base", "以2021年基础为准，2021年的基础不变", NONE],
    ["a span with words between", "至今完成2021年项目", ["warning G4: 2021 → 2023"]],
  ])("%s", (_, rule, expected) => {
    expect(found(year, { name: "范围规模", rule })).toEqual(expected);
  });

  it("a target and a result in words, each in its cell; what stands in no cell is passed over", () => {
    expect(found(year, { name: "进度", target: "完成2021年项目", actual: "已完成2021年项目" })).toEqual([
      "warning E4: 2021 → 2023",
      "warning F4: 2021 → 2023",
    ]);
    expect(found(year, { name: "进度", actual: quantity("已完成2021年项目") })).toEqual(NONE);
    expect(found(year, { name: "进度", target: target("完成2021年项目") })).toEqual(NONE);
  });

  it("one rule for two rows is looked at once", () => {
    const first = indicator({ name: "甲", points: "5", rule: "2021年项目" });
    const second = indicator({ name: "乙", points: "5", row: 5 });
    const merged = { ...second, entry: { ...second.entry, rule: first.entry.rule } };
    expect(raised(year, subject({}, evaluation({ indicators: [first, merged] })))).toEqual([
      "warning G4: 2021 → 2023",
    ]);
  });

  it("a deadline before the evaluated year", () => {
    const deadline = (date: string) => target(date, "E4", { nature: "date", date });
    expect(found(year, { name: "完工时限", target: deadline("2021-12") })).toEqual([
      "warning E4: 2021 → 2023",
    ]);
    expect(found(year, { name: "完工时限", target: deadline("2023-12") })).toEqual(NONE);
    expect(found(year, { name: "完工时限", target: deadline("--12-31") })).toEqual(NONE);
  });
});

describe("template-residue", () => {
  it.each<[string, IndicatorGiven, string[]]>([
    [
      "a prompt",
      { name: "甲", reason: "结合自评情况，说明原因（200字以内）" },
      ["note J4: 结合自评情况，说明原因（200字以内） → -"],
    ],
    [
      "大英: what the form itself prints in the reason column",
      { name: "甲", reason: "1.预算执行率=预算执行数/调整后预算数，未达到90%的需说明原因（100字以内）" },
      NONE,
    ],
    ["廊坊: 0 in the reason column", { name: "甲", reason: "0" }, ["note J4: 0 → -"]],
    ["a reason", { name: "甲", reason: "尾款未付" }, NONE],
    ["无", { name: "甲", reason: "无" }, NONE],
    ["0 among blanks", { name: "甲", reason: " 0 " }, ["note J4: 0 → -"]],
    ["a reason that ends in 0", { name: "甲", reason: "得分为0" }, NONE],
    ["a reason that begins with 0", { name: "甲", reason: "0.5分尾款未付" }, NONE],
    [
      "a prompt in a name whose target is filled",
      { name: "××项目数", target: "≥5" },
      ["note C4: ××项目数 → -"],
    ],
    ["stars without a target", { name: "**数量" }, ["note C4: **数量 → -"]],
    [
      "one star is a mark, and no standard's blank",
      { name: "*请填写名称", target: "≥5" },
      ["note C4: *请填写名称 → -"],
    ],
    ["one star alone", { name: "*核心指标" }, NONE],
    ["a year in Chinese", { name: "二〇二三年项目" }, NONE],
    ["two circles", { name: "〇〇项目" }, ["note C4: 〇〇项目 → -"]],
    ["a number for a name", { name: "指标12" }, ["note C4: 指标12 → -"]],
    ["a number for a name, with its colon", { name: "指标1：" }, ["note C4: 指标1： → -"]],
    ["a numbered name", { name: "指标1：培训场次" }, NONE],
    ["a name that ends in a number", { name: "核心指标1" }, NONE],
    [
      "濉溪: the name of a common list, its target filled",
      { name: "农村低保标准(≥**元/人·月)", target: "≥530" },
      NONE,
    ],
    [
      "a name that was never filled in",
      { name: "农村低保标准(≥**元/人·月)", target: "" },
      ["note C4: 农村低保标准(≥**元/人·月) → -"],
    ],
  ])("%s", (_, given, expected) => {
    expect(found(templateResidue, given)).toEqual(expected);
  });

  it("shows the first twenty characters, without blanks around them", () => {
    const said = (reason: string) =>
      templateResidue
        .run(subject({}, evaluation({ indicators: [indicator({ name: "甲", reason })] })))
        .map(({ message, stated: whole }) => [message, whole]);
    expect(said(" 请填写 ")).toEqual([["“请填写”像是模板遗留的文字，请填写或删除。", "请填写"]]);
    const long = "请说明一二三四五六七八九十一二三四五六七八九十";
    expect(said(long)).toEqual([
      ["“请说明一二三四五六七八九十一二三四五六七”像是模板遗留的文字，请填写或删除。", long],
    ]);
  });

  it("a title that was not filled in", () => {
    const scored = evaluation({ form: { title: field("××县项目支出绩效自评表", "A1") } });
    expect(raised(templateResidue, subject({}, scored))).toEqual(["note A1: ××县项目支出绩效自评表 → -"]);
  });
});
