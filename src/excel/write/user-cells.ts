import { cellLabel, type CellAddress } from "../../expr/cell";
import type { GridCell } from "../../model/grid";
import { isPointer, sameContent } from "../../kept/log-content";
import { isTextFormat } from "../../quantities/number-format";
import { columnRuns, type ColumnRun } from "./column-runs";
import { entryOf, formulaProperty, isFormula, isGeneral, typedText, type CellEntry } from "./entry";
import { WorkbookFailure } from "../failure";
import { bytesOf, type MeasuredRequest } from "../measured-request";

/** A change to a cell of the user's; `content` null empties it. */
export interface CellChange {
  readonly at: CellAddress;
  readonly content: CellEntry | null;
  /** The content is text even where it begins like a formula or reads like a number. */
  readonly isText?: boolean;
  /** Null where the number format stays. */
  readonly format: string | null;
  readonly before: GridCell;
  /** Its row is hidden: it is written by itself. Over filtered rows Excel puts the values of an array into wrong ones. */
  readonly isHidden?: boolean;
}

/** What the cells held in the moment before they were overwritten, by label. */
export type FoundCells = ReadonlyMap<string, FoundCell>;

export interface FoundCell {
  readonly content: CellEntry;
  /** A text that looks like a formula. */
  readonly isText: boolean;
  readonly format: string;
}

/** What is typed so that the cell holds the content again. */
export const typedAgain = ({
  content,
  isText = false,
}: {
  readonly content: CellEntry | null;
  readonly isText?: boolean;
}): CellEntry => (isText ? typedText(String(content)) : entryOf(content));

/** Rows of one range: a run longer than this is written and read in parts. */
const MOST_ROWS = 5000;

export function runsOf<Change extends CellChange>(changes: readonly Change[]): ColumnRun<Change>[] {
  const visible = changes.filter(({ isHidden }) => isHidden !== true);
  const hidden = changes.filter(({ isHidden }) => isHidden === true);
  return [
    ...columnRuns(visible, (change) => change.at),
    ...hidden.map((change) => ({ ...change.at, items: [change] })),
  ].flatMap((run) =>
    Array.from({ length: Math.ceil(run.items.length / MOST_ROWS) }, (_, part) => ({
      ...run,
      row: run.row + part * MOST_ROWS,
      items: run.items.slice(part * MOST_ROWS, (part + 1) * MOST_ROWS),
    })),
  );
}

export function rangeOf(sheet: Excel.Worksheet, run: ColumnRun<unknown>): Excel.Range {
  return sheet.getRangeByIndexes(run.row, run.column, run.items.length, 1);
}

/**
 * Queues the changes, each read once more in the very request that overwrites it; the answer is ready after sending. All
 * are read before the first is written: in a table Excel fills cells that are only written later.
 */
export async function queueCells(
  request: MeasuredRequest,
  changes: readonly CellChange[],
): Promise<() => FoundCells> {
  const runs = runsOf(changes);
  const pending: { run: ColumnRun<CellChange>; range: Excel.Range }[] = [];
  for (const run of runs) {
    await request.reserve(3, 40 * run.items.length);
    const range = rangeOf(request.context.workbook.worksheets.getItem(run.sheet), run);
    range.load("formulas,values,numberFormat");
    pending.push({ run, range });
  }
  for (const run of runs) {
    await request.reserve(
      3,
      run.items.reduce((sum, change) => sum + bytesOf(change.content) + 40, 0),
    );
    // Another object: what is loaded and set through the same one would show the new content.
    writeRun(rangeOf(request.context.workbook.worksheets.getItem(run.sheet), run), run);
  }
  return () => new Map(pending.flatMap(({ run, range }) => contentsOf(run, range)));
}

function writeRun(range: Excel.Range, run: ColumnRun<CellChange>): void {
  enter(
    range,
    run.items.map((change) => ({ entry: typedAgain(change), format: change.format })),
  );
}

/** What goes into a cell; null leaves its content or its format as it is. */
export interface Entered {
  readonly entry: CellEntry | null;
  readonly format: string | null;
}

/**
 * Formats first: a cell formatted as text would keep a formula as text. A text format comes after the content, and so
 * does General where a formula is entered, which else takes the format of what it refers to.
 */
export function enter(range: Excel.Range, cells: readonly Entered[]): void {
  const isText = ({ format }: Entered): boolean => format !== null && isTextFormat(format);
  const isLater = (cell: Entered): boolean =>
    isText(cell) || (isFormula(cell.entry) && isGeneral(cell.format));
  if (cells.some(({ format }) => format !== null))
    range.numberFormat = cells.map((cell) => [isText(cell) ? "General" : cell.format]);
  if (cells.some(({ entry }) => entry !== null)) range.formulas = cells.map(({ entry }) => [entry]);
  if (cells.some(isLater)) range.numberFormat = cells.map((cell) => [isLater(cell) ? cell.format : null]);
}

export function contentsOf(run: ColumnRun<CellChange>, range: Excel.Range): [string, FoundCell][] {
  return run.items.map(({ at }, row) => {
    const content = (range.formulas as CellEntry[][])[row]?.[0] ?? "";
    return [
      cellLabel(at),
      {
        content,
        isText: typeof content === "string" && content.startsWith("=") && range.values[row]?.[0] === content,
        format: (range.numberFormat as string[][])[row]?.[0] ?? "General",
      },
    ];
  });
}

/** Somebody else, a co-author, changed a cell between reading and writing. */
export function refuseIfChanged(changes: readonly CellChange[], found: FoundCells): void {
  for (const { at, before } of changes) {
    const content = found.get(cellLabel(at))?.content;
    if (content !== undefined && !sameEntry(content, formulaProperty(before)))
      throw new WorkbookFailure("changed-meanwhile", at);
  }
}

/** Whether the cell holds what the change wrote there. */
export function isWritten(change: CellChange, content: CellEntry): boolean {
  return (
    sameEntry(content, change.content ?? "") ||
    (typeof content === "string" && isPointer(content) && isPointer(String(change.content)))
  );
}

export function sameEntry(a: CellEntry, b: CellEntry): boolean {
  return typeof a === "string" && typeof b === "string" ? sameContent(a, b) : a === b;
}
