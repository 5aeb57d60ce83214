import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { cellName } from "../../src/expr/cell";

/** What a cell shows: sheet → cell name → value. */
export type CellValues = ReadonlyMap<string, ReadonlyMap<string, string | number | boolean>>;

const soffice = spawnSync("which", ["soffice"], { encoding: "utf8" }).stdout.trim();
const required = process.env.JIHENG_REQUIRE_LIBREOFFICE === "1";

/** Without LibreOffice these tests are skipped, except where it is required. */
export const skipWithoutLibreOffice = soffice === "" && !required;

/** Takes every cached value out, so that nothing can be read but what LibreOffice calculates itself. */
export function withoutCachedValues(workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook);
  for (const name of Object.keys(parts)) {
    const part = parts[name];
    if (part === undefined || !/^xl\/worksheets\/sheet[^/]*\.xml$/.test(name)) continue;
    const xml = strFromU8(part);
    parts[name] = strToU8(xml.replace(/(<f\b[^>]*>[^<]*<\/f>|<f\b[^>]*\/>)(?:<v>[^<]*<\/v>|<v\/>)/g, "$1"));
  }
  return zipSync(parts);
}

/** The workbook's values as LibreOffice calculates them from nothing but inputs and formulas. */
export async function recalculate(workbook: Uint8Array): Promise<CellValues> {
  const folder = mkdtempSync(path.join(tmpdir(), "jiheng-oracle-"));
  try {
    const input = path.join(folder, "in.xlsx");
    writeFileSync(input, withoutCachedValues(workbook));
    execFileSync(
      soffice,
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        path.join(folder, "out"),
        input,
      ],
      { stdio: "ignore", timeout: 240_000 },
    );
    return await readValues(new Uint8Array(readFileSync(path.join(folder, "out", "in.xlsx"))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The values that stand in a file: the cached ones of formulas. */
export async function readValues(workbook: Uint8Array): Promise<CellValues> {
  const { sheets } = await readXlsx(workbook);
  return new Map(
    sheets.map((sheet) => {
      const cells = new Map<string, string | number | boolean>();
      sheet.rows.forEach((row, rowIndex) => {
        row.forEach((value, column) => {
          if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
            cells.set(cellName({ row: rowIndex, column }), value);
          }
        });
      });
      return [sheet.name, cells];
    }),
  );
}
