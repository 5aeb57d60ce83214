import { describe, expect, it } from "vitest";
import type { ProofreadSubject } from "../../src/proofread/reading";
import { at, quantity } from "../checks/subject";
import { NO_WORKBOOK, read, sampleSubject, wrong } from "./subject";

/** A workbook that holds these numbers, in the rows of 基础数据. */
function workbook(...rows: [name: string, shown: string][]): ProofreadSubject {
  const baseData = rows.map(([name, shown], row) => {
    const cell = at(`基础数据!B${row + 1}`);
    return { name, cell, quantity: { ...quantity(shown), cell }, formula: null };
  });
  return { ...NO_WORKBOOK, recognition: { ...NO_WORKBOOK.recognition, baseData } };
}

const matched = (text: string, subject: ProofreadSubject): string[] =>
  read(text, subject).matches.map(
    ({ number, name, by, cell }) => `${number.text} = ${name} B${cell.row + 1} (${by})`,
  );

describe("numbers of the text beside the workbook", () => {
  it.each([
    [
      "by name, at the printed precision",
      "年初预算为892.35万元。",
      "年初预算",
      "892.35万元",
      ["892.35万元 = 年初预算 B1 (name)"],
    ],
    [
      "across units",
      "追加预算90.29万元。",
      "本年追加预算",
      "902900元",
      ["90.29万元 = 本年追加预算 B1 (name)"],
    ],
    ["rounded", "参保人数为30.82万人。", "参保人数", "308187人", ["30.82万人 = 参保人数 B1 (name)"]],
    [
      "by a distinctive value",
      "实际使用14,911.74万元。",
      "支出",
      "14911.74万元",
      ["14,911.74万元 = 支出 B1 (value)"],
    ],
    ["not by a common value", "开展培训8次。", "街道", "8次", []],
    ["not in another unit", "抽查病历7203份。", "抽查病历", "7203元", []],
    ["not a share for an amount", "执行率为95%。", "执行率", "0.95万元", []],
    ["not where the value is another", "年初预算为892.53万元。", "年初预算", "892.35万元", []],
  ])("matches %s", (_how, text, name, shown, expected) => {
    expect(matched(text, workbook([name, shown]))).toEqual(expected);
  });

  it("raises a number that differs from the cell of the very name", () => {
    const subject = workbook(["年初预算", "892.35万元"]);
    const [finding] = read("本单位年初预算为892.53万元。", subject).findings;
    expect(finding).toMatchObject({
      code: "text-number",
      severity: "error",
      stated: "892.53万元",
      computed: "892.35万元",
    });
    expect(finding?.cell).toEqual(at("基础数据!B1"));
    expect(wrong("本单位年初预算为892.35万元。", subject)).toEqual([]);
  });

  it.each([
    ["another year's", "2017年度年初预算为792.35万元。"],
    ["a target", "年初预算不超过900万元。"],
    ["another name", "项目年初预算批复数为731.2万元。"],
    ["a rough number", "年初预算约900万元。"],
    ["a coarser print", "年初预算为892万元。"],
  ])("is silent on %s", (_what, text) => {
    expect(wrong(`2018年度绩效评价报告\n${text}`, workbook(["年初预算", "892.35万元"]))).toEqual([]);
  });

  it("is silent where the workbook has the name twice", () => {
    const subject = workbook(["年初预算", "892.35万元"], ["年初预算", "90.29万元"]);
    expect(wrong("年初预算为792.35万元。", subject)).toEqual([]);
  });

  it("compares the total score and the number of indicators with the evaluation", async () => {
    const subject = await sampleSubject("baojing");
    expect(wrong("绩效评价得分为94.9分。", subject)).toEqual([]);
    expect(wrong("绩效评价得分为95.9分。", subject)).toEqual(["workbook: 95.9分 → 94.9分"]);
    const guizhou = await sampleSubject("guizhou");
    expect(wrong("指标体系下设12个二级指标，18个三级指标。", guizhou)).toEqual([]);
    expect(wrong("指标体系下设12个二级指标，19个三级指标。", guizhou)).toEqual(["count: 19个 → 18个"]);
    expect(wrong("下属预算单位共36家。", guizhou)).toEqual(["count: 36家 → 35家"]);
  });

  it("lists what neither matches nor stands in a relation", () => {
    const { unmatched } = read("年初预算为892.35万元，召开会议7次。", workbook(["年初预算", "892.35万元"]));
    expect(unmatched.map(({ text }) => text)).toEqual(["7次"]);
  });
});
