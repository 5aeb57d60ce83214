import { columnIndex } from "../model/address";
import type { CellValue } from "../model/display";
import { attributesOf, escapeXml, unescapeXml } from "./xml";

export interface CachedValue {
  value: CellValue;
  error: boolean;
}

const cell =
  /<c\b([^>]*)>(\s*<f\b(?:[^>]*\/>|[^>]*>[^<]*<\/f>))\s*(<v\b(?:[^>]*\/>|[^>]*>[^<]*<\/v>))?\s*<\/c>/g;

/**
 * Writes the values of formula cells. Phone previews and mail viewers do not calculate: without a value they show 0 or
 * nothing. Where the value is the one that stands there, not a byte changes.
 */
export function writeCachedValues(
  sheetXml: string,
  valueAt: (row: number, column: number) => CachedValue | null,
): string {
  return sheetXml.replace(
    cell,
    (whole: string, attributeText: string, formula: string, old: string | undefined) => {
      const a = attributesOf(attributeText);
      const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(a["r"] ?? "") ?? [];
      if (letters === undefined) return whole;
      const cached = valueAt(Number(digits) - 1, columnIndex(letters));
      if (!cached || cached.value === null) return whole;
      const { value, error } = cached;
      const type = error ? "e" : typeof value === "string" ? "str" : typeof value === "boolean" ? "b" : "n";
      const text = typeof value === "boolean" ? (value ? "1" : "0") : String(value);
      const oldText = old === undefined ? null : unescapeXml(/>([^<]*)</.exec(old)?.[1] ?? "");
      const sameText =
        type === "n" ? oldText !== null && oldText !== "" && Number(oldText) === value : oldText === text;
      if (sameText && (a["t"] ?? "n") === type) return whole;
      const kept = attributeText.replace(/\s+t="[^"]*"/, "");
      return `<c${kept}${type === "n" ? "" : ` t="${type}"`}>${formula}<v>${escapeXml(text)}</v></c>`;
    },
  );
}
