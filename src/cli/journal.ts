import { createHash } from "node:crypto";
import { appendFileSync, lstatSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { fingerprintOf, hasContent, type Fingerprint } from "./fingerprint";
import type { WorkbookReport } from "./json-report";
import { readWholeFile } from "./read-file";
import type { ScoreOptions } from "./options";
import type { ScoredJob, ScoringTask } from "./scorer";
import type { WorkbookJob } from "./job";

/** One line of the journal: a finished workbook. */
interface Line {
  /** Everything but the workbook that the result depends on. */
  readonly run: string;
  /** Tells the workbook and its output from others; not by their paths, in which the user's name may stand. */
  readonly job: string;
  readonly input: Fingerprint;
  readonly output: Fingerprint | null;
  readonly document: Fingerprint | null;
  readonly report: WorkbookReport;
}

/** What a run has finished, kept while it goes on, so that after a break the same command goes on from there. */
export class Journal {
  readonly #lines = new Map<string, Line>();
  #failed = false;

  /** Takes up what stands in the file; nothing is written before the first workbook is added. */
  constructor(
    private readonly file: string,
    private readonly run: string,
    private readonly onFailure: () => void,
  ) {
    for (const line of readLines(file)) this.#lines.set(line.job, line);
  }

  /** The result of an earlier run, where workbook, options and program are the same and its output is untouched. */
  finished(job: WorkbookJob): WorkbookReport | null {
    const line = this.#lines.get(jobKey(job));
    if (line?.run !== this.run) return null;
    if (line.document !== null && !hasContent(job.document ?? job.path, line.document)) return null;
    const ownInput = line.output !== null && job.output === job.path;
    if (!ownInput && !hasContent(job.path, line.input)) return null;
    if (line.output !== null && !hasContent(job.output ?? job.path, line.output)) return null;
    return { ...line.report, file: job.name };
  }

  /** A workbook without a lasting result is left out: it is tried again. */
  add(job: WorkbookJob, { report, input, output, document }: ScoredJob): void {
    if (input === null || report.error?.code === "write-failed") return;
    const line: Line = { run: this.run, job: jobKey(job), input, output, document, report };
    try {
      mkdirSync(path.dirname(this.file), { recursive: true });
      // A run that broke off may have left half a line: its end is marked before the next begins.
      appendTo(this.file, `\n${JSON.stringify(line)}\n`);
    } catch {
      if (!this.#failed) this.onFailure();
      this.#failed = true;
    }
  }

  /** The run is complete: nothing is left to go on with. */
  remove(): void {
    if (isOwnFile(this.file)) rmSync(this.file, { force: true });
  }
}

/** Not a link, nor a second name of some other file: nothing but a journal is ever written to. */
function isOwnFile(file: string): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found === undefined || (found.isFile() && found.nlink === 1);
}

function appendTo(file: string, text: string): void {
  if (!isOwnFile(file)) throw new Error("The journal's place is taken.");
  appendFileSync(file, text);
}

function readLines(file: string): Line[] {
  let text: string;
  try {
    text = isOwnFile(file) ? new TextDecoder().decode(readWholeFile(file)) : "";
  } catch {
    return [];
  }
  return text.split("\n").flatMap((line) => {
    try {
      const found: unknown = line === "" ? null : JSON.parse(line);
      return isLine(found) ? [found] : [];
    } catch {
      return []; // the half line of a broken run
    }
  });
}

function isLine(found: unknown): found is Line {
  return typeof found === "object" && found !== null && "run" in found && "job" in found && "report" in found;
}

const jobKey = ({ path: file, output, document }: WorkbookJob): string =>
  createHash("sha256")
    .update(JSON.stringify([file, output, document]))
    .digest("hex");

/** Everything but the workbook that a result depends on. */
export function runKey(task: ScoringTask, version: string): string {
  return createHash("sha256")
    .update(
      JSON.stringify([
        version,
        task.options.values,
        task.options.adopt,
        task.reportText,
        task.template === null ? null : fingerprintOf(readWholeFile(task.template)),
        task.outline,
      ]),
    )
    .digest("hex");
}

const NAME = "绩衡进度.jsonl";

/** Beside what the run leaves behind; null where it leaves nothing, and must start anew. */
export function journalFile(options: ScoreOptions, directory: string): string | null {
  const [first] = options.inputs;
  if (options.out !== null) return path.resolve(directory, options.out, `.${NAME}`);
  if (options.report !== null) {
    const report = path.resolve(directory, options.report);
    return path.join(report.toLowerCase().endsWith(".docx") ? path.dirname(report) : report, `.${NAME}`);
  }
  if (options.json !== null && options.json !== "-") {
    const json = path.resolve(directory, options.json);
    return path.join(path.dirname(json), `.${path.basename(json)}.${NAME}`);
  }
  if (!options.inPlace || first === undefined) return null;
  return path.join(folderOf(path.resolve(directory, first)), `.${NAME}`);
}

function folderOf(input: string): string {
  return input.toLowerCase().endsWith(".xlsx") ? path.dirname(input) : input;
}
