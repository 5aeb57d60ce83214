import { ZERO } from "../../expr/exact";
import { compare, conditional, constant } from "../../expr/expression";
import type { Built, RuleKind, ScoringCase } from "../kind";
import { operandOf, inUnitOf } from "../operand";
import { AWARD, awardOf, printAward, type Award } from "../wordings";
import { awarded } from "../ways/awarded";
import { absent } from "../ways/share";

/** Money left at the end of the year: none, no more than at its beginning, or more. */
export interface Balance {
  readonly none: Award;
  readonly within: Award;
  readonly beyond: Award;
}

const BALANCE = new RegExp(
  `^无(?:结余|结转结余|结转和结余)(?:的)?,?${AWARD}[;,]有(?:结余|结转结余|结转和结余),?(?:但)?(?:不超过|未超过|小于等于|≤)上年(?:结转|结余|结转结余|结转和结余)(?:的)?,?${AWARD}[;,](?:结余|结转结余|结转和结余)?(?:超过|大于|>)上年(?:结转|结余|结转结余|结转和结余)(?:的)?,?${AWARD}$`,
);
const LEFT = ["年末结余", "年末结转结余", "年末结转和结余", "结转结余", "当年结余", "本年结余", "资金结余"];
const BEFORE = ["上年结转", "上年结余", "上年结转结余", "上年结转和结余", "年初结转和结余", "年初结转结余"];

function parse(plain: string): Balance | null {
  const found = BALANCE.exec(plain);
  if (!found) return null;
  const [none, within, beyond] = [
    awardOf(found.slice(1, 5)),
    awardOf(found.slice(5, 9)),
    awardOf(found.slice(9, 13)),
  ];
  return none === null || within === null || beyond === null ? null : { none, within, beyond };
}

function build({ none, within, beyond }: Balance, of: ScoringCase): Built {
  const first = (names: readonly string[]) =>
    of.context.facts.find(names).flatMap(({ quantity }) => operandOf(quantity) ?? [])[0] ?? null;
  const left = of.result ?? first(LEFT);
  if (left === null) return absent(of, "年末结余");
  const before = first(BEFORE);
  if (before === null && left.value.compare(ZERO) > 0) return absent(of, "上年结转");
  const nought = constant(ZERO, "amount");
  const kept = before === null ? nought : inUnitOf(before, left).expression;
  const score = conditional(
    compare(left.expression, "<=", nought),
    awarded(none, of),
    conditional(compare(left.expression, "<=", kept), awarded(within, of), awarded(beyond, of), {
      then: `不超过上年结转，${printAward(within)}`,
      otherwise: `超过上年结转，${printAward(beyond)}`,
    }),
    { then: `无结余，${printAward(none)}` },
  );
  return { kind: "points", score, actual: left.expression };
}

/** `无结余,3分;有结余,但不超过上年结转,2分;结余超过上年结转,不得分` (rules catalogue C8). */
export const balance: RuleKind<Balance> = {
  name: "balance",
  label: "按结余情况计分",
  parse,
  print: ({ none, within, beyond }) =>
    `无结余,${printAward(none)};有结余,但不超过上年结转,${printAward(within)};结余超过上年结转,${printAward(beyond)}`,
  build,
};
