import { finding, type Finding } from "../model/finding";
import type { FundEntry } from "../model/form";
import type { Quantity } from "../model/quantity";
import { forEachEvaluation, type Check } from "./check";
import { likelyCause } from "../printed/causes";
import { sumOf } from "../printed/estimate";
import { estimateOf, isUnknown, judge, printedAmounts, speakLike, type Printed } from "../printed/precision";
import { clauses, fundName, named } from "./shared/wording";

const CODE = "fund-parts";

const COLUMNS = [
  { name: "年初预算数", of: (entry: FundEntry): Quantity | null => entry.initialBudget },
  { name: "全年预算数", of: (entry: FundEntry): Quantity | null => entry.adjustedBudget },
  { name: "全年执行数", of: (entry: FundEntry): Quantity | null => entry.executed },
] as const;

// 其中：中央财政 … stand one level below 财政拨款 and are contained in it.
// 省财政, 自治区资金 and 旗县配套 as well; 市 and 州 alone may stand in any name.
const BY_GOVERNMENT =
  /中央|自治[区州县]|兵团|盟市?|旗县|地方|本级|乡镇|[省市州县区镇旗]级|[省市州县区旗](?:本级)?(?:财政|预算|资金|配套|补助|专项)/;
const FISCAL = /财政/;

// Rows of a department's own table that follow the amounts and are no part of them.
const NO_PART = /年初结|年末|结余$|得分|等级|执行率/;

/** 年度资金总额 = 财政拨款 + 上年结转 + 其他 (rules catalogue §10.7), column by column. */
export const fundParts: Check = {
  code: CODE,
  describe: "年度资金总额等于财政拨款、上年结转、其他资金之和",
  run: forEachEvaluation(({ form: { funds } }) =>
    COLUMNS.flatMap((column) => blocksOf(funds).flatMap((block) => columnFinding(column, block))),
  ),
};

interface Block {
  readonly total: FundEntry;
  readonly parts: readonly FundEntry[];
}

/** A total row with the 其中 rows below it. */
function blocksOf(funds: readonly FundEntry[]): Block[] {
  return funds.flatMap((total, at) => {
    if (!total.counts) return [];
    const next = funds.findIndex((entry, index) => index > at && entry.counts);
    const parts = funds
      .slice(at + 1, next < 0 ? undefined : next)
      .filter((entry) => !NO_PART.test(entry.item));
    return [{ total, parts }];
  });
}

function columnFinding({ name, of }: (typeof COLUMNS)[number], { total, parts }: Block): Finding[] {
  const [whole, ...amounts] = printedAmounts([of(total), ...parts.map(of)]);
  if (!whole || amounts.every((amount) => amount === null)) return [];
  if (parts.some((part) => isUnknown(of(part)))) return [];
  const sumWhere = (keep: (entry: FundEntry) => boolean) =>
    sumOf(
      amounts.flatMap((amount, at) =>
        amount !== null && keep(parts[at] ?? total) ? [estimateOf(amount)] : [],
      ),
    );
  const all = sumWhere(() => true);
  const byGovernment = parts.filter((part) => BY_GOVERNMENT.test(part.item));
  const nested = parts.some((part) => FISCAL.test(part.item) && !byGovernment.includes(part));
  const should = nested ? sumWhere((entry) => !byGovernment.includes(entry)) : all;
  if ([all, should].some((sum) => judge(whole, sum) !== "fails")) return [];
  const computed = speakLike(atTablePrecision(whole, amounts), should.face);
  const message = clauses(
    `${named(fundName(total))}${name}为 ${whole.text}，各项资金之和为 ${computed}`,
    likelyCause(whole, should.face),
    "请核对",
  );
  return [
    finding({
      code: CODE,
      severity: "error",
      cell: of(total)?.cell ?? total.cell,
      message,
      stated: whole.text,
      computed,
    }),
  ];
}

/** The sum shows as many decimals as its parts have: 0 beside 89.974. */
function atTablePrecision(whole: Printed, amounts: readonly (Printed | null)[]): Printed {
  return {
    ...whole,
    places: amounts.reduce((most, amount) => Math.max(most, amount?.places ?? 0), whole.places),
  };
}
