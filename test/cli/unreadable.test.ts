import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { parseOptions } from "../../src/cli/options";
import { listWorkbooks } from "../../src/cli/workbooks";

/** What the system says of a folder without permission; a test may be run by somebody who is permitted everything. */
const LOCKED = "不让看";
vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  const readdirSync = (folder: string, options: { withFileTypes: true }) => {
    if (folder.endsWith(LOCKED)) throw Object.assign(new Error("EACCES"), { code: "EACCES" });
    return fs.readdirSync(folder, options);
  };
  return { ...fs, readdirSync };
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "jiheng-unreadable-"));
  for (const name of ["甲", LOCKED, "丙"]) {
    mkdirSync(path.join(folder, "表", name), { recursive: true });
    writeFileSync(path.join(folder, "表", name, "a.xlsx"), "");
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("a folder that cannot be listed is named among the workbooks, and the others are found", () => {
  const { jobs } = listWorkbooks(parseOptions(["表"]), folder);
  expect(jobs.map(({ name }) => name)).toEqual([LOCKED, "丙/a.xlsx", "甲/a.xlsx"]);
});
