import { readFileSync } from "node:fs";
import { createExcelSession } from "../../src/excel/excel-session";
import { startEmbeddedExcel, type EmbeddedExcel } from "@jiheng/excel-host/node";

export const readSample = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(`assets/samples/${name}.xlsx`));

/** Opens a sample workbook in the embedded Excel; `calculate` is one click on 计算得分. */
export async function openSample(
  name: string,
): Promise<{ excel: EmbeddedExcel; session: ReturnType<typeof createExcelSession> }> {
  const excel = await startEmbeddedExcel();
  await excel.open(readSample(name), `${name}.xlsx`);
  excel.requests.reset();
  return { excel, session: createExcelSession(() => new Date(2024, 4, 6, 9, 8)) };
}
