import { sumOf } from "../../printed/estimate";
import { alike, digits, estimate, relation } from "../relation";
import type { TextNumber, TextRelation } from "../text-model";
import { isOneDigitOff, isSwapOff, significantDigits, type Level } from "./claims";
import { isPlain, nameOf, type Mention } from "./mentions";
import { anyOf, DIVISIONS } from "./words";

const OPENS = new RegExp(`(?:${anyOf("parts")})`, "u");
const ALL_PARTS = new RegExp(`(?:${anyOf("allParts")})`, "u");
const TOTAL_WORD = /合计|共计|总计|总共|总量|小计|总额|总收入|总支出|总数|收入总|支出总|共/;
const MOST_PARTS = 24;
const WINDOW = 70;
const SAME_ENDING = 3;
/** Longer than the words between a total and its parts: 用于全县某某方面的工作,其中. */
const LONGEST_HOW = 6;

/** What opens the parts of the very amount before it. */
const ANNOUNCES = /其中|包括|分为|构成|组成|主要用于|用于以下|如下|分别为|分别是|来自|(?:^|[,:])由/;
/** 共计, 合计 at the beginning of its clause adds up what stands right before. */
const STARTS_TOTAL = /^(?:收入|支出|收支)?(?:共计|合计|总计|总共|总量|共)/;
/** Less than this is met by chance. */
const TELLING = 3;
const MOST_SENTENCES = 10;

/** Amounts that add up to another: the parts after their whole, a total after its parts. */
export function sumsOf(mentions: readonly Mention[]): TextRelation[] {
  return mentions.flatMap((whole, at) => {
    if (!isPlain(whole) || whole.number.hold !== "stated" || whole.scaled === null || whole.scaled <= 0n)
      return [];
    const after = partsAfter(mentions, at, whole);
    const before = isTotal(whole) ? partsBefore(mentions, at, whole) : [];
    const holding = [...after, ...before, ...laterSentences(mentions, at, whole)].flatMap((parts) => {
      const fitting = fittingPrefix(whole, parts);
      return fitting === null ? [] : [claim(whole, fitting, "warning")];
    });
    return holding.length > 0 ? holding : wrong(mentions, at, after, before);
  });
}

/** `从组织形式看，…分别为 a、b 和 c`: another division of an amount further up in the paragraph. */
function laterSentences(mentions: readonly Mention[], at: number, whole: Mention): Parts[] {
  if (significantDigits(whole.scaled ?? 0n) < TELLING) return [];
  const lists: Mention[][] = [];
  let sentence = whole.number.sentenceNumber;
  for (let place = at + 1; place < mentions.length && place <= at + WINDOW; place += 1) {
    const mention = mentions[place];
    if (
      mention === undefined ||
      mention.number.passage !== whole.number.passage ||
      lists.length > MOST_SENTENCES
    )
      break;
    const starts =
      mention.gap >= 2 || mention.number.sentenceNumber !== sentence || /[看分]/.test(mention.lead);
    sentence = mention.number.sentenceNumber;
    if (!countsWith(whole, mention)) continue;
    if (starts || lists.length === 0) lists.push([mention]);
    else lists.at(-1)?.push(mention);
  }
  // Parts of one list may be parted by semicolons.
  return lists.flatMap((list, start) => {
    const on = lists
      .slice(start, start + MOST_SENTENCES)
      .flat()
      .slice(0, MOST_PARTS);
    return [
      { list, complete: false, open: true },
      { list: on, complete: false, open: true },
    ].filter((parts) => parts.list.length >= 2);
  });
}

/** Some amounts, and whether they are all that the whole has. */
interface Parts {
  readonly list: readonly Mention[];
  readonly complete: boolean;
  /** Prefixes of the list may be meant as well. */
  readonly open: boolean;
}

function isTotal({ role, words }: Mention): boolean {
  return role === "total" || TOTAL_WORD.test(words);
}

function countsWith(whole: Mention, part: Mention): boolean {
  return (
    isPlain(part) &&
    part.number.kind === whole.number.kind &&
    part.unit === whole.unit &&
    part.scaled !== null
  );
}

/** The lists that may follow: of the sentence, of the paragraph, of the section; nested ones left out; of one name. */
function partsAfter(mentions: readonly Mention[], at: number, whole: Mention): Parts[] {
  const next: Mention[] = [];
  let marker = "";
  let nested = 0;
  const outer: Mention[] = [];
  for (let place = at + 1; place < mentions.length && place <= at + WINDOW; place += 1) {
    const mention = mentions[place];
    if (mention === undefined || next.length > MOST_PARTS) break;
    if (next.length === 0) {
      marker += mention.announced + mention.lead;
      // Another paragraph goes on with the parts only where this one announced them.
      if (mention.gap === 4 && !opensList(mentions, place)) break;
    }
    const opensNested = next.length > 0 && /其中|包括|\(/.test(mention.lead);
    if (opensNested) nested = mention.number.sentenceNumber;
    else if (mention.gap >= 2 && nested !== 0) nested = 0;
    if (!countsWith(whole, mention)) continue;
    next.push(mention);
    if (nested === 0 && mention.depth <= whole.depth + (next.length > 0 && /\(/.test(marker) ? 1 : 0))
      outer.push(mention);
  }
  if (!OPENS.test(marker) && !/[:(]/.test(marker)) return [];
  const inSentence = next.filter(
    ({ number }) => number.sentenceNumber === (next[0]?.number.sentenceNumber ?? -1),
  );
  const inPassage = next.filter(({ number }) => number.passage === next[0]?.number.passage);
  const ending = nameOf(whole.words).slice(-SAME_ENDING);
  const named = ending.length < 2 ? [] : next.filter(({ words }) => nameOf(words).endsWith(ending));
  const first = next[0];
  const complete = first !== undefined && ALL_PARTS.test(marker);
  const lists = [
    { list: inSentence, complete, open: true },
    { list: outer, complete: false, open: true },
    { list: inPassage, complete: false, open: true },
    { list: next, complete: false, open: true },
    { list: named, complete: false, open: false },
  ];
  return lists.filter(({ list }) => list.length >= 2);
}

/** The next paragraph is an item of a list, or the one before ended with 其中: or 如下:. */
function opensList(mentions: readonly Mention[], place: number): boolean {
  const mention = mentions[place];
  return (
    mention !== undefined &&
    (mention.number.passage - (mentions[place - 1]?.number.passage ?? 0) <= 2 ||
      mention.announced !== "" ||
      /^(?:其中|包括)/.test(mention.lead))
  );
}

function partsBefore(mentions: readonly Mention[], at: number, whole: Mention): Parts[] {
  const list: Mention[] = [];
  for (let back = at - 1; back >= 0 && back >= at - WINDOW && list.length < MOST_PARTS; back -= 1) {
    const mention = mentions[back];
    if (mention === undefined || mention.number.passage !== whole.number.passage) break;
    if (countsWith(whole, mention) && mention.depth <= whole.depth) list.push(mention);
  }
  const sentence = list.filter(({ number }) => number.sentenceNumber === whole.number.sentenceNumber);
  return [
    { list: sentence, complete: false, open: true },
    { list, complete: false, open: true },
    // 合计 of what was added up before it.
    { list: list.filter(({ role }) => role === "total"), complete: false, open: true },
  ].filter((parts) => parts.list.length >= 2);
}

/** The first two or more of the list that make the whole. */
function fittingPrefix(whole: Mention, { list, open }: Parts): readonly Mention[] | null {
  const target = whole.scaled ?? 0n;
  let sum = 0n;
  let slack = slackOf(whole);
  for (const [place, part] of list.entries()) {
    sum += part.scaled ?? 0n;
    slack += slackOf(part);
    if (place === 0 || (!open && place < list.length - 1)) continue;
    const off = sum > target ? sum - target : target - sum;
    if (off === 0n) return list.slice(0, place + 1);
    if (off < slack && off * 50n < target && isWithinRounding(whole, list.slice(0, place + 1)))
      return list.slice(0, place + 1);
    if (sum > target + slack) return null;
  }
  return null;
}

/** Half a unit of the last printed place, in millionths; generous, the exact verdict follows. */
function slackOf({ number: { printed } }: Mention): bigint {
  const factor = printed.factor.n / printed.factor.d;
  return (factor * 1_000_000n) / 10n ** BigInt(printed.places);
}

function isWithinRounding(whole: Mention, parts: readonly Mention[]): boolean {
  return claim(whole, parts, "warning").verdict !== "fails";
}

function claim(whole: Mention, parts: readonly Mention[], severity: Level): TextRelation {
  const numbers: TextNumber[] = [whole.number, ...parts.map(({ number }) => number)];
  const [level = whole.number, ...of] = alike(numbers);
  return relation({
    kind: "parts",
    stated: level,
    should: sumOf(of.map(estimate)),
    how:
      parts.length <= LONGEST_HOW
        ? parts.map(({ number }) => digits(number)).join("+")
        : `所列${parts.length}项之和`,
    of,
    severity,
  });
}

/** Wrong only where the parts are all there are, where they nearly make the whole, or where one digit explains it. */
function wrong(
  mentions: readonly Mention[],
  at: number,
  after: readonly Parts[],
  before: readonly Parts[],
): TextRelation[] {
  const whole = mentions[at];
  if (whole === undefined) return [];
  for (const { list, complete } of after.slice(0, 3)) {
    const [first] = list;
    if (first === undefined || list.some((part) => part.number.hold !== "stated")) continue;
    if (list.slice(1).some(({ lead }) => /其中|包括/.test(lead))) continue;
    if (!ANNOUNCES.test(`${first.announced}${first.lead}`) || !isNext(mentions, at, first)) continue;
    const divided = division(list);
    if (divided !== null) return [claim(whole, divided, "error")];
    const off = offOf(whole, list);
    if (isScores(whole, list)) return [claim(whole, list, "warning")];
    if (complete && isShort(whole, list)) return [claim(whole, list, "warning")];
    if (isExplained(whole, list, off) || (list === after[0]?.list && isNear(whole, list, off)))
      return [claim(whole, list, "warning")];
  }
  for (const { list: all } of before) {
    const head = all.findIndex(({ lead }) => /其中/.test(lead));
    const list = head === -1 ? all : all.slice(0, head + 1);
    if (
      list.length >= 2 &&
      list.every(({ role }) => role !== "total") &&
      list.every((part) => part.number.hold === "stated") &&
      (isExplained(whole, list, offOf(whole, list)) || isListedBefore(whole, list))
    )
      return [claim(whole, [...list].reverse(), "warning")];
  }
  return [];
}

/** No other amount that could be the whole stands between. */
function isNext(mentions: readonly Mention[], at: number, first: Mention): boolean {
  const to = mentions.indexOf(first);
  return !mentions
    .slice(at + 1, to)
    .some(
      (mention) =>
        isPlain(mention) && mention.number.kind === first.number.kind && mention.unit === first.unit,
    );
}

function isExplained(whole: Mention, list: readonly Mention[], off: bigint): boolean {
  const all = allOf(whole, list);
  const size = off < 0n ? -off : off;
  const small = size * 20n <= (whole.scaled ?? 0n);
  return (
    isOneDigitOff(off, all) ||
    (isOneDigitOff(off, all, 3) && (small || off > 0n)) ||
    isSwapOff(off, whole.scaled ?? 0n, all.slice(1))
  );
}

/** 其中 need not name every part; amounts this near to the whole mean to. */
function isNear(whole: Mention, list: readonly Mention[], off: bigint): boolean {
  const size = off < 0n ? -off : off;
  const isUnit = size === slackOf(whole) && (whole.number.kind === "money" || list.length >= 3);
  return (
    whole.number.kind !== "points" &&
    (size * 50n <= (whole.scaled ?? 0n) || isUnit) &&
    list.every(({ number, value }) => value.compare(whole.value) < 0 && number.kind === whole.number.kind)
  );
}

/** 综合得分92分，其中决策18分、过程19分、产出55分: scores of a sentence are all that the total has. */
function isScores(whole: Mention, list: readonly Mention[]): boolean {
  return (
    whole.number.kind === "points" &&
    list.length >= 3 &&
    /得分|总分|评分/.test(whole.words) &&
    [whole, ...list].every(({ words }) => !/满分|分值|扣|权重/.test(words)) &&
    list.every(({ number }) => number.sentenceNumber === whole.number.sentenceNumber)
  );
}

/** `甲 10 万元，乙 5 万元，共 16 万元`: short parts right before a total, and nothing else in the sentence. */
function isListedBefore(whole: Mention, list: readonly Mention[]): boolean {
  const off = offOf(whole, list);
  const size = off < 0n ? -off : off;
  return (
    whole.role === "total" &&
    list.length >= 2 &&
    list.length <= 12 &&
    list.slice(0, -1).every(({ gap }) => gap < 3) &&
    whole.gap <= 3 &&
    (STARTS_TOTAL.test(whole.words) ||
      (whole.gap < 3 &&
        list.every(({ value }) => value.compare(whole.value) < 0) &&
        size * 10n <= (whole.scaled ?? 0n)))
  );
}

function allOf(whole: Mention, list: readonly Mention[]): bigint[] {
  return [whole, ...list].map(({ scaled }) => scaled ?? 0n);
}

function offOf(whole: Mention, list: readonly Mention[]): bigint {
  return list.reduce((sum, { scaled }) => sum + (scaled ?? 0n), 0n) - (whole.scaled ?? 0n);
}

/** 分别为 lists all parts only where nothing stands between them. */
function isShort(whole: Mention, list: readonly Mention[]): boolean {
  return (
    list.length <= 5 &&
    list.slice(1).every(({ gap }) => gap === 0) &&
    list.every(({ value }) => value.compare(whole.value) <= 0)
  );
}

/** The parts whose names are one whole division, e.g. 税收收入 and 非税收入; null where they are not. */
function division(list: readonly Mention[]): readonly Mention[] | null {
  for (const names of DIVISIONS) {
    const parts = names.map((name) => list.find(({ words }) => name.test(nameOfPart(words))));
    const found = parts.filter((part) => part !== undefined);
    const sentence = found[0]?.number.sentenceNumber;
    if (
      found.length === names.length &&
      new Set(found).size === found.length &&
      found[0] === list[0] &&
      found.every(({ number }) => number.sentenceNumber === sentence)
    )
      return found;
  }
  return null;
}

function nameOfPart(words: string): string {
  return words
    .replace(/^.*[、,:]/u, "")
    .replace(/(?:累计)?(?:完成|决算数?|为|是|达到?|支出数|实现|执行数?|预算数?)+$/u, "");
}
