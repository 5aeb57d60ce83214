import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { readWholeFile } from "./read-file";

/** Tells one content of a file from another. */
export interface Fingerprint {
  readonly size: number;
  readonly sha256: string;
}

export function fingerprintOf(bytes: Uint8Array): Fingerprint {
  return { size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** Whether the file exists with exactly this content. */
export function hasContent(file: string, { size, sha256 }: Fingerprint): boolean {
  try {
    return statSync(file).size === size && fingerprintOf(readWholeFile(file)).sha256 === sha256;
  } catch {
    return false;
  }
}
