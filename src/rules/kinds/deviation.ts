import { HUNDRED, ZERO, exact } from "../../expr/exact";
import { compare, conditional, constant, max, multiply, subtract } from "../../expr/expression";
import { judgement, type Built, type RuleKind, type ScoringCase } from "../kind";
import { DEDUCTS, NUMBER, decimal } from "../wordings";
import { attainment, byAttainment, type Attainment } from "./attainment";
import { comparable } from "./comparable";

/** A rule that takes points for reaching far more than was planned. */
export interface Deviation {
  readonly missed: Attainment["missed"];
  /** Completion in per cent from which it counts as deviation. */
  readonly from: string;
  readonly deduct: string;
}

const DEVIATION = new RegExp(
  String.raw`^(?:(.+)[;,])?(?:实际)?(?:指标)?完成率(?:≥|达到|大于等于|超过|高于)?${NUMBER}%(?:\(含\))?(?:及?以上)?(?:的)?,?(?:视为|认定为|属于)?(?:偏离|偏差较大|目标偏离)?(?:的)?,?${DEDUCTS}$`,
);

function build({ missed, from, deduct }: Deviation, of: ScoringCase): Built {
  const base = byAttainment(of, missed);
  if (base.kind !== "points" || base.as !== undefined) return base;
  const pair = comparable(of);
  if ("why" in pair) return judgement(pair.why);
  const limit = multiply(pair.target.expression, constant(exact(from).div(HUNDRED), "percent"));
  const score = conditional(
    compare(pair.result.expression, ">=", limit),
    max(subtract(of.points, constant(deduct, "points")), constant(ZERO, "points")),
    base.score,
    { then: `完成率达到 ${from}%，视为偏离，扣 ${deduct} 分` },
  );
  return { ...base, score };
}

/** `完成率≥130%视为偏离,扣2分` (rules catalogue N22); without such words over-achievement costs nothing (N15). */
export const deviation: RuleKind<Deviation> = {
  name: "deviation",
  label: "完成率偏离扣分",
  parse: (plain) => {
    const [whole, before, from, deduct] = DEVIATION.exec(plain) ?? [];
    if (
      whole === undefined ||
      from === undefined ||
      deduct === undefined ||
      exact(from).compare(HUNDRED) <= 0
    )
      return null;
    const missed = before === undefined ? "in-proportion" : attainment.parse(before)?.missed;
    return missed === undefined ? null : { missed, from: decimal(from), deduct: decimal(deduct) };
  },
  print: ({ missed, from, deduct }) =>
    `${attainment.print({ missed }).replace("，", ",")};完成率≥${from}%视为偏离,扣${deduct}分`,
  build,
};
