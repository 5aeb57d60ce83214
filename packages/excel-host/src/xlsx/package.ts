import { WorkbookFileError } from "./file-error";
import type { OpenLimits } from "./limits";
import { readXml } from "./xml";
import { readZip, unpacked, type ZipEntry } from "./zip";

export interface Relationship {
  readonly id: string;
  /** The last step of its type, such as `worksheet`: the same in strict and transitional packages. */
  readonly type: string;
  /** Part name, or an address outside. */
  readonly target: string;
  readonly external: boolean;
}

export const contentTypesPart = "[Content_Types].xml";

/** The parts of a workbook by name, which has no case and no backslashes; a part is unpacked when it is asked for. */
export class WorkbookPackage {
  readonly #entries = new Map<string, ZipEntry>();
  /** Names as they stand in the package, by their lower case. */
  readonly #spelling = new Map<string, string>();

  constructor(entries: readonly ZipEntry[]) {
    for (const entry of entries) {
      if (entry.name.endsWith("/")) continue;
      this.#entries.set(entry.name, entry);
      this.#spelling.set(entry.name.toLowerCase(), entry.name);
    }
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /** The name as the package spells it; null where there is no such part. */
  find(name: string): string | null {
    return this.#spelling.get(name.toLowerCase()) ?? null;
  }

  entry(name: string): ZipEntry | undefined {
    return this.#entries.get(this.find(name) ?? name);
  }

  /** @throws WorkbookFileError for a part that is missing, or is no text */
  text(name: string): string {
    const entry = this.entry(name);
    if (!entry) throw new WorkbookFileError("damaged", `${name} is missing`, `文件里缺少 ${name}`);
    let bytes: Uint8Array;
    try {
      bytes = unpacked(entry);
    } catch (error) {
      throw new WorkbookFileError("damaged", `${name}: ${String(error)}`, `文件里的 ${name} 解压不了`);
    }
    const text = decoded(bytes);
    if (text === null)
      throw new WorkbookFileError("damaged", `${name} is no text`, `文件里的 ${name} 的编码不对`);
    return text;
  }

  /** Relationships of a part (`""` is the package). */
  relationships(part: string): Relationship[] {
    const name = this.find(relationshipsName(part));
    if (name === null) return [];
    const out: Relationship[] = [];
    readXml(name, this.text(name), {
      open: (element, a) => {
        if (element !== "Relationship") return;
        const external = a["TargetMode"] === "External";
        const target = a["Target"] ?? "";
        out.push({
          id: a["Id"] ?? "",
          type: (a["Type"] ?? "").replace(/^.*\//, ""),
          target: external ? target : this.#spelled(absoluteTarget(part, target)),
          external,
        });
      },
    });
    return out;
  }

  #spelled(name: string): string {
    return this.find(name) ?? name;
  }
}

const startsWith = (bytes: Uint8Array, signature: number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);
const zipSignature = [0x50, 0x4b, 0x03, 0x04];
const compoundFileSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** The package of a workbook, looked over before anything of it is unpacked. @throws WorkbookFileError */
export function openPackage(bytes: Uint8Array, limits: OpenLimits): WorkbookPackage {
  const pack = new WorkbookPackage(checkedEntries(bytes, limits));
  if (pack.find(contentTypesPart) === null)
    throw new WorkbookFileError("not-xlsx", "a zip file without content types");
  return pack;
}

function checkedEntries(bytes: Uint8Array, limits: OpenLimits): ZipEntry[] {
  if (startsWith(bytes, compoundFileSignature)) {
    // Encrypted workbooks and old .xls files are both compound files; the stream's name tells them apart.
    if (includesUtf16(bytes, "EncryptedPackage"))
      throw new WorkbookFileError("encrypted", "EncryptedPackage");
    throw new WorkbookFileError("not-xlsx", "compound file");
  }
  if (!startsWith(bytes, zipSignature)) throw new WorkbookFileError("not-xlsx", "no zip signature");
  let entries: ZipEntry[];
  try {
    entries = readZip(bytes);
  } catch (error) {
    throw new WorkbookFileError("damaged", `zip: ${String(error)}`);
  }
  if (entries.length > limits.entries)
    throw new WorkbookFileError(
      "too-large",
      `${entries.length} entries`,
      `文件里有 ${entries.length} 个部件`,
    );
  // No more of an entry is unpacked than the directory states, so that checking these sizes is enough.
  const expanded = entries.reduce((sum, { size }) => sum + size, 0);
  if (expanded > limits.expandedBytes) throw new WorkbookFileError("too-large", `${expanded} bytes unpacked`);
  return entries;
}

function includesUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((sign) => [sign.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1))
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}

/** XML says its encoding by its first bytes, or in its declaration; null for bytes that are not what they say. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  const start = String.fromCharCode(...bytes.subarray(0, 120));
  const stated = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
  // What says UTF-16 and has no zero bytes was converted by somebody who left the declaration.
  return stated === undefined || /^utf-?16/i.test(stated) ? "utf-8" : stated;
}

export const relationshipsName = (part: string): string => part.replace(/([^/]*)$/, "_rels/$1.rels");

/** The part that a target names: from the root, or from the folder of the part that states it. */
export function absoluteTarget(part: string, target: string): string {
  const path = target.replace(/\\/g, "/").replace(/#.*$/, "");
  const from = path.startsWith("/") ? "" : part.slice(0, part.lastIndexOf("/") + 1);
  const out: string[] = [];
  for (const step of (from + path).split("/")) {
    if (step === "..") out.pop();
    else if (step !== "." && step !== "") out.push(step);
  }
  return unescapedPath(out.join("/"));
}

function unescapedPath(path: string): string {
  try {
    return path.includes("%") ? decodeURI(path) : path;
  } catch {
    return path;
  }
}
