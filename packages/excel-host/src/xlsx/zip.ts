import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";

/** One file of a zip, packed as it stands there. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  /** Bytes when unpacked. */
  readonly size: number;
  readonly packed: Uint8Array;
  /** Time and date as DOS keeps them. */
  readonly time: number;
}

const signatures = { local: 0x04034b50, directory: 0x02014b50, end: 0x06054b50 };
const sizes = { local: 30, directory: 46, end: 22 };
const encrypted = 1;
/** 1980-01-01: a package says when it was saved elsewhere, and the same workbook gives the same bytes. */
const noTime = 0x21 << 16;
const utf8Names = 0x0800;

/** The directory of a zip. Nothing is unpacked. @throws Error for what is no zip, or of a kind that no workbook has */
export function readZip(zip: Uint8Array): ZipEntry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.length - sizes.end;
  while (end >= 0 && view.getUint32(end, true) !== signatures.end) end--;
  if (end < 0) throw new Error("the directory is missing");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const out: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== signatures.directory) throw new Error("the directory is cut off");
    const packedSize = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    if (view.getUint16(at + 8, true) & encrypted) throw new Error("an entry is encrypted");
    if (view.getUint32(local, true) !== signatures.local)
      throw new Error("an entry is not where it should be");
    const data = local + sizes.local + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (data + packedSize > zip.length) throw new Error("an entry is cut off");
    const nameAt = at + sizes.directory;
    const isUtf8 = (view.getUint16(at + 8, true) & utf8Names) !== 0;
    out.push({
      // Some programs for Windows write backslashes.
      name: nameOf(zip.subarray(nameAt, nameAt + nameLength), isUtf8).replace(/\\/g, "/"),
      method: view.getUint16(at + 10, true),
      time: view.getUint32(at + 12, true),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
      packed: zip.subarray(data, data + packedSize),
    });
    at = nameAt + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return out;
}

function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  return strFromU8(bytes, !isUtf8 && !isValidUtf8(bytes));
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The bytes of an entry; no more of them than the directory states. @throws for damaged ones */
export function unpacked({ method, packed, size }: ZipEntry): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8) throw new Error(`compression method ${method}`);
  return inflateSync(packed, { out: new Uint8Array(size) });
}

export function packedEntry(name: string, bytes: Uint8Array, time = noTime): ZipEntry {
  const packed = deflateSync(bytes, { level: 6 });
  return { name, method: 8, crc: crc32(bytes), size: bytes.length, packed, time };
}

export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const named = entries.map((entry) => ({ entry, name: strToU8(entry.name) }));
  const total = named.reduce(
    (sum, { entry, name }) => sum + sizes.local + sizes.directory + 2 * name.length + entry.packed.length,
    sizes.end,
  );
  const out = new Uint8Array(total);
  const view = new DataView(out.buffer);
  const offsets: number[] = [];
  let at = 0;
  /** The fields that an entry and its line in the directory have in common. */
  const describe = (entry: ZipEntry, nameLength: number): void => {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, utf8Names, true);
    view.setUint16(at + 4, entry.method, true);
    view.setUint32(at + 6, entry.time, true);
    view.setUint32(at + 10, entry.crc, true);
    view.setUint32(at + 14, entry.packed.length, true);
    view.setUint32(at + 18, entry.size, true);
    view.setUint16(at + 22, nameLength, true);
  };
  for (const { entry, name } of named) {
    offsets.push(at);
    view.setUint32(at, signatures.local, true);
    at += 4;
    describe(entry, name.length);
    at += 26;
    out.set(name, at);
    at += name.length;
    out.set(entry.packed, at);
    at += entry.packed.length;
  }
  const directory = at;
  named.forEach(({ entry, name }, i) => {
    view.setUint32(at, signatures.directory, true);
    view.setUint16(at + 4, 20, true);
    at += 6;
    describe(entry, name.length);
    view.setUint32(at + 36, offsets[i] ?? 0, true);
    at += 40;
    out.set(name, at);
    at += name.length;
  });
  view.setUint32(at, signatures.end, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return out;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = (crcTable[(c ^ byte) & 255] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
