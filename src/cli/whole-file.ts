import { createHash } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { isAlive } from "./process-alive";

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
  const part = partBeside(target, process.pid);
  try {
    writeToDisk(part, content, before?.mode);
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Removes what a writing process that was killed may have left beside the file. */
export function removePart(file: string, pid: number): void {
  rmSync(partBeside(behindLinks(file), pid), { force: true });
}

/** Hidden, and no .xlsx: nothing that a folder run would take for a workbook. Two processes never share one. */
function partBeside(file: string, pid: number): string {
  // Not the name itself: with what is added to it, it could be longer than the file system takes.
  const name = createHash("sha256").update(path.basename(file)).digest("hex").slice(0, 16);
  return path.join(path.dirname(file), `.绩衡-${name}.${pid}.part`);
}

const PART = /^\.绩衡-[0-9a-f]{16}\.(?<pid>\d+)\.part$/;
const HOUR = 3_600_000;

/** Removes what processes that are gone left in the folder. On a network drive another machine may still write: only what is old. */
export function removeStaleParts(folder: string): void {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    const pid = PART.exec(name)?.groups?.["pid"];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const part = path.join(folder, name);
    const age = Date.now() - (statSync(part, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > HOUR) rmSync(part, { force: true });
  }
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
  rmSync(file, { force: true });
  // Made anew: whatever link somebody put there is not followed.
  const open = openSync(file, "wx", mode);
  try {
    writeFileSync(open, content);
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}
