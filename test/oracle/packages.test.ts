import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readXlsx } from "hucre/xlsx";
import { startEmbeddedExcel, type EmbeddedExcel } from "@jiheng/excel-host/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createExcelSession } from "../../src/excel/excel-session";
import { packageFaults } from "./package-check";

const assets = path.resolve(import.meta.dirname, "../../assets");
const workbooks = readdirSync(assets, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".xlsx"))
  .sort();

let excel: EmbeddedExcel;
beforeAll(async () => {
  excel = await startEmbeddedExcel();
});
afterAll(() => excel.dispose());

describe("what is shipped, and what comes out of it, is a sound package for other programs", () => {
  test.each(workbooks)("%s", async (name) => {
    const bytes = new Uint8Array(readFileSync(path.join(assets, name)));
    // The schema lets a colour say nothing, and the shipped files have some; none may be added.
    const before = packageFaults(bytes);
    expect(before.filter((fault) => !fault.endsWith("a colour of nothing"))).toEqual([]);
    await excel.open(bytes, name);
    await createExcelSession()
      .calculate({ settings: { adopt: false, output: "formulas" }, writes: true })
      .catch((error: unknown) => {
        // An empty template has nothing to score; anything else is a failure.
        expect(error).toMatchObject({ code: expect.stringMatching(/empty|no-indicators/) as string });
      });
    const saved = await excel.save();
    expect(packageFaults(saved)).toEqual(before);

    const { sheets } = await readXlsx(saved);
    const uncalculated = sheets.flatMap((sheet) =>
      [...(sheet.cells ?? [])].flatMap(([place, cell]) =>
        cell.formula !== undefined && cell.formulaResult === undefined && (cell.value ?? null) === null
          ? [`${sheet.name}!${place}`]
          : [],
      ),
    );
    expect(uncalculated).toEqual([]);
  });
});
