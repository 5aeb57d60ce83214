import type { SheetGrid } from "../src/model/grid";
import type { WritePlan } from "../src/report/plan";
import { runWorkbook, type RunStep } from "../src/run/run";

export type PhaseTimes = Readonly<Record<RunStep, number>>;

export const totalOf = (times: PhaseTimes): number =>
  times.recognise + times.score + times.check + times.plan;

/** What 计算得分 does between reading and writing, timed in milliseconds by step. */
export function pipeline(sheets: readonly SheetGrid[]): {
  times: PhaseTimes;
  plan: WritePlan;
  evaluations: number;
} {
  const times = { recognise: 0, score: 0, check: 0, plan: 0 };
  let current: { step: RunStep; since: number } | null = null;
  const enter = (step: RunStep | null): void => {
    const now = performance.now();
    if (current !== null) times[current.step] += now - current.since;
    current = step === null ? null : { step, since: now };
  };
  const { plan, evaluations } = runWorkbook(sheets, {
    now: new Date(2024, 4, 6, 9, 8),
    program: "绩衡",
    enter,
  });
  enter(null);
  return { times, plan, evaluations: evaluations.length };
}
