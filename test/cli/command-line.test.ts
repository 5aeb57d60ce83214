import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommandLine, type ExitCode } from "../../src/cli/command-line";
import { embeddedScorer } from "../../src/cli/embedded-scorer";
import type { WorkbookReport } from "../../src/cli/json-report";
import { HEADER, makeWorkbook, type CellContent, type SheetContent } from "./workbooks";

interface Outcome {
  readonly code: ExitCode;
  readonly reports: readonly WorkbookReport[];
  readonly messages: string;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "jiheng-cli-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const score = (...args: string[]): Promise<Outcome> => scoreUntil(null, ...args);

/** `end`: Ctrl-C as soon as the messages contain it. */
async function scoreUntil(end: string | null, ...args: string[]): Promise<Outcome> {
  let out = "";
  let messages = "";
  const interruption = new AbortController();
  const tell = (text: string): void => {
    messages += text;
    if (end !== null && messages.includes(end)) interruption.abort();
  };
  const code = await runCommandLine(
    ["--json", "-", ...args],
    folder,
    { out: (text) => (out += text), messages: tell },
    { startScorer: embeddedScorer, version: "test", signal: interruption.signal },
  );
  return {
    code,
    reports: out === "" ? [] : (JSON.parse(out) as { workbooks: WorkbookReport[] }).workbooks,
    messages,
  };
}

async function put(name: string, sheets: readonly SheetContent[] | Uint8Array | string): Promise<string> {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(
    file,
    typeof sheets === "string" || sheets instanceof Uint8Array ? sheets : await makeWorkbook(sheets),
  );
  return name;
}

const scored: SheetContent = {
  name: "指标",
  rows: [
    HEADER,
    ["产出指标", "数量指标", "培训人数", 60, "≥100人", "90人", null, "雨天停课"],
    [null, "质量指标", "合格率", 40, "≥95%", "96%", null, null],
  ],
};

function replaced(row: readonly CellContent[], column: number, content: CellContent): CellContent[] {
  return row.map((cell, index) => (index === column ? content : cell));
}

describe("the command line", () => {
  test("scores a workbook, writes a copy and leaves the original alone", async () => {
    const name = await put("one.xlsx", [scored]);
    const before = readFileSync(path.join(folder, name));
    const { code, reports } = await score(name, "--out", "out/result.xlsx");
    expect(code).toBe(0);
    expect(reports[0]).toMatchObject({
      file: "one.xlsx",
      error: null,
      evaluations: [{ points: "100", score: "94", grade: "优" }],
    });
    expect(reports[0]?.written?.verified).toBe(reports[0]?.written?.formulas);
    expect(readFileSync(path.join(folder, name)).equals(before)).toBe(true);
    expect(readdirSync(path.join(folder, "out"))).toEqual(["result.xlsx"]);
  });

  test("writes nothing without --out", async () => {
    const name = await put("dry/one.xlsx", [scored]);
    const { reports } = await score(name);
    expect(reports[0]).toMatchObject({ written: null, evaluations: [{ score: "94" }] });
    expect(readdirSync(path.join(folder, "dry"))).toEqual(["one.xlsx"]);
  });

  test("goes on after a broken file in a folder and keeps sub-folders", async () => {
    await put("batch/a.xlsx", "这不是工作簿");
    await put("batch/sub/b.xlsx", [scored]);
    const { code, reports } = await score("batch", "--out", "batch-out");
    expect(reports.map(({ file, error }) => [file, error?.code ?? null])).toEqual([
      ["a.xlsx", "not-xlsx"],
      ["sub/b.xlsx", null],
    ]);
    expect(code).toBe(1);
    expect(readdirSync(path.join(folder, "batch-out", "sub"))).toEqual(["b.xlsx"]);
  });

  test("does not take the results of an earlier run for workbooks", async () => {
    await put("nested/a.xlsx", [scored]);
    await score("nested", "--out", "nested/结果");
    const { reports } = await score("nested", "--out", "nested/结果");
    expect(reports.map(({ file }) => file)).toEqual(["a.xlsx"]);
  });

  test.each([
    ["over the workbook itself", ["clash", "--out", "clash"], "--in-place"],
    ["of two workbooks to one file", ["clash/a.xlsx", "clash/sub/a.xlsx", "--out", "clash-out"], "分别运行"],
  ])("refuses to write a result %s, and says what to do instead", async (_, args, next) => {
    for (const name of ["clash/a.xlsx", "clash/sub/a.xlsx"]) await put(name, [scored]);
    const { code, messages } = await score(...args);
    expect(code).toBe(2);
    expect(messages).toContain(next);
  });

  test("says how it is used when nothing is given, or when options contradict", async () => {
    expect(await score()).toMatchObject({ code: 2, messages: expect.stringContaining("用法") as string });
    expect((await score("x.xlsx", "--out", "y", "--in-place")).code).toBe(2);
    expect((await score("x.xlsx", "--nonsense")).code).toBe(2);
  });

  test("adopts computed scores only when told to, and writes values when asked for them", async () => {
    const typed: SheetContent = {
      ...scored,
      rows: scored.rows.map((row, index) => (index === 1 ? replaced(row, 6, 60) : row)),
    };
    const name = await put("typed.xlsx", [typed]);
    const kept = await score(name);
    expect(kept.reports[0]?.evaluations[0]).toMatchObject({ score: "100", computedScore: "94" });
    const adopted = await score(name, "--adopt", "--out", "adopted.xlsx");
    expect(adopted.reports[0]?.evaluations[0]).toMatchObject({ score: "94" });
    const values = await score(name, "--values", "--out", "values.xlsx");
    expect(values.reports[0]?.written?.formulas).toBe(0);
  });
});

describe("a run in place that was broken off", () => {
  const bytesOf = (name: string): Buffer => readFileSync(path.join(folder, name));
  const scores = ({ reports }: Outcome) => reports.map(({ file, evaluations: [one] }) => [file, one?.score]);

  test("goes on without touching again what is done, unless it was changed since or told to restart", async () => {
    for (const name of ["a", "b", "c"]) await put(`place/${name}.xlsx`, [scored]);
    const first = await scoreUntil("[2/3]", "place", "--in-place");
    expect(first).toMatchObject({ code: 130, reports: [] });
    const [done, restored] = [bytesOf("place/a.xlsx"), await makeWorkbook([scored])];
    writeFileSync(path.join(folder, "place/b.xlsx"), restored);

    const second = await score("place", "--in-place");
    expect(second.messages).toContain("3 个工作簿中 1 个已经完成");
    expect(scores(second)).toEqual([
      ["a.xlsx", "94"],
      ["b.xlsx", "94"],
      ["c.xlsx", "94"],
    ]);
    expect(second.reports.every(({ written }) => written !== null)).toBe(true);
    expect(bytesOf("place/a.xlsx").equals(done)).toBe(true);
    expect(bytesOf("place/b.xlsx").equals(restored)).toBe(false);
    expect(readdirSync(path.join(folder, "place"))).toEqual(["a.xlsx", "b.xlsx", "c.xlsx"]);
  });

  test("whose JSON could not be written goes on to the JSON", async () => {
    for (const name of ["a", "b"]) await put(`json/in/${name}.xlsx`, [scored]);
    await put("json/file", "in the way");
    const args = ["json/in", "--out", "json/out"];
    const first = await score(...args, "--json", "json/file/r.json");
    expect(first).toMatchObject({ code: 2, messages: expect.stringMatching(/写不出 JSON.*请/) as string });
    expect((await score(...args)).messages).toContain("2 个已经完成");
  });

  test("takes nothing over with --restart", async () => {
    for (const name of ["a", "b"]) await put(`again/${name}.xlsx`, [scored]);
    await scoreUntil("[1/2]", "again", "--in-place");
    const { messages, code } = await score("again", "--in-place", "--restart");
    expect(messages).not.toContain("接着");
    expect(messages).toContain("[2/2]");
    expect(code).toBe(0);
  });
});

describe("--text", () => {
  test("holds the numbers of the report's text against the workbook and each other", async () => {
    const name = await put("text/one.xlsx", [scored]);
    await put("text/report.txt", "全年预算200万元，实际支出150万元，预算执行率为85%。");
    const { reports } = await score(name, "--text", "text/report.txt");
    expect(reports[0]?.textFindings).toContainEqual(
      expect.objectContaining({
        level: "contradiction",
        quote: "元，预算执行率为85%。",
        place: "第1段",
        stated: "85%",
        computed: "75%",
      }),
    );
    expect(reports[0]?.textCoverage).toEqual({ numbers: 3, compared: 3, agreeing: 2 });
    // What is wrong in the text is told apart from the workbook's own findings.
    expect(reports[0]?.findings.filter(({ code }) => code === "text-number")).toEqual([]);
  });

  test("says so when the text cannot be read", async () => {
    const name = await put("text/two.xlsx", [scored]);
    expect(await score(name, "--text", "nowhere.docx")).toMatchObject({ code: 2, reports: [] });
  });
});

describe("bad input", () => {
  test.each([
    ["a file that is no workbook", "not-xlsx", "一段文字"],
    ["an empty workbook", "empty", [{ name: "Sheet1", rows: [] }]],
    [
      "a sheet without an indicator table",
      "no-indicators",
      [
        {
          name: "通讯录",
          rows: [
            ["姓名", "电话"],
            ["某某", "123"],
          ],
        },
      ],
    ],
  ] as const)("%s is named as such, with the next step", async (_, code, content) => {
    const name = await put(`bad/${code}.xlsx`, content);
    const { code: exit, reports } = await score(name, "--out", `bad/out-${code}.xlsx`);
    expect(exit).toBe(2);
    expect(reports[0]).toMatchObject({ error: { code }, evaluations: [], written: null });
    expect(reports[0]?.error?.message).toMatch(/请/);
    expect(readdirSync(path.join(folder, "bad"))).not.toContain(`out-${code}.xlsx`);
  });

  test("a file that does not exist is reported", async () => {
    expect(await score("nowhere.xlsx")).toMatchObject({
      code: 2,
      reports: [{ error: { message: expect.stringContaining("请") as string } }],
    });
  });

  test("a protected sheet is scored and not written", async () => {
    const name = await put("protected.xlsx", [{ ...scored, protected: true }]);
    const { code, reports } = await score(name, "--out", "protected-out.xlsx");
    expect(code).toBe(1);
    expect(reports[0]).toMatchObject({
      error: { code: "protected", cell: "指标!G2" },
      evaluations: [{ score: "94" }],
      written: null,
    });
    expect(readdirSync(folder)).not.toContain("protected-out.xlsx");
  });

  test("a sheet of the user's under the name of a result is told before anything is scored", async () => {
    const name = await put("taken.xlsx", [scored, { name: "计算底稿", rows: [["我的底稿"]] }]);
    const { code, reports } = await score(name, "--out", "taken-out.xlsx");
    expect(code).toBe(2);
    expect(reports[0]).toMatchObject({ error: { code: "write-failed" }, evaluations: [] });
  });

  test("a link that leads to itself is reported as unreadable", async () => {
    symlinkSync("loop.xlsx", path.join(folder, "loop.xlsx"));
    expect(await score("loop.xlsx")).toMatchObject({
      code: 2,
      reports: [{ file: "loop.xlsx", error: { message: expect.stringMatching(/读不到.*请/) as string } }],
    });
  });

  test("a missing 分值 column is asked for, and no score is invented", async () => {
    const rows = scored.rows.map((row) => row.filter((_, column) => column !== 3));
    const name = await put("no-points.xlsx", [{ name: "指标", rows }]);
    const { reports } = await score(name);
    const evaluation = reports[0]?.evaluations[0];
    expect(evaluation?.score ?? null).toBeNull();
    expect(reports[0]?.findings.some(({ message, cell }) => message.includes("分值") && cell !== null)).toBe(
      true,
    );
  });

  test("text where a number belongs is named with its cell and scored by nobody", async () => {
    const rows = scored.rows.map((row, index) => (index === 1 ? replaced(row, 5, "约九十多人") : row));
    const name = await put("words.xlsx", [{ name: "指标", rows }]);
    const { reports } = await score(name);
    expect(reports[0]?.evaluations[0]).toMatchObject({ score: null });
    expect(reports[0]?.findings.some(({ cell }) => cell === "指标!F2")).toBe(true);
  });
});
