import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact } from "../../src/expr/exact";
import { toFixed, withThousands } from "../../src/expr/decimal";
import { NO_WORKBOOK, read, wrong } from "./subject";
import { TRUTHS, textOf } from "./truth";

const PIECES =
  "其中 包括 合计 共 预算 支出 结余 万元 元/人 人 家监狱 % 分 得 该项 得分 （ ） ( ) 、 ， 。 ； ： 2023年 表 问卷 份 占 率 ＝ ÷ × 100% 12 3.5 1,234.56 \t \n 一、 1、 序号 增长 较上年 等级为 优"
    .split(" ")
    .concat([" ", "\n", "\t"]);
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((pieces) => pieces.join("")),
);
const cents = fc.integer({ min: 100, max: 99_999_999 });
const printed = (amount: number): string => withThousands(toFixed(exact(amount).div(100), 2));

describe("laws of proof-reading", () => {
  it("reads any text without failing, and says nothing that is not there", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { numbers, findings, relations, unmatched, matches } = read(text);
        for (const { offset } of [...numbers, ...relations]) expect(offset).toBeLessThan(text.length);
        for (const { message } of findings) expect([...message].length).toBeLessThanOrEqual(80);
        expect(matches).toEqual([]);
        expect(unmatched.length).toBeLessThanOrEqual(numbers.length);
      }),
      { numRuns: 300 },
    );
  });

  it("is silent on parts that make their whole, and raises a whole that is off by little", () => {
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 2, max: 50 }), (a, b, off) => {
        fc.pre(a !== b);
        const said = (whole: number): string =>
          `总支出${printed(whole)}万元，其中基本支出${printed(a)}万元，项目支出${printed(b)}万元。`;
        expect(wrong(said(a + b))).toEqual([]);
        if (off * 50 < a + b) expect(wrong(said(a + b + off))).toHaveLength(1);
      }),
    );
  });

  it("is silent on what is left of a budget, and raises any other remainder", () => {
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 2, max: 999 }), (spent, left, off) => {
        const said = (rest: number): string =>
          `预算安排资金${printed(spent + left)}万元，实际支出${printed(spent)}万元，结余${printed(rest)}万元。`;
        expect(wrong(said(left))).toEqual([]);
        expect(wrong(said(left + off))).toHaveLength(1);
      }),
    );
  });

  it("is silent on a rate at its printed precision", () => {
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 0, max: 2 }), (a, b, places) => {
        const [spent, budget] = [Math.min(a, b), Math.max(a, b)];
        const rate = toFixed(exact(spent).div(budget).mul(100), places);
        expect(
          wrong(`到位资金${printed(budget)}万元，实际支出${printed(spent)}万元，预算执行率为${rate}%。`),
        ).toEqual([]);
      }),
    );
  });

  it("verifies the shares of whole questionnaires", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 900 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (forms, part) => {
          const very = Math.round(forms * part);
          const share = (count: number): string => toFixed(exact(count).div(forms).mul(100), 2);
          const text = `共收集满意度调查问卷${forms}份。${share(very)}%的干警表示非常满意，${share(forms - very)}%的干警表示一般。`;
          expect(wrong(text)).toEqual([]);
        },
      ),
    );
  });
});

const long = (piece: string): string => piece.repeat(Math.ceil(1_000_000 / piece.length));

/** A megabyte of each within two seconds; a report has 30 KB. */
describe("time", () => {
  it.each([
    ["reports", () => long(TRUTHS.map(textOf).join("\n"))],
    ["digits", () => long("1 ")],
    ["one word", () => long("预算")],
    ["open brackets", () => long("12万元（")],
    ["其中", () => long("其中")],
    ["one sentence", () => long("其中基本支出3.5万元，占45%，")],
    ["table rows", () => long("1\t其中：甲\t3.5\t97%\n")],
    ["rates", () => long("预算执行率为97.5%。")],
    ["formulas", () => long("甲率＝（乙÷丙）×100%＝5%。")],
    ["signs", () => long("÷")],
    ["equals", () => long("率＝÷÷3％")],
    ["scores", () => long("该项得3分；得4分")],
    ["captions", () => long("表 5 得分情况表\n")],
    ["blank lines", () => long("\n")],
    ["list items", () => long("如下：\n1、甲3万元\n2、乙4万元\n")],
    [
      "score rows",
      () => long("三级指标\t分值\t得分\t得分率\n预算执行率\t2\t1.94\t97%\n预算执行率为97.5%。\n"),
    ],
  ])("a megabyte of %s", (_what, make) => {
    const text = make();
    const start = performance.now();
    read(text, NO_WORKBOOK);
    // Far above what any of them takes, far below what backtracking without end would.
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
