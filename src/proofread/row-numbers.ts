import type { Passage } from "./text-model";

const NUMBERED = /^[-\s]*(?:[一二三四五六七八九十]{1,3} ?[、.,]|\(.{0,12}?\)|\d{1,2} ?[.、)]|第.{1,3}[章节])/;
const LEADERS = /[.…·]{3,} ?$/;

/** The page at the end of a line of the table of contents: `项目概况2`, `项目概况 …… 2`. */
export function pageNumberFrom(passage: Passage, start: number, end: number, inContents: boolean): boolean {
  const { text, kind, cells } = passage;
  if (end - start > 3 || start === 0) return false;
  if (kind === "row") {
    // `指标1`, `项目概况2`: words that end with a bare number name or number something.
    return cells.some(
      ([from, to]) => from < start && end === to && /\p{Script=Han}$/u.test(text.slice(from, start)),
    );
  }
  if (end !== text.length) return false;
  return (
    LEADERS.test(text.slice(0, start)) ||
    ((inContents || NUMBERED.test(text)) && !/[。,;:]/.test(text.slice(3)))
  );
}

/** The first cell of a row that only counts the rows. */
export function serialCell({ kind, text, cells }: Passage, column: number, digits: string): boolean {
  if (kind !== "row" || column !== 0 || !/^\d{1,4}$/.test(digits) || cells.length < 2) return false;
  const [from, to] = cells[0] ?? [0, 0];
  const next = cells[1];
  return (
    text.slice(from, to).trim() === digits &&
    next !== undefined &&
    /\p{Script=Han}/u.test(text.slice(next[0], next[1]))
  );
}
