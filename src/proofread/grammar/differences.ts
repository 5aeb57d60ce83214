import { differenceOf, exactly, sumOf } from "../../printed/estimate";
import { alike, digits, estimate, printedText, relation } from "../relation";
import type { TextRelation } from "../text-model";
import { fits, isOneDigitOff, type Level } from "./claims";
import { isPlain, isYearBefore, type Mention } from "./mentions";

const MOST_BACK = 8;
const LOOK_BACK = 40;
/** 年末结转 is what was there at the beginning as well. */
const CARRIED = /年末|年初|期末|期初|上年|结转/;
const ADJUSTED = /(?:调减|核减|收回|扣减|扣除)/;
const AFTER_ADJUSTING = /实际|调整后|最终|全年/;

/** What is left of one amount after another, what one is more or less than the other. */
export function differencesOf(mentions: readonly Mention[]): TextRelation[] {
  return mentions.flatMap((mention, at) => {
    if (mention.number.unit === "个百分点") return points(mentions, mention, at);
    if (mention.number.hold !== "stated") return [];
    if (mention.role === "left" || mention.role === "between") return remainder(mentions, mention, at);
    if (mention.role === "change") return changeBetween(mentions, mention, at);
    return isPlain(mention) &&
      AFTER_ADJUSTING.test(mention.words) &&
      !/支出|支付|使用|执行|完成/.test(mention.words)
      ? adjusted(mentions, mention, at)
      : [];
  });
}

/** `由 90% 提高到 95%，提高 5 个百分点`. */
function points(mentions: readonly Mention[], stated: Mention, at: number): TextRelation[] {
  const [from, to] = [mentions[at - 2], mentions[at - 1]];
  if (from?.number.kind !== "rate" || to?.number.kind !== "rate" || stated.gap > 1) return [];
  const isPair =
    /[由从]/.test(from.words) &&
    /(?:到|至)$/.test(to.words) &&
    from.number.sentenceNumber === stated.number.sentenceNumber;
  if (!isPair || !/提高|上升|增加|提升|下降|降低|减少/.test(stated.lead)) return [];
  const [more, less] = to.value.compare(from.value) >= 0 ? [to, from] : [from, to];
  const should = exactly(more.value.sub(less.value).mul(100));
  const how = `${printedText(more.number)}-${printedText(less.number)}`;
  return [
    relation({
      kind: "balance",
      stated: stated.number,
      should,
      how,
      of: [more.number, less.number],
      severity: "error",
    }),
  ];
}

function before(mentions: readonly Mention[], at: number, like: Mention): Mention[] {
  const found: Mention[] = [];
  for (let back = at - 1; back >= Math.max(0, at - MOST_BACK); back -= 1) {
    const mention = mentions[back];
    if (mention === undefined || mention.number.sentenceNumber !== like.number.sentenceNumber) break;
    if (mention.unit === like.unit && mention.number.kind === like.number.kind) found.push(mention);
  }
  return found;
}

/** `应承担 A，已支付 B，还需 C`: of the two amounts before it in the sentence. */
function remainder(mentions: readonly Mention[], left: Mention, at: number): TextRelation[] {
  const found = before(mentions, at, left).filter((mention) => isPlain(mention));
  const [b, a] = found;
  if (a === undefined || b === undefined) return [];
  const pairs = found.flatMap((one, place) => found.slice(place + 1).map((other) => [other, one] as const));
  const claims = pairs.map(([x, y]) => difference(left, x, y, "warning"));
  const fitting = claims.find(({ verdict }) => verdict !== "fails");
  if (fitting !== undefined) return [fitting];
  const level: Level =
    found.length === 2 && left.role === "left" && /[应需预安下计]/.test(a.words) ? "error" : "warning";
  const only = difference(left, a, b, level);
  return found.length === 2 && !CARRIED.test(left.words) ? [only] : [];
}

function difference(stated: Mention, a: Mention, b: Mention, severity: Level): TextRelation {
  const [more, less] = a.value.compare(b.value) >= 0 ? [a, b] : [b, a];
  const [level = stated.number, m = more.number, l = less.number] = alike([
    stated.number,
    more.number,
    less.number,
  ]);
  return relation({
    kind: "balance",
    stated: level,
    should: differenceOf(estimate(m), estimate(l)),
    how: `${digits(more.number)}-${digits(less.number)}`,
    of: [more.number, less.number],
    severity,
  });
}

/** `A，较上年的 B 减少 C`; or last year's amount further up, where it fits. */
function changeBetween(mentions: readonly Mention[], change: Mention, at: number): TextRelation[] {
  const old = mentions[at - 1];
  if (old?.role === "compared" && old.unit === change.unit) {
    const now = before(mentions, at - 1, old).find((mention) => isPlain(mention));
    if (now === undefined) return [];
    const found = difference(change, now, old, "error");
    return [found];
  }
  const amounts = before(mentions, at, change).filter((mention) => isPlain(mention));
  const [last, other] = amounts;
  if (last !== undefined && other !== undefined && isYearBefore(last, other))
    return [difference(change, other, last, "warning")];
  const now = last;
  if (now?.scaled == null || change.scaled === null || change.subject !== "") return [];
  const wanted = change.up ? now.scaled - change.scaled : now.scaled + change.scaled;
  const place = mentions.indexOf(now);
  const past = mentions
    .slice(Math.max(0, place - LOOK_BACK), place)
    .find((mention) => isPlain(mention) && mention.scaled === wanted && mention.unit === now.unit);
  return past === undefined || wanted === 0n || wanted < 1000n
    ? []
    : [difference(change, now, past, "warning")];
}

/** 下达 10，调减 4，全年实际下达 6. */
function adjusted(mentions: readonly Mention[], stated: Mention, at: number): TextRelation[] {
  const found = before(mentions, at, stated);
  const [change, whole] = found;
  if (found.length !== 2 || change === undefined || whole === undefined) return [];
  const isLess = ADJUSTED.test(change.words);
  const isMore = /追加|调增|增加/.test(change.words);
  if (!isLess && !isMore) return [];
  const [level = stated.number, w = whole.number, c = change.number] = alike([
    stated.number,
    whole.number,
    change.number,
  ]);
  const should = isLess ? differenceOf(estimate(w), estimate(c)) : sumOf([estimate(w), estimate(c)]);
  if (
    !fits(level, should) &&
    !isOneDigitOff(
      (stated.scaled ?? 0n) - (whole.scaled ?? 0n) + (isLess ? 1n : -1n) * (change.scaled ?? 0n),
      [stated.scaled ?? 0n, whole.scaled ?? 0n],
    ) &&
    !isLess
  )
    return [];
  return [
    relation({
      kind: "balance",
      stated: level,
      should,
      how: `${digits(whole.number)}${isLess ? "-" : "+"}${digits(change.number)}`,
      of: [whole.number, change.number],
      severity: "warning",
    }),
  ];
}
