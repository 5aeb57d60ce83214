import { wordTable } from "../text/word-table";
import { strFromU8, unzipSync } from "fflate";

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

const BODY = "word/document.xml";
const LARGEST_FILE = 64 * 1024 * 1024;
const LARGEST_BODY = 32 * 1024 * 1024;

/**
 * The text of a .docx: a line for each paragraph, a tab-separated line for each table row. Deleted text, field codes and
 * numbers that Word itself puts before list items are left out. Throws DocxFailure.
 */
export function docxText(bytes: Uint8Array): string {
  const xml = bodyOf(bytes);
  // Word writes no document type; entities of one could grow without bound.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new DocxFailure("has-entities");
  return linesOf(xml).join("\n");
}

function bodyOf(bytes: Uint8Array): string {
  if (bytes.length > LARGEST_FILE) throw new DocxFailure("too-large");
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new DocxFailure("not-docx");
  let body: Uint8Array | undefined;
  let isTooLarge = false;
  try {
    body = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isBody = name === BODY;
        isTooLarge ||= isBody && originalSize > LARGEST_BODY;
        return isBody && !isTooLarge;
      },
    })[BODY];
  } catch {
    throw new DocxFailure("damaged");
  }
  if (isTooLarge) throw new DocxFailure("too-large");
  if (body === undefined) throw new DocxFailure("not-docx");
  return strFromU8(body);
}

const TOKEN = /<(\/?)([A-Za-z][\w.-]*:[A-Za-z][\w.-]*)\b[^>]*?(\/?)>|([^<]+)|</g;
/** What stands in these is not read: deleted text, field codes, and the second copy of a text box. */
const SKIPPED: ReadonlySet<string> = new Set(["w:del", "w:instrText", "mc:Fallback", "w:moveFrom"]);

function linesOf(xml: string): string[] {
  const lines: string[] = [];
  const rows: { cells: string[] }[] = [];
  let line = "";
  let isText = false;
  let skipping = 0;
  // Inside a table a paragraph ends its part of a cell, outside it ends a line.
  const endParagraph = (): void => {
    const row = rows.at(-1);
    if (row === undefined) lines.push(line);
    else {
      const last = row.cells.length - 1;
      if (last >= 0)
        row.cells[last] = [row.cells[last], line.replace(/[\t\n]/g, " ").trim()]
          .filter((part) => part !== "")
          .join(" ");
    }
    line = "";
  };
  for (const [, closing = "", name = "", single = "", text] of xml.matchAll(TOKEN)) {
    if (text !== undefined) {
      if (isText && skipping === 0) line += decoded(text);
      continue;
    }
    const opens = closing === "" && single === "";
    if (SKIPPED.has(name)) skipping += opens ? 1 : closing !== "" ? -1 : 0;
    if (skipping > 0) continue;
    if (name === "w:t") isText = opens;
    else if (name === "w:tab" && closing === "") line += rows.length > 0 ? " " : "\t";
    else if ((name === "w:br" || name === "w:cr") && closing === "") line += rows.length > 0 ? " " : "\n";
    else if (name === "w:p" && !opens) endParagraph();
    else if (name === "w:tr" && opens) rows.push({ cells: [] });
    else if (name === "w:tc" && opens) rows.at(-1)?.cells.push("");
    else if (name === "w:tr" && closing !== "") {
      const ended = rows.pop();
      const outer = rows.at(-1);
      if (ended === undefined) continue;
      if (outer === undefined) lines.push(ended.cells.join("\t"));
      else line += ended.cells.join(" ");
    }
  }
  return lines;
}

const ENTITIES: Readonly<Record<string, string>> = wordTable({
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
});

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(\w+));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = decimal === undefined ? parseInt(hex ?? "", 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
    },
  );
}
