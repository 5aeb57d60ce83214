import { closeSync, openSync, readSync, statSync, type Stats } from "node:fs";
import path from "node:path";
import { identityOf, placeOf } from "./file-identity";
import { UsageError, type ScoreOptions } from "./options";
import type { WorkbookJob } from "./job";

/**
 * Refuses a run that would write over what it reads, write two things to one place, or write to what it was not told
 * of: files are compared, not their names, for a link, a second name and other capitals lead to one file.
 * @throws UsageError
 */
export function refuseClashes(jobs: readonly WorkbookJob[], options: ScoreOptions, directory: string): void {
  const resolved = (name: string | null): string | null =>
    name === null ? null : path.resolve(directory, name);
  const [out, text] = [resolved(options.out), resolved(options.text)];
  const json = options.json === "-" ? null : resolved(options.json);
  if (out !== null) refuseOtherFormats(out, options.out ?? "", jobs);
  refuseResults(jobs, options.inPlace, out);
  refuseDocuments(
    jobs,
    options,
    [text, resolved(options.template)].filter((file) => file !== null),
  );
  const written = jobs.flatMap(({ output }) => output ?? []);
  if (text !== null && includesFile(written, text))
    throw new UsageError(`结果会覆盖报告文字“${options.text}”。请给 --out 另一个位置。`);
  if (json === null) return;
  const name = options.json ?? "";
  if (text !== null && includesFile([text], json))
    throw new UsageError(`JSON 会覆盖报告文字“${name}”。请给 --json 另一个文件名。`);
  if (includesFile([...jobs.map((job) => job.path), ...written], json))
    throw new UsageError(`JSON 会覆盖工作簿“${name}”。请给 --json 另一个文件名。`);
  refuseNoJson(json, name);
}

/** Two results in one file, or a result over any of the workbooks without being told so. */
function refuseResults(jobs: readonly WorkbookJob[], inPlace: boolean, out: string | null): void {
  const inputs = new Set(jobs.map((job) => identityOf(job.path)));
  const outside = out === null ? null : placeOf(out);
  const places = new Set<string>();
  for (const { name, output } of jobs) {
    if (output === null) continue;
    if (!inPlace && inputs.has(identityOf(output)))
      throw new UsageError(
        `结果会覆盖原工作簿“${name}”。请给 --out 另一个文件夹；确要写回原处，请用 --in-place。`,
      );
    const place = placeOf(output);
    if (outside !== null && place !== outside && !place.startsWith(outside + path.sep))
      throw new UsageError(
        `--out 文件夹中有链接，“${name}”的结果会写到文件夹之外。请给 --out 另一个文件夹。`,
      );
    if (places.has(place))
      throw new UsageError(`有两个工作簿的结果都要写到“${name}”。请分别运行，各给一个 --out 文件夹。`);
    places.add(place);
  }
}

/** Two Word reports in one file, or one over what is read or written besides. */
function refuseDocuments(
  jobs: readonly WorkbookJob[],
  { report }: ScoreOptions,
  read: readonly string[],
): void {
  const documents = jobs.flatMap(({ document }) => document ?? []);
  if (documents.length === 0) return;
  const asked = report ?? "";
  if (!/\.docx$/i.test(asked) && (/\.xlsx$/i.test(asked) || FILE_SUFFIX.test(asked)))
    throw new UsageError(`--report 不能是“${report}”：请给 .docx 文件名或文件夹。`);
  const taken = [
    ...read,
    ...jobs.flatMap(({ path: file, output }) => [file, ...(output === null ? [] : [output])]),
  ];
  if (documents.some((file) => includesFile(taken, file)))
    throw new UsageError(`Word 报告会覆盖正在使用的文件。请给 --report 另一个位置。`);
  if (new Set(documents.map((file) => placeOf(file))).size < documents.length)
    throw new UsageError(`有两个工作簿的 Word 报告都要写到一个文件。请分别运行，各给一个 --report 文件夹。`);
}

/** A name that stands for a file of another kind was hardly meant as a folder's. */
const FILE_SUFFIX = /\.(?:xls[mb]?|xlt[xm]?|ett?|ods|csv|docx?|wps|pdf|txt|json|zip)$/i;

function refuseOtherFormats(out: string, name: string, jobs: readonly WorkbookJob[]): void {
  if (FILE_SUFFIX.test(out)) throw new UsageError(`--out 不能是“${name}”：请给 .xlsx 文件名或文件夹。`);
  const [first] = jobs;
  if (out.toLowerCase().endsWith(".xlsx") && first !== undefined && /\.xl(?:s[mb]|t[xm])$/i.test(first.path))
    throw new UsageError(
      `“${first.name}”不是 .xlsx 格式，结果换成 .xlsx 文件名后 Excel 可能打不开。请给 --out 文件夹，或先另存为 .xlsx。`,
    );
}

const includesFile = (files: readonly string[], file: string): boolean => {
  const [identity, place] = [identityOf(file), placeOf(file)];
  return files.some((one) => identityOf(one) === identity || placeOf(one) === place);
};

/** `--json 甲.xlsx 乙.xlsx`: the name was forgotten, and a workbook stands in its place. */
function refuseNoJson(json: string, name: string): void {
  if (/\.(?:xl\w+|ett?|ods|csv|docx?|wps|pdf|txt|zip|rar|7z)$/i.test(name))
    throw new UsageError(
      `--json 后面应是 JSON 文件名，“${name}”不是。忘记文件名时请补上，例如 --json 结果.json。`,
    );
  if (!mayHoldJson(json))
    throw new UsageError(`“${name}”已经存在，而且不是 JSON 文件，没有覆盖它。请给 --json 另一个文件名。`);
}

/** Whether the file is not there yet, is empty, is a pipe or device, or begins as a JSON report does. */
function mayHoldJson(file: string): boolean {
  const found = statOf(file);
  if (found === null) return true;
  if (found.isDirectory()) return false;
  if (!found.isFile() || found.size === 0) return true;
  const open = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(16);
    const head = bytes.subarray(0, readSync(open, bytes, 0, bytes.length, 0)).toString("utf8");
    return /^\ufeff?\s*\{/.test(head);
  } finally {
    closeSync(open);
  }
}

/** Null also where the path cannot be walked: writing will say so. */
function statOf(file: string): Stats | null {
  try {
    return statSync(file);
  } catch {
    return null;
  }
}
