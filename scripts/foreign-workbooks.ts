// npx tsx scripts/foreign-workbooks.ts FOLDER [--report FILE.md]: puts a small indicator table into each workbook of a
// folder, scores it, saves it, and says what was lost, changed, not well-formed or out of schema.
import { fork } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startEmbeddedExcel, WorkbookFileError } from "@jiheng/excel-host/node";
import { createExcelSession } from "../src/excel/excel-session.js";
import { compare } from "./foreign-workbooks/compare.js";
import { reportOf, type Outcome } from "./foreign-workbooks/report.js";
import { SCORE, withTable } from "./foreign-workbooks/with-table.js";

const PATIENCE = 180_000;

if (process.send) process.on("message", (file: string) => void work(file));
else await main(process.argv.slice(2));

async function main([folder = ".", flag, report]: readonly string[]): Promise<void> {
  const files = readdirSync(folder).filter((name) => /\.xlsx$/i.test(name));
  const outcomes: Outcome[] = [];
  let worker = start();
  for (const name of files) {
    const outcome = await ask(worker, path.join(folder, name));
    outcomes.push({ ...outcome, file: name });
    if (outcome.kind !== "saved")
      console.error(`${outcomes.length}/${files.length} ${name}: ${outcome.kind} ${outcome.detail}`);
    if (outcome.kind === "died") worker = start();
  }
  worker.kill();
  const text = reportOf(outcomes);
  if (flag === "--report" && report !== undefined) writeFileSync(report, text);
  console.log(text);
}

function start(): ReturnType<typeof fork> {
  return fork(fileURLToPath(import.meta.url), [], {
    execArgv: ["--import", "tsx", "--max-old-space-size=3000"],
  });
}

function ask(worker: ReturnType<typeof fork>, file: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const done = (outcome: Outcome): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      resolve(outcome);
    };
    const died = (why: string): void => {
      done({ file, kind: "died", detail: why, milliseconds: 0, same: 0, parts: 0 });
    };
    const timer = setTimeout(() => {
      worker.kill("SIGKILL");
      died("no end");
    }, PATIENCE);
    worker.once("message", (outcome) => {
      done(outcome as Outcome);
    });
    worker.once("exit", (code) => {
      died(`exit ${code ?? "by signal"}`);
    });
    worker.send(file);
  });
}

async function work(file: string): Promise<void> {
  process.send?.(await outcomeOf(file));
}

async function outcomeOf(file: string): Promise<Outcome> {
  const nothing = { file, milliseconds: 0, same: 0, parts: 0 };
  const inserted = withTable(new Uint8Array(readFileSync(file)));
  if (!inserted) return { ...nothing, kind: "no-table", detail: "" };
  const excel = await startEmbeddedExcel();
  const started = performance.now();
  try {
    await excel.open(inserted.bytes, "x.xlsx");
    const result = await createExcelSession().calculate({
      settings: { adopt: false, output: "formulas" },
      writes: true,
    });
    if (!result.evaluations.some(({ score }) => score?.toString() === SCORE))
      return { ...nothing, kind: "not-scored", detail: "" };
    const saved = await excel.save();
    const milliseconds = performance.now() - started;
    const { lost, changed, faults, same } = compare(inserted.bytes, saved, [inserted.part]);
    const detail = [
      ...lost.map((name) => `lost ${name}`),
      ...changed.map((name) => `changed ${name}`),
      ...faults,
    ];
    const parts = same + lost.length + changed.length;
    return {
      ...nothing,
      kind:
        lost.length > 0 ? "lost" : changed.length > 0 ? "changed" : faults.length > 0 ? "faulty" : "saved",
      detail: detail.slice(0, 4).join("; "),
      milliseconds,
      same,
      parts,
    };
  } catch (error) {
    const isRefused = error instanceof WorkbookFileError;
    const code = (error as { code?: string }).code ?? "";
    return {
      ...nothing,
      kind: isRefused ? "refused" : "failed",
      detail: `${code} ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`,
    };
  }
}
