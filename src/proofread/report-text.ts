import { DocxFailure, docxText } from "./docx";

export type UnreadableCode =
  "doc" | "pdf" | "rtf" | "html" | "big5" | "binary" | "encoding" | "empty" | "docx";

const MESSAGES: Readonly<Record<UnreadableCode, string>> = {
  doc: "这是旧版 Word 文档（.doc），读不出文字。请用 Word 或 WPS 打开，另存为 .docx 再选。",
  pdf: "这是 PDF 文件，读不出文字。请给报告的 .docx 原稿，或打开 PDF 后把文字复制粘贴进来。",
  rtf: "这是 RTF 文件，读不出文字。请用 Word 或 WPS 打开，另存为 .docx 再选。",
  html: "这是网页文件，读不出文字。请在浏览器中打开，把正文复制粘贴进来，或另存为 .docx 再选。",
  big5: "这个文本是繁体中文编码（Big5），读出来会是乱码。请用记事本打开，另存为 UTF-8 编码再选。",
  binary: "这不是文字文件。请给报告的 .docx 或 .txt 文件。",
  encoding: "这个文本的编码认不出来。请用记事本打开，另存为 UTF-8 编码再选。",
  empty: "文件里没有文字。请检查选的是不是报告文件。",
  docx: "这个 Word 文档读不出文字。请用 Word 打开后另存一份再试。",
};

/** The file holds no text that can be read; the message says why and what to do next. */
export class UnreadableText extends Error {
  override readonly name = "UnreadableText";

  constructor(
    readonly code: UnreadableCode,
    message: string = MESSAGES[code],
  ) {
    super(message);
  }
}

const begins = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/**
 * The text of a report's file: .docx, or plain text in UTF-8, UTF-16 or the encoding in which Chinese Windows saves it.
 * @throws UnreadableText where it is none of these
 */
export function textOfReport(bytes: Uint8Array): string {
  const text = decoded(bytes);
  if (text.trim() === "") throw new UnreadableText("empty");
  return text;
}

function decoded(bytes: Uint8Array): string {
  if (begins(bytes, 0x50, 0x4b)) return textOfDocx(bytes);
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new UnreadableText("doc");
  const start = new TextDecoder("latin1").decode(bytes.slice(0, 512)).trimStart();
  if (start.startsWith("%PDF")) throw new UnreadableText("pdf");
  if (start.startsWith("{\\rtf")) throw new UnreadableText("rtf");
  if (/^(?:\u00ef\u00bb\u00bf)?(?:<!doctype html|<html|<head|<body)/i.test(start))
    throw new UnreadableText("html");
  const wide = wideEncoding(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  if (bytes.includes(0)) throw new UnreadableText("binary");
  return narrow(bytes);
}

function textOfDocx(bytes: Uint8Array): string {
  try {
    return docxText(bytes);
  } catch (error) {
    throw error instanceof DocxFailure ? new UnreadableText("docx", error.message) : error;
  }
}

/** UTF-16 by its mark, as Notepad's "Unicode" has it. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (begins(bytes, 0xff, 0xfe)) return "utf-16le";
  return begins(bytes, 0xfe, 0xff) ? "utf-16be" : null;
}

function narrow(bytes: Uint8Array): string {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (encoding === "gb18030" && isNonsense(text)) break;
      return text;
    } catch {
      // Not this one.
    }
  }
  throw new UnreadableText(isBig5(bytes) ? "big5" : "encoding");
}

const COMMON = /[的一是在有和了不人为年度个预算资金支出项目绩效评价得分万元情况完成]/g;

/** Text of a report has some of the commonest characters; what was decoded the wrong way has hardly any. */
function isNonsense(text: string): boolean {
  const letters = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const common = text.match(COMMON)?.length ?? 0;
  const rare = text.match(/[\u3100-\u312f\ue000-\uf8ff]/gu)?.length ?? 0;
  return letters >= 12 && (common * 40 < letters || rare * 20 > letters);
}

function isBig5(bytes: Uint8Array): boolean {
  try {
    return !isNonsense(
      new TextDecoder("big5", { fatal: true }).decode(bytes).replace(/[萬預資項績評價]/g, "的"),
    );
  } catch {
    return false;
  }
}
