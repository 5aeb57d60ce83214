import fc from "fast-check";
import type { RuleKind } from "../../src/rules/kind";
import { allOrNothing } from "../../src/rules/kinds/all-or-nothing";
import { attainment } from "../../src/rules/kinds/attainment";
import { balance } from "../../src/rules/kinds/balance";
import { bands } from "../../src/rules/kinds/bands";
import { bonus } from "../../src/rules/kinds/bonus";
import { checklist } from "../../src/rules/kinds/checklist";
import { compositeOf } from "../../src/rules/kinds/composite";
import { countPoints } from "../../src/rules/kinds/count-points";
import { deviation } from "../../src/rules/kinds/deviation";
import { events } from "../../src/rules/kinds/events";
import { excess } from "../../src/rules/kinds/excess";
import { choice, judged, levels } from "../../src/rules/kinds/judged";
import { kill } from "../../src/rules/kinds/kill";
import { partOfWhole } from "../../src/rules/kinds/part-of-whole";
import { rank } from "../../src/rules/kinds/rank";
import { rateScore } from "../../src/rules/kinds/rate-score";
import { threshold } from "../../src/rules/kinds/threshold";
import { RULE_KINDS } from "../../src/rules/registry";

const number = fc.constantFrom("0.5", "1", "1.5", "2", "2.5", "5", "10");
const percent = fc.integer({ min: 1, max: 120 }).map(String);
const award = fc.oneof(fc.constantFrom("full", "0", "80%"), number);
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const missed = fc.constantFrom(
  "in-proportion",
  "proportional-deduction",
  "nothing",
  "judgement",
) as fc.Arbitrary<"in-proportion">;
const condition = fc.constantFrom("民主议事记录完整", "按要求公开绩效目标", "县级项目审批文件齐全");
const event = fc.constantFrom("每发现一个问题", "逾期报送一天", "有一次未按要求完成", "不完整的每个项目");
const item = fc.constantFrom("制度合法合规", "程序完整", "得到有效执行");

const ascending = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 2, maxLength: 5 }),
    fc.array(award, { minLength: 6, maxLength: 6 }),
    fc.array(orNull(fc.boolean()), { minLength: 12, maxLength: 12 }),
  )
  .map(([cuts, awards, marks]) => {
    const sorted = [...cuts].sort((a, b) => a - b);
    const list = sorted.slice(1).map((high, index) => ({
      from: { at: String(sorted[index]), included: marks[index * 2] ?? null },
      to: { at: String(high), included: marks[index * 2 + 1] ?? null },
      award: awards[index] ?? "0",
    }));
    return {
      percent: true,
      bands: [
        ...list,
        { from: { at: String(sorted.at(-1)), included: false }, to: null, award: awards.at(-1) ?? "0" },
      ],
    };
  });

const excesses = fc
  .record({
    limited: fc.boolean(),
    limit: percent,
    sign: fc.constantFrom("<=", ">=", "=") as fc.Arbitrary<"<=">,
    full: award,
    side: fc.constantFrom("above", "below", "apart") as fc.Arbitrary<"above">,
    every: fc.constantFrom("0.1", "1", "3", "5"),
    deduct: number,
    counting: fc.constantFrom("continuous", "up", "down") as fc.Arbitrary<"up">,
    most: orNull(number),
  })
  .map(({ limited, limit, sign, full, ...rest }) => ({
    ...rest,
    unit: "%",
    limit: limited ? limit : null,
    sign: limited ? sign : null,
    full: limited ? full : "full",
  }));

/** A kind with the parameters that its wordings can carry. */
export interface KindCase<P> {
  readonly kind: RuleKind<P>;
  readonly parameters: fc.Arbitrary<P>;
}

const roundTrip = <P>(kind: RuleKind<P>, parameters: fc.Arbitrary<P>): KindCase<unknown> =>
  ({ kind, parameters }) as unknown as KindCase<unknown>;

const composites = fc.tuple(condition, number, number).map(([what, one, other]) => ({
  parts: [`${what}的,得${one}分`, `开展部门整体支出绩效自评的,得${other}分,否则不得分`],
}));

/** Every kind of the registry. */
export const KIND_CASES: readonly KindCase<unknown>[] = [
  roundTrip(
    rateScore,
    fc.record({ rate: fc.constantFrom("预算执行率", "资金到位率", null), points: orNull(number) }),
  ),
  roundTrip(balance, fc.record({ none: award, within: award, beyond: award })),
  roundTrip(
    threshold,
    fc.record({ full: fc.constantFrom("90", "95", "100"), least: fc.constantFrom("50", "60", "70") }),
  ),
  roundTrip(
    deviation,
    fc.record({
      missed,
      from: fc.constantFrom("120", "130", "150"),
      sign: fc.constantFrom(">=", ">") as fc.Arbitrary<">=">,
      deduct: number,
    }),
  ),
  roundTrip(bands, ascending),
  roundTrip(excess, excesses),
  roundTrip(
    rank,
    fc.record({
      tiers: fc.constant([
        { from: "1", to: "5", worth: { kind: "award" as const, award: "full" } },
        { from: "6", to: "10", worth: { kind: "deduct" as const, points: "0.5" } },
        { from: "11", to: null, worth: { kind: "deduct" as const, points: "1" } },
      ]),
      zeroLoses: fc.boolean(),
    }),
  ),
  roundTrip(levels, fc.constant({})),
  roundTrip(
    judged,
    fc.record({
      what: fc.constantFrom("", "财务和业务管理制度是否健全"),
      by: fc.constantFrom("评价组", "专家组"),
    }),
  ),
  roundTrip(choice, fc.record({ what: fc.constantFrom("", "社会效益与生态效益") })),
  roundTrip(attainment, fc.record({ missed })),
  roundTrip(
    checklist,
    fc.record({
      items: fc.array(fc.record({ text: item, points: orNull(number) }), { minLength: 2, maxLength: 6 }),
    }),
  ),
  roundTrip(
    partOfWhole,
    fc.record({
      part: fc.constant("公开绩效目标的项目数量"),
      whole: fc.constant("非涉密项目总数"),
      points: orNull(number),
    }),
  ),
  roundTrip(
    bonus,
    fc.record({
      base: orNull(fc.record({ condition, points: number })),
      event: fc.constantFrom("有正面批示", "受到省级表彰"),
      each: number,
      most: number,
    }),
  ),
  roundTrip(
    countPoints,
    fc.record({ what: fc.constantFrom("", "制定办法或细则"), each: number, most: number }),
  ),
  roundTrip(
    events,
    fc
      .record({
        lead: orNull(fc.constant("6月底前全部下达完")),
        condition: orNull(condition),
        full: number,
        kills: orNull(fc.constant("材料不全")),
        event,
        deduct: number,
        most: orNull(number),
      })
      .map(({ full, ...rest }) => ({ ...rest, full: rest.condition === null ? null : full })),
  ),
  roundTrip(kill, fc.record({ event: fc.constantFrom("发现一户未纳入", "有1人不达标") })),
  roundTrip(allOrNothing, fc.record({ condition, points: orNull(number), otherwise: fc.boolean() })),
  roundTrip(compositeOf(RULE_KINDS.filter(({ name }) => name !== "composite")), composites),
];
