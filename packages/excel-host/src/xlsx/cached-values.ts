import { columnIndex } from "../model/address";
import type { CellValue } from "../model/display";
import { cellError, cellValue, formulaOf, type CellData } from "../model/sheet-cells";
import { attributesOf, escapeXml, unescapeXml } from "./xml";

export interface CachedValue {
  value: CellValue;
  error: boolean;
}

/** The result of a formula cell; null where there is none. */
export function cachedValueOf(cell: CellData): CachedValue | null {
  if (!cell || formulaOf(cell) === null || (cell.v == null && cell.p == null)) return null;
  return { value: cellValue(cell), error: cellError(cell) !== null };
}

/** A value as a cell of a file says it: its type `t` and the text of `<v>`. */
export function typedValue({ value, error }: CachedValue): { type: string; text: string } {
  return {
    type: error ? "e" : typeof value === "string" ? "str" : typeof value === "boolean" ? "b" : "n",
    text: typeof value === "boolean" ? (value ? "1" : "0") : String(value),
  };
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
      const { type, text } = typedValue(cached);
      const oldText = old === undefined ? null : unescapeXml(/>([^<]*)</.exec(old)?.[1] ?? "");
      const sameText =
        type === "n"
          ? oldText !== null && oldText !== "" && Number(oldText) === cached.value
          : oldText === text;
      if (sameText && (a["t"] ?? "n") === type) return whole;
      const kept = attributeText.replace(/\s+t="[^"]*"/, "");
      return `<c${kept}${type === "n" ? "" : ` t="${type}"`}>${formula}<v>${escapeXml(text)}</v></c>`;
    },
  );
}
