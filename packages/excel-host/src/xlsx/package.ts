import { unzipSync } from "fflate";
import { WorkbookFileError } from "./file-error";
import type { OpenLimits } from "./limits";
import { readXml } from "./xml";

export type Parts = Record<string, Uint8Array>;

const startsWith = (bytes: Uint8Array, signature: number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);
const zipSignature = [0x50, 0x4b, 0x03, 0x04];
const compoundFileSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Unpacks a workbook. @throws WorkbookFileError */
export function unpack(bytes: Uint8Array, limits: OpenLimits): Parts {
  if (startsWith(bytes, compoundFileSignature)) {
    // Encrypted workbooks and old .xls files are both compound files; the stream's name tells them apart.
    if (includesUtf16(bytes, "EncryptedPackage"))
      throw new WorkbookFileError("encrypted", "EncryptedPackage");
    throw new WorkbookFileError("not-xlsx", "compound file");
  }
  if (!startsWith(bytes, zipSignature)) throw new WorkbookFileError("not-xlsx", "no zip signature");
  let entries = 0;
  let expanded = 0;
  let parts: Parts;
  try {
    parts = unzipSync(bytes, {
      filter: (file) => {
        entries++;
        // The unpacker takes no more bytes than the directory states, so that checking these is enough.
        expanded += file.originalSize;
        if (entries > limits.entries) throw new WorkbookFileError("too-large", `${entries} entries`);
        if (expanded > limits.expandedBytes)
          throw new WorkbookFileError("too-large", `${expanded} bytes unpacked`);
        return !file.name.endsWith("/");
      },
    });
  } catch (error) {
    if (error instanceof WorkbookFileError) throw error;
    throw new WorkbookFileError("damaged", `zip: ${String(error)}`);
  }
  if (!("[Content_Types].xml" in parts))
    throw new WorkbookFileError("not-xlsx", "a zip file without content types");
  return parts;
}

function includesUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((sign) => [sign.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1))
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}

export function partText(parts: Parts, name: string): string {
  const bytes = parts[name];
  if (!bytes) throw new WorkbookFileError("damaged", `${name} is missing`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new WorkbookFileError("damaged", `${name} is not UTF-8`);
  }
}

export interface Relationship {
  id: string;
  type: string;
  /** Part name, or an address outside. */
  target: string;
  external: boolean;
}

/** Relationships of a part (`""` is the package). */
export function relationships(parts: Parts, part: string): Relationship[] {
  const slash = part.lastIndexOf("/");
  const folder = part.slice(0, slash + 1);
  const name = `${folder}_rels/${part.slice(slash + 1)}.rels`;
  if (!(name in parts)) return [];
  const out: Relationship[] = [];
  readXml(name, partText(parts, name), {
    open(element, a) {
      if (element !== "Relationship") return;
      const external = a["TargetMode"] === "External";
      const target = a["Target"] ?? "";
      out.push({
        id: a["Id"] ?? "",
        type: (a["Type"] ?? "").replace(/^.*\//, ""),
        target: external ? target : absolute(folder, target),
        external,
      });
    },
  });
  return out;
}

function absolute(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const out: string[] = [];
  for (const step of (folder + target).split("/")) {
    if (step === "..") out.pop();
    else if (step !== "." && step !== "") out.push(step);
  }
  return out.join("/");
}
