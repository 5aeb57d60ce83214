import type { CellAddress } from "../expr/cell";
import { exact, HUNDRED, type Exact } from "../expr/exact";
import { holds } from "../expr/evaluate";

export interface GradeBand {
  readonly grade: string;
  /** Lowest score out of 100 that earns the grade, itself included. */
  readonly from: Exact;
}

/** 评价等级: bands from best to worst; the last one starts at 0. */
export interface GradeScale {
  readonly bands: readonly GradeBand[];
  /** Where the workbook states it; null for the default. */
  readonly cell: CellAddress | null;
}

/** 优 90(含)–100, 良 80(含)–90, 中 60(含)–80, 差 below 60 (rules catalogue §7; printed so in report 0). */
export const DEFAULT_GRADE_SCALE: GradeScale = {
  bands: [
    { grade: "优", from: exact(90) },
    { grade: "良", from: exact(80) },
    { grade: "中", from: exact(60) },
    { grade: "差", from: exact(0) },
  ],
  cell: null,
};

/** The grade of a score out of 100; bands include their lower bound. */
export function gradeOf(scoreOf100: Exact, scale: GradeScale): string | null {
  return (
    scale.bands.find((band) => holds(scoreOf100, ">=", band.from))?.grade ?? scale.bands.at(-1)?.grade ?? null
  );
}

/** The grade of a rate (score ÷ points) on the same scale. */
export function gradeOfRate(rate: Exact, scale: GradeScale): string | null {
  return gradeOf(rate.mul(HUNDRED), scale);
}
