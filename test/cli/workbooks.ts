import { createRequire } from "node:module";
import { init } from "excelize-wasm";

export type CellContent = string | number | null;

export interface SheetContent {
  readonly name: string;
  readonly rows: readonly (readonly CellContent[])[];
  readonly protected?: boolean;
}

const wasm = createRequire(import.meta.url).resolve("excelize-wasm/excelize.wasm.gz");
let library: ReturnType<typeof init> | undefined;

/** A plain workbook for a test: texts and numbers, optionally with protected sheets. */
export async function makeWorkbook(sheets: readonly SheetContent[]): Promise<Uint8Array> {
  const excelize = await (library ??= init(wasm));
  const file = excelize.NewFile();
  const done = (result: { error: string | null }): void => {
    if (result.error !== null) throw new Error(result.error);
  };
  sheets.forEach(({ name, rows, protected: isProtected }, index) => {
    if (index === 0) done(file.SetSheetName("Sheet1", name));
    else done(file.NewSheet(name));
    rows.forEach((row, rowIndex) => {
      row.forEach((value, column) => {
        if (value !== null)
          done(file.SetCellValue(name, `${String.fromCharCode(65 + column)}${rowIndex + 1}`, value));
      });
    });
    if (isProtected === true)
      done(file.ProtectSheet(name, { Password: "", SelectLockedCells: true, SelectUnlockedCells: true }));
  });
  const { buffer, error } = file.WriteToBuffer() as { buffer: Uint8Array; error: string | null };
  done({ error });
  return buffer;
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
