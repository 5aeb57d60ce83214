import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Cached formula results by part name, then by cell address. */
export type CachedValues = ReadonlyMap<string, ReadonlyMap<string, string | number>>;

/**
 * Writes cached values into the sheet parts (a formula without one shows 0 in mail previews) and packs the
 * parts in name order with one fixed date, so that the same workbook always gives the same bytes.
 */
export function finishPackage(bytes: Uint8Array, cached: CachedValues, date: string): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [path, values] of cached) {
    const part = parts[path];
    if (!part) throw new Error(`No part ${path} in the written workbook`);
    parts[path] = strToU8(withCachedValues(strFromU8(part), values, path));
  }
  const sorted = Object.keys(parts).sort(contentTypesFirst);
  // ZIP times have no zone: fflate writes the local one, so the date is taken apart to be the same everywhere.
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split("-").map(Number);
  const mtime = new Date(year, month - 1, day);
  return zipSync(Object.fromEntries(sorted.map((path) => [path, parts[path] ?? new Uint8Array()])), {
    mtime,
    level: 9,
  });
}

function withCachedValues(xml: string, values: ReadonlyMap<string, string | number>, path: string): string {
  let placed = 0;
  const cell = /<c r="([A-Z]+\d+)"([^>]*)>(<f\b[^>]*>[^<]*<\/f>)(?:<v>[^<]*<\/v>|<v\/>)?<\/c>/g;
  const result = xml.replace(cell, (_, address: string, attributes: string, formula: string) => {
    const value = values.get(address);
    if (value === undefined) throw new Error(`No cached value for ${path} ${address}`);
    placed++;
    const type = typeof value === "string" ? ' t="str"' : "";
    return `<c r="${address}"${attributes.replace(/ t="[^"]*"/, "")}${type}>${formula}<v>${escapeXml(String(value))}</v></c>`;
  });
  if (placed !== values.size) throw new Error(`${path}: ${placed} of ${values.size} formulas found`);
  return result;
}

/** `[Content_Types].xml` leads the package, as Excel writes it. */
function contentTypesFirst(a: string, b: string): number {
  const rank = (path: string) => (path === "[Content_Types].xml" ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
