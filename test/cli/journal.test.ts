import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  closeSync,
  constants,
  openSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fingerprintOf } from "../../src/cli/fingerprint";
import { Journal, journalFile, runKey } from "../../src/cli/journal";
import { errorReport } from "../../src/cli/json-report";
import { parseOptions } from "../../src/cli/options";
import type { ScoringTask } from "../../src/cli/scorer";
import { writeWholeFile } from "../../src/cli/whole-file";
import type { WorkbookJob } from "../../src/cli/job";

const TASK: ScoringTask = {
  options: { values: false, adopt: false },
  reportText: null,
  template: null,
  outline: null,
};
const report = { file: "甲.xlsx", error: null, evaluations: [], findings: [], written: null, document: null };

let folder: string;
let job: WorkbookJob;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "jiheng-journal-"));
  job = {
    path: path.join(folder, "甲.xlsx"),
    name: "甲.xlsx",
    output: path.join(folder, "out.xlsx"),
    document: path.join(folder, "out.docx"),
  };
  writeFileSync(job.path, "input");
  writeFileSync(job.output ?? "", "output");
  writeFileSync(job.document ?? "", "document");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const journal = (task = TASK, version = "1"): Journal =>
  new Journal(path.join(folder, ".journal"), runKey(task, version), () => undefined);
const print = (text: string) => fingerprintOf(Buffer.from(text));
const scored = { report, input: print("input"), output: print("output"), document: print("document") };

describe("a run that goes on after a break", () => {
  test("takes over what was finished and has not changed", () => {
    journal().add(job, scored);
    expect(journal().finished(job)).toEqual(report);
  });

  test.each<[string, () => void]>([
    ["the workbook has changed", () => writeFileSync(job.path, "other")],
    ["the workbook is gone", () => rmSync(job.path)],
    ["its result has changed", () => writeFileSync(job.output ?? "", "OUTPUT")],
    ["its result is gone", () => rmSync(job.output ?? "")],
    ["its Word report has changed", () => writeFileSync(job.document ?? "", "edited")],
    ["its Word report is gone", () => rmSync(job.document ?? "")],
    ["its Word report goes elsewhere", () => (job = { ...job, document: path.join(folder, "else.docx") })],
    ["its result goes elsewhere", () => (job = { ...job, output: path.join(folder, "elsewhere.xlsx") })],
    ["nothing is to be written now", () => (job = { ...job, output: null })],
  ])("calculates again where %s", (_, change) => {
    journal().add(job, scored);
    change();
    expect(journal().finished(job)).toBeNull();
  });

  test.each<[string, ScoringTask, string]>([
    ["--values", { ...TASK, options: { values: true, adopt: false } }, "1"],
    ["--adopt", { ...TASK, options: { values: false, adopt: true } }, "1"],
    ["another text of the report", { ...TASK, reportText: "执行率 85%" }, "1"],
    ["another version of the program", TASK, "2"],
  ])("calculates again with %s", (_, task, version) => {
    journal().add(job, scored);
    expect(journal(task, version).finished(job)).toBeNull();
  });

  test("knows a workbook that it has written in place by what it wrote", () => {
    job = { ...job, output: job.path };
    journal().add(job, scored);
    expect(journal().finished(job), "as before the run: restored by somebody").toBeNull();
    writeFileSync(job.path, "output");
    expect(journal().finished(job)).toEqual(report);
    writeFileSync(job.path, "edited");
    expect(journal().finished(job)).toBeNull();
  });

  test("takes over that a workbook cannot be read, and tries again what could not be written", () => {
    job = { ...job, output: null, document: null };
    const unread = errorReport(job.name, "not-xlsx", "…");
    journal().add(job, { report: unread, input: print("input"), output: null, document: null });
    expect(journal().finished(job)).toEqual(unread);
    rmSync(path.join(folder, ".journal"));
    journal().add(job, {
      report: errorReport(job.name, "write-failed", "…"),
      input: print("input"),
      output: null,
      document: null,
    });
    journal().add(job, {
      report: errorReport(job.name, "too-large", "…"),
      input: null,
      output: null,
      document: null,
    });
    expect(journal().finished(job)).toBeNull();
  });

  test("passes over the half line of a power cut, and writes on behind it", () => {
    appendFileSync(path.join(folder, ".journal"), '{"run":"abc","path":"/甲');
    journal().add(job, scored);
    expect(journal().finished(job)).toEqual(report);
  });

  test("says once that it cannot keep its journal", () => {
    let told = 0;
    const lost = new Journal(path.join(job.path, "no-folder"), "run", () => (told += 1));
    lost.add(job, scored);
    lost.add(job, scored);
    expect(told).toBe(1);
  });
});

describe("the journal's place", () => {
  test.each([
    [["甲", "--out", "结果"], "/d/结果/.绩衡进度.jsonl"],
    [["甲", "--out", "结果", "--json", "j/r.json"], "/d/结果/.绩衡进度.jsonl"],
    [["甲", "--json", "j/r.json"], "/d/j/.r.json.绩衡进度.jsonl"],
    [["甲", "--in-place", "--json", "-"], "/d/甲/.绩衡进度.jsonl"],
    [["甲/a.xlsx", "乙/b.xlsx", "--in-place"], "/d/甲/.绩衡进度.jsonl"],
    [["甲", "--json", "-"], null],
  ])("%j", (args, place) => {
    expect(journalFile(parseOptions(args), "/d")).toBe(place);
  });
});

describe("writing a file wholly or not at all", () => {
  test("leaves nothing else behind", () => {
    writeWholeFile(path.join(folder, "new.xlsx"), "content");
    expect(readFileSync(path.join(folder, "new.xlsx"), "utf8")).toBe("content");
    expect(readdirSync(folder).sort()).toEqual(["new.xlsx", "out.docx", "out.xlsx", "甲.xlsx"].sort());
  });

  test("keeps what stood there when it fails", () => {
    const inTheWay = path.join(folder, "kept.xlsx");
    writeWholeFile(inTheWay, "old");
    expect(() => writeWholeFile(path.join(inTheWay, "nowhere.xlsx"), "new")).toThrow();
    expect(() => writeWholeFile(folder, "new")).toThrow();
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
    expect(readFileSync(path.join(folder, "kept.xlsx"), "utf8")).toBe("old");
  });

  test.skipIf(process.platform === "win32")(
    "writes through a link, and into a pipe without replacing it",
    () => {
      symlinkSync(job.path, path.join(folder, "link.xlsx"));
      writeWholeFile(path.join(folder, "link.xlsx"), "new");
      expect(readFileSync(job.path, "utf8")).toBe("new");
      expect(lstatSync(path.join(folder, "link.xlsx")).isSymbolicLink()).toBe(true);
      const pipe = path.join(folder, "pipe");
      execFileSync("mkfifo", [pipe]);
      const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
      writeWholeFile(pipe, "through");
      expect(readFileSync(reader, "utf8")).toBe("through");
      closeSync(reader);
      expect(lstatSync(pipe).isFIFO()).toBe(true);
    },
  );
});
