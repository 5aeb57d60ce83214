import { attributesOf, escapeXml, type Attributes } from "../xml";

/** XML as text with places: what is not edited stays as it is, sign for sign. */

export interface Element {
  /** With its prefix, as it stands. */
  readonly name: string;
  readonly local: string;
  readonly start: number;
  /** After the opening tag. */
  readonly openEnd: number;
  /** Before the closing tag; `openEnd` where the element closes itself. */
  closeStart: number;
  end: number;
  /** It closes itself. */
  readonly empty: boolean;
  readonly children: Element[];
}

export const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

const [exclamation, question, slash, greaterThan, doubleQuote, singleQuote] = [33, 63, 47, 62, 34, 39];

/** Goes from tag to tag; comments, CDATA and instructions are passed over. */
export class Scanner {
  start = 0;
  end: number;
  name = "";
  closes = false;
  empty = false;

  constructor(
    readonly xml: string,
    from = 0,
    readonly limit = xml.length,
  ) {
    this.end = from;
  }

  get local(): string {
    return localName(this.name);
  }

  get tag(): string {
    return this.xml.slice(this.start, this.end);
  }

  /** To the next tag; false behind the last one. @throws Error where a tag does not end */
  next(): boolean {
    const { xml, limit } = this;
    for (;;) {
      const start = xml.indexOf("<", this.end);
      if (start < 0 || start >= limit) return false;
      const sign = xml.charCodeAt(start + 1);
      if (sign === exclamation || sign === question) {
        const mark = closingMark(xml, start);
        const at = xml.indexOf(mark, start);
        if (at < 0) throw new Error(`${mark} is missing`);
        this.end = at + mark.length;
        continue;
      }
      this.#readTag(start, sign === slash);
      return true;
    }
  }

  #readTag(start: number, closes: boolean): void {
    const { xml } = this;
    const nameStart = start + (closes ? 2 : 1);
    let at = nameStart;
    for (let code = xml.charCodeAt(at); code > 32 && code !== slash && code !== greaterThan;)
      code = xml.charCodeAt(++at);
    this.name = xml.slice(nameStart, at);
    for (let code = xml.charCodeAt(at); code !== greaterThan; code = xml.charCodeAt(at)) {
      if (code === doubleQuote || code === singleQuote)
        at = xml.indexOf(code === doubleQuote ? '"' : "'", at + 1);
      if (at < 0 || ++at >= xml.length) throw new Error(`<${this.name} does not end`);
    }
    this.closes = closes;
    this.empty = !closes && xml.charCodeAt(at - 1) === slash;
    this.start = start;
    this.end = at + 1;
  }
}

function closingMark(xml: string, start: number): string {
  if (xml.charCodeAt(start + 1) === question) return "?>";
  if (xml.startsWith("<!--", start)) return "-->";
  return xml.startsWith("<![CDATA[", start) ? "]]>" : ">";
}

export interface ParseOptions {
  /** Elements deeper than this are not listed. */
  depth?: number;
  /** Nor are those inside an element of this name. */
  closed?: string;
}

/** The root with its children. @throws Error for what is not well-formed */
export function parse(xml: string, { depth = Infinity, closed }: ParseOptions = {}): Element {
  const scanner = new Scanner(xml);
  const open: (Element | null)[] = [];
  let root: Element | null = null;
  while (scanner.next()) {
    if (scanner.closes) {
      close(open.pop(), scanner);
      continue;
    }
    const parent = open[open.length - 1];
    const isListed = open.length <= depth && parent !== null && parent?.local !== closed;
    const element = isListed || parent === undefined ? elementAt(scanner) : null;
    if (element) {
      if (parent) parent.children.push(element);
      else root ??= element;
    }
    if (!scanner.empty) open.push(element);
  }
  if (!root || open.length > 0) throw new Error("not well-formed");
  return root;
}

const elementAt = (scanner: Scanner): Element => ({
  name: scanner.name,
  local: scanner.local,
  start: scanner.start,
  openEnd: scanner.end,
  closeStart: scanner.end,
  end: scanner.end,
  empty: scanner.empty,
  children: [],
});

function close(element: Element | null | undefined, scanner: Scanner): void {
  if (element === undefined) throw new Error(`</${scanner.name}> closes nothing`);
  if (element === null) return;
  if (element.name !== scanner.name) throw new Error(`</${scanner.name}> closes <${element.name}>`);
  element.closeStart = scanner.start;
  element.end = scanner.end;
}

export const child = (element: Element | undefined, local: string): Element | undefined =>
  element?.children.find((one) => one.local === local);
/** `x:` or nothing. */
export const prefixOf = (element: Element): string =>
  element.name.slice(0, element.name.length - element.local.length);
export const openTag = (xml: string, element: Element): string => xml.slice(element.start, element.openEnd);
export const outer = (xml: string, element: Element): string => xml.slice(element.start, element.end);
export const attributesAt = (xml: string, element: Element): Attributes =>
  tagAttributes(openTag(xml, element));
export const tagAttributes = (tag: string): Attributes =>
  attributesOf(tag.replace(/^<[^\s/>]+/, "").replace(/\/?>$/, ""));

/** For an attribute in double quotes: line breaks, too, which would be read as spaces. */
export const escapeAttribute = (text: string): string =>
  escapeXml(text).replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A tag with one attribute (by its name as it stands) set, or taken away by null. */
export function withAttribute(tag: string, name: string, value: string | null): string {
  const known = knownAttribute(name);
  if (value === null) return tag.replace(known, "");
  const text = ` ${name}="${escapeAttribute(value)}"`;
  return known.test(tag)
    ? tag.replace(known, () => text)
    : tag.replace(/\s*(\/?)>$/, (_, end: string) => `${text}${end}>`);
}

const patterns = new Map<string, RegExp>();
function knownAttribute(name: string): RegExp {
  const known = patterns.get(name);
  if (known) return known;
  const pattern = new RegExp(`\\s+${name.replace(/[.:]/g, "\\$&")}\\s*=\\s*(?:"[^"]*"|'[^']*')`);
  patterns.set(name, pattern);
  return pattern;
}

export const withAttributes = (tag: string, values: Record<string, string | null>): string =>
  Object.entries(values).reduce((out, [name, value]) => withAttribute(out, name, value), tag);

/** `<a …>` or `<a …/>` without its end: something can be put behind. */
export const unclosed = (tag: string): string => tag.replace(/\s*\/?>$/, "");
export const selfClosed = (tag: string): string => `${unclosed(tag)}/>`;

/** The prefix (with colon) that a tag binds to one of the namespaces; null where it binds none. */
export function boundPrefix(tag: string, namespaces: readonly string[]): string | null {
  const declaration = /\sxmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
  for (const [, prefix, double, single] of tag.matchAll(declaration))
    if (namespaces.includes(double ?? single ?? "")) return prefix === undefined ? "" : `${prefix}:`;
  return null;
}

interface Edit {
  from: number;
  to: number;
  text: string;
}

/** Replacements in a text, applied at once; those at the same place in the order in which they were given. */
export class Edits {
  readonly #list: Edit[] = [];

  constructor(readonly xml: string) {}

  get any(): boolean {
    return this.#list.length > 0;
  }

  replace(from: number, to: number, text: string): void {
    this.#list.push({ from, to, text });
  }

  replaceElement(element: Element, text: string): void {
    this.replace(element.start, element.end, text);
  }

  replaceTag(element: Element, tag: string): void {
    if (tag !== openTag(this.xml, element)) this.replace(element.start, element.openEnd, tag);
  }

  /** Adds at the end of an element; one that closes itself is opened. */
  append(element: Element, text: string): void {
    if (!element.empty) return this.replace(element.closeStart, element.closeStart, text);
    const tag = unclosed(openTag(this.xml, element));
    this.replace(element.start + tag.length, element.end, `>${text}</${element.name}>`);
  }

  /** @throws Error where two replacements overlap */
  apply(): string {
    const sorted = this.#list
      .map((edit, order) => ({ ...edit, order }))
      // What is put in before an element comes before what replaces it.
      .sort((a, b) => a.from - b.from || Number(a.to > a.from) - Number(b.to > b.from) || a.order - b.order);
    const out: string[] = [];
    let at = 0;
    for (const { from, to, text } of sorted) {
      if (from < at) throw new Error("two edits overlap");
      out.push(this.xml.slice(at, from), text);
      at = to;
    }
    out.push(this.xml.slice(at));
    return out.join("");
  }
}
