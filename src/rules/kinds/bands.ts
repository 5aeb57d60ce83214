import { HUNDRED, exact, type Exact } from "../../expr/exact";
import { evaluate, holds } from "../../expr/evaluate";
import {
  both,
  compare,
  conditional,
  constant,
  message,
  type Condition,
  type Expression,
} from "../../expr/expression";
import { judgement, type Built, type RuleKind, type ScoringCase } from "../kind";
import { notes } from "../notes";
import { AWARD, NUMBER, SIGN, SIGN_SIGNS, awardOf, decimal, printAward, signOf } from "../wordings";
import { awarded, worth } from "../ways/awarded";
import { resolveBands, sayBand, type Band, type Bands, type ResolvedBand } from "../ways/band-bounds";
import { spoken } from "../ways/comparable";
import { JUDGED } from "../ways/ratio";
import { absent, attainedShareOf, shareOf } from "../ways/share";
import { byWords } from "../ways/words";

const SUBJECT = String.raw`(?:[^;,≤≥<>=\d%()-]{0,24}?)`;
const INCLUSION = String.raw`(?:\((含|不含)(?:${NUMBER}%?)?\))?`;
const VALUE = String.raw`(-?\d+(?:\.\d+)?)(%?)${INCLUSION}`;
const BETWEEN = "(?:,|的|时|者|之间|区间|以内的?|内)*";

const RANGE = new RegExp(`^${SUBJECT}(?:[=在为])?${VALUE}(?:-|至|到)${VALUE}${BETWEEN}${AWARD}(?:[;,]|$)`);
const SIGNED = new RegExp(
  `^${SUBJECT}${SIGN}${VALUE}(及?以上|及?以下)?${INCLUSION}${BETWEEN}${AWARD}(?:[;,]|$)`,
);
const SUFFIXED = new RegExp(
  `^${SUBJECT}${VALUE}(及?以上|及?以下|以内)${INCLUSION}${BETWEEN}${AWARD}(?:[;,]|$)`,
);

/** `95%≤列养率<100%`: the name between its bounds. */
const SANDWICHED = new RegExp(`^${VALUE}(≤|<)[^;,≤≥<>=\\d%]{0,24}(≤|<)${VALUE}${BETWEEN}${AWARD}(?:[;,]|$)`);

/** `≥95%,得5分;90%-95%,得3分;否则不得分`: all that the bands before it leave on one side. */
const OTHERWISE = new RegExp(`^(?:否则|其[他它](?:情况)?|其余|反之)(?:的)?,?${AWARD}$`);

interface Clause {
  readonly band: Band;
  readonly percent: boolean;
  readonly length: number;
}

const included = (word: string | undefined): boolean | null => (word === undefined ? null : word === "含");

function rangeClause(text: string): Clause | null {
  const found = RANGE.exec(text);
  if (!found) return null;
  const [whole, from = "", percent1, in1, , to = "", percent2, in2, , ...award] = found;
  const given = awardOf(award);
  if (given === null) return null;
  const bounds = [
    { at: decimal(from), included: included(in1) },
    { at: decimal(to), included: included(in2) },
  ];
  const [low, high] = exact(from).compare(exact(to)) <= 0 ? bounds : bounds.reverse();
  return {
    band: { from: low ?? null, to: high ?? null, award: given },
    percent: percent1 === "%" || percent2 === "%",
    length: whole.length,
  };
}

function sandwichedClause(text: string): Clause | null {
  const found = SANDWICHED.exec(text);
  if (!found) return null;
  const [whole, from = "", percent1, , , low, high, to = "", percent2, , , ...award] = found;
  const given = awardOf(award);
  if (given === null) return null;
  const band = {
    from: { at: decimal(from), included: low === "≤" },
    to: { at: decimal(to), included: high === "≤" },
    award: given,
  };
  return { band, percent: percent1 === "%" || percent2 === "%", length: whole.length };
}

/** `≥90%`, `为100%`: a sign, or its word, before the number. */
function signedClause(text: string): Clause | null {
  const found = SIGNED.exec(text);
  if (!found) return null;
  const [whole, word, value = "", percent, in1, , , in2, , ...award] = found;
  const sign = signOf(word);
  const given = awardOf(award);
  if (given === null || sign === null) return null;
  const says = included(in1) ?? included(in2);
  return { band: bandOf(sign, decimal(value), says, given), percent: percent === "%", length: whole.length };
}

function suffixedClause(text: string): Clause | null {
  const found = SUFFIXED.exec(text);
  if (!found) return null;
  const [whole, value = "", percent, in1, , suffix = "", in2, , ...award] = found;
  const given = awardOf(award);
  if (given === null) return null;
  // 以上 includes the number (as laws count, 民法典 §1259), 以下 is the other side of it in a list of bands.
  const says = included(in1) ?? included(in2);
  const sign = suffix.endsWith("上") ? ">=" : suffix === "以下" ? "<" : "<=";
  return { band: bandOf(sign, decimal(value), says, given), percent: percent === "%", length: whole.length };
}

function bandOf(
  sign: NonNullable<ReturnType<typeof signOf>>,
  at: string,
  says: boolean | null,
  award: string,
): Band {
  const bound = { at, included: says ?? (sign === ">=" || sign === "<=" || sign === "=") };
  if (sign === "=") return { from: bound, to: bound, award };
  return sign.startsWith(">") ? { from: bound, to: null, award } : { from: null, to: bound, award };
}

function otherwiseBand(text: string, bands: readonly Band[]): Band | null {
  const found = OTHERWISE.exec(text);
  const award = found === null ? null : awardOf(found.slice(1));
  const froms = bands.flatMap(({ from }) => (from === null ? [] : [from]));
  const tos = bands.flatMap(({ to }) => (to === null ? [] : [to]));
  const isOpenAbove = froms.length === bands.length && tos.length < bands.length;
  const isOpenBelow = tos.length === bands.length && froms.length < bands.length;
  const [end, ...ends] = isOpenAbove ? froms : isOpenBelow ? tos : [];
  if (award === null || end === undefined) return null;
  const outwards = isOpenAbove ? -1 : 1;
  const outermost = ends.reduce(
    (far, next) => (exact(next.at).compare(exact(far.at)) === outwards ? next : far),
    end,
  );
  const bound = { at: outermost.at, included: outermost.included === false };
  return outwards < 0 ? { from: null, to: bound, award } : { from: bound, to: null, award };
}

function parse(plain: string): Bands | null {
  const bands: Band[] = [];
  let percent = false;
  for (let rest = plain; rest !== "";) {
    const otherwise = otherwiseBand(rest, bands);
    if (otherwise !== null) return { percent, bands: [...bands, otherwise] };
    const clause = rangeClause(rest) ?? sandwichedClause(rest) ?? suffixedClause(rest) ?? signedClause(rest);
    if (clause === null) return null;
    bands.push(clause.band);
    percent ||= clause.percent;
    rest = rest.slice(clause.length);
  }
  const isLonePoint = bands.length === 1 && (bands[0]?.from === null || bands[0]?.to === null);
  return bands.length === 0 || isLonePoint ? null : { percent, bands };
}

const marked = (bound: { at: string; included: boolean | null }, sign: string): string =>
  `${bound.at}${sign}${bound.included === null ? "" : bound.included ? "(含)" : "(不含)"}`;

function print({ percent, bands }: Bands): string {
  const sign = percent ? "%" : "";
  return bands
    .map(({ from, to, award }) => {
      if (from !== null && to !== null && from.at === to.at) return `=${from.at}${sign},${printAward(award)}`;
      if (from !== null && to !== null)
        return `${marked(from, sign)}-${marked(to, sign)},${printAward(award)}`;
      const [bound, above] = from !== null ? [from, true] : [to, false];
      const comparison = above
        ? bound?.included === false
          ? ">"
          : ">="
        : bound?.included === false
          ? "<"
          : "<=";
      return `${SIGN_SIGNS[comparison]}${bound?.at ?? ""}${sign},${printAward(award)}`;
    })
    .join(";");
}

function build(bands: Bands, of: ScoringCase): Built {
  const { bands: resolved, gaps } = resolveBands(bands);
  const share = takesOffAbove(resolved, of.pointsValue) ? shareOf : attainedShareOf;
  const number = bands.percent ? share(of) : (of.result ?? absent(of, "数值"));
  if ("kind" in number) return of.actual?.nature === "words" ? byWords(of) : number;
  if (!bands.percent && number.percent)
    return judgement(`评分标准按数值分档，完成情况“${spoken(number)}”是比率`);
  const bound = (at: Exact): Expression =>
    constant(bands.percent ? at.div(HUNDRED) : at, bands.percent ? "percent" : "amount");
  const score = resolved.reduceRight<Expression>((rest, band) => {
    const when = within(band, number.expression, bound);
    return conditional(when, awarded(band.award, of), rest, {
      then: `属于“${sayBand(band, bands.percent)}”档，${printAward(band.award)}`,
    });
  }, message(JUDGED));
  const found =
    gaps.length === 0
      ? []
      : [
          notes.bandGap(
            of.entry.rule?.cell ?? of.entry.cell,
            gaps.map(({ text }) => text).join("、"),
            gaps.some(({ from, to }) => liesIn(number.expression, bound(from), bound(to))),
          ),
        ];
  if (evaluate(score) === null) return judgement("结果不在评分标准列出的任何一档内，请人工评分", found);
  return { kind: "points", score, actual: of.result?.expression ?? number.expression, notes: found };
}

/** `控制率≤100%,得满分;>100%,不得分`: the highest band gives less than the lowest, so more of a limit is worse. */
function takesOffAbove(bands: readonly ResolvedBand[], points: Exact): boolean {
  const [lowest, ...others] = [...bands].sort(byLowEnd);
  const highest = others.at(-1);
  return (
    lowest !== undefined &&
    highest !== undefined &&
    worth(highest.award, points).compare(worth(lowest.award, points)) < 0
  );
}

function byLowEnd({ from: a }: ResolvedBand, { from: b }: ResolvedBand): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null);
  return a.at.compare(b.at);
}

function within({ from, to }: ResolvedBand, result: Expression, bound: (at: Exact) => Expression): Condition {
  if (from !== null && to !== null && from.at.equals(to.at)) return compare(result, "=", bound(from.at));
  const parts = [
    ...(from === null ? [] : [compare(result, from.included ? ">=" : ">", bound(from.at))]),
    ...(to === null ? [] : [compare(result, to.included ? "<=" : "<", bound(to.at))]),
  ];
  const [only, second] = parts;
  return only !== undefined && second === undefined ? only : both(...parts);
}

function liesIn(result: Expression, from: Expression, to: Expression): boolean {
  const [value, low, high] = [evaluate(result), evaluate(from), evaluate(to)];
  return value !== null && low !== null && high !== null && holds(value, ">", low) && holds(value, "<", high);
}

/** `≥90%,计5分;80%(含)-90%,计4分;…`, ascending or descending (rules catalogue N7, N20). */
export const bands: RuleKind<Bands> = {
  name: "bands",
  label: "按比率分档计分",
  parse,
  print,
  build,
  most: (parameters, points) =>
    parameters.bands
      .map(({ award }) => worth(award, points))
      .reduce((most, next) => (next.compare(most) > 0 ? next : most)),
};
