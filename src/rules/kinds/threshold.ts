import { HUNDRED, ZERO, exact } from "../../expr/exact";
import {
  compare,
  conditional,
  constant,
  divide,
  guarded,
  message,
  multiply,
  step,
} from "../../expr/expression";
import type { Built, RuleKind, ScoringCase } from "../kind";
import { judgement } from "../kind";
import { operandOf } from "../operand";
import { ANY_NUMBER, decimal } from "../wordings";
import { comparable } from "../ways/comparable";
import { JUDGED } from "../ways/ratio";
import { attainedShareOf, BY_LIMIT, isLimit, shareOf } from "../ways/share";
import { byWords } from "../ways/words";

/** Full points from `full` per cent, in proportion down to `least` per cent, nothing below. */
export interface Threshold {
  readonly full: string;
  readonly least: string;
}

const N = `(${ANY_NUMBER})%`;
const SUBJECT = String.raw`[^;,≤≥<>=\d%()]{0,20}?`;
const FULL = String.raw`${SUBJECT}(?:≥|达到|不低于|大于等于|大于或等于)?${N}(?:\(含\))?(?:及?以上)?(?:的)?,?(?:得|记|计)?(?:满分|全分)`;
const PROPORTION = String.raw`(?:${SUBJECT}${N}(?:\(含\))?(?:-|至|到)${N}(?:\(不含\))?(?:之间)?|未达到${N}但不低于${N}|${SUBJECT}${N}(?:及?以上)?)(?:的)?,?按(?:照)?(?:实际)?(?:完成)?(?:比例|率|完成率|满意率)(?:得分|计分|赋分|计算得分)?`;
const NONE = String.raw`(?:${SUBJECT}(?:低于|小于|<|不足|不到)${N}|${N}以下)(?:的)?,?(?:不得分|不计分|得0分|计0分)`;
const WITH_BAND = new RegExp(`^${FULL}[;,]${PROPORTION}[;,]${NONE}$`);
const BY_COMPLETION = new RegExp(
  `^(?:完成(?:指标值|目标值?)?得满分[;,]未完成(?:的)?,?)?(?:按(?:照)?(?:实际)?完成比例(?:赋分|得分|计分)|完成比例(?:达到|不低于|≥)?${N}(?:及?以上)?(?:的)?,?按比例(?:得分|计分|赋分))[;,](?:同时设置?及格门槛[;,])?(?:完成(?:比例|率))?(?:低于|小于|<|不足)${N}(?:的)?,?(?:不得分|不计分|得0分)$`,
);

function parse(plain: string): Threshold | null {
  const banded = WITH_BAND.exec(plain);
  if (banded) {
    const [full = "", ...others] = banded.slice(1).filter(Boolean).map(decimal);
    return leastOf(others, full);
  }
  const completion = BY_COMPLETION.exec(plain);
  return completion ? leastOf(completion.slice(1).filter(Boolean).map(decimal), "100") : null;
}

/** The last bound is where nothing begins; a proportion between other bounds (`70%-90%` beside `低于60%`) leaves a gap that no rule closes. */
function leastOf(bounds: readonly string[], full: string): Threshold | null {
  const least = bounds.at(-1) ?? "";
  const isClosed = bounds.every((bound) => bound === least || bound === full);
  return isClosed && exact(least).compare(exact(full)) <= 0 ? { full, least } : null;
}

function build({ full, least }: Threshold, of: ScoringCase): Built {
  if (of.result === null) {
    const share = shareOf(of);
    return of.actual?.nature === "words" ? byWords(of) : "kind" in share ? share : judgement(JUDGED);
  }
  const isCompletion = full === "100" && operandOf(of.target) !== null;
  if (isCompletion && isLimit(of.target)) return judgement(BY_LIMIT);
  const pair = isCompletion ? comparable(of) : null;
  if (pair !== null && "why" in pair) return judgement(pair.why);
  const share = attainedShareOf(of);
  if ("kind" in share) return share;
  const rate =
    pair === null
      ? share.expression
      : step("完成率", "percent", divide(pair.result.expression, pair.target.expression));
  const percent = (text: string) => constant(exact(text).div(HUNDRED), "percent");
  const score = conditional(
    compare(rate, ">=", percent(full)),
    of.points,
    conditional(compare(rate, ">=", percent(least)), multiply(of.points, rate), constant(ZERO, "points"), {
      then: "按比例得分",
      otherwise: "低于及格门槛，不得分",
    }),
    { then: "得满分" },
  );
  const zeroTarget =
    pair === null || pair.target.expression.kind === "constant"
      ? null
      : compare(pair.target.expression, "=", constant(ZERO));
  return {
    kind: "points",
    score: zeroTarget === null ? score : guarded(zeroTarget, message(JUDGED), score),
    ...(pair === null ? {} : { target: pair.shown.target.expression }),
    actual: of.result.expression,
  };
}

/** `≥90%得满分;60%-90%按比例得分;低于60%不得分` (rules catalogue N19, N20): the rate itself times the points. */
export const threshold: RuleKind<Threshold> = {
  name: "threshold",
  label: "设及格门槛按比例计分",
  parse,
  print: ({ full, least }) =>
    full === "100"
      ? `完成指标值得满分;未完成的,按完成比例赋分;完成比例低于${least}%的不得分`
      : `≥${full}%得满分;${least}%-${full}%按比例得分;低于${least}%不得分`,
  build,
};
