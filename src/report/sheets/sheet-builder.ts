import type { CellAddress } from "../../expr/cell";
import {
  UPRIGHT,
  type Alignment,
  type BlockStyle,
  type ChartDraft,
  type DraftCell,
  type PageSetUp,
  type SheetDraft,
  type StyledBlock,
} from "./draft";

type Row = readonly (DraftCell | undefined)[];

/** The length of the longest row. */
export function widest(rows: readonly { readonly length: number }[]): number {
  return rows.reduce((most, { length }) => Math.max(most, length), 0);
}

/** Builds a sheet from the top down. */
export class SheetBuilder {
  readonly #rows: Row[] = [];
  readonly #blocks: StyledBlock[] = [];
  readonly #merges: { row: number; column: number; rowCount: number; columnCount: number }[] = [];
  readonly #charts: ChartDraft[] = [];
  #frozenRows = 0;
  #titleRows: SheetDraft["titleRows"] = null;

  constructor(
    readonly name: string,
    private readonly columnWidths: readonly number[],
    private readonly page: PageSetUp = UPRIGHT,
  ) {}

  /** The row that the next `add` fills, from zero. */
  get nextRow(): number {
    return this.#rows.length;
  }

  at(column: number, row = this.nextRow): CellAddress {
    return { sheet: this.name, row, column };
  }

  /** One cell merged across the sheet's width. */
  banner(cell: DraftCell, style: BlockStyle, width = this.columnWidths.length): void {
    const row = this.nextRow;
    this.add([[cell]], style, { width });
    if (width > 1) this.#merges.push({ row, column: 0, rowCount: 1, columnCount: width });
  }

  /** Rows in one style. */
  add(
    rows: readonly Row[],
    style: BlockStyle,
    options: { width?: number; alignments?: readonly Alignment[] } = {},
  ): void {
    if (rows.length === 0) return;
    const columnCount = options.width ?? widest(rows);
    this.#blocks.push({
      row: this.nextRow,
      column: 0,
      rowCount: rows.length,
      columnCount,
      style,
      ...(options.alignments === undefined ? {} : { alignments: options.alignments }),
    });
    for (const row of rows) this.#rows.push(row);
  }

  /** A row that stands there already, in another style. */
  restyle(row: number, style: BlockStyle, alignments: readonly Alignment[], columnCount: number): void {
    this.#blocks.push({ row, column: 0, rowCount: 1, columnCount, style, alignments });
  }

  gap(rows = 1): void {
    for (let row = 0; row < rows; row += 1) this.#rows.push([]);
  }

  merge(row: number, column: number, rowCount: number, columnCount: number): void {
    if (rowCount * columnCount > 1) this.#merges.push({ row, column, rowCount, columnCount });
  }

  freezeAbove(row: number, repeatFrom = row - 1): void {
    this.#frozenRows = row;
    this.#titleRows = { first: repeatFrom, last: row - 1 };
  }

  chart(chart: ChartDraft): void {
    this.#charts.push(chart);
  }

  finish(): SheetDraft {
    return {
      name: this.name,
      rows: this.#rows,
      merges: this.#merges,
      blocks: this.#blocks,
      columnWidths: this.columnWidths,
      frozenRows: this.#frozenRows,
      titleRows: this.#titleRows,
      page: this.page,
      charts: this.#charts,
    };
  }
}
