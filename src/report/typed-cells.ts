import { areaName, parseCellName, type CellAddress } from "../expr/cell";
import { cellAt, type GridCell, type SheetGrid } from "../model/grid";
import type { CompiledSheet } from "./sheets/compile";
import { contentOf } from "../kept/log-content";
import type { LoggedChange } from "../kept/run-log";

/** How far from A1 a generated sheet is filled. */
export interface FilledSize {
  readonly rowCount: number;
  readonly columnCount: number;
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A filled cell of a generated sheet outside of what the last run filled. */
export interface OutsideCell extends Place {
  readonly cell: GridCell;
  /** The user's stays, or goes elsewhere because the tables have grown over it; the add-in's own, pushed out there, goes. */
  readonly fate: "stays" | "goes" | Place;
}

/** A number in the place of a formula of the add-in's. */
export interface TypedOver {
  readonly at: CellAddress;
  readonly cell: GridCell;
  readonly formula: string;
}

export function filledSize({ cells, draft }: CompiledSheet): FilledSize {
  return {
    rowCount: cells.length,
    columnCount: Math.max(draft.columnWidths.length, cells[0]?.length ?? 0),
  };
}

/** `计算底稿 A1:J40；绩效汇总 A1:E90`: what the run log says of the sheets that a run filled. */
export function filledText(sheets: readonly CompiledSheet[]): string {
  return sheets
    .map((sheet) => `${sheet.draft.name} ${areaName({ row: 0, column: 0, ...filledSize(sheet) })}`)
    .join("；");
}

/** By sheet, what the last run filled that the log still tells of. */
export function filledBefore(log: readonly LoggedChange[]): ReadonlyMap<string, FilledSize> {
  const sizes = new Map<string, FilledSize>();
  for (const { cell, action, after } of log) {
    if (cell !== null || action !== "计算得分") continue;
    for (const [, sheet = "", corner = ""] of after.matchAll(/([^\s；]+) A1:([A-Z]+\d+)/g)) {
      const last = parseCellName(corner);
      if (last !== null) sizes.set(sheet, { rowCount: last.row + 1, columnCount: last.column + 1 });
    }
  }
  return sizes;
}

/**
 * What users typed beside and below the tables. Cells of the tables themselves stand there too where somebody inserted
 * a row or a column: what the new tables hold anyway is none of the user's.
 */
export function cellsOutside(
  sheet: CompiledSheet,
  existing: SheetGrid | undefined,
  before: FilledSize | null,
): OutsideCell[] {
  if (existing === undefined || before === null) return [];
  const outside = existing.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      isWithin({ row, column }, before) || cell === undefined || contentOf(cell) === ""
        ? []
        : [{ row, column, cell }],
    ),
  );
  if (outside.length === 0) return [];
  const tables = contentsOf(sheet);
  const isOurs = ({ cell }: (typeof outside)[number]): boolean => tables.has(mark(contentOf(cell)) ?? "");
  return [
    ...outside.filter(isOurs).map((one) => ({ ...one, fate: "goes" as const })),
    ...placed(
      outside.filter((one) => !isOurs(one)),
      filledSize(sheet),
    ),
  ];
}

/** What grew over moves below everything, each row of it to a row of its own. */
function placed(typed: readonly Omit<OutsideCell, "fate">[], now: FilledSize): OutsideCell[] {
  const stays = typed.filter((one) => !isWithin(one, now));
  const first = stays.reduce((end, { row }) => Math.max(end, row + 1), now.rowCount) + 1;
  const rows = [...new Set(typed.filter((one) => isWithin(one, now)).map(({ row }) => row))];
  return typed.map((one) => ({
    ...one,
    fate: isWithin(one, now) ? { row: first + rows.indexOf(one.row), column: one.column } : "stays",
  }));
}

/** Numbers that somebody typed over formulas of a generated sheet that is laid out as before: they give way to the formulas. */
export function typedOver(
  { cells, draft }: CompiledSheet,
  existing: SheetGrid | undefined,
  before: FilledSize | null,
): TypedOver[] {
  if (existing === undefined || before?.rowCount !== cells.length || !holdsFormulas(existing)) return [];
  return cells.flatMap((line, row) =>
    line.flatMap((compiled, column) => {
      const cell = cellAt(existing, row, column);
      const isOver =
        compiled?.expected?.kind === "number" && cell.formula === null && typeof cell.value === "number";
      return isOver && compiled.isFormula
        ? [{ at: { sheet: draft.name, row, column }, cell, formula: String(compiled.content) }]
        : [];
    }),
  );
}

/** After a run that wrote values there is no telling what was typed. */
const holdsFormulas = ({ rows }: SheetGrid): boolean =>
  rows.some((cells) => cells.some((cell) => cell?.formula != null));

const isWithin = (at: Place, { rowCount, columnCount }: FilledSize): boolean =>
  at.row < rowCount && at.column < columnCount;

function contentsOf({ cells }: CompiledSheet): ReadonlySet<string> {
  return new Set(
    cells.flatMap((line) =>
      line.flatMap((cell) => (cell === null ? [] : (mark(String(cell.content)) ?? []))),
    ),
  );
}

/** What tells a cell of the tables wherever it was pushed to; null for contents that anybody may type. */
function mark(content: string): string | null {
  if (content.startsWith("=")) return content.replace(/[\d\s']/g, "");
  return content.length > 1 && !Number.isFinite(Number(content)) ? content : null;
}
