import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startEmbeddedExcel } from "../host/node";
import { textOfReport } from "../proofread/report-text";
import type { WorkbookReport } from "./jsonReport";
import { parseOptions, USAGE, UsageError, type ScoreOptions } from "./options";
import { progressLine } from "./progress";
import { scoreWorkbookFile } from "./score";
import { listWorkbooks } from "./workbooks";

/** 0: done, no error found; 1: done with errors, or some inputs could not be read; 2: nothing could be scored, or wrong use. */
export type ExitCode = 0 | 1 | 2;

export interface Streams {
  /** The JSON report, where it was asked for on standard output; nothing else. */
  readonly out: (text: string) => void;
  /** Progress and messages. */
  readonly messages: (text: string) => void;
}

/** The command line. `directory` is what relative paths start from. */
export async function runCommandLine(
  args: readonly string[],
  directory: string,
  streams: Streams,
): Promise<ExitCode> {
  try {
    return await scoreAll(parseOptions(args), directory, streams);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    streams.messages(`${error.message}\n\n${USAGE}\n`);
    return 2;
  }
}

async function scoreAll(options: ScoreOptions, directory: string, streams: Streams): Promise<ExitCode> {
  const jobs = listWorkbooks(options, directory);
  const text = readReportText(options, directory);
  const reports: WorkbookReport[] = [];
  if (jobs.length > 0) {
    const excel = await startEmbeddedExcel();
    for (const job of jobs) {
      const report = await scoreWorkbookFile(excel, job, options, text);
      reports.push(report);
      streams.messages(`${progressLine(report, reports.length, jobs.length)}\n`);
    }
  } else {
    streams.messages("没有找到 .xlsx 工作簿。\n");
  }
  writeJson(options, directory, reports, streams);
  return exitCode(reports);
}

/** @throws UsageError where there is no such text */
function readReportText(options: ScoreOptions, directory: string): string | null {
  if (options.text === null) return null;
  try {
    return textOfReport(new Uint8Array(readFileSync(path.resolve(directory, options.text))));
  } catch {
    throw new UsageError(`读不出报告文字“${options.text}”。请给 .docx 或 .txt 文件。`);
  }
}

function writeJson(
  options: ScoreOptions,
  directory: string,
  reports: readonly WorkbookReport[],
  streams: Streams,
): void {
  if (options.json === null) return;
  const text = `${JSON.stringify({ version: 1, workbooks: reports }, null, 2)}\n`;
  if (options.json === "-") streams.out(text);
  else writeFileSync(path.resolve(directory, options.json), text);
}

/** Codes of workbooks that were scored and only could not be written. */
const SCORED = ["protected", "write-failed"];

function exitCode(reports: readonly WorkbookReport[]): ExitCode {
  const scored = reports.filter(({ error }) => error === null || SCORED.includes(error.code));
  if (scored.length === 0) return 2;
  const troubled = reports.some(
    ({ error, findings }) => error !== null || findings.some((finding) => finding.severity === "error"),
  );
  return troubled ? 1 : 0;
}
