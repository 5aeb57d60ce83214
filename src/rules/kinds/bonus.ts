import { ZERO, exact } from "../../expr/exact";
import { constant, max, min, multiply } from "../../expr/expression";
import { judgement, type Built, type RuleKind, type ScoringCase } from "../kind";
import { NUMBER, decimal } from "../wordings";
import { absent } from "../ways/share";

/** Points on top, which may exceed the indicator's own. */
export interface Bonus {
  /** What earns the indicator's own points, and how many; null where the text gives bonus points only. */
  readonly base: { readonly condition: string; readonly points: string } | null;
  readonly event: string;
  readonly each: string;
  readonly most: string;
}

const FREE = String.raw`((?:(?!扣|\d分|加分)[^;])*?)`;
const BONUS = new RegExp(
  `^(?:${FREE}(?:的)?,?(?:得|计|记)${NUMBER}分[;,])?${FREE},?(?:每)?(?:有)?[一1](?:个|项|次|例|条|篇)(?:的)?,?加${NUMBER}分[;,](?:最多|最高|累计最多)(?:加|得)${NUMBER}分$`,
);

function build({ base, each, most }: Bonus, of: ScoringCase): Built {
  const total = base === null ? most : decimalSum(base.points, most);
  if (of.result === null || of.result.percent) return absent(of, `加分的次数（本项最高可得 ${total} 分）`);
  if (base !== null) return judgement(`基本分与加分需分别认定，本项最高可得 ${total} 分，请人工评分`);
  const extra = min(
    multiply(constant(each, "points"), max(of.result.expression, constant(ZERO, "amount"))),
    constant(most, "points"),
  );
  return { kind: "points", score: extra, actual: of.result.expression };
}

const decimalSum = (a: string, b: string): string => exact(a).add(exact(b)).toString();

/** `…得1分;…一个加1分,最多加2分`: the score may exceed the points, up to the stated most (rules catalogue N18). */
export const bonus: RuleKind<Bonus> = {
  name: "bonus",
  label: "加分项",
  parse: (plain) => {
    const [, condition, points, event = "", each, most] = BONUS.exec(plain) ?? [];
    if (each === undefined || most === undefined) return null;
    const base =
      condition === undefined || points === undefined ? null : { condition, points: decimal(points) };
    return { base, event, each: decimal(each), most: decimal(most) };
  },
  print: ({ base, event, each, most }) =>
    `${base === null ? "" : `${base.condition}的,得${base.points}分;`}${event},一个加${each}分,最多加${most}分`,
  build,
  most: ({ base, most }) => exact(most).add(base === null ? 0 : exact(base.points)),
};
