import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { covers, parseRange } from "./address.js";
import type { CellLook, GridCell, GridMerge, GridSheet, GridWorkbook, SheetDress } from "./grid.js";
import { typedCell } from "./typed-cell.js";

export const sampleIds = ["guizhou", "anning", "longhua", "baojing", "zhangye"] as const;
export type SampleId = (typeof sampleIds)[number];

export const samplesFolder = fileURLToPath(new URL("../../assets/samples/", import.meta.url));

/** One sheet of `layout.json`: rows count from 1 and ranges are Excel addresses, as on the sheet itself. */
interface SheetLayout extends SheetDress {
  name: string;
  title?: number[];
  note?: number[];
  header?: number[];
  total?: number[];
  /** Bordered blocks. */
  tables: string[];
  /** Blocks whose text is aligned left. */
  left?: string[];
  merge?: string[];
  /** Blocks in which a cell is merged with the blank cells below it. */
  mergeDown?: string[];
  /** Number format by block. */
  formats?: Record<string, string>;
}

interface WorkbookLayout {
  title: string;
  sheets: SheetLayout[];
}

/** Reads `data/<id>/layout.json` and one CSV per sheet. */
export function readSample(id: SampleId): GridWorkbook {
  const folder = join(samplesFolder, "data", id);
  const layout = JSON.parse(readFileSync(join(folder, "layout.json"), "utf8")) as WorkbookLayout;
  const sheets = layout.sheets.map((sheet) =>
    dressSheet(sheet, readFields(join(folder, `${sheet.name}.csv`))),
  );
  return { title: layout.title, sheets };
}

/** The fields of a CSV file as they stand there, before Excel's reading of them. */
export function readFields(path: string): string[][] {
  return parse(readFileSync(path), { bom: true, relaxColumnCount: true });
}

function dressSheet(layout: SheetLayout, fields: string[][]): GridSheet {
  const rows = fields.map((row) => row.map(typedCell));
  const merges = [
    ...(layout.merge ?? []).map(parseRange),
    ...(layout.mergeDown ?? []).flatMap((range) => downwardMerges(rows, parseRange(range))),
  ];
  const { widths, heights, landscape, titleRows } = layout;
  const dress: SheetDress = {
    ...(widths && { widths }),
    ...(heights && { heights }),
    ...(landscape !== undefined && { landscape }),
    ...(titleRows !== undefined && { titleRows }),
  };
  return { name: layout.name, rows: dressCells(layout, rows), merges, dress };
}

function dressCells(layout: SheetLayout, rows: (GridCell | null)[][]): (GridCell | null)[][] {
  const tables = layout.tables.map(parseRange);
  const left = (layout.left ?? []).map(parseRange);
  const formats = Object.entries(layout.formats ?? {}).map(
    ([range, format]) => [parseRange(range), format] as const,
  );
  const width = Math.max(...rows.map((row) => row.length), ...tables.map((t) => t.column + t.columnCount));
  return rows.map((row, r) =>
    Array.from({ length: width }, (_, c) => {
      const inTable = tables.some((table) => covers(table, r, c));
      const cell = row[c] ?? null;
      if (!cell && !inTable) return null;
      const format = formats.find(([range]) => covers(range, r, c))?.[1];
      const isLeft = left.some((block) => covers(block, r, c));
      const look = lookOf(layout, r + 1, inTable, isLeft);
      return { value: null, ...cell, ...(format !== undefined && { format }), look };
    }),
  );
}

function lookOf(layout: SheetLayout, rowNumber: number, inTable: boolean, isLeft: boolean): CellLook {
  const align = isLeft ? "left" : "center";
  if (layout.title?.includes(rowNumber)) return { role: "title", align: "center" };
  if (layout.note?.includes(rowNumber)) return { role: "note", align: isLeft ? "left" : "right" };
  if (layout.header?.includes(rowNumber) && inTable) return { role: "header", align: "center" };
  if (layout.total?.includes(rowNumber) && inTable) return { role: "total", align };
  return { role: inTable ? "body" : "plain", align: inTable ? align : "left" };
}

/** In every column of the block, each filled cell takes the blank cells below it. */
function downwardMerges(rows: (GridCell | null)[][], block: GridMerge): GridMerge[] {
  const merges: GridMerge[] = [];
  for (let column = block.column; column < block.column + block.columnCount; column++) {
    let top = block.row;
    for (let row = block.row + 1; row <= block.row + block.rowCount; row++) {
      const ends = row === block.row + block.rowCount || rows[row]?.[column] != null;
      if (!ends) continue;
      if (row - top > 1) merges.push({ row: top, column, rowCount: row - top, columnCount: 1 });
      top = row;
    }
  }
  return merges;
}
