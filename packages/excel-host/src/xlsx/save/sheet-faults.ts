import { columnIndex } from "../../model/address";
import { worksheetOrder } from "./schema-order";
import { localName, Scanner, tagAttributes } from "./xml-text";

export interface SheetBounds {
  /** Relationships of the sheet. */
  readonly ids: ReadonlySet<string>;
  readonly formats: number;
  readonly strings: number;
}

/** What is wrong in a worksheet: order, places and references. One pass: sheets can be large. */
export function sheetFaults(xml: string, { ids, formats, strings }: SheetBounds): string[] {
  const out: string[] = [];
  const scanner = new Scanner(xml);
  let [depth, row, column, last] = [0, 0, 0, -1];
  let isString = false;
  while (scanner.next()) {
    if (scanner.closes) {
      depth--;
      continue;
    }
    const local = localName(scanner.name);
    if (depth === 1) {
      const rank = worksheetOrder.indexOf(local);
      if (rank >= 0 && rank < last) out.push(`${local} comes too late`);
      if (rank >= 0) last = Math.max(last, rank);
    }
    if (!scanner.empty) depth++;
    switch (local) {
      case "row": {
        const number = Number(tagAttributes(scanner.tag)["r"] ?? row + 1);
        if (number <= row) out.push(`row ${number} after ${row}`);
        [row, column] = [number, 0];
        break;
      }
      case "c": {
        const cell = cellOf(scanner.tag);
        const number = cell.column ?? column + 1;
        if (number <= column) out.push(`column ${number} after ${column} in row ${row}`);
        column = number;
        if (cell.format >= Math.max(1, formats)) out.push(`format ${cell.format} in row ${row}`);
        ({ isString } = cell);
        break;
      }
      case "v":
        if (isString && !scanner.empty) {
          const index = Number(xml.slice(scanner.end, xml.indexOf("<", scanner.end)));
          if (!(index < strings)) out.push(`text ${index} in row ${row}`);
        }
        break;
      case "drawing":
      case "hyperlink":
      case "legacyDrawing":
      case "tablePart": {
        const { id } = tagAttributes(scanner.tag);
        if (id !== undefined && !ids.has(id)) out.push(`${local} names ${id}`);
      }
    }
  }
  return out;
}

/** Read by hand, not as a list of attributes: there are many cells. */
function cellOf(tag: string): { column: number | null; format: number; isString: boolean } {
  const letters = /\sr\s*=\s*["']([A-Za-z]+)/.exec(tag)?.[1];
  const format = /\ss\s*=\s*["'](\d+)/.exec(tag)?.[1];
  return {
    column: letters === undefined ? null : columnIndex(letters) + 1,
    format: Number(format ?? 0),
    isString: /\st\s*=\s*["']s["']/.test(tag),
  };
}
