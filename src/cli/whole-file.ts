import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

/** Writes a file wholly or not at all, with its folder: a run that is broken off leaves what stood there before. */
export function writeWholeFile(file: string, content: Uint8Array | string): void {
  const target = behindLinks(file);
  const before = statSync(target, { throwIfNoEntry: false });
  if (before !== undefined && !before.isFile()) {
    // A pipe or a device such as /dev/null is written to, never replaced.
    writeFileSync(target, content);
    return;
  }
  mkdirSync(path.dirname(target), { recursive: true });
  const part = partBeside(target);
  try {
    writeToDisk(part, content, before?.mode);
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Removes what a writer that was killed may have left beside the file. */
export function removePart(file: string): void {
  rmSync(partBeside(behindLinks(file)), { force: true });
}

/** Hidden, and no .xlsx: nothing that a folder run would take for a workbook. */
function partBeside(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file)}.part`);
}

function behindLinks(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/** On the disk before it is renamed: after a power cut the name never stands for an empty file. */
function writeToDisk(file: string, content: Uint8Array | string, mode: number | undefined): void {
  const open = openSync(file, "w", mode);
  try {
    writeFileSync(open, content);
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}
