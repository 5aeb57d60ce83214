import { readdirSync, realpathSync, statSync, type Dirent } from "node:fs";
import path from "node:path";
import { whyLeftOut, type LeftOut } from "./left-out";
import { UsageError, type ScoreOptions } from "./options";
import { refuseClashes } from "./clashes";
import type { WorkbookJob } from "./job";

export interface Listing {
  readonly jobs: readonly WorkbookJob[];
  readonly leftOut: readonly LeftOut[];
}

/** Lists the workbooks of all inputs, folders in name order. @throws UsageError where an output cannot be meant */
export function listWorkbooks(options: ScoreOptions, baseDirectory: string): Listing {
  const out = options.out === null ? null : path.resolve(baseDirectory, options.out);
  const listed = options.inputs.map((input) =>
    expand(path.resolve(baseDirectory, input), out, options.inPlace),
  );
  const found = listed.flatMap(({ workbooks }) => workbooks);
  const toFile = out !== null && out.toLowerCase().endsWith(".xlsx");
  if (toFile && found.length > 1)
    throw new UsageError("--out 是 .xlsx 文件名时，只能处理一个工作簿；多个工作簿请给文件夹。");
  const report = options.report === null ? null : path.resolve(baseDirectory, options.report);
  const oneDocument = report?.toLowerCase().endsWith(".docx") === true;
  if (oneDocument && found.length > 1)
    throw new UsageError("--report 是 .docx 文件名时，只能处理一个工作簿；多个工作簿请给文件夹。");
  const jobs = found.map(({ file, name }) => ({
    path: file,
    name,
    output: outputOf(file, name),
    document: documentOf(name),
  }));
  refuseClashes(jobs, options, baseDirectory);
  return { jobs, leftOut: listed.flatMap(({ leftOut }) => leftOut) };

  function documentOf(name: string): string | null {
    if (report === null) return null;
    return oneDocument ? report : path.join(report, name.replace(/\.xlsx$/i, ".docx"));
  }

  function outputOf(file: string, name: string): string | null {
    if (options.inPlace) return file;
    if (out === null) return null;
    return toFile ? out : path.join(out, name);
  }
}

interface Found {
  readonly file: string;
  readonly name: string;
}

interface Expanded {
  readonly workbooks: Found[];
  readonly leftOut: LeftOut[];
}

/** What an earlier run left in `out` is no input, where that lies below the folder. */
function expand(input: string, out: string | null, inPlace: boolean): Expanded {
  if (!isFolder(input)) return single(input);
  const expanded: Expanded = { workbooks: [], leftOut: [] };
  const real = realPath(input) ?? input;
  const seen = new Map<string, string>();
  for (const entry of entriesBelow(input)) {
    if (out !== null && out !== input && entry.file.startsWith(out + path.sep)) continue;
    const name = path.relative(input, entry.file).split(path.sep).join("/");
    const why = whyNot(entry, inPlace ? real : null, seen, name);
    if (why === "workbook") expanded.workbooks.push({ file: entry.file, name });
    else if (why !== null) expanded.leftOut.push({ file: name, ...why });
  }
  return expanded;
}

/** Named by the user: read whatever its name, but for what other programs leave beside a workbook. */
function single(input: string): Expanded {
  const name = path.basename(input);
  const why = whyLeftOut(name);
  return why !== null && why !== "workbook" && why.kind === "lock"
    ? { workbooks: [], leftOut: [{ file: name, ...why }] }
    : { workbooks: [{ file: input, name }], leftOut: [] };
}

interface Entry {
  readonly file: string;
  readonly isLink: boolean;
  /** A folder that cannot be listed stands for what is in it: it is reported as unreadable. */
  readonly isUnlisted: boolean;
}

/** `within`: the folder whose files alone may be written to, where workbooks are written back to their place. */
function whyNot(
  { file, isLink, isUnlisted }: Entry,
  within: string | null,
  seen: Map<string, string>,
  name: string,
): ReturnType<typeof whyLeftOut> {
  if (isUnlisted) return "workbook";
  if (isLink && isFolder(file))
    return { kind: "link", reason: "指向文件夹的链接，没有进入。需要时请直接给出那个文件夹" };
  const why = whyLeftOut(path.basename(file));
  if (why !== "workbook" || within === null) return why;
  const real = realPath(file) ?? file;
  if (isLink && !real.startsWith(within + path.sep))
    return { kind: "link", reason: "链接指向这个文件夹之外的文件，没有改动。需要时请直接给出那个文件" };
  const other = seen.get(real);
  if (other !== undefined) return { kind: "same-file", reason: `与“${other}”是同一个文件` };
  seen.set(real, name);
  return why;
}

/** What cannot even be looked at counts as a file: reading it will say so. */
function isFolder(input: string): boolean {
  try {
    return statSync(input).isDirectory();
  } catch {
    return false;
  }
}

function realPath(file: string): string | null {
  try {
    return realpathSync(file);
  } catch {
    return null;
  }
}

function entriesBelow(folder: string): Entry[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [{ file: folder, isLink: false, isUnlisted: true }];
  }
  // Files before the links to them: a file that is found twice goes by its own name.
  return entries
    .sort((a, b) => Number(a.isSymbolicLink()) - Number(b.isSymbolicLink()) || (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      return entry.isDirectory()
        ? entriesBelow(file)
        : [{ file, isLink: entry.isSymbolicLink(), isUnlisted: false }];
    });
}
