import { ZERO, exact } from "../../expr/exact";
import {
  both,
  compare,
  conditional,
  constant,
  max,
  message,
  subtract,
  type Expression,
} from "../../expr/expression";
import { judgement, type Built, type RuleKind, type ScoringCase } from "../kind";
import { AWARD, DEDUCTS, awardOf, decimal, printAward, type Award } from "../wordings";
import { awarded } from "../ways/awarded";
import { JUDGED } from "../ways/ratio";
import { absent } from "../ways/share";

export interface RankTier {
  readonly from: string;
  /** Null for the last, open tier. */
  readonly to: string | null;
  readonly worth:
    { readonly kind: "award"; readonly award: Award } | { readonly kind: "deduct"; readonly points: string };
}

/** Points by place among the units compared. */
export interface Rank {
  readonly tiers: readonly RankTier[];
  /** 占比为0的不得分. */
  readonly zeroLoses: boolean;
}

const PLACES = String.raw`(?:排名)?(?:(?:在)?前(\d+)[名位]|第?(\d+)(?:-|至|到)第?(\d+)[名位]|第?(\d+)[名位](?:以后|及以后|以下|之后)|第(\d+)[名位])`;
const TIER = new RegExp(`^${PLACES}(?:的|者)?,?(?:${DEDUCTS}|${AWARD})(?:[;,]|$)`);
const ZERO_LOSES = /^占比为0的?,?不得分$/;

function parse(plain: string): Rank | null {
  const tiers: RankTier[] = [];
  let rest = plain;
  for (let found = TIER.exec(rest); found !== null; found = TIER.exec(rest)) {
    const [whole, first, low, high, after, single, deducted, ...award] = found;
    const given = awardOf(award);
    const worth =
      deducted !== undefined
        ? { kind: "deduct" as const, points: decimal(deducted) }
        : given === null
          ? null
          : { kind: "award" as const, award: given };
    if (worth === null) return null;
    tiers.push({ from: low ?? after ?? single ?? "1", to: first ?? high ?? single ?? null, worth });
    rest = rest.slice(whole.length);
  }
  const zeroLoses = ZERO_LOSES.test(rest);
  return tiers.length === 0 || (rest !== "" && !zeroLoses) ? null : { tiers, zeroLoses };
}

function print({ tiers, zeroLoses }: Rank): string {
  const said = tiers.map(({ from, to, worth }) => {
    const places =
      to === null ? `${from}名以后` : from === "1" && to !== "1" ? `前${to}名` : `${from}-${to}名`;
    return `排名${places}的${worth.kind === "award" ? printAward(worth.award) : `扣${worth.points}分`}`;
  });
  return [...said, ...(zeroLoses ? ["占比为0的不得分"] : [])].join(",");
}

function build({ tiers, zeroLoses }: Rank, of: ScoringCase): Built {
  if (of.result === null) return absent(of, "排名");
  if (of.result.percent) return judgement("按评分标准需要排名，完成情况是比率，请人工评分");
  const place = of.result.expression;
  const by = (tier: RankTier): Expression =>
    tier.worth.kind === "award"
      ? awarded(tier.worth.award, of)
      : max(subtract(of.points, constant(tier.worth.points, "points")), constant(ZERO, "points"));
  const ranked = tiers.reduceRight<Expression>((rest, tier) => {
    const from = compare(place, ">=", constant(exact(tier.from), "plain"));
    const within =
      tier.to === null ? from : both(from, compare(place, "<=", constant(exact(tier.to), "plain")));
    return conditional(within, by(tier), rest);
  }, message(JUDGED));
  const score = zeroLoses
    ? conditional(compare(place, "=", constant(ZERO, "plain")), constant(ZERO, "points"), ranked, {
        then: "占比为 0，不得分",
      })
    : ranked;
  return { kind: "points", score, actual: place };
}

/** `排名前5名的得满分,6-10名的扣0.5分,11名以后扣1分,占比为0的不得分` (rules catalogue N12). */
export const rank: RuleKind<Rank> = { name: "rank", label: "按排名计分", parse, print, build };
