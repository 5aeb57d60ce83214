import { realpathSync, statSync } from "node:fs";
import path from "node:path";

/** File systems of these platforms take two spellings that differ in capitals for one name. */
const FOLDS_CASE = process.platform === "win32" || process.platform === "darwin";

/**
 * Where a path leads: behind all links, also where its last parts are yet to be made. Two paths that lead to one place
 * are one text.
 */
export function placeOf(file: string, foldsCase = FOLDS_CASE): string {
  const rest: string[] = [];
  for (let at = path.resolve(file); ; at = path.dirname(at)) {
    const real = realPath(at);
    if (real !== null || path.dirname(at) === at) {
      const place = path.join(real ?? at, ...rest);
      return foldsCase ? place.normalize("NFC").toLowerCase() : place;
    }
    rest.unshift(path.basename(at));
  }
}

function realPath(file: string): string | null {
  try {
    return realpathSync.native(file);
  } catch {
    return null;
  }
}

/** Whether two paths are one file or will be: by the file system's own number where there are files, else by place. */
export function isSameFile(a: string, b: string): boolean {
  return identityOf(a) === identityOf(b);
}

/** What is equal for two names of one file, hard links among them. */
export function identityOf(file: string): string {
  try {
    const { dev, ino } = statSync(file, { bigint: true });
    // Some network drives number nothing.
    if (ino !== 0n) return `${dev}:${ino}`;
  } catch {
    // Not there yet: its place must do.
  }
  return placeOf(file);
}
