import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { measureWorkbook, sheetsOf, workbooksIn, type CollectedWorkbook } from "./collected-rates";
import { sheet } from "../forms/grids";

const BOOKS = ["collection/build", "faults"].flatMap((directory) =>
  workbooksIn(join(import.meta.dirname, directory)),
);

const rates = (file: string, workbook: CollectedWorkbook, sheets = sheetsOf(workbook)): string[] =>
  measureWorkbook(file, workbook, sheets).map(({ expected, got }) => `${expected.indicator} ${got}`);

/** The tables of another year, unit and currency, which have nothing to do with any rate here. */
const LAST_YEAR = sheet(
  [
    ["2011年度基本情况表"],
    ["项目", "数值", "单位"],
    ["编制数", 7, "人"],
    ["在职人员数", 5, "人"],
    ["全年预算数", 77, "万元"],
    ["全年执行数", 55, "万元"],
    ["三公经费预算", 7, "万元"],
    ["三公经费决算数", 5, "万元"],
  ],
  { name: "2011年" },
);
const OTHER_UNIT = sheet(
  [
    ["项目", "数值", "单位"],
    ["编制数", 7, "人"],
    ["在职人员数", 5, "人"],
    ["三公经费预算", 7, "美元"],
    ["三公经费决算数", 5, "美元"],
  ],
  { name: "基础数据-外地疗养院" },
);

const isUndated = ({ sheets }: CollectedWorkbook): boolean => !/20\d\d年/.test(JSON.stringify(sheets));
/** Where nothing tells whose the numbers are, another unit's are not told apart either. */
const hasUnit = ({ sheets }: CollectedWorkbook): boolean =>
  /单位名称：|单位：[^万元]/.test(JSON.stringify(sheets));

describe("no rate changes", () => {
  it.each(BOOKS)("when the sheets of $file change places", ({ file, workbook }) =>
    expect(rates(file, workbook, [...sheetsOf(workbook)].reverse())).toEqual(rates(file, workbook)),
  );

  it.each(BOOKS.filter(({ workbook }) => !isUndated(workbook)))(
    "when a sheet of another year joins $file",
    ({ file, workbook }) =>
      expect(rates(file, workbook, [LAST_YEAR, ...sheetsOf(workbook)])).toEqual(rates(file, workbook)),
  );

  it.each(BOOKS.filter(({ workbook }) => hasUnit(workbook)))(
    "when a sheet of another unit joins $file",
    ({ file, workbook }) =>
      expect(rates(file, workbook, [...sheetsOf(workbook), OTHER_UNIT])).toEqual(rates(file, workbook)),
  );

  it.each(BOOKS)("when $file is kept in 元 instead of 万元", ({ file, workbook }) =>
    expect(rates(file, inYuan(workbook))).toEqual(rates(file, workbook)),
  );
});

/** Every sheet whose only currency is 万元, its amounts ten thousand times as many 元. */
function inYuan(workbook: CollectedWorkbook): CollectedWorkbook {
  const sheets = workbook.sheets.map((each) => {
    const text = JSON.stringify(each.cells);
    const isWhole =
      /单位：万元/.test(text) && !/人|份|个|%|（元）|数量|行次|"元"/.test(text.replaceAll("人员经费", ""));
    if (!isWhole) return each;
    const cells = each.cells.map((row) =>
      row.map((cell) =>
        typeof cell === "string"
          ? cell.replaceAll("万元", "元")
          : typeof cell === "number"
            ? Math.round(cell * 1e8) / 1e4
            : cell,
      ),
    );
    return { ...each, cells };
  });
  return { ...workbook, sheets };
}
