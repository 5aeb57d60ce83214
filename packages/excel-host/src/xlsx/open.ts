import type { ICellData, IStyleData, IWorksheetData } from "@univerjs/core";
import { cellKey, type SheetExtras } from "../model/extras";
import type { WorkbookSnapshot } from "../model/snapshot";
import { univerRange } from "../model/sheet-model";
import { newUnitId, sheetId } from "../new-workbook";
import { themeColors } from "./colors";
import { WorkbookFileError } from "./file-error";
import { defaultLimits, type OpenLimits } from "./limits";
import { openPackage, type WorkbookPackage } from "./package";
import { readCharts, type FileChart } from "./read-drawing";
import { readSharedStrings } from "./read-shared-strings";
import { readSheet, type SheetPart } from "./read-sheet";
import { readStyles, type CellFormat } from "./read-styles";
import { readProperties, readWorkbookPart, type SheetEntry } from "./read-workbook";
import { readSettings } from "./settings-part";

export interface OpenedWorkbook {
  snapshot: WorkbookSnapshot;
  /** The state at opening, to compare with when saving. */
  baseline: Baseline;
}

export type CellGrid = Record<number, Record<number, ICellData>>;

/** What the cells and columns were when the file was opened; styles by id, as in the snapshot. */
export interface Baseline {
  styles: Record<string, IStyleData>;
  sheets: {
    id: string;
    name: string;
    part: string;
    data: Partial<IWorksheetData>;
    cells: CellGrid;
    visibility: SheetExtras["visibility"];
    charts: readonly FileChart[];
  }[];
}

const pixelsPerPoint = 4 / 3;
/** A column's width in a file counts digits of 7 pixels. */
const pixelsPerDigit = 7;
/** Columns that only a `<col min=… max=16384>` mentions need no room in the grid. */
const widestMention = 100;
/** Of a sheet, one by one. */
const linkedCells = 100_000;

/** Reads an .xlsx file. @throws WorkbookFileError */
export function openWorkbook(
  bytes: Uint8Array,
  fileName: string,
  limits: Partial<OpenLimits> = {},
): OpenedWorkbook {
  const allLimits = { ...defaultLimits, ...limits };
  const pack = openPackage(bytes, allLimits);
  const workbook = readWorkbookPart(pack);
  if (workbook.sheets.length === 0) throw new WorkbookFileError("empty", "no worksheets");
  const theme = workbook.theme === null ? [] : themeColors(pack.text(workbook.theme));
  const strings =
    workbook.sharedStrings === null
      ? []
      : readSharedStrings(workbook.sharedStrings, pack.text(workbook.sharedStrings));
  const formats =
    workbook.styles === null ? [] : readStyles(workbook.styles, pack.text(workbook.styles), theme);
  const source = { strings, theme, formats: formats.length, limits: allLimits, date1904: workbook.date1904 };

  const styles = Object.fromEntries(formats.map((format, i) => [`s${i}`, format.style]));
  const baseline: Baseline = { styles: structuredClone(styles), sheets: [] };
  const sheets: Record<string, Partial<IWorksheetData>> = {};
  const extras = new Map<string, SheetExtras>();
  const uncalculated: WorkbookSnapshot["uncalculated"] = [];

  workbook.sheets.forEach((entry, index) => {
    const id = sheetId(index);
    const cells: CellGrid = {};
    const before: CellGrid = {};
    const locking: { unlocked: Set<number>; formulaHidden: Set<number>; indents: Map<number, number> } = {
      unlocked: new Set(),
      formulaHidden: new Set(),
      indents: new Map(),
    };
    let lastRow = 0;
    let lastColumn = 0;
    const part = readSheet(
      entry.part,
      pack.text(entry.part),
      { ...source, sheet: entry.name },
      ({ row, column, data, format, uncalculated: empty }) => {
        const known = formats[format];
        if (known && format > 0) {
          data.s = `s${format}`;
          markFormat(locking, cellKey(row, column), known);
        }
        if (data.v === undefined && data.f === undefined && data.s === undefined) return;
        (cells[row] ??= {})[column] = data;
        (before[row] ??= {})[column] = { ...data };
        if (empty) uncalculated.push({ sheetId: id, row, column });
        lastRow = Math.max(lastRow, row);
        lastColumn = Math.max(lastColumn, column);
      },
    );
    const data = {
      ...sheetData(part, lastRow, lastColumn),
      id,
      name: entry.name,
      hidden: entry.visibility === "Visible" ? 0 : 1,
    };
    sheets[id] = { ...data, cellData: cells };
    const charts = readCharts(pack, entry.part);
    baseline.sheets.push({
      id,
      name: entry.name,
      part: entry.part,
      data: structuredClone(data),
      cells: before,
      visibility: entry.visibility,
      charts,
    });
    extras.set(id, {
      ...sheetExtras(pack, entry, part),
      ...locking,
      charts: charts.map(({ state }) => state),
    });
  });

  const names = Object.fromEntries(
    workbook.names.map((name, i) => {
      const scope =
        name.scope === null
          ? "AllDefaultWorkbook"
          : sheetId(workbook.sheets.findIndex((sheet) => sheet.name === name.scope));
      return [
        `n${i}`,
        {
          id: `n${i}`,
          name: name.name,
          formulaOrRefString: name.refersTo,
          localSheetId: scope,
          hidden: !name.visible,
        },
      ];
    }),
  );
  const active =
    workbook.sheets[workbook.active]?.visibility === "Visible"
      ? workbook.active
      : workbook.sheets.findIndex((sheet) => sheet.visibility === "Visible");
  return {
    baseline,
    snapshot: {
      fileName,
      data: {
        id: newUnitId(),
        name: fileName,
        sheetOrder: Object.keys(sheets),
        sheets,
        styles,
        resources: [{ name: "SHEET_DEFINED_NAME_PLUGIN", data: JSON.stringify(names) }],
      },
      extras,
      names: workbook.names,
      properties: readProperties(pack),
      settings: readSettings(pack, workbook.part),
      date1904: workbook.date1904,
      structureProtected: workbook.structureProtected,
      activeSheetId: sheetId(Math.max(0, active)),
      manualCalculation: workbook.manualCalculation,
      recalculates: workbook.recalculates,
      uncalculated,
    },
  };
}

function markFormat(
  into: { unlocked: Set<number>; formulaHidden: Set<number>; indents: Map<number, number> },
  key: number,
  format: CellFormat,
): void {
  if (!format.locked) into.unlocked.add(key);
  if (format.formulaHidden) into.formulaHidden.add(key);
  if (format.indent > 0) into.indents.set(key, format.indent);
}

function sheetData(part: SheetPart, lastRow: number, lastColumn: number): Partial<IWorksheetData> {
  const columnData: IWorksheetData["columnData"] = {};
  for (const { first, last, width, hidden } of part.columns)
    for (let column = first; column <= Math.min(last, Math.max(lastColumn, widestMention)); column++)
      columnData[column] = {
        ...(width !== null && { w: Math.round(width * pixelsPerDigit) }),
        hd: hidden ? 1 : 0,
      };
  const rowData: IWorksheetData["rowData"] = {};
  for (const [row, { height, hidden }] of part.rows)
    rowData[row] = {
      ...(height !== null && { h: Math.round(height * pixelsPerPoint), ia: 0 as const }),
      hd: hidden ? 1 : 0,
    };
  return {
    columnData,
    rowData,
    mergeData: part.merges.map(univerRange),
    rowCount: Math.max(1000, lastRow + 200),
    columnCount: Math.max(50, lastColumn + 20),
    defaultColumnWidth: Math.round((part.defaultWidth ?? 10.29) * pixelsPerDigit),
    defaultRowHeight: Math.round((part.defaultHeight ?? 14.25) * pixelsPerPoint),
    showGridlines: part.showGridlines ? 1 : 0,
    ...(part.tabColor !== null && { tabColor: part.tabColor }),
    ...(part.freeze && {
      freeze: {
        xSplit: part.freeze.columns,
        ySplit: part.freeze.rows,
        startRow: part.freeze.rows || -1,
        startColumn: part.freeze.columns || -1,
      },
    }),
  };
}

function sheetExtras(pack: WorkbookPackage, entry: SheetEntry, part: SheetPart): SheetExtras {
  const { extras } = part;
  extras.visibility = entry.visibility;
  extras.pageLayout.printArea = entry.printArea;
  extras.pageLayout.titleRows = entry.titleRows;
  extras.pageLayout.titleColumns = entry.titleColumns;
  const related = part.links.length > 0 ? pack.relationships(entry.part) : [];
  for (const { area, relationshipId, location, tooltip } of part.links) {
    const address = related.find((one) => one.id === relationshipId)?.target;
    const link = {
      ...(address !== undefined && { address }),
      ...(location !== undefined && { documentReference: location }),
      ...(tooltip !== undefined && { screenTip: tooltip }),
    };
    // Of a link over a large area, and when there are many, only the first cell is known to have it.
    const isLarge = area.rows * area.columns > linkedCells - extras.hyperlinks.size;
    for (let r = 0; r < (isLarge ? 1 : area.rows); r++)
      for (let c = 0; c < (isLarge ? 1 : area.columns); c++)
        extras.hyperlinks.set(cellKey(area.row + r, area.column + c), link);
  }
  return extras;
}
