import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WorkbookReport } from "../../src/cli/json-report";
import { smallForm } from "../faults/workbook";
import { makeXlsx } from "@jiheng/excel-host/fixtures";

/** Starts, bundles and loads in its own processes: minutes where the machine is busy. */
const PATIENCE = 300_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "jiheng-folder-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command that people run; `interruptAt`: Ctrl-C as soon as the messages contain it, and with each further one. */
function score(args: string[], interruptAt?: string): Promise<{ code: number | null; messages: string }> {
  const child = spawn(process.execPath, [path.resolve("scripts/score.mjs"), ...args], {
    env: { ...process.env, INIT_CWD: folder },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let messages = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    messages += text;
    if (interruptAt !== undefined && messages.includes(interruptAt)) child.kill("SIGINT");
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, messages })));
}

function put(name: string, content: Uint8Array): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
}

const reportsIn = (name: string): WorkbookReport[] =>
  (JSON.parse(readFileSync(path.join(folder, name), "utf8")) as { workbooks: WorkbookReport[] }).workbooks;
const namesIn = (name: string): string[] => readdirSync(path.join(folder, name)).sort();

/** How Office stores a workbook with a password: an OLE file with a stream of this name. */
function encryptedPackage(): Uint8Array {
  const file = new Uint8Array(1536);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  file.set(Buffer.from("EncryptedPackage", "utf16le"), 1024);
  return file;
}

test(
  "a folder with files made to harm: each is named, the others are scored",
  async () => {
    const good = smallForm();
    const circle = `<sheetData><row r="1"><c r="A1"><f>B1+1</f></c><c r="B1"><f>A1+1</f></c></row></sheetData>`;
    const zeros = Object.fromEntries(
      Array.from({ length: 5 }, (_, i) => [`xl/media/${i}.bin`, new Uint8Array(60 * 1024 * 1024)]),
    );
    put("harm/a.xlsx", good);
    put("harm/b 断尾.xlsx", good.slice(0, good.length / 2));
    put("harm/c 加密.xlsx", encryptedPackage());
    put("harm/d 炸弹.xlsx", makeXlsx({ 一: "<sheetData/>" }, zeros));
    put("harm/e 循环.xlsx", smallForm({ moreSheets: { 循环: circle } }));
    put("harm/f.xlsx", good);
    const { code, messages } = await score(["harm", "--out", "harm-out", "--json", "harm.json"]);
    expect(
      reportsIn("harm.json").map((report) => [
        report.file,
        report.error?.code ?? report.evaluations[0]?.score,
      ]),
    ).toEqual([
      ["a.xlsx", "98"],
      ["b 断尾.xlsx", "damaged"],
      ["c 加密.xlsx", "encrypted"],
      ["d 炸弹.xlsx", "too-large"],
      ["e 循环.xlsx", "98"],
      ["f.xlsx", "98"],
    ]);
    expect(code).toBe(1);
    expect(messages).toContain("[6/6]");
    expect(namesIn("harm-out")).toEqual(["a.xlsx", "e 循环.xlsx", "f.xlsx"]);
  },
  PATIENCE,
);

describe("a run that is broken off", () => {
  const names = ["1.xlsx", "2.xlsx", "3.xlsx", "4.xlsx"];
  const args = ["break", "--out", "break-out", "--json", "break.json"];
  const modified = (name: string): number => statSync(path.join(folder, "break-out", name)).mtimeMs;

  test(
    "leaves whole workbooks only, and the same command goes on from there",
    async () => {
      for (const name of names) put(`break/${name}`, smallForm());
      const first = await score(args, "[1/4]");
      expect(first.code).toBe(130);
      expect(first.messages).toMatch(/已中断：4 个工作簿完成了 \d 个.*同样的命令再次运行/);
      expect(namesIn(".")).not.toContain("break.json");
      const done = namesIn("break-out").filter((name) => name.endsWith(".xlsx"));
      expect(namesIn("break-out")).toEqual([".绩衡进度.jsonl", ...done]);
      const before = done.map(modified);

      const second = await score(args);
      expect(second.messages).toMatch(/接着上次中断的运行：4 个工作簿中 \d 个已经完成/);
      expect(second.code).toBe(0);
      expect(reportsIn("break.json").map(({ file, evaluations }) => [file, evaluations[0]?.score])).toEqual(
        names.map((name) => [name, "98"]),
      );
      expect(namesIn("break-out")).toEqual(names);
      expect(modified("1.xlsx")).toBe(before[0]);
    },
    PATIENCE,
  );
});
