import { message, min } from "../../../expr/expression";
import { ONE, ZERO, exact, type Exact } from "../../../expr/exact";
import { JUDGED } from "../../ways/ratio";
import type { Award, Bound, Range, Situation } from "../plan";
import { Question } from "../question";
import { comparison, type Num, type Truth } from "../row/row";
import { metTruth, numberFor, truthOf } from "../row/truth";
import { isSaidExactly } from "../row/words-truth";
import { statementsAward } from "./statements";
import { choose, UNKNOWN, UNREAD, UNSAID, type Parts } from "./parts";

/** Points by tiers: numbers, words, met or not met. */
export function byTiers(of: Parts): Num {
  const { awards, plan } = of;
  const last = plan.clauses.at(-1)?.quote ?? "";
  if (awards.length === 0) throw new Question("没有读到怎样得分", plan.clauses[0]?.quote ?? "");
  if (
    of.has("most-deducted") !== undefined &&
    !awards.every(
      ({ effect }) => effect.kind === "deduct" || effect.kind === "full" || effect.kind === "points",
    )
  )
    throw new Question(UNREAD, last);
  if (of.has("most-added") !== undefined || of.parts.length > 0) throw new Question(UNREAD, last);
  const [ground] = of.grounds;
  const isLoneKill = awards.length === 1 && awards[0]?.effect.kind === "none";
  const isFail = awards.every(
    ({ effect, situation }) =>
      (effect.kind === "none" || effect.kind === "deduct") &&
      (situation.kind === "else" || situation.kind === "missed"),
  );
  if (ground !== undefined && !isLoneKill && !isFail)
    throw new Question("这个界限怎么用没有写", ground.quote);
  if (of.goesOn) return goingOn(of);
  const said = exactWords(of) ?? statementsAward(of);
  if (said !== null) return capped(of, said);
  return capped(of, chained(of));
}

function capped(of: Parts, score: Num): Num {
  const isCapped = of.cap.value.compare(of.row.full) < 0 && score.value.compare(of.cap.value) > 0;
  return isCapped ? { value: of.cap.value, expression: min(score.expression, of.cap.expression) } : score;
}

const WORDED = new Set(["fact", "met", "missed", "fully"]);
const textIn = (of: Situation): string => ("text" in of ? of.text : "");

/** The result is one of the tiers, word for word. */
function exactWords(of: Parts): Num | null {
  const { awards, row } = of;
  const found = awards.filter(
    ({ situation }) => WORDED.has(situation.kind) && isSaidExactly(textIn(situation), row),
  );
  const [one, other] = found;
  if (one === undefined) return null;
  if (other !== undefined) throw new Question("几档都对得上", one.quote);
  for (const award of awards) {
    if (award === one || award.situation.kind === "else") continue;
    const text = textIn(award.situation);
    if (/^(?:没有|无|未有|没)(?:的)?$/.test(textIn(one.situation)) && WORDED.has(award.situation.kind))
      continue;
    if (!WORDED.has(award.situation.kind) || !isOfOneThing(text, textIn(one.situation)))
      throw new Question(UNKNOWN, award.quote);
  }
  return of.give(one.effect);
}

const LATE = /^(?:逾期|延期|超期|未按|没有按)/;
const IN_TIME = /按时|按期|及时|提前|如期/;
const EVIDENCE = /弄虚作假|佐证|提供|资料|通报|表彰|整改|批评|处分|违规|违纪|超过部分|审计|批示/;

function isOfOneThing(text: string, other: string): boolean {
  if (LATE.test(text) && IN_TIME.test(other)) return true;
  if (EVIDENCE.test(text) && !EVIDENCE.test(other) && !shares(text, other)) return false;
  return text.length <= 8 || shares(text, other);
}

export function shares(one: string, other: string): boolean {
  for (let at = 0; at + 2 <= one.length; at += 1) if (other.includes(one.slice(at, at + 2))) return true;
  return false;
}

interface Tier {
  readonly award: Award;
  readonly truth: Truth;
  readonly given: Num;
}

/** All tiers that the row can tell, the narrow ones before those that hold them; then what is given otherwise. */
function chained(of: Parts): Num {
  const { awards } = of;
  const others = awards.filter(({ situation }) => situation.kind === "else");
  const own = countedTiers(awards.filter(({ situation }) => situation.kind !== "else"));
  const [otherwise, second] = others;
  if (second !== undefined) throw new Question("“否则”有两句", second.quote);
  const tiers = own.map((award): Tier => ({
    award,
    truth: truthOfTier(of, award, own),
    given: of.give(award.effect),
  }));
  const ordered = tiers.map((tier) => ({
    tier,
    depth: own.filter((each) => each !== tier.award && holdsIn(tier.award.situation, each.situation)).length,
  }));
  ordered.sort((one, other) => one.depth - other.depth);
  const list = ordered.map(({ tier }) => tier);
  const true_ = list.filter(({ truth }) => truth.holds);
  const [first] = true_;
  const rival = true_.find(
    (each) =>
      first !== undefined &&
      !each.given.value.equals(first.given.value) &&
      (!holdsIn(each.award.situation, first.award.situation) ||
        (first.award.situation.kind === "met" && first.given.value.compare(each.given.value) < 0)),
  );
  if (first !== undefined && rival !== undefined)
    throw new Question("几档都对得上", `${first.award.quote}；${rival.award.quote}`);
  const rest = otherwise === undefined ? restOf(of, true_.length > 0) : of.give(otherwise.effect);
  const facts = own.filter(
    ({ situation, effect }) =>
      situation.kind === "fact" && effect.kind !== "none" && effect.kind !== "deduct",
  );
  if (first?.award.situation.kind === "fact" && facts.length > 1)
    throw new Question("是几档还是几项相加没有写", first.award.quote);
  return list.reduceRight<Num>(
    (score, { award, truth, given }) => choose(truth, given, score, award.quote),
    rest,
  );
}

/** `3次及以上得5分,2次得3分,1次得1分,未开展不得分`: in a list of numbers a number alone is that number, and nothing done is none. */
function countedTiers(awards: readonly Award[]): readonly Award[] {
  const units = awards.flatMap(({ situation }) =>
    situation.kind === "count" || situation.kind === "bound" || situation.kind === "range"
      ? [situation.unit]
      : [],
  );
  const [unit] = units;
  const hasCounts = awards.some(({ situation }) => situation.kind === "count" || isBareCount(situation));
  if (
    unit === undefined ||
    unit === "%" ||
    units.length < 2 ||
    !hasCounts ||
    units.some((each) => each !== unit)
  )
    return awards;
  const exactly = (at: Exact, text: string): Bound => ({
    kind: "bound",
    sign: "=",
    at,
    unit,
    subject: "",
    beyondTarget: false,
    absolute: false,
    text,
  });
  return awards.map((award) => {
    const { situation, effect } = award;
    if (situation.kind === "count" || isBareCount(situation))
      return { ...award, situation: exactly(situation.at, situation.text) };
    const isNone =
      situation.kind === "fact" &&
      effect.kind === "none" &&
      /^(?:未|没有|无)[^,;未不没无]{0,8}$/.test(situation.text);
    return isNone ? { ...award, situation: exactly(ZERO, situation.text) } : award;
  });
}

const isBareCount = (of: Situation): of is Bound =>
  of.kind === "bound" && of.sign === null && of.unit !== "%" && of.unit !== "";

/** What is given where no tier holds; a question, or in the formula a text, where nobody says. */
function restOf(of: Parts, isFound: boolean): Num {
  const { awards, grounds, plan } = of;
  const open = message(JUDGED);
  const waits: Num = { value: ZERO, expression: open };
  const onlyDeduct = awards.every(({ effect }) => effect.kind === "deduct" || effect.kind === "deduct-share");
  const onlyNone = awards.every(({ effect }) => effect.kind === "none");
  const mayKill =
    onlyNone &&
    (grounds.length > 0 ||
      awards.every(({ situation }) => ["bound", "missed", "count", "fact"].includes(situation.kind)));
  if (onlyDeduct || mayKill) {
    if (isFound) return of.cap;
    const [award] = awards;
    if (onlyNone && grounds.length === 0) {
      const isCounted =
        award?.situation.kind === "fact" &&
        of.row.result.number !== null &&
        of.row.target?.number?.equals(ZERO) === true;
      if (award?.situation.kind === "fact" && !isCounted && !isDenialOf(of, award))
        throw new Question("怎样得分没有写", award.quote);
      if (
        award?.situation.kind !== "fact" &&
        award?.situation.kind !== "count" &&
        metTruth(of.row)?.holds !== true
      )
        throw new Question("没有到不得分的地步，得几分没有写", award?.quote ?? "");
    }
    for (const { situation, quote } of grounds)
      if (!of.known(situation, quote).holds) throw new Question(UNSAID, quote);
    return of.cap;
  }
  if (!isFound && liesInGap(of))
    throw new Question(
      "档次之间有空档",
      of.awards
        .map(({ quote }) => quote)
        .join("；")
        .slice(0, 40),
    );
  if (!isFound)
    throw new Question(
      UNSAID,
      plan.clauses
        .map(({ quote }) => quote)
        .join("；")
        .slice(0, 40),
    );
  return waits;
}

/** `80%-89%`, `90%-100%` and 89.5%: whole numbers leave holes. */
function liesInGap(of: Parts): boolean {
  const ranges = of.awards.flatMap(({ situation }) =>
    situation.kind === "range" && situation.unit === "%" ? [situation] : [],
  );
  return ranges.some((range) => {
    const own = numberFor(range, of.row).value;
    const [above, below] = [own.sub(range.to), range.from.sub(own)];
    return (
      (above.compare(0) > 0 && above.compare(ONE_POINT) < 0) ||
      (below.compare(0) > 0 && below.compare(ONE_POINT) < 0)
    );
  });
}
const ONE_POINT = exact("0.01");

/** A lone `未建立制度的不得分` beside `已建立`. */
function isDenialOf(of: Parts, { situation }: Award): boolean {
  return (
    of.awards.length === 1 &&
    situation.kind === "fact" &&
    of.row.statements.length === 1 &&
    of.row.result.number === null
  );
}

function truthOfTier(of: Parts, award: Award, all: readonly Award[]): Truth {
  const { situation, quote } = award;
  const settled =
    situation.kind === "range" || situation.kind === "bound"
      ? settledEnds(of, situation, award, all)
      : situation;
  const truth = truthOf(settled, of.row);
  if (truth === null) throw new Question(UNKNOWN, quote);
  const isOnceForDays =
    award.effect.kind === "deduct" &&
    situation.kind === "fact" &&
    LATE.test(situation.text) &&
    of.row.result.isDate;
  if (isOnceForDays && truth.holds) throw new Question("扣一次还是按天扣没有写", quote);
  return truth;
}

/** Touching ends belong to one tier only: to the one that says 含, else to the upper one of a rising scale. */
function settledEnds(of: Parts, own: Bound | Range, award: Award, all: readonly Award[]): Bound | Range {
  const neighbours = all.flatMap((each) =>
    each !== award && (each.situation.kind === "range" || each.situation.kind === "bound")
      ? [{ situation: each.situation, given: of.give(each.effect).value }]
      : [],
  );
  const given = of.give(award.effect).value;
  if (own.kind === "bound") return own;
  const low = endOf(of, own, own.fromIn, "from", given, neighbours);
  const high = endOf(of, own, own.toIn, "to", given, neighbours);
  // `80%(含)-90%`: marking one end says that the other is out.
  const toIn =
    high ??
    (own.fromIn === true &&
    own.toIn === null &&
    neighbours.some(({ situation }) => touches(situation, own.to, "low"))
      ? false
      : true);
  const fromIn =
    low ??
    (own.toIn === true &&
    own.fromIn === null &&
    own.from.compare(0) > 0 &&
    neighbours.some(({ situation }) => touches(situation, own.from, "high"))
      ? false
      : true);
  const at = of.row.result.unit === "%" || own.unit === "%" ? numberFor(own, of.row).value : null;
  const isOpenEnd =
    at !== null &&
    own.fromIn === null &&
    own.toIn === true &&
    own.from.compare(0) > 0 &&
    at.equals(own.from) &&
    low === null &&
    !neighbours.some(({ situation }) => touches(situation, own.from, "high"));
  if (isOpenEnd) throw new Question("恰好等于界限，归哪一档没有写", award.quote);
  return { ...own, fromIn, toIn };
}

interface Neighbour {
  readonly situation: Bound | Range;
  readonly given: Exact;
}

function touches(of: Bound | Range, at: Exact, side: "low" | "high"): boolean {
  if (of.kind === "range") return side === "low" ? of.from.equals(at) : of.to.equals(at);
  if (!of.at.equals(at) || of.sign === null || of.sign === "=") return false;
  return side === "low" ? of.sign.startsWith(">") : of.sign.startsWith("<");
}

/** Whether an end that the text leaves open is in; null where nothing touches it. */
function endOf(
  of: Parts,
  own: Range,
  said: boolean | null,
  end: "from" | "to",
  given: Exact,
  neighbours: readonly Neighbour[],
): boolean | null {
  if (said !== null) return said;
  const at = own[end];
  const other = neighbours.find(({ situation }) => touches(situation, at, end === "from" ? "high" : "low"));
  if (other === undefined) return null;
  const { situation } = other;
  const theirs =
    situation.kind === "bound"
      ? situation.sign === ">=" || situation.sign === "<="
      : end === "from"
        ? situation.toIn
        : situation.fromIn;
  // `60%以下` is the other side of 60% in a list of tiers, whatever it gives.
  if (theirs !== null) return !theirs;
  const lowerGives = end === "from" ? other.given : given;
  const upperGives = end === "from" ? given : other.given;
  const isHere = own.unit === "%" && numberFor(own, of.row).value.equals(at);
  if (upperGives.compare(lowerGives) < 0 && isHere) throw new Question("相接处归哪一档没有写", own.text);
  return end === "from";
}

/** Whether the outer situation holds all that the inner one holds. */
function holdsIn(outer: Situation, inner: Situation): boolean {
  const [one, other] = [intervalOf(outer), intervalOf(inner)];
  if (one === null || other === null || (one.unit !== other.unit && !isNought(one) && !isNought(other)))
    return false;
  return !isWithin(other, one) && isWithin(one, other);
}

interface Interval {
  readonly from: Exact | null;
  readonly to: Exact | null;
  readonly unit: string;
}

/** 0 is 0 in any unit. */
const isNought = ({ from, to }: Interval): boolean =>
  from?.equals(ZERO) === true && to?.equals(ZERO) === true;

function isWithin(outer: Interval, inner: Interval): boolean {
  const low = outer.from === null || (inner.from !== null && inner.from.compare(outer.from) >= 0);
  const high = outer.to === null || (inner.to !== null && inner.to.compare(outer.to) <= 0);
  return low && high;
}

function intervalOf(of: Situation): Interval | null {
  if (of.kind === "range") return { from: of.from, to: of.to, unit: `${of.unit}${String(of.beyondTarget)}` };
  if (of.kind === "met" && of.side === null) return { from: ONE, to: null, unit: "%false" };
  if (of.kind !== "bound") return null;
  const unit = `${of.unit}${String(of.beyondTarget)}`;
  if (of.sign === null) return { from: of.at, to: null, unit };
  if (of.sign === "=") return { from: of.at, to: of.at, unit };
  return of.sign.startsWith(">") ? { from: of.at, to: null, unit } : { from: null, to: of.at, unit };
}

/** `完成90%得9分,完成80%得8分,依次类推`: equal steps go on downwards to nothing. */
function goingOn(of: Parts): Num {
  const { awards, row } = of;
  const bounds = awards.flatMap(({ situation, effect }) =>
    situation.kind === "bound" ? [{ situation, given: of.give(effect).value }] : [],
  );
  const met = awards.find(({ situation }) => situation.kind === "met");
  if (met !== undefined && met === awards[0] && bounds.length === awards.length - 1 && bounds.length > 0)
    return goingOnFromMet(of, met, bounds);
  const areFit =
    bounds.length === awards.length &&
    bounds.every(({ situation: { sign, unit } }) => unit === "%" && (sign === null || sign.startsWith(">")));
  const [first, second] = bounds;
  if (!areFit || first === undefined || second === undefined)
    throw new Question("“依次类推”从哪里推没有写", awards[0]?.quote ?? "");
  const relative = bounds.every(({ situation }) => /^完成(?=\d)/.test(situation.text));
  const own = row.rate(relative ? "" : first.situation.subject, true);
  return stepsDown(of, { own, top: first.situation.at, full: first.given }, bounds);
}

function goingOnFromMet(of: Parts, met: Award, bounds: readonly { situation: Bound; given: Exact }[]): Num {
  if (
    bounds.some(({ situation: { unit, sign } }) => unit !== "%" || (sign !== null && !sign.startsWith(">")))
  )
    throw new Question("“依次类推”从哪里推没有写", met.quote);
  const full = of.give(met.effect).value;
  const start = bounds[0]?.situation.at;
  if (start === undefined || start.compare(1) >= 0) throw new Question("“依次类推”从哪里推没有写", met.quote);
  const own = of.row.completion();
  const one = start.sub(start).add(1);
  return stepsDown(of, { own, top: one, full }, [
    { situation: { ...(bounds[0]?.situation as Bound), at: one }, given: full },
    ...bounds,
  ]);
}

function stepsDown(
  of: Parts,
  { own, top, full }: { own: Num; top: Exact; full: Exact },
  bounds: readonly { situation: Bound; given: Exact }[],
): Num {
  const [first, second] = bounds;
  if (first === undefined || second === undefined) throw new Question("“依次类推”的步长不一", "");
  const width = first.situation.at.sub(second.situation.at);
  const lost = first.given.sub(second.given);
  const areEqual = bounds.every(({ situation, given }, index) => {
    const before = bounds[index - 1];
    return (
      before === undefined ||
      (before.situation.at.sub(situation.at).equals(width) && before.given.sub(given).equals(lost))
    );
  });
  if (width.compare(0) <= 0 || lost.compare(0) <= 0 || !areEqual)
    throw new Question("“依次类推”的步长不一", of.awards[0]?.quote ?? "");
  const steps = top.sub(own.value).div(width);
  if (steps.compare(0) > 0 && !steps.mod(1).equals(ZERO))
    throw new Question("两档之间怎样计没有写", of.awards[0]?.quote ?? "");
  const count = Math.max(0, Math.ceil(full.div(lost).valueOf()));
  const tiers = Array.from({ length: count }, (_, index) => ({
    at: top.sub(width.mul(index)),
    given: full.sub(lost.mul(index)),
  }));
  const nothing = of.give({ kind: "none" });
  return tiers.reverse().reduce<Num>((rest, { at, given }) => {
    const value = of.printed(given.compare(0) < 0 ? ZERO : given);
    return choose(comparison(own, ">=", of.row.limit(at, "%")), value, rest, of.awards[0]?.quote ?? "");
  }, nothing);
}
