import type { ICommandService, IUniverInstanceService, IWorkbookData, Workbook } from "@univerjs/core";
import type { IActiveDirtyManagerService } from "@univerjs/engine-formula";

/**
 * The parts of a Univer instance that the model stands on. Handed in, because Node loads Univer's CommonJS build
 * without a grid, and the workbench bundles the ES build with one.
 */
export interface SpreadsheetRuntime {
  readonly commands: ICommandService;
  readonly instances: IUniverInstanceService;
  readonly dirty: Pick<IActiveDirtyManagerService, "get">;
  createWorkbook(data: Partial<IWorkbookData>): void;
  disposeWorkbook(unitId: string): void;
}

/**
 * Switches Univer's own trigger of calculations off, and answers what it would have asked: which formulas a change
 * makes dirty. Disposing the trigger would take the grid's progress bar, which listens to it, down with it.
 */
export function takeOverCalculation(service: IActiveDirtyManagerService): SpreadsheetRuntime["dirty"] {
  const get = service.get.bind(service);
  service.get = () => undefined;
  return { get };
}

export function workbookOf(runtime: SpreadsheetRuntime, unitId: string): Workbook {
  const workbook = runtime.instances.getUnit<Workbook>(unitId);
  if (!workbook) throw new Error(`The spreadsheet engine has no workbook ${unitId}.`);
  return workbook;
}

/** Univer's command ids, by name: importing the commands themselves would import Univer's code. */
export const command = {
  setRangeValues: "sheet.mutation.set-range-values",
  addMerge: "sheet.mutation.add-worksheet-merge",
  removeMerge: "sheet.mutation.remove-worksheet-merge",
  columnWidth: "sheet.mutation.set-worksheet-col-width",
  rowHeight: "sheet.mutation.set-worksheet-row-height",
  rowIsAutoHeight: "sheet.mutation.set-worksheet-row-is-auto-height",
  hideColumns: "sheet.mutation.set-col-hidden",
  showColumns: "sheet.mutation.set-col-visible",
  hideRows: "sheet.mutation.set-row-hidden",
  showRows: "sheet.mutation.set-row-visible",
  rowCount: "sheet.mutation.set-worksheet-row-count",
  columnCount: "sheet.mutation.set-worksheet-column-count",
  gridlines: "sheet.mutation.toggle-gridlines",
  tabColor: "sheet.mutation.set-tab-color",
  sheetName: "sheet.mutation.set-worksheet-name",
  sheetHidden: "sheet.mutation.set-worksheet-hidden",
  sheetOrder: "sheet.mutation.set-worksheet-order",
  insertSheet: "sheet.mutation.insert-sheet",
  removeSheet: "sheet.mutation.remove-sheet",
  frozen: "sheet.mutation.set-frozen",
  activate: "sheet.operation.set-worksheet-active",
  /** Only where a grid is drawn. */
  scrollToCell: "sheet.command.scroll-to-cell",
  setSelections: "sheet.operation.set-selections",
  setDefinedName: "formula.mutation.set-defined-name",
  removeDefinedName: "formula.mutation.remove-defined-name",
  calculationStart: "formula.mutation.set-formula-calculation-start",
  calculationStop: "formula.mutation.set-formula-calculation-stop",
  calculationNotice: "formula.mutation.set-formula-calculation-notification",
} as const;
