import type { CellValue } from "../model/grid";
import { compact } from "../text/characters";
import { formatSections, literalsRemoved, sectionFor } from "./number-format";
import { UNDISCLOSED } from "./quantity-words";

/** What stands for a content that nothing says is withheld: the stars are ours. */
const WITHHELD = "*";

/**
 * What stands for the content of a cell whose number format hides it: its own stars or words where they say so, else a
 * star. A number, or a text with one, is hidden where no digit of it is shown. Null where the content is shown.
 */
export function maskOf(value: CellValue, shown: string, format: string): string | null {
  if (format === "General" || value === null || value === 0 || typeof value === "boolean") return null;
  const mask = compact(shown);
  const content = compact(String(value));
  if (mask === content) return null;
  if (UNDISCLOSED.test(mask)) return mask;
  if (mask === "" && typeof value === "string") return WITHHELD;
  if (!/\d/.test(content) || showsDigits(mask, format)) return null;
  return typeof value === "number" && isHarmless(value, mask, format) ? null : WITHHELD;
}

/** `[DBNum1]` writes 12 as 一十二, `[DBNum2]` as 壹拾贰. */
function showsDigits(shown: string, format: string): boolean {
  return (
    /\d/.test(shown) ||
    (/\[DBNum[12]\]/i.test(format) && /[〇零一-九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]/.test(shown))
  );
}

/** No digit is shown, and still nothing hidden. */
function isHarmless(value: number, shown: string, format: string): boolean {
  // A column too narrow, or a date before the calendar.
  if (/^#+$/.test(shown)) return true;
  // 是 for 1 says the number.
  if (format.replace(/\s/g, "").includes(`[=${value}]`)) return true;
  const section = literalsRemoved(sectionFor(value, formatSections(format)));
  // 星期三, 十二月, 下午.
  if (/[ymdhsaeg]/i.test(section)) return true;
  // A small number that `#` rounds to nothing.
  return shown.replace(/[-()]/g, "") === "" && section.includes("#");
}
