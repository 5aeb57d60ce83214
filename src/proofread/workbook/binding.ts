import { ONE, type Exact } from "../../expr/exact";
import { estimateOf, judge } from "../../printed/precision";
import type { Mention } from "../grammar/mentions";
import { agreement } from "../grammar/mentions";
import { isMisprintOf } from "../misprint";
import type { ProofreadSubject, Reading } from "../reading";
import { relation } from "../relation";
import type { TextMatch, TextNumber, TextRelation } from "../text-model";
import { baseUnit } from "../units";
import { factsOf, type Fact, type FactRole } from "./facts";
import { isGeneric, sayingOf, type Saying } from "./roles";

/** Fewer significant digits than this are met by chance. */
const DISTINCTIVE = 4;
/** As many are met nowhere by chance. */
const LONG = 5;
const ALIKE = 0.6;
const VERY = 0.85;
const TOTAL_SCORE = /(?:综合|总体|整体|绩效|自评|评价|最终|项目).{0,6}(?:得分|评分|总分)/;
const BARE_SCORE = /^(?:总)?(?:得分|评分)/;
const ONE_SCORE = /[该此本各每]项|指标|单项|方面|上年|去年/;
const MOST_NAMED = 400;
const TEN_THOUSAND = ONE.mul(10_000);

export interface Binding {
  readonly matches: readonly TextMatch[];
  readonly relations: readonly TextRelation[];
}

/** The numbers of the text beside those of the workbook: which agree, and which say another number than the cell. */
export function bindToWorkbook(
  reading: Reading,
  mentions: readonly Mention[],
  subject: ProofreadSubject,
): Binding {
  const facts = factsOf(subject);
  if (facts.length === 0) return { matches: [], relations: [] };
  const named = new Map(mentions.map((mention) => [mention.number, mention]));
  const sayings = reading.numbers
    .filter((number) => comparable(number, named.get(number)))
    .map((number) => sayingOf(reading, number, named.get(number)));
  const matches: TextMatch[] = [];
  const open: Saying[] = [];
  for (const saying of sayings) {
    const match = agreeing(saying, facts);
    if (match !== null) matches.push(match);
    else open.push(saying);
  }
  const said = new Set(matches.map(({ cell }) => keyOf(cell)));
  const relations = open.flatMap((saying) => differing(saying, facts, said) ?? []);
  return { matches, relations };
}

/** Changes and shares are of other numbers than the workbook states. */
function comparable({ hold }: TextNumber, mention: Mention | undefined): boolean {
  return (
    hold !== "range" &&
    (mention === undefined ||
      (mention.role === "change" && mention.base === "") ||
      !["growth", "per-year", "compared", "share", "share-base", "between", "change"].includes(mention.role))
  );
}

function keyOf({ sheet, row, column }: Fact["cell"]): string {
  return `${sheet}!${row},${column}`;
}

/** The cell with this very number, by name and role, else by a value that is too distinctive for chance. */
function agreeing(saying: Saying, facts: readonly Fact[]): TextMatch | null {
  const { number } = saying;
  const { low, high } = estimateOf(number.printed);
  let best: { fact: Fact; rank: number; why: string } | null = null;
  for (const fact of facts) {
    if (
      !compatible(number, fact) ||
      !valuesOf(number, fact).some((value) => value.compare(low) >= 0 && value.compare(high) <= 0)
    )
      continue;
    if (!valuesOf(number, fact).some((value) => judge(number.printed, value) === "holds")) continue;
    const likeness = likenessOf(saying, fact);
    const clash = clashes(saying, fact);
    const isExactValue = fact.value.equals(number.printed.value.mul(number.printed.factor));
    const rank = likeness + (saying.role === fact.role ? 1 : 0) + (isExactValue ? 0.2 : 0) - (clash ? 2 : 0);
    if (best === null || rank > best.rank)
      best = { fact, rank, why: whyOf(likeness, saying.role === fact.role) };
  }
  if (best === null || best.rank < 0) return null;
  const { fact, why } = best;
  const isNamed =
    likenessOf(saying, fact) >= ALIKE &&
    (saying.role === null ||
      saying.role === fact.role ||
      fact.role === "result" ||
      fact.role === "datum" ||
      fact.role === "target");
  if (!isNamed && significantDigits(number) < DISTINCTIVE) return null;
  return {
    number,
    cell: fact.cell,
    name: fact.name,
    by: isNamed ? "name" : "value",
    why: isNamed ? why : "数值相同，名称请核对",
  };
}

function whyOf(likeness: number, sameRole: boolean): string {
  if (likeness >= VERY) return sameRole ? "名称、含义与数值一致" : "名称与数值一致";
  return sameRole ? "含义与数值一致" : "名称相近，数值一致";
}

/** A cell without a unit may count in 元 or in 万元; a number without one in that of its cell. */
function valuesOf({ kind }: TextNumber, { value, unit, printed }: Fact): readonly Exact[] {
  if (kind === "bare") return [value, printed.value];
  return unit === null && kind === "money" ? [value, value.mul(TEN_THOUSAND)] : [value];
}

function compatible({ kind, unit, printed }: TextNumber, fact: Fact): boolean {
  if (kind === "rate")
    return fact.unit === "%" || (fact.unit === null && printed.shift > 0 && fact.value.compare(10) < 0);
  if (fact.unit === "%") return false;
  if (kind === "bare") return fact.role !== "rate";
  if (kind === "points") return fact.unit === "分" || fact.unit === null;
  return fact.unit === null ? fact.role !== "score" && fact.role !== "points" : baseUnit(unit) === fact.unit;
}

/** How well the text's words name the fact: an indicator by its name, a fund by its item and what it is. */
function likenessOf({ words, subject, role, name, isNumbered }: Saying, fact: Fact): number {
  if (fact.subject === "" && fact.role === "score")
    return (TOTAL_SCORE.test(words) || (!isNumbered && BARE_SCORE.test(words))) && !ONE_SCORE.test(words)
      ? 1
      : 0;
  if (fact.subject === "") return subject.length <= 1 && role === fact.role ? 1 : 0;
  if (isGeneric(fact.subject)) return name === fact.subject ? 1 : 0;
  if (isFundRole(fact.role)) {
    const isOf =
      subject !== "" && (words.includes(fact.subject) || agreement(subject, fact.subject) >= ALIKE);
    return isOf && role === fact.role ? 0.9 : 0;
  }
  if (fact.subject.length < 2) return 0;
  if (words.includes(fact.subject))
    return fact.subject.length >= 4 ? 1 : words.endsWith(fact.subject) ? 0.9 : 0.5;
  return Math.max(agreement(words, fact.subject), overlap(words, fact.subject));
}

function isFundRole(role: FactRole): boolean {
  return role === "initial-budget" || role === "budget" || role === "executed" || role === "rate";
}

/** Shared pairs of characters as a share of the fact's. */
function overlap(words: string, name: string): number {
  const pairs = [...name].slice(1).map((letter, at) => `${name[at] ?? ""}${letter}`);
  return pairs.length < 3 ? 0 : (pairs.filter((pair) => words.includes(pair)).length / pairs.length) * 0.9;
}

/** The text says of itself that it is something else than the fact. */
function clashes({ role, stage }: Saying, { role: other }: Fact): boolean {
  if (stage === "past") return true;
  if (role === null || other === "datum") return false;
  if (role === "target") return other !== "target" && other !== "result";
  if (isFundRole(other) || isFundRole(role)) {
    // A budget and an initial budget are often one number; an indicator may count money.
    const budgets = ["budget", "initial-budget"];
    return (
      role !== other &&
      !(budgets.includes(role) && budgets.includes(other)) &&
      other !== "result" &&
      other !== "target"
    );
  }
  return role !== other && (other === "score" || other === "points");
}

/** The only cell that the text can mean says another number. */
function differing(saying: Saying, facts: readonly Fact[], said: ReadonlySet<string>): TextRelation | null {
  const { number, stage, role } = saying;
  const isTarget = number.hold === "limit" && role === "target";
  if ((number.hold !== "stated" && !isTarget) || stage === "past" || number.kind === "standard") return null;
  const all = meantBy(saying, facts);
  if (all === null) return null;
  // One digit apart from what is meant: so surely a misprint that it may be a row of a long list as well.
  const close = all.filter(({ fact }) => isOneOff(number, fact));
  const [closest] = close;
  const meant = all.filter(({ fact }) => !fact.isListed);
  const top = meant.filter((one) => rankOf(saying, one) === rankOf(saying, meant[0] ?? one));
  const [first] = top;
  const isOnly = first !== undefined && top.every(({ fact }) => fact.value.equals(first.fact.value));
  if (isOnly && isCertain(saying, first, said)) return against(saying, first.fact, "error");
  const isClear = isOnly || first === undefined || significantDigits(number) > LONG;
  if (closest !== undefined && isClear && close.every(({ fact }) => fact.value.equals(closest.fact.value)))
    return against(saying, closest.fact, "warning");
  if (isOnly && first.likeness >= VERY && number.kind !== "bare" && !said.has(keyOf(first.fact.cell))) {
    const others = meant.filter(({ fact }) => fact.subject === first.fact.subject && fact !== first.fact);
    return others.length <= 1 ? against(saying, first.fact, "warning") : null;
  }
  return first === undefined || first.likeness < VERY ? nearMiss(saying, facts, said) : null;
}

interface Meant {
  readonly fact: Fact;
  readonly likeness: number;
}

/** The facts that the words name, the likeliest first; null where they name too many. */
function meantBy(saying: Saying, facts: readonly Fact[]): Meant[] | null {
  const meant: Meant[] = [];
  for (const fact of facts) {
    if (!compatible(saying.number, fact) || clashes(saying, fact)) continue;
    // A datum is meant only by its own name, right before the number.
    const isDatum = fact.role === "datum";
    const likeness = isDatum
      ? Math.max(
          agreement(saying.name, fact.subject),
          fact.isListed && saying.number.column !== null ? likenessOf(saying, fact) : 0,
        )
      : likenessOf(saying, fact);
    if (likeness >= (isDatum ? VERY : ALIKE)) meant.push({ fact, likeness });
    if (meant.length > MOST_NAMED) return null;
  }
  return meant.sort((a, b) => rankOf(saying, b) - rankOf(saying, a));
}

/** Name and role are the cell's own, and the text states the cell's number nowhere else. */
function isCertain({ number, role }: Saying, { fact, likeness }: Meant, said: ReadonlySet<string>): boolean {
  const sameRole = role === fact.role || fact.role === "datum" || (role === null && fact.role !== "target");
  const isCell = number.kind === "bare" && number.column !== null && role === fact.role;
  return likeness >= VERY && sameRole && !said.has(keyOf(fact.cell)) && (number.kind !== "bare" || isCell);
}

function rankOf({ role, stage }: Saying, { fact, likeness }: Meant): number {
  const fits = role === fact.role ? 1 : 0;
  const ofStage =
    fact.role === "result"
      ? stage === "planned"
        ? -0.5
        : 0.3
      : fact.role === "target"
        ? stage === "planned"
          ? 0.3
          : -0.3
        : 0;
  return likeness + fits + ofStage;
}

/** One digit apart from a number of the workbook that has too many digits for chance and that the text states nowhere. */
function nearMiss(saying: Saying, facts: readonly Fact[], said: ReadonlySet<string>): TextRelation | null {
  const { number } = saying;
  const digits = significantDigits(number);
  if (digits < DISTINCTIVE - 1 || number.kind === "bare") return null;
  const close = facts.filter(
    (fact) =>
      (digits > LONG || !said.has(keyOf(fact.cell))) &&
      compatible(number, fact) &&
      !clashes(saying, fact) &&
      isOneOff(number, fact) &&
      (digits > DISTINCTIVE ||
        likenessOf(saying, fact) > (digits === DISTINCTIVE ? 0.2 : 0.4) ||
        saying.role === fact.role),
  );
  const [fact] = close;
  return fact === undefined || close.some(({ value }) => !value.equals(fact.value))
    ? null
    : against(saying, fact, "warning");
}

function isOneOff(number: TextNumber, fact: Fact): boolean {
  return valuesOf(number, fact).some((value) => isMisprintOf(number, value));
}

function against({ number }: Saying, fact: Fact, severity: "error" | "warning"): TextRelation | null {
  const [value = fact.value] = [...valuesOf(number, fact)].sort(
    (a, b) => (isMisprintOf(number, b) ? 1 : 0) - (isMisprintOf(number, a) ? 1 : 0),
  );
  const scale = value.div(fact.value.equals(0) ? ONE : fact.value);
  const estimate = estimateOf(fact.printed);
  const should = fact.value.equals(0)
    ? estimate
    : { face: estimate.face.mul(scale), low: estimate.low.mul(scale), high: estimate.high.mul(scale) };
  if (judge(number.printed, should) !== "fails") return null;
  return relation({
    kind: "workbook",
    stated: number,
    should,
    how: `工作簿“${fact.name}”`,
    cell: fact.cell,
    severity,
  });
}

function significantDigits({ printed }: TextNumber): number {
  return ((printed.value.n * 10n ** 12n) / printed.value.d).toString().replace(/0+$/, "").length;
}
