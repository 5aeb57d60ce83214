import { evaluate } from "../expr/evaluate";
import { ONE, type Exact } from "../expr/exact";
import type { ScoredEvaluation, ScoredIndicator } from "../model/evaluation";
import { finding, type Finding } from "../model/finding";
import type { StatedNumber } from "../model/workbook";
import { leafName } from "../model/form";
import type { Check, CheckSubject } from "./check";
import { exactly } from "../printed/estimate";
import { groupKey, nameKey } from "../text/keys";
import { dimensionNamed } from "./shared/groups";
import { judge, printed, speakLike } from "../printed/precision";
import { onlyEvaluation } from "./shared/scored-rows";
import { kindOfStated } from "./shared/stated-items";
import { statedFinding, type Expected } from "./shared/stated-comparison";
import { clauses, named, points } from "./shared/wording";

const CODE = "stated-number";
const TOTAL_SCORE = /^(?:综合|评价|自评|绩效|最终|考核)*(?:得分|总分|总得分|评分|分数)$/;

/** A number of the report's prose is the workbook's (rules catalogue §10.9); shares, counts and grades have their own checks. */
export const statedNumber: Check = {
  code: CODE,
  describe: "报告中写明的数与工作簿计算的数一致",
  run: (subject) =>
    subject.recognition.stated
      .filter((row) => kindOfStated(row) === "other")
      .flatMap((row) => compared(row, subject)),
};

function compared(row: StatedNumber, subject: CheckSubject): Finding[] {
  if (row.computed !== null && row.computed.nature !== "empty") return statedFinding(CODE, row, subject);
  const evaluation = onlyEvaluation(subject.evaluations);
  if (evaluation === null) return [];
  const item = nameKey(row.item.text, ["brackets"]);
  const indicator = evaluation.indicators.find(
    ({ entry }) => nameKey(leafName(entry), ["brackets"]) === item,
  );
  if (indicator !== undefined) return rateFinding(row, indicator);
  const score = scoreNamed(item, evaluation);
  return score === null ? [] : statedFinding(CODE, row, subject, expectedScore(score));
}

function expectedScore(score: Exact): Expected {
  return { estimate: exactly(score), relation: null, how: "评分表" };
}

/** 综合得分, 过程绩效得分, 预算执行率得分. */
function scoreNamed(item: string, evaluation: ScoredEvaluation): Exact | null {
  if (TOTAL_SCORE.test(item)) return evaluation.score;
  if (!item.endsWith("得分")) return null;
  const name = groupKey(item);
  const indicator = evaluation.indicators.find(({ entry }) => groupKey(leafName(entry)) === name);
  return indicator?.score ?? dimensionNamed(evaluation, name)?.score ?? null;
}

/**
 * A stated rate of an indicator that is scored as points × rate is the rate behind its score
 * (report 0 gives 97.5% as the reason for 1.94 of 2 points, which come from 96.93%).
 */
function rateFinding(
  row: StatedNumber,
  { entry, application, score, points: most }: ScoredIndicator,
): Finding[] {
  const stated = printed(row.stated);
  const { outcome } = application;
  if (stated === null || stated.shift !== 2 || outcome.kind !== "scored") return [];
  const rate =
    outcome.measure === null
      ? entry.actual?.unit === "%"
        ? entry.actual.value
        : null
      : evaluate(outcome.measure);
  if (rate === null || judge({ ...stated, factor: ONE }, rate) === "holds") return [];
  const computed = speakLike(stated, rate);
  const scored =
    most !== null && score !== null
      ? `得分 ${points(score)} 依据的比率为 ${computed}`
      : `工作簿中为 ${computed}`;
  return [
    finding({
      code: CODE,
      severity: "error",
      cell: row.stated.cell ?? row.item.cell,
      message: clauses(`${named(leafName(entry))}报告为 ${stated.text}，${scored}`, "请统一口径"),
      stated: stated.text,
      computed,
    }),
  ];
}
