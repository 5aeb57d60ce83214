import { ZERO } from "../../expr/exact";
import { compare, conditional, constant } from "../../expr/expression";
import type { Built, RuleKind, ScoringCase } from "../kind";
import { NO_POINTS } from "../wordings";
import { eventCount, withoutCount } from "./events";

export interface Kill {
  readonly event: string;
}

const KILL = new RegExp(
  String.raw`^((?:(?!扣|\d分|得分|满分)[^;])*?(?:发现|有|出现|发生|存在|凡)(?:(?!扣|\d分|得分|满分)[^;])*?)(?:的)?,?(?:则|即)?(?:此|该|本)?(?:项|分值|指标)?(?:分值)?(?:${NO_POINTS}|扣完|全扣|扣全部分值?|一票否决)$`,
);

function build(_: Kill, of: ScoringCase): Built {
  const count = eventCount(of);
  if (count === null) return withoutCount(of, of.points);
  const score = conditional(
    compare(count, ">", constant(ZERO, "amount")),
    constant(ZERO, "points"),
    of.points,
    {
      then: "出现不得分的情形，不得分",
      otherwise: "没有出现不得分的情形，得满分",
    },
  );
  return { kind: "points", score, actual: count };
}

/** `发现一户未纳入的此分值扣完`: the first violation takes everything (rules catalogue C4). */
export const kill: RuleKind<Kill> = {
  name: "kill",
  label: "出现一例即不得分",
  parse: (plain) => {
    const event = KILL.exec(plain)?.[1];
    return event === undefined ? null : { event };
  },
  print: ({ event }) => `${event}的,该项不得分`,
  build,
};
