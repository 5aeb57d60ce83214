import { evaluate } from "../expr/evaluate";
import type { Exact } from "../expr/exact";
import { explain, speakNumber } from "../expr/explain";
import type {
  IndicatorStatus,
  RuleApplication,
  Scored,
  ScoredFund,
  ScoredIndicator,
} from "../model/evaluation";
import type { FundEntry, IndicatorEntry, ResultCell } from "../model/form";
import { applyFundRule, applyRule } from "../rules/apply";
import type { RuleContext } from "../rules/context";
import { executionRateOf } from "../rules/rates/fund";
import { pointsOperand } from "../rules/operand";
import { unroundedScore } from "../rules/unrounded";
import { adoptedScore, computedStep } from "./adopted";
import { agreementOf } from "./agreement";
import { enteredNumber } from "./entered";
import { rateTree } from "./sums";

/** Applies the indicator's rule and weighs it with what people entered. */
export function scoreIndicator(entry: IndicatorEntry, context: RuleContext, adopt: boolean): ScoredIndicator {
  const application = applyRule(entry, context);
  const scored = weigh(entry, application, adopt);
  return { entry, ...scored, status: entry.sharesScoreWith === null ? scored.status : "shared" };
}

/** The fund row that counts is scored like an indicator that carries points; 其中 rows only show their rate. */
export function scoreFund(entry: FundEntry, context: RuleContext, adopt: boolean): ScoredFund {
  const application = applyFundRule(entry, context);
  const rate = executionRateOf(entry);
  return {
    entry,
    ...weigh(entry, application, adopt),
    executionRate: rate === null ? null : evaluate(rate),
  };
}

function weigh(entry: IndicatorEntry | FundEntry, application: RuleApplication, adopt: boolean): Scored {
  const scoreStep = computedStep(application);
  const computedScore = scoreStep === null ? null : evaluate(scoreStep);
  const unrounded = scoreStep === null ? null : unroundedScore(scoreStep);
  const enteredScore = enteredNumber(entry.score);
  const agreement = agreementOf(enteredScore, computedScore, unrounded);
  const isHidden = entry.score?.entered.nature === "undisclosed";
  const adopted = isHidden ? "none" : adoption(computedScore, enteredScore, adopt);
  const points = entry.points?.value ?? null;
  const pointsTree = entry.points === null ? null : pointsOperand(entry.points);
  const scoreTree = adoptedScore(entry, scoreStep, { points, enteredScore, adopted });
  return {
    points,
    trees: { points: pointsTree, score: scoreTree, scoreRate: rateTree(scoreTree, pointsTree) },
    application,
    status: isHidden ? "entered" : statusOf(application, enteredScore, agreement),
    computedScore,
    enteredScore,
    agreement,
    score: adopted === "computed" ? computedScore : enteredScore,
    adopted,
    keepsTyped: !adopt && enteredScore === null && holdsContent(entry.score),
    explanation: explanationOf(entry, application, enteredScore, computedScore),
  };
}

function holdsContent(score: ResultCell | null): boolean {
  return score !== null && (score.entered.nature !== "empty" || score.formula !== null);
}

function adoption(computed: Exact | null, entered: Exact | null, adopt: boolean): Scored["adopted"] {
  if (computed !== null && (adopt || entered === null)) return "computed";
  return entered === null ? "none" : "entered";
}

function statusOf(
  application: RuleApplication,
  entered: Exact | null,
  agreement: Scored["agreement"],
): IndicatorStatus {
  const { kind } = application.outcome;
  if (kind === "not-applicable") return kind;
  if (entered === null) return kind;
  return kind === "scored" && agreement !== "differs" ? "scored" : "entered";
}

/** How the score came about; of an entered one, who gave it and why, and what the rule would give. */
function explanationOf(
  entry: IndicatorEntry | FundEntry,
  application: RuleApplication,
  entered: Exact | null,
  computed: Exact | null,
): string {
  const { outcome } = application;
  const rule = "why" in outcome ? outcome.why : explain(outcome.score);
  if (entered === null || (computed !== null && computed.equals(entered))) return rule;
  const of = entry.points === null ? "" : `（分值 ${speakNumber(entry.points.value, "points")}）`;
  const reason = entry.reason === null || entry.reason.text === "" ? "" : `，理由：${entry.reason.text}`;
  const given = `人工评分 ${speakNumber(entered, "points")}${of}${reason}`;
  return computed === null ? given : `${given}；按规则：${rule}`;
}
