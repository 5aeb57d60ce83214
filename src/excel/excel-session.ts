import { cellName, parseCellLabel, type CellAddress } from "../expr/cell";
import { WorkbookFailure } from "./failure";
import { asFailure } from "./office-errors";
import { recogniseTables } from "../forms/recognise";
import { recogniseRead } from "../run/recognise-read";
import { readOpenWorkbook } from "./read/read-open-workbook";
import type { WorkbookSession } from "./session";
import { duringOwnWrites } from "./own-writes";
import { watchWorkbook } from "./watch";

// The pane shows what it recognised before anybody calculates: scoring, checking and writing come with the first click.
const loadCalculate = () => import(/* webpackChunkName: "calculate" */ "./calculate");
const loadUndo = () => import(/* webpackChunkName: "undo" */ "./undo");

/** The session over Office.js: the same in Excel, in the workbench and on the command line. */
export function createExcelSession(clock: () => Date = () => new Date()): WorkbookSession {
  return {
    recognise: (added) =>
      run(async (context) => {
        const { recognition, choices } = recogniseRead(
          (await readOpenWorkbook(context)).sheets,
          added ?? {},
          recogniseTables,
        );
        return { ...recognition, choices };
      }),
    calculate: async (options = {}) => {
      const { calculate } = await loadCalculate();
      return writing((context) => calculate(context, options, clock));
    },
    undo: async () => {
      const { undoRuns } = await loadUndo();
      return writing(async (context) => undoRuns(context, await readOpenWorkbook(context), clock()));
    },
    select: (cell) =>
      run(async (context) => {
        await refuseHidden(context, cell.sheet, cell);
        const sheet = context.workbook.worksheets.getItem(cell.sheet);
        sheet.activate();
        sheet.getRange(cellName(cell)).select();
        await context.sync();
      }),
    selectedCell: () =>
      run(async (context) => {
        const range = context.workbook.getSelectedRange();
        range.load("address");
        await context.sync();
        return firstCellOf(range.address);
      }),
    activate: (sheet) =>
      run(async (context) => {
        await refuseHidden(context, sheet, null);
        context.workbook.worksheets.getItem(sheet).activate();
        await context.sync();
      }),
    watch: watchWorkbook,
    insertSheets: (base64) =>
      run(async (context) => {
        context.workbook.insertWorksheetsFromBase64(base64);
        await context.sync();
      }),
  };
}

/** `'预算 资金'!B4:C9` → B4 of 预算 资金. */
function firstCellOf(address: string): CellAddress | null {
  const cut = address.lastIndexOf("!");
  const sheet = address
    .slice(0, cut)
    .replace(/^'(.*)'$/, "$1")
    .replace(/''/g, "'");
  return parseCellLabel(`${sheet}!${address.slice(cut + 1).split(":")[0] ?? ""}`);
}

/** @throws WorkbookFailure sheet-hidden: Excel brings no hidden sheet to the front, and says only that it cannot. */
async function refuseHidden(
  context: Excel.RequestContext,
  name: string,
  cell: CellAddress | null,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(name);
  sheet.load("visibility");
  await context.sync();
  if (sheet.visibility !== "Visible") throw new WorkbookFailure("sheet-hidden", cell, name);
}

/** Where Excel can, one Ctrl+Z takes back the whole click; our own changes are told from those of others meanwhile. */
async function writing<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  const groups = Office.context.requirements.isSetSupported("ExcelApi", "1.20");
  return duringOwnWrites(() => run(work, groups ? { mergeUndoGroup: true } : {}));
}

/** Nothing of the workbook has changed when a reading request fails; writing has its own care. */
async function run<T>(
  work: (context: Excel.RequestContext) => Promise<T>,
  options: Excel.RunOptions = {},
): Promise<T> {
  try {
    return await Excel.run(options, work);
  } catch (error) {
    throw asFailure(error, error instanceof WorkbookFailure ? error.restored : true);
  }
}
