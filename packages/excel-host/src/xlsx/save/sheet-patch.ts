import { cellName, type Area } from "../../model/address";
import type { PackageEdit } from "./package-edit";
import { declaration, namespacesOf, relationshipNamespaces, type Namespaces } from "./namespaces";
import { inSchemaOrder, sheetPropertiesOrder, worksheetOrder } from "./schema-order";
import {
  attributesAt,
  boundPrefix,
  child,
  Edits,
  openTag,
  outer,
  parse,
  prefixOf,
  unclosed,
  type Element,
} from "./xml-text";

/** One worksheet part, whose children are put in one by one, and only where they differ. */
export class SheetPatch {
  readonly root: Element;
  readonly prefix: string;
  readonly edits: Edits;
  readonly namespaces: Namespaces;
  readonly #r: string | null;
  /** New elements may come to the same place: they are put in by rank. */
  readonly #inserted = new Map<string, { at: number; xml: string }>();
  readonly #properties = new Map<string, string | null>();

  constructor(
    readonly xml: string,
    readonly part: string,
    readonly pack: PackageEdit,
  ) {
    this.root = parse(xml, { depth: 3, closed: "sheetData" });
    this.prefix = prefixOf(this.root);
    this.edits = new Edits(xml);
    const tag = openTag(xml, this.root);
    this.#r = boundPrefix(tag, relationshipNamespaces);
    this.namespaces = namespacesOf(tag);
  }

  /** `r:id="…"`, with the prefix declared where the sheet has none. */
  relationshipId(id: string): string {
    if (this.#r !== null && this.#r !== "") return ` ${this.#r}id="${id}"`;
    return ` xmlns:r="${this.namespaces.relationships}" r:id="${id}"`;
  }

  child(local: string): Element | undefined {
    return child(this.root, local);
  }

  /** Replaces a child of the sheet, or puts it where the schema wants it; null takes it away. */
  set(local: string, xml: string | null): void {
    const known = this.child(local);
    if (known) return this.edits.replaceElement(known, xml ?? "");
    if (xml === null) return;
    const rank = worksheetOrder.indexOf(local);
    const rankOf = (one: Element): number => worksheetOrder.indexOf(one.local);
    const after = this.root.children.find((one) => rankOf(one) > rank);
    const before = this.root.children.filter((one) => rankOf(one) >= 0 && rankOf(one) < rank).at(-1);
    this.#inserted.set(local, { at: after?.start ?? before?.end ?? this.root.openEnd, xml });
  }

  /** Replaces the opening tag of a child, or puts in a child that has nothing inside. */
  setTag(local: string, change: (tag: string) => string): void {
    const known = this.child(local);
    if (known) return this.edits.replaceTag(known, change(openTag(this.xml, known)));
    const fresh = `<${this.prefix}${local}/>`;
    const tag = change(fresh);
    if (tag !== fresh) this.set(local, tag);
  }

  /** A child of `sheetPr`; null takes it away. */
  setProperty(local: string, xml: string | null): void {
    this.#properties.set(local, xml);
  }

  dimension(used: Area | null): void {
    if (!used) return;
    const { row, column, rows, columns } = used;
    const [first, last] = [cellName(row, column), cellName(row + rows - 1, column + columns - 1)];
    const ref = first === last ? first : `${first}:${last}`;
    const known = this.child("dimension");
    if (known && attributesAt(this.xml, known)["ref"] === ref) return;
    this.set("dimension", `<${this.prefix}dimension ref="${ref}"/>`);
  }

  /** A drawing of the sheet's own. */
  drawing(id: string): void {
    this.set("drawing", `<${this.prefix}drawing${this.relationshipId(id)}/>`);
  }

  apply(): string {
    this.#applyProperties();
    for (const [, { at, xml }] of inSchemaOrder([...this.#inserted], worksheetOrder, ([name]) => name))
      if (this.root.empty && at === this.root.openEnd) this.edits.append(this.root, xml);
      else this.edits.replace(at, at, xml);
    return this.edits.apply();
  }

  #applyProperties(): void {
    if (this.#properties.size === 0) return;
    const known = this.child("sheetPr");
    const kept = (known?.children ?? [])
      .filter(({ local }) => !this.#properties.has(local))
      .map((one): [string, string] => [one.local, outer(this.xml, one)]);
    const set = [...this.#properties].flatMap(([name, xml]): [string, string][] =>
      xml === null ? [] : [[name, xml]],
    );
    const inside = inSchemaOrder([...kept, ...set], sheetPropertiesOrder, ([name]) => name).map(
      ([, xml]) => xml,
    );
    const open = known ? unclosed(openTag(this.xml, known)) : `<${this.prefix}sheetPr`;
    if (inside.length > 0) this.set("sheetPr", `${open}>${inside.join("")}</${this.prefix}sheetPr>`);
    else if (known) this.set("sheetPr", `${open}/>`);
  }
}

/** A sheet without anything, to be patched like those of the file. */
export const emptySheet = ({ main, relationships }: Namespaces): string =>
  `${declaration}<worksheet xmlns="${main}" xmlns:r="${relationships}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData/></worksheet>`;
