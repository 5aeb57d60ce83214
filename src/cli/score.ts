import { readFileSync } from "node:fs";
import path from "node:path";
import { cellLabel } from "../expr/cell";
import { createExcelSession } from "../excel/excel-session";
import { ProtectedFailure, WorkbookFailure } from "../excel/failure";
import { WorkbookFileError, type EmbeddedExcel } from "@jiheng/excel-host/node";
import type { RunResult } from "../model/run";
import { zhCN } from "../strings/zh-CN";
import { fingerprintOf, type Fingerprint } from "./fingerprint";
import { errorReport, workbookReport, type WorkbookReport } from "./json-report";
import type { ScoredJob, ScoringTask } from "./scorer";
import { writeWholeFile } from "./whole-file";
import type { WorkbookJob } from "./workbooks";

/** Scores one workbook on the embedded host; every failure becomes part of the report. */
export async function scoreWorkbookFile(
  excel: EmbeddedExcel,
  job: WorkbookJob,
  { options, reportText }: ScoringTask,
): Promise<ScoredJob> {
  const bytes = readFile(job.path);
  if (bytes === null) {
    const report = errorReport(job.name, "damaged", "读不到这个文件或文件夹。请检查路径和权限。");
    return { report, input: null, output: null };
  }
  const input = fingerprintOf(bytes);
  try {
    await excel.open(bytes, path.basename(job.path));
    const result = await createExcelSession().calculate({
      settings: { adopt: options.adopt, output: options.values ? "values" : "formulas" },
      writes: job.output !== null,
      ...(reportText === null ? {} : { reportText }),
    });
    return { input, ...(await save(excel, job, result)) };
  } catch (error) {
    return { report: failureReport(job, error), input, output: null };
  }
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
  } catch {
    return unwritten(UNSAVABLE);
  }
  try {
    writeWholeFile(job.output, saved);
  } catch {
    return unwritten(
      `写不出结果文件“${path.basename(job.output)}”。请检查文件夹权限，或关闭正在使用它的程序。`,
    );
  }
  return { report: workbookReport(job.name, result), output: fingerprintOf(saved) };
}

/** Parts of a damaged file that are not read are met only here. */
const UNSAVABLE =
  "评分已完成，但结果存不进这个工作簿：文件里有损坏或不常见的内容。请用 Excel 打开并选择“打开并修复”，另存为新的 .xlsx 后重试。";

function readFile(file: string): Uint8Array | null {
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    return null;
  }
}

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
