import { cellName } from "../samples/address.js";
import type { CellLook, GridCell, GridMerge, GridSheet, SheetDress } from "../samples/grid.js";

/** What a cell takes; `of` is the cell whose number it may not exceed. */
export type Validation =
  | { readonly kind: "amount"; readonly range: string; readonly title: string; readonly hint: string }
  | {
      readonly kind: "score";
      readonly range: string;
      readonly of: string;
      readonly title: string;
      readonly hint: string;
    }
  | { readonly kind: "hint"; readonly range: string; readonly title: string; readonly hint: string };

export interface TemplateSheet extends GridSheet {
  readonly validations: readonly Validation[];
}

/** A cell of a row: its text or formula, how many columns it is merged over, and its look. */
export interface Part {
  readonly text?: string | number;
  readonly formula?: string;
  readonly span?: number;
  readonly look?: CellLook["role"];
  readonly align?: CellLook["align"];
  readonly format?: string;
}

export const head = (text: string, span = 1): Part => ({ text, span, look: "header" });
export const label = (text: string, span = 1): Part => ({ text, span, look: "header" });
export const blank = (span = 1, format?: string): Part => ({
  span,
  ...(format === undefined ? {} : { format }),
});
export const left = (span = 1): Part => ({ span, align: "left" });

/** Puts a form together row by row; every cell inside it has a border. */
export class SheetLayout {
  readonly #rows: (GridCell | null)[][] = [];
  readonly #merges: GridMerge[] = [];
  readonly #validations: Validation[] = [];
  readonly #heights: Record<string, number> = {};

  constructor(
    private readonly name: string,
    private readonly width: number,
  ) {}

  /** The number of the next row, as Excel counts. */
  get next(): number {
    return this.#rows.length + 1;
  }

  row(parts: readonly Part[], height?: number): this {
    const cells: (GridCell | null)[] = [];
    const row = this.#rows.length;
    for (const part of parts) {
      const { span = 1, text, formula, format } = part;
      if (span > 1) this.#merges.push({ row, column: cells.length, rowCount: 1, columnCount: span });
      const look: CellLook = { role: part.look ?? "body", align: part.align ?? "center" };
      const dressed = { ...(format === undefined ? {} : { format }), look };
      const first: GridCell = {
        value: text ?? null,
        ...(formula === undefined ? {} : { formula }),
        ...dressed,
      };
      cells.push(first, ...Array.from({ length: span - 1 }, (): GridCell => ({ value: null, ...dressed })));
    }
    if (cells.length !== this.width)
      throw new Error(`${this.name}, row ${this.next}: ${cells.length} of ${this.width} columns`);
    if (height !== undefined) this.#heights[String(this.next)] = height;
    this.#rows.push(cells);
    return this;
  }

  /** Merges a column from one row to another, both as Excel counts. */
  down(column: number, from: number, to: number): this {
    if (to > from) this.#merges.push({ row: from - 1, column, rowCount: to - from + 1, columnCount: 1 });
    return this;
  }

  check(validation: Validation): this {
    this.#validations.push(validation);
    return this;
  }

  finish(dress: SheetDress): TemplateSheet {
    return {
      name: this.name,
      rows: this.#rows,
      merges: this.#merges,
      dress: { ...dress, heights: this.#heights },
      validations: this.#validations,
    };
  }
}

/** `D`, rows 13 to 20 → `D13:D20`. */
export const column = (index: number, from: number, to: number): string =>
  `${cellName(from - 1, index)}:${cellName(to - 1, index)}`;
