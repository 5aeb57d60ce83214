import { referenced, xmlTokens } from "../text/xml";

/** The text of a part of a Word document, and where in its XML each character stands. */
export interface PlacedText {
  readonly text: string;
  /** Where the character begins and ends in the XML; -1 for blanks and line ends that stand for tags. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** What stands in these is not read: deleted text, field codes, and the second copy of a text box. */
const SKIPPED: ReadonlySet<string> = new Set(["w:del", "w:instrText", "mc:Fallback", "w:moveFrom"]);
const CHARACTER = /&[^;\s]{1,12};|[\s\S]/g;

/** Characters with their places, added to at the end. */
class Line {
  text = "";
  starts: number[] = [];
  ends: number[] = [];

  add(text: string, start = -1, end = -1): void {
    this.text += text;
    for (let at = 0; at < text.length; at += 1) {
      this.starts.push(start);
      this.ends.push(end);
    }
  }

  append(other: Line): void {
    this.text += other.text;
    for (const [at, start] of other.starts.entries()) {
      this.starts.push(start);
      this.ends.push(other.ends[at] ?? -1);
    }
  }

  /** Without blanks on both sides, those inside as plain blanks. */
  trimmed(): Line {
    const from = this.text.length - this.text.trimStart().length;
    const to = Math.max(from, this.text.trimEnd().length);
    const line = new Line();
    line.text = this.text.slice(from, to).replace(/[\t\n]/g, " ");
    line.starts = this.starts.slice(from, to);
    line.ends = this.ends.slice(from, to);
    return line;
  }
}

function joined(lines: readonly Line[], by: string): Line {
  const all = new Line();
  lines.forEach((line, at) => {
    if (at > 0) all.add(by);
    all.append(line);
  });
  return all;
}

/** A line for each paragraph, a tab-separated line for each table row. */
export function placedText(xml: string): PlacedText {
  const lines: Line[] = [];
  const rows: Line[][] = [];
  let line = new Line();
  let isText = false;
  let skipping = 0;
  const endParagraph = (): void => {
    const row = rows.at(-1);
    if (row === undefined) lines.push(line);
    else {
      const last = row.length - 1;
      const cell = row[last];
      // Inside a table a paragraph ends its part of a cell.
      if (cell !== undefined)
        row[last] = joined(
          [cell, line.trimmed()].filter(({ text }) => text !== ""),
          " ",
        );
    }
    line = new Line();
  };
  const endRow = (): void => {
    const ended = rows.pop();
    if (ended === undefined) return;
    if (rows.length === 0) lines.push(joined(ended, "\t"));
    else line.append(joined(ended, " "));
  };
  for (const { kind, name, start, end } of xmlTokens(xml)) {
    if (kind === "text") {
      if (isText && skipping === 0) addText(line, xml, start, end);
      continue;
    }
    if (SKIPPED.has(name)) skipping += kind === "open" ? 1 : kind === "close" ? -1 : 0;
    if (skipping > 0) continue;
    const blank = rows.length > 0 ? " " : null;
    if (name === "w:t") isText = kind === "open";
    else if (name === "w:tab" && kind !== "close") line.add(blank ?? "\t");
    else if ((name === "w:br" || name === "w:cr") && kind !== "close") line.add(blank ?? "\n");
    else if (name === "w:p" && kind !== "open") endParagraph();
    else if (name === "w:tr" && kind === "open") rows.push([]);
    else if (name === "w:tc" && kind === "open") rows.at(-1)?.push(new Line());
    else if (name === "w:tr" && kind === "close") endRow();
  }
  return joined(lines, "\n");
}

function addText(line: Line, xml: string, start: number, end: number): void {
  for (const match of xml.slice(start, end).matchAll(CHARACTER)) {
    const at = start + match.index;
    const [raw] = match;
    line.add(raw.length > 1 ? referenced(raw) : raw, at, at + raw.length);
  }
}
