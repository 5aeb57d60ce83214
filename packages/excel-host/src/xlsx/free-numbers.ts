import { strFromU8, strToU8 } from "fflate";
import type { Parts } from "./package";
import { readWorkbookPart } from "./read-workbook";
import { attributesOf } from "./xml";

const placeholder = /^xl\/(?:drawings\/drawing|charts\/chart)-placeholder-/;

/**
 * excelize numbers a new drawing or chart by how many there are, and a new sheet by the highest sheet id: in a file whose
 * part numbers have gaps it would write over one of the user's. The copy that it is given leaves it only free numbers.
 */
export function withFreeNumbers(parts: Parts): Parts {
  const out: Parts = { ...parts };
  for (const prefix of ["xl/drawings/drawing", "xl/charts/chart"]) {
    const numbers = partNumbers(parts, prefix);
    const highest = Math.max(0, ...numbers);
    for (let i = numbers.length; i < highest; i++) out[`${prefix}-placeholder-${i}.xml`] = new Uint8Array();
  }
  const highestPart = Math.max(0, ...partNumbers(parts, "xl/worksheets/sheet"));
  const name = readWorkbookPart(parts).part;
  const workbook = parts[name];
  if (workbook) out[name] = strToU8(withSheetId(strFromU8(workbook), highestPart));
  return out;
}

export function withoutPlaceholders(parts: Parts): void {
  for (const name of Object.keys(parts)) if (placeholder.test(name)) Reflect.deleteProperty(parts, name);
}

function partNumbers(parts: Parts, prefix: string): number[] {
  return Object.keys(parts).flatMap((name) => {
    const number = name.startsWith(prefix) ? /^(\d+)\.xml$/.exec(name.slice(prefix.length))?.[1] : undefined;
    return number === undefined ? [] : [Number(number)];
  });
}

/** Gives the last sheet the id `least` where no sheet has one as high; ids only have to differ. */
function withSheetId(workbook: string, least: number): string {
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)];
  const ids = sheets.map(([xml]) =>
    Number(attributesOf(xml.replace(/^<(?:\w+:)?sheet/, ""))["sheetId"] ?? 0),
  );
  const last = sheets.at(-1);
  if (last?.index === undefined || Math.max(...ids) >= least) return workbook;
  const renumbered = last[0].replace(/\bsheetId="\d+"/, `sheetId="${least}"`);
  return workbook.slice(0, last.index) + renumbered + workbook.slice(last.index + last[0].length);
}
