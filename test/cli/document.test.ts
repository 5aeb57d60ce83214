import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommandLine } from "../../src/cli/command-line";
import { embeddedScorer } from "../../src/cli/embedded-scorer";
import type { WorkbookReport } from "../../src/cli/json-report";
import { docxText } from "../../src/proofread/docx";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "jiheng-document-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const SAMPLE = path.resolve("assets/samples/guizhou.xlsx");
const TEMPLATE = path.resolve("test/document/templates/split-runs.docx");

async function score(...args: string[]) {
  let out = "";
  let messages = "";
  const code = await runCommandLine(
    ["--json", "-", SAMPLE, ...args],
    folder,
    { out: (text) => (out += text), messages: (text) => (messages += text) },
    { startScorer: embeddedScorer, version: "test", signal: new AbortController().signal },
  );
  const [report] = out === "" ? [] : (JSON.parse(out) as { workbooks: WorkbookReport[] }).workbooks;
  return { code, report, messages };
}

const textOf = (name: string): string => docxText(new Uint8Array(readFileSync(path.join(folder, name))));

test("--report writes a Word report and says what is left to people", async () => {
  const { report } = await score("--report", "报告.docx");
  expect(textOf("报告.docx")).toContain("绩效评价得分为98.94分");
  expect(report?.error).toBeNull();
  // Eleven tables of the summary and 失分分析.
  expect(report?.document?.tables).toBe(12);
  expect(report?.document?.gaps).toBe(textOf("报告.docx").match(/【请补充：/g)?.length);
});

test("--template fills the bureau's own, and names the placeholders that it does not know", async () => {
  const { report, messages } = await score("--report", "报告", "--template", TEMPLATE);
  expect(textOf("报告/guizhou.docx")).toContain("综合得分98.94（满分100分），等级优。");
  expect(report?.document?.unknownPlaceholders).toContain("项目负责人");
  expect(messages).toContain("模板里不认识的占位符，原样保留：项目负责人、电话");
});

test("a template that cannot be filled costs the report only, not the score", async () => {
  writeFileSync(path.join(folder, "坏.docx"), "不是文档");
  const { code, report } = await score("--report", "坏报告.docx", "--template", "坏.docx");
  expect(code).toBe(1);
  expect(report?.error).toMatchObject({ code: "write-failed" });
  expect(report?.error?.message).toContain("另存为 .docx");
  expect(report?.evaluations[0]?.score).toBe("98.94");
  expect(existsSync(path.join(folder, "坏报告.docx"))).toBe(false);
});

test.each([
  [["--template", TEMPLATE], "须与 --report 同用"],
  [["--report", "a.docx", "--outline", "没有"], "没有提纲“没有”"],
  [["--report", "a.docx", "--template", "没有.docx"], "读不到模板“没有.docx”"],
  [["--report", TEMPLATE, "--template", TEMPLATE], "Word 报告会覆盖正在使用的文件"],
  [["--report", "a.xlsx"], "请给 .docx 文件名或文件夹"],
  [["--report", "a.docx", "--template", TEMPLATE, "--outline", "hebei"], "只能用一个"],
])("%j is wrong use", async (args, message) => {
  const { code, messages } = await score(...args);
  expect(code).toBe(2);
  expect(messages).toContain(message);
});
