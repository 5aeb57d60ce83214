import { differenceOf, exactly, productOf, quotientOf, sumOf, type Estimate } from "../../printed/estimate";
import { exact, HUNDRED, parseDecimal } from "../../expr/exact";
import { nameKey } from "../labels";
import type { Reading, Relation } from "../reading";
import { estimate, relation } from "../relation";
import type { TextNumber } from "../text-model";

/** 控制率＝（A÷B）×100%＝: the name, the formula and the result that stands behind it. */
const WRITTEN = /([^()=,。;:]{2,24})= ?([^=。;]{3,120}[÷/×][^=。;]{0,120})= ?[-−]?$/;
const TOKEN = / *([()+\-−÷/×]|\d+(?:\.\d+)?%?|[^()+\-−÷/×\d]+)/y;
/** More than any report prints. */
const MOST_FORMULAS = 300;
const LOOK_BACK = 3;
const MOST_NUMBERS = 120;
const AGREEING = 0.6;
const NEAR = exact("0.25");
const GENERIC = /(?:总额|总数|金额|人数|数)$/;
/** What a form calls by two names. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/上年(?:度)?(?=结转|结余)/g, "年初"],
  [/安排|总额|的/g, ""],
];

/** A rate whose formula is printed with the names of its numbers, which stand before it: amounts divided, or rates weighted. */
export const writtenFormulas: Relation = (reading) =>
  reading.numbers
    .filter((number) => endsFormula(reading, number))
    .slice(0, MOST_FORMULAS)
    .flatMap((stated) => {
      const text = reading.passages[stated.passage]?.text ?? "";
      const match = WRITTEN.exec(text.slice(Math.max(0, stated.start - 260), stated.start));
      if (match === null) return [];
      const should = new Formula(
        match[2] ?? "",
        namedBefore(reading, stated, /[÷/]/.test(match[2] ?? "")),
      ).value();
      if (should === null) return [];
      const found = relation({ kind: "rate", stated, should, how: "按所列公式", what: match[1] ?? "" });
      // A name that was read for another number gives something far off.
      const isNear =
        should.face.sub(stated.printed.value).abs().compare(stated.printed.value.abs().mul(NEAR)) <= 0;
      return found.verdict !== "fails" || isNear ? [found] : [];
    });

function endsFormula({ passages }: Reading, { kind, column, passage, start }: TextNumber): boolean {
  const before = (passages[passage]?.text ?? "").slice(Math.max(0, start - 3), start);
  return kind === "rate" && column === null && /= ?[-−]?$/.test(before);
}

type Lookup = (name: string) => Estimate | null;

/** The number whose words agree best with the name, among those of this and the passages right before. */
function namedBefore(
  { byPassage, passages, year }: Reading,
  stated: TextNumber,
  isQuotient: boolean,
): Lookup {
  const section = passages[stated.passage]?.section;
  const near = byPassage
    .slice(Math.max(0, stated.passage - LOOK_BACK), stated.passage + 1)
    .flat()
    .slice(-MOST_NUMBERS)
    .filter(
      ({ start, passage, hold }) =>
        hold === "stated" &&
        passages[passage]?.section === section &&
        (passage < stated.passage || start < stated.start - 1),
    );
  return (name) => {
    const key = plain(name);
    const wanted = yearOf(name, year);
    const rated = near
      .filter(
        (number) =>
          (isQuotient ? number.kind === "money" || number.kind === "count" : number.kind === "rate") &&
          (wanted === null || number.year === null || number.year === wanted),
      )
      .map((number) => ({ number, share: agreement(key, plain(number.label)) }))
      .filter(({ share }) => share >= AGREEING)
      .sort((a, b) => b.share - a.share);
    const [best] = rated;
    const rivals = rated.filter(
      ({ share, number }) =>
        best !== undefined && share === best.share && !number.printed.value.equals(best.number.printed.value),
    );
    return best === undefined || rivals.length > 0 ? null : estimate(best.number);
  };
}

function plain(name: string): string {
  const words = SAME.reduce((text, [from, to]) => text.replace(from, to), nameKey(name)).replace(
    /^(?:本单位|本年度|上年度)/,
    "",
  );
  const head = words.replace(GENERIC, "");
  return head.length >= 2 ? head : words;
}

function yearOf(name: string, year: string | null): string | null {
  if (year === null) return null;
  if (/本年度|当年度/.test(name)) return year;
  return /上年度|上一年度/.test(name) ? String(Number(year) - 1) : null;
}

/** Shared pairs of characters as a share of the shorter name's. */
function agreement(a: string, b: string): number {
  const pairs = (words: string): string[] =>
    [...words].slice(1).map((letter, at) => `${[...words][at] ?? ""}${letter}`);
  const [of, among] = a.length <= b.length ? [pairs(a), new Set(pairs(b))] : [pairs(b), new Set(pairs(a))];
  return of.length === 0 ? 0 : of.filter((pair) => among.has(pair)).length / of.length;
}

/** A ÷ B, (A − B) ÷ C × 100%: names, numbers, brackets and the four signs. */
class Formula {
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(
    text: string,
    private readonly lookup: Lookup,
  ) {
    const tokens: string[] = [];
    TOKEN.lastIndex = 0;
    for (let match = TOKEN.exec(text); match !== null && tokens.length < 40; match = TOKEN.exec(text)) {
      const token = (match[1] ?? "").trim();
      if (token !== "") tokens.push(token);
    }
    this.tokens = tokens;
  }

  /** Null where a name is not found or the text is no formula. */
  value(): Estimate | null {
    const value = this.sum();
    return this.at === this.tokens.length ? value : null;
  }

  private sum(): Estimate | null {
    let value = this.product();
    while (value !== null && /^[+\-−]$/.test(this.tokens[this.at] ?? "")) {
      const isPlus = this.tokens[this.at] === "+";
      this.at += 1;
      const right = this.product();
      value = right === null ? null : isPlus ? sumOf([value, right]) : differenceOf(value, right);
    }
    return value;
  }

  private product(): Estimate | null {
    let value = this.factor();
    while (value !== null && /^[÷/×]$/.test(this.tokens[this.at] ?? "")) {
      const isTimes = this.tokens[this.at] === "×";
      this.at += 1;
      const right = this.factor();
      value = right === null ? null : isTimes ? productOf(value, right) : quotientOf(value, right);
    }
    return value;
  }

  private factor(): Estimate | null {
    const token = this.tokens[this.at] ?? "";
    this.at += 1;
    if (token === "(") {
      const inner = this.sum();
      this.at += 1;
      return this.tokens[this.at - 1] === ")" ? inner : null;
    }
    const number = parseDecimal(token.replace("%", ""));
    if (number !== null) return exactly(token.endsWith("%") ? number.div(HUNDRED) : number);
    return /^[\p{Script=Han}]/u.test(token.replace(/^["“”]+/, "")) ? this.lookup(token) : null;
  }
}
