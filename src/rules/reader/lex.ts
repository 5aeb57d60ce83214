import { wordTable } from "../../text/word-table";
import { exact, HUNDRED, type Exact } from "../../expr/exact";
import type { PlainText } from "./text";
import { CHINESE, DECIMAL, NUMBER, SIGNS, UNIT, WORDS, COUNTERS, MEASURES, type Letter } from "./words";
import type { Sign } from "./plan";

export interface Token {
  readonly letter: Letter;
  readonly text: string;
  /** In the plain text. */
  readonly from: number;
  readonly to: number;
  /** Percentages as fractions, amounts in base units. */
  readonly value: Exact | null;
  readonly unit: string;
  readonly absolute: boolean;
  readonly verb: "give" | "add" | "deduct";
  readonly sign: Sign | null;
}

const COMPILED = WORDS.map(([letter, pattern]) => [letter, new RegExp(pattern, "y")] as const);
const ONE_OF = new RegExp(UNIT, "y");
/** At the beginning of a clause: `得分=…`, a definition `X率=…`, a product with the points. */
const WHOLE_CLAUSES: readonly (readonly [Letter, RegExp])[] = [
  [
    "f",
    /(?:即|则)?(?:评价指标|该项|本项|指标|此项)?[^,;=\d%]{0,20}?(?:得分值?|分值|分数)(?:=|为:?(?=[^,;]*[×÷/]))([^,;]+)/y,
  ],
  ["v", /[^,;=\d%得]{1,24}(?:率|度|比例|比重)=(?=[^,;]*[/÷×])[^,;]+/y],
  [
    "f",
    /(?:以|按)?(?:实际评定的)?((?:(?!的按)[^,;=×:]){1,60}×(?:\d+(?:\.\d+)?分?|(?:该项|本项|该指标|指标)*(?:权重分?值?|分值|标准分|满分))|(?:\d+(?:\.\d+)?分|(?:该项|本项|指标)*(?:权重分?值?|分值))×[^,;=×\d]{1,24})(?:计算得分|计算|计分|得分)?(?=[,;]|$)/y,
  ],
];

/** The words of a wording, each with its place; what is in no list is text. */
export function tokensOf({ text }: PlainText): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < text.length;) {
    const token = clauseAt(text, at, out) ?? oneOfAt(text, at, out) ?? wordAt(text, at);
    const last = out.at(-1);
    if (token !== null && token.letter !== "t") out.push(token);
    else {
      const piece = token?.text ?? text.charAt(at);
      if (last?.letter === "t" && last.to === at)
        out[out.length - 1] = { ...last, text: last.text + piece, to: at + piece.length };
      else out.push(made("t", piece, at));
    }
    at = out.at(-1)?.to ?? text.length;
  }
  return out;
}

function clauseAt(text: string, at: number, before: readonly Token[]): Token | null {
  const begins = at === 0 || /[,;]/.test(text.charAt(at - 1));
  const behind = text.charAt(at) === "按" && (text.charAt(at - 1) === "的" || before.at(-1)?.letter === "X");
  if (!begins && !behind) return null;
  for (const [letter, pattern] of WHOLE_CLAUSES) {
    const found = matchAt(pattern, text, at);
    if (found === null) continue;
    const formula = letter === "f" ? (found[1] ?? found[0]) : found[0];
    return { ...made(letter, formula, at), to: at + found[0].length };
  }
  return null;
}

/** 每处, 每例: one of them. */
function oneOfAt(text: string, at: number, before: readonly Token[]): Token | null {
  const last = before.at(-1);
  if (last?.letter !== "E" && !(last?.letter === "B" && /^(?:缺|少|漏)$/.test(last.text))) return null;
  if (last.letter === "B" && before.at(-2)?.letter !== "E") return null;
  const found = matchAt(ONE_OF, text, at);
  if (found === null) return null;
  return { ...made("Q", found[0], at), value: exact(1), unit: unitOf(found[0]).unit };
}

function wordAt(text: string, at: number): Token | null {
  for (const [letter, pattern] of COMPILED) {
    const found = matchAt(pattern, text, at);
    if (found === null || found[0] === "") continue;
    const token = made(letter, found[0], at);
    if ((letter === "P" || letter === "R" || letter === "Q") && token.value === null) continue;
    return token;
  }
  return null;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const FIRST_NUMBER = new RegExp(`-?${NUMBER}`);

function made(letter: Letter, text: string, from: number): Token {
  const found = FIRST_NUMBER.exec(text);
  const size = found === null ? null : numberOf(found[0].replace("-", ""));
  const value = size !== null && found?.[0].startsWith("-") === true ? size.neg() : size;
  const base = {
    letter,
    text,
    from,
    to: from + text.length,
    value,
    unit: "",
    absolute: text.startsWith("±"),
    verb: /扣|减/.test(text) ? ("deduct" as const) : /加/.test(text) ? ("add" as const) : ("give" as const),
    sign: signOf(letter, text),
  };
  if (letter === "R" && text.endsWith("‰")) return { ...base, value: value?.div(1000) ?? null, unit: "‰" };
  if (letter === "R") return { ...base, value: value?.div(HUNDRED) ?? null, unit: "%" };
  if (letter === "h" || letter === "H") {
    const share = /(\d+(?:\.\d+)?)%/.exec(text)?.[1];
    return { ...base, value: share === undefined ? null : exact(share).div(HUNDRED) };
  }
  if (letter === "Q" && found !== null && value !== null) {
    const { unit, times } = unitOf(text.slice(found.index + found[0].length));
    return { ...base, value: value.mul(times), unit };
  }
  return base;
}

function signOf(letter: Letter, text: string): Sign | null {
  if (letter === "S") return text.includes("上") ? ">=" : text.includes("下") ? "<" : "<=";
  if (!"CAB".includes(letter)) return null;
  return SIGNS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

const WHOLE_DECIMAL = new RegExp(`^${DECIMAL}$`);
const WHOLE_CHINESE = new RegExp(`^${CHINESE}$`);
const TENS = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/;
const digit = (character: string): number =>
  "零一二三四五六七八九".indexOf(character === "两" ? "二" : character);

/** `12`, `十二`, `两`, `半`; null for anything else. */
export function numberOf(text: string): Exact | null {
  if (WHOLE_DECIMAL.test(text)) return exact(text);
  if (!WHOLE_CHINESE.test(text)) return null;
  if (text === "半") return exact("0.5");
  const [whole, tens, ones] = TENS.exec(text) ?? [];
  if (whole !== undefined)
    return exact((tens === undefined ? 1 : digit(tens)) * 10 + (ones === undefined ? 0 : digit(ones)));
  return text.length === 1 ? exact(digit(text)) : null;
}

const SIZES: Readonly<Record<string, number>> = wordTable({
  百: 100,
  千: 1000,
  万: 10_000,
  十万: 100_000,
  百万: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
});
const SIZED = /^(十万|百万|千万|百|千|万|亿)?(个)?(.*)$/;
const SAME_UNITS: Readonly<Record<string, string>> = wordTable({
  日: "天",
  月份: "月",
  毫秒: "ms",
  星期: "周",
  千米: "公里",
  千克: "公斤",
});

/** 万元 → 元 times 10 000; 个百分点, 个月 and 个项目 lose their 个. */
export function unitOf(text: string): { readonly unit: string; readonly times: number } {
  if (MEASURES.includes(text) && !text.startsWith("个") && !(text in SAME_UNITS))
    return { unit: text, times: 1 };
  const [, size = "", one = "", rest = ""] = SIZED.exec(text) ?? [];
  const unit = rest === "" ? one : rest;
  return { unit: SAME_UNITS[unit] ?? unit, times: SIZES[size] ?? 1 };
}

export const isCounter = (unit: string): boolean => COUNTERS.includes(unit);
export const isMeasure = (unit: string): boolean => MEASURES.includes(unit);
export const lettersOf = (tokens: readonly Token[]): string => tokens.map(({ letter }) => letter).join("");
export const wordsOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join("");
