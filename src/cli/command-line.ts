import { availableParallelism } from "node:os";
import path from "node:path";
import { textOfReport, UnreadableText } from "../proofread/report-text";
import { fileTrouble } from "./file-trouble";
import type { JsonReport, WorkbookReport } from "./json-report";
import { Journal, journalFile, runKey } from "./journal";
import { isWorkbookLeftOut, leftOutLines, type LeftOut } from "./left-out";
import { parseOptions, USAGE, UsageError, type ScoreOptions } from "./options";
import { scoreInPool } from "./pool";
import { printable } from "./printable";
import { progressLine } from "./progress";
import { readWholeFile, UnreadableFile } from "./read-file";
import { lockFolder, TakenFolder } from "./run-lock";
import type { Scorer, ScoringTask } from "./scorer";
import { removeStaleParts, writeWholeFile } from "./whole-file";
import type { WorkbookJob } from "./job";
import { listWorkbooks, type Listing } from "./workbooks";

/** 0: done, no error found; 1: done with errors, or some inputs could not be read; 2: nothing could be scored, or wrong use; 130: broken off. */
export type ExitCode = 0 | 1 | 2 | 130;

export interface Streams {
  /** The JSON report, where it was asked for on standard output; nothing else. */
  readonly out: (text: string) => void;
  /** Progress and messages. */
  readonly messages: (text: string) => void;
}

export interface Program {
  readonly startScorer: (task: ScoringTask) => Scorer;
  /** Results of another version are not taken over. */
  readonly version: string;
  /** Ctrl-C. */
  readonly signal: AbortSignal;
}

/** The command line. `directory` is what relative paths start from. */
export async function runCommandLine(
  args: readonly string[],
  directory: string,
  streams: Streams,
  program: Program,
): Promise<ExitCode> {
  try {
    return await scoreAll(parseOptions(args), directory, streams, program);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    streams.messages(`${printable(error.message)}\n\n${USAGE}\n`);
    return 2;
  }
}

/** From here on a second process is worth its start: with the first workbook, when nothing is compiled yet, that takes as long as six more. */
const SECOND_PROCESS_FROM = 8;

async function scoreAll(
  options: ScoreOptions,
  directory: string,
  streams: Streams,
  program: Program,
): Promise<ExitCode> {
  const listing = listWorkbooks(options, directory);
  if (listing.jobs.length === 0) streams.messages("没有找到 .xlsx 工作簿。\n");
  if (listing.leftOut.length > 0) streams.messages(leftOutLines(listing.leftOut.map(shown)));
  const task: ScoringTask = {
    options,
    reportText: readReportText(options, directory),
    template: templatePath(options, directory),
    outline: options.outline,
  };
  const place = listing.jobs.length > 1 ? journalFile(options, directory) : null;
  const free = place === null ? () => undefined : lockFor(place);
  try {
    return await scoreListed(listing, { options, directory, task, place }, streams, program);
  } finally {
    free();
  }
}

/** Names for people: control characters spelled out. */
const shown = (one: LeftOut): LeftOut => ({
  ...one,
  file: printable(one.file),
  reason: printable(one.reason),
});

/** @throws UsageError where another run is writing there */
function lockFor(journal: string): () => void {
  try {
    return lockFolder(path.dirname(journal));
  } catch (error) {
    if (!(error instanceof TakenFolder)) throw error;
    const by = error.holder === null ? "" : `（进程 ${error.holder.pid}）`;
    throw new UsageError(
      `另一个运行${by}正在写这个文件夹。请等它结束再运行；确知没有别的运行时，删除“${path.relative(process.cwd(), error.lock)}”后重试。`,
      { cause: error },
    );
  }
}

interface Run {
  readonly options: ScoreOptions;
  readonly directory: string;
  readonly task: ScoringTask;
  /** Of the journal. */
  readonly place: string | null;
}

async function scoreListed(
  { jobs, leftOut }: Listing,
  { options, directory, task, place }: Run,
  { out, messages }: Streams,
  { startScorer, version, signal }: Program,
): Promise<ExitCode> {
  const journal =
    place === null ? null : new Journal(place, runKey(task, version), () => messages(NO_JOURNAL));
  for (const folder of foldersOf(jobs)) removeStaleParts(folder);
  const reports = options.restart ? new Map<WorkbookJob, WorkbookReport>() : finishedBefore(jobs, journal);
  if (reports.size > 0)
    messages(
      `接着上次中断的运行：${jobs.length} 个工作簿中 ${reports.size} 个已经完成且没有变化，不再计算。\n`,
    );
  const waiting = jobs.filter((job) => !reports.has(job));
  const size = waiting.length < SECOND_PROCESS_FROM ? 1 : Math.min(2, availableParallelism());
  await scoreInPool(waiting, { size, start: () => startScorer(task), signal }, (job, scored) => {
    reports.set(job, scored.report);
    journal?.add(job, scored);
    messages(`${progressLine(scored.report, reports.size, jobs.length)}\n`);
    const unknown = scored.report.document?.unknownPlaceholders ?? [];
    if (unknown.length > 0) messages(`  模板里不认识的占位符，原样保留：${printable(unknown.join("、"))}\n`);
  });
  if (signal.aborted) {
    messages(brokenOff(reports.size, jobs.length, journal !== null));
    return 130;
  }
  const inOrder = jobs.flatMap((job) => reports.get(job) ?? []);
  writeJson(options, directory, { version: 1, workbooks: inOrder, leftOut }, out);
  journal?.remove();
  return exitCode(inOrder, leftOut);
}

const foldersOf = (jobs: readonly WorkbookJob[]): Set<string> =>
  new Set(
    jobs.flatMap(({ output, document }) =>
      [output, document].flatMap((file) => (file === null ? [] : [path.dirname(file)])),
    ),
  );

const NO_JOURNAL = "进度记不下来（磁盘已满或文件夹不可写）：计算照常进行，但中断后须从头再来。\n";

function brokenOff(finished: number, of: number, canGoOn: boolean): string {
  const next = canGoOn
    ? "用同样的命令再次运行即可接着做；要从头计算请加 --restart。"
    : "再次运行会从头计算。";
  return `已中断：${of} 个工作簿完成了 ${finished} 个，没有写出 JSON。${next}\n`;
}

function finishedBefore(
  jobs: readonly WorkbookJob[],
  journal: Journal | null,
): Map<WorkbookJob, WorkbookReport> {
  const known = jobs.map((job) => [job, journal?.finished(job) ?? null] as const);
  return new Map(known.flatMap(([job, report]) => (report === null ? [] : [[job, report] as const])));
}

/** @throws UsageError where there is no such text */
function readReportText(options: ScoreOptions, directory: string): string | null {
  if (options.text === null) return null;
  try {
    return textOfReport(readWholeFile(path.resolve(directory, options.text)));
  } catch (error) {
    if (error instanceof UnreadableText && error.code === "empty")
      throw new UsageError(`报告文字“${options.text}”是空的。请检查是不是这个文件。`, { cause: error });
    const isTold = error instanceof UnreadableFile || error instanceof UnreadableText;
    const why = isTold ? `：${error.message}` : "。请给 .docx 或 .txt 文件。";
    throw new UsageError(`读不出报告文字“${options.text}”${why}`, { cause: error });
  }
}

/** @throws UsageError where there is no such template */
function templatePath({ template }: ScoreOptions, directory: string): string | null {
  if (template === null) return null;
  const file = path.resolve(directory, template);
  try {
    readWholeFile(file);
  } catch (error) {
    const why = error instanceof UnreadableFile ? `：${error.message}` : "。请给 .docx 文件。";
    throw new UsageError(`读不到模板“${template}”${why}`, { cause: error });
  }
  return file;
}

/** @throws UsageError where the file cannot be written */
function writeJson(options: ScoreOptions, directory: string, report: JsonReport, out: Streams["out"]): void {
  if (options.json === null) return;
  const text = `${JSON.stringify(report, null, 2)}\n`;
  if (options.json === "-") {
    out(text);
    return;
  }
  try {
    writeWholeFile(path.resolve(directory, options.json), text);
  } catch (error) {
    const trouble = fileTrouble(error, "请检查路径和文件夹权限，再次运行同样的命令。");
    throw new UsageError(`写不出 JSON 文件“${options.json}”：${trouble}`, { cause: error });
  }
}

/** Codes of workbooks that were scored and only could not be written. */
const SCORED = ["protected", "write-failed"];

function exitCode(reports: readonly WorkbookReport[], leftOut: readonly LeftOut[]): ExitCode {
  const scored = reports.filter(
    ({ error, evaluations }) => error === null || (SCORED.includes(error.code) && evaluations.length > 0),
  );
  if (scored.length === 0) return 2;
  const troubled = reports.some(
    ({ error, findings, textFindings = [] }) =>
      error !== null ||
      findings.some((finding) => finding.severity === "error") ||
      textFindings.some(({ level }) => level === "contradiction"),
  );
  return troubled || leftOut.some(isWorkbookLeftOut) ? 1 : 0;
}
