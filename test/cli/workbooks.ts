import { makeXlsx, numberCell, textCell } from "@jiheng/excel-host/fixtures";

export type CellContent = string | number | null;

export interface SheetContent {
  readonly name: string;
  readonly rows: readonly (readonly CellContent[])[];
  readonly protected?: boolean;
}

const protection = '<sheetProtection sheet="1" objects="1" scenarios="1"/>';
const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

/** A plain workbook for a test: texts and numbers, optionally with protected sheets. */
export function makeWorkbook(sheets: readonly SheetContent[]): Promise<Uint8Array> {
  return Promise.resolve(
    makeXlsx(
      Object.fromEntries(
        sheets.map((sheet) => [
          escaped(sheet.name),
          `<sheetData>${sheet.rows.map(rowXml).join("")}</sheetData>${sheet.protected === true ? protection : ""}`,
        ]),
      ),
    ),
  );
}

function rowXml(row: readonly CellContent[], index: number): string {
  const cells = row.map((value, column) => {
    const reference = `${String.fromCharCode(65 + column)}${index + 1}`;
    if (value === null) return "";
    return typeof value === "number" ? numberCell(reference, value) : textCell(reference, escaped(value));
  });
  return `<row r="${index + 1}">${cells.join("")}</row>`;
}

export const HEADER = [
  "一级指标",
  "二级指标",
  "三级指标",
  "分值",
  "年度指标值",
  "实际完成值",
  "得分",
  "扣分原因",
] as const;
