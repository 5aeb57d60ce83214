import { describe, expect, it } from "vitest";
import { areaName, areaReference, cellName, parseCellLabel, sheetReference } from "../../src/expr/cell";
import { evaluate, evaluateCondition } from "../../src/expr/evaluate";
import { exact } from "../../src/expr/exact";
import { explain } from "../../src/expr/explain";
import {
  absolute,
  add,
  areaSum,
  awaited,
  both,
  compare,
  completeSum,
  conditional,
  constant,
  divide,
  either,
  fallback,
  input,
  known,
  max,
  message,
  min,
  multiply,
  round,
  step,
  subtract,
  sum,
  textIs,
} from "../../src/expr/expression";
import { conditionFormula, toFormula } from "../../src/expr/formula";
import { inputsOf } from "../../src/expr/inputs";
import { missingText } from "../../src/expr/missing";

const at = (column: number, row = 4, sheet = "指标") => ({ sheet, row, column });
const cell = (column: number, value: number | string, row = 4, sheet = "指标") =>
  input(at(column, row, sheet), exact(value));
const a = cell(0, 3);
const b = cell(1, 4);
const c = cell(2, 5);
const waiting = awaited(at(5), null, "待评分");
const given = awaited(at(6), exact("8.5"), "待评分");
const nothing = message("没有预算");

describe("the cells that an expression reads", () => {
  const read = (of: Parameters<typeof inputsOf>[0]) => inputsOf(of).map((node) => cellName(node.cell));

  it.each([
    ["both sides of a calculation", subtract(a, multiply(b, c)), ["A5", "B5", "C5"]],
    ["every part of an extreme", min(b, max(a, c)), ["B5", "A5", "C5"]],
    ["every part of a sum", sum([a, completeSum([b, c], "待评分")]), ["A5", "B5", "C5"]],
    [
      "what is rounded, turned positive, named or replaced",
      round(absolute(step("率", "percent", fallback(a, ""))), 2),
      ["A5"],
    ],
    [
      "the condition and both branches",
      conditional(compare(a, ">", b), c, cell(3, 1)),
      ["A5", "B5", "C5", "D5"],
    ],
    ["a known cell", conditional(known(a), b, nothing), ["A5", "B5"]],
    [
      "joined conditions",
      conditional(
        both(compare(a, ">", constant(1)), either(known(b), compare(c, "<", constant(9)))),
        constant(1),
        nothing,
      ),
      ["A5", "B5", "C5"],
    ],
    ["each cell once", add(a, multiply(a, cell(0, 3))), ["A5"]],
    [
      "no constants, messages, areas, words, nor scores that people enter",
      conditional(
        textIs({ cell: at(7), text: "是" }, ["是"]),
        sum([constant(1), given, areaSum({ ...at(8), rowCount: 2, columnCount: 1 }, [exact(1)])]),
        nothing,
      ),
      [],
    ],
  ])("are %s", (_what, tree, cells) => expect(read(tree)).toEqual(cells));

  it("are told apart by sheet, row and column", () => {
    const others = [cell(0, 1, 4, "资金"), cell(0, 1, 5), cell(1, 1)];
    expect(inputsOf(sum([a, ...others]))).toEqual([a, ...others]);
  });
});

describe("the text shown where there is no number", () => {
  it.each([
    ["a message is its own", nothing, "没有预算"],
    ["a score that waits", waiting, "待评分"],
    ["a score that is there", given, null],
    ["a sum of which one waits", completeSum([given, waiting], "待评分"), "待评分"],
    ["a sum that is complete", completeSum([given], "待评分"), null],
    ["a replacement", fallback(divide(a, constant(0)), "—"), "—"],
    ["a replacement that is not needed", fallback(a, "—"), null],
    ["a replacement of what speaks for itself", fallback(nothing, "—"), "没有预算"],
    ["a named step", step("得分", "points", nothing), "没有预算"],
    ["the branch taken", conditional(compare(a, "<", b), nothing, a), "没有预算"],
    ["the other branch", conditional(compare(a, ">", b), a, waiting), "待评分"],
    ["a branch that nobody can choose", conditional(compare(nothing, ">", b), nothing, nothing), null],
    ["a calculation shows an error instead", add(nothing, a), null],
  ])("%s", (_what, tree, text) => expect(missingText(tree)).toBe(text));
});

describe("scores that people enter", () => {
  it("count as they are, and a sum waits for all of them", () => {
    expect(evaluate(given)?.toString()).toBe("8.5");
    expect(evaluate(waiting)).toBeNull();
    expect(evaluate(completeSum([given, a], "待评分"))?.toString()).toBe("11.5");
    expect(evaluate(completeSum([given, waiting], "待评分"))).toBeNull();
    expect(evaluate(fallback(waiting, ""))).toBeNull();
    expect(
      evaluate(areaSum({ ...at(2), rowCount: 2, columnCount: 1 }, [exact("1.5"), exact(2)]))?.toString(),
    ).toBe("3.5");
  });

  it("are known once they are numbers", () =>
    expect([known(given), known(waiting)].map(evaluateCondition)).toEqual([true, false]));

  it.each([
    ["alone", waiting, '=IF(ISNUMBER(F5),F5,"待评分")'],
    [
      "as a condition",
      conditional(known(given), a, nothing),
      '=IF(ISNUMBER(IF(ISNUMBER(G5),G5,"待评分")),A5,"没有预算")',
    ],
    ["with a replacement", fallback(divide(a, b), "—"), '=IFERROR(A5/B5,"—")'],
  ])("are written %s", (_what, tree, formula) => expect(toFormula(tree, "指标")).toBe(formula));

  it.each([
    ["one that is there", step("得分", "points", given), ""],
    ["one that waits", step("得分", "points", waiting), "待评分"],
    [
      "a sum of them",
      step("合计", "points", completeSum([given, constant("1.5", "points")], "待评分")),
      "8.5 分 + 1.5 分 = 10 分",
    ],
    [
      "what replaces nothing",
      step("率", "percent", fallback(divide(constant(1), constant(4)), "—")),
      "1 ÷ 4 = 25%",
    ],
    [
      "an area",
      step("合计", "points", areaSum({ ...at(2), rowCount: 2, columnCount: 1 }, [exact(1500), exact("0.5")])),
      "1,500.5 = 1500.5 分",
    ],
    [
      "a known cell without a word of it",
      conditional(known(given), a, nothing, { then: "已评分" }),
      "已评分",
    ],
    [
      "what cannot be decided",
      conditional(compare(nothing, ">", a), a, b, { then: "甲", otherwise: "乙" }),
      "",
    ],
    ["whole steps", { kind: "floor" as const, of: multiply(a, divide(b, c)) }, ""],
  ])("are told: %s", (_what, tree, told) => expect(explain(tree)).toBe(told));
});

describe("a clause of an explanation", () => {
  const clause = (of: Parameters<typeof step>[2]) => explain(step("得分", "points", of));

  it.each([
    [
      "counts a part of a step as one",
      { kind: "ceiling" as const, of: divide(a, b) },
      "3 ÷ 4（不足 1 按 1 计） = 1 分",
    ],
    [
      "leaves a part of a step out",
      { kind: "floor" as const, of: divide(b, a) },
      "4 ÷ 3（不足 1 不计） = 1 分",
    ],
    ["shows an amount without its sign", absolute(subtract(a, b)), "|3 - 4| = 1 分"],
    ["brackets a sum that is multiplied", multiply(sum([a, b]), c), "（3 + 4） × 5 = 35 分"],
    ["brackets what is taken off as a whole", subtract(c, add(a, b)), "5 - （3 + 4） = -2 分"],
    ["needs no brackets before it takes off", subtract(subtract(c, a), b), "5 - 3 - 4 = -2 分"],
    ["needs no brackets in a sum", add(a, subtract(b, c)), "3 + 4 - 5 = 2 分"],
    ["does not tell a bound that was not reached", min(add(a, b), constant(10)), "3 + 4 = 7 分"],
    ["tells no bound of two plain numbers", min(a, b), "3 = 3 分"],
    ["tells no bound that is just met", min(add(a, b), constant(7)), "3 + 4 = 7 分"],
    ["does not say that nothing is nothing", constant(0), ""],
    ["says nothing of what cannot be decided", conditional(compare(nothing, ">", a), a, b), ""],
    ["says each sign", conditional(compare(a, "<>", b), c, a), "3 ≠ 4，5 = 5 分"],
    ["says the opposite of each sign that fails", conditional(compare(a, "=", b), c, a), "3 ≠ 4，3 = 3 分"],
    ["says that a limit was passed", conditional(compare(a, "<=", constant(1)), c, a), "3 > 1，3 = 3 分"],
    ["says that a limit was not passed", conditional(compare(a, ">", b), c, a), "3 ≤ 4，3 = 3 分"],
    ["says that a number is too small", conditional(compare(a, ">=", b), c, a), "3 < 4，3 = 3 分"],
    ["says that a number is not small enough", conditional(compare(b, "<", a), c, a), "4 ≥ 3，3 = 3 分"],
    [
      "says that two numbers are the same",
      conditional(compare(a, "<>", constant(3)), c, b),
      "3 = 3，4 = 4 分",
    ],
    [
      "tells every part of an OR that fails",
      conditional(either(compare(a, ">", b), compare(a, ">", c)), c, a),
      "3 ≤ 4，3 ≤ 5，3 = 3 分",
    ],
    [
      "tells the part of an OR that holds",
      conditional(either(compare(a, ">", b), compare(a, "<", c)), c, a),
      "3 < 5，5 = 5 分",
    ],
    [
      "quotes the word that decides nothing",
      conditional(textIs({ cell: at(3), text: " 基本 " }, ["完成"]), c, a),
      "完成情况“基本”不能直接判定，3 = 3 分",
    ],
  ])("%s", (_what, tree, told) => expect(clause(tree)).toBe(told));
});

describe("a long sum", () => {
  it("joins neighbours in a column, and only those", () => {
    const column = [4, 5, 6, 8].map((row) => cell(2, 1, row));
    const elsewhere = [cell(3, 1, 9), cell(3, 1, 10, "资金")];
    expect(toFormula(sum([...column, ...elsewhere]), "指标")).toBe("=SUM(C5:C7,C9,D10,资金!D11)");
    expect(toFormula(completeSum([...column, ...elsewhere], "待评分"), "指标")).toBe(
      '=IF(COUNT(C5:C7,C9,D10,资金!D11)<6,"待评分",SUM(C5:C7,C9,D10,资金!D11))',
    );
  });

  it("adds up the cells where its parts stand", () => {
    const parts = [divide(a, b), divide(b, c)];
    const placement = new Map(parts.map((part, row) => [part, at(12, row, "底稿")]));
    expect(toFormula(completeSum(parts, "待评分"), "底稿", placement)).toBe(
      '=IF(COUNT(M1:M2)<2,"待评分",SUM(M1:M2))',
    );
    expect(toFormula(sum(parts), "底稿", placement)).toBe("=SUM(M1:M2)");
    expect(toFormula(sum(parts), "底稿")).toBe("=SUM(指标!A5/指标!B5,指标!B5/指标!C5)");
  });

  it("reads a text cell by itself, and names a single cell by itself", () => {
    const typed = input(at(3), exact(35), { reading: { remove: ["批"], scale: exact(1) } });
    expect(toFormula(sum([a, typed]), "指标")).toBe('=SUM(A5,VALUE(TRIM(SUBSTITUTE(D5,"批",""))))');
    expect(toFormula(sum([a]), "指标")).toBe("=SUM(A5)");
  });

  it.each([divide(a, b), waiting])("cannot wait for what stands in no cell", (part) =>
    expect(() => toFormula(completeSum([part], "待评分"), "指标")).toThrow(`stands in no cell: ${part.kind}`),
  );
});

describe("ROUND over a difference", () => {
  const off = subtract(a, b);
  it.each([
    ["alone", off],
    ["on the left", multiply(off, c)],
    ["on the right", multiply(c, off)],
    ["in an extreme", max(off, constant(0))],
    ["in a sum", sum([c, off])],
    ["in one branch", conditional(compare(a, ">", b), off, c)],
    ["in the other branch", conditional(compare(a, ">", b), c, off)],
    ["in a named step", step("扣分", "points", off)],
    ["without its sign", absolute(off)],
  ])("rounds to ten places first: %s", (_where, tree) =>
    expect(toFormula(round(tree, 2), "指标")).toMatch(/^=ROUND\(ROUND\(.*,10\),2\)$/),
  );

  it("needs no such step elsewhere, nor where the difference stands in a cell of its own", () => {
    expect(toFormula(round(add(a, b), 2), "指标")).toBe("=ROUND(A5+B5,2)");
    expect(toFormula(round({ kind: "ceiling", of: off }, 2), "指标")).toBe(
      "=ROUND(ROUNDUP(ROUND(A5-B5,9),0),2)",
    );
    const placement = new Map([[off, at(12, 0)]]);
    expect(toFormula(round(multiply(off, c), 2), "指标", placement)).toBe("=ROUND(M1*C5,2)");
  });
});

describe("a formula's small print", () => {
  it("reads a text in a unit of its own", () => {
    const thousand = input(at(3), exact("0.035"), { reading: { remove: ["‰"], scale: exact("0.001") } });
    expect(toFormula(thousand, "指标")).toBe('=IF(ISNUMBER(D5),D5,VALUE(TRIM(SUBSTITUTE(D5,"‰","")))*0.001)');
  });

  it("compares with no word at all", () =>
    expect(conditionFormula(textIs({ cell: at(3), text: "" }, []), "指标")).toBe("FALSE"));

  it("writes each operator with the brackets it needs", () => {
    expect(toFormula(subtract(add(a, b), c), "指标")).toBe("=A5+B5-C5");
    expect(toFormula(add(a, subtract(b, c)), "指标")).toBe("=A5+B5-C5");
    expect(toFormula(divide(add(a, b), c), "指标")).toBe("=(A5+B5)/C5");
    expect(toFormula(divide(divide(a, b), c), "指标")).toBe("=A5/B5/C5");
    expect(toFormula(subtract(constant("-1"), constant("-2")), "指标")).toBe("=-1-(-2)");
    expect(toFormula(multiply(a, constant(exact("-1").div(3))), "指标")).toBe("=A5*-1/3");
  });
});

describe("an area", () => {
  it.each([
    [{ row: 3, column: 1, rowCount: 1, columnCount: 1 }, "B4"],
    [{ row: 3, column: 1, rowCount: 2, columnCount: 1 }, "B4:B5"],
    [{ row: 3, column: 1, rowCount: 1, columnCount: 2 }, "B4:C4"],
    [{ row: 3, column: 1, rowCount: 6, columnCount: 2 }, "B4:C9"],
  ])("%j is %s", (area, name) => {
    expect(areaName(area)).toBe(name);
    expect(areaReference({ sheet: "预算 资金", ...area }, "预算 资金")).toBe(name);
    expect(areaReference({ sheet: "预算 资金", ...area }, "指标")).toBe(`'预算 资金'!${name}`);
  });

  it.each(["AB12", "abc1", "r1c1", "R", "c", "R12C", "RC3", "FALSE"])("a sheet %s is quoted", (name) =>
    expect(sheetReference(name)).toBe(`'${name}'`),
  );
  it.each(["ABCD1", "A", "RD", "R1C1年", "XTRUE", "TRUE年", "C1年", "_1", "表.1"])(
    "a sheet %s is not",
    (name) => expect(sheetReference(name)).toBe(name),
  );
  it("needs a sheet and a whole cell's name", () => {
    expect(["!A1", "底稿!XA$1", "底稿!A1B", "底稿!$$A1"].map(parseCellLabel)).toEqual([
      null,
      { sheet: "底稿", row: 0, column: 624 },
      null,
      null,
    ]);
  });
});
