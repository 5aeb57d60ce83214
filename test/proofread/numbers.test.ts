import { describe, expect, it } from "vitest";
import { read } from "./subject";

const first = (text: string) => read(text).numbers[0];
const told = (text: string): string[] =>
  read(text).numbers.map(({ printed, kind, unit, label, hold }) =>
    [printed.text, kind, unit ?? "-", label, hold].join(" | "),
  );

describe("numbers of a text", () => {
  it.each([
    [
      "2023年省级财政预算安排资金15,383.72万元。",
      "15,383.72万元 | money | 万元 | 省级财政预算安排资金 | stated",
    ],
    ["合计 301. 36 万元", "301. 36 万元 | money | 万元 |  | stated"],
    ["预算执行率为９７．５％。", "97.5% | rate | % | 预算执行率 | stated"],
    ["整体满意率不低于95%。", "95% | rate | % | 整体满意率 | limit"],
    ["评价得分为98.94分，", "98.94分 | points | 分 | 评价得分 | stated"],
    ["发放宣传材料1500余份", "1500 | bare | - | 发放宣传材料 | about"],
    ["参保人数为30.82万人", "30.82万人 | count | 万人 | 参保人数 | stated"],
    ["按128元/人上缴", "128元/人 | standard | 元 |  | stated"],
    ["“三公经费”变动率＝-66.67%", "-66.67% | rate | % | 三公经费变动率 | stated"],
    ["抽查9家监狱", "9家 | count | 家 | 抽查 | stated"],
    ["补助资金（冀财社[2022]172号）4万元", "4万元 | money | 万元 | 补助资金 | stated"],
    ["预算控制率＝（追加数÷年初预算）×100%＝10.12%。", "10.12% | rate | % | 预算控制率 | stated"],
  ])("%s", (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it("says what the number is of, after its unit as well", () => {
    expect(first("工作组对 9 家监狱进行了现场核查。")).toMatchObject({ noun: "监狱", unit: "家" });
    expect(first("下设12个二级指标")).toMatchObject({ noun: "二级指标", label: "下设" });
  });

  it.each([
    ["document-number", "（财预〔2020〕10号）", ["2020", "10"]],
    ["document-number", "（保办发[2019]22号）", ["2019", "22"]],
    ["document-number", "（财政部令第35号）", ["35"]],
    ["year", "2021-2023年，", ["2021", "2023"]],
    ["date", "截至12月31日", ["12", "31"]],
    ["date", "1—6月份", ["1", "6"]],
    ["table-number", "详见表 3。", ["3"]],
    ["phone", "联系电话：0851-85251234", ["0851", "85251234"]],
    ["code", "统一社会信用代码124331254486365686，", ["124331254486365686"]],
    ["page-number", "（三）绩效评价方法………9", ["9"]],
    ["formula", "得分＝分值×100%", ["100"]],
    ["serial-number", "1\t贵州省普定监狱\t362.07", ["1"]],
  ])("leaves out %s: %s", (as, text, left) => {
    const { leftOut } = read(text);
    expect(leftOut.filter((one) => one.as === as).map((one) => one.text)).toEqual(left);
  });

  it("does not take the numbering of a paragraph for a number", () => {
    expect(told("1. 2023年预算安排资金40万元。")).toEqual(["40万元 | money | 万元 | 预算安排资金 | stated"]);
    expect(told("（1）抽查8家单位。")).toEqual(["8家 | count | 家 | 抽查 | stated"]);
  });

  it("keeps a number and its unit together across a page", () => {
    const text = "2023年，纳入省监狱局预算管理的下属二级预算单位共36\n\n家，其中三家由省财政统筹。";
    expect(first(text)).toMatchObject({ unit: "家", text: "36家", offset: text.indexOf("36") });
  });

  it("gives the offset in the text as it was given", () => {
    const text = "一、概况\n\n\t实际支出\t４０万元\n";
    const [number] = read(text).numbers;
    expect(text.slice(number?.offset, (number?.offset ?? 0) + 4)).toBe("４０万元");
  });

  it("names a number of a table row by the cell before it", () => {
    expect(told("预算安排资金\t78876\t实际到位资金\t78870")).toEqual([
      "78876 | bare | - | 预算安排资金 | stated",
      "78870 | bare | - | 实际到位资金 | stated",
    ]);
  });
});
