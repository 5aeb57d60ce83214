import type { CellAddress } from "../../expr/cell";
import type { ScoredEvaluation, ScoredIndicator } from "../../model/evaluation";
import { needsScore } from "../decided";
import { pointsText, scoreText } from "../format";
import { useTexts } from "../use-texts";
import { leafName } from "../../model/form";
import { CellLink } from "./CellLink";
import { DimensionBars } from "./DimensionBars";

interface EvaluationCardProps {
  readonly evaluation: ScoredEvaluation;
  readonly places: number;
  /** The only evaluation of the workbook shows all at once; one of several unfolds. */
  readonly alone: boolean;
  readonly onCell: (cell: CellAddress) => void;
}

export function EvaluationCard({ evaluation, places, alone, onCell }: EvaluationCardProps) {
  if (alone) {
    return (
      <div className="evaluation">
        <p className="evaluation-name" lang="zh-CN">
          {evaluation.form.unit ?? evaluation.form.title?.text ?? evaluation.form.sheet}
        </p>
        <Total evaluation={evaluation} places={places} />
        <Body evaluation={evaluation} places={places} onCell={onCell} />
      </div>
    );
  }
  return (
    <details className="evaluation evaluation-one-of-many">
      <summary>
        <span className="evaluation-name" lang="zh-CN">
          {evaluation.form.unit ?? evaluation.form.sheet}
        </span>
        <span className="number">{scoreText(evaluation.score, places)}</span>
        {evaluation.grade !== null && <Grade grade={evaluation.grade} />}
      </summary>
      <Body evaluation={evaluation} places={places} onCell={onCell} />
    </details>
  );
}

function Total({ evaluation, places }: { readonly evaluation: ScoredEvaluation; readonly places: number }) {
  const texts = useTexts();
  if (evaluation.score === null) return null;
  return (
    <p className="total">
      <strong className="total-score">{scoreText(evaluation.score, places)}</strong>
      <span className="total-points">{texts.result.outOf(pointsText(evaluation.points))}</span>
      {evaluation.grade !== null && <Grade grade={evaluation.grade} />}
    </p>
  );
}

function Grade({ grade }: { readonly grade: string }) {
  const texts = useTexts();
  return (
    <span className="grade" lang="zh-CN" title={texts.result.grade}>
      <span className="for-screen-readers">{texts.result.grade} </span>
      {grade}
    </span>
  );
}

function Body({ evaluation, places, onCell }: Omit<EvaluationCardProps, "alone">) {
  return (
    <>
      {evaluation.score === null && <Missing indicators={evaluation.indicators} onCell={onCell} />}
      <DimensionBars dimensions={evaluation.dimensions} places={places} />
    </>
  );
}

interface MissingProps {
  readonly indicators: readonly ScoredIndicator[];
  readonly onCell: (cell: CellAddress) => void;
}

/** Why there is no total: the indicators that carry points and have no score; those that take a judgement are listed below the result. */
function Missing({ indicators, onCell }: MissingProps) {
  const texts = useTexts();
  const missing = indicators.filter(
    ({ points, score, status }) => points !== null && score === null && status !== "shared",
  );
  const unfilled = missing.filter((indicator) => !needsScore(indicator));
  const toScore = missing.length - unfilled.length;
  return (
    <div className="missing">
      <p className="strong">{texts.result.noTotal(missing.length, indicators.length)}</p>
      {toScore > 0 && <p className="quiet">{texts.result.missingToScore(toScore)}</p>}
      <ul aria-label={texts.result.missing} lang="zh-CN">
        {unfilled.map(({ entry, application }, i) => (
          <li key={i}>
            {leafName(entry)}
            {"why" in application.outcome && <span className="quiet"> {application.outcome.why}</span>}{" "}
            <CellLink cell={entry.score?.cell ?? entry.cell} onSelect={onCell} />
          </li>
        ))}
      </ul>
    </div>
  );
}
