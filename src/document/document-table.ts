import type { ReportTable } from "../report/sheets/table";
import { shownText } from "../report/sheets/shown-text";
import type { DocumentCell, DocumentRow, DocumentTable } from "./content";

/** Characters of the table's size on an upright line; a wider table lies down. */
const UPRIGHT = 42;
/** An empty cell among numbers, so that nobody takes it for forgotten. */
const NOTHING = "—";
/** Narrower columns of words are hard to read. */
const LEAST_COLUMN = 9;

/** A table of 绩效汇总 as the written report prints it. */
export function documentTable(table: ReportTable, order: number, caption = table.caption): DocumentTable {
  const body = table.rows.map((row) => row.map(shownText));
  const total = table.total?.map(shownText);
  const filled = (row: readonly string[]): string[] =>
    table.columns.map(({ align }, column) => row[column] || (align === "left" ? "" : NOTHING));
  const lines = body.map(filled);
  const spans = spansOf(lines, table.mergeEqual ?? []);
  const rows: DocumentRow[] = lines.map((cells, row) => ({
    cells: cells.map((text, column): DocumentCell => ({ text, rowSpan: spans(row, column) })),
    isTotal: table.subtotals?.includes(row) ?? false,
  }));
  if (total !== undefined)
    rows.push({ cells: filled(total).map((text) => ({ text, rowSpan: 1 })), isTotal: true });
  return {
    order,
    caption,
    unitLine: table.unitLine ?? null,
    columns: table.columns.map(({ title, align = "center" }) => ({ title, align })),
    rows,
    wide: widthOf(table, rows) > UPRIGHT,
  };
}

/** Equal neighbours of the columns that merge them. */
function spansOf(
  lines: readonly (readonly string[])[],
  merged: readonly number[],
): (row: number, column: number) => number {
  const text = (row: number, column: number): string => lines[row]?.[column] ?? "";
  const continues = (row: number, column: number): boolean =>
    row > 0 && text(row, column) !== "" && text(row, column) === text(row - 1, column);
  return (row, column) => {
    if (!merged.includes(column)) return 1;
    if (continues(row, column)) return 0;
    let end = row + 1;
    while (end < lines.length && continues(end, column)) end += 1;
    return end - row;
  };
}

/** The least that its columns need, in Chinese characters; long text wraps. */
function widthOf({ columns }: ReportTable, rows: readonly DocumentRow[]): number {
  return columns.reduce((sum, { title }, column) => {
    const widest = rows.reduce(
      (most, { cells }) => Math.max(most, charactersOf(cells[column]?.text ?? "")),
      charactersOf(title),
    );
    return sum + Math.min(widest, LEAST_COLUMN) + 1;
  }, 0);
}

/** Latin letters and digits take half a Chinese character. */
export function charactersOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0xff ? 1 : 0.55;
  return width;
}
