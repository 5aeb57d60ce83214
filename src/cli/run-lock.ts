import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { codeOf } from "./file-trouble";
import { isAlive } from "./process-alive";

const NAME = ".绩衡运行.lock";

interface Holder {
  readonly pid: number;
  readonly machine: string;
}

/** Another run is writing to the same folder. */
export class TakenFolder extends Error {
  override readonly name = "TakenFolder";

  constructor(
    readonly lock: string,
    readonly holder: Holder | null,
  ) {
    super(`taken by ${holder?.pid ?? "somebody"}`);
  }
}

/**
 * Keeps two runs from writing to one folder at a time; answers how to give it free. Where no lock can be made the run
 * goes on: its results will tell what is wrong with the folder.
 * @throws TakenFolder
 */
export function lockFolder(folder: string): () => void {
  const lock = path.join(folder, NAME);
  try {
    mkdirSync(folder, { recursive: true });
    make(lock);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") return () => undefined;
    takeOver(lock);
  }
  return () => {
    if (isOurs(holderOf(lock))) rmSync(lock, { force: true });
  };
}

function make(lock: string): void {
  const open = openSync(lock, "wx");
  try {
    writeFileSync(open, JSON.stringify({ pid: process.pid, machine: machine() } satisfies Holder));
  } finally {
    closeSync(open);
  }
}

/** A lock whose process is gone is set aside first: of two that find it, one renames it and the other finds a fresh one. */
function takeOver(lock: string): void {
  const holder = holderOf(lock);
  // Numbers of processes come again: a lock under our own is left from one that is gone.
  const isGone = holder?.machine === machine() && (holder.pid === process.pid || !isAlive(holder.pid));
  if (!isGone) throw new TakenFolder(lock, holder);
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
    rmSync(aside, { force: true });
    make(lock);
  } catch {
    throw new TakenFolder(lock, holderOf(lock));
  }
}

function holderOf(lock: string): Holder | null {
  try {
    const { pid, machine } = JSON.parse(readFileSync(lock, "utf8")) as Record<string, unknown>;
    return typeof pid === "number" && typeof machine === "string" ? { pid, machine } : null;
  } catch {
    return null;
  }
}

const isOurs = (holder: Holder | null): boolean =>
  holder?.pid === process.pid && holder.machine === machine();

/** Not the name itself: the lock may stay behind in a folder that is handed on. */
function machine(): string {
  return createHash("sha256").update(hostname()).digest("hex").slice(0, 12);
}
