import { startEmbeddedExcel } from "@jiheng/excel-host/node";
import { scoreWorkbookFile } from "./score";
import type { Scorer, ScoringTask } from "./scorer";

/** Scores in this very process, which can hold one embedded Excel. An error of the program itself rejects. */
export function embeddedScorer(task: ScoringTask): Scorer {
  return {
    score: async (job) => scoreWorkbookFile(await startEmbeddedExcel(), job, task),
    spent: false,
    stop: () => undefined,
  };
}
