import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeXlsx } from "@jiheng/excel-host/fixtures";
import { cellName, sheetReference, type CellAddress } from "../../src/expr/cell";
import { evaluate } from "../../src/expr/evaluate";
import type { StepNode } from "../../src/expr/expression";
import { toFormula } from "../../src/expr/formula";
import { inputsOf } from "../../src/expr/inputs";
import { recogniseWorkbook } from "../../src/forms/recognise-workbook";
import type { SheetGrid } from "../../src/model/grid";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { scoreWorkbook } from "../../src/scoring/score";
import { sheetsOf, workbooksIn } from "../facts/collected-rates";
import { recalculate, skipWithoutLibreOffice } from "./libreoffice";
import { SheetOfFormulas } from "./sheet-of-formulas";

const BOOKS = ["collection/build", "faults"].flatMap((directory) =>
  workbooksIn(join(import.meta.dirname, "../facts", directory)),
);
const HOME = "公式";

/** The rates that are computed of a workbook, by the place of their indicator. */
function ratesOf(sheets: readonly SheetGrid[]): Map<string, StepNode> {
  const found = new Map<string, StepNode>();
  for (const { indicators } of scoreWorkbook(recogniseWorkbook(sheets), DEFAULT_SETTINGS))
    for (const { entry, application } of indicators)
      if (application.measured !== undefined)
        found.set(`${entry.cell.sheet}!${cellName(entry.cell)}`, application.measured);
  return found;
}

/** The sheets with one number changed: the first that the rate reads as a number. */
function changed(sheets: readonly SheetGrid[], { sheet, row, column }: CellAddress): SheetGrid[] {
  return sheets.map((grid) =>
    grid.name !== sheet
      ? grid
      : {
          ...grid,
          rows: grid.rows.map((cells, r) =>
            r !== row
              ? cells
              : cells.map((cell, c) =>
                  c !== column || typeof cell?.value !== "number"
                    ? cell
                    : { ...cell, value: cell.value * 1.5, text: String(cell.value * 1.5) },
                ),
          ),
        },
  );
}

interface Question {
  readonly of: string;
  readonly at: string;
  readonly expected: string;
}

describe.skipIf(skipWithoutLibreOffice)("a rate from base data, as LibreOffice calculates it", () => {
  test("is the exact one, and follows its source", async () => {
    const parts: Record<string, string> = {};
    const home = new SheetOfFormulas(HOME);
    const asked: Question[] = [];
    const put = (
      name: string,
      sheets: readonly SheetGrid[],
      rates: readonly (readonly [string, StepNode, string])[],
    ): void => {
      const names = new Map(sheets.map((grid, index) => [grid.name, `${name}S${index}`]));
      for (const grid of sheets) {
        const page = new SheetOfFormulas(names.get(grid.name) ?? "");
        grid.rows.forEach((cells, row) =>
          cells.forEach((cell, column) => {
            if (typeof cell?.value === "number") page.put({ row, column }, { number: String(cell.value) });
            else if (typeof cell?.value === "string") page.put({ row, column }, { text: cell.value });
          }),
        );
        parts[page.name] = page.xml();
      }
      for (const [of, step, expected] of rates) {
        const formula = [...names].reduce(
          (text, [old, short]) => text.replaceAll(`${sheetReference(old)}!`, `${short}!`),
          toFormula(step, HOME),
        );
        const at = { row: asked.length, column: 0 };
        home.put(at, { formula });
        asked.push({ of, at: cellName(at), expected });
      }
    };
    BOOKS.forEach(({ file, workbook }, index) => {
      const sheets = sheetsOf(workbook);
      const rates = ratesOf(sheets);
      put(
        `B${index}`,
        sheets,
        [...rates].flatMap(([of, step]) => {
          const value = evaluate(step);
          return value === null ? [] : [[`${file} ${of}`, step, value.toString()] as const];
        }),
      );
      const [first] = rates;
      const source =
        first === undefined ? undefined : inputsOf(first[1]).find(({ reading }) => reading === undefined);
      if (first === undefined || source === undefined) return;
      const other = changed(sheets, source.cell);
      const again = ratesOf(other).get(first[0]);
      const value = again === undefined ? null : evaluate(again);
      // The formula of the first run over the changed number: the value of a second run.
      if (value !== null)
        put(`C${index}`, other, [[`${file} ${first[0]} changed`, first[1], value.toString()]]);
    });
    parts[HOME] = home.xml();
    const values = (await recalculate(makeXlsx(parts))).get(HOME);
    expect(asked.length).toBeGreaterThan(120);
    expect(asked.filter(({ of }) => of.endsWith("changed")).length).toBeGreaterThan(35);
    for (const { of, at, expected } of asked)
      expect(Number(values?.get(at)), of).toBeCloseTo(fraction(expected), 12);
  }, 300_000);
});

/** `0.(3)` and `0.25` alike. */
function fraction(text: string): number {
  const [whole = "", repeating] = text.replace(")", "").split("(");
  return Number(repeating === undefined ? whole : whole + repeating.repeat(20).slice(0, 20));
}
