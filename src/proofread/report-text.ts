import { docxText } from "./docx";

/** The file holds no text that can be read. */
export class UnreadableText extends Error {
  override readonly name = "UnreadableText";
}

/** What 记事本 calls Unicode: told by its first two bytes. */
const WIDE = [
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
] as const;

/**
 * The text of a report's file: .docx, or plain text in UTF-8, UTF-16 or the encoding in which Chinese Windows saves it.
 * @throws UnreadableText where it is neither
 */
export function textOfReport(bytes: Uint8Array): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return docxText(bytes);
  const wide = WIDE.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (wide !== undefined) return new TextDecoder(wide.encoding, { fatal: true }).decode(bytes);
  if (bytes.includes(0)) throw new UnreadableText("binary content");
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this one.
    }
  }
  throw new UnreadableText("neither UTF-8 nor GB18030");
}
