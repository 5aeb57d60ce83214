import type { RunResult } from "../model/run";
import type { EvaluationForm } from "../model/form";
import { buildWorkingPaper, type PaperEvaluation } from "../report/paper/working-paper";
import { subjectOf } from "../report/summary/conclusion";
import { reportTables, type KindTable } from "../report/summary/report-tables";

/** What the report is written from: the very numbers that 绩效汇总 shows. */
export interface ReportFacts {
  readonly papers: readonly PaperEvaluation[];
  readonly tables: readonly FactTable[];
}

export interface FactTable extends KindTable {
  /** Whose it is; null for tables of the whole workbook. */
  readonly paper: PaperEvaluation | null;
}

export function reportFacts({
  recognition,
  evaluations,
}: Pick<RunResult, "recognition" | "evaluations">): ReportFacts {
  const paper = buildWorkingPaper(evaluations, recognition.rates);
  const { evaluations: placed, after } = reportTables(recognition, paper);
  return {
    papers: paper.evaluations,
    tables: [
      ...placed.flatMap(({ paper: of, tables }) => tables.map((table) => ({ ...table, paper: of }))),
      ...after.map((table) => ({ ...table, paper: null })),
    ],
  };
}

/** `2023年度……专项资金`: what was evaluated, without the words of the form's own name. */
export function evaluated(form: EvaluationForm): string {
  const subject = subjectOf(form.title?.text ?? form.sheet);
  return subject.replace(/(?:项目)?(?:支出)?绩效?(?:综合|单位)?(?:评价|自评|考核|评估)$/, "");
}
