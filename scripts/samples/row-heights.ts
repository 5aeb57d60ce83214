import type { GridSheet } from "./grid.js";

const lineHeight = 15;
const padding = 4;
const defaultWidth = 9;

/**
 * Height in points that shows all wrapped text of each row, by row number from 1. Excel fits a row to merged
 * cells never, and other programs fit none on opening, so the heights are written. Explicit heights win.
 */
export function rowHeights(sheet: GridSheet): Map<number, number> {
  const heights = new Map<number, number>();
  const { widths = [], heights: given = {} } = sheet.dress ?? {};
  sheet.rows.forEach((row, r) => {
    const lines = row.map((cell, c) => {
      if (typeof cell?.value !== "string") return 1;
      const merge = sheet.merges.find(({ row: top, column }) => top === r && column === c);
      if (merge && merge.rowCount > 1) return 1;
      const columns = widths.slice(c, c + (merge?.columnCount ?? 1));
      return wrappedLines(cell.value, columns.length > 0 ? sum(columns) : defaultWidth);
    });
    const explicit = given[String(r + 1)];
    heights.set(r + 1, explicit ?? Math.max(1, ...lines) * lineHeight + padding);
  });
  return heights;
}

function wrappedLines(text: string, width: number): number {
  return sum(text.split("\n").map((line) => Math.max(1, Math.ceil(textWidth(line) / (width - 1)))));
}

/** In column-width units: a Chinese character takes a little more than two digits. */
function textWidth(line: string): number {
  return sum([...line].map((character) => (character > "\u2e80" ? 2.2 : 1.1)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
