import { docxText } from "./docx";

/** The file holds no text that can be read. */
export class UnreadableText extends Error {
  override readonly name = "UnreadableText";
}

/**
 * The text of a report's file: .docx, or plain text in UTF-8 or in the encoding in which Chinese Windows saves it.
 * @throws UnreadableText where it is neither
 */
export function textOfReport(bytes: Uint8Array): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return docxText(bytes);
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
