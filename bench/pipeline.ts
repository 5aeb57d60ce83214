import { recogniseRead } from "../src/excel/recognised";
import type { ReadWorkbook } from "../src/excel/read/read-workbook";
import { DEFAULT_SETTINGS } from "../src/model/settings";
import { gatherFindings, withoutIgnored } from "../src/run/gather-findings";
import { planRun, type WritePlan } from "../src/report/plan";
import { scoreWorkbook } from "../src/scoring/score";
import type { SheetGrid } from "../src/model/grid";

export interface PhaseTimes {
  readonly recognise: number;
  readonly score: number;
  readonly check: number;
  readonly plan: number;
}

export const totalOf = (times: PhaseTimes): number =>
  times.recognise + times.score + times.check + times.plan;

/** What 计算得分 does between reading and writing, timed in milliseconds by phase. */
export function pipeline(sheets: readonly SheetGrid[]): {
  times: PhaseTimes;
  plan: WritePlan;
  evaluations: number;
} {
  const marks = [performance.now()];
  const lap = (): number => {
    marks.push(performance.now());
    return (marks.at(-1) ?? 0) - (marks.at(-2) ?? 0);
  };
  const { cleaned, choices, recognition } = recogniseRead({ sheets } as unknown as ReadWorkbook);
  const recognise = lap();
  const settings = DEFAULT_SETTINGS;
  const evaluations = scoreWorkbook(recognition, settings);
  const score = lap();
  const { findings, ignored } = withoutIgnored(
    gatherFindings({ recognition, evaluations, settings }),
    choices,
  );
  const check = lap();
  const plan = planRun({
    raw: sheets,
    cleaned,
    recognition,
    evaluations,
    findings,
    ignored,
    settings,
    choices,
    keepsChoices: false,
    now: new Date(2024, 4, 6, 9, 8),
    program: "绩衡",
  });
  return { times: { recognise, score, check, plan: lap() }, plan, evaluations: evaluations.length };
}
