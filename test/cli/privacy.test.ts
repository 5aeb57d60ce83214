import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommandLine } from "../../src/cli/command-line";
import { embeddedScorer } from "../../src/cli/embedded-scorer";
import type { WorkbookReport } from "../../src/cli/json-report";
import { startEmbeddedExcel } from "@jiheng/excel-host/node";
import { OUTPUT_SHEETS } from "../../src/model/sheet-names";
import { makeXlsx, numberCell, textCell } from "@jiheng/excel-host/fixtures";

/** A number that the cell holds and does not show: its format prints stars, words or nothing. */
interface Masked {
  readonly number: number;
  readonly style: number;
}
type Content = string | number | Masked | null;

const STARS = '"***"';
const NOTHING = ";;;";
const WORDS = '"约"';
const stars = (number: number): Masked => ({ number, style: 1 });
const blank = (number: number): Masked => ({ number, style: 2 });
const words = (number: number): Masked => ({ number, style: 3 });

/** The numbers in the workbook below that nobody is to read. */
const SECRETS = ["7341", "7342", "7343", "7344", "7345"];

const HEADER = ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分"];

const INDICATORS: readonly (readonly Content[])[] = [
  HEADER,
  ["产出指标", "数量指标", "干警培训人数", 20, "≥100人", "7341人，不宜公开", 20],
  [null, null, "参保批次", 20, "≥35批", stars(7342), null],
  [null, null, "专项数量", 20, "≥30个", blank(7343), null],
  [null, "质量指标", "合格率", 20, "≥95%", "**", 18],
  ["效益指标", "社会效益", "受益人数", 20, words(7344), "96人", 20],
];

const BUDGET: readonly (readonly Content[])[] = [
  ["单位名称", "全年预算数", "全年执行数"],
  ["甲单位", 100, 80],
  ["乙单位", stars(7345), "***"],
  ["丙单位", 200, 150],
  ["合计", 7645, 7576],
];

function sheetXml(rows: readonly (readonly Content[])[]): string {
  const cell = (content: Content, at: string): string => {
    if (content === null) return "";
    if (typeof content === "string") return textCell(at, content);
    return typeof content === "number"
      ? numberCell(at, content)
      : numberCell(at, content.number, content.style);
  };
  const lines = rows.map((row, index) => {
    const cells = row.map((content, column) => cell(content, `${"ABCDEFGH"[column] ?? ""}${index + 1}`));
    return `<row r="${index + 1}">${cells.join("")}</row>`;
  });
  return `<sheetData>${lines.join("")}</sheetData>`;
}

function workbook(sheets: Record<string, readonly (readonly Content[])[]>): Uint8Array {
  const quoted = (format: string): string => format.replace(/"/g, "&quot;");
  const formats = [STARS, NOTHING, WORDS].map(
    (format, index) => `<numFmt numFmtId="${170 + index}" formatCode="${quoted(format)}"/>`,
  );
  const styles = [0, 170, 171, 172].map(
    (id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  return makeXlsx(Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, sheetXml(rows)])), {
    "xl/styles.xml": `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="3">${formats.join("")}</numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">${styles.join("")}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  });
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "jiheng-privacy-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Outcome {
  readonly report: WorkbookReport;
  /** The JSON, the messages, and every cell of the sheets that we wrote. */
  readonly told: string;
  /** The same cells by sheet and name. */
  readonly cells: ReadonlyMap<string, string>;
}

async function score(
  sheets: Record<string, readonly (readonly Content[])[]>,
  ...args: string[]
): Promise<Outcome> {
  writeFileSync(path.join(folder, "a.xlsx"), workbook(sheets));
  let json = "";
  let messages = "";
  await runCommandLine(
    ["a.xlsx", "--out", "out.xlsx", "--json", "-", ...args],
    folder,
    { out: (text) => (json += text), messages: (text) => (messages += text) },
    { startScorer: embeddedScorer, version: "test", signal: new AbortController().signal },
  );
  const cells = await writtenCells();
  const [report] = (JSON.parse(json) as { workbooks: WorkbookReport[] }).workbooks;
  return { report: report as WorkbookReport, told: [json, messages, ...cells.values()].join("\n"), cells };
}

/** What the output's own sheets hold and show, as a recipient opens them. */
async function writtenCells(): Promise<Map<string, string>> {
  const excel = await startEmbeddedExcel();
  await excel.open(new Uint8Array(readFileSync(path.join(folder, "out.xlsx"))), "out.xlsx");
  const cells = new Map<string, string>();
  await Excel.run(async (context) => {
    for (const name of Object.values(OUTPUT_SHEETS).filter((name) => excel.sheetNames().includes(name))) {
      const used = context.workbook.worksheets.getItem(name).getUsedRange();
      used.load("values,text,address");
      await context.sync();
      used.values.forEach((row: unknown[], r) =>
        row.forEach((value, c) =>
          cells.set(`${name} ${r},${c}`, `${String(value)} ${used.text[r]?.[c] ?? ""}`),
        ),
      );
    }
  });
  return cells;
}

const actualOf = ({ report }: Outcome, name: string) =>
  report.evaluations[0]?.indicators.find(({ level3 }) => level3 === name);

describe("what is not to be disclosed", () => {
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await score({ 指标: INDICATORS, 预算: BUDGET });
  });

  test.each(SECRETS)("%s is nowhere in the JSON, the messages or our sheets", (secret) => {
    const places = [...outcome.cells].filter(([, text]) => text.includes(secret)).map(([place]) => place);
    expect(places).toEqual([]);
    expect(outcome.told).not.toContain(secret);
  });

  test.each(["干警培训人数", "参保批次", "专项数量", "合格率"])("%s is read as not disclosed", (name) => {
    expect(actualOf(outcome, name)).toMatchObject({
      actual: { text: "未公开", value: null, unit: null },
      status: name === "合格率" || name === "干警培训人数" ? "entered" : "needs-judgement",
      computedScore: null,
    });
  });

  test("a target that is not shown is not used either", () => {
    expect(actualOf(outcome, "受益人数")).toMatchObject({
      target: { text: "未公开", value: null },
      computedScore: null,
      score: "20",
    });
  });

  test("no score is worked out from the others: the total waits", () => {
    expect(outcome.report.evaluations[0]).toMatchObject({ score: null, computedScore: null });
  });

  test("a sum with a hidden part is neither checked nor shown", () => {
    expect(outcome.report.findings.map(({ code }) => code)).not.toContain("table-sum");
    // 甲 + 丙: what is left of the total when they are taken off is the secret.
    for (const partial of ["300 300", "230 230"]) expect([...outcome.cells.values()]).not.toContain(partial);
  });
});

test("a score that is not shown stays in its cell, whatever was to be adopted", async () => {
  const rows = [HEADER, ["产出指标", "数量指标", "培训人数", 100, "≥100人", "90人", blank(73.48)]];
  const { report, told } = await score({ 指标: rows }, "--adopt");
  expect(report.evaluations[0]).toMatchObject({
    score: null,
    indicators: [{ status: "entered", enteredScore: null, score: null, computedScore: "90" }],
  });
  expect(told).not.toContain("73.48");
  const excel = await startEmbeddedExcel();
  expect(excel.peek("指标", "G2")).toMatchObject({ value: 73.48, formula: null });
});

test("an execution rate is not taken on another budget than the hidden one", async () => {
  const rows = [
    ["项目支出绩效自评表"],
    ["项目资金（万元）", null, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
    [null, "年度资金总额", 100, stars(7349), 80, 10, null, null],
    HEADER,
    ["产出指标", "数量指标", "培训人数", 90, "≥100人", "90人", null],
  ];
  const { report, told } = await score({ 自评: rows });
  expect(report.evaluations[0]?.funds[0]).toMatchObject({
    initialBudget: "100",
    adjustedBudget: null,
    executionRate: null,
    computedScore: null,
  });
  expect(told).not.toContain("7349");
});

test.each<[string, Content, Content, Content, string]>([
  ["not worked out from base data of which a part is hidden", "**", stars(7349), "***", "not-filled"],
  ["worked out where all of it is open", 50, 100, "90.07%", "scored"],
])("a result is %s", async (_, amount, total, share, status) => {
  const { report, told } = await score({
    指标: [
      HEADER,
      ["过程", "资金管理", "预算执行率", 40, "≥95%", null, null],
      ["满意度指标", "服务对象满意度", "综合满意度", 60, "≥90%", null, null],
    ],
    预算: [
      ["单位名称", "年初预算数", "全年预算数", "全年执行数"],
      ["甲单位", 50, amount, 45],
      ["合计", 100, total, 90],
    ],
    满意度调查: [
      ["调查对象", "有效问卷（份）", "满意度", "权重"],
      ["服务对象", 30, "94.93%", "50%"],
      ["社会公众", 30, share, "50%"],
    ],
  });
  expect(report.evaluations[0]?.indicators.map((indicator) => indicator.status)).toEqual([status, status]);
  expect(told).not.toContain("7349");
});

test("a number that is zero, or shown with its unit, is no secret", async () => {
  const rows = [
    HEADER,
    ["产出指标", "数量指标", "事故数", 50, "≤0次", blank(0), null],
    [null, null, "培训人数", 50, "≥100人", 120, null],
  ];
  const { report } = await score({ 指标: rows });
  expect(report.evaluations[0]).toMatchObject({ score: "100" });
});
