import { declaration, type Namespaces } from "./namespaces";
import { encodedString } from "./encoded-text";
import { child, openTag, outer, parse, prefixOf, unclosed, withAttribute } from "./xml-text";
import { decodeEscapes } from "../read-shared-strings";
import { unescapeXml } from "../xml";

/** The table of texts, only ever added to. Plain texts that stand there are used again. */
export class StringsPatch {
  readonly #count: number;
  readonly #plain = new Map<string, number>();
  readonly #added = new Map<string, number>();

  /** `xml`: the table of the file; null where it has none. */
  constructor(
    readonly xml: string | null,
    readonly namespaces: Namespaces,
  ) {
    const items = xml === null ? [] : parse(xml, { depth: 2 }).children.filter(({ local }) => local === "si");
    this.#count = items.length;
    items.forEach((item, index) => {
      const [only, more] = item.children;
      if (xml === null || only?.local !== "t" || more !== undefined) return;
      const text = outer(xml, { ...only, start: only.openEnd, end: only.closeStart });
      // Without the mark, spaces at the ends are not the text's.
      if (text.trim() !== text && !openTag(xml, only).includes("preserve")) return;
      if (!text.includes("<")) this.#plain.set(decodeEscapes(unescapeXml(text)), index);
    });
  }

  get changed(): boolean {
    return this.#added.size > 0;
  }

  /** How many texts cells can name. */
  get size(): number {
    return this.#count + this.#added.size;
  }

  indexOf(text: string): number {
    const known = this.#plain.get(text) ?? this.#added.get(text);
    if (known !== undefined) return known;
    const index = this.#count + this.#added.size;
    this.#added.set(text, index);
    return index;
  }

  apply(): string {
    const xml = this.xml ?? `${declaration}<sst xmlns="${this.namespaces.main}"></sst>`;
    const root = parse(xml, { depth: 1 });
    const p = prefixOf(root);
    // The counts are optional, and wrong when texts were added.
    let tag = `${unclosed(openTag(xml, root))}>`;
    for (const name of ["count", "uniqueCount"]) tag = withAttribute(tag, name, null);
    const items = [...this.#added.keys()].map(
      (text) => `<${p}si><${p}t xml:space="preserve">${encodedString(text)}</${p}t></${p}si>`,
    );
    const last = root.children.filter(({ local }) => local === "si").at(-1);
    const at = last?.end ?? child(root, "extLst")?.start ?? (root.empty ? root.openEnd : root.closeStart);
    const rest = root.empty ? `</${root.name}>` : xml.slice(at);
    return xml.slice(0, root.start) + tag + xml.slice(root.openEnd, at) + items.join("") + rest;
  }
}
