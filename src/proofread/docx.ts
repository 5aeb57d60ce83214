import { strFromU8, unzipSync } from "fflate";
import { placedText } from "./docx-text";

export type DocxFailureCode = "not-docx" | "damaged" | "too-large" | "has-entities";

const MESSAGES: Readonly<Record<DocxFailureCode, string>> = {
  "not-docx": "这不是 Word 文档（.docx）。请另存为 .docx，或把文字粘贴进来。",
  damaged: "Word 文档已损坏，读不出文字。请用 Word 打开后另存一份再试。",
  "too-large": "Word 文档过大（正文超过 32 MB）。请删去无关内容后再试。",
  "has-entities": "Word 文档含有实体声明，为安全起见不予读取。请用 Word 打开后另存一份再试。",
};

/** Why a .docx cannot be read; the message says what to do. */
export class DocxFailure extends Error {
  constructor(readonly code: DocxFailureCode) {
    super(MESSAGES[code]);
    this.name = "DocxFailure";
  }
}

export const BODY = "word/document.xml";
const NOTES = ["word/footnotes.xml", "word/endnotes.xml"];
const LARGEST_FILE = 64 * 1024 * 1024;
const LARGEST_BODY = 32 * 1024 * 1024;

/**
 * The text of a .docx: a line for each paragraph, a tab-separated line for each table row. Deleted text, field codes and
 * numbers that Word itself puts before list items are left out. Throws DocxFailure.
 */
export function docxText(bytes: Uint8Array): string {
  const { body, notes } = openDocx(bytes);
  const texts = [body, ...notes].map((xml) => placedText(xml).text);
  // Footnotes come last, so that places in the body stay what they are.
  return texts.filter((text, at) => at === 0 || text.trim() !== "").join("\n");
}

/** The XML of the body and of the notes below and behind it. Throws DocxFailure. */
export function openDocx(bytes: Uint8Array): { readonly body: string; readonly notes: readonly string[] } {
  const parts = partsOf(bytes);
  // Word writes no document type; entities of one could grow without bound.
  if (parts.some((xml) => /<!(?:DOCTYPE|ENTITY)/i.test(xml))) throw new DocxFailure("has-entities");
  const [body = "", ...notes] = parts;
  return { body, notes };
}

function partsOf(bytes: Uint8Array): string[] {
  if (bytes.length > LARGEST_FILE) throw new DocxFailure("too-large");
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new DocxFailure("not-docx");
  let parts: Record<string, Uint8Array>;
  let isTooLarge = false;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isRead = name === BODY || NOTES.includes(name);
        isTooLarge ||= isRead && originalSize > LARGEST_BODY;
        return isRead && !isTooLarge;
      },
    });
  } catch {
    throw new DocxFailure("damaged");
  }
  if (isTooLarge) throw new DocxFailure("too-large");
  const body = parts[BODY];
  if (body === undefined) throw new DocxFailure("not-docx");
  return [body, ...NOTES.flatMap((name) => parts[name] ?? [])].map((part) => strFromU8(part));
}
