import { ONE } from "../../expr/exact";
import { differenceOf, exactly, negative, quotientOf, sumOf, type Estimate } from "../../printed/estimate";
import { digits, estimate } from "../relation";
import type { TextNumber, TextRelation } from "../text-model";
import { MOST, possible, type Level } from "./claims";
import { agreement, isPlain, isYearBefore, nameOf, plainName, type Mention } from "./mentions";
import { anyOf } from "./words";

const OTHER_BASE = new RegExp(anyOf("otherBase"), "u");
const LAST_YEAR = /上年|去年|同期|基期|前年|上一年/;
const FROM = /[由从][^,;。]{0,14}$/;
const MOST_BACK = 14;
const MOST_CANDIDATES = 5;
const ALIKE = 0.6;

/** `A，较上年增加 C，增长 p%`, rate first, the base printed, `由 A 增加到 B`, `上年 A，今年 B`. */
export function growthOf(mentions: readonly Mention[]): TextRelation[] {
  return mentions.flatMap((rate, at) =>
    rate.role === "growth" && rate.number.hold === "stated" ? ofRate(mentions, rate, at) : [],
  );
}

function ofRate(mentions: readonly Mention[], rate: Mention, at: number): TextRelation[] {
  const pair = changeBeside(mentions, rate, at);
  if (pair !== null) return byChange(mentions, rate, pair.change, Math.min(at, pair.at));
  const [a, b] = [mentions[at - 2], mentions[at - 1]];
  if (b === undefined || rate.gap > 1 || b.number.passage !== rate.number.passage) return [];
  if (b.role === "compared") {
    const [now] = candidates(mentions, at - 1, b);
    return now === undefined
      ? []
      : told(rate, changed(rate, now, b), [now, b], `${digits(now.number)}÷${digits(b.number)}-1`, "warning");
  }
  return a === undefined ? [] : twoAmounts(rate, a, b);
}

/** The amount of the change stands right before the rate, or right after it. */
function changeBeside(
  mentions: readonly Mention[],
  rate: Mention,
  at: number,
): { change: Mention; at: number } | null {
  const before = mentions[at - 1];
  if (
    before?.role === "change" &&
    before.up === rate.up &&
    before.number.passage === rate.number.passage &&
    rate.gap <= 1 &&
    rate.subject === ""
  )
    return { change: before, at: at - 1 };
  const after = mentions[at + 1];
  return after?.role === "change" &&
    after.up === rate.up &&
    after.number.passage === rate.number.passage &&
    after.gap <= 1 &&
    after.subject === "" &&
    mentions[at + 2]?.role !== "growth"
    ? { change: after, at: at + 1 }
    : null;
}

/** C ÷ (A ∓ C), or C ÷ B where last year's amount is printed. */
function byChange(
  mentions: readonly Mention[],
  rate: Mention,
  change: Mention,
  first: number,
): TextRelation[] {
  const opening = mentions[first] ?? rate;
  const old = mentions[first - 1];
  if (old?.role === "compared" && old.unit === change.unit && old.number.passage === rate.number.passage) {
    const should = quotientOf(estimate(change.number), estimate(old.number));
    return told(rate, should, [change, old], `${digits(change.number)}÷${digits(old.number)}`, "error");
  }
  const near = candidates(mentions, first, opening, change);
  const byYears = twoYears(rate, near, change);
  if (byYears !== null) return byYears;
  const found = near.length > 0 ? near : elsewhere(mentions, first, opening, change);
  const isFar = near.length === 0;
  const claims = found.flatMap((now, place) => {
    const past = rate.up
      ? differenceOf(estimate(now.number), estimate(change.number))
      : sumOf([estimate(now.number), estimate(change.number)]);
    if (past.low.compare(0) <= 0) return [];
    const should = quotientOf(estimate(change.number), past);
    const how = `${digits(change.number)}÷(${digits(now.number)}${rate.up ? "-" : "+"}${digits(change.number)})`;
    return told(rate, should, [now, change], how, place === 0 ? levelOf(found, rate, opening) : "warning");
  });
  const fitting = claims.find(({ verdict }) => verdict !== "fails");
  if (fitting !== undefined) return [fitting];
  return isFar ? [] : claims.slice(0, 1);
}

/** `接待费2016年预算8万元，2015年预算12.5万元；减少4.5万元，减少率36%`: last year's amount is printed. */
function twoYears(rate: Mention, near: readonly Mention[], change: Mention): TextRelation[] | null {
  const [old, now] = near;
  if (old === undefined || now === undefined || !isYearBefore(old, now)) return null;
  if (
    old.number.sentenceNumber !== rate.number.sentenceNumber ||
    now.number.sentenceNumber !== rate.number.sentenceNumber
  )
    return null;
  const should = quotientOf(estimate(change.number), estimate(old.number));
  return told(rate, should, [change, old], `${digits(change.number)}÷${digits(old.number)}`, "warning");
}

/** The amount of that name in the paragraphs around. */
function elsewhere(mentions: readonly Mention[], at: number, opening: Mention, change: Mention): Mention[] {
  const subject = plainName(opening.subject.replace(/^.*[,、]/u, ""));
  if (subject.length < 3) return [];
  return [...mentions.slice(Math.max(0, at - 60), at).reverse(), ...mentions.slice(at, at + 20)]
    .filter(
      (mention) =>
        isPlain(mention) &&
        mention.unit === change.unit &&
        agreement(nameOf(mention.words), subject) >= ALIKE,
    )
    .slice(0, MOST_CANDIDATES);
}

/** The amounts that may have changed, the likeliest first: of the change's own subject, else the nearest before. */
function candidates(
  mentions: readonly Mention[],
  at: number,
  opening: Mention,
  change: Mention = opening,
): Mention[] {
  const subject = plainName(opening.subject.replace(/^.*[,、]/u, ""));
  const crosses = opening.gap >= 3 || subject !== "";
  const found: Mention[] = [];
  let sentence: number | null = null;
  for (let back = at - 1; back >= Math.max(0, at - MOST_BACK) && found.length < MOST_CANDIDATES; back -= 1) {
    const mention = mentions[back];
    if (mention === undefined || mention.number.passage !== opening.number.passage) break;
    const own = mention.number.sentenceNumber;
    if (own !== opening.number.sentenceNumber) {
      if (!crosses || (sentence !== null && own !== sentence)) break;
      sentence ??= own;
    }
    if (isPlain(mention) && mention.unit === change.unit && mention.depth <= opening.depth)
      found.push(mention);
  }
  if (subject === "") return found;
  return found.filter(({ words }) => agreement(nameOf(words), subject) >= ALIKE);
}

/** Certain where the only amount of the sentence stands before the change and both are counted alike. */
function levelOf(found: readonly Mention[], rate: Mention, opening: Mention): Level {
  const [now] = found;
  const between = `${opening.lead}${rate.lead}`;
  const isCertain =
    now !== undefined &&
    now.number.sentenceNumber === rate.number.sentenceNumber &&
    found.filter(({ number }) => number.sentenceNumber === rate.number.sentenceNumber).length === 1 &&
    opening.subject === "" &&
    !OTHER_BASE.test(`${now.words}${between}`);
  return isCertain ? "error" : "warning";
}

function twoAmounts(rate: Mention, a: Mention, b: Mention): TextRelation[] {
  if (!isAmount(a) || !isAmount(b) || a.unit !== b.unit || a.number.passage !== rate.number.passage)
    return [];
  if (b.gap >= 3) return [];
  const [from, to] = [FROM.test(a.words), /(?:增|升|提|降|减)[^,;。]{0,3}[到至]/u.test(b.words)];
  const quotient = (now: Mention, old: Mention, level: Level): TextRelation[] =>
    told(rate, changed(rate, now, old), [now, old], `${digits(now.number)}÷${digits(old.number)}-1`, level);
  if (from && to) return quotient(b, a, "error");
  if (LAST_YEAR.test(a.words) && !LAST_YEAR.test(b.words) && isPlain(b)) return quotient(b, a, "warning");
  return LAST_YEAR.test(b.words) && !LAST_YEAR.test(a.words) && isPlain(a) && isPlain(b)
    ? quotient(a, b, "warning")
    : [];
}

function isAmount({ number, role }: Mention): boolean {
  return (number.kind === "money" || number.kind === "count") && role !== "share-base";
}

/** The sign of a fall is in the word: 下降 5% of 100 to 95. */
function changed(rate: Mention, now: Mention, old: Mention): Estimate | null {
  const ratio = quotientOf(estimate(now.number), estimate(old.number));
  if (ratio === null) return null;
  const change = differenceOf(ratio, exactly(ONE));
  return rate.up ? change : negative(change);
}

function told(
  rate: Mention,
  should: Estimate | null,
  of: readonly Mention[],
  how: string,
  severity: Level,
): TextRelation[] {
  if (should === null) return [];
  const numbers: TextNumber[] = of.map(({ number }) => number);
  const found = possible(
    { kind: "growth", stated: rate.number, should, how, of: numbers, severity },
    rate.up ? MOST.growth : MOST.decrease,
  );
  return found === null ? [] : [found];
}
