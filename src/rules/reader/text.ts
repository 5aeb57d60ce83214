import { wordTable } from "../../text/word-table";
/** A wording in one form of writing, each character with its place in the user's text. */
export interface PlainText {
  readonly text: string;
  readonly places: readonly number[];
  readonly source: string;
}

const SAME: Readonly<Record<string, string>> = wordTable({
  "。": ";",
  "；": ";",
  "，": ",",
  "!": ";",
  "！": ";",
  "—": "-",
  "–": "-",
  "－": "-",
  "―": "-",
  "～": "~",
  "∼": "~",
  "＊": "×",
  "*": "×",
  "✕": "×",
  "≦": "≤",
  "⩽": "≤",
  "≧": "≥",
  "⩾": "≥",
  "═": "=",
  "〔": "(",
  "〕": ")",
  "［": "(",
  "］": ")",
  "“": '"',
  "”": '"',
  "‘": '"',
  "’": '"',
  "「": '"',
  "」": '"',
  "﹪": "%",
  "＞": ">",
  "＜": "<",
});

/**
 * Folds widths and look-alikes, takes out blanks, makes clause breaks of line breaks and numbering, and brackets into what
 * they are: points （10分）, inclusion （含）, a clause of their own （每少一次扣1分）, or a remark without number and rule.
 * `breaks` false joins the lines: a second try for a phrase that was broken.
 */
export function plainText(source: string, breaks = true): PlainText {
  const out: string[] = [];
  const places: number[] = [];
  let at = 0;
  for (const character of source) {
    for (const folded of foldedForm(character, breaks)) {
      out.push(folded);
      places.push(at);
    }
    at += character.length;
  }
  return brackets(tidied({ text: out.join(""), places, source }));
}

function foldedForm(character: string, breaks: boolean): string {
  if (/[\n\r]/.test(character)) return breaks ? ";" : "";
  if (/[①-⑳]/.test(character)) return ";";
  if (/\s/.test(character)) return "";
  const same = SAME[character];
  if (same !== undefined) return same;
  return [...character.normalize("NFKC")].map((each) => SAME[each] ?? each).join("");
}

type Replacement = (found: RegExpExecArray) => string | null;

/** Replaces what is found; the new characters stand where the old piece began. Null keeps it. */
function replaced(plain: PlainText, pattern: RegExp, by: Replacement): PlainText {
  let text = "";
  const places: number[] = [];
  let from = 0;
  const keep = (to: number): void => {
    text += plain.text.slice(from, to);
    places.push(...plain.places.slice(from, to));
    from = to;
  };
  for (const found of plain.text.matchAll(new RegExp(pattern.source, "g"))) {
    const piece = by(found);
    if (piece === null) continue;
    keep(found.index);
    const end = found.index + found[0].length;
    [...piece].forEach((_, index) => places.push(plain.places[Math.min(found.index + index, end - 1)] ?? 0));
    text += piece;
    from = end;
  }
  keep(plain.text.length);
  return { text, places, source: plain.source };
}

const NUMBERING =
  /(?:^|;)(?:\(?\d{1,2}\)|\d{1,2}[.、](?!\d)|[一二三四五六七八九十]{1,2}[、.]|\([一二三四五六七八九十]{1,2}\)|\(\d{1,2}\)|第[一二三四五]?[、,])/;

function tidied(plain: PlainText): PlainText {
  const steps: readonly (readonly [RegExp, Replacement])[] = [
    [/乘以/, () => "×"],
    [/除以/, () => "÷"],
    [/百分之([一二三四五六七八九十]{1,3}|\d+(?:\.\d+)?)/, ([, number = ""]) => `${arabic(number)}%`],
    [/(?<=\d),(?=\d{3}(?![\d%]))/, () => ""],
    [/否者/, () => "否则"],
    [/,?;[,;]*/, () => ";"],
    [NUMBERING, ([whole = ""]) => (whole.startsWith(";") ? ";" : "")],
    [/^[,;:]+|[,;:]+$/, () => ""],
  ];
  return steps.reduce((text, [pattern, by]) => replaced(text, pattern, by), plain);
}

function arabic(number: string): string {
  if (/^\d/.test(number)) return number;
  const [, tens, ones] = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(number) ?? [];
  const digit = (character: string): number => "零一二三四五六七八九".indexOf(character);
  if (number.includes("十"))
    return String((tens === undefined ? 1 : digit(tens)) * 10 + (ones === undefined ? 0 : digit(ones)));
  return String(digit(number));
}

const POINTS = String.raw`(\d+(?:\.\d+)?)分`;
/** What makes a bracket a clause of its own. */
const SPEAKS_OF_POINTS = /扣|得\d|得分|加\d|减\d|按比例|每|满分/;
/** What keeps a bracket from being a mere remark. */
const CHANGES = /\d|上年|平均|季|连续|除外|不包括/;

function brackets(plain: PlainText): PlainText {
  const steps: readonly (readonly [RegExp, Replacement])[] = [
    [/^得分\(([^()]*×[^()]*)\)/, ([, formula = ""]) => `得分=${formula}`],
    [
      new RegExp(String.raw`[,;]?\((扣|减|加|得|计|记)?${POINTS}\)`),
      ([, verb = "得", points = ""]) => `,${verb}${points}分;`,
    ],
    [
      new RegExp(String.raw`,?\(((?:本项|该项|此项)?(?:满分|分值|共)(?:为|:)?${POINTS})\)`),
      ([, text = ""]) => `;${text};`,
    ],
    [/\((不扣分|不得分|满分|得满分)\)/, ([, text = ""]) => `,${text};`],
    [
      new RegExp(String.raw`\(${POINTS}[,;]([^()]*)\)`),
      ([, points = "", text = ""]) => `,得${points}分,${text}`,
    ],
    [/\(超过100%(?:的)?(?:以|按|按照)100%(?:计算|计)?\)/, () => ""],
    [/\((不?含|不包含|包含)([^()]{0,8})\)/, ([, word = "", what = ""]) => inclusion(word, what)],
    [/\(([^()]*)\)/, ([, inner = ""]) => remark(inner)],
    [/;[,;]+|,;[,;]*/, () => ";"],
    [/,{2,}/, () => ","],
    [/^[,;]+|[,;]+$/, () => ""],
  ];
  return steps.reduce((text, [pattern, by]) => replaced(text, pattern, by), plain);
}

function inclusion(word: string, what: string): string | null {
  if (!/^(?:本数|以上|以下|[≥≤]?\d+(?:\.\d+)?%?)?$/.test(what)) return null;
  return `(${word.startsWith("不") ? "不含" : "含"})`;
}

function remark(inner: string): string | null {
  if (/^不?含$/.test(inner) || inner === "等于" || /[/÷×+-]/.test(inner)) return null;
  if (SPEAKS_OF_POINTS.test(inner)) return `,${inner}`;
  return CHANGES.test(inner) ? null : "";
}
