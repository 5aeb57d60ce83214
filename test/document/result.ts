import { recogniseWorkbook } from "../../src/forms/recognise-workbook";
import type { SheetGrid } from "../../src/model/grid";
import type { RunResult } from "../../src/model/run";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { scoreWorkbook } from "../../src/scoring/score";
import { readSheets } from "../forms/grids";

export type Scored = Pick<RunResult, "recognition" | "evaluations">;

export const SAMPLES = ["guizhou", "anning", "longhua", "baojing", "zhangye"] as const;

export const sampleResult = async (id: string): Promise<Scored> =>
  resultOf(await readSheets(`assets/samples/${id}.xlsx`));

export function resultOf(sheets: readonly SheetGrid[]): Scored {
  const recognition = recogniseWorkbook(sheets);
  return { recognition, evaluations: scoreWorkbook(recognition, DEFAULT_SETTINGS) };
}
