import type { Area } from "./address";

/** What an Excel sheet has and the spreadsheet engine has not: kept beside it, and written when saving. */
export interface SheetExtras {
  visibility: "Visible" | "Hidden" | "VeryHidden";
  protection: SheetProtection | null;
  /** Cells whose `locked` is off, as row * 16384 + column. */
  unlocked: Set<number>;
  formulaHidden: Set<number>;
  indents: Map<number, number>;
  hyperlinks: Map<number, CellLink>;
  validations: Validation[];
  charts: ChartState[];
  pageLayout: PageLayoutState;
  autoFilter: { range: string; filtered: boolean } | null;
  hasTables: boolean;
  /** Parts that differ from the opened file. */
  changed: Set<
    "visibility" | "protection" | "locking" | "hyperlinks" | "validations" | "charts" | "pageLayout"
  >;
}

export interface SheetProtection {
  options: Record<string, boolean | string>;
  /** Plain password, for protection set in this session. */
  password?: string;
  /** Hashes of the file: `password` is the old 16-bit one, the others that of Excel 2013 and later. */
  hash?: { legacy?: string; algorithm?: string; value?: string; salt?: string; spins?: number };
}

export interface CellLink {
  address?: string;
  documentReference?: string;
  screenTip?: string;
  textToDisplay?: string;
}

export interface Validation {
  area: Area;
  rule: Record<string, unknown>;
  ignoreBlanks: boolean;
  errorAlert: { showAlert: boolean; style: string; title: string; message: string };
  prompt: { showPrompt: boolean; title: string; message: string };
}

export interface ChartState {
  id: string;
  name: string;
  type: string;
  /** Only charts made here can be changed; those of the file keep their part. */
  source: { sheetId: string; area: Area; seriesBy: "Rows" | "Columns" } | null;
  title: { text: string; visible: boolean };
  legend: { visible: boolean; position: string };
  top: number;
  left: number;
  width: number;
  height: number;
  axes: Record<"value" | "category", ChartAxisState>;
  series: ChartSeriesState[];
}

export interface ChartAxisState {
  minimum: number | null;
  maximum: number | null;
  /** Null: the format of the cells that the chart shows. */
  numberFormat: string | null;
  font: { color: string; size: number };
}

/** An axis as Excel draws it at first. */
export const newAxis = (): ChartAxisState => ({
  minimum: null,
  maximum: null,
  numberFormat: null,
  font: { color: "#595959", size: 9 },
});

export interface ChartSeriesState {
  hasDataLabels: boolean;
  gapWidth: number;
  color: string | null;
  /** The cells that name the categories, where they were set apart from the source. */
  categories: { sheetId: string; area: Area } | null;
}

export interface PageLayoutState {
  orientation: "Portrait" | "Landscape";
  paperSize: string;
  zoom: { horizontalFitToPages?: number; verticalFitToPages?: number; scale?: number };
  centerHorizontally: boolean;
  centerVertically: boolean;
  printGridlines: boolean;
  blackAndWhite: boolean;
  printArea: string | null;
  titleRows: string | null;
  titleColumns: string | null;
  /** Points. */
  margins: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
  headersFooters: Record<
    "leftHeader" | "centerHeader" | "rightHeader" | "leftFooter" | "centerFooter" | "rightFooter",
    string
  >;
}

export function emptyExtras(): SheetExtras {
  return {
    visibility: "Visible",
    protection: null,
    unlocked: new Set(),
    formulaHidden: new Set(),
    indents: new Map(),
    hyperlinks: new Map(),
    validations: [],
    charts: [],
    pageLayout: {
      orientation: "Portrait",
      paperSize: "A4",
      zoom: { scale: 100 },
      centerHorizontally: false,
      centerVertically: false,
      printGridlines: false,
      blackAndWhite: false,
      printArea: null,
      titleRows: null,
      titleColumns: null,
      margins: { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 },
      headersFooters: {
        leftHeader: "",
        centerHeader: "",
        rightHeader: "",
        leftFooter: "",
        centerFooter: "",
        rightFooter: "",
      },
    },
    autoFilter: null,
    hasTables: false,
    changed: new Set(),
  };
}

export const cellKey = (row: number, column: number): number => row * 16_384 + column;
export const keyRow = (key: number): number => Math.floor(key / 16_384);
export const keyColumn = (key: number): number => key % 16_384;
