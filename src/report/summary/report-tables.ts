import type { Recognition } from "../../model/workbook";
import type { PaperEvaluation, WorkingPaper } from "../paper/working-paper";
import type { ReportTable } from "../sheets/table";
import { appraisalTable } from "./appraisal-table";
import { analysisTable, pairsTable, resultTable } from "./conclusion-tables";
import { budgetTable, executionTable, sampleTable } from "./fund-tables";
import { completionTable, targetTable } from "./goal-tables";
import { balanceTable, listRateTables } from "./list-tables";
import { lossTable } from "./loss-table";
import { rateTable } from "./rate-table";
import { dimensionTable, flatTable, indicatorTable } from "./score-tables";
import { selfTable } from "./self-table";
import { surveyTable } from "./survey-table";

/** What a table of the report tells: an outline of the written report says by it where the table stands. */
export type TableKind =
  | "targets"
  | "budget"
  | "sample"
  | "funds"
  | "lists"
  | "dimensions"
  | "self-form"
  | "appraisal"
  | "result"
  | "analysis"
  | "rates"
  | "completion"
  | "scores"
  | "losses"
  | "survey";

export interface KindTable {
  readonly kind: TableKind;
  readonly table: ReportTable;
  /** The level-1 indicator whose scores it holds. */
  readonly dimension: string | null;
}

/** The tables of one evaluation, in the order of the report. */
export interface EvaluationTables {
  readonly paper: PaperEvaluation;
  readonly tables: readonly KindTable[];
}

export interface ReportTables {
  readonly evaluations: readonly EvaluationTables[];
  /** Tables of the whole workbook that come last: surveys and samples. */
  readonly after: readonly KindTable[];
}

/** Every table that the report prints, of each evaluation as its family of reports prints them. */
export function reportTables(
  recognition: Recognition,
  { evaluations, rates }: Pick<WorkingPaper, "evaluations" | "rates">,
): ReportTables {
  return {
    evaluations: evaluations.map((paper, index) => ({
      paper,
      tables: [
        ...(index === 0 ? sharedTables(recognition) : []),
        ...one("funds", fundsTable(paper, recognition, rates)),
        ...(index === 0 ? listRateTables(paper, rates).flatMap((table) => one("lists", table)) : []),
        ...scoreTables(paper),
        ...one("losses", lossTable(paper)),
      ],
    })),
    after: [
      ...recognition.surveys.flatMap((survey) => one("survey", surveyTable(survey, evaluations))),
      ...recognition.budgets.flatMap((budget) => one("sample", sampleTable(budget))),
    ],
  };
}

function sharedTables({ targets, budgets }: Recognition): KindTable[] {
  return [
    ...one("targets", targets.length > 0 ? targetTable(targets) : null),
    ...budgets.flatMap((budget) => one("budget", budgetTable(budget))),
  ];
}

/** The money as the family of reports prints it. */
function fundsTable(
  paper: PaperEvaluation,
  { baseData }: Recognition,
  rates: WorkingPaper["rates"],
): ReportTable | null {
  const { form } = paper.evaluation;
  if (form.family === "conclusion") return pairsTable(paper, baseData);
  return form.indicators.length === 0 ? balanceTable(paper, rates) : executionTable(paper);
}

/** The scores as the family of reports prints them. */
function scoreTables(paper: PaperEvaluation): KindTable[] {
  const { evaluation } = paper;
  const dimensions = (): KindTable[] =>
    evaluation.dimensions.length === 0 ? [] : one("dimensions", dimensionTable(paper));
  switch (evaluation.form.family) {
    case "conclusion":
      return [...one("result", resultTable(paper)), ...one("analysis", analysisTable(paper))];
    case "management-appraisal":
      return [...one("appraisal", appraisalTable(paper)), ...dimensions()];
    case "project-self":
    case "department-self":
      return [
        ...one("self-form", selfTable(paper)),
        ...one("result", evaluation.indicators.length === 0 ? resultTable(paper) : null),
        ...dimensions(),
      ];
    case "project-evaluation":
    case "department-evaluation":
      return [
        ...dimensions(),
        ...one("rates", rateTable(paper)),
        ...one("completion", completionTable(paper)),
        ...one("scores", flatTable(paper)),
        ...evaluation.dimensions.flatMap(({ name }) => one("scores", indicatorTable(paper, name), name)),
      ];
  }
}

function one(kind: TableKind, table: ReportTable | null, dimension: string | null = null): KindTable[] {
  return table === null ? [] : [{ kind, table, dimension }];
}
