import { describe, expect, it } from "vitest";
import { toDecimal } from "../../src/expr/decimal";
import type { EvaluationForm } from "../../src/model/form";
import { DEFAULT_SETTINGS, type Settings } from "../../src/model/settings";
import { scoreWorkbook } from "../../src/scoring/score";
import {
  at,
  datum,
  evaluation,
  field,
  fund,
  indicator,
  quantity,
  subject,
  type FundGiven,
  type IndicatorGiven,
} from "../checks/subject";

const STATED = "执行率低于80%的，总分不超过89分";

function totalOf(
  notes: readonly string[],
  rows: readonly IndicatorGiven[],
  funds: readonly FundGiven[] = [],
  settings: Partial<Settings> = {},
): string | null {
  const form: Partial<EvaluationForm> = { notes: notes.map((text, row) => field(text, `A${row + 31}`)) };
  const given = { indicators: rows.map(indicator), funds: funds.map(fund), form };
  const [scored] = scoreWorkbook(subject({}, evaluation(given)).recognition, {
    ...DEFAULT_SETTINGS,
    ...settings,
  });
  return scored?.score == null ? null : toDecimal(scored.score);
}

const full: IndicatorGiven = { name: "场次", points: "98", entered: "98" };
const rate = (actual: string, name = "预算执行率"): IndicatorGiven => ({
  name,
  points: "2",
  entered: "1",
  actual,
  row: 5,
});

describe("the execution rate that a total is held against", () => {
  it.each([
    ["that of the fund row", [full], [{ item: "年度资金总额", initial: "100", executed: "79" }], "89"],
    [
      "that of the fund row, scored",
      [{ ...full, points: "90" }],
      [{ item: "年度资金总额", points: "10", adjusted: "100", executed: "79", entered: "7.9" }],
      "89",
    ],
    ["at the limit", [full], [{ item: "年度资金总额", adjusted: "100", executed: "80" }], "98"],
    [
      "not that of a 其中 row",
      [full],
      [{ item: "其中：财政拨款", counts: false, adjusted: "100", executed: "60" }],
      "98",
    ],
    ["none of a budget of 0", [full], [{ item: "年度资金总额", adjusted: "0", executed: "0" }], "98"],
    ["that of the indicator 预算执行率", [full, rate("79%")], [], "89"],
    ["that indicator's, before it is rounded", [full, rate("79.999%")], [], "89"],
    ["that indicator's, without its percent sign", [full, rate("79")], [], "89"],
    [
      "that indicator's, where the fund row has no amounts",
      [full, rate("79%")],
      [{ item: "年度资金总额" }],
      "89",
    ],
    ["not another indicator's", [full, rate("79%", "满意度")], [], "99"],
    ["not another rate's", [full, rate("79%", "资金到位率")], [], "99"],
    ["none in words", [full, rate("见附表")], [], "99"],
  ] as const)("is %s", (_what, rows, funds, total) => expect(totalOf([STATED], rows, funds)).toBe(total));
});

describe("the sentence that caps a total", () => {
  const low: readonly IndicatorGiven[] = [full, rate("79%")];

  it.each([
    ["注：执行率低于80%的，总分不超过89分", "89"],
    ["备注:（2）执行率低于80%的，总分不超过89分。", "89"],
    ["① 执行率低于80%的，总分不超过89分", "89"],
    ["备注：12.执行率低于80%的，总分不超过89分", "89"],
    ["（10）执行率低于80%的，总分不超过89分", "89"],
    ["说明：本表一式两份。2.执行率低于80%的，总分不超过89分。", "89"],
    ["本表一式两份\n执行率低于80%的，总分不超过89分", "89"],
    ["执行率低于80%的，封顶89分", "99"],
    ["执行率低于80%的，不超过2分", "99"],
    ["执行率低于80%的，扣10分", "99"],
    ["总分为100分", "99"],
  ])("“%s” makes %s", (note, total) => expect(totalOf([note], low)).toBe(total));

  it("may stand among other notes, or in a rule", () => {
    expect(totalOf(["本表一式两份", STATED, "执行率低于80%的，总分不超过59分"], low)).toBe("89");
    expect(totalOf([], [{ ...full, rule: STATED }, rate("79%")])).toBe("89");
  });

  it("is told with the rate and what it did", () => {
    const told = (rows: readonly IndicatorGiven[]) => {
      const given = { indicators: rows.map(indicator), form: { notes: [field(STATED, "A31")] } };
      const [scored] = scoreWorkbook(subject({}, evaluation(given)).recognition, DEFAULT_SETTINGS);
      return scored?.findings.filter(({ code }) => code === "total-cap");
    };
    const note = { severity: "note", cell: at("A31"), stated: null, computed: null };
    expect(told(low)).toMatchObject([
      { ...note, message: "表中规定按预算执行率限制总分：预算执行率 79%，总分由 99 分降为 89 分。" },
    ]);
    expect(told([full, rate("80%")])).toMatchObject([
      { ...note, message: "表中规定按预算执行率限制总分：预算执行率 80%，总分 99 分未超过上限。" },
    ]);
    expect(told([{ name: "场次", points: "98" }, rate("79%")])).toEqual([]);
  });

  it("is held against the very rate that the fund row shows, so that its formula points there", () => {
    const money = fund({ item: "年度资金总额", points: "10", adjusted: "100", executed: "79" });
    const given = { indicators: [indicator({ ...full, points: "90" })], funds: [money] };
    const [scored] = scoreWorkbook(
      subject({}, evaluation({ ...given, form: { notes: [field(STATED, "A31")] } })).recognition,
      DEFAULT_SETTINGS,
    );
    const outcome = scored?.funds[0]?.application.outcome;
    expect(outcome?.kind === "scored" ? outcome.completion : null).toBe(scored?.adjustments.cap?.rate);
  });

  describe("with a rate that the workbook's base data give", () => {
    const capped = (budget: string, spent: string) => {
      const rows = [indicator(full), indicator({ name: "预算执行率", points: "2", row: 5 })];
      const baseData = [datum("年度预算", budget, "基础数据!B4"), datum("实际支出", spent, "基础数据!B5")];
      const given = evaluation({ indicators: rows, form: { notes: [field(STATED, "A31")] } });
      const [scored] = scoreWorkbook(subject({ baseData }, given).recognition, {
        ...DEFAULT_SETTINGS,
        zeroBudget: "zero",
      });
      return scored?.score == null ? null : toDecimal(scored.score);
    };
    // 98 and 2 × 79% make 99.58.
    it("caps the total", () => expect(capped("100", "79")).toBe("89"));
    it("leaves it where there was no budget and so is no rate", () => expect(capped("0", "0")).toBe("98"));
  });

  it("caps what is left after rows that do not apply: 89 of 90 points count as 98.89, and then as 89", () => {
    const notApplicable: IndicatorGiven = {
      name: "满意度",
      points: "10",
      actual: quantity("不适用", "F6", { nature: "not-applicable" }),
      row: 6,
    };
    const rows = [{ ...full, points: "88", entered: "88" }, rate("79%"), notApplicable];
    expect(totalOf([], rows, [], { notApplicable: "rescale" })).toBe("98.89");
    expect(totalOf([STATED], rows, [], { notApplicable: "rescale" })).toBe("89");
  });
});
