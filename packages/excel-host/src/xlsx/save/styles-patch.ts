import type { IStyleData } from "@univerjs/core";
import { builtInFormats } from "../number-formats";
import { stable } from "../changes";
import { borderXml, fillXml, fontXml } from "./style-parts";
import { declaration, type Namespaces } from "./namespaces";
import { stylesOrder } from "./schema-order";
import {
  attributesAt,
  child,
  Edits,
  escapeAttribute,
  openTag,
  outer,
  parse,
  prefixOf,
  selfClosed,
  unclosed,
  withAttribute,
  withAttributes,
  type Element,
} from "./xml-text";

/** What the spreadsheet engine does not know of a cell's format. */
export interface Locking {
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  readonly indent: number;
}

export interface StyleChange {
  /** Index of the format that is changed. */
  readonly base: number;
  readonly before: IStyleData | null;
  readonly after: IStyleData;
  readonly locking: Locking;
}

type ListName = "fonts" | "fills" | "borders" | "cellXfs" | "numFmts";

/** styles.xml, only ever added to: a new format is the old element with what changed put in. */
export class StylesPatch {
  readonly #root: Element;
  readonly #prefix: string;
  readonly #added: Record<ListName, string[]> = {
    fonts: [],
    fills: [],
    borders: [],
    cellXfs: [],
    numFmts: [],
  };
  /** Where an added item stands, by its text. */
  readonly #indices = new Map<string, number>();
  readonly #known = new Map<string, number>();
  /** Cells that look alike share one object. */
  readonly #texts = new WeakMap<IStyleData, string>();
  readonly #lists = new Map<ListName, Element[]>();

  constructor(readonly xml: string) {
    this.#root = parse(xml, { depth: 5 });
    this.#prefix = prefixOf(this.#root);
  }

  get changed(): boolean {
    return Object.values(this.#added).some((list) => list.length > 0);
  }

  /** How many formats cells can name. */
  get formats(): number {
    return this.#items("cellXfs").length + this.#added.cellXfs.length;
  }

  /** The format that differs from the file's `base` in what `before` and `after` differ in. */
  index(change: StyleChange): number {
    const { base, before, after, locking } = change;
    const key = `${base} ${this.#text(before)} ${this.#text(after)} ${locking.locked} ${locking.formulaHidden} ${locking.indent}`;
    let index = this.#known.get(key);
    if (index === undefined) this.#known.set(key, (index = this.#derive(change)));
    return index;
  }

  /** The same format without the mark that what is typed is text: a formula in such a cell would be shown as text. */
  withoutQuotePrefix(base: number): number {
    const old = this.#items("cellXfs")[base];
    if (!old || attributesAt(this.xml, old)["quotePrefix"] === undefined) return base;
    return this.#add("cellXfs", withoutAttribute(outer(this.xml, old), "quotePrefix"));
  }

  #text(style: IStyleData | null): string {
    if (style === null) return "";
    const known = this.#texts.get(style) ?? stable(style);
    this.#texts.set(style, known);
    return known;
  }

  #derive({ base, before: was, after, locking }: StyleChange): number {
    const p = this.#prefix;
    const before = was ?? {};
    const old = this.#items("cellXfs")[base];
    const a = old ? attributesAt(this.xml, old) : {};
    let tag = old
      ? openTag(this.xml, old)
      : `<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`;
    tag = withAttribute(tag, "quotePrefix", null);
    const differs = (...keys: (keyof IStyleData)[]): boolean => differsIn(before, after, keys);
    const set = (name: string, value: number, apply: string): void => {
      tag = withAttributes(tag, { [name]: String(value), [apply]: "1" });
    };
    if (differs("ff", "fs", "bl", "it", "ul", "st", "cl"))
      set("fontId", this.#changedItem("fonts", Number(a["fontId"] ?? 0), before, after), "applyFont");
    if (differs("bg")) set("fillId", this.#fill(after), "applyFill");
    if (differs("bd"))
      set("borderId", this.#changedItem("borders", Number(a["borderId"] ?? 0), before, after), "applyBorder");
    if (differs("n")) set("numFmtId", this.#format(after.n?.pattern), "applyNumberFormat");
    const children = old?.children ?? [];
    const kept = (local: string): string | null => {
      const element = children.find((one) => one.local === local);
      return element ? outer(this.xml, element) : null;
    };
    let alignment = kept("alignment");
    if (differs("ht", "vt", "tb", "pd")) {
      alignment = this.#alignment(alignment, { before, after, indent: locking.indent });
      tag = withAttribute(tag, "applyAlignment", "1");
    }
    let protection = kept("protection");
    if (!locking.locked || locking.formulaHidden || protection !== null) {
      protection = withAttributes(protection === null ? `<${p}protection/>` : selfClosing(protection), {
        locked: locking.locked ? null : "0",
        hidden: locking.formulaHidden ? "1" : null,
      });
      tag = withAttribute(tag, "applyProtection", "1");
    }
    const others = children.filter(({ local }) => local !== "alignment" && local !== "protection");
    const inside =
      (alignment ?? "") + (protection ?? "") + others.map((one) => outer(this.xml, one)).join("");
    const open = unclosed(tag);
    return this.#add("cellXfs", inside === "" ? `${open}/>` : `${open}>${inside}</${p}xf>`);
  }

  #alignment(
    old: string | null,
    { before, after, indent }: { before: IStyleData; after: IStyleData; indent: number },
  ): string | null {
    const fresh = `<${this.#prefix}alignment/>`;
    let out = old === null ? fresh : selfClosing(old);
    if (differsIn(before, after, ["ht"]))
      out = withAttribute(out, "horizontal", horizontal[Number(after.ht ?? 0)] ?? null);
    if (differsIn(before, after, ["vt"]))
      out = withAttribute(out, "vertical", vertical[Number(after.vt ?? 0)] ?? null);
    if (differsIn(before, after, ["tb"]))
      out = withAttribute(out, "wrapText", Number(after.tb ?? 0) === wrapped ? "1" : null);
    if (differsIn(before, after, ["pd"]))
      out = withAttribute(out, "indent", indent > 0 ? String(indent) : null);
    return out === fresh ? null : out;
  }

  #changedItem(list: "fonts" | "borders", index: number, before: IStyleData, after: IStyleData): number {
    const old = this.#items(list)[index];
    const source = { xml: this.xml, prefix: this.#prefix, old };
    return this.#add(
      list,
      list === "fonts" ? fontXml(source, before, after) : borderXml(source, before, after),
    );
  }

  #fill(after: IStyleData): number {
    return after.bg?.rgb ? this.#add("fills", fillXml(this.#prefix, after.bg.rgb)) : 0;
  }

  #format(pattern: string | undefined): number {
    if (pattern === undefined || pattern === "General") return 0;
    const own = this.#items("numFmts").map((one) => attributesAt(this.xml, one));
    const known = own.find((a) => a["formatCode"] === pattern);
    if (known) return Number(known["numFmtId"]);
    const isRedefined = (id: number): boolean => own.some((a) => a["numFmtId"] === String(id));
    const builtIn = sameEverywhere.find((id) => builtInFormats[id] === pattern && !isRedefined(id));
    if (builtIn !== undefined) return builtIn;
    const added = this.#indices.get(`numFmts ${pattern}`);
    if (added !== undefined) return added;
    const taken = own.map((a) => Number(a["numFmtId"])).filter(Number.isFinite);
    const id = Math.max(lastBuiltIn, ...taken) + 1 + this.#added.numFmts.length;
    this.#added.numFmts.push(
      `<${this.#prefix}numFmt numFmtId="${id}" formatCode="${escapeAttribute(pattern)}"/>`,
    );
    this.#indices.set(`numFmts ${pattern}`, id);
    return id;
  }

  #add(list: ListName, xml: string): number {
    const key = `${list} ${xml}`;
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    const index = this.#items(list).length + this.#added[list].length;
    this.#added[list].push(xml);
    this.#indices.set(key, index);
    return index;
  }

  /** The items of a list; of alternatives the one that the reader takes. */
  #items(list: ListName): Element[] {
    const known = this.#lists.get(list);
    if (known) return known;
    const items = (child(this.#root, list)?.children ?? []).flatMap((one) =>
      one.local === "AlternateContent"
        ? ((child(one, "Fallback") ?? child(one, "Choice"))?.children ?? [])
        : [one],
    );
    this.#lists.set(list, items);
    return items;
  }

  apply(): string {
    const edits = new Edits(this.xml);
    let place = this.#root.openEnd;
    for (const name of stylesOrder) {
      const list = child(this.#root, name);
      const added = name in this.#added ? this.#added[name as ListName] : [];
      if (added.length > 0) this.#append(edits, name as ListName, list, place);
      if (list) place = list.end;
    }
    return edits.apply();
  }

  #append(edits: Edits, name: ListName, list: Element | undefined, place: number): void {
    const p = this.#prefix;
    const added = this.#added[name];
    if (!list)
      return edits.replace(
        place,
        place,
        `<${p}${name} count="${added.length}">${added.join("")}</${p}${name}>`,
      );
    const stated = attributesAt(this.xml, list)["count"];
    const count = this.#items(name).length + added.length;
    const tag =
      stated === undefined
        ? openTag(this.xml, list)
        : withAttribute(openTag(this.xml, list), "count", String(count));
    if (list.empty) return edits.replaceElement(list, `${unclosed(tag)}>${added.join("")}</${list.name}>`);
    edits.replaceTag(list, tag);
    edits.append(list, added.join(""));
  }
}

const differsIn = (before: IStyleData, after: IStyleData, keys: readonly (keyof IStyleData)[]): boolean =>
  keys.some((key) => stable(before[key] ?? null) !== stable(after[key] ?? null));

const withoutAttribute = (element: string, name: string): string =>
  element.replace(/^<(?:[^>"']|"[^"]*"|'[^']*')*>/, (tag) => withAttribute(tag, name, null));
/** The element without what is inside, which in alignments and protections is nothing. */
const selfClosing = (element: string): string =>
  selfClosed(/^<(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(element)?.[0] ?? element);

const horizontal: Record<number, string> = {
  1: "left",
  2: "center",
  3: "right",
  4: "justify",
  6: "distributed",
};
const vertical: Record<number, string> = { 1: "top", 2: "center", 3: "bottom" };
const wrapped = 3;
/** Formats without a pattern that mean the same in every language of Excel. */
const sameEverywhere = [1, 2, 3, 4, 9, 10, 11, 49];
const lastBuiltIn = 163;

/** For a workbook that has no formats at all. */
export const minimalStyles = ({ main }: Namespaces): string =>
  `${declaration}<styleSheet xmlns="${main}">` +
  `<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>` +
  `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
  `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
  `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
  `<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>` +
  `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
