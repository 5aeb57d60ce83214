import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedExcel, type EmbeddedExcel } from "@jiheng/excel-host/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scoreWorkbookFile } from "../../src/cli/score";
import { smallForm } from "../faults/workbook";

const folder = mkdtempSync(path.join(tmpdir(), "jiheng-unsavable-"));
const task = { options: { adopt: false, values: false }, reportText: null, template: null, outline: null };

let excel: EmbeddedExcel;
beforeAll(async () => {
  excel = await startEmbeddedExcel();
});
afterAll(() => excel.dispose());

const job = (name: string) => {
  const input = path.join(folder, name);
  writeFileSync(input, smallForm());
  return { path: input, name, output: path.join(folder, `out-${name}`), document: null };
};

test("a result that does not pass its check is told as ours, keeps its scores, and the next one is written", async () => {
  const failing: EmbeddedExcel = { ...excel, save: () => Promise.reject(new Error("spoilt")) };
  const first = await scoreWorkbookFile(failing, job("a.xlsx"), task);
  const second = await scoreWorkbookFile(excel, job("b.xlsx"), task);
  expect(first.report).toMatchObject({
    error: { code: "write-failed", message: expect.stringMatching(/评分已完成.*不是文件损坏.*请/) as string },
    evaluations: [{ score: "98" }],
    written: null,
  });
  expect(second.report).toMatchObject({ error: null, evaluations: [{ score: "98" }] });
  expect(readdirSync(folder).filter((name) => name.startsWith("out-"))).toEqual(["out-b.xlsx"]);
});
