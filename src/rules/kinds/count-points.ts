import { ZERO, exact } from "../../expr/exact";
import { constant, max, min, multiply } from "../../expr/expression";
import { judgement, type Built, type RuleKind, type ScoringCase } from "../kind";
import { GIVES, NUMBER, decimal } from "../wordings";
import { statedPoints } from "../ways/awarded";
import { absent } from "../ways/share";

/** So many points for each item, up to a limit. */
export interface CountPoints {
  readonly what: string;
  readonly each: string;
  readonly most: string;
}

const COUNT_POINTS = new RegExp(
  String.raw`^((?:(?!扣|\d分)[^;])*?),?每(?:[一1])?(?:项|个|例|次|条|件|份|篇|家|起|类)((?:(?!扣|\d分)[^;,])*?)(?:的)?,?${GIVES}${NUMBER}分[,;](?:本项|该项|本指标|此项)?(?:最高|最多|满分|上限|至多)(?:可)?${GIVES}${NUMBER}分(?:为止)?$`,
);

function build({ each, most }: CountPoints, of: ScoringCase): Built {
  if (of.result === null) return absent(of, "符合要求的项数");
  if (of.result.percent) return judgement("按评分标准需要符合要求的项数，完成情况是比率，请人工评分");
  const earned = multiply(constant(each, "points"), max(of.result.expression, constant(ZERO, "amount")));
  return { kind: "points", score: min(earned, statedPoints(most, of)), actual: of.result.expression };
}

/** `每项1分,本项最高得3分` (rules catalogue C5). */
export const countPoints: RuleKind<CountPoints> = {
  name: "count-points",
  label: "每符合一项得分，有上限",
  parse: (plain) => {
    const [, before, after = "", each, most] = COUNT_POINTS.exec(plain) ?? [];
    return before === undefined || each === undefined || most === undefined
      ? null
      : { what: `${before}${after}`, each: decimal(each), most: decimal(most) };
  },
  print: ({ what, each, most }) => `${what === "" ? "" : `${what},`}每项${each}分,本项最高得${most}分`,
  build,
  most: ({ most }) => exact(most),
};
