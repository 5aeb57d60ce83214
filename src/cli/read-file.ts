import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { fileTrouble } from "./file-trouble";

/** Bytes. Far above any workbook that the host opens, far below what would fill the memory. */
export const MOST_BYTES = 256 * 1024 * 1024;

export type UnreadableCode = "not-xlsx" | "damaged" | "too-large";

/** The file cannot or must not be read; the message is for the user. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";

  constructor(
    readonly code: UnreadableCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * The content of an ordinary file. What it is and how large is asked before anything is read: a pipe would keep us
 * waiting, a device never end.
 * @throws UnreadableFile
 */
export function readWholeFile(file: string, most = MOST_BYTES): Uint8Array {
  let open: number | null = null;
  try {
    // Not to wait for somebody to write into a pipe. Windows has no such flag, and no such files.
    open = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const found = fstatSync(open);
    if (found.isDirectory())
      throw new UnreadableFile("damaged", "读不到：这是文件夹，不是文件。请检查路径。");
    if (!found.isFile())
      throw new UnreadableFile("not-xlsx", "这是管道或设备，不是普通文件，没有读取。请给出工作簿文件。");
    if (found.size > most)
      throw new UnreadableFile(
        "too-large",
        `文件有 ${Math.ceil(found.size / 1024 / 1024)} MB，超过 ${most / 1024 / 1024} MB 的上限，没有读取。请删除无关的工作表和图片，或拆分后重试。`,
      );
    return readOpen(open, found.size);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const trouble = fileTrouble(error, "请检查路径和权限。");
    throw new UnreadableFile("damaged", `读不到这个文件或文件夹：${trouble}`, { cause: error });
  } finally {
    if (open !== null) closeSync(open);
  }
}

/** As many bytes as the file had when it was asked: one that grows meanwhile is not followed. */
function readOpen(open: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let filled = 0;
  while (filled < size) {
    const read = readSync(open, bytes, filled, size - filled, null);
    if (read === 0) break;
    filled += read;
  }
  return bytes.subarray(0, filled);
}
