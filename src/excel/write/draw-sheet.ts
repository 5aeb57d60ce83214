import type { CompiledSheet } from "../../report/sheets/compile";
import type { SheetDraft } from "../../report/sheets/draft";
import { linesPerRow } from "../../report/sheets/lines";
import type { FilledSize } from "../../report/typed-cells";
import { isFormula, isGeneral, typedText, type CellEntry } from "./entry";
import { bytesOf, rowBlocks, type MeasuredRequest } from "../measured-request";

/** What is to be drawn: the look from the draft, and what each cell is to hold. */
export interface Drawing {
  readonly draft: Pick<
    SheetDraft,
    "name" | "blocks" | "merges" | "columnWidths" | "frozenRows" | "titleRows" | "page" | "charts"
  >;
  readonly entries: readonly (readonly CellEntry[])[];
  readonly formats: readonly (readonly string[])[];
  /** Lines of text in each row. */
  readonly lines: readonly number[];
  /** The formats are those of cells that are put back: General stays General, whatever a formula refers to. */
  readonly isPutBack?: boolean;
}

export function drawingOf(compiled: CompiledSheet): Drawing {
  return {
    draft: compiled.draft,
    entries: compiled.cells.map((row) =>
      row.map((cell) => (cell === null ? "" : cell.isFormula ? cell.content : entryOfText(cell.content))),
    ),
    formats: compiled.cells.map((row) => row.map((cell) => cell?.format ?? "General")),
    lines: linesPerRow(compiled),
  };
}

const entryOfText = (content: string | number): CellEntry =>
  typeof content === "string" ? typedText(content) : content;

/** What of a generated sheet is the add-in's and goes first. */
export interface Filled {
  readonly charts: readonly string[];
  /** From A1; null: all of it. */
  readonly filled: readonly FilledSize[] | null;
}

/** Queues what a generated sheet holds; the sheet exists. How it looks comes in another request: see draw-looks. */
export async function fillSheet(
  request: MeasuredRequest,
  { draft, entries, formats, isPutBack = false }: Drawing,
  old: Filled,
): Promise<void> {
  const sheet = request.context.workbook.worksheets.getItem(draft.name);
  await emptySheet(request, sheet, old);
  await writeCells(request, sheet, entries, formats);
  if (isPutBack) await keepGeneral(request, sheet, entries, formats);
}

/** Takes the add-in's cells and charts off a generated sheet; sheets are never deleted. */
export async function emptySheet(
  request: MeasuredRequest,
  sheet: Excel.Worksheet,
  { charts, filled }: Filled,
): Promise<void> {
  await request.reserve(4 + charts.length);
  if (filled === null) sheet.getRange().clear();
  else
    for (const { rowCount, columnCount } of filled)
      sheet.getRangeByIndexes(0, 0, rowCount, columnCount).clear();
  for (const chart of charts) sheet.charts.getItem(chart).delete();
}

async function writeCells(
  request: MeasuredRequest,
  sheet: Excel.Worksheet,
  entries: Drawing["entries"],
  formats: Drawing["formats"],
): Promise<void> {
  const width = entries[0]?.length ?? 0;
  if (width === 0) return;
  const sizeOf = (row: readonly unknown[]): number => row.reduce<number>((sum, one) => sum + bytesOf(one), 0);
  for (const { first, rows, bytes } of rowBlocks(entries, sizeOf)) {
    const rowFormats = formats.slice(first, first + rows.length);
    await request.reserve(4, bytes + rowFormats.reduce((sum, row) => sum + sizeOf(row), 0));
    const range = sheet.getRangeByIndexes(first, 0, rows.length, width);
    // Formats first: a cell formatted as text would keep a formula as text.
    range.numberFormat = rowFormats.map((row) => [...row]);
    range.formulas = rows.map((row) => [...row]);
  }
}

/** Excel gives a formula that is entered into a General cell the format of what it refers to: it is taken off again. */
async function keepGeneral(
  request: MeasuredRequest,
  sheet: Excel.Worksheet,
  entries: Drawing["entries"],
  formats: Drawing["formats"],
): Promise<void> {
  const kept = entries.map((row, at) =>
    row.map((entry, column) => {
      const format = formats[at]?.[column] ?? null;
      return isFormula(entry) && isGeneral(format) ? format : null;
    }),
  );
  const width = kept[0]?.length ?? 0;
  if (!kept.some((row) => row.some((format) => format !== null))) return;
  for (const { first, rows, bytes } of rowBlocks(kept, (row) => 20 * row.length)) {
    await request.reserve(3, bytes);
    sheet.getRangeByIndexes(first, 0, rows.length, width).numberFormat = rows.map((row) => [...row]);
  }
}
