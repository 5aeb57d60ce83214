import { quotientOf } from "../../printed/estimate";
import { judge } from "../../printed/precision";
import { digits, estimate } from "../relation";
import type { TextRelation } from "../text-model";
import { MOST, possible, type Level } from "./claims";
import { agreement, isPlain, nameOf, plainName, type Mention } from "./mentions";

const MOST_BACK = 12;
const MOST_WHOLES = 24;
const LOOK_BACK = 160;
const LOOK_AHEAD = 40;
const ALIKE = 0.6;

/** A share with the amount that it is of, and where its whole may stand. */
interface Share {
  readonly rate: Mention;
  readonly part: Mention;
  readonly at: number;
  /** The name of the whole; "" where the text says only 占 75%. */
  readonly base: string;
  /** Where the whole is printed in the phrase itself. */
  readonly printed: Mention | null;
}

/** `B，占 A 的 p%`: the whole in the phrase, by its name in the text, or that of the list the part stands in. */
export function sharesOf(mentions: readonly Mention[]): TextRelation[] {
  const shares = readShares(mentions);
  const printed = shares.flatMap((share) =>
    share.printed === null ? [] : claimed(share, share.printed, "error"),
  );
  return [
    ...printed,
    ...groupsOf(shares.filter((share) => share.printed === null)).flatMap((group) =>
      ofGroup(mentions, group),
    ),
  ];
}

function readShares(mentions: readonly Mention[]): Share[] {
  const shares: Share[] = [];
  mentions.forEach((rate, at) => {
    if (rate.role === "share") shares.push(...runOf(mentions, rate, at));
    else if (
      rate.role === "other" &&
      rate.number.kind === "rate" &&
      mentions[at - 1]?.role === "share-base"
    ) {
      const whole = mentions[at - 1];
      const part = partBefore(mentions, at - 1, whole?.subject ?? "", rate);
      if (whole !== undefined && part !== null) shares.push({ rate, part, at, base: "", printed: whole });
    }
  });
  return shares;
}

/** `a、b 和 c，分别占 X 的 p%、q% 和 r%` has a share for each; else the one before. */
function runOf(mentions: readonly Mention[], rate: Mention, at: number): Share[] {
  const rates = [rate];
  for (let next = at + 1; ; next += 1) {
    const mention = mentions[next];
    if (mention?.number.kind !== "rate" || mention.gap !== 0 || !/^[、和及与]?$/.test(mention.lead)) break;
    rates.push(mention);
  }
  const base = rate.base.replace(/^(?:了|到)/, "");
  if (rates.length === 1) {
    const part = partBefore(mentions, at, rate.subject, rate);
    return part === null ? [] : [{ rate, part, at, base, printed: null }];
  }
  const before =
    parallelRun(mentions, at, rates.length) ??
    amountsBefore(mentions, at, rate).slice(0, rates.length).reverse();
  return before.length < rates.length
    ? []
    : rates.flatMap((one, place) => {
        const part = before[place];
        return part === undefined ? [] : [{ rate: one, part, at: at + place, base, printed: null }];
      });
}

/** `分别为 15 亿元和 5 亿元`: as many amounts with nothing but 、 and 和 between them. */
function parallelRun(mentions: readonly Mention[], at: number, length: number): Mention[] | null {
  for (let end = at; end - length >= Math.max(0, at - MOST_BACK); end -= 1) {
    const run = mentions.slice(end - length, end);
    const [first, ...rest] = run;
    if (first === undefined || first.number.passage !== mentions[at]?.number.passage) return null;
    if (run.every((mention) => isPlain(mention)) && rest.every(({ lead }) => /^[、和及与]$/.test(lead)))
      return run;
  }
  return null;
}

function amountsBefore(mentions: readonly Mention[], at: number, rate: Mention): Mention[] {
  const found: Mention[] = [];
  for (let back = at - 1; back >= Math.max(0, at - MOST_BACK); back -= 1) {
    const mention = mentions[back];
    if (mention === undefined || mention.number.passage !== rate.number.passage) break;
    if (mention.number.sentenceNumber !== rate.number.sentenceNumber && (rate.gap < 3 || found.length > 0))
      break;
    if (isPlain(mention) && mention.depth <= rate.depth) found.push(mention);
  }
  return found;
}

/** The nearest amount before; where the share's clause names its own subject, the nearest of that name. */
function partBefore(
  mentions: readonly Mention[],
  at: number,
  subject: string,
  rate: Mention,
): Mention | null {
  const amounts = amountsBefore(mentions, at, rate);
  const name = plainName(subject.replace(/^.*[,、]/u, ""));
  if (name === "" || /^(?:分别|其中|约|共)+$/.test(name)) return amounts[0] ?? null;
  return amounts.find(({ words }) => agreement(nameOf(words), name) >= ALIKE) ?? null;
}

/** Shares of one whole: of one name in one section, or of one paragraph where none is named. */
function groupsOf(shares: readonly Share[]): Share[][] {
  const groups = new Map<string, Share[]>();
  for (const share of shares) {
    const key = share.base === "" ? `|${share.rate.number.passage}` : plainName(share.base);
    groups.set(key, [...(groups.get(key) ?? []), share]);
  }
  return [...groups.values()];
}

function ofGroup(mentions: readonly Mention[], group: readonly Share[]): TextRelation[] {
  const named = group.map((share) => ({ share, wholes: wholesFor(mentions, share) }));
  const isFound = named.some(({ share, wholes }) => wholes.some((whole) => holds(share, whole)));
  // 占支出总预算, where the text calls it 收支总预算: the amount that all of the shares are of.
  const claims =
    isFound || group.length < 2 || group[0]?.base === ""
      ? named
      : group.map((share) => ({ share, wholes: anyWhole(mentions, share, group) }));
  // The whole that most of the group's shares are of is the whole of the others.
  const votes = new Map<Mention["number"], number>();
  for (const { share, wholes } of claims)
    for (const whole of wholes)
      if (holds(share, whole)) votes.set(whole.number, (votes.get(whole.number) ?? 0) + 1);
  return claims.flatMap(({ share, wholes }) => {
    const fitting = wholes.find((whole) => holds(share, whole));
    if (fitting !== undefined) return claimed(share, fitting, "warning");
    const [likeliest] = wholes;
    const elected = wholes.reduce<Mention | undefined>(
      (most, whole) =>
        (votes.get(whole.number) ?? 0) > (most === undefined ? 0 : (votes.get(most.number) ?? 0))
          ? whole
          : most,
      undefined,
    );
    const count = elected === undefined ? 0 : (votes.get(elected.number) ?? 0);
    if (elected !== undefined && count >= 2) return claimed(share, elected, "error");
    const isNamed = share.base !== "" && likeliest !== undefined && onlyNamed(share, wholes);
    if (isNamed && (isExact(share, likeliest) || isNearly(share, likeliest)))
      return claimed(share, likeliest, isHere(share, likeliest) ? "error" : "warning");
    if (elected !== undefined) return claimed(share, elected, "warning");
    return share.base === "" && likeliest !== undefined && isHeadOf(mentions, likeliest, share)
      ? claimed(share, likeliest, "warning")
      : [];
  });
}

/** One amount alone bears the very name. */
function onlyNamed({ base }: Share, wholes: readonly Mention[]): boolean {
  const wanted = plainName(base);
  const likeness = wholes.map(({ words }) => agreement(nameOf(words), wanted));
  return (likeness[0] ?? 0) >= 0.8 && likeness.filter((other) => other === likeness[0]).length === 1;
}

function isExact({ base }: Share, { words }: Mention): boolean {
  return agreement(nameOf(words), plainName(base)) === 1;
}

/** Within a fifth: a name that only ends alike may be another's. */
function isNearly({ rate, part }: Share, whole: Mention): boolean {
  if (whole.value.equals(0)) return false;
  const should = part.value.div(whole.value);
  return should.sub(rate.value).abs().compare(rate.value.abs().div(5)) <= 0;
}

function isHere({ rate }: Share, { number }: Mention): boolean {
  return number.passage === rate.number.passage;
}

/** Amounts around of which at least two shares of the group are. */
function anyWhole(mentions: readonly Mention[], { part, at }: Share, group: readonly Share[]): Mention[] {
  const around = mentions
    .slice(Math.max(0, at - LOOK_BACK), at + LOOK_AHEAD)
    .filter(
      (mention) =>
        isPlain(mention) &&
        mention !== part &&
        sameKind(mention, part) &&
        mention.value.compare(part.value) > 0,
    );
  return distinct(around)
    .slice(0, MOST_WHOLES * 2)
    .filter((whole) => group.filter((share) => holds(share, whole)).length >= 2);
}

/** Amounts that the share may be of, the likeliest first. */
function wholesFor(mentions: readonly Mention[], share: Share): Mention[] {
  const { part, base, at } = share;
  const wanted = plainName(base);
  const near = mentions
    .slice(Math.max(0, at - LOOK_BACK), at)
    .filter((mention) => isPlain(mention) && mention !== part && sameKind(mention, part))
    .reverse();
  if (wanted !== "" && !/^(?:比|的|其|总|全部)*$/.test(wanted)) {
    const rated = near
      .map((whole) => ({ whole, likeness: agreement(nameOf(whole.words), wanted) }))
      .filter(({ likeness }) => likeness >= ALIKE)
      .sort((a, b) => b.likeness - a.likeness);
    return distinct(rated.map(({ whole }) => whole)).slice(0, MOST_WHOLES);
  }
  return distinct(near.filter(({ value }) => value.compare(part.value) >= 0)).slice(0, MOST_WHOLES);
}

function sameKind(a: Mention, b: Mention): boolean {
  return (
    a.number.kind === b.number.kind &&
    (a.unit === b.unit || unitOf(a) === unitOf(b) || (a.unit === "份" && /问卷|调查/.test(a.words)))
  );
}

/** 人次 are counted against 人, 农户 against 户. */
function unitOf({ unit }: Mention): string {
  return (unit ?? "").replace(/次$/, "");
}

function distinct(found: readonly Mention[]): Mention[] {
  return found.filter((mention, at) => found.findIndex(({ value }) => value.equals(mention.value)) === at);
}

function holds({ rate, part }: Share, whole: Mention): boolean {
  const should = quotientOf(estimate(part.number), estimate(whole.number));
  return should !== null && judge(rate.number.printed, should) !== "fails";
}

/** The amount right before the list in which the part stands. */
function isHeadOf(mentions: readonly Mention[], whole: Mention, { part, rate }: Share): boolean {
  const place = mentions.indexOf(part);
  return (
    place > 0 &&
    whole === mentions[place - 1] &&
    whole.number.passage === rate.number.passage &&
    /其中|包括|用于/.test(part.lead)
  );
}

function claimed({ rate, part }: Share, whole: Mention, severity: Level): TextRelation[] {
  const should = quotientOf(estimate(part.number), estimate(whole.number));
  if (should === null) return [];
  const found = possible(
    {
      kind: "rate",
      stated: rate.number,
      should,
      how: `${digits(part.number)}÷${digits(whole.number)}`,
      of: [part.number, whole.number],
      severity,
      cause: null,
    },
    MOST.share,
  );
  return found === null ? [] : [found];
}
