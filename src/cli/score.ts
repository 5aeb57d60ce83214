import path from "node:path";
import { cellLabel } from "../expr/cell";
import { createExcelSession } from "../excel/excel-session";
import { ProtectedFailure, WorkbookFailure } from "../excel/failure";
import { WorkbookFileError, type EmbeddedExcel } from "@jiheng/excel-host/node";
import type { RunResult } from "../model/run";
import { zhCN } from "../strings/zh-CN";
import { fingerprintOf, type Fingerprint } from "./fingerprint";
import { fileTrouble } from "./file-trouble";
import { readWholeFile, UnreadableFile } from "./read-file";
import { proofread } from "../proofread/proofread";
import type { ProofreadSubject } from "../proofread/reading";
import { errorReport, workbookReport, type WorkbookReport } from "./json-report";
import { textReport } from "./text-report";
import type { ScoredJob, ScoringTask } from "./scorer";
import { writeWholeFile } from "./whole-file";
import type { WorkbookJob } from "./job";

/** Scores one workbook on the embedded host; every failure becomes part of the report. */
export async function scoreWorkbookFile(
  excel: EmbeddedExcel,
  job: WorkbookJob,
  task: ScoringTask,
): Promise<ScoredJob> {
  const { options, reportText } = task;
  let bytes: Uint8Array;
  try {
    bytes = readWholeFile(job.path);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return {
      report: errorReport(job.name, error.code, error.message),
      input: null,
      output: null,
      document: null,
    };
  }
  const input = fingerprintOf(bytes);
  try {
    await excel.open(bytes, path.basename(job.path));
    const result = await createExcelSession().calculate({
      // What the command line does not say is for the workbook's own settings to say.
      settings: { ...(options.adopt && { adopt: true }), ...(options.values && { output: "values" }) },
      writes: job.output !== null,
    });
    const saved = await withDocument(await save(excel, job, result), job, task, result);
    return { input, ...saved, report: withText(saved.report, reportText, result) };
  } catch (error) {
    const report = failureReport(job, error);
    const read = reportText === null || report.error?.code !== "no-indicators" ? null : await recognised();
    return {
      report: read === null ? report : withText(report, reportText, read),
      input,
      output: null,
      document: null,
    };
  }
}

/** A text is proof-read also beside a workbook without an indicator form; null where that cannot be read. */
async function recognised(): Promise<ProofreadSubject | null> {
  try {
    return { recognition: await createExcelSession().recognise(), evaluations: [] };
  } catch {
    return null;
  }
}

function withText(report: WorkbookReport, text: string | null, subject: ProofreadSubject): WorkbookReport {
  return text === null ? report : { ...report, ...textReport(proofread(text, subject)) };
}

async function save(
  excel: EmbeddedExcel,
  job: WorkbookJob,
  result: RunResult,
): Promise<{ report: WorkbookReport; output: Fingerprint | null }> {
  if (job.output === null) return { report: workbookReport(job.name, result), output: null };
  const unwritten = (message: string) => ({
    report: workbookReport(
      job.name,
      { ...result, written: null },
      { code: "write-failed", message, cell: null },
    ),
    output: null,
  });
  let saved: Uint8Array;
  try {
    saved = await excel.save();
  } catch (error) {
    return unwritten(error instanceof WorkbookFileError ? error.message : UNSAVABLE);
  }
  try {
    writeWholeFile(job.output, saved);
  } catch (error) {
    const trouble = fileTrouble(error, "请检查文件夹权限，或关闭正在使用它的程序。");
    return unwritten(`写不出结果文件“${path.basename(job.output)}”：${trouble}`);
  }
  return { report: workbookReport(job.name, result), output: fingerprintOf(saved) };
}

/** The Word report beside the result; a report that cannot be made or written is an error of its own. */
async function withDocument(
  saved: { report: WorkbookReport; output: Fingerprint | null },
  job: WorkbookJob,
  task: ScoringTask,
  result: RunResult,
): Promise<Omit<ScoredJob, "input">> {
  if (job.document === null) return { ...saved, document: null };
  const { makeDocument } = await import("./make-document");
  const made = await makeDocument(result, task);
  const failed = (message: string): Omit<ScoredJob, "input"> => ({
    report: { ...saved.report, error: saved.report.error ?? { code: "write-failed", message, cell: null } },
    output: saved.output,
    document: null,
  });
  if ("message" in made) return failed(made.message);
  try {
    writeWholeFile(job.document, made.bytes);
  } catch {
    return failed(`写不出报告“${path.basename(job.document)}”。请检查文件夹权限，或关闭正在使用它的程序。`);
  }
  return {
    ...saved,
    report: { ...saved.report, document: made.report },
    document: fingerprintOf(made.bytes),
  };
}

/** What is written is checked before it replaces anything: what does not pass is our fault, and not the file's. */
const UNSAVABLE =
  "评分已完成，但结果没有写出：写出的工作簿没有通过检查。这是程序的问题，不是文件损坏，原文件没有改动。请把这个工作簿交给维护人员。";

/** The report's error codes; what the contract has no code for is a failed write, the workbook being as it was. */
function failureReport(job: WorkbookJob, error: unknown): WorkbookReport {
  if (error instanceof WorkbookFileError) return errorReport(job.name, error.code, error.message);
  if (error instanceof ProtectedFailure) {
    return workbookReport(job.name, error.scored, {
      code: "protected",
      message: messageOf(error),
      cell: error.cell === null ? null : cellLabel(error.cell),
    });
  }
  if (error instanceof WorkbookFailure) {
    const code =
      error.code === "empty" || error.code === "no-indicators" || error.code === "too-large"
        ? error.code
        : "write-failed";
    return errorReport(job.name, code, messageOf(error), error.cell);
  }
  throw error;
}

function messageOf(failure: WorkbookFailure): string {
  const { what, why, next } = zhCN.failures[failure.code]({
    cell: failure.cell === null ? "" : cellLabel(failure.cell),
    detail: failure.detail ?? "",
  });
  return `${what}。${why}${next}`;
}
