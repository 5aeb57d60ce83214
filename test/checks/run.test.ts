import { describe, expect, it } from "vitest";
import { CHECKS } from "../../src/checks/registry";
import { runChecks } from "../../src/checks/run";
import { at, evaluation, indicator, stated, subject, total } from "./subject";

const indicators = [
  indicator({
    name: "资金到位及时率",
    target: "≥100%",
    actual: "100%",
    points: "10",
    entered: "7",
    computed: "10",
    reason: "",
  }),
  indicator({
    name: "厕所改造数量",
    target: "≥2000",
    actual: "3061",
    points: "90",
    entered: "90",
    computed: "90",
    reason: "0",
    row: 5,
  }),
];
const form = { totals: [total({ points: "100", score: "96", grade: "优" })] };

describe("the checks", () => {
  it("have each their own code and say what must hold", () => {
    expect(new Set(CHECKS.map(({ code }) => code)).size).toBe(CHECKS.length);
    expect(CHECKS.every(({ describe: what }) => /\p{Script=Han}{4}/u.test(what))).toBe(true);
  });

  it("list the worst first", () => {
    const found = runChecks(subject({}, evaluation({ indicators, form })));
    expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "error total-sum",
      "error lost-but-reached",
      "warning missing-reason",
      "warning over-achieved",
      "note template-residue",
    ]);
  });

  it("list an error before a warning that comes first in the registry", () => {
    const ninety = indicator({ name: "甲", points: "90", entered: "95", computed: "90" });
    const found = runChecks(subject({}, evaluation({ indicators: [ninety] })));
    expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "error over-points",
      "warning points-sum",
    ]);
  });

  it("keep two numbers of one cell apart, and what stands in no cell", () => {
    const rule = "2021年项目、2022年项目";
    const years = evaluation({ indicators: [indicator({ name: "甲", points: "100", rule })] });
    expect(runChecks(subject({}, years)).map(({ code, stated: said }) => `${code} ${said ?? ""}`)).toEqual([
      "year 2021",
      "year 2022",
    ]);
    const lifted = indicator({ name: "甲", points: "100", computed: "90", unrounded: "89.996" });
    expect(
      runChecks(subject({}, evaluation({ indicators: [lifted] }))).map(({ code, cell }) => [code, cell]),
    ).toEqual([["rounding-side", null]]);
  });

  it("find nothing in an empty workbook, nor in one that adds up", () => {
    expect(runChecks(subject())).toEqual([]);
    const right = evaluation({
      indicators: [indicator({ name: "甲", points: "100", entered: "98", computed: "98", reason: "尾款" })],
      form: { totals: [total({ points: "100", score: "98", grade: "优" })] },
    });
    expect(runChecks(subject({ stated: [stated("综合得分", "98", "")] }, right))).toEqual([]);
  });

  it("do not repeat a finding, nor what the recognition has said of a cell", () => {
    const twice = [stated("综合得分", "98", ""), stated("综合得分", "98", "")];
    const scored = evaluation({ indicators });
    expect(
      runChecks(subject({ stated: twice }, scored)).filter(({ code }) => code === "stated-number"),
    ).toHaveLength(1);
    const doubts = [{ code: "stated-number" as const, cell: at("报告数字!B4"), message: "" }];
    expect(
      runChecks(subject({ stated: twice, doubts }, scored)).filter(({ code }) => code === "stated-number"),
    ).toHaveLength(0);
  });

  it("speak in sentences of at most 80 characters, with a next step", () => {
    const found = runChecks(subject({}, evaluation({ indicators, form })));
    expect(found.filter(({ message }) => [...message].length > 80 || !message.endsWith("。"))).toEqual([]);
  });
});
