import type { Passage, TextNumber } from "./text-model";

/** A table row: its words and its numbers in order (serial numbers and codes are left out before). */
export interface TextRow {
  readonly passage: number;
  readonly cells: readonly string[];
  readonly numbers: readonly TextNumber[];
}

/** Rows that follow one another, with the header above them. */
export interface TextTable {
  /** Cells of the last row without numbers above the first row with numbers. */
  readonly header: readonly string[];
  readonly rows: readonly TextRow[];
  readonly total: TextRow | null;
  readonly section: number;
}

const TOTAL = /^(?:合计|总计|小计|总分)/;
const CAPTION_OR_MARK = /^(?:附?表 ?\d{0,2}|[-—_])/;

/** Puts consecutive rows together; captions and page marks between them do not end a table, a total row does. */
export function readTables(
  passages: readonly Passage[],
  byPassage: readonly (readonly TextNumber[])[],
): TextTable[] {
  const tables: TextTable[] = [];
  let header: readonly string[] = [];
  let rows: TextRow[] = [];
  const close = (total: TextRow | null, section: number): void => {
    if (rows.length > 0) tables.push({ header, rows, total, section });
    rows = [];
    header = [];
  };
  passages.forEach((passage, index) => {
    if (passage.kind === "prose") {
      if (!CAPTION_OR_MARK.test(passage.text) || passage.text.length > 60) close(null, passage.section);
      return;
    }
    const row = rowOf(passage, index, byPassage[index] ?? []);
    if (TOTAL.test(row.cells.join("").replace(/[\s-]/g, ""))) close(row, passage.section);
    else if (row.numbers.length > 0) rows.push(row);
    else if (rows.length === 0) header = row.cells;
  });
  close(null, passages.at(-1)?.section ?? 0);
  return tables;
}

function rowOf(passage: Passage, index: number, numbers: readonly TextNumber[]): TextRow {
  const cells = passage.cells.map(([from, to]) => passage.text.slice(from, to).trim());
  return { passage: index, cells, numbers };
}
