import type { IBorderStyleData, IStyleData } from "@univerjs/core";
import { borderNames, isOn } from "../../model/styles";
import { stable } from "../changes";
import { borderOrder, fontOrder, inSchemaOrder } from "./schema-order";
import { escapeAttribute, openTag, outer, unclosed, type Element } from "./xml-text";

/** An item of the file's styles that is to be changed; undefined where the file has none. */
export interface OldItem {
  readonly xml: string;
  readonly prefix: string;
  readonly old: Element | undefined;
}

const differs = (before: IStyleData, after: IStyleData, key: keyof IStyleData): boolean =>
  stable(before[key] ?? null) !== stable(after[key] ?? null);

/** Always eight digits: the schema takes no others. */
const argb = (color: string): string => {
  const digits = color.replace("#", "").toUpperCase();
  return /^[0-9A-F]{6}$/.test(digits) ? `FF${digits}` : "FF000000";
};

const childrenOf = ({ xml, old }: OldItem): Map<string, string> =>
  new Map((old?.children ?? []).map((one) => [one.local, outer(xml, one)]));

function element(
  item: OldItem,
  name: string,
  parts: ReadonlyMap<string, string>,
  order: readonly string[],
): string {
  const { xml, prefix, old } = item;
  const open = old ? unclosed(openTag(xml, old)) : `<${prefix}${name}`;
  const inside = inSchemaOrder([...parts], order, ([local]) => local).map(([, text]) => text);
  return `${open}>${inside.join("")}</${prefix}${name}>`;
}

/** The font with what changed; `charset`, effects and the like stay. */
export function fontXml(item: OldItem, before: IStyleData, after: IStyleData): string {
  const p = item.prefix;
  const parts = childrenOf(item);
  const set = (name: string, xml: string | null): void => {
    if (xml === null) parts.delete(name);
    else parts.set(name, xml);
  };
  const changed = (key: keyof IStyleData): boolean => differs(before, after, key);
  if (changed("bl")) set("b", isOn(after.bl) ? `<${p}b/>` : null);
  if (changed("it")) set("i", isOn(after.it) ? `<${p}i/>` : null);
  if (changed("st")) set("strike", isOn(after.st?.s) ? `<${p}strike/>` : null);
  if (changed("ul")) set("u", isOn(after.ul?.s) ? `<${p}u/>` : null);
  if (changed("fs") && after.fs !== undefined) set("sz", `<${p}sz val="${after.fs}"/>`);
  if (changed("cl")) set("color", after.cl?.rgb ? `<${p}color rgb="${argb(after.cl.rgb)}"/>` : null);
  if (changed("ff") && after.ff) {
    set("name", `<${p}name val="${escapeAttribute(after.ff)}"/>`);
    // A theme font would win over the name.
    for (const name of ["scheme", "family", "charset"]) set(name, null);
  }
  return element(item, "font", parts, fontOrder);
}

export const fillXml = (p: string, color: string): string =>
  `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${argb(color)}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;

/** The border with the sides that changed; diagonals stay. */
export function borderXml(item: OldItem, before: IStyleData, after: IStyleData): string {
  const p = item.prefix;
  const parts = childrenOf(item);
  // Strict packages say start and end.
  const isStrict = parts.has("start") || parts.has("end");
  const names = {
    l: isStrict ? "start" : "left",
    r: isStrict ? "end" : "right",
    t: "top",
    b: "bottom",
  };
  for (const [side, name] of Object.entries(names)) {
    const [was, is] = [before, after].map((style) => sideOf(style, side));
    if (parts.has(name) && stable(was ?? null) === stable(is ?? null)) continue;
    const line = is && Number(is.s) > 0 ? (borderNames[Number(is.s)] ?? "thin") : null;
    const color = `<${p}color rgb="${argb(is?.cl.rgb ?? "#000000")}"/>`;
    parts.set(name, line === null ? `<${p}${name}/>` : `<${p}${name} style="${line}">${color}</${p}${name}>`);
  }
  if (!parts.has("diagonal")) parts.set("diagonal", `<${p}diagonal/>`);
  return element(item, "border", parts, borderOrder);
}

const sideOf = (style: IStyleData, side: string): IBorderStyleData | null | undefined =>
  (style.bd as Partial<Record<string, IBorderStyleData | null>> | null | undefined)?.[side];
