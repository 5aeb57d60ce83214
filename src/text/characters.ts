import { wordTable } from "./word-table";
/**
 * Characters that people and scanners use for one another. One for one, so that a position in the folded text
 * is the same position in the cell's own text.
 */
const SAME: Readonly<Record<string, string>> = wordTable({
  "\u3000": " ",
  "\u00a0": " ",
  "\t": " ",
  "\u200b": " ",
  "\u200c": " ",
  "\u200d": " ",
  "\u2060": " ",
  "\ufeff": " ",
  "\r": " ",
  "\n": " ",
  "\u2010": "-",
  "\u2011": "-",
  "\u2012": "-",
  "\u2212": "-",
  "\u301c": "~",
  "\u223c": "~",
  "≧": "≥",
  "⩾": "≥",
  "≮": "≥",
  "≦": "≤",
  "⩽": "≤",
  "≯": "≤",
  "═": "=",
  "﹦": "=",
  "﹥": ">",
  "〉": ">",
  "﹤": "<",
  "〈": "<",
  "﹪": "%",
  "︰": ":",
  "﹕": ":",
  "﹙": "(",
  "﹚": ")",
});

/** Radicals that stand for whole characters where text was pasted from a PDF and that Unicode gives no other form for. */
const RADICALS: Readonly<Record<string, string>> = wordTable(
  Object.fromEntries(
    [
      ..."⺀冫⺌小⺍小⺟母⺠民⺥爫⺩王⺮竹⺼肉⻁虎⻄西⻅见⻆角⻉贝⻋车⻌辶⻑长⻒长⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻟饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻳龟".matchAll(
        /(.)(.)/gu,
      ),
    ].map(([, radical = "", character = ""]) => [radical, character]),
  ),
);

// Kangxi radicals, compatibility characters and small, vertical and full-width forms: Unicode knows what each stands for.
const FOREIGN =
  /[\u2e80-\u2fd5\uf900-\ufaff\ufe30-\ufe6f\uff01-\uffee\u3000\u00a0\u2002-\u200d\u202f\u2060\ufeff\u205f\t\r\n\u2010-\u2012\u2212\u301c\u223c≧⩾≮≦⩽≯═〉〈]/g;

/** One character for one: `⼀` is 一, `％` is %, and a form that would become several characters stays. */
function folded(character: string): string {
  const known = SAME[character] ?? RADICALS[character];
  if (known !== undefined) return known;
  const compatible = character.normalize("NFKC");
  return compatible.length === 1 ? compatible : character;
}

/**
 * Full-width and compatibility forms, radicals, look-alike signs and every kind of blank in the one form that names, labels
 * and numbers are read in; the length stays, so that a position in the result is the same position in the cell's text.
 */
export function fold(text: string): string {
  return text.replace(FOREIGN, folded);
}

/** Folded and without any blank: what labels and words are compared by. */
export function compact(text: string): string {
  return fold(text).replace(/ +/g, "");
}

/** At least one Chinese character. */
export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
