import type { CellAddress } from "../../expr/cell";
import { text, type Alignment, type DraftCell } from "./draft";
import type { SheetBuilder } from "./sheet-builder";

export interface TableColumn {
  readonly title: string;
  readonly align?: Alignment;
}

/** A table of the report as data: the summary sheet draws it, the pane and a Word file can. */
export interface ReportTable {
  /** Without its number: `综合评价得分表`. */
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly (DraftCell | undefined)[])[];
  /** 合计 row below. */
  readonly total?: readonly (DraftCell | undefined)[];
  /** Columns whose equal neighbours are merged downwards, e.g. 二级指标. */
  readonly mergeEqual?: readonly number[];
  /** Rows that add up a section: 小计. */
  readonly subtotals?: readonly number[];
  /** `单位：万元`. */
  readonly unitLine?: string;
}

/** Where a table came to stand. */
export interface DrawnTable {
  readonly firstRow: number;
  readonly rowCount: number;
  cell(row: number, column: number): CellAddress;
}

/** Draws the table with its caption, numbered: `表 3　综合评价得分表`. */
export function drawTable(table: ReportTable, order: number, builder: SheetBuilder): DrawnTable {
  builder.gap();
  builder.banner(text(`表 ${order}　${table.caption}`), "caption");
  if (table.unitLine !== undefined) builder.banner(text(table.unitLine), "note");
  builder.add([table.columns.map((column) => text(column.title))], "header");
  const firstRow = builder.nextRow;
  const alignments = table.columns.map((column) => column.align ?? "center");
  builder.add(withEqualMerged(table, firstRow, builder), "body", { alignments, width: table.columns.length });
  for (const row of table.subtotals ?? [])
    builder.restyle(firstRow + row, "total", alignments, table.columns.length);
  if (table.total !== undefined)
    builder.add([table.total], "total", { alignments, width: table.columns.length });
  return { firstRow, rowCount: table.rows.length, cell: (row, column) => builder.at(column, firstRow + row) };
}

/** Merges equal neighbours; only the first cell of a merged area keeps its text, as in Excel. */
function withEqualMerged(
  table: ReportTable,
  firstRow: number,
  builder: SheetBuilder,
): (DraftCell | undefined)[][] {
  const rows = table.rows.map((row) => [...row]);
  for (const column of table.mergeEqual ?? []) {
    let start = 0;
    for (let row = 1; row <= rows.length; row += 1) {
      const cells = rows[row];
      if (cells !== undefined && sameText(rows[start]?.[column], cells[column])) {
        cells[column] = undefined;
        continue;
      }
      builder.merge(firstRow + start, column, row - start, 1);
      start = row;
    }
  }
  return rows;
}

function sameText(a: DraftCell | undefined, b: DraftCell | undefined): boolean {
  return a?.kind === "text" && b?.kind === "text" && a.text === b.text;
}
