import type { Scorer, ScoredJob } from "./scorer";
import type { WorkbookJob } from "./job";

export interface Pool {
  readonly size: number;
  readonly start: () => Scorer;
  /** Stops all scorers; what they had in hand is not reported. */
  readonly signal: AbortSignal;
}

/** Hands the jobs out one at a time; `done` is told of each as it is finished, in whatever order. */
export async function scoreInPool<J extends WorkbookJob>(
  jobs: readonly J[],
  { size, start, signal }: Pool,
  done: (job: J, scored: ScoredJob) => void,
): Promise<void> {
  const waiting = jobs.values();
  const scorers = new Set<Scorer>();
  const stopAll = (): void => scorers.forEach((scorer) => scorer.stop());
  signal.addEventListener("abort", stopAll);
  try {
    await Promise.all(Array.from({ length: size }, () => work()));
  } finally {
    signal.removeEventListener("abort", stopAll);
    stopAll();
  }

  async function work(): Promise<void> {
    let scorer: Scorer | null = null;
    for (const job of waiting) {
      if (signal.aborted) return;
      scorer ??= take();
      const scored = await scorer.score(job);
      if (signal.aborted) return;
      done(job, scored);
      if (scorer.spent) {
        scorer.stop();
        scorers.delete(scorer);
        scorer = null;
      }
    }
  }

  function take(): Scorer {
    const scorer = start();
    scorers.add(scorer);
    return scorer;
  }
}
