/**
 * Switches that put the application into a state that a test or the workbench needs. Each stands for what users meet
 * and reports describe; what Excel then answers is said with its source.
 */
export interface Moods {
  /** A cell is being edited: requests are refused. */
  cellEditMode: boolean;
  readOnly: boolean;
  /** A chart sheet is in front: no worksheet is the active one (office-js #2444). */
  chartSheetInFront: boolean;
  /** A chart is selected: merging is refused (office-js #399), and no range is selected. */
  chartSelected: boolean;
  /** Another workbook has come to the front: six calls fail (docs: excel-add-ins-troubleshooting). */
  otherWorkbookInFront: boolean;
  /** Excel for Windows puts an array over filtered rows into wrong cells (office-js #224, xlwings #747). */
  misplacesOverFiltered: boolean;
  /** What `text` is of a number: as formatted, `####` where columns are narrow, or nothing where they are hidden. */
  numbersShown: "as formatted" | "hashes" | "nothing";
  /** Tables of the workbook; the file's own are not read. */
  tables: TableMood[];
}

/** A table (插入 › 表格) in which a formula that is written fills its column (office-js #2093, by design). */
export interface TableMood {
  sheet: string;
  /** Its rows without the header, such as `A3:H7`. */
  body: string;
  /** Whether only blank cells are filled, or all others too, as some reports say (#6745, xlwings #2113). */
  fills: "blank" | "all";
}

export const calm = (): Moods => ({
  cellEditMode: false,
  readOnly: false,
  chartSheetInFront: false,
  chartSelected: false,
  otherWorkbookInFront: false,
  misplacesOverFiltered: false,
  numbersShown: "as formatted",
  tables: [],
});
