import { readXml } from "./xml";

/** Texts of xl/sharedStrings.xml; runs are joined, phonetic readings left out. */
export function readSharedStrings(part: string, xml: string): string[] {
  const out: string[] = [];
  let text = "";
  let inText = false;
  let inPhonetic = 0;
  readXml(part, xml, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") inPhonetic++;
      else if (name === "t") inText = inPhonetic === 0;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "rPh") inPhonetic--;
      else if (name === "si") out.push(decodeEscapes(text));
    },
  });
  return out;
}

/** `_x000D_` is how a file writes characters that XML does not take. */
export const decodeEscapes = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
