import { writeFileSync } from "node:fs";
import path from "node:path";
import { startEmbeddedExcel } from "../host/node";
import type { WorkbookReport } from "./jsonReport";
import { parseOptions, USAGE, UsageError, type ScoreOptions } from "./options";
import { progressLine } from "./progress";
import { scoreWorkbookFile } from "./score";
import { listWorkbooks } from "./workbooks";

/** 0: done, no error found; 1: done with errors, or some inputs could not be read; 2: nothing could be scored, or wrong use. */
type ExitCode = 0 | 1 | 2;

async function main(args: readonly string[]): Promise<ExitCode> {
  // npm runs scripts in the project's folder: paths are meant from where the user called it.
  const directory = process.env.INIT_CWD ?? process.cwd();
  const options = parseOptions(args);
  const jobs = listWorkbooks(options, directory);
  const reports: WorkbookReport[] = [];
  if (jobs.length > 0) {
    const excel = await startEmbeddedExcel();
    for (const job of jobs) {
      const report = await scoreWorkbookFile(excel, job, options);
      reports.push(report);
      process.stderr.write(`${progressLine(report, reports.length, jobs.length)}\n`);
    }
    await excel.dispose();
  } else {
    process.stderr.write("没有找到 .xlsx 工作簿。\n");
  }
  writeJson(options, directory, reports);
  return exitCode(reports);
}

function writeJson(options: ScoreOptions, directory: string, reports: readonly WorkbookReport[]): void {
  if (options.json === null) return;
  const text = `${JSON.stringify({ version: 1, workbooks: reports }, null, 2)}\n`;
  if (options.json === "-") process.stdout.write(text);
  else writeFileSync(path.resolve(directory, options.json), text);
}

/** Codes of workbooks that were scored and only could not be written. */
const SCORED = ["protected", "write-failed"];

function exitCode(reports: readonly WorkbookReport[]): ExitCode {
  const scored = reports.filter(({ error }) => error === null || SCORED.includes(error.code));
  if (scored.length === 0) return 2;
  const troubled = reports.some(({ error, findings }) => error !== null || findings.some((finding) => finding.severity === "error"));
  return troubled ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${USAGE}\n`);
  process.exitCode = 2;
}
