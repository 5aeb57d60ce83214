/**
 * Characters that people and scanners use for one another. One for one, so that a position in the folded text
 * is the same position in the cell's own text.
 */
const SAME: Readonly<Record<string, string>> = {
  "\u3000": " ",
  "\u00a0": " ",
  "\u2002": " ",
  "\u2003": " ",
  "\u2009": " ",
  "\t": " ",
  "\r": " ",
  "\n": " ",
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
};

// The full-width forms of ASCII (U+FF01–U+FF5E) stand 0xFEE0 above it.
const FOREIGN =
  /[\uff01-\uff5e\u3000\u00a0\u2002\u2003\u2009\t\r\n\u2212\u301c\u223c≧⩾≮≦⩽≯═﹦﹥〉﹤〈﹪︰﹕﹙﹚]/g;

/** Full-width forms to ASCII, look-alike signs to one sign, every kind of blank to a space; the length stays. */
export function fold(text: string): string {
  return text.replace(
    FOREIGN,
    (character) => SAME[character] ?? String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

/** Folded and without any blank: what labels and words are compared by. */
export function compact(text: string): string {
  return fold(text).replace(/ +/g, "");
}

/** At least one Chinese character. */
export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
