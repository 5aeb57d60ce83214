import { wordTable } from "./word-table";

/** A start or end tag, or a piece of text, with its place in the source. */
export interface XmlToken {
  readonly kind: "open" | "close" | "single" | "text";
  /** With its prefix; "" for text. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /<(?<closing>\/?)(?<name>[A-Za-z][\w.-]*(?::[A-Za-z][\w.-]*)?)\b(?:"[^"]*"|'[^']*'|[^>"'])*?(?<single>\/?)>|[^<]+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|</g;

/** The tags and texts of well-formed XML, in order; comments and instructions are passed over. */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  for (const match of xml.matchAll(TOKEN)) {
    const start = match.index;
    const end = start + match[0].length;
    const { closing, name, single } = match.groups ?? {};
    if (name !== undefined)
      yield { kind: closing === "/" ? "close" : single === "/" ? "single" : "open", name, start, end };
    else if (!match[0].startsWith("<")) yield { kind: "text", name: "", start, end };
  }
}

const ENTITIES = wordTable({ lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" });
const REFERENCE = /^&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(\w+));$/;

/** The character that `&lt;` or `&#19975;` stands for; an unknown one stands for itself. */
export function referenced(reference: string): string {
  const [, decimal, hex, name] = REFERENCE.exec(reference) ?? [];
  if (name !== undefined) return ENTITIES[name] ?? reference;
  if (decimal === undefined && hex === undefined) return reference;
  const code = decimal === undefined ? parseInt(hex ?? "", 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** Text as it stands between tags. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
