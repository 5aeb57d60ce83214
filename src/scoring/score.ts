import { HUNDRED, ZERO, type Exact } from "../expr/exact";
import { toDecimal } from "../expr/decimal";
import type { Scored, ScoredDimension, ScoredEvaluation } from "../model/evaluation";
import type { Finding } from "../model/finding";
import { INDICATORS_ALONE, type EvaluationForm } from "../model/form";
import { DEFAULT_GRADE_SCALE, gradeOf, type GradeScale } from "../model/grade";
import type { Recognition } from "../model/workbook";
import type { RuleContext } from "../rules/context";
import { factsOf, ruleContext } from "../rules/rates/facts";
import type { Settings } from "../model/settings";
import { dimensionsOf, gradeOfPercentage, sumOfPoints, sumOfScores } from "./dimensions";
import { enteredNumber } from "./entered";
import { scoreFund, scoreIndicator } from "./indicator";
import { adjustedTotal, adjustmentsOf, capNotes, pointsOfTotal } from "./total";
import type { CellAddress } from "../expr/cell";
import { cellLabel } from "../expr/cell";

/** Scores every evaluation of a workbook. `adoptCells` are score cells whose typed value gives way to the computed one. */
export function scoreWorkbook(
  recognition: Recognition,
  settings: Settings,
  adoptCells: readonly CellAddress[] = [],
): ScoredEvaluation[] {
  const adopted = new Set(adoptCells.map(cellLabel));
  const adopts = (cell: CellAddress | undefined): boolean =>
    settings.adopt || (cell !== undefined && adopted.has(cellLabel(cell)));
  const facts = factsOf(recognition);
  return recognition.evaluations.map((form) =>
    scoreForm(form, recognition.gradeScale, ruleContext(facts, form, settings), adopts),
  );
}

function scoreForm(
  form: EvaluationForm,
  workbookScale: GradeScale | null,
  context: RuleContext,
  adopts: (cell: CellAddress | undefined) => boolean,
): ScoredEvaluation {
  const gradeScale = form.gradeScale ?? workbookScale ?? DEFAULT_GRADE_SCALE;
  const funds = form.funds.map((entry) => scoreFund(entry, context, adopts(entry.score?.cell)));
  const indicators = form.indicators.map((entry) =>
    scoreIndicator(entry, context, adopts(entry.score?.cell)),
  );
  const dimensions = dimensionsOf(form, funds, indicators, gradeScale);
  const members: Scored[] = [
    ...funds.filter((fund) => fund.entry.counts && fund.points !== null),
    ...indicators,
  ];
  const total = form.totals.find((entry) => entry.dimension === null);
  const alone = form.totals.find((entry) => entry.dimension === INDICATORS_ALONE);
  const stated = total?.score ?? form.statedScore ?? alone?.score ?? null;
  const enteredScore = enteredNumber(stated);
  const ownPoints = totalPoints(members, dimensions) ?? enteredNumber(total?.points ?? null);
  const adjustments = adjustmentsOf(form, funds, indicators, context.settings);
  const adjusted = (sum: Exact | null): Exact | null =>
    adjustedTotal(sum, ownPoints, adjustments, context.settings.places);
  const points = pointsOfTotal(ownPoints, adjustments);
  const sumOfAll = members.length > 0 ? sumOfScores(members) : (totalOf(dimensions) ?? enteredScore);
  const uncapped = adjustedTotal(sumOfAll, ownPoints, { ...adjustments, cap: null }, context.settings.places);
  const score = adjusted(sumOfAll);
  const computedScore = adjusted(
    members.length > 0
      ? sumOfScores(members, (member) => member.computedScore ?? member.enteredScore)
      : totalOf(dimensions),
  );
  return {
    form,
    gradeScale,
    funds,
    indicators,
    dimensions,
    points,
    score,
    computedScore,
    adjustments,
    grade: gradeOfTotal(score, points, enteredScore, gradeScale),
    enteredScore,
    enteredGrade: gradeWord(total?.grade?.entered.text ?? form.statedGrade?.entered.text ?? ""),
    findings: [
      ...[...funds, ...indicators].flatMap((scored) => scored.application.notes),
      ...(score === null ? [] : partialNote(form, points)),
      ...capNotes(adjustments, uncapped, score),
    ],
  };
}

function totalPoints(members: readonly Scored[], dimensions: readonly ScoredDimension[]): Exact | null {
  const fromRows = sumOfPoints(members);
  const rowsLackPoints = members.some((member) => member.points === null && member.score !== null);
  if (fromRows !== null && !rowsLackPoints) return fromRows;
  const known = dimensions.map((dimension) => dimension.points);
  return known.length === 0 || known.includes(null)
    ? null
    : known.reduce<Exact>((sum, next) => sum.add(next ?? ZERO), ZERO);
}

function totalOf(dimensions: readonly ScoredDimension[]): Exact | null {
  if (dimensions.length === 0) return null;
  return dimensions.reduce<Exact | null>(
    (sum, { score }) => (sum === null || score === null ? null : sum.add(score)),
    ZERO,
  );
}

/** The rounded total is graded, out of 100; without points only a total that the form itself prints out of 100 is. */
function gradeOfTotal(
  score: Exact | null,
  points: Exact | null,
  entered: Exact | null,
  scale: GradeScale,
): string | null {
  if (score === null) return null;
  if (points === null) return entered === null ? null : gradeOf(score, scale);
  if (points.equals(ZERO)) return null;
  return gradeOfPercentage(score.div(points), scale);
}

function partialNote(form: EvaluationForm, points: Exact | null): Finding[] {
  if (points === null || points.equals(HUNDRED) || points.equals(ZERO)) return [];
  const cell =
    form.totals.find((entry) => entry.dimension === null)?.cell ?? form.indicators[0]?.cell ?? null;
  return [
    {
      code: "points-not-100",
      severity: "note",
      cell,
      message: `分值合计为 ${toDecimal(points)} 分，等级按得分折算为百分制后判定。`,
      stated: null,
      computed: null,
    },
  ];
}

function gradeWord(text: string): string | null {
  return /优秀|良好|合格|优|良|中|差|低/.exec(text)?.[0] ?? null;
}
