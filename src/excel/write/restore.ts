import { cellLabel } from "../../expr/cell";
import { cellAt, columnCount, type MergedArea, type SheetGrid } from "../../model/grid";
import type { CompiledSheet } from "../../report/sheets/compile";
import { filledSize, type FilledSize } from "../../report/typed-cells";
import type { ColumnRun } from "./column-runs";
import { drawLooks } from "./draw-looks";
import { fillSheet, drawingOf, emptySheet, type Drawing } from "./draw-sheet";
import { entryOfCell, formulaProperty, isFormula, type CellEntry } from "./entry";
import { bytesOf, MeasuredRequest } from "../measured-request";
import { ownCharts } from "../read/own-charts";
import type { ReadWorkbook } from "../read/read-workbook";
import { settleTables } from "./table-columns";
import {
  contentsOf,
  enter,
  isWritten,
  rangeOf,
  runsOf,
  sameEntry,
  typedAgain,
  type CellChange,
  type FoundCells,
} from "./user-cells";

/** What a failed run may have changed. */
export interface Journal {
  readonly cells: readonly CellChange[];
  /** Generated sheets with what they held; undefined for those that the run made. */
  readonly sheets: readonly {
    readonly compiled: CompiledSheet;
    readonly before: SheetGrid | undefined;
    /** How far the sheet held the add-in's cells; null where all of it counts as such. */
    readonly filled: FilledSize | null;
  }[];
  /** What the cells held at the last moment, where the run got that far. */
  readonly found: FoundCells | null;
}

const ATTEMPTS = 2;
const PAUSE_MILLISECONDS = 250;

/**
 * Puts back what a failed run changed: looks first what stands there now, because a lost answer does not say how much
 * was done. What somebody else has written since is left alone. Answers whether everything is as it was.
 */
export async function restore(
  context: Excel.RequestContext,
  journal: Journal,
  workbook: ReadWorkbook,
): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const isAsBefore = await putBack(context, journal);
      await settleTables(
        context,
        workbook,
        journal.cells.map(({ at, before }) => ({ at, entry: entryOfCell(before) })),
      );
      return isAsBefore;
    } catch {
      if (attempt === ATTEMPTS) return false;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
    }
  }
}

async function putBack(context: Excel.RequestContext, journal: Journal): Promise<boolean> {
  const present = await look(context, journal);
  const request = new MeasuredRequest(context);
  const checks: (() => boolean)[] = [];
  for (const { run, range, sheet } of present.runs) {
    if (sheet.isNullObject) continue;
    const check = await restoreRun(request, run, new Map(contentsOf(run, range)), journal.found);
    if (check !== null) checks.push(check);
  }
  const looks: Drawing[] = [];
  for (const { compiled, before, filled, sheet, charts, head, used } of present.sheets) {
    if (sheet.isNullObject) continue;
    const old = { charts: ownCharts(charts), filled: filled && [filled, filledSize(compiled)] };
    if (before !== undefined) {
      const drawing = drawingBefore(compiled, before, filled);
      await fillSheet(request, drawing, old);
      looks.push(drawing);
    } else if (used.isNullObject || isOurs(compiled, head)) await emptySheet(request, sheet, old);
  }
  await request.send();
  await drawLooks(context, looks, null);
  return checks.every((holds) => holds());
}

/** Reads what stands in the workbook now; a sheet may be gone, or not have been made at all. */
async function look(
  context: Excel.RequestContext,
  { cells, sheets }: Journal,
): Promise<{
  runs: { run: ColumnRun<CellChange>; range: Excel.Range; sheet: Excel.Worksheet }[];
  sheets: (Journal["sheets"][number] & {
    sheet: Excel.Worksheet;
    charts: Excel.ChartCollection;
    head: Excel.Range;
    used: Excel.Range;
  })[];
}> {
  const request = new MeasuredRequest(context);
  const find = (name: string): Excel.Worksheet => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load("name");
    return sheet;
  };
  const runs = [];
  for (const run of runsOf(cells)) {
    await request.reserve(
      6,
      run.items.reduce((sum, change) => sum + bytesOf(change.content) + 60, 0),
    );
    const sheet = find(run.sheet);
    const range = rangeOf(sheet, run);
    range.load("formulas,values,numberFormat");
    runs.push({ run, range, sheet });
  }
  const found = sheets.map((one) => {
    const sheet = find(one.compiled.draft.name);
    const { charts } = sheet;
    charts.load("items/name");
    const head = sheet.getCell(0, 0);
    head.load("values");
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("address");
    return { ...one, sheet, charts, head, used };
  });
  await request.send();
  return { runs, sheets: found };
}

/**
 * A sheet that was not there before is the run's where it begins as the run's does; else somebody else has made it
 * meanwhile. One without content may hold the formats of a run that broke off between these and the content.
 */
function isOurs(compiled: CompiledSheet, { values }: Excel.Range): boolean {
  return (values as unknown[][])[0]?.[0] === compiled.cells[0]?.[0]?.content;
}

/** Answers how to tell, after sending, whether the cells hold again what they held; null where none had changed. */
async function restoreRun(
  request: MeasuredRequest,
  run: ColumnRun<CellChange>,
  present: FoundCells,
  found: FoundCells | null,
): Promise<(() => boolean) | null> {
  const wanted = run.items.map((change) => {
    const label = cellLabel(change.at);
    const now = present.get(label);
    const last = found?.get(label);
    const before = {
      content: last?.content ?? formulaProperty(change.before),
      format: last?.format ?? change.before.format,
    };
    const entry = last === undefined ? entryOfCell(change.before) : typedAgain(last);
    const ours = now !== undefined && isWritten(change, now.content);
    const untouched = now !== undefined && sameEntry(now.content, before.content);
    const isEntered = ours && !untouched;
    const differs = now?.format !== before.format || (isEntered && isFormula(entry));
    return {
      before,
      entry: isEntered ? entry : null,
      format: (ours || untouched) && change.format !== null && differs ? before.format : null,
    };
  });
  if (wanted.every(({ entry, format }) => entry === null && format === null)) return null;
  await request.reserve(
    8,
    wanted.reduce((sum, { entry }) => sum + 2 * bytesOf(entry) + 40, 0),
  );
  const sheet = request.context.workbook.worksheets.getItem(run.sheet);
  const range = rangeOf(sheet, run);
  enter(range, wanted);
  const after = rangeOf(sheet, run);
  after.load("formulas");
  return () =>
    wanted.every(
      ({ before, entry }, row) =>
        entry === null || sameEntry((after.formulas as CellEntry[][])[row]?.[0] ?? "", before.content),
    );
}

/**
 * A generated sheet as it was. Its content is known from reading; its look is that of the sheet drawn over it where both
 * are laid out alike, and else a plain one, which the next run replaces.
 */
function drawingBefore(compiled: CompiledSheet, grid: SheetGrid, filled: FilledSize | null): Drawing {
  const width = Math.min(columnCount(grid), filled?.columnCount ?? Infinity);
  const columns = Array.from({ length: width }, (_, column) => column);
  const rows = Math.min(grid.rows.length, filled?.rowCount ?? Infinity);
  const before = grid.rows.slice(0, rows);
  const content = {
    isPutBack: true,
    entries: before.map((_, row) => columns.map((column) => entryOfCell(cellAt(grid, row, column)))),
    formats: before.map((_, row) => columns.map((column) => cellAt(grid, row, column).format)),
  };
  const { draft } = compiled;
  const merges = draft.merges.filter((area) => area.row + area.rowCount <= rows);
  if (sameAreas(merges, grid.merges) && draft.rows.length >= rows) {
    const drawing = drawingOf(compiled);
    return {
      ...content,
      lines: drawing.lines.slice(0, rows),
      draft: {
        ...draft,
        merges,
        blocks: draft.blocks.flatMap((block) =>
          block.row < rows ? [{ ...block, rowCount: Math.min(block.rowCount, rows - block.row) }] : [],
        ),
        charts: draft.charts.filter(({ categories }) => categories.row + categories.rowCount <= rows),
      },
    };
  }
  return {
    ...content,
    lines: [],
    draft: {
      ...draft,
      merges: grid.merges,
      blocks: [
        { row: 0, column: 0, rowCount: rows, columnCount: Math.max(1, width), style: "body" as const },
      ],
      charts: [],
    },
  };
}

function sameAreas(a: readonly MergedArea[], b: readonly MergedArea[]): boolean {
  const key = (area: MergedArea): string => `${area.row},${area.column},${area.rowCount},${area.columnCount}`;
  const keys = new Set(b.map(key));
  return a.length === b.length && a.every((area) => keys.has(key(area)));
}
