import { strToU8 } from "fflate";
import { contentTypesPart, relationshipsName, WorkbookPackage, type Relationship } from "../package";
import { packedEntry, writeZip, type ZipEntry } from "../zip";
import { contentTypes, declaration, type Namespaces } from "./namespaces";
import { attributesAt, Edits, escapeAttribute, parse, prefixOf, type Element } from "./xml-text";

const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";

/** A package to be changed: parts that are not written again keep their packed bytes. */
export class PackageEdit extends WorkbookPackage {
  readonly #written = new Map<string, string>();
  /** Of the parts that were written and were not in the package, by their lower case. */
  readonly #added = new Map<string, string>();
  readonly #removed = new Set<string>();

  override get names(): string[] {
    return [...super.names, ...this.#added.values()].filter((name) => !this.#removed.has(name));
  }

  /** The parts that differ from the package as it was, by name. */
  get written(): ReadonlyMap<string, string> {
    return this.#written;
  }

  override find(name: string): string | null {
    const known = this.#added.get(name.toLowerCase()) ?? super.find(name);
    return known === null || this.#removed.has(known) ? null : known;
  }

  override text(name: string): string {
    return this.#written.get(this.find(name) ?? name) ?? super.text(name);
  }

  write(name: string, text: string): void {
    const known = this.find(name) ?? super.find(name) ?? name;
    this.#removed.delete(known);
    if (super.find(known) === null) this.#added.set(known.toLowerCase(), known);
    this.#written.set(known, inUtf8(text));
  }

  remove(name: string): void {
    const known = this.find(name);
    if (known === null) return;
    this.#removed.add(known);
    this.#written.delete(known);
  }

  /** The name as it is, or with the least number that makes it free: `xl/styles.xml`, `xl/styles1.xml`. */
  freeName(name: string): string {
    return this.find(name) === null ? name : this.numberedName(name.replace(/\.xml$/, ""));
  }

  /** `prefix1.xml` with the least free number. */
  numberedName(prefix: string): string {
    for (let number = 1; ; number++) {
      const name = `${prefix}${number}.xml`;
      if (this.find(name) === null && super.find(name) === null) return name;
    }
  }

  /** Adds a new part with its content type. */
  add(name: string, text: string, contentType: string): void {
    this.write(name, text);
    this.setContentType(name, contentType);
  }

  /** Adds a relationship and answers its id. A target within the package is named from the folder of the part. */
  relate(
    part: string,
    { type, target, external = false }: { type: string; target: string; external?: boolean },
    namespaces: Namespaces,
  ): string {
    const taken = new Set(this.relationships(part).map(({ id }) => id.toLowerCase()));
    let number = taken.size + 1;
    while (taken.has(`rid${number}`)) number++;
    const id = `rId${number}`;
    const fullType = type.includes(":") ? type : `${namespaces.relationships}/${type}`;
    const address = escapeAttribute(external ? target : relativeTarget(part, target));
    const mode = external ? ' TargetMode="External"' : "";
    const element = (prefix: string): string =>
      `<${prefix}Relationship Id="${id}" Type="${fullType}" Target="${address}"${mode}/>`;
    const name = this.find(relationshipsName(part));
    if (name === null) {
      this.write(
        relationshipsName(part),
        `${declaration}<Relationships xmlns="${packageRelationships}">${element("")}</Relationships>`,
      );
      // Most packages state the type of such parts once for all.
      if (!this.#hasDefault("rels"))
        this.setContentType(
          relationshipsName(part),
          "application/vnd.openxmlformats-package.relationships+xml",
        );
    } else this.#edit(name, (edits, root) => edits.append(root, element(prefixOf(root))));
    return id;
  }

  unrelate(part: string, isMeant: (one: Relationship) => boolean): void {
    const name = this.find(relationshipsName(part));
    if (name === null) return;
    const list = this.relationships(part);
    this.#edit(name, (edits, root) => {
      root.children
        .filter((element) => element.local === "Relationship")
        .forEach((element, i) => {
          const one = list[i];
          if (one && isMeant(one)) edits.replaceElement(element, "");
        });
    });
  }

  /** The first part of a content type. */
  partOfType(type: string): string | null {
    const xml = this.text(contentTypesPart);
    for (const element of parse(xml).children) {
      const a = attributesAt(xml, element);
      if (a["ContentType"] === type && a["PartName"] !== undefined)
        return this.find(a["PartName"].replace(/^\//, ""));
    }
    return null;
  }

  /** States the content type of a part, in the place of what was stated for it. */
  setContentType(part: string, type: string): void {
    this.#edit(contentTypesPart, (edits, root) => {
      this.#dropContentTypes(edits, root, new Set([part.toLowerCase()]));
      edits.append(
        root,
        `<${prefixOf(root)}Override PartName="/${escapeAttribute(part)}" ContentType="${type}"/>`,
      );
    });
  }

  #hasDefault(extension: string): boolean {
    const xml = this.text(contentTypesPart);
    return parse(xml).children.some(
      (one) => one.local === "Default" && attributesAt(xml, one)["Extension"]?.toLowerCase() === extension,
    );
  }

  #dropContentTypes(edits: Edits, root: Element, parts: ReadonlySet<string>): void {
    for (const element of root.children) {
      const name = attributesAt(edits.xml, element)["PartName"]?.toLowerCase().replace(/^\//, "");
      if (element.local === "Override" && name !== undefined && parts.has(name))
        edits.replaceElement(element, "");
    }
  }

  /** Parts that can be reached through relationships. */
  reachable(): Set<string> {
    const out = new Set<string>();
    const visit = (part: string): void => {
      for (const { target, external } of this.relationships(part)) {
        const known = external ? null : this.find(target);
        if (known === null || out.has(known)) continue;
        out.add(known);
        visit(known);
      }
    };
    visit("");
    return out;
  }

  /** Drops what was reachable before and is not any more, with its relationships and content type. */
  dropUnreachable(before: ReadonlySet<string>): void {
    const now = this.reachable();
    const gone = [...before].filter((name) => !now.has(name));
    if (gone.length === 0) return;
    this.#edit(contentTypesPart, (edits, root) =>
      this.#dropContentTypes(edits, root, new Set(gone.map((name) => name.toLowerCase()))),
    );
    for (const name of gone) {
      this.remove(name);
      this.remove(relationshipsName(name));
    }
  }

  #edit(part: string, change: (edits: Edits, root: Element) => void): void {
    const xml = this.text(part);
    const edits = new Edits(xml);
    change(edits, parse(xml));
    if (edits.any) this.write(part, edits.apply());
  }

  /** The content types come first: that is how programs that look at the first bytes tell a workbook from another zip. */
  zip(): Uint8Array {
    const types = this.find(contentTypesPart);
    const names = [...(types === null ? [] : [types]), ...this.names.filter((name) => name !== types)];
    return writeZip(
      names.flatMap((name): ZipEntry[] => {
        const text = this.#written.get(name);
        const entry = this.entry(name);
        if (text !== undefined) return [packedEntry(name, strToU8(text), entry?.time)];
        return entry ? [entry] : [];
      }),
    );
  }
}

/** An empty workbook, to be filled as one that came from a file. */
export function emptyPackage(namespaces: Namespaces): PackageEdit {
  const office = namespaces.relationships;
  const parts = {
    "[Content_Types].xml": `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="${contentTypes.xml}"/><Override PartName="/xl/workbook.xml" ContentType="${contentTypes.workbook}"/></Types>`,
    "_rels/.rels": `${declaration}<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${declaration}<workbook xmlns="${namespaces.main}" xmlns:r="${office}"><bookViews><workbookView/></bookViews><sheets/></workbook>`,
  };
  return new PackageEdit(Object.entries(parts).map(([name, text]) => packedEntry(name, strToU8(text))));
}

/** Whatever encoding a part came in, it is written in the one that every reader has. */
const inUtf8 = (text: string): string =>
  text.replace(
    /^\ufeff?(<\?xml[^>]*?\sencoding\s*=\s*["'])(?!utf-8["'])[\w.:-]+(["'])/i,
    (_, before: string, after: string) => `${before}UTF-8${after}`,
  );

/** A target as it is usually written: from the folder of the part. */
function relativeTarget(part: string, target: string): string {
  const from = part.split("/").slice(0, -1);
  const to = target.split("/");
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return encodeURI([...from.slice(same).map(() => ".."), ...to.slice(same)].join("/"));
}
