import { beforeAll, describe, expect, test } from "vitest";
import { strFromU8, unzipSync } from "fflate";
import { cellAt } from "../../src/model/grid";
import { readWorkbook, type ReadWorkbook } from "../../src/excel/read/read-workbook";
import { cellName } from "../../src/expr/cell";
import { openSample } from "../excel/sample";
import { readValues, recalculate, skipWithoutLibreOffice, type CellValues } from "./libreoffice";

/** Doubles: the last of 15 digits may differ from program to program. */
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));

describe.skipIf(skipWithoutLibreOffice)(
  "the saved Guizhou workbook, recalculated by LibreOffice without cached values",
  () => {
    let saved: Uint8Array;
    let workbook: ReadWorkbook;
    let fresh: CellValues;
    let cached: CellValues;

    beforeAll(async () => {
      const { excel, session } = await openSample("guizhou");
      const result = await session.calculate();
      expect(result.written?.verified).toBe(result.written?.formulas);
      workbook = await Excel.run((context) => readWorkbook(context, []));
      saved = await excel.save();
      cached = await readValues(saved);
      fresh = await recalculate(saved);
    }, 300_000);

    test("shows in every formula cell the value that was verified, and no error", () => {
      const differing: string[] = [];
      let formulas = 0;
      for (const sheet of workbook.sheets) {
        sheet.rows.forEach((cells, row) => {
          cells.forEach((_, column) => {
            const cell = cellAt(sheet, row, column);
            if (cell.formula === null) return;
            formulas += 1;
            const name = cellName({ row, column });
            const now = fresh.get(sheet.name)?.get(name) ?? "";
            const expected = cell.value ?? "";
            const same =
              typeof now === "number" && typeof expected === "number"
                ? near(now, expected)
                : String(now) === String(expected);
            if (!same || String(now).startsWith("#"))
              differing.push(`${sheet.name}!${name} ${cell.formula}: ${String(expected)} / ${String(now)}`);
          });
        });
      }
      expect(differing).toEqual([]);
      expect(formulas).toBeGreaterThan(390);
    });

    test("holds the same values as cached ones, for viewers that do not calculate", () => {
      const missing: string[] = [];
      for (const [sheet, cells] of fresh) {
        for (const [name, value] of cells) {
          const kept = cached.get(sheet)?.get(name) ?? "";
          const same =
            typeof value === "number" && typeof kept === "number"
              ? near(value, kept)
              : String(value) === String(kept);
          if (!same) missing.push(`${sheet}!${name}: ${String(value)} / ${String(kept)}`);
        }
      }
      expect(missing).toEqual([]);
    });

    test("asks Excel to calculate everything once more when it is opened", () => {
      const part = unzipSync(saved)["xl/workbook.xml"];
      expect(part && strFromU8(part)).toMatch(/<calcPr[^>]*fullCalcOnLoad="(?:1|true)"/);
    });
  },
);
