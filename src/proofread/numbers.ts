import { exact, parseDecimal, type Exact } from "../expr/exact";
import { powerOfTen, type Printed } from "../printed/precision";
import { factorOf } from "../quantities/quantity-words";
import { readNumeral } from "../quantities/chinese-numerals";
import { labelOf, nounAfter } from "./labels";
import { leftOutAs } from "./left-out";
import { pageNumberFrom, serialCell } from "./row-numbers";
import { MOST_PASSAGES } from "./passages";
import type { Hold, LeftOut, NumberKind, Passage, ReadText, TextNumber } from "./text-model";
import { unitAt, type UnitAfter } from "./units";

// Scanned text puts spaces beside separators (`301. 36`).
const CELL_NUMERAL = /(?:\d{1,3}(?: ?, ?\d{3})+(?!\d)|\d+)(?: ?\. ?(?!(?:19|20)\d\d ?年)\d+)?/g;
/** In prose also groups with blanks (`2 455.5万元`, `8 7.5%`) and numerals in words (`二千四百万元`). */
const NUMERAL = new RegExp(
  `(?<![\\d.,])\\d{1,3}(?: \\d{3})+(?:\\.\\d+)?(?= ?(?:[万亿]?元|万|%|人|户))|(?<![\\d.,])\\d{1,2} \\d{1,3}\\.\\d+(?= ?(?:[万亿]?元|%|分))|${CELL_NUMERAL.source}|(?<![\\p{Script=Han}]第)[一二两三四五六七八九十百千][一二两三四五六七八九十百千零〇]+(?=(?:万|亿)?元|(?:万|亿)?人次?(?:[,。;、)]|$))`,
  "gu",
);
/** `1. 2023年`: the numbering of the paragraph is not the whole part of a decimal. */
const NUMBERING = /^[-\s]*(?:\( ?\d{1,2} ?\)|\d{1,2} ?[、)]|\d{1,2} ?\.(?!\d)(?!\s\d{1,2}(?!\d)))/;
const CLAUSE_START = /[,;:。!?、()（）[\]【】〔〕]/;
const SENTENCE_END = /[。!?]|;(?=[一二三四五六七八九十]{1,2}是)/g;
const LIMIT_BEFORE =
  /(?:[≥≤<>]|不低于|不少于|不超过|不高于|超过|高于|低于|至少|不小于|不大于|少于|多于|大于|小于|在|达到或超过) ?=? ?$/;
const LIMIT_AFTER = /^ ?(?:以上|以下|以内|\(含\)|及以上|之内)/;
const ABOUT = /(?:约|大约|近|将近|接近) ?$/;
const ABOUT_AFTER = /^ ?[余多几]/;
const RANGE_AFTER = /^ ?%?分?(?:\(含\))? ?[-—–~～至到]+ ?\d/;
const RANGE_BEFORE = /\d ?%?分?(?:\(含\))? ?[-—–~～至到]+ ?$/;
const NEGATIVE = /(?:^|[\s(=为:是])[-−] ?$/;
const WINDOW = 40;
const LONGEST_FORMULA = 260;
const LONGEST_SENTENCE = 160;
/** A longer report than any; the rest is not read. */
const MOST_NUMBERS = 10_000;
/** Lines of a table of contents. */
const CONTENTS = 60;

/** Every number of the passages: the facts, and those left out with the reason. */
export function readNumbers(passages: readonly Passage[]): ReadText {
  const numbers: TextNumber[] = [];
  const leftOut: LeftOut[] = [];
  let sentences = 0;
  let contentsUntil = -1;
  for (const [index, passage] of passages.entries()) {
    if (/^目 ?录$/.test(passage.text)) contentsUntil = index + CONTENTS;
    const sentenceBounds = boundsOf(passage.text);
    const inContents = index < contentsUntil;
    const scope: Scope = { passage, index, sentenceBounds, sentenceBase: sentences, inContents };
    sentences += sentenceBounds.length;
    let previousEnd = passage.kind === "row" ? 0 : (NUMBERING.exec(passage.text)?.[0].length ?? 0);
    const pattern = passage.kind === "row" ? CELL_NUMERAL : NUMERAL;
    pattern.lastIndex = previousEnd;
    for (let match = pattern.exec(passage.text); match !== null; match = pattern.exec(passage.text)) {
      if (numbers.length + leftOut.length >= MOST_NUMBERS)
        return { passages, numbers, leftOut, truncated: true };
      const read = readOne(scope, match[0], match.index, previousEnd);
      if ("as" in read) leftOut.push(read);
      else {
        numbers.push(read);
        previousEnd = read.end;
      }
    }
  }
  return { passages, numbers, leftOut, truncated: passages.length >= MOST_PASSAGES };
}

interface Scope {
  readonly passage: Passage;
  readonly index: number;
  /** Ends of the sentences. */
  readonly sentenceBounds: readonly number[];
  readonly sentenceBase: number;
  readonly inContents: boolean;
}

function boundsOf(text: string): number[] {
  return [...[...text.matchAll(SENTENCE_END)].map((match) => match.index + 1), text.length];
}

function readOne(scope: Scope, numeral: string, start: number, previousEnd: number): TextNumber | LeftOut {
  const { passage } = scope;
  const { text } = passage;
  const digitsEnd = start + numeral.length;
  const inWords = /^\d/.test(numeral) ? null : readNumeral(numeral);
  const digits = inWords === null ? numeral.replace(/[ ,]/g, "") : String(inWords);
  const column =
    passage.kind === "row" ? passage.cells.findIndex(([from, to]) => from <= start && start < to) : -1;
  const [cellStart, cellEnd] = passage.cells[column] ?? [0, text.length];
  const before = text.slice(Math.max(cellStart, start - WINDOW), start);
  const after = text.slice(digitsEnd, Math.min(cellEnd, digitsEnd + WINDOW));
  const unit = moneyOf(unitAt(column === -1 ? text : text.slice(0, cellEnd), digitsEnd), text, digitsEnd);
  const as =
    leftOutAs({ digits, before, after }) ??
    (unit === null && pageNumberFrom(passage, start, digitsEnd, scope.inContents) ? "page-number" : null) ??
    (unit === null && serialCell(passage, column, digits) ? "serial-number" : null);
  const offset = passage.offsetOf(start);
  if (as !== null) return { text: numeral, offset, as };
  const end = digitsEnd + (unit?.length ?? 0);
  const sentence = sentenceAt(scope, start);
  const clause =
    formulaName(text, sentence.from, start) ??
    clauseBefore(text, Math.max(cellStart, previousEnd, start - WINDOW), start);
  return {
    text: text.slice(start, end),
    offset,
    kind: kindOf(unit, clause),
    unit: unit?.unit ?? null,
    printed: printedOf(text.slice(start, end), digits, unit, NEGATIVE.test(before.slice(-4))),
    hold: holdOf(before, text.slice(end, end + 12)),
    label: column > 0 && labelOf(clause) === "" ? cellLabel(passage, column) : labelOf(clause),
    noun: passage.kind === "row" ? "" : nounAfter(text.slice(end, end + 14)),
    year: /((?:19|20)\d\d) ?年/.exec(text.slice(Math.max(sentence.from, start - WINDOW), start))?.[1] ?? null,
    sentence: sentence.text,
    passage: scope.index,
    sentenceNumber: sentence.number,
    start,
    end,
    column: column === -1 ? null : column,
  };
}

/** 20万 beside amounts in 万元 is money. */
function moneyOf(unit: UnitAfter | null, text: string, position: number): UnitAfter | null {
  if (unit?.unit !== "万" && unit?.unit !== "亿") return unit;
  const isAmount =
    /(?:资金|经费|金额|支出|收入|投资|预算|增收|减收|款)[^,。;]{0,8}$/.test(
      text.slice(Math.max(0, position - 24), position).replace(/[\d., ]+$/, ""),
    ) && /^(?:[,。;、:()]|$|其中)/.test(text.slice(position + unit.length).trimStart());
  return isAmount ? { ...unit, kind: "money", unit: `${unit.unit}元` } : unit;
}

/** 控制率 of `控制率＝（A÷B）×100%＝10.12%`: the number's name stands before the formula. */
function formulaName(text: string, from: number, start: number): string | null {
  if (!/= ?[-−]?$/.test(text.slice(Math.max(0, start - 3), start))) return null;
  const window = text.slice(Math.max(from, start - LONGEST_FORMULA), start);
  const name = /^([^=]*)=[^=]*[÷/×][^=]*= ?[-−]?$/.exec(window)?.[1];
  return name === undefined ? null : (name.split(/[,;:。]/).at(-1) ?? null);
}

function kindOf(unit: UnitAfter | null, clause: string): NumberKind {
  if (unit === null) return "bare";
  return unit.kind === "money" &&
    /(?:每\p{Script=Han}{1,2}|[人户亩生]均)\p{Script=Han}{0,4}$/u.test(clause.trim())
    ? "standard"
    : unit.kind;
}

function holdOf(before: string, after: string): Hold {
  if (RANGE_BEFORE.test(before) || RANGE_AFTER.test(after)) return "range";
  if (ABOUT.test(before) || ABOUT_AFTER.test(after)) return "about";
  return LIMIT_BEFORE.test(before) || LIMIT_AFTER.test(after) ? "limit" : "stated";
}

/** The words of the clause before the number; a number in between ends them. */
function clauseBefore(text: string, from: number, start: number): string {
  let begin = start;
  while (begin > from && !CLAUSE_START.test(text[begin - 1] ?? "")) begin -= 1;
  const words = text.slice(begin, start);
  // `得分率：95%` and `投入绩效为13分`: a colon right before the number is part of its clause.
  if (words.trim() === "" && text[begin - 1] === ":" && begin - 1 > from)
    return clauseBefore(text, from, begin - 1);
  // `补助资金(冀财社[2022]172号)4万元`: the remark in brackets stands between the name and the number.
  const bracket = words.trim() === "" && text[begin - 1] === ")" ? text.lastIndexOf("(", begin - 2) : -1;
  return bracket > begin - WINDOW && bracket > 0
    ? clauseBefore(text, Math.max(0, bracket - WINDOW), bracket)
    : words;
}

function cellLabel(passage: Passage, column: number): string {
  for (let at = column - 1; at >= 0; at -= 1) {
    const [from, to] = passage.cells[at] ?? [0, 0];
    const words = passage.text.slice(from, to);
    if (/\p{Script=Han}/u.test(words) && !/\d/.test(words)) return labelOf(words);
  }
  return "";
}

function sentenceAt(
  { passage, sentenceBounds, sentenceBase }: Scope,
  start: number,
): { text: string; from: number; number: number } {
  let low = 0;
  for (let high = sentenceBounds.length - 1; low < high;) {
    const middle = (low + high) >> 1;
    if ((sentenceBounds[middle] ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  const from = low === 0 ? 0 : (sentenceBounds[low - 1] ?? 0);
  const to = sentenceBounds[low] ?? passage.text.length;
  const begin = start - from > LONGEST_SENTENCE - 20 ? start - (LONGEST_SENTENCE - 60) : from;
  return {
    text: passage.text.slice(begin, Math.min(to, begin + LONGEST_SENTENCE)).trim(),
    from,
    number: sentenceBase + low,
  };
}

function printedOf(text: string, digits: string, unit: UnitAfter | null, isNegative: boolean): Printed {
  const face = parseDecimal(digits) ?? exact(0);
  const shown: Exact = isNegative ? face.neg() : face;
  const shift = unit?.unit === "%" ? 2 : unit?.unit === "‰" ? 3 : 0;
  const decimals = digits.split(".")[1]?.length ?? 0;
  const factor = shift > 0 || unit === null ? exact(1) : factorOf(unit.unit);
  return {
    text: (isNegative ? "-" : "") + text,
    value: shown.div(powerOfTen(shift)),
    places: decimals + shift,
    shift,
    factor,
  };
}
