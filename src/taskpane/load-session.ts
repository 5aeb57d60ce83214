import type { WorkbookSession } from "../excel/session";

/** The code that works on the workbook comes after the first paint. */
export async function loadSession(): Promise<WorkbookSession> {
  const { createExcelSession } = await import(/* webpackChunkName: "workbook" */ "../excel/excel-session");
  return createExcelSession();
}
