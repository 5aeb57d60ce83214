import type { ICellData } from "@univerjs/core";
import { columnIndex } from "../../model/address";
import type { CachedValue } from "../cached-values";
import {
  childrenOf,
  newCell,
  replacedCell,
  withResult,
  type CellPatch,
  type CellText,
  type CellTexts,
} from "./cell-xml";
import { Scanner, tagAttributes, unclosed, withAttribute } from "./xml-text";

export type CellPatches = ReadonlyMap<number, ReadonlyMap<number, CellPatch>>;
export interface RowPatch {
  /** Points; null lets Excel measure the row. */
  readonly height?: number | null;
  readonly hidden?: boolean;
}

export interface RowsSource extends CellTexts {
  readonly cells: CellPatches;
  readonly rows: ReadonlyMap<number, RowPatch>;
  /** The result of a formula that stays; null where the stored one is to stay. */
  readonly resultAt: (row: number, column: number) => CachedValue | null;
  /** The formula of a cell as the open workbook has it, without `=`. */
  readonly formulaAt: (row: number, column: number) => string | null;
  readonly columnStyle: (column: number) => number;
}

/** The inside of `sheetData`, between two places of a sheet: whatever is not changed is copied. */
export function patchRows(
  xml: string,
  { from, to }: { from: number; to: number },
  source: RowsSource,
): string {
  return new RowPatcher(xml, from, to, source).run();
}

const isOn = (value: string | undefined): boolean => value === "1" || value === "true";
const ascending = (a: number, b: number): number => a - b;

/** The row at hand. */
interface RowState {
  readonly row: number;
  readonly patches: ReadonlyMap<number, CellPatch> | undefined;
  /** Columns that change, ascending, and how many of them are done. */
  readonly columns: readonly number[];
  done: number;
  /** The format of its cells that have none; null: that of their column. */
  readonly style: number | null;
}

class RowPatcher {
  readonly #out: string[] = [];
  #copied: number;
  readonly #scanner: Scanner;
  /** Rows that change, ascending, and how many of them are done. */
  readonly #rows: readonly number[];
  #done = 0;
  readonly #lost: ReadonlySet<string>;

  constructor(
    readonly xml: string,
    from: number,
    readonly to: number,
    readonly source: RowsSource,
  ) {
    this.#copied = from;
    this.#scanner = new Scanner(xml, from, to);
    this.#rows = [...new Set([...source.cells.keys(), ...source.rows.keys()])].sort(ascending);
    this.#lost = lostGroups(xml, { from, to }, source.cells);
  }

  run(): string {
    const scanner = this.#scanner;
    let row = -1;
    while (scanner.next()) {
      if (scanner.closes || scanner.local !== "row") continue;
      const stated = tagAttributes(scanner.tag)["r"];
      row = stated === undefined ? row + 1 : Number(stated) - 1;
      this.#newRowsUntil(row, scanner.start);
      this.#row(row);
    }
    this.#put(this.to);
    this.#newRowsUntil(Infinity, this.to);
    return this.#out.join("");
  }

  /** Copies up to a place, then puts texts there. */
  #put(until: number, ...texts: string[]): void {
    this.#out.push(this.xml.slice(this.#copied, until), ...texts);
    this.#copied = until;
  }

  /** Puts texts in the place of what stands between two places. */
  #replace(from: number, to: number, ...texts: string[]): void {
    this.#put(from, ...texts);
    this.#copied = to;
  }

  #newRowsUntil(row: number, at: number): void {
    for (let next = this.#rows[this.#done]; next !== undefined && next < row; next = this.#rows[this.#done]) {
      this.#put(at, this.#newRow(next));
      this.#done++;
    }
  }

  #row(row: number): void {
    const scanner = this.#scanner;
    const { cells, rows } = this.source;
    const isMeant = this.#rows[this.#done] === row;
    if (isMeant) this.#done++;
    const { start, end, tag, name, empty } = scanner;
    const a = tagAttributes(tag);
    const patches = isMeant ? cells.get(row) : undefined;
    const columns = patches ? [...patches.keys()].sort(ascending) : [];
    const style = isOn(a["customFormat"]) ? Number(a["s"] ?? 0) : null;
    const state: RowState = { row, patches, columns, done: 0, style };
    const newTag = isMeant ? rowTag(tag, rows.get(row), columns) : tag;
    if (empty && columns.length > 0) {
      this.#replace(start, end, `${unclosed(newTag)}>`, ...this.#newCells(state, Infinity), `</${name}>`);
      return;
    }
    if (newTag !== tag) this.#replace(start, end, newTag);
    if (!empty) this.#cells(name, state);
  }

  #cells(rowName: string, state: RowState): void {
    const scanner = this.#scanner;
    let column = -1;
    while (scanner.next()) {
      if (scanner.closes) {
        if (scanner.name !== rowName) continue;
        this.#put(scanner.start, ...this.#newCells(state, Infinity));
        return;
      }
      if (scanner.local !== "c") continue;
      column = this.#cell(column, state);
    }
  }

  #cell(before: number, state: RowState): number {
    const scanner = this.#scanner;
    const { start, end: openEnd, name, tag: open } = scanner;
    const place = /\sr\s*=\s*["']([A-Za-z]+)\d+["']/.exec(open)?.[1];
    const column = place === undefined ? before + 1 : columnIndex(place);
    let hasFormula = false;
    let closeStart = openEnd;
    if (!scanner.empty) {
      while (scanner.next() && !(scanner.closes && scanner.name === name))
        if (!scanner.closes && scanner.local === "f") hasFormula = true;
      closeStart = scanner.start;
    }
    this.#put(start, ...this.#newCells(state, column));
    const patch = state.columns[state.done] === column ? state.patches?.get(column) : undefined;
    if (patch) state.done++;
    if (!patch && !hasFormula) return column;
    const cell = { name, open, inside: this.xml.slice(openEnd, closeStart) };
    const changed = this.#changed(cell, { row: state.row, column, hasFormula }, patch);
    if (changed !== null) this.#replace(start, scanner.end, changed);
    return column;
  }

  #changed(
    cell: CellText,
    at: { row: number; column: number; hasFormula: boolean },
    patch: CellPatch | undefined,
  ): string | null {
    if (patch?.content !== undefined) return replacedCell(cell, patch, this.source);
    const style = patch?.style ?? null;
    const open = style === null ? cell.open : withAttribute(cell.open, "s", String(style));
    const styled = { ...cell, open };
    const result = at.hasFormula ? this.#formula(styled, at.row, at.column) : null;
    if (result !== null) return result;
    if (open === cell.open) return null;
    return open.endsWith("/>") ? open : `${open}${cell.inside}</${cell.name}>`;
  }

  #formula(cell: CellText, row: number, column: number): string | null {
    const { prefix, resultAt, formulaAt } = this.source;
    let alone: string | null = null;
    if (this.#lost.size > 0) {
      const formula = childrenOf(cell).find(([local]) => local === "f")?.[1] ?? "";
      const f = tagAttributes(/^<(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(formula)?.[0] ?? "");
      if (f["t"] === "shared" && this.#lost.has(f["si"] ?? "")) alone = formulaAt(row, column);
    }
    return withResult(cell, resultAt(row, column), { prefix, alone });
  }

  /** Cells that the row does not have yet, left of a column. */
  #newCells(state: RowState, before: number): string[] {
    const { row, columns, patches, style } = state;
    const out: string[] = [];
    for (
      let column = columns[state.done];
      column !== undefined && column < before;
      column = columns[state.done]
    ) {
      out.push(this.#newCell(row, column, patches?.get(column), style));
      state.done++;
    }
    return out;
  }

  #newCell(row: number, column: number, patch: CellPatch | undefined, rowStyle: number | null): string {
    const content: ICellData | null = patch?.content ?? null;
    const style = patch?.style ?? rowStyle ?? this.source.columnStyle(column);
    return newCell({ row, column }, { content, style }, this.source);
  }

  #newRow(row: number): string {
    const { prefix: p, rows, cells } = this.source;
    const { height = null, hidden } = rows.get(row) ?? {};
    const a =
      (height === null ? "" : ` ht="${height}" customHeight="1"`) + (hidden === true ? ' hidden="1"' : "");
    const inside = [...(cells.get(row) ?? [])]
      .sort(([x], [y]) => x - y)
      .map(([column, patch]) => this.#newCell(row, column, patch, null));
    const open = `<${p}row r="${row + 1}"${a}`;
    return inside.length === 0 ? `${open}/>` : `${open}>${inside.join("")}</${p}row>`;
  }
}

/** Groups of shared formulas whose first cell, which alone has the text, is about to change. */
function lostGroups(
  xml: string,
  { from, to }: { from: number; to: number },
  cells: CellPatches,
): ReadonlySet<string> {
  const out = new Set<string>();
  if (cells.size === 0 || !/\bt=["']shared["']/.test(xml)) return out;
  const first = /<(?:\w+:)?c\b([^>]*[^/>])>\s*<(?:\w+:)?f\b([^>]*[^/>])>[^<]/g;
  first.lastIndex = from;
  for (let found = first.exec(xml); found && found.index < to; found = first.exec(xml)) {
    const f = tagAttributes(`<f ${found[2] ?? ""}>`);
    if (f["t"] !== "shared" || f["si"] === undefined) continue;
    const place = /^([A-Za-z]+)(\d+)$/.exec(tagAttributes(`<c ${found[1] ?? ""}>`)["r"] ?? "");
    const [, letters = "", digits = ""] = place ?? [];
    if (cells.get(Number(digits) - 1)?.get(columnIndex(letters))?.content !== undefined) out.add(f["si"]);
  }
  return out;
}

function rowTag(tag: string, change: RowPatch | undefined, columns: readonly number[]): string {
  let out = tag;
  if (change?.height !== undefined) {
    const height = change.height === null ? null : String(change.height);
    out = withAttribute(withAttribute(out, "ht", height), "customHeight", height === null ? null : "1");
  }
  if (change?.hidden !== undefined) out = withAttribute(out, "hidden", change.hidden ? "1" : null);
  const spans = tagAttributes(out)["spans"];
  if (spans !== undefined && columns.length > 0) {
    const [first = 0, last = 0] = spans.split(/[ :]/).map(Number);
    // A hint that would be wrong is better left out.
    if (columns.some((column) => column + 1 < first || column + 1 > last))
      out = withAttribute(out, "spans", null);
  }
  return out;
}
