import { WorkbookFileError } from "./file-error";

/** A reader of the XML of OOXML parts: elements by local name, no entities of one's own, strict nesting. */

export type Attributes = Record<string, string>;

export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return named[name] ?? whole;
      const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
    },
  );
}

/** Control characters that XML does not allow are dropped. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");

const damaged = (part: string, detail: string, place: string | null = null): WorkbookFileError =>
  new WorkbookFileError("damaged", `${part}: ${detail}`, place);
const localName = (name: string): string => name.slice(name.indexOf(":") + 1);
// Sticky: what is no attribute ends the list, instead of being searched for one from each of its signs.
const attribute = /\s*([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/** By local name. `repeated` is told of a name that stands there twice, which XML does not allow. */
export function attributesOf(tag: string, repeated?: (name: string) => void): Attributes {
  const out: Attributes = {};
  attribute.lastIndex = 0;
  for (let found = attribute.exec(tag); found !== null; found = attribute.exec(tag)) {
    const [, name = "", double, single] = found;
    const local = localName(name);
    if (repeated && local in out && isRepeated(tag, name)) repeated(name);
    out[local] = unescapeXml(double ?? single ?? "");
  }
  return out;
}

/** Attributes of two namespaces may share their local name. */
const isRepeated = (tag: string, name: string): boolean =>
  tag
    .replace(/"[^"]*"|'[^']*'/g, '""')
    .split(/\s+/)
    .filter((one) => one.startsWith(`${name}=`)).length > 1;

/** @throws WorkbookFileError damaged */
export function readXml(part: string, xml: string, handler: XmlHandler): void {
  // A workbook needs no document type: its only use here would be entities that expand without end.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw damaged(part, "a document type declaration");
  const stray = strayCharacter(xml);
  if (stray !== null) throw damaged(part, stray, `文件里的 ${part} 含有不允许的字符（${stray}）`);
  const open: string[] = [];
  let at = xml.indexOf("<");
  if (at < 0) throw damaged(part, "no XML");
  while (at >= 0) {
    if (xml.startsWith("<!--", at)) at = after(xml, "-->", at, part);
    else if (xml.startsWith("<![CDATA[", at)) {
      const end = after(xml, "]]>", at, part);
      handler.text?.(xml.slice(at + 9, end - 3));
      at = end;
    } else if (xml.startsWith("<?", at)) at = after(xml, "?>", at, part);
    else at = element(part, xml, at, open, handler);
    const next = xml.indexOf("<", at);
    if (next > at && open.length > 0) handler.text?.(unescapeXml(xml.slice(at, next)));
    at = next;
  }
  if (open.length > 0) throw damaged(part, `<${open[open.length - 1] ?? ""}> is not closed`);
}

/** A character that XML does not allow, itself or by its number. */
function strayCharacter(xml: string): string | null {
  const itself = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.exec(xml);
  if (itself) return `U+${itself[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  for (const [reference, hex, decimal] of xml.matchAll(/&#(?:x([0-9a-f]+)|(\d+));/gi))
    if (!isAllowed(hex === undefined ? Number(decimal) : parseInt(hex, 16))) return reference;
  return null;
}

const isAllowed = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

function element(part: string, xml: string, at: number, open: string[], handler: XmlHandler): number {
  const end = tagEnd(part, xml, at);
  if (xml.charCodeAt(at + 1) === 47) {
    const name = xml.slice(at + 2, end).trim();
    if (open.pop() !== name) throw damaged(part, `</${name}> closes nothing`);
    handler.close?.(localName(name));
    return end + 1;
  }
  const empty = xml.charCodeAt(end - 1) === 47;
  const inside = xml.slice(at + 1, empty ? end - 1 : end);
  const space = inside.search(/\s/);
  const name = space < 0 ? inside : inside.slice(0, space);
  const repeated = (attribute: string): void => {
    throw damaged(part, `${attribute} twice in <${name}>`, `文件里的 ${part} 有重复的属性 ${attribute}`);
  };
  handler.open(localName(name), space < 0 ? {} : attributesOf(inside.slice(space), repeated));
  if (empty) handler.close?.(localName(name));
  else open.push(name);
  return end + 1;
}

/** The `>` of a tag; one inside a quoted attribute does not count. Each sign is looked at once, however long the tag. */
function tagEnd(part: string, xml: string, at: number): number {
  for (let i = at + 1; i < xml.length; i++) {
    const sign = xml.charCodeAt(i);
    if (sign === greaterThan) return i;
    if (sign !== doubleQuote && sign !== singleQuote) continue;
    i = xml.indexOf(sign === doubleQuote ? '"' : "'", i + 1);
    if (i < 0) break;
  }
  throw damaged(part, "a tag does not end");
}

const greaterThan = 62;
const doubleQuote = 34;
const singleQuote = 39;

function after(xml: string, mark: string, from: number, part: string): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw damaged(part, `${mark} is missing`);
  return at + mark.length;
}
