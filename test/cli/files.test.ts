import {
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCommandLine, type ExitCode } from "../../src/cli/command-line";
import { placeOf } from "../../src/cli/file-identity";
import { fingerprintOf } from "../../src/cli/fingerprint";
import { errorReport, type JsonReport } from "../../src/cli/json-report";
import { printable } from "../../src/cli/printable";
import { readWholeFile, UnreadableFile } from "../../src/cli/read-file";
import type { Scorer } from "../../src/cli/scorer";
import { writeWholeFile } from "../../src/cli/whole-file";

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "jiheng-files-")));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => path.join(folder, name);
function put(name: string, content = `content of ${name}`): void {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
}
const textOf = (name: string): string => readFileSync(at(name), "utf8");

/** Reads and writes as a scorer does, and calculates nothing: what happens to files is all that matters here. */
function filesOnly(): Scorer {
  return {
    score: (job) => {
      try {
        const input = fingerprintOf(readWholeFile(job.path));
        if (job.output !== null) writeWholeFile(job.output, "result");
        const output = job.output === null ? null : fingerprintOf(Buffer.from("result"));
        const report = {
          file: job.name,
          error: null,
          evaluations: [],
          findings: [],
          written: null,
          document: null,
        };
        return Promise.resolve({ report, input, output, document: null });
      } catch (error) {
        const message = error instanceof UnreadableFile ? error.message : String(error);
        return Promise.resolve({
          report: errorReport(job.name, "damaged", message),
          input: null,
          output: null,
          document: null,
        });
      }
    },
    spent: false,
    stop: () => undefined,
  };
}

interface Outcome {
  readonly code: ExitCode;
  readonly out: string;
  readonly messages: string;
}

async function score(...args: string[]): Promise<Outcome> {
  let out = "";
  let messages = "";
  const code = await runCommandLine(
    args,
    folder,
    { out: (text) => (out += text), messages: (text) => (messages += text) },
    { startScorer: filesOnly, version: "test", signal: new AbortController().signal },
  );
  return { code, out, messages };
}

const reportOf = ({ out }: Outcome): JsonReport => JSON.parse(out) as JsonReport;

describe("nothing is written over what is read", () => {
  beforeEach(() => {
    for (const name of ["a.xlsx", "b.xlsx", "r.docx", "r.txt"]) put(name);
    symlinkSync("a.xlsx", at("link.xlsx"));
    linkSync(at("a.xlsx"), at("hard.xlsx"));
    mkdirSync(at("in"));
    put("in/a.xlsx");
    symlinkSync("in", at("door"));
  });

  test.each([
    ["a workbook where the JSON's name was forgotten", ["--json", "a.xlsx", "b.xlsx"]],
    ["the workbook itself, as JSON", ["a.xlsx", "--json", "./in/../a.xlsx"]],
    ["the report's text, as JSON", ["a.xlsx", "--text", "r.txt", "--json", "r.txt"]],
    ["a document that is there, as JSON", ["a.xlsx", "--json", "r.docx"]],
    ["the result and the JSON to one file", ["a.xlsx", "--out", "o.xlsx", "--json", "o.xlsx"]],
    ["the workbook by another name", ["link.xlsx", "--out", "a.xlsx"]],
    ["the workbook through a link", ["a.xlsx", "--out", "link.xlsx"]],
    ["the workbook through a second name of the file", ["a.xlsx", "--out", "hard.xlsx"]],
    ["another workbook of the run", ["b.xlsx", "in/a.xlsx", "--out", "door"]],
    ["a folder through a link to it", ["in", "--out", "door"]],
    ["a text", ["a.xlsx", "--text", "r.txt", "--out", "r.txt"]],
    ["a result under the name of another format", ["a.xlsx", "--out", "r.docx"]],
  ])("%s is refused with the next step", async (_, args) => {
    const before = contentsBelow(folder);
    const { code, messages } = await score(...args);
    expect(code).toBe(2);
    expect(messages).toMatch(/请/);
    expect(contentsBelow(folder)).toEqual(before);
  });

  test("an earlier JSON report is replaced, another file is not", async () => {
    put("old.json", '{ "version": 1 }');
    put("list", "甲单位\n");
    expect((await score("a.xlsx", "--json", "old.json")).code).toBe(0);
    expect(JSON.parse(textOf("old.json"))).toMatchObject({ workbooks: [{ file: "a.xlsx" }] });
    expect(await score("a.xlsx", "--json", "list")).toMatchObject({ code: 2 });
    expect(textOf("list")).toBe("甲单位\n");
  });

  test("capitals make no other file where the file system says so", () => {
    expect(placeOf(at("不在/A.xlsx"), true)).toBe(placeOf(at("不在/a.XLSX"), true));
    expect(placeOf(at("不在/A.xlsx"), false)).not.toBe(placeOf(at("不在/a.xlsx"), false));
    expect(placeOf(at("door/new/x.xlsx"))).toBe(placeOf(at("in/new/x.xlsx")));
  });

  test("a folder written back to its place leaves alone what links lead out to", async () => {
    put("outside/b.xlsx");
    symlinkSync("../outside/b.xlsx", at("in/b.xlsx"));
    symlinkSync("a.xlsx", at("in/again.xlsx"));
    const outcome = await score("in", "--in-place", "--json", "-");
    expect(textOf("outside/b.xlsx")).toBe("content of outside/b.xlsx");
    expect(textOf("in/a.xlsx")).toBe("result");
    expect(reportOf(outcome).leftOut.map(({ file, kind }) => [file, kind])).toEqual([
      ["again.xlsx", "same-file"],
      ["b.xlsx", "link"],
    ]);
  });

  test("no result goes out of --out through a link in it", async () => {
    put("in/sub/b.xlsx");
    put("archive/b.xlsx");
    mkdirSync(at("out"));
    symlinkSync("../archive", at("out/sub"));
    expect((await score("in", "--out", "out")).messages).toContain("文件夹之外");
    expect(textOf("archive/b.xlsx")).toBe("content of archive/b.xlsx");
  });

  test("a journal's place that leads to another file is not written to", async () => {
    put("in/b.xlsx");
    put("diary");
    mkdirSync(at("out"));
    symlinkSync("../diary", at("out/.绩衡进度.jsonl"));
    expect((await score("in", "--out", "out")).messages).toContain("进度记不下来");
    expect(textOf("diary")).toBe("content of diary");
    expect(lstatSync(at("out/.绩衡进度.jsonl")).isSymbolicLink()).toBe(true);
  });
});

describe("a folder", () => {
  test("names and counts what it left out, and says when a workbook is among it", async () => {
    for (const name of [
      "a.xlsx",
      "b.XLS",
      "c.et",
      "d.xlsm",
      "e.csv",
      "f.zip",
      "~$a.xlsx",
      ".~c.et",
      "._a.xlsx",
      "g.pdf",
    ])
      put(`in/${name}`);
    put("elsewhere/h.xlsx");
    symlinkSync("../elsewhere", at("in/子"));
    const outcome = await score("in", "--json", "-");
    expect(reportOf(outcome).leftOut.map(({ file, kind }) => [file, kind])).toEqual([
      ["._a.xlsx", "lock"],
      [".~c.et", "lock"],
      ["b.XLS", "format"],
      ["c.et", "format"],
      ["d.xlsm", "format"],
      ["e.csv", "text"],
      ["f.zip", "archive"],
      ["~$a.xlsx", "lock"],
      ["子", "link"],
    ]);
    expect(outcome.messages).toContain("有 9 个文件没有计算");
    expect(outcome.messages).toMatch(/b\.XLS：\.xls 格式，不能读取。请.*另存为/);
    expect(outcome.code).toBe(1);
  });

  test("is done without trouble where only locks and texts were left out", async () => {
    for (const name of ["a.xlsx", "~$a.xlsx", "data.csv"]) put(`in/${name}`);
    expect((await score("in")).code).toBe(0);
  });

  test("is written to by one run at a time", async () => {
    for (const name of ["a.xlsx", "b.xlsx"]) put(`in/${name}`);
    // The process that runs this test is alive, and not ours to take for gone.
    const holder = { pid: process.ppid, machine: await machineOfLocks() };
    put("out/.绩衡运行.lock", JSON.stringify(holder));
    expect(await score("in", "--out", "out")).toMatchObject({
      code: 2,
      messages: expect.stringMatching(/另一个运行（进程 \d+）.*请等/) as string,
    });
    expect(readdirSync(at("out"))).toEqual([".绩衡运行.lock"]);
    put("out/.绩衡运行.lock", JSON.stringify({ ...holder, pid: 2 ** 22 + 1 }));
    expect((await score("in", "--out", "out")).code).toBe(0);
    expect(readdirSync(at("out"))).toEqual(["a.xlsx", "b.xlsx"]);
  });

  /** What a run writes into its lock as its machine. */
  async function machineOfLocks(): Promise<string> {
    for (const name of ["a.xlsx", "b.xlsx"]) put(`probe/${name}`);
    let lock = "";
    await runCommandLine(
      ["probe", "--out", "probe-out"],
      folder,
      { out: () => undefined, messages: () => (lock ||= textOf("probe-out/.绩衡运行.lock")) },
      { startScorer: filesOnly, version: "test", signal: new AbortController().signal },
    );
    return (JSON.parse(lock) as { machine: string }).machine;
  }

  test("leaves no absolute path in its journal", async () => {
    for (const name of ["a.xlsx", "b.xlsx"]) put(`in/${name}`);
    let journal = "";
    await runCommandLine(
      ["in", "--out", "out"],
      folder,
      {
        out: () => undefined,
        messages: () => {
          if (readdirSync(at("out")).includes(".绩衡进度.jsonl")) journal = textOf("out/.绩衡进度.jsonl");
        },
      },
      { startScorer: filesOnly, version: "test", signal: new AbortController().signal },
    );
    expect(journal).toContain("a.xlsx");
    expect(journal).not.toContain(folder);
  });
});

describe("files that are no workbooks", () => {
  test.skipIf(process.platform === "win32")("a pipe and a device are named, and not waited for", async () => {
    execFileSync("mkfifo", [at("pipe.xlsx")]);
    symlinkSync("/dev/zero", at("zero.xlsx"));
    const { workbooks } = reportOf(await score("pipe.xlsx", "zero.xlsx", "--json", "-"));
    for (const { error } of workbooks) expect(error?.message).toMatch(/管道或设备.*请/);
    expect((await score("pipe.xlsx", "--text", "pipe.xlsx")).messages).toMatch(/管道或设备/);
  });

  test("a size beyond the limit is told before anything is read", () => {
    put("large.xlsx", "123456");
    expect(() => readWholeFile(at("large.xlsx"), 5)).toThrow(/超过.*上限.*请/);
    expect(readWholeFile(at("large.xlsx"), 6)).toHaveLength(6);
  });

  test("a lock file given by name is left out, a folder that is not there is told", async () => {
    put("~$a.xlsx");
    expect(await score("~$a.xlsx")).toMatchObject({
      code: 2,
      messages: expect.stringContaining("锁文件") as string,
    });
    expect(reportOf(await score("nowhere/a.xlsx", "--json", "-")).workbooks[0]?.error?.message).toMatch(
      /读不到.*路径不存在.*请/,
    );
  });
});

describe("wrong use", () => {
  test.each([
    [["", "--in-place"], /参数是空的/],
    [["a.xlsx", "--out", ""], /空的/],
    [["a.xlsx", "--out="], /空的/],
    [["a.xlsx", "--nonsense"], /没有选项“--nonsense”/],
    [["-x.xlsx"], /“\.\/-x\.xlsx”/],
    [["a.xlsx", "--values=1"], /“--values”后面不能带值/],
    [["a.xlsx", "--json"], /缺少/],
    [["a.xlsm", "--out", "o.xlsx"], /另存为/],
  ])("%j is told in Chinese, and nothing is touched", async (args, message) => {
    put("a.xlsx");
    const { code, messages } = await score(...args);
    expect(code).toBe(2);
    expect(messages).toMatch(message);
    expect(textOf("a.xlsx")).toBe("content of a.xlsx");
  });

  test("an empty text is told, and one that Notepad calls Unicode is read", async () => {
    put("a.xlsx");
    put("empty.txt", " \n");
    writeFileSync(at("wide.txt"), Buffer.from("\ufeff执行率85%", "utf16le"));
    expect((await score("a.xlsx", "--text", "empty.txt")).messages).toContain("是空的");
    expect((await score("a.xlsx", "--text", "wide.txt")).code).toBe(0);
  });
});

describe("names", () => {
  test("that would command the terminal are spelled out", async () => {
    const name = "a\u001b[31m\n[9/9] 假.xlsx\u202e.xlsx";
    put(`in/${name}`);
    put("in/\u009b2J.xls");
    const { messages } = await score("in");
    expect(messages).toContain("a\\u001b[31m\\u000a[9/9] 假.xlsx\\u202e.xlsx");
    expect(messages.split("\n").filter((line) => line.startsWith("[9/9]"))).toEqual([]);
    expect(printable("👨‍👩‍👧 表.xlsx")).toBe("👨‍👩‍👧 表.xlsx");
  });

  test("as long as the file system takes are written under", async () => {
    const name = `${"甲".repeat(83)}.xlsx`;
    put(`in/${name}`);
    expect((await score("in", "--out", "out")).code).toBe(0);
    expect(readdirSync(at("out"))).toEqual([name]);
  });
});

/** Every file below, by its path; links by where they lead. */
function contentsBelow(of: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(of, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        return [path.relative(of, file), readFileSync(file, "utf8")];
      }),
  );
}
