import { describe, expect, it } from "vitest";
import { daySerial, isoDay, lastDayOf } from "../../src/expr/calendar";
import { evaluate } from "../../src/expr/evaluate";
import { exact } from "../../src/expr/exact";
import { explain, speakNumber } from "../../src/expr/explain";
import {
  both,
  compare,
  conditional,
  constant,
  divide,
  guarded,
  input,
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

const at = (column: number) => ({ sheet: "指标", row: 4, column });
const points = input(at(0), exact(2), { style: "points" });
const spent = input(at(1), exact("14911.74"), { style: "amount" });
const budget = input(at(2), exact("15383.72"), { style: "amount" });
const rate = step("预算执行率", "percent", divide(spent, budget));
const score = (of: Parameters<typeof round>[0]) => step("得分", "points", round(of, 2));

describe("an explanation", () => {
  it("tells each step with its numbers, in the order of calculation", () => {
    expect(explain(score(min(multiply(points, rate), points)))).toBe(
      "14,911.74 ÷ 15,383.72 = 96.93%，2 分 × 96.93% = 1.94 分",
    );
  });

  it("computes from the unrounded rate", () => {
    const tenth = step("率", "percent", divide(constant("1"), constant("3")));
    expect(evaluate(multiply(constant("9"), tenth))?.toString()).toBe("3");
  });

  it("tells a cap that was reached", () => {
    const over = step("率", "percent", divide(constant("338.31", "amount"), constant("329.77", "amount")));
    expect(explain(score(min(multiply(points, over), points)))).toBe(
      "338.31 ÷ 329.77 = 102.59%，2 分 × 102.59% 超过 2 分，按 2 分 计",
    );
  });

  it("tells a floor that was reached", () => {
    expect(explain(score(max(subtract(points, constant("5", "points")), constant("0", "points"))))).toBe(
      "2 分 - 5 分 低于 0 分，按 0 分 计",
    );
  });

  it("tells only the branch taken, with its note", () => {
    const tree = conditional(compare(spent, "<=", budget), points, constant("0", "points"), {
      then: "不超支",
      otherwise: "超支",
    });
    expect(explain(score(tree))).toBe("14,911.74 ≤ 15,383.72，不超支");
  });

  it("passes over a guard, though not over its note", () => {
    expect(explain(score(guarded(compare(budget, "=", constant("0")), message("没有预算"), points)))).toBe(
      "",
    );
    expect(
      explain(guarded(compare(budget, ">", constant("0")), points, message("没有预算"), { then: "有预算" })),
    ).toBe("有预算");
  });

  it("says what decided an AND that fails", () => {
    const tree = conditional(
      both(compare(points, ">", constant("1")), compare(points, ">", constant("3"))),
      points,
      message("待评分"),
    );
    expect(explain(score(tree))).toBe("2 分 ≤ 3，待评分");
  });

  it("quotes the word that decided", () => {
    const word = textIs({ cell: at(3), text: " 完成 " }, ["完成"]);
    expect(explain(score(conditional(word, points, message("待评分"))))).toBe("完成情况为“完成”");
  });

  it("ends in the message where there is no number", () =>
    expect(explain(score(message("待评分")))).toBe("待评分"));

  it("brackets a difference that is divided", () => {
    expect(
      explain(step("变动率", "percent", divide(subtract(constant("1.5"), constant("4.5")), constant("4.5")))),
    ).toBe("（1.5 - 4.5） ÷ 4.5 = -66.67%");
  });

  it("tells a step that is used twice once", () =>
    expect(explain(step("合计", "percent", sum([rate, rate])))).toBe(
      "14,911.74 ÷ 15,383.72 = 96.93%，96.93% + 96.93% = 193.86%",
    ));
});

describe("a spoken number", () => {
  it.each([
    ["0.9693", "percent", "96.93%"],
    ["1", "percent", "100%"],
    ["0.969319", "percent", "96.93%"],
    ["9.8", "points", "9.8 分"],
    ["15383.72", "amount", "15,383.72"],
    ["0.333333333", "plain", "0.3333"],
    ["45291", "date", "2023-12-31"],
  ] as const)("%s as %s is %s", (value, style, spoken) =>
    expect(speakNumber(exact(value), style)).toBe(spoken),
  );
});

describe("days as Excel counts them", () => {
  it.each([
    ["1970-01-01", "25569"],
    ["2023-12-31", "45291"],
    ["2024-02-29", "45351"],
  ])("%s is %s", (iso, serial) => {
    expect(daySerial(iso)?.toString()).toBe(serial);
    expect(isoDay(exact(serial))).toBe(iso);
  });
  it.each([["2023-02-30"], ["2023-13-01"], ["2023-12"]])("there is no day %s", (iso) =>
    expect(daySerial(iso)).toBeNull(),
  );
  it("months end where they end", () =>
    expect([lastDayOf(2024, 2), lastDayOf(2023, 2), lastDayOf(2023, 12)]).toEqual([29, 28, 31]));
});
