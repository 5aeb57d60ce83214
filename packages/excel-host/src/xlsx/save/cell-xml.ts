import type { ICellData } from "@univerjs/core";
import { cellName } from "../../model/address";
import { cellValue, formulaOf } from "../../model/sheet-cells";
import { cachedValueOf, typedValue, type CachedValue } from "../cached-values";
import { fileFormula } from "../file-formula";
import { unescapeXml } from "../xml";
import { encodedText, encodedValue } from "./encoded-text";
import { outer, parse, selfClosed, tagAttributes, unclosed, withAttribute } from "./xml-text";

/** What becomes of one cell. */
export interface CellPatch {
  /** undefined: as it was. */
  readonly content: ICellData | null | undefined;
  /** Index of its format; null: as it was. */
  readonly style: number | null;
}

export interface CellTexts {
  /** Of the elements: `x:` or nothing. */
  readonly prefix: string;
  readonly stringIndex: (text: string) => number;
}

/** A cell of the file: `<c …>` and what is inside. */
export interface CellText {
  readonly name: string;
  readonly open: string;
  readonly inside: string;
}

export function newCell(
  at: { row: number; column: number },
  { content, style }: { content: ICellData | null; style: number },
  texts: CellTexts,
): string {
  const open = `<${texts.prefix}c r="${cellName(at.row, at.column)}"${style === 0 ? "" : ` s="${style}"`}`;
  const { type, inside } = written(content, texts);
  const stated = type === "n" ? "" : ` t="${type}"`;
  return inside === "" ? `${open}/>` : `${open}${stated}>${inside}</${texts.prefix}c>`;
}

/** The cell with its place, its style and what else it has, and new content. */
export function replacedCell(cell: CellText, { content, style }: CellPatch, texts: CellTexts): string {
  let tag = `${unclosed(cell.open)}>`;
  if (style !== null) tag = withAttribute(tag, "s", String(style));
  // What belonged to the old value: its type, and its numbers in the metadata.
  for (const attribute of ["t", "cm", "vm"]) tag = withAttribute(tag, attribute, null);
  const kept = childrenOf(cell)
    .filter(([local]) => local !== "f" && local !== "v" && local !== "is")
    .map(([, xml]) => xml)
    .join("");
  const { type, inside } = written(content ?? null, texts);
  if (type !== "n") tag = withAttribute(tag, "t", type);
  return inside + kept === "" ? selfClosed(tag) : `${tag}${inside}${kept}</${cell.name}>`;
}

function written(
  content: ICellData | null,
  { prefix: p, stringIndex }: CellTexts,
): { type: string; inside: string } {
  const formula = formulaOf(content);
  if (formula !== null) {
    const cached = cachedValueOf(content);
    const { type, text } = cached ? typedValue(cached) : { type: "n", text: null };
    const value = text === null ? "" : `<${p}v>${encodedValue(type, text)}</${p}v>`;
    return { type, inside: `<${p}f>${encodedText(fileFormula(formula))}</${p}f>${value}` };
  }
  const value = cellValue(content);
  if (value === null || value === "") return { type: "n", inside: "" };
  if (typeof value === "string") return { type: "s", inside: `<${p}v>${stringIndex(value)}</${p}v>` };
  if (typeof value === "boolean") return { type: "b", inside: `<${p}v>${value ? 1 : 0}</${p}v>` };
  return { type: "n", inside: `<${p}v>${value}</${p}v>` };
}

/**
 * A formula that stays, with its result as it is now; null where nothing changes. `alone`: the formula in full, where
 * the first cell of its group, which alone has the text, gets other content.
 */
export function withResult(
  cell: CellText,
  cached: CachedValue | null,
  { prefix: p, alone }: { prefix: string; alone: string | null },
): string | null {
  const children = childrenOf(cell);
  const old = children.find(([local]) => local === "v")?.[1];
  const oldText = old === undefined ? null : unescapeXml(/>([^<]*)</.exec(old)?.[1] ?? "");
  const oldType = tagAttributes(cell.open)["t"] ?? "n";
  let tag = cell.open;
  let value = old ?? "";
  if (cached && cached.value !== null && !isSameResult(cached, oldType, oldText)) {
    const { type, text } = typedValue(cached);
    tag = withAttribute(tag, "t", type === "n" ? null : type);
    value = `<${p}v>${encodedValue(type, text)}</${p}v>`;
  }
  if (alone === null && value === (old ?? "") && tag === cell.open) return null;
  const formula =
    alone === null
      ? (children.find(([local]) => local === "f")?.[1] ?? "")
      : `<${p}f>${encodedText(alone)}</${p}f>`;
  const others = children.filter(([local]) => local !== "f" && local !== "v").map(([, xml]) => xml);
  return `${tag}${formula}${value}${others.join("")}</${cell.name}>`;
}

function isSameResult(cached: CachedValue, oldType: string, oldText: string | null): boolean {
  const { type, text } = typedValue(cached);
  if (oldType !== type || oldText === null) return false;
  return type === "n" ? oldText.trim() !== "" && Number(oldText) === cached.value : oldText === text;
}

/** The children by local name, as they stand. */
export function childrenOf({ name, open, inside }: CellText): [local: string, xml: string][] {
  if (inside === "") return [];
  const whole = `${unclosed(open)}>${inside}</${name}>`;
  return parse(whole, { depth: 1 }).children.map((one) => [one.local, outer(whole, one)]);
}
