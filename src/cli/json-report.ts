import { cellLabel, type CellAddress } from "../expr/cell";
import { toDecimal } from "../expr/decimal";
import type { Exact } from "../expr/exact";
import { roundHalfUp } from "../expr/rounding";
import type {
  Scored,
  ScoredDimension,
  ScoredEvaluation,
  ScoredFund,
  ScoredIndicator,
} from "../model/evaluation";
import type { Finding } from "../model/finding";
import type { Field, ResultCell } from "../model/form";
import type { Quantity, Target } from "../model/quantity";
import type { Mismatch, RunResult } from "../model/run";
import type { ReportLevel } from "../proofread/text-model";
import type { LeftOut } from "./left-out";

/** The JSON report. `leftOut`: files of the folders that were not scored, and why. */
export interface JsonReport {
  readonly version: 1;
  readonly workbooks: readonly WorkbookReport[];
  readonly leftOut: readonly LeftOut[];
}

/** One workbook of the JSON report; the fields are the contract of docs/report.md. */
export interface WorkbookReport {
  readonly file: string;
  readonly error: { readonly code: string; readonly message: string; readonly cell: string | null } | null;
  readonly evaluations: readonly EvaluationReport[];
  readonly findings: readonly FindingReport[];
  /** Of `--text` only. */
  readonly textFindings?: readonly TextFindingReport[];
  readonly textCoverage?: TextCoverage;
  readonly written: {
    readonly formulas: number;
    readonly verified: number;
    readonly sheets: readonly string[];
  } | null;
  /** The Word report; null where none was asked for or made. */
  readonly document: DocumentReport | null;
}

export interface DocumentReport {
  readonly tables: number;
  /** Places marked 【请补充：…】. */
  readonly gaps: number;
  /** Placeholders of the template that mean nothing here and stay. */
  readonly unknownPlaceholders: readonly string[];
}

/** Something in the report's text to look at; apart from the workbook's own findings. */
export interface TextFindingReport {
  readonly level: ReportLevel;
  /** As printed on both sides of the number. */
  readonly quote: string;
  /** Heading and paragraph, or the table's row and column. */
  readonly place: string;
  readonly stated: string;
  readonly computed: string;
  readonly cell: string | null;
  readonly message: string;
}

export interface TextCoverage {
  readonly numbers: number;
  readonly compared: number;
  readonly agreeing: number;
}

export type EvaluationReport = ReturnType<typeof evaluationReport>;
export type FindingReport = ReturnType<typeof findingReport>;

type ScoredPart = Pick<RunResult, "evaluations" | "findings"> & { readonly written?: RunResult["written"] };

export function workbookReport(
  file: string,
  result: ScoredPart,
  error: WorkbookReport["error"] = null,
): WorkbookReport {
  const written = result.written ?? null;
  return {
    file,
    error,
    evaluations: result.evaluations.map(evaluationReport),
    findings: [...result.findings, ...(written?.mismatches ?? []).map(mismatchFinding)].map(findingReport),
    written:
      written === null
        ? null
        : { formulas: written.formulas, verified: written.verified, sheets: written.sheets },
    document: null,
  };
}

export function errorReport(
  file: string,
  code: string,
  message: string,
  cell: CellAddress | null = null,
): WorkbookReport {
  return {
    file,
    error: { code, message, cell: label(cell) },
    evaluations: [],
    findings: [],
    written: null,
    document: null,
  };
}

function evaluationReport(evaluation: ScoredEvaluation) {
  const { form } = evaluation;
  return {
    sheet: form.sheet,
    family: form.family,
    title: form.title?.text ?? null,
    unit: form.unit,
    year: form.year,
    head: headReport(form.head),
    funds: evaluation.funds.map(fundReport),
    indicators: evaluation.indicators.map(indicatorReport),
    dimensions: evaluation.dimensions.map(dimensionReport),
    points: decimal(evaluation.points),
    score: decimal(evaluation.score),
    computedScore: decimal(evaluation.computedScore),
    grade: evaluation.grade,
    enteredScore: decimal(evaluation.enteredScore),
    enteredGrade: evaluation.enteredGrade,
  };
}

/** 项目名称, 主管部门, 单位, 项目编码, 年度 with their cells; null where the form does not say. */
function headReport(head: ScoredEvaluation["form"]["head"]) {
  const of = (field: Field | null | undefined) =>
    field == null ? null : { text: field.text, cell: label(field.cell) };
  return {
    projectName: of(head?.projectName),
    department: of(head?.department),
    unit: of(head?.unit),
    projectCode: of(head?.projectCode),
    year: of(head?.year),
  };
}

function fundReport(fund: ScoredFund) {
  const { entry } = fund;
  return {
    item: entry.item,
    cell: cellLabel(entry.cell),
    counts: entry.counts,
    currency: entry.currency,
    initialBudget: decimal(entry.initialBudget?.value ?? null),
    adjustedBudget: decimal(entry.adjustedBudget?.value ?? null),
    executed: decimal(entry.executed?.value ?? null),
    executionRate: rate(fund.executionRate),
    enteredRate: decimal(enteredRate(entry.rate)),
    points: decimal(fund.points),
    score: decimal(fund.score),
    computedScore: decimal(fund.computedScore),
    enteredScore: decimal(fund.enteredScore),
    agreement: fund.agreement,
  };
}

/** What the rate cell says, as a fraction: a bare number above 1.5 is a percentage. */
function enteredRate(cell: ResultCell | null): Exact | null {
  const value = cell?.entered.nature === "number" ? cell.entered.value : null;
  if (value === null) return null;
  return cell?.entered.unit !== "%" && value.compare(1.5) > 0 ? value.div(100) : value;
}

function indicatorReport(indicator: ScoredIndicator) {
  const { entry } = indicator;
  return {
    level1: entry.level1,
    level2: entry.level2,
    level3: entry.level3,
    level4: entry.level4,
    cell: cellLabel(entry.cell),
    points: decimal(indicator.points),
    target: targetReport(entry.target),
    actual: actualReport(entry.actual),
    rule: indicator.application.kind,
    status: indicator.status,
    score: decimal(indicator.score),
    scoreRate: scoreRate(indicator),
    computedScore: decimal(indicator.computedScore),
    enteredScore: decimal(indicator.enteredScore),
    agreement: indicator.agreement,
    explanation: indicator.explanation,
  };
}

function targetReport(target: Target | null) {
  if (target === null || target.nature === "empty") return null;
  return {
    text: target.text,
    comparison: target.comparison,
    value: target.date ?? decimal(target.value),
    value2: decimal(target.value2),
    unit: target.unit,
    direction: target.direction,
  };
}

function actualReport(actual: Quantity | null) {
  if (actual === null || actual.nature === "empty") return null;
  return { text: actual.text, value: actual.date ?? decimal(actual.value), unit: actual.unit };
}

function dimensionReport(dimension: ScoredDimension) {
  return {
    name: dimension.name,
    points: decimal(dimension.points),
    score: decimal(dimension.score),
    scoreRate: rate(dimension.scoreRate),
    grade: dimension.grade,
  };
}

/** A formula that shows another value than the exact one: nobody may take the written number for the score. */
function mismatchFinding({ cell, expected, found }: Mismatch): Finding {
  return {
    code: "formula-value",
    severity: "error",
    cell,
    message: `公式的结果“${found}”与精确计算“${expected}”不一致，请勿使用该数字，并核对公式引用的单元格。`,
    stated: found,
    computed: expected,
  };
}

function findingReport(finding: Finding) {
  return { ...finding, cell: label(finding.cell) };
}

function scoreRate({ score, points }: Scored): string | null {
  return score === null || points === null || points.equals(0) ? null : rate(score.div(points));
}

function label(cell: CellAddress | null): string | null {
  return cell === null ? null : cellLabel(cell);
}

function decimal(value: Exact | null): string | null {
  return value === null ? null : toDecimal(value);
}

/** Four decimals, half-up. */
function rate(value: Exact | null): string | null {
  return value === null ? null : toDecimal(roundHalfUp(value, 4));
}
