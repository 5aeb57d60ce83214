import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx, type Sheet } from "hucre/xlsx";
import { parseRange } from "../../scripts/samples/address.js";
import { samplesFolder, type SampleId } from "../../scripts/samples/sample-data.js";

export interface OpenedSample {
  bytes: Uint8Array;
  /** What an independent library reads in a cell. */
  value(sheet: string, address: string): unknown;
  formula(sheet: string, address: string): string | undefined;
  /** The merged blocks of a sheet, e.g. `A4:A9`. */
  merges(sheet: string): string[];
  /** The text of a part of the package. */
  part(path: string): string;
}

/** Opens a committed sample with hucre, which had no part in writing it. */
export async function openSample(id: SampleId): Promise<OpenedSample> {
  const bytes = new Uint8Array(readFileSync(join(samplesFolder, `${id}.xlsx`)));
  const parts = unzipSync(bytes);
  const { sheets } = await readXlsx(bytes);
  const sheetNamed = (name: string): Sheet => {
    const sheet = sheets.find((candidate) => candidate.name === name);
    if (!sheet) throw new Error(`${id}.xlsx has no sheet ${name}`);
    return sheet;
  };
  return {
    bytes,
    value: (sheet, address) => {
      const { row, column } = parseRange(address);
      return sheetNamed(sheet).rows[row]?.[column] ?? null;
    },
    formula: (sheet, address) => {
      const { row, column } = parseRange(address);
      return sheetNamed(sheet).cells?.get(`${row},${column}`)?.formula;
    },
    merges: (sheet) => {
      const index = sheets.indexOf(sheetNamed(sheet));
      const xml = strFromU8(parts[`xl/worksheets/sheet${index + 1}.xml`] ?? new Uint8Array());
      return [...xml.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, ref = ""]) => ref);
    },
    part: (path) => strFromU8(parts[path] ?? new Uint8Array()),
  };
}
