import { embeddedScorer } from "./embedded-scorer";
import type { Scorer, ScoringTask, ScoredJob } from "./scorer";
import type { WorkbookJob } from "./job";

// The program of the process that `forkScorer` starts. An error of the program itself ends it, and costs one workbook:
// whoever started it tells so in the user's language, and no stack trace comes before that.
process.on("uncaughtException", () => process.exit(1));

/** The first message is the task, every other a workbook to be scored. */
export type Order = { readonly task: ScoringTask } | { readonly job: WorkbookJob };

export interface Answer {
  readonly scored: ScoredJob;
  /** Bytes of memory in use by the process. */
  readonly memory: number;
}

let scorer: Scorer | null = null;
process.on("message", (order: Order) => {
  if ("task" in order) scorer = embeddedScorer(order.task);
  else if (scorer !== null) void answer(scorer, order.job);
});
// Ctrl-C reaches the whole group: when to end is for the process that writes the report to say.
process.on("SIGINT", () => undefined);
process.on("disconnect", () => process.exit());

async function answer(by: Scorer, job: WorkbookJob): Promise<void> {
  const scored = await by.score(job);
  process.send?.({ scored, memory: process.memoryUsage.rss() } satisfies Answer);
}
