import { addUp, type Exact } from "../expr/exact";
import { awaited, completeSum, constant, sum, type Expression } from "../expr/expression";
import type { Scored, ScoredDimension, ScoredEvaluation, TotalLine } from "../model/evaluation";
import type { EvaluationForm } from "../model/form";
import { isIndicatorsAlone, isWhole } from "../model/scope";
import { AWAITING_SCORE } from "../model/sheet-names";
import { DEFAULT_GRADE_SCALE, type GradeScale } from "../model/grade";
import type { Recognition } from "../model/workbook";
import type { RuleContext } from "../rules/context";
import { factsOf, ruleContext } from "../rules/rates/facts";
import type { Settings } from "../model/settings";
import { countsFund, dimensionsOf } from "./dimensions";
import { enteredNumber } from "./entered";
import { scoreFund, scoreIndicator } from "./indicator";
import { numberIn } from "./printed-dimension";
import { partialNote, unpointedNotes } from "./sum-notes";
import { isDropped, pointsOf, scoredSum, scoreOf } from "./sums";
import { adjustmentsOf, capNotes, totalLines } from "./total";
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
  const members: Scored[] = [...funds.filter(countsFund), ...indicators];
  const total = form.totals.find(isWhole);
  const alone = form.totals.find(isIndicatorsAlone);
  const enteredScore = enteredNumber(total?.score ?? form.statedScore ?? alone?.score ?? null);
  const adjustments = adjustmentsOf(form, funds, indicators, context.settings);
  const points = totalPoints(members, dimensions) ?? numberIn(total?.points ?? null, "points");
  const linesOf = (score: Expression | null): [TotalLine, ...TotalLine[]] =>
    totalLines({ points, score }, adjustments, {
      places: context.settings.places,
      scale: gradeScale,
      // Without points only a total that the form itself prints out of 100 is graded.
      graded: points !== null || enteredScore !== null,
    });
  const lines = linesOf(
    members.length > 0 ? scoreOf(members) : (totalOf(dimensions) ?? statedTotal(form, enteredScore)),
  );
  const { sum } = lines.at(-1) ?? lines[0];
  return {
    ...sum,
    form,
    gradeScale,
    funds,
    indicators,
    dimensions,
    indicatorsAlone:
      alone === undefined
        ? null
        : scoredSum({ points: pointsOf(indicators), score: scoreOf(indicators) }, gradeScale),
    lines,
    computedScore: linesOf(computedTotal(members, dimensions)).at(-1)?.sum.score ?? null,
    adjustments,
    enteredScore,
    enteredGrade: gradeWord(total?.grade?.entered.text ?? form.statedGrade?.entered.text ?? ""),
    findings: [
      ...[...funds, ...indicators].flatMap((scored) => scored.application.notes),
      ...(sum.score === null ? [] : partialNote(form, sum.points)),
      ...(pointsAreOpen(members, dimensions) ? unpointedNotes(form, indicators) : []),
      ...capNotes(adjustments, lines),
    ],
  };
}

/** The points of the rows; where rows with scores have none, those of the dimensions, whose captions state them. */
function totalPoints(members: readonly Scored[], dimensions: readonly ScoredDimension[]): Expression | null {
  const fromRows = pointsOf(members);
  if (fromRows !== null && !members.some(lacksPoints)) return fromRows;
  return sumOfKnown(dimensions.map(({ trees }) => trees.points));
}

const lacksPoints = ({ points, score }: Scored): boolean => points === null && score !== null;

/** Some rows have points, others have a score and none, and no caption says how many there are. */
function pointsAreOpen(members: readonly Scored[], dimensions: readonly ScoredDimension[]): boolean {
  return pointsOf(members) !== null && members.some(lacksPoints) && totalPoints(members, dimensions) === null;
}

/** The sum of the dimensions of a form without indicators; null where one of them has no score. */
function totalOf(dimensions: readonly ScoredDimension[]): Expression | null {
  const scores = dimensions.flatMap(({ score, trees }) =>
    score === null || trees.score === null ? [] : [trees.score],
  );
  return scores.length === 0 || scores.length < dimensions.length
    ? null
    : completeSum(scores, AWAITING_SCORE);
}

function sumOfKnown(parts: readonly (Expression | null)[]): Expression | null {
  const known = parts.filter((part) => part !== null);
  return known.length === 0 || known.length < parts.length ? null : sum(known);
}

/** Where nothing else gives a total: the one that the form itself states, followed live. */
function statedTotal(form: EvaluationForm, entered: Exact | null): Expression | null {
  const cell = form.totals.find(isWhole)?.score ?? form.statedScore;
  if (entered === null) return null;
  return cell?.entered.live === "number" && cell.entered.value?.equals(entered) === true
    ? awaited(cell.cell, entered, AWAITING_SCORE)
    : constant(entered, "points");
}

/** What the rules alone give, typed scores only where a rule takes judgement; a number, not shown as a formula. */
function computedTotal(
  members: readonly Scored[],
  dimensions: readonly ScoredDimension[],
): Expression | null {
  if (members.length === 0) return totalOf(dimensions);
  const scores = members
    .filter(({ trees }) => trees.score !== null)
    .filter((member) => !isDropped(member))
    .map(({ computedScore, enteredScore }) => computedScore ?? enteredScore);
  if (scores.length === 0 || scores.includes(null)) return null;
  return constant(addUp(scores.filter((score) => score !== null)), "points");
}

function gradeWord(text: string): string | null {
  return /优秀|良好|合格|优|良|中|差|低/.exec(text)?.[0] ?? null;
}
