import { strFromU8, unzipSync } from "fflate";
import { packageFaults } from "../../test/oracle/package-check.js";

export interface Comparison {
  readonly lost: string[];
  /** Parts of the user's that differ in more than the results of formulas. */
  readonly changed: string[];
  /** What the independent check says of the result and did not say of the input. */
  readonly faults: string[];
  /** Parts that are byte for byte as they were. */
  readonly same: number;
}

const registers = /(?:^\[content_types\]\.xml|\.rels|styles[^/]*\.xml|sharedstrings[^/]*\.xml)$/i;

/** The workbook before and after a run, part by part. `own`: parts that the run may write. */
export function compare(before: Uint8Array, after: Uint8Array, own: readonly string[]): Comparison {
  const [old, now] = [partsOf(before), partsOf(after)];
  const out: Comparison = { lost: [], changed: [], faults: [], same: 0 };
  let same = 0;
  for (const [name, part] of old) {
    const other = now.get(name);
    if (name.endsWith("/")) continue;
    if (!other) {
      // The chain of calculation names cells; a stale one is worse than none.
      if (!/calcchain\.xml$/i.test(name)) out.lost.push(name);
      continue;
    }
    if (isSame(part, other)) same++;
    else if (!own.includes(name) && !isExpected(name, strFromU8(part), strFromU8(other)))
      out.changed.push(name);
  }
  const known = new Set(packageFaults(before, LARGEST));
  out.faults.push(...packageFaults(after, LARGEST).filter((fault) => !known.has(fault)));
  return { ...out, same };
}

/** Bytes of the parts that are looked into: another parser reads them whole. */
const LARGEST = 2_000_000;

const partsOf = (bytes: Uint8Array): Map<string, Uint8Array> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name.replace(/\\/g, "/"), part]));

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && Buffer.compare(Buffer.from(a), Buffer.from(b)) === 0;

function isExpected(name: string, before: string, after: string): boolean {
  if (registers.test(name)) return isExtended(before, after);
  if (/<(?:\w+:)?workbook[\s>]/.test(after.slice(0, 2000))) return true;
  return withoutResults(before) === withoutResults(after);
}

/** Lists were only added to: every item of the old one still stands, in its order. */
function isExtended(before: string, after: string): boolean {
  const items = (xml: string): string[] => xml.match(/<[^/?!][^>]*>/g) ?? [];
  const bare = (tag: string): string =>
    tag.replace(/\s(?:count|uniqueCount)="\d*"/g, "").replace(/\s*\/>$/, ">");
  const rest = items(after).map(bare)[Symbol.iterator]();
  for (const tag of items(before).map(bare)) {
    let next = rest.next();
    while (next.done !== true && next.value !== tag) next = rest.next();
    if (next.done === true) return /calcChain/.test(tag);
  }
  return true;
}

/** A sheet without what formulas gave, and without which tab is in front. */
const withoutResults = (xml: string): string =>
  xml
    .replace(/<(\w+:)?c\b[^>]*>(?=\s*<(?:\w+:)?f\b)/g, (tag) => tag.replace(/\st="[^"]*"/, ""))
    .replace(
      /(<(?:\w+:)?f\b(?:[^>]*\/>|[^>]*>[^<]*<\/(?:\w+:)?f>))\s*<(?:\w+:)?v\b(?:[^>]*\/>|[^>]*>[^<]*<\/(?:\w+:)?v>)/g,
      "$1",
    )
    .replace(/\stabSelected="[^"]*"/g, "");
