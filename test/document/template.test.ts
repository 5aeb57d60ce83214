import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { reportFacts } from "../../src/document/facts";
import { fillTemplate } from "../../src/document/fill-template";
import { docxText } from "../../src/proofread/docx";
import { proofread } from "../../src/proofread/proofread";
import { sampleResult } from "./result";

const template = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(`test/document/templates/${name}.docx`));

const fill = async (bytes: Uint8Array, sample = "guizhou") =>
  fillTemplate(bytes, reportFacts(await sampleResult(sample)), "2024年5月6日");

/** Part → its bytes. */
const parts = (bytes: Uint8Array): Map<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part, true)]));

const changedParts = (before: Uint8Array, after: Uint8Array): string[] => {
  const now = parts(after);
  expect([...now.keys()]).toEqual([...parts(before).keys()]);
  return [...parts(before)].filter(([name, part]) => now.get(name) !== part).map(([name]) => name);
};

describe("the bureau's own template", () => {
  it("is filled where placeholders are split over runs, and unknown ones are listed and stay", async () => {
    const { bytes, unknown } = await fill(template("split-runs"));
    const lines = docxText(bytes).split("\n");
    expect(lines[0]).toBe("2023年度监狱干警医保缴费资金绩效评价报告");
    expect(lines[1]).toBe("综合得分98.94（满分100分），等级优。");
    expect(lines[2]).toContain("绩效评价得分为98.94分，评价等级为“优”");
    expect(lines[3]).toBe("负责人：{{项目负责人}}，联系电话：{{电话}}。");
    expect(lines[4]).toBe("附：{{#每个指标}}{{名称}}{{/每个指标}}");
    expect(unknown.map(({ name }) => name)).toEqual(["项目负责人", "电话", "#每个指标", "名称", "/每个指标"]);
    expect(unknown[0]?.place).toBe("负责人：{{项目负责人}}，联系电话：{{电话}}。");
    expect(changedParts(template("split-runs"), bytes)).toEqual(["word/document.xml", "word/header1.xml"]);
  });

  it("is filled in merged cells, a table inside a cell among them", async () => {
    const { bytes, unknown, tables } = await fill(template("merged-cells"));
    const body = parts(bytes).get("word/document.xml") ?? "";
    expect(unknown).toEqual([]);
    expect(tables).toBe(1);
    // A cell must end with a paragraph.
    expect(body).toMatch(/<\/w:tbl><w:p\/?>(?:<\/w:p>)?<\/w:tc>/);
    expect(body.match(/<w:gridSpan/g)).toHaveLength(2);
    const text = docxText(bytes);
    expect(text).toContain("产出得分\t40.00分\t100.00%");
    expect(text).toContain("填报日期：2024年5月6日");
    expect(text).toContain("决策 16 15.00 93.75% 优");
    expect(changedParts(template("merged-cells"), bytes)).toEqual(["word/document.xml"]);
  });

  it("keeps the words around a table, the page set-up of a paragraph and both copies of a text box", async () => {
    const { bytes, unknown } = await fill(template("tables-in-text"));
    const body = parts(bytes).get("word/document.xml") ?? "";
    const text = docxText(bytes);
    expect(text).toContain("产出指标得分情况如下：（数据来自评分表）");
    expect(text).toContain("产出数量\t监狱干警参保批次\t10\t10.00\t100.00%");
    expect(body.match(/98\.94/g)).toHaveLength(2);
    expect(body.match(/<w:sectPr/g)).toHaveLength(2);
    expect(unknown.map(({ name }) => name)).toEqual(["表:没有的表"]);
    expect(changedParts(template("tables-in-text"), bytes)).toEqual([
      "word/document.xml",
      "word/footer1.xml",
    ]);
  });

  it.each(["split-runs", "merged-cells", "tables-in-text"])(
    "%s, filled, contradicts nothing",
    async (name) => {
      const result = await sampleResult("guizhou");
      const { bytes } = await fill(template(name));
      expect(proofread(docxText(bytes), result).findings.map(({ message }) => message)).toEqual([]);
    },
  );

  it("marks what the workbook does not tell", async () => {
    const { bytes, gaps } = await fill(template("merged-cells"), "zhangye");
    expect(docxText(bytes)).toContain("产出得分\t35.00分\t100.00%");
    const { bytes: anning } = await fill(template("merged-cells"), "anning");
    expect(docxText(anning)).toContain("【请补充：一级指标得分:产出】");
    expect(gaps).toBeGreaterThanOrEqual(0);
  });

  it.each([
    ["no Word document", strToU8("得分"), "not-docx"],
    ["a workbook", new Uint8Array(readFileSync("assets/samples/guizhou.xlsx")), "not-docx"],
    ["a broken package", template("split-runs").slice(0, 400), "damaged"],
    ["a placeholder without an end", withBody("{{得分</w:t></w:r></w:p><w:p><w:r><w:t>"), "unclosed"],
  ])("refuses %s, saying what to do", async (_, bytes, code) => {
    await expect(fill(bytes)).rejects.toMatchObject({ code });
  });
});

function withBody(text: string): Uint8Array {
  const package_ = unzipSync(template("split-runs"));
  const body = strFromU8(package_["word/document.xml"] ?? new Uint8Array());
  return zipSync({ ...package_, "word/document.xml": strToU8(body.replace("附：", `${text}附：`)) });
}
