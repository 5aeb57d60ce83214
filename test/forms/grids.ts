import { readFileSync } from "node:fs";
import { readXlsx, type Sheet } from "hucre/xlsx";
import { format } from "numfmt";
import type { CellValue, GridCell, MergedArea, SheetGrid } from "../../src/model/grid";
import type { FixtureSheet } from "../fixtures/forms/layout";

/** A cell as the test writes it: a value, or a value with its number format. */
export type TypedCell = CellValue | { value: CellValue; format?: string; formula?: string };

function gridCell(typed: TypedCell): GridCell | undefined {
  if (typed === null || typed === "") return undefined;
  const {
    value,
    format: code = "General",
    formula,
  } = typeof typed === "object" ? typed : { value: typed, format: "General" };
  return {
    value,
    text: shown(value, code),
    formula: formula === undefined ? null : `=${formula.replace(/^=/, "")}`,
    format: code,
  };
}

function shown(value: CellValue, code: string): string {
  if (typeof value === "number") return format(code, value);
  return value === null ? "" : String(value);
}

export interface SheetOptions {
  name?: string;
  /** `A1:C1`. */
  merges?: string[];
  hiddenRows?: number[];
  visible?: boolean;
}

/** A sheet written down row by row. */
export function sheet(
  rows: TypedCell[][],
  { name = "自评表", merges = [], hiddenRows = [], visible = true }: SheetOptions = {},
): SheetGrid {
  return {
    name,
    visible,
    protected: false,
    rows: rows.map((row) => row.map(gridCell)),
    merges: merges.map(area),
    hiddenRows: new Set(hiddenRows),
  };
}

function area(range: string): MergedArea {
  const [, c1 = "", r1 = "", c2 = "", r2 = ""] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? [];
  const column = (name: string): number =>
    [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return {
    row: Number(r1) - 1,
    column: column(c1),
    rowCount: Number(r2) - Number(r1) + 1,
    columnCount: column(c2) - column(c1) + 1,
  };
}

export function fromFixture(fixture: FixtureSheet): SheetGrid {
  return {
    name: fixture.name,
    visible: true,
    protected: false,
    rows: fixture.rows.map((row) => row.map((cell) => (cell === null ? undefined : gridCell(cell)))),
    merges: fixture.merges,
    hiddenRows: new Set(fixture.hiddenRows ?? []),
  };
}

/** The sheets of a workbook file, read by a library that has no part in the product. */
export async function readSheets(path: string): Promise<SheetGrid[]> {
  const { sheets } = await readXlsx(new Uint8Array(readFileSync(path)), { readStyles: true });
  return sheets.map(fromHucre);
}

function fromHucre(source: Sheet): SheetGrid {
  return {
    name: source.name,
    visible: true,
    protected: false,
    rows: source.rows.map((row, r) =>
      row.map((value, c) => {
        const cell = source.cells?.get(`${r},${c}`);
        const code = cell?.style?.numFmt ?? "General";
        const plain: CellValue = value instanceof Date ? value.toISOString() : value;
        return gridCell({
          value: plain,
          format: code,
          ...(cell?.formula === undefined ? {} : { formula: cell.formula }),
        });
      }),
    ),
    merges: (source.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      row: startRow,
      column: startCol,
      rowCount: endRow - startRow + 1,
      columnCount: endCol - startCol + 1,
    })),
    hiddenRows: new Set(),
  };
}
