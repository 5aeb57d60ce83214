import type { ScoredDimension } from "../../model/evaluation";
import { barPercent, pointsText, rateText, scoreText } from "../format";
import { useTexts } from "../use-texts";

/** A row per dimension: name, score of points, rate, and a bar that repeats the rate for the eye. */
export function DimensionBars({
  dimensions,
  places,
}: {
  readonly dimensions: readonly ScoredDimension[];
  readonly places: number;
}) {
  const texts = useTexts();
  if (dimensions.length === 0) return null;
  return (
    <ul className="dimensions">
      {dimensions.map((dimension, i) => (
        <li key={i}>
          <span className="dimension-name" lang="zh-CN">
            {dimension.name}
          </span>
          <span className="number">
            {scoreText(dimension.score, places)}
            <span className="quiet"> / {pointsText(dimension.points)}</span>
          </span>
          <span className="number dimension-rate">
            <span className="for-screen-readers">{texts.result.scoreRate} </span>
            {rateText(dimension.scoreRate)}
          </span>
          <span className="bar" aria-hidden="true">
            <span className="bar-filled" style={{ width: `${barPercent(dimension.scoreRate)}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
