import { readdirSync, statSync, type Dirent } from "node:fs";
import path from "node:path";
import { UsageError, type ScoreOptions } from "./options";

/** A workbook to be scored. */
export interface WorkbookJob {
  readonly path: string;
  /** Its name in the report: the base name of a single file, or the path below the folder given. */
  readonly name: string;
  /** Where the result goes; null when nothing is written. */
  readonly output: string | null;
}

/** Lists the workbooks of all inputs, folders in name order. @throws UsageError where an output cannot be meant */
export function listWorkbooks(options: ScoreOptions, baseDirectory: string): WorkbookJob[] {
  const out = options.out === null ? null : path.resolve(baseDirectory, options.out);
  const found = options.inputs.flatMap((input) => expand(path.resolve(baseDirectory, input), out));
  const toFile = out !== null && out.toLowerCase().endsWith(".xlsx");
  if (toFile && found.length !== 1)
    throw new UsageError("--out 是 .xlsx 文件名时，只能处理一个工作簿；多个工作簿请给文件夹。");
  const jobs = found.map(({ file, name }) => ({ path: file, name, output: outputOf(file, name) }));
  refuseClashes(jobs, options.inPlace);
  return jobs;

  function outputOf(file: string, name: string): string | null {
    if (options.inPlace) return file;
    if (out === null) return null;
    return toFile ? out : path.join(out, name);
  }
}

/** Two results in one file, or a result over its own workbook without being told so. */
function refuseClashes(jobs: readonly WorkbookJob[], inPlace: boolean): void {
  const outputs = new Set<string>();
  for (const { path: file, name, output } of jobs) {
    if (output === null) continue;
    if (output === file && !inPlace)
      throw new UsageError(
        `结果会覆盖原工作簿“${name}”。请给 --out 另一个文件夹；确要写回原处，请用 --in-place。`,
      );
    if (outputs.has(output))
      throw new UsageError(`有两个工作簿的结果都要写到“${name}”。请分别运行，各给一个 --out 文件夹。`);
    outputs.add(output);
  }
}

/** What an earlier run left in `out` is no input, where that lies below the folder. */
function expand(input: string, out: string | null): { file: string; name: string }[] {
  if (!isFolder(input)) return [{ file: input, name: path.basename(input) }];
  const isResult = (file: string): boolean =>
    out !== null && out !== input && file.startsWith(out + path.sep);
  const own = workbooksBelow(input).filter((file) => !isResult(file));
  return own.map((file) => ({
    file,
    name: path.relative(input, file).split(path.sep).join("/"),
  }));
}

/** What cannot even be looked at counts as a file: reading it will say so. */
function isFolder(input: string): boolean {
  try {
    return statSync(input).isDirectory();
  } catch {
    return false;
  }
}

/** A folder that cannot be listed stands for what is in it: it is reported as unreadable, and the others are scored. */
function workbooksBelow(folder: string): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [folder];
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) return workbooksBelow(full);
      // ~$ files are the locks that Excel leaves beside an open workbook.
      return entry.name.toLowerCase().endsWith(".xlsx") && !entry.name.startsWith("~$") ? [full] : [];
    });
}
