import { exact, HUNDRED, parseDecimal, type Exact } from "../expr/exact";
import type { Comparison } from "../model/quantity";
import { fold, hasHan } from "../text/characters";
import { readCount, readNumeral, readPercentWords } from "./chinese-numerals";
import {
  FILLERS,
  NEARLY_AFTER,
  NEARLY_BEFORE,
  SIGN_MARKS,
  SIGN_SUFFIXES,
  SIGN_WORDS,
  SIGNS,
  TIME_UNIT_WITHIN,
  TRENDS,
  UNIT_PREFIX,
  type Trend,
} from "./quantity-words";
import { readUnit } from "./quantity-units";

/** A number with what stands around it; positions are those of the text that was read. */
export interface NumberReading {
  readonly kind: "number";
  readonly comparison: Comparison;
  readonly value: Exact;
  readonly value2: Exact | null;
  readonly unit: string | null;
  readonly trend: Trend | null;
  /** Where the digits stand; null for ranges and Chinese numerals, which no formula reads. */
  readonly digits: readonly [start: number, end: number] | null;
}

export type TextMeaning = NumberReading | { readonly kind: "words" } | { readonly kind: "unreadable" };

const WORDS: TextMeaning = { kind: "words" };
const UNREADABLE: TextMeaning = { kind: "unreadable" };

// Scanned text puts spaces beside separators (`301. 36`, `15, 383. 72`); a space between digits is not read.
const NUMBER = /[-+]?(?:\d{1,3}(?: ?, ?\d{3})+(?!\d)|\d+)(?: ?\. ?\d+)?|[-+]?\.\d+/y;
const BETWEEN = /^\s*([^\d\s~–—至到-]{0,4}?)\s*(?:-|–|—|~|至|到)+\s*/;
const A_RATE_BEFORE = /^[\p{Script=Han}“”"]{0,14}?(?:率|度|比例)(?:达到?|为|:)?$/u;

interface Lead {
  readonly signs: readonly Comparison[];
  readonly trend: Trend | null;
  readonly unitBefore: string;
  readonly nearly: boolean;
  readonly at: number;
}

/** Reads `≥35批`, `每亩300`, `不超过2.6亿元`, `90%-110%`, `三次`; anything else is words, or unreadable where it looks like a number. */
export function readText(text: string): TextMeaning {
  const whole = fold(text);
  const folded = betweenBounds(whole.trim()) ?? whole;
  const lead = readLead(folded);
  const number = digitsAt(folded, lead.at);
  if (number === null) return readWithoutDigits(folded.trim(), lead);
  const rest = folded.slice(number.end);
  const between = BETWEEN.exec(rest);
  const upperAt = between === null ? 0 : number.end + between[0].length;
  const upper = between === null ? null : digitsAt(folded, upperAt);
  if (between !== null && upper !== null)
    return readRange(lead, number.value, between[1] ?? "", upper.value, folded.slice(upper.end));
  const meaning = finish(lead, number.value, rest);
  if (meaning !== null) return { ...meaning, digits: [number.start, number.end] };
  return looksLikeNumber(folded, lead) ? UNREADABLE : WORDS;
}

const AMOUNT = String.raw`\d[\d., ]*(?:\p{Script=Han}|%)*?`;
const BOTH_SIGNS = new RegExp(
  String.raw`^(?:≥|>=|不低于|不少于)\s*(${AMOUNT})\s*[,、]?(?:且|并且|并)?\s*(?:≤|<=|不高于|不超过|不多于)\s*(${AMOUNT})$`,
  "u",
);
const AROUND_A_NAME = new RegExp(
  String.raw`^(${AMOUNT})\s*(?:≤|<=)[^\d≤<>=]{0,10}(?:≤|<=)\s*(${AMOUNT})$`,
  "u",
);
const EITHER_WAY = new RegExp(
  String.raw`^(?:≤|<=|不超过|控制在|在)?\s*(?:±|\+/-|正负)\s*(${AMOUNT})(?:以内|之内|内|之间|范围内)?$`,
  "u",
);

/** `≥90%且≤110%`, `90%≤X≤110%`, `±10%以内` as a range is written; null for anything else. */
function betweenBounds(folded: string): string | null {
  const [, low, high] = BOTH_SIGNS.exec(folded) ?? AROUND_A_NAME.exec(folded) ?? [];
  if (low !== undefined && high !== undefined) return `${low}-${high}`;
  const [, deviation] = EITHER_WAY.exec(folded) ?? [];
  return deviation === undefined ? null : `-${deviation}-${deviation}`;
}

function digitsAt(folded: string, at: number): { value: Exact; start: number; end: number } | null {
  NUMBER.lastIndex = at;
  const match = NUMBER.exec(folded);
  const value = match && parseDecimal(match[0].replace(/[ ,]/g, ""));
  return match && value ? { value, start: at, end: at + match[0].length } : null;
}

/** Signs, fillers and units in front of the number, in any order. */
function readLead(folded: string): Lead {
  let at = 0;
  const signs: Comparison[] = [];
  let trend: Trend | null = null;
  let unitBefore = "";
  let nearly = false;
  for (;;) {
    while (folded[at] === " ") at += 1;
    const here = folded.slice(at);
    const sign = startOf(SIGN_MARKS, here) ?? startOf(SIGN_WORDS, here);
    const change = sign ? undefined : startOf(TRENDS, here);
    const filler = sign || change ? undefined : (startOf(NEARLY_BEFORE, here) ?? startOf(FILLERS, here));
    if (sign) signs.push(sign[1]);
    else if (change) trend = change[1];
    else if (filler && startOf(NEARLY_BEFORE, here)) nearly = true;
    const taken = sign ?? change ?? filler;
    if (taken) {
      at += taken[0].length;
      continue;
    }
    const before = /^[^\d.+-]*/.exec(here)?.[0].trimEnd() ?? "";
    if (before !== "" && before.length < here.length) {
      if (UNIT_PREFIX.test(before) && unitBefore === "") unitBefore = before;
      else if (!A_RATE_BEFORE.test(before)) {
        const inner = signInside(before);
        if (inner === null) return { signs, trend, unitBefore, nearly, at: folded.length };
        signs.push(inner);
      }
      at += before.length;
      continue;
    }
    return { signs, trend, unitBefore, nearly, at };
  }
}

/** `满意度≥95%`: the name of a rate, then the sign. */
function signInside(before: string): Comparison | null {
  for (const [mark, sign] of SIGNS) {
    if (before.endsWith(mark) && A_RATE_BEFORE.test(before.slice(0, -mark.length).trim())) return sign;
  }
  return null;
}

function startOf<T extends readonly [string, ...unknown[]]>(
  table: readonly T[],
  text: string,
): T | undefined {
  return table.find(([word]) => text.startsWith(word));
}

/** Unit and trailing sign; null when the rest is not a unit, or the signs contradict. */
function finish(lead: Lead, value: Exact, rest: string): NumberReading | null {
  let tail = rest
    .trim()
    .replace(/[。;,、.]+$/, "")
    .replace(/\(含[^()]+\)$/, "")
    .trim();
  if (lead.nearly || (NEARLY_AFTER.test(tail) && !tail.includes("%余"))) return null;
  const signs = [...lead.signs];
  const suffix = SIGN_SUFFIXES.find(([word]) => tail.endsWith(word));
  if (suffix) {
    signs.push(suffix[1]);
    tail = tail.slice(0, -suffix[0].length).trim();
  } else if (TIME_UNIT_WITHIN.test(tail)) {
    signs.push("<=");
    tail = tail.slice(0, -1);
  }
  const comparison = agree(signs);
  const unit = readUnit(lead.unitBefore, tail.replace(/\(含\)$/, "").trim());
  if (comparison === null || unit === null) return null;
  return {
    kind: "number",
    comparison,
    value: unit.percent ? value.div(HUNDRED) : value,
    value2: null,
    unit: unit.text,
    trend: lead.trend,
    digits: null,
  };
}

function agree(signs: readonly Comparison[]): Comparison | null {
  const different = new Set(signs);
  // 控制在…以内 says it twice; ≥ with a stray = is still ≥.
  return different.size > 1 ? null : (signs[0] ?? "none");
}

function readRange(lead: Lead, low: Exact, unitBetween: string, high: Exact, rest: string): TextMeaning {
  const reading = lead.signs.length > 0 ? null : finish(lead, high, rest.replace(/(?:之间|间)\s*$/, ""));
  const first = readUnit(lead.unitBefore, unitBetween.replace(/\(含\)$/, ""));
  if (reading === null || first === null || reading.comparison !== "none") return UNREADABLE;
  if (first.text !== null && first.text !== reading.unit) return UNREADABLE;
  const lower = reading.unit === "%" ? low.div(HUNDRED) : low;
  // 2021-2023年, 1-6月: a period, not an amount.
  const isPeriod =
    reading.unit === "年" ? lower.compare(exact(1900)) > 0 : reading.unit === "月" || reading.unit === "月份";
  if (isPeriod) return WORDS;
  if (lower.compare(reading.value) > 0) return UNREADABLE;
  return { ...reading, comparison: "range", value: lower, value2: reading.value };
}

function readWithoutDigits(text: string, lead: Lead): TextMeaning {
  // An ellipsis of signs, an error value of the sheet or of a program is no word, and 九十 means a number.
  if (/^#(?:DIV|N\/A|VALUE|REF|NAME|NUM|NULL)/.test(text) || NO_NUMBER.test(text)) return UNREADABLE;
  if (isBareNumeral(text)) return UNREADABLE;
  if (/\d/.test(text) && !hasHan(text)) return /^[A-Za-z]/.test(text) ? WORDS : UNREADABLE;
  if (lead.nearly && looksLikeNumber(text, lead)) return UNREADABLE;
  const [mark, sign] = startOf(SIGN_MARKS, text) ?? startOf(SIGN_WORDS, text) ?? ["", "none" as const];
  const marked = text.slice(mark.length).trim();
  const suffix = SIGN_SUFFIXES.find(([word]) => marked.endsWith(word));
  const rest = suffix === undefined ? marked : marked.slice(0, -suffix[0].length);
  const comparison = agree([sign, suffix?.[1]].filter((one) => one !== undefined && one !== "none"));
  if (comparison === null) return UNREADABLE;
  const percent = readPercentWords(rest);
  const common = { kind: "number", comparison, value2: null, trend: null, digits: null } as const;
  if (percent !== null) return { ...common, value: exact(percent).div(HUNDRED), unit: "%" };
  const count = readCount(rest);
  return count === null
    ? WORDS
    : { ...common, value: exact(count.value), unit: count.unit === "" ? null : count.unit };
}

/** What programs write where they have no number. */
const NO_NUMBER = /^(?:[-+]?(?:nan|inf|infinity)|null|none|undefined|true|false)$/i;

/** 九十, 二十五分, 一百: more than one figure, so that nobody means a word by it. */
function isBareNumeral(text: string): boolean {
  const numeral = /^([〇零一二两三四五六七八九十百千万]{2,})分?$/.exec(text)?.[1];
  return numeral !== undefined && /[十百千]/.test(numeral) && readNumeral(numeral) !== null;
}

/** Short, and the number comes first: `50左右`, `3/5`, `约50`; a sentence with a number in it is words. */
function looksLikeNumber(folded: string, lead: Lead): boolean {
  const text = folded.trim();
  return (
    text.length <= 15 && (lead.nearly || lead.signs.length > 0 || /^[-+.\d]/.test(text)) && /\d/.test(text)
  );
}
