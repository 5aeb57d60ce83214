import { cellLabel, type CellAddress } from "../expr/cell";
import { CellMap } from "../expr/cell-map";
import { cellAt, textAt, type SheetGrid } from "../model/grid";
import { isOutputSheet } from "../model/sheet-names";
import { contentOf, isPointer, sameContent } from "./log-content";
import { openChanges, type LoggedChange, type RowName } from "./run-log";

/** A cell of the user's that runs wrote to and nobody has undone: what it held before the first of them. */
export interface WrittenCell {
  /** Where it stood at the last run. */
  readonly logged: CellAddress;
  /** Where it stands now; null where its row or sheet is gone or can no longer be told. */
  readonly at: CellAddress | null;
  readonly name: RowName | null;
  /** As the log writes content down. */
  readonly before: string;
  readonly after: string;
  readonly format: string;
  /** It holds what was written there. */
  readonly isUntouched: boolean;
}

type Written = Omit<WrittenCell, "at" | "isUntouched">;

/** The cells that the runs of the log wrote, each once, found again where rows, columns or sheets were moved since. */
export function writtenCells(log: readonly LoggedChange[], sheets: readonly SheetGrid[]): WrittenCell[] {
  const users = sheets.filter(({ name }) => !isOutputSheet(name));
  const written = foldRuns(openChanges(log));
  const finder = new Finder(users, written);
  const places = written.map((cell) => finder.byName(cell));
  const taken = new CellMap<true>();
  for (const at of places) if (at !== null) taken.set(at, true);
  return newestOf(
    written.map((cell, index) => {
      const at = places[index] ?? finder.where(cell, (place) => !taken.has(place));
      return { ...cell, at, isUntouched: at !== null && holds(finder.content(at), cell.after) };
    }),
  );
}

/** The content is the one written; the working paper may have been laid out anew since. */
function holds(content: string, after: string): boolean {
  return sameContent(content, after) || (isPointer(content) && isPointer(after));
}

interface Found {
  readonly keys: readonly string[];
  readonly cell: Written;
}

/** Runs one after the other over the same cell count as one; what the user typed in between is what it held before. */
function foldRuns(changes: readonly LoggedChange[]): Written[] {
  const byKey = new Map<string, Written>();
  const open = new Set<Written>();
  for (const ofRun of byRun(changes)) {
    const found = ofRun.flatMap(({ cell, name, before, after, formatBefore }): Found[] => {
      if (cell === null || isOutputSheet(cell.sheet)) return [];
      const keys = keysOf(cell, name);
      const source = earlierOf(keys, before, byKey, open);
      if (source !== undefined) open.delete(source);
      return [
        {
          keys: isPointer(after) ? [...keys, plain(after)] : keys,
          cell: {
            logged: cell,
            name,
            // A pointer that no run of the log left there is still no content of the user's.
            before: source?.before ?? (isPointer(before) ? "" : before),
            format: source?.format ?? formatBefore,
            after,
          },
        },
      ];
    });
    // Only now: the cells of one run are no earlier ones of each other.
    for (const { keys, cell } of found) {
      open.add(cell);
      for (const key of keys) byKey.set(key, cell);
    }
  }
  return [...open];
}

function byRun(changes: readonly LoggedChange[]): Iterable<readonly LoggedChange[]> {
  const runs = new Map<number, LoggedChange[]>();
  for (const change of changes) {
    const known = runs.get(change.run);
    if (known === undefined) runs.set(change.run, [change]);
    else known.push(change);
  }
  return runs.values();
}

/** The cell of an earlier run that this one found as that left it: by name, address or the pointer that it held. */
function earlierOf(
  keys: readonly string[],
  before: string,
  byKey: ReadonlyMap<string, Written>,
  open: ReadonlySet<Written>,
): Written | undefined {
  const all = isPointer(before) ? [...keys, plain(before)] : keys;
  return all.map((key) => byKey.get(key)).find((one) => one && open.has(one) && holds(before, one.after));
}

const plain = (formula: string): string => formula.replace(/[\s']/g, "");

/** By the name of the row rather than the address, which may have moved between two runs. */
function keysOf(cell: CellAddress, name: RowName | null): string[] {
  const byName = name === null ? [] : [`${cell.sheet}\n${cell.column}\n${name.text}`];
  return [...byName, cellLabel(cell)];
}

/** Of several that were written to one place only the last still stands there. */
function newestOf(written: readonly WrittenCell[]): WrittenCell[] {
  const byPlace = new Map<string, WrittenCell>();
  for (const cell of written) {
    const place =
      cell.at === null ? `${cellLabel(cell.logged)}\n${cell.name?.text ?? ""}` : cellLabel(cell.at);
    byPlace.set(place, cell);
  }
  return [...byPlace.values()];
}

/** Finds written cells again by the name that stands in their row. */
class Finder {
  readonly #sheets: ReadonlyMap<string, SheetGrid>;
  /** Where each name stands, by sheet; made once for a sheet. */
  readonly #names = new Map<string, ReadonlyMap<string, readonly CellAddress[]>>();
  readonly #renamed: SheetGrid | null;

  constructor(users: readonly SheetGrid[], written: readonly Written[]) {
    this.#sheets = new Map(users.map((sheet) => [sheet.name, sheet]));
    const logged = new Set(written.map((cell) => cell.logged.sheet));
    const gone = [...logged].filter((name) => !this.#sheets.has(name));
    // One sheet of results is missing and one that nobody wrote to holds results: it was renamed.
    const unknown = users.filter(
      (sheet) => gone.length === 1 && !logged.has(sheet.name) && hasPointer(sheet),
    );
    this.#renamed = unknown.length === 1 ? (unknown[0] ?? null) : null;
  }

  content(at: CellAddress): string {
    const sheet = this.#sheets.get(at.sheet);
    return sheet === undefined ? "" : contentOf(cellAt(sheet, at.row, at.column));
  }

  /** Where the cell stands by the name of its row; null where the name is unknown, gone, or stands there twice. */
  byName({ logged, name }: Written): CellAddress | null {
    const sheet = this.#sheets.get(logged.sheet) ?? this.#renamed;
    if (name === null || sheet === null) return null;
    const places = this.#namesOf(sheet).get(name.text) ?? [];
    const stays = places.some(({ row, column }) => row === name.row && column === name.column);
    const [place, ...others] = places;
    if (stays) return { ...logged, sheet: sheet.name };
    if (place === undefined || others.length > 0) return null;
    const at = {
      sheet: sheet.name,
      row: logged.row + place.row - name.row,
      column: logged.column + place.column - name.column,
    };
    return at.row < 0 || at.column < 0 ? null : at;
  }

  /** Where no name tells: the logged address, if it holds just what was written and is no other's place. */
  where({ logged, after, before }: Written, isFree: (at: CellAddress) => boolean): CellAddress | null {
    const sheet = this.#sheets.get(logged.sheet) ?? this.#renamed;
    if (sheet === null) return null;
    const at = { ...logged, sheet: sheet.name };
    const content = this.content(at);
    return isFree(at) && (sameContent(content, after) || content === before) ? at : null;
  }

  #namesOf(sheet: SheetGrid): ReadonlyMap<string, readonly CellAddress[]> {
    const known = this.#names.get(sheet.name);
    if (known !== undefined) return known;
    const names = new Map<string, CellAddress[]>();
    sheet.rows.forEach((cells, row) =>
      cells.forEach((_, column) => {
        const text = textAt(sheet, row, column).slice(0, 1000);
        if (text === "") return;
        const at = { sheet: sheet.name, row, column };
        const places = names.get(text);
        if (places === undefined) names.set(text, [at]);
        else places.push(at);
      }),
    );
    this.#names.set(sheet.name, names);
    return names;
  }
}

function hasPointer(sheet: SheetGrid): boolean {
  return sheet.rows.some((cells) => cells.some((cell) => cell?.formula != null && isPointer(cell.formula)));
}
