import { intersection, parseArea, type Area } from "../model/address";
import type { Range } from "./range";

/** Fills columns of tables as Excel does where a formula was entered: `at` is what was. */
export function fillTables(
  { context, sheet, area }: Range,
  at: (row: number, column: number) => unknown,
): void {
  for (const table of context.moods.tables) {
    const body = table.sheet === sheet.name ? parseArea(table.body) : null;
    const written = body && intersection(body, area);
    if (!body || !written) continue;
    for (let column = written.column; column < written.column + written.columns; column++) {
      const row = firstFormula(written, area, (line) => at(line, column - area.column));
      const formula = row === null ? undefined : at(row - area.row, column - area.column);
      if (row === null || typeof formula !== "string") continue;
      for (let other = body.row; other < body.row + body.rows; other++) {
        const isWritten = other >= written.row && other < written.row + written.rows;
        if (isWritten || (table.fills === "blank" && sheet.cells.isFilled(other, column))) continue;
        sheet.enter({ row: other, column, rows: 1, columns: 1 }, () => moved(formula, other - row));
      }
    }
  }
}

function firstFormula(written: Area, area: Area, at: (line: number) => unknown): number | null {
  for (let row = written.row; row < written.row + written.rows; row++) {
    const entry = at(row - area.row);
    if (typeof entry === "string" && entry.startsWith("=")) return row;
  }
  return null;
}

/** References without `$` move with the row; texts and quoted names do not. */
function moved(formula: string, rows: number): string {
  return formula.replace(
    /"(?:[^"]|"")*"|'(?:[^']|'')*'|\b(\$?[A-Z]{1,3})(\d+)\b/g,
    (whole, column: string | undefined, row: string | undefined) =>
      column === undefined || row === undefined ? whole : column + String(Number(row) + rows),
  );
}
