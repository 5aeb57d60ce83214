import { ZERO } from "../../expr/exact";
import { constant, max, min, multiply } from "../../expr/expression";
import type { RuleKind } from "../kind";
import { ANY_NUMBER } from "../wordings";
import { statedPoints } from "../ways/awarded";
import { attainedShareOf } from "../ways/share";
import { byWords } from "../ways/words";

export interface RateScore {
  /** The rate's name; null where the wording only says 完成率 or nothing. */
  readonly rate: string | null;
  /** Points printed in the wording (`10分×执行率`); null for 分值. */
  readonly points: string | null;
}

const POINTS = `(?:(${ANY_NUMBER})分|分值|本项分值|指标分值|指标值?权重|权重分?|标准分)`;
const RATE = "(?:实际)?([^×÷;,()=]*?率)";
const AT_MOST =
  "(?:[;,](?:最高(?:得)?满分|最高不超过(?:分值|满分)|满分为止|超过100%的?按100%计(?:算|分)?|不超过满分|最多得满分))?";
const SCORE = "^(?:(?:评价)?得分|分数|计分)?[=:为]?";
const RATE_SCORE = new RegExp(`${SCORE}\\(?${POINTS}×${RATE}\\)?${AT_MOST}$`);
const REVERSED = new RegExp(`${SCORE}\\(?${RATE}×${POINTS}\\)?${AT_MOST}$`);
const BY_RATE = new RegExp(`^按(?:照)?${RATE}(?:计算)?(?:得分|计分|计算|赋分)${AT_MOST}$`);

/** `得分=分值×预算执行率，最高得满分`; a rate above 100% counts as 100%, one below 0 as 0 (rules catalogue N1, N6). */
export const rateScore: RuleKind<RateScore> = {
  name: "rate",
  label: "分值乘以比率",
  parse: (plain) => {
    const straight = RATE_SCORE.exec(plain);
    if (straight) return { rate: named(straight[2]), points: straight[1] ?? null };
    const reversed = REVERSED.exec(plain);
    if (reversed) return { rate: named(reversed[1]), points: reversed[2] ?? null };
    const by = BY_RATE.exec(plain);
    return by ? { rate: named(by[1]), points: null } : null;
  },
  print: ({ rate, points }) =>
    `得分=${points === null ? "分值" : `${points}分`}×${rate ?? "完成率"}，最高得满分`,
  build: ({ points }, of) => {
    const share = attainedShareOf(of);
    if ("kind" in share) return of.actual?.nature === "words" ? byWords(of) : share;
    const full = statedPoints(points, of);
    return {
      kind: "points",
      score: max(min(multiply(full, share.expression), full), constant(ZERO, "points")),
      actual: of.result?.expression ?? share.expression,
    };
  },
};

const UNNAMED = ["率", "完成率"];

function named(rate: string | undefined): string | null {
  return rate === undefined || UNNAMED.includes(rate) ? null : rate;
}
