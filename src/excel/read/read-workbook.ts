import type { CellAddress } from "../../expr/cell";
import type { MergedArea, SheetGrid } from "../../model/grid";
import { mayLackActiveSheet } from "../office-errors";
import type { SheetProtection } from "./protection";
import { ownCharts } from "./own-charts";
import { isTooLarge, loadCells, MOST_COLUMNS, rowsOf, TooLarge, type Rows } from "./read-cells";

export interface ReadWorkbook {
  readonly sheets: readonly SheetGrid[];
  /** Null where a chart sheet or another workbook is in front. */
  readonly activeSheet: string | null;
  readonly structureProtected: boolean;
  readonly readOnly: boolean;
  /** In the format of Excel 97 to 2003: less is possible than in a workbook of today. */
  readonly oldFormat: boolean;
  readonly manualCalculation: boolean;
  /** Sheets with tables (插入 › 表格), in which Excel fills formulas down by itself. */
  readonly tables: ReadonlySet<string>;
  /** What the protected sheets still allow, by name. */
  readonly protections: ReadonlyMap<string, SheetProtection>;
  /** Names of the charts on each output sheet that exists. */
  readonly charts: ReadonlyMap<string, readonly string[]>;
}

interface DiscoveredSheet {
  readonly name: string;
  readonly visible: boolean;
  readonly protected: boolean;
  readonly allowsFormats: boolean;
}

interface Discovered {
  readonly sheets: readonly DiscoveredSheet[];
  readonly activeSheet: string | null;
  readonly structureProtected: boolean;
  readonly readOnly: boolean;
  readonly oldFormat: boolean;
  readonly manualCalculation: boolean;
}

/**
 * Reads the whole workbook in two requests: which sheets there are, then their cells. Where the answer would exceed
 * Excel's limit, the cells are read again sheet by sheet, in blocks of rows.
 */
export async function readWorkbook(
  context: Excel.RequestContext,
  outputSheets: readonly string[],
): Promise<ReadWorkbook> {
  const { sheets: found, ...discovered } = await discover(context);
  const outputs = found.filter((sheet) => outputSheets.includes(sheet.name));
  let read: CellsRead;
  try {
    read = await readAtOnce(context, found, outputs);
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    read = await readInBlocks(context, found, outputs);
  }
  const hidden = await readHiddenRows(
    context,
    found.filter((sheet) => !outputs.includes(sheet)),
    read,
  );
  return {
    ...discovered,
    sheets: found.map((sheet) => toGrid(sheet, read, hidden.get(sheet.name) ?? new Set())),
    charts: read.charts,
    tables: read.tables,
    protections: await readProtections(context, found, read),
  };
}

/** The sheet in front is only to be returned to: where Excel names none, all is read without it (office-js #2444). */
async function discover(context: Excel.RequestContext): Promise<Discovered> {
  try {
    return await discoverWith(context, true);
  } catch (error) {
    if (!mayLackActiveSheet(error)) throw error;
    return discoverWith(context, false);
  }
}

async function discoverWith(context: Excel.RequestContext, asksForActive: boolean): Promise<Discovered> {
  const { workbook } = context;
  const { worksheets, protection, application } = workbook;
  workbook.load("readOnly,name");
  worksheets.load("items/name,items/visibility,items/protection/protected,items/protection/options");
  protection.load("protected");
  application.load("calculationMode");
  const active = asksForActive ? worksheets.getActiveWorksheet() : null;
  active?.load("name");
  await context.sync();
  return {
    sheets: worksheets.items.map((sheet) => ({
      name: sheet.name,
      visible: sheet.visibility === "Visible",
      protected: sheet.protection.protected,
      allowsFormats: sheet.protection.protected && sheet.protection.options.allowFormatCells === true,
    })),
    activeSheet: active?.name ?? null,
    structureProtected: protection.protected,
    readOnly: workbook.readOnly,
    oldFormat: /\.xl[st]$/i.test(workbook.name),
    manualCalculation: application.calculationMode === "Manual",
  };
}

interface CellsRead {
  readonly rows: ReadonlyMap<string, Rows>;
  readonly merges: ReadonlyMap<string, readonly MergedArea[]>;
  /** The range in use and whether all, none (false) or some (null) of its rows are hidden, by sheet. */
  readonly used: ReadonlyMap<string, Pick<Excel.Range, "rowHidden">>;
  readonly tables: ReadonlySet<string>;
  /** Whether all, none (false) or some (null) cells in use are locked; of protected sheets only. */
  readonly locked: ReadonlyMap<string, boolean | null>;
  readonly charts: ReadonlyMap<string, readonly string[]>;
}

async function readAtOnce(
  context: Excel.RequestContext,
  sheets: readonly DiscoveredSheet[],
  outputs: readonly DiscoveredSheet[],
): Promise<CellsRead> {
  const answer = request(context, sheets, outputs, loadCells);
  await context.sync();
  // Above five million cells, and for whole rows, Excel may answer null instead of an error.
  if (
    answer.pending.some(({ used }) => !used.isNullObject && (!Array.isArray(used.values) || isFarFlung(used)))
  )
    throw new TooLarge();
  return answered(answer, (_, used) => rowsOf(used, []));
}

const isFarFlung = (used: Excel.Range): boolean =>
  used.columnIndex + (used.values[0]?.length ?? 0) > MOST_COLUMNS;

/** The ranges without their cells first: their number would be too much for one answer. */
async function readInBlocks(
  context: Excel.RequestContext,
  sheets: readonly DiscoveredSheet[],
  outputs: readonly DiscoveredSheet[],
): Promise<CellsRead> {
  const answer = request(context, sheets, outputs, (used) =>
    used.load("rowIndex,columnIndex,rowCount,columnCount"),
  );
  await context.sync();
  const { readRows } = await seldomRead();
  return answered(answer, (name, used) => readRows(context, name, used));
}

/** Asks for what `load` says of each sheet's used range, and for all that is read besides the cells. */
function request(
  context: Excel.RequestContext,
  sheets: readonly DiscoveredSheet[],
  outputs: readonly DiscoveredSheet[],
  load: (used: Excel.Range) => Excel.Range,
) {
  const pending = sheets.map((sheet) => {
    const used = usedRange(context, sheet.name);
    load(used);
    return { sheet, used, ...requestBesides(used, sheet) };
  });
  return { pending, charts: requestCharts(context, outputs) };
}

async function answered(
  { pending, charts }: ReturnType<typeof request>,
  read: (name: string, used: Excel.Range) => Rows | Promise<Rows>,
): Promise<CellsRead> {
  const rows = new Map<string, Rows>();
  for (const { sheet, used } of pending)
    rows.set(sheet.name, used.isNullObject ? [] : await read(sheet.name, used));
  return { rows, ...besidesOf(pending), charts: charts() };
}

function usedRange(context: Excel.RequestContext, name: string): Excel.Range {
  // Values only: formatted blanks may reach down to the last row of the sheet.
  return context.workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true);
}

function requestBesides(
  used: Excel.Range,
  sheet: DiscoveredSheet,
): {
  merged: Excel.RangeAreas;
  protection: Excel.FormatProtection | null;
  tables: OfficeExtension.ClientResult<number>;
} {
  used.load("rowHidden");
  const tables = used.worksheet.tables.getCount();
  const merged = used.getMergedAreasOrNullObject();
  // The addresses of many areas are cut off at 8,192 characters, the areas themselves are not.
  merged.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  const protection = sheet.protected ? used.format.protection : null;
  protection?.load("locked");
  return { merged, protection, tables };
}

function besidesOf(
  pending: readonly ({ sheet: DiscoveredSheet; used: Excel.Range } & ReturnType<typeof requestBesides>)[],
): Pick<CellsRead, "merges" | "locked" | "used" | "tables"> {
  return {
    tables: new Set(
      pending.flatMap(({ sheet, used, tables }) =>
        used.isNullObject || tables.value === 0 ? [] : [sheet.name],
      ),
    ),
    used: new Map(pending.flatMap(({ sheet, used }) => (used.isNullObject ? [] : [[sheet.name, used]]))),
    merges: new Map(
      pending.map(({ sheet, used, merged }) => [
        sheet.name,
        used.isNullObject || merged.isNullObject ? [] : merged.areas.items.map(areaOf),
      ]),
    ),
    locked: new Map(
      pending.flatMap(({ sheet, used, protection }) =>
        protection === null ? [] : [[sheet.name, used.isNullObject ? true : protection.locked]],
      ),
    ),
  };
}

/** Only a sheet of which some rows are hidden, and others not, costs a request more. */
async function readHiddenRows(
  context: Excel.RequestContext,
  sheets: readonly DiscoveredSheet[],
  { used, rows }: CellsRead,
): Promise<Map<string, ReadonlySet<number>>> {
  const hidden = new Map<string, ReadonlySet<number>>();
  for (const { name } of sheets) {
    const range = used.get(name);
    if (range === undefined || (range.rowHidden as boolean | null) === false) continue;
    const { hiddenRowsOf } = await seldomRead();
    hidden.set(name, await hiddenRowsOf(context, name, rows.get(name) ?? []));
  }
  return hidden;
}

/** Only a sheet of which some cells are unlocked, and others not, costs a request more. */
async function readProtections(
  context: Excel.RequestContext,
  sheets: readonly DiscoveredSheet[],
  { rows, locked }: CellsRead,
): Promise<Map<string, SheetProtection>> {
  const protections = new Map<string, SheetProtection>();
  for (const { name, allowsFormats } of sheets.filter((sheet) => sheet.protected)) {
    const all = locked.get(name) ?? null;
    const isLocked: (at: CellAddress) => boolean =
      all === null ? await (await seldomRead()).lockedCells(context, name, rows.get(name) ?? []) : () => all;
    protections.set(name, { isLocked, allowsFormats });
  }
  return protections;
}

/** Large, filtered and partly locked sheets: most workbooks have none. */
const seldomRead = () => import(/* webpackChunkName: "seldom-read" */ "./seldom-read");

function requestCharts(
  context: Excel.RequestContext,
  outputs: readonly DiscoveredSheet[],
): () => Map<string, string[]> {
  const charts = outputs.map(({ name }) => {
    const collection = context.workbook.worksheets.getItem(name).charts;
    collection.load("items/name");
    return { name, collection };
  });
  return () => new Map(charts.map(({ name, collection }) => [name, ownCharts(collection)]));
}

function toGrid(sheet: DiscoveredSheet, read: CellsRead, hiddenRows: ReadonlySet<number>): SheetGrid {
  return {
    name: sheet.name,
    visible: sheet.visible,
    protected: sheet.protected,
    rows: read.rows.get(sheet.name) ?? [],
    merges: read.merges.get(sheet.name) ?? [],
    hiddenRows,
  };
}

function areaOf(area: Excel.Range): MergedArea {
  return {
    row: area.rowIndex,
    column: area.columnIndex,
    rowCount: area.rowCount,
    columnCount: area.columnCount,
  };
}
