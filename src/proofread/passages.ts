import { fold } from "../text/characters";
import type { Passage } from "./text-model";

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly isRow: boolean;
}

const HAN_NUMERAL = "[一二三四五六七八九十]{1,3}";
const LEVEL_1 = new RegExp(`^${HAN_NUMERAL} ?[、.,]`);
const LEVEL_2 = new RegExp(`^[-\\s]*\\( ?${HAN_NUMERAL} ?\\)`);
const LEVEL_3 = /^[-\s]*(?:\( ?\d{1,2} ?\)|\d{1,2} ?[、)]|\d{1,2} ?\.(?!\d)(?! \d{1,2}(?!\d)))/;
const LIST_WORD = new RegExp(`^(?:${HAN_NUMERAL}是|第${HAN_NUMERAL}[章节条])`);
const CAPTION = /^(?:附?表|图|附件|附录) ?\d{0,2}/;
const SENTENCE_END = /[。!?;:]["”』」)]?$/;
const CLAUSE = /[。,;]/;
const TOTAL_LINE = /^(?:合 ?计|总 ?计|小 ?计)(?: +[-\d][\d.,%]*)+$/;
/** A table copied from a page: 甲 | 10 | 9.5. */
const PIPES = /\|[^|]*\||\S ?\| ?\S|^[^|,。;]{1,24} ?\|$/;
const NUMBER_CELL = /^-?\d[\d.,]*%?$/;
/** A shorter line that does not end a sentence is a title or a heading, not a wrapped line. */
const WRAPPED_FROM = 15;
const LONGEST_HEADING = 40;

/** A longer report than any; the rest is not read. */
export const MOST_PASSAGES = 20_000;

/** Cuts the text into paragraphs and table rows, so that a number and its unit on the next page are together again. */
export function readPassages(text: string): Passage[] {
  const folded = fold(text.replace(/[\u200b\ufeff]/g, " ")).replace(/\\times/g, "×     ");
  const passages: Passage[] = [];
  let section = 0;
  let open: Line[] = [];
  const close = (): void => {
    if (open.length === 0) return;
    const passage = passageOf(open, text, section);
    if (passage.level === 1 || passage.level === 2) section += 1;
    passages.push({ ...passage, section });
    open = [];
  };
  for (const line of linesOf(text, folded)) {
    const last = open.at(-1);
    if (last !== undefined && !continues(last, line, open[0] ?? last)) close();
    if (passages.length >= MOST_PASSAGES) return passages;
    open.push(line);
  }
  close();
  return passages;
}

function* linesOf(text: string, folded: string): Generator<Line> {
  for (let start = 0; start < text.length;) {
    const next = text.indexOf("\n", start);
    const stop = next === -1 ? text.length : next;
    const raw = folded.slice(start, stop);
    const content = raw.trim();
    if (content !== "") {
      const from = start + (raw.length - raw.trimStart().length);
      const hasTabs = text.slice(from, from + content.length).includes("\t") || PIPES.test(content);
      const isRow = hasTabs || TOTAL_LINE.test(content) || isSpacedRow(content);
      // The leading tab of a row is its empty first cell, which says nothing.
      yield { start: from, end: from + content.length, text: content, isRow };
    }
    start = stop + 1;
  }
}

/** A table row whose cells scanning left with blanks between them: `产出数量 参保批次 10 10 100%`. */
function isSpacedRow(content: string): boolean {
  if (content.length > 120 || CLAUSE.test(content)) return false;
  const cells = content.split(/ +/);
  return (
    cells.length >= 3 &&
    cells.filter((cell) => NUMBER_CELL.test(cell)).length >= 2 &&
    NUMBER_CELL.test(cells.at(-1) ?? "")
  );
}

function continues(last: Line, next: Line, first: Line): boolean {
  if (last.isRow || next.isRow || SENTENCE_END.test(last.text) || startsAnew(next.text)) return false;
  if (last === first && isHeading(last.text)) return false;
  return last.text.length >= WRAPPED_FROM && !CAPTION.test(last.text);
}

function startsAnew(text: string): boolean {
  return (
    LEVEL_1.test(text) ||
    LEVEL_2.test(text) ||
    LEVEL_3.test(text) ||
    LIST_WORD.test(text) ||
    CAPTION.test(text)
  );
}

function isHeading(text: string): boolean {
  const numbered = LEVEL_1.test(text) || LEVEL_2.test(text) || LEVEL_3.test(text);
  return (
    numbered &&
    text.length <= LONGEST_HEADING &&
    !CLAUSE.test(text.replace(LEVEL_1, "").replace(/\(.*?\)/g, ""))
  );
}

function passageOf(lines: readonly Line[], source: string, section: number): Passage {
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.text.length;
  }
  const text = lines.map((line) => line.text).join("");
  const [first] = lines;
  const isRow = first?.isRow ?? false;
  const offsetOf = (position: number): number => {
    let low = 0;
    for (let high = starts.length - 1; low < high;) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return (lines[low]?.start ?? 0) + position - (starts[low] ?? 0);
  };
  const level = LEVEL_1.test(text) ? 1 : LEVEL_2.test(text) ? 2 : LEVEL_3.test(text) ? 3 : 0;
  return {
    kind: isRow ? "row" : "prose",
    text,
    offsetOf,
    level: isRow ? 0 : level,
    isHeading: !isRow && isHeading(text),
    section,
    cells: isRow && first !== undefined ? cellsOf(first, source) : [],
  };
}

/** The cells between tabs; a total line without tabs has its name and its numbers. */
function cellsOf({ start, end, text }: Line, source: string): (readonly [number, number])[] {
  const raw = source.slice(start, end);
  const separator = raw.includes("\t") ? /\t/g : raw.includes("|") ? /[|｜]/g : / +/g;
  const cells: (readonly [number, number])[] = [];
  let from = 0;
  for (const match of (raw.includes("\t") ? raw : text).matchAll(separator)) {
    cells.push([from, match.index]);
    from = match.index + match[0].length;
  }
  cells.push([from, text.length]);
  return cells;
}
