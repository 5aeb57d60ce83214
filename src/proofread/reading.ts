import type { ScoredEvaluation } from "../model/evaluation";
import type { Recognition } from "../model/workbook";
import { readTables, type TextTable } from "./tables";
import type { Passage, ReadText, TextNumber, TextRelation } from "./text-model";
import { ownYear } from "./years-of-text";

/** The workbook beside which the text is read. */
export interface ProofreadSubject {
  readonly recognition: Recognition;
  readonly evaluations: readonly ScoredEvaluation[];
}

/** More numbers than any sentence has: a table that lost its cells. */
const MOST_IN_SENTENCE = 120;
const MOST_IN_PASSAGE = 400;

/** The text as the relations look at it. */
export interface Reading extends ReadText {
  /** The numbers of each sentence of prose that has any, in the order of the text. */
  readonly sentences: readonly (readonly TextNumber[])[];
  /** The same by `sentenceNumber`. */
  readonly sentenceOf: ReadonlyMap<number, readonly TextNumber[]>;
  /** The numbers of each passage, by its place; empty for one without. */
  readonly byPassage: readonly (readonly TextNumber[])[];
  readonly tables: readonly TextTable[];
  /** The table that a passage is a row of. */
  readonly tableOf: ReadonlyMap<number, TextTable>;
  /** The headings that a passage stands under, by level, without their numbering; "" where a level has none. */
  readonly headingsOf: (passage: number) => readonly string[];
  /** 评价年度: of the title, else of the workbook's only evaluation. */
  readonly year: string | null;
}

/** One kind of relation: what holds and what fails of it in the text. */
export type Relation = (reading: Reading, subject: ProofreadSubject) => readonly TextRelation[];

export function readingOf(read: ReadText, subject: ProofreadSubject): Reading {
  const byPassage: TextNumber[][] = read.passages.map(() => []);
  const sentences = new Map<number, TextNumber[]>();
  for (const number of read.numbers) {
    byPassage[number.passage]?.push(number);
    if (number.column !== null) continue;
    const sentence = sentences.get(number.sentenceNumber);
    if (sentence === undefined) sentences.set(number.sentenceNumber, [number]);
    else sentence.push(number);
  }
  const tables = readTables(read.passages, byPassage);
  for (const [number, sentence] of sentences)
    if (sentence.length > MOST_IN_SENTENCE) sentences.delete(number);
  return {
    ...read,
    byPassage: byPassage.map((numbers) => numbers.slice(0, MOST_IN_PASSAGE)),
    sentences: [...sentences.values()],
    sentenceOf: sentences,
    tables,
    tableOf: new Map(tables.flatMap((table) => table.rows.map(({ passage }) => [passage, table] as const))),
    headingsOf: headingsOf(read.passages),
    year: ownYear(read.passages, subject.evaluations),
  };
}

const NUMBERED =
  /^[-—\s]*(?:[一二三四五六七八九十]{1,3} ?[、.]|\( ?(?:[一二三四五六七八九十]{1,3}|\d{1,2}) ?\)|\d{1,2} ?[、.)])\s*/;
const LONGEST_HEADING = 30;

/** A numbered paragraph is headed by what stands before its first full stop, where that is short and states no number. */
function headingsOf(passages: readonly Passage[]): (passage: number) => readonly string[] {
  const paths: (readonly string[])[] = [];
  let path: readonly string[] = ["", "", ""];
  for (const { text, level, kind } of passages) {
    if (level > 0 && kind === "prose") {
      const title = text.slice(0, 80).replace(NUMBERED, "").split(/[。:]/)[0] ?? "";
      const own =
        title.length <= LONGEST_HEADING && !/\d[\d.]*(?:万|亿|元|%|分)|[,;]/.test(title) ? title.trim() : "";
      path = [0, 1, 2].map((at) => (at + 1 < level ? (path[at] ?? "") : at + 1 === level ? own : ""));
    }
    paths.push(path);
  }
  return (passage) => paths[passage] ?? ["", "", ""];
}
