import type { Place } from "./text-model";
import type { Reading } from "./reading";

/** Characters on both sides of a number, as Word shows them. */
const AROUND = 8;
const LONGEST_TITLE = 24;

/** The place of what begins at `offset` of the text and is `length` long. */
export function placeAt(text: string, reading: Reading, offset: number, length: number): Place {
  const number = reading.numbers.find((one) => one.offset === offset);
  const passage = number?.passage ?? passageAt(reading, offset);
  // A number may go on in the next line; what is searched for stands in one.
  const printed = text.slice(offset, offset + (number?.text.length ?? length)).split(/[\r\n]/)[0] ?? "";
  const end = offset + printed.length;
  const lineStart = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\t", offset - 1)) + 1;
  const stops = ["\n", "\t", "\r"].map((mark) => text.indexOf(mark, end)).filter((at) => at !== -1);
  const before = text.slice(Math.max(lineStart, offset - AROUND), offset);
  const after = text.slice(end, Math.min(end + AROUND, ...stops));
  const table = reading.tableOf.get(passage);
  const row = table?.rows.find((one) => one.passage === passage);
  const column = number?.column ?? null;
  return {
    before,
    number: printed,
    after,
    heading: reading
      .headingsOf(passage)
      .filter((heading) => heading !== "")
      .join(" › "),
    paragraph: passage + 1,
    row:
      row === undefined || column === null
        ? null
        : short(row.cells.slice(0, column).findLast((cell) => /\p{Script=Han}/u.test(cell)) ?? ""),
    column: column === null ? null : short(table?.header[column] ?? ""),
  };
}

function short(text: string): string {
  return text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE - 1)}…` : text;
}

function passageAt({ passages }: Reading, offset: number): number {
  let low = 0;
  for (let high = passages.length - 1; low < high;) {
    const middle = (low + high + 1) >> 1;
    if ((passages[middle]?.offsetOf(0) ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The words around the number, to be searched for in the report. */
export function quoteOf({ before, number, after }: Place): string {
  return before + number + after;
}

/** 三、资金情况 › 第 12 段, or with the row and column of a table. */
export function placeText({ heading, paragraph, row, column }: Place): string {
  const cell =
    row === null && column === null
      ? ""
      : `，表中“${[row, column].filter((name) => name !== null && name !== "").join("”行“")}”${column === null || column === "" ? "行" : "列"}`;
  return `${heading === "" ? "" : `${heading}，`}第${paragraph}段${cell}`;
}
