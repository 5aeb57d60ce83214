import { HUNDRED, ZERO, exact } from "../../expr/exact";
import { compare, conditional, constant, max, multiply, subtract } from "../../expr/expression";
import { judgement, type Built, type RuleKind, type ScoringCase } from "../kind";
import { DEDUCTS, NUMBER, decimal } from "../wordings";
import { attainment, byAttainment, type Attainment } from "./attainment";
import { comparable } from "../ways/comparable";
import { BY_LIMIT, isLimit } from "../ways/share";

/** A rule that takes points for reaching far more than was planned. */
export interface Deviation {
  readonly missed: Attainment["missed"];
  /** Completion in per cent from which (`>=`) or above which it counts as deviation. */
  readonly from: string;
  readonly sign: ">=" | ">";
  readonly deduct: string;
}

const DEVIATION = new RegExp(
  String.raw`^(?:(.+)[;,])?(?:实际)?(?:指标)?完成率(?:≥|达到|大于等于|(超过|高于|>))?${NUMBER}%(\(含\))?(及?以上)?(?:的)?,?(?:视为|认定为|属于)?(?:偏离|偏差较大|目标偏离)?(?:的)?,?${DEDUCTS}$`,
);

function build({ missed, from, sign, deduct }: Deviation, of: ScoringCase): Built {
  const base = byAttainment(of, missed);
  if (base.kind !== "points" || base.as !== undefined) return base;
  if (isLimit(of.target)) return judgement(BY_LIMIT);
  const pair = comparable(of);
  if ("why" in pair) return judgement(pair.why);
  const limit = multiply(pair.target.expression, constant(exact(from).div(HUNDRED), "percent"));
  const score = conditional(
    compare(pair.result.expression, sign, limit),
    max(subtract(of.points, constant(deduct, "points")), constant(ZERO, "points")),
    base.score,
    { then: `完成率${sign === ">" ? "超过" : "达到"} ${from}%，视为偏离，扣 ${deduct} 分` },
  );
  return { ...base, score };
}

/** `完成率≥130%视为偏离,扣2分` (rules catalogue N22); without such words over-achievement costs nothing (N15). */
export const deviation: RuleKind<Deviation> = {
  name: "deviation",
  label: "完成率偏离扣分",
  parse: (plain) => {
    const [whole, before, above, from, included, orMore, deduct] = DEVIATION.exec(plain) ?? [];
    if (
      whole === undefined ||
      from === undefined ||
      deduct === undefined ||
      exact(from).compare(HUNDRED) <= 0
    )
      return null;
    const missed = before === undefined ? "in-proportion" : attainment.parse(before)?.missed;
    const sign = above !== undefined && included === undefined && orMore === undefined ? ">" : ">=";
    return missed === undefined ? null : { missed, from: decimal(from), sign, deduct: decimal(deduct) };
  },
  print: ({ missed, from, sign, deduct }) =>
    `${attainment.print({ missed }).replace("，", ",")};完成率${sign === ">" ? ">" : "≥"}${from}%视为偏离,扣${deduct}分`,
  build,
};
