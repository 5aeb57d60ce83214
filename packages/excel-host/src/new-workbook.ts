import type { IWorksheetData } from "@univerjs/core";
import { emptySheet } from "./model/empty-sheet";
import { emptyExtras, type SheetExtras } from "./model/extras";
import { emptyProperties, type WorkbookSnapshot } from "./model/snapshot";

let workbooks = 0;
/** Unit ids are never used twice: the engine keeps caches by them. */
export const newUnitId = (): string => `workbook-${++workbooks}`;

/** A workbook of empty sheets. */
export function newWorkbook(sheetNames: string[], fileName = "工作簿1.xlsx"): WorkbookSnapshot {
  const sheets: Record<string, IWorksheetData> = {};
  const extras = new Map<string, SheetExtras>();
  sheetNames.forEach((name, i) => {
    const id = sheetId(i);
    sheets[id] = emptySheet(id, name);
    extras.set(id, emptyExtras());
  });
  return {
    fileName,
    data: { id: newUnitId(), name: fileName, sheetOrder: Object.keys(sheets), sheets, styles: {} },
    extras,
    names: [],
    properties: emptyProperties(),
    settings: new Map(),
    date1904: false,
    structureProtected: false,
    activeSheetId: null,
    manualCalculation: false,
    recalculates: false,
    uncalculated: [],
  };
}

/** Sheet ids look like those of Excel. */
export const sheetId = (index: number): string =>
  `{00000000-0001-0000-${index.toString(16).toUpperCase().padStart(4, "0")}-000000000000}`;
