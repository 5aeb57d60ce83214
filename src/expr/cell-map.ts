import type { CellAddress } from "./cell";

/** What belongs to cells, by their addresses; for the many cells of long sheets, where making labels would take its time. */
export interface ReadonlyCellMap<T> {
  get(at: CellAddress): T | undefined;
  has(at: CellAddress): boolean;
  /** In the order in which the cells were first set. */
  values(): Iterable<T>;
}

const WIDEST = 16_384;

const placeOf = ({ row, column }: CellAddress): number => row * WIDEST + column;

export class CellMap<T> implements ReadonlyCellMap<T> {
  readonly #sheets = new Map<string, Map<number, T>>();

  get(at: CellAddress): T | undefined {
    return this.#sheets.get(at.sheet)?.get(placeOf(at));
  }

  has(at: CellAddress): boolean {
    return this.#sheets.get(at.sheet)?.has(placeOf(at)) === true;
  }

  set(at: CellAddress, value: T): void {
    const cells = this.#sheets.get(at.sheet);
    if (cells === undefined) this.#sheets.set(at.sheet, new Map([[placeOf(at), value]]));
    else cells.set(placeOf(at), value);
  }

  *values(): Iterable<T> {
    for (const cells of this.#sheets.values()) yield* cells.values();
  }
}
