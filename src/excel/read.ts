import type { CellValue, GridCell, MergedArea, SheetGrid } from "../model/grid";

export interface ReadWorkbook {
  readonly sheets: readonly SheetGrid[];
  readonly activeSheet: string;
  readonly structureProtected: boolean;
  readonly manualCalculation: boolean;
  /** Names of the charts on each output sheet that exists. */
  readonly charts: ReadonlyMap<string, readonly string[]>;
}

interface Discovered {
  readonly sheets: readonly {
    readonly name: string;
    readonly visible: boolean;
    readonly protected: boolean;
  }[];
  readonly activeSheet: string;
  readonly structureProtected: boolean;
  readonly manualCalculation: boolean;
}

/** Reads the whole workbook in two requests: which sheets there are, then their cells. */
export async function readWorkbook(
  context: Excel.RequestContext,
  outputSheets: readonly string[],
): Promise<ReadWorkbook> {
  const discovered = await discover(context);
  const pending = discovered.sheets.map((sheet) => ({ sheet, ...requestCells(context, sheet.name) }));
  const charts = discovered.sheets
    .filter((sheet) => outputSheets.includes(sheet.name))
    .map((sheet) => {
      const collection = context.workbook.worksheets.getItem(sheet.name).charts;
      collection.load("items/name");
      return { name: sheet.name, collection };
    });
  await context.sync();
  return {
    ...discovered,
    sheets: pending.map(({ sheet, used, merged }) => toGrid(sheet, used, merged)),
    charts: new Map(
      charts.map(({ name, collection }) => [name, collection.items.map((chart) => chart.name)]),
    ),
  };
}

async function discover(context: Excel.RequestContext): Promise<Discovered> {
  const { worksheets, protection, application } = context.workbook;
  worksheets.load("items/name,items/visibility,items/protection/protected");
  protection.load("protected");
  application.load("calculationMode");
  const active = worksheets.getActiveWorksheet();
  active.load("name");
  await context.sync();
  return {
    sheets: worksheets.items.map((sheet) => ({
      name: sheet.name,
      visible: sheet.visibility === "Visible",
      protected: sheet.protection.protected,
    })),
    activeSheet: active.name,
    structureProtected: protection.protected,
    manualCalculation: application.calculationMode === "Manual",
  };
}

function requestCells(
  context: Excel.RequestContext,
  name: string,
): { used: Excel.Range; merged: Excel.RangeAreas } {
  // Values only: formatted blanks may reach down to the last row of the sheet.
  const used = context.workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,values,formulas,numberFormat,text");
  const merged = used.getMergedAreasOrNullObject();
  // The addresses of many areas are cut off at 8,192 characters, the areas themselves are not.
  merged.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  return { used, merged };
}

function toGrid(sheet: Discovered["sheets"][number], used: Excel.Range, merged: Excel.RangeAreas): SheetGrid {
  return {
    ...sheet,
    rows: used.isNullObject ? [] : rowsOf(used),
    merges: used.isNullObject || merged.isNullObject ? [] : merged.areas.items.map(areaOf),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
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

function rowsOf(used: Excel.Range): (GridCell | undefined)[][] {
  const rows: (GridCell | undefined)[][] = Array.from({ length: used.rowIndex }, () => []);
  used.values.forEach((values: unknown[], row) => {
    const cells: (GridCell | undefined)[] = new Array<undefined>(used.columnIndex).fill(undefined);
    values.forEach((value, column) => {
      cells.push(
        toCell(
          value,
          used.formulas[row]?.[column],
          used.numberFormat[row]?.[column],
          used.text[row]?.[column],
        ),
      );
    });
    rows.push(cells);
  });
  return rows;
}

function toCell(value: unknown, formula: unknown, format: unknown, text: unknown): GridCell | undefined {
  const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
  if (value === "" && !isFormula && (format === "General" || format === "")) return undefined;
  const held: CellValue = value === "" ? null : (value as string | number | boolean);
  return {
    value: held,
    text: shownText(held, text),
    formula: isFormula ? formula : null,
    format: typeof format === "string" && format !== "" ? format : "General",
  };
}

/** A column that is too narrow shows ####: then the value itself is the text. */
function shownText(value: CellValue, text: unknown): string {
  if (typeof value === "string") return value;
  const shown = typeof text === "string" ? text : "";
  return value !== null && (shown === "" || /^#+$/.test(shown)) ? String(value) : shown;
}
