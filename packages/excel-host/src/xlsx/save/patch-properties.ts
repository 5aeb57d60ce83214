import type { DocumentProperties } from "../../model/snapshot";
import { encodedText } from "./encoded-text";
import { contentTypes, declaration, transitional } from "./namespaces";
import type { PackageEdit } from "./package-edit";
import { child, Edits, parse, prefixOf } from "./xml-text";

const core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const relationship = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const dublin = "http://purl.org/dc/elements/1.1/";

/** Elements of docProps/core.xml by property, with the namespace that each belongs to. */
const coreElements: readonly [keyof DocumentProperties, string, string][] = [
  ["title", "title", dublin],
  ["subject", "subject", dublin],
  ["author", "creator", dublin],
  ["keywords", "keywords", core],
  ["comments", "description", dublin],
  ["lastAuthor", "lastModifiedBy", core],
  ["category", "category", core],
];

/** Title, author and the like, as the open workbook has them. */
export function patchProperties(pack: PackageEdit, properties: DocumentProperties): void {
  const known = pack.relationships("").find(({ type }) => type === "core-properties")?.target;
  const part = known !== undefined && pack.find(known) !== null ? known : "docProps/core.xml";
  if (pack.find(part) === null) {
    pack.add(part, `${declaration}<cp:coreProperties xmlns:cp="${core}"/>`, contentTypes.coreProperties);
    pack.relate("", { type: relationship, target: part }, transitional);
  }
  const xml = pack.text(part);
  const root = parse(xml, { depth: 2 });
  const edits = new Edits(xml);
  const added: string[] = [];
  for (const [property, local, namespace] of coreElements) {
    const value = encodedText(properties[property]);
    const old = child(root, local);
    const prefix = old ? prefixOf(old) : "p:";
    const bound = old ? "" : ` xmlns:p="${namespace}"`;
    const element = `<${prefix}${local}${bound}>${value}</${prefix}${local}>`;
    if (old) edits.replaceElement(old, element);
    else if (value !== "") added.push(element);
  }
  if (added.length > 0) edits.append(root, added.join(""));
  if (edits.any) pack.write(part, edits.apply());
}
