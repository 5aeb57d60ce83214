import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cellName } from "../../scripts/samples/address.js";
import { readFields, readSample, sampleIds, samplesFolder } from "../../scripts/samples/sample-data.js";
import { typedCell } from "../../scripts/samples/typed-cell.js";
import { writeWorkbook } from "../../scripts/samples/write-workbook.js";
import { openSample } from "./open-sample.js";

describe.each(sampleIds)("sample workbook %s", (id) => {
  it("is what the data files give, byte for byte", async () => {
    const sample = await openSample(id);
    const rebuilt = await writeWorkbook(readSample(id));
    expect(Buffer.from(rebuilt).equals(Buffer.from(sample.bytes))).toBe(true);
  });

  it("holds every value and formula of its CSV files at its place", async () => {
    const sample = await openSample(id);
    const differences = readSample(id).sheets.flatMap(({ name }) =>
      readFields(join(samplesFolder, "data", id, `${name}.csv`)).flatMap((row, r) =>
        row.flatMap((field, c) => {
          const address = cellName(r, c);
          const expected = typedCell(field);
          const isFormula = expected?.formula !== undefined;
          const found = isFormula ? sample.formula(name, address) : sample.value(name, address);
          const wanted = isFormula ? expected.formula : (expected?.value ?? null);
          return found === wanted ? [] : [`${name}!${address}: ${String(found)}`];
        }),
      ),
    );
    expect(differences).toEqual([]);
  });

  it("has a cached result in every formula cell and is recalculated on opening", async () => {
    const sample = await openSample(id);
    const missing = readSample(id).sheets.flatMap(({ name, rows }) =>
      rows.flatMap((row, r) =>
        row.flatMap((cell, c) => {
          const address = cellName(r, c);
          return cell?.formula !== undefined && sample.value(name, address) === null
            ? [`${name}!${address}`]
            : [];
        }),
      ),
    );
    expect(missing).toEqual([]);
    expect(sample.part("xl/workbook.xml")).toContain('fullCalcOnLoad="true"');
  });
});

describe("what the sample workbooks leave to the add-in", () => {
  it("隆化 types every item score and states 16 points where the items give 14", async () => {
    const sample = await openSample("longhua");
    expect(sample.value("考核评分表", "A3")).toBe("一、基础工作（总分16分，总得分16分）");
    expect(sample.value("考核评分表", "D39")).toBe(100);
    expect(sample.value("考核评分表", "E39")).toBeNull();
    expect(sample.value("报告数字", "C10")).toBe(14);
  });

  it("保靖 types the judgements and leaves the rates to be computed from 基础数据 and 满意度", async () => {
    const sample = await openSample("baojing");
    const none = null;
    const typed = Array.from({ length: 18 }, (_, i) => sample.value("绩效指标", `H${i + 4}`));
    expect(typed).toEqual([
      3,
      3,
      none,
      none,
      none,
      none,
      none,
      none,
      4,
      none,
      none,
      8,
      6,
      5,
      7.9,
      6,
      6,
      none,
    ]);
    expect(sample.value("绩效指标", "D22")).toBe(100);
    expect(sample.value("报告数字", "C10")).toBeCloseTo(0.94725, 10);
  });

  it("张掖 gives weights and rates, and no score, grade or execution rate", async () => {
    const sample = await openSample("zhangye");
    const row = (number: number) =>
      ["C", "D", "E", "F"].map((c) => sample.value("评价结论表", `${c}${number}`));
    expect(row(25)).toEqual([0.15, 0.2, 0.35, 0.3]);
    expect(row(26)).toEqual([0.8667, 0.9965, 1, 0.7073]);
    expect(["C12", "C23", "F23"].map((address) => sample.value("评价结论表", address))).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("安宁 enters its total of 99.5", async () => {
    const sample = await openSample("anning");
    expect(sample.value("部门自评", "A10")).toBe("综合得分");
    expect(sample.value("部门自评", "C10")).toBe(99.5);
    expect(sample.value("报告数字", "C5")).toBeCloseTo(0.884676, 6);
  });
});
