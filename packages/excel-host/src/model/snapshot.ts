import type { IWorkbookData } from "@univerjs/core";
import type { SheetExtras } from "./extras";

export interface NamedReference {
  name: string;
  /** Formula text without `=`, such as `指标!$B$2:$B$9`. */
  refersTo: string;
  /** Sheet name, or null for the workbook. */
  scope: string | null;
  visible: boolean;
  comment: string;
}

export interface DocumentProperties {
  title: string;
  author: string;
  subject: string;
  keywords: string;
  comments: string;
  category: string;
  company: string;
  manager: string;
  lastAuthor: string;
}

export const emptyProperties = (): DocumentProperties => ({
  title: "",
  author: "",
  subject: "",
  keywords: "",
  comments: "",
  category: "",
  company: "",
  manager: "",
  lastAuthor: "",
});

/** A workbook as it comes from a file: cells for the spreadsheet engine, and what is kept beside it. */
export interface WorkbookSnapshot {
  fileName: string;
  data: Partial<IWorkbookData> & { id: string };
  /** By sheet id. */
  extras: Map<string, SheetExtras>;
  names: NamedReference[];
  properties: DocumentProperties;
  /** JSON texts by key. */
  settings: Map<string, string>;
  date1904: boolean;
  structureProtected: boolean;
  activeSheetId: string | null;
  /** What the file says of calculation. */
  manualCalculation: boolean;
  /** The file calls its results out of date: all formulas are to be calculated. */
  recalculates: boolean;
  /** Formula cells that came without a value, to be calculated at once. */
  uncalculated: { sheetId: string; row: number; column: number }[];
}
