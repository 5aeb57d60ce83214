import { quotientOf } from "../../printed/estimate";
import { exact } from "../../expr/exact";
import type { Reading, Relation } from "../reading";
import { digits, estimate, relation, valueOf } from "../relation";
import { distinct, isOverall, roleOf, type AmountRole } from "../roles";
import type { TextNumber, TextRelation } from "../text-model";
import { baseUnit } from "../units";

interface RateWords {
  readonly name: RegExp;
  readonly part: readonly AmountRole[];
  readonly whole: readonly AmountRole[];
  /** Where the sentence lacks the amounts, those of the whole text are taken. */
  readonly anywhere: boolean;
}

const RATES: readonly RateWords[] = [
  {
    name: /(?:资金|金额|预算)?(?:抽查|抽样|抽检|样本)(?:资金|金额)?(?:比例|占比|比率|比重|覆盖率)$/,
    part: ["sample"],
    whole: ["budget"],
    anywhere: true,
  },
  { name: /预算完成率$/, part: ["spent"], whole: ["budget"], anywhere: true },
  {
    name: /(?:预算|资金|支出)?(?:执行率|支出率|使用率|执行进度|支出进度)$/,
    part: ["spent"],
    whole: ["received", "budget"],
    anywhere: true,
  },
  { name: /到位率$/, part: ["received"], whole: ["budget"], anywhere: false },
  { name: /(?:结余|结转)率$/, part: ["balance"], whole: ["budget"], anywhere: false },
];
const FORMULA = /[÷/×=]/;
/** Farther off than this the two numbers are not of the stated rate. */
const NEAR = exact("0.25");
/** The same for the only two of the rate's own sentence. */
const NEAR_IN_SENTENCE = exact("0.5");
const MOST_CANDIDATES = 6;

/** A printed rate of money is the one amount divided by the other; wrong only where no reading of the text gives it. */
export const rates: Relation = (reading) => {
  const overall = overallAmounts(reading);
  return reading.numbers.flatMap((rate) => {
    if (rate.kind !== "rate" || rate.hold !== "stated") return [];
    const words = RATES.find(({ name }) => name.test(rate.label));
    return words === undefined || isWritten(reading, rate) ? [] : inText(reading, rate, words, overall);
  });
};

type Overall = ReadonlyMap<AmountRole, readonly TextNumber[]>;

function overallAmounts({ numbers }: Reading): Overall {
  const found = new Map<AmountRole, TextNumber[]>();
  for (const number of numbers) {
    const role = number.hold === "stated" && number.column === null ? roleOf(number) : null;
    if (role === null || (role !== "sample" && !isOverall(number.label))) continue;
    found.set(role, [...(found.get(role) ?? []).slice(0, 30), number]);
  }
  // With money added during the year 年初预算 alone is no whole: the sum is not printed, so nothing is concluded.
  if (found.has("added"))
    found.set(
      "budget",
      (found.get("budget") ?? []).filter(({ label }) => !/年初/.test(label)),
    );
  return found;
}

/** 率＝（A÷B）×100%＝…: the formula says what is divided; other amounts of the text are not. */
function isWritten({ passages }: Reading, rate: TextNumber): boolean {
  const text = passages[rate.passage]?.text ?? "";
  return (
    rate.column === null &&
    (FORMULA.test(text.slice(Math.max(0, rate.start - 80), rate.start)) ||
      /^ ?[)]?[×*+]/.test(text.slice(rate.end, rate.end + 3)))
  );
}

function inText(reading: Reading, rate: TextNumber, words: RateWords, overall: Overall): TextRelation[] {
  const near = neighbours(reading, rate);
  const here = (roles: readonly AmountRole[]): TextNumber[] =>
    distinct(near.filter((number) => having(number, roles)));
  const [parts, wholes] = [here(words.part), here(words.whole)];
  if (parts.length > 0 && wholes.length > 0)
    return best(rate, parts, wholes, parts.length === 1 && wholes.length === 1).filter(
      ({ verdict }) => verdict !== "fails" || !near.some((number) => roleOf(number) === "added"),
    );
  if (!words.anywhere || rate.column !== null || !(isOverall(rate.label) || words.part[0] === "sample"))
    return [];
  const anywhere = (roles: readonly AmountRole[]): TextNumber[] =>
    distinct(roles.flatMap((role) => overall.get(role) ?? []).filter(({ offset }) => offset !== rate.offset));
  const all = (own: readonly TextNumber[], roles: readonly AmountRole[]) =>
    own.length > 0 ? own : anywhere(roles);
  return best(rate, all(parts, words.part), all(wholes, words.whole), false);
}

function having(number: TextNumber, roles: readonly AmountRole[]): boolean {
  const role = roleOf(number);
  return number.hold === "stated" && role !== null && roles.includes(role);
}

/** The numbers of the sentence; in a form the table's. */
function neighbours({ sentenceOf, tableOf }: Reading, rate: TextNumber): readonly TextNumber[] {
  if (rate.column === null) return sentenceOf.get(rate.sentenceNumber) ?? [];
  const table = tableOf.get(rate.passage);
  return table !== undefined && table.rows.length <= 40 ? table.rows.flatMap(({ numbers }) => numbers) : [];
}

function best(
  rate: TextNumber,
  parts: readonly TextNumber[],
  wholes: readonly TextNumber[],
  isCertain: boolean,
): TextRelation[] {
  const pairs = parts.flatMap((part) =>
    wholes
      .filter((whole) => baseUnit(whole.unit) === baseUnit(part.unit))
      .map((whole) => [part, whole] as const),
  );
  const claims = pairs.slice(0, MOST_CANDIDATES ** 2).flatMap(([part, whole]) => {
    const should = quotientOf(estimate(part), estimate(whole));
    if (should === null) return [];
    const off = should.face.sub(rate.printed.value).abs();
    return [{ off, claim: () => claimOf(rate, part, whole) }];
  });
  claims.sort((a, b) => a.off.compare(b.off));
  const [nearest] = claims;
  if (nearest === undefined || pairs.length > MOST_CANDIDATES ** 2) return [];
  const found = nearest.claim();
  const within = rate.printed.value.abs().mul(isCertain ? NEAR_IN_SENTENCE : NEAR);
  const isNear = nearest.off.compare(within) <= 0;
  return found.verdict !== "fails" || (isNear && claims.length <= MOST_CANDIDATES) ? [found] : [];
}

/** Also for rates whose two numbers are found in other ways. */
export function claimOf(rate: TextNumber, part: TextNumber, whole: TextNumber, what?: string): TextRelation {
  const should = quotientOf(estimate(part), estimate(whole)) ?? estimate(rate);
  return relation({
    kind: "rate",
    stated: rate,
    should,
    how: `${digits(part)}÷${digits(whole)}`,
    of: [part, whole],
    ...(what === undefined ? {} : { what }),
    cause: {
      inputs: [valueOf(part).div(part.printed.factor), valueOf(whole).div(whole.printed.factor)],
      of: ([a, b]) =>
        a === undefined || b === undefined || b.equals(0)
          ? null
          : a.mul(part.printed.factor).div(b.mul(whole.printed.factor)),
    },
  });
}
