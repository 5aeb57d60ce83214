import { OUTPUT_NAMES } from "../../model/sheet-names";
import { readWorkbook, type ReadWorkbook } from "./read-workbook";

/** The workbook in front of the user, with the charts on the add-in's own sheets. */
export const readOpenWorkbook = (context: Excel.RequestContext): Promise<ReadWorkbook> =>
  readWorkbook(context, OUTPUT_NAMES);
