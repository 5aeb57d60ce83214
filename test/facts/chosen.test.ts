import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/expr/evaluate";
import { recogniseWorkbook } from "../../src/forms/recognise-workbook";
import { withChoices } from "../../src/kept/apply-choices";
import { readChoices } from "../../src/kept/choices";
import { mergeChoices, NO_CHOICES, type FactChoice } from "../../src/model/choices";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { buildChoicesSheet } from "../../src/report/sheets/choices-sheet";
import { scoreWorkbook } from "../../src/scoring/score";
import { sheet } from "../forms/grids";

const SHEETS = [
  sheet(
    [
      ["项目", "数值"],
      ["在职人员数", 28],
      ["编制数", 30],
    ],
    { name: "基础数据" },
  ),
  sheet(
    [
      ["项目", "数值"],
      ["在职人员数", 31],
      ["某某数", 36],
    ],
    { name: "人员" },
  ),
  sheet([
    ["2023年度绩效自评表"],
    ["一级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分"],
    ["过程", "在职人员控制率", 10, "≤100%", null, null],
    ["合计", null, 10, null, null, null],
  ]),
];
const place = (name: string, row: number) => ({ sheet: name, row, column: 1 });

function rateWith(...facts: FactChoice[]): string | null {
  const recognition = withChoices(recogniseWorkbook(SHEETS), mergeChoices(NO_CHOICES, { facts }));
  const [scored] = scoreWorkbook(recognition, DEFAULT_SETTINGS);
  const step = scored?.indicators[0]?.application.measured;
  return step === undefined ? null : (evaluate(step)?.toFraction() ?? null);
}

describe("the user's word on a number of the base data", () => {
  it("decides between two numbers for one thing", () => {
    expect(rateWith()).toBeNull();
    expect(rateWith({ cell: place("人员", 1), says: "chosen" })).toBe("31/30");
    expect(rateWith({ cell: place("基础数据", 1), says: "chosen" })).toBe("14/15");
  });

  it("leaves a number out", () =>
    expect(rateWith({ cell: place("人员", 1), says: "ignored" })).toBe("14/15"));

  it("says what a number is", () =>
    expect(
      rateWith(
        { cell: place("基础数据", 1), says: "ignored" },
        { cell: place("基础数据", 2), says: "ignored" },
        { cell: place("人员", 2), says: { name: "编制数" } },
      ),
    ).toBe("31/36"));

  it("is kept on 评价设置 and read back", () => {
    const facts: FactChoice[] = [
      { cell: place("人员", 1), says: "chosen" },
      { cell: place("基础数据", 1), says: "ignored" },
      { cell: place("人员", 2), says: { name: "编制数" } },
    ];
    const { name, rows } = buildChoicesSheet({ ...NO_CHOICES, facts });
    const written = rows.map((cells) => cells.map((cell) => (cell?.kind === "text" ? cell.text : null)));
    const read = readChoices([sheet(written, { name })]);
    expect(read.doubts).toEqual([]);
    expect(read.choices.facts).toEqual(facts);
  });
});
