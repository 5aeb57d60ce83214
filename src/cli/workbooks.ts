import { readdirSync, statSync } from "node:fs";
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
  const found = options.inputs.flatMap((input) => expand(path.resolve(baseDirectory, input)));
  const out = options.out === null ? null : path.resolve(baseDirectory, options.out);
  const toFile = out !== null && out.toLowerCase().endsWith(".xlsx");
  if (toFile && found.length !== 1)
    throw new UsageError("--out 是 .xlsx 文件名时，只能处理一个工作簿；多个工作簿请给文件夹。");
  return found.map(({ file, name }) => ({ path: file, name, output: outputOf(file, name) }));

  function outputOf(file: string, name: string): string | null {
    if (options.inPlace) return file;
    if (out === null) return null;
    return toFile ? out : path.join(out, name);
  }
}

function expand(input: string): { file: string; name: string }[] {
  const stats = statSync(input, { throwIfNoEntry: false });
  if (stats?.isDirectory() !== true) return [{ file: input, name: path.basename(input) }];
  return workbooksBelow(input).map((file) => ({
    file,
    name: path.relative(input, file).split(path.sep).join("/"),
  }));
}

function workbooksBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) return workbooksBelow(full);
      // ~$ files are the locks that Excel leaves beside an open workbook.
      return entry.name.toLowerCase().endsWith(".xlsx") && !entry.name.startsWith("~$") ? [full] : [];
    });
}
