import { compact } from "./characters";

const BRACKETS = /[([【〔《][^()[\]【】〔〕《》]*[)\]】〕》]/g;
const MARKS = /^[★☆*※▲△●◆√#]+|[★☆*※▲△:]+$|^[①-⑳]|[①-⑳]$|^(?:\d{1,2}|[一二三四五六七八九十]{1,2})[、.]/g;

/** A label without blanks, line breaks, brackets, numbering and footnote marks: `全年预算数（A）` → `全年预算数`. */
export function labelOf(text: string): string {
  const tight = compact(text);
  const bare = tight.replace(BRACKETS, "").replace(MARKS, "");
  // A label that stands in brackets altogether keeps what is in them.
  return bare === "" ? tight.replace(/[()[\]【】〔〕]/g, "").replace(MARKS, "") : bare;
}

/** `其中：` → `其中`: a name without the colon that leads to what it names. */
export const withoutColon = (name: string): string => name.replace(/[:：]\s*$/, "");
