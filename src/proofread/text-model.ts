import type { CellAddress } from "../expr/cell";
import type { Printed, Verdict } from "../printed/precision";
import type { Finding, Severity } from "../model/finding";

/** Where a number stands, in the words of the report. */
export interface Place {
  /** The characters before and after the number, exactly as printed: they can be searched for. */
  readonly before: string;
  readonly number: string;
  readonly after: string;
  /** The nearest headings above it, joined by ›; "" before the first. */
  readonly heading: string;
  /** The paragraph or table row, counted from 1 without empty lines. */
  readonly paragraph: number;
  /** In a table: the name of its row and the header of its column. */
  readonly row: string | null;
  readonly column: string | null;
}

/** What a number counts; `standard` is money for one of something (128 元/人). */
export type NumberKind = "money" | "rate" | "points" | "count" | "standard" | "bare";

/** How much the number says: `limit` is a target or bound (≥95%), `range` one end of a span, `about` a rough number. */
export type Hold = "stated" | "limit" | "range" | "about";

/** A line of a table, or a paragraph of prose: the wrapped lines of a page put together again. */
export interface Passage {
  readonly kind: "prose" | "row";
  /** Folded (full width to ASCII), without line ends; as long as its pieces. */
  readonly text: string;
  /** The offset in the given text of a position in `text`. */
  readonly offsetOf: (position: number) => number;
  /** 1 for 一、, 2 for （一）, 3 for 1., 0 without a numbering. */
  readonly level: 0 | 1 | 2 | 3;
  /** Numbered and too short for a sentence. */
  readonly isHeading: boolean;
  /** Counts the numberings of level 1 and 2 so far: passages of one section share it. */
  readonly section: number;
  /** Where the cells of a row begin and end in `text`; empty for prose. */
  readonly cells: readonly (readonly [start: number, end: number])[];
}

/** A number of the text that says something, with what it is the number of. */
export interface TextNumber {
  /** With its unit, as printed: `5,100.69 万元`. */
  readonly text: string;
  /** Where it begins in the given text. */
  readonly offset: number;
  readonly kind: NumberKind;
  readonly unit: string | null;
  readonly printed: Printed;
  readonly hold: Hold;
  /** The words before it in its clause (in a table row: the cell before), without verbs, years and list words. */
  readonly label: string;
  /** The words after its unit: 监狱 of `9 家监狱的医保`. */
  readonly noun: string;
  /** The year named before it in its clause. */
  readonly year: string | null;
  /** The sentence it stands in, at most 160 characters. */
  readonly sentence: string;
  readonly passage: number;
  /** Counts sentences through the text; of a table row its passage. */
  readonly sentenceNumber: number;
  /** Position in the passage. */
  readonly start: number;
  readonly end: number;
  /** The cell of a table row it stands in; null in prose. */
  readonly column: number | null;
}

export type LeftOutAs =
  | "year"
  | "date"
  | "document-number"
  | "list-number"
  | "table-number"
  | "page-number"
  | "serial-number"
  | "phone"
  | "code"
  | "formula";

/** A number that states no fact: a year, a document number, a page … */
export interface LeftOut {
  readonly text: string;
  readonly offset: number;
  readonly as: LeftOutAs;
}

export interface ReadText {
  readonly passages: readonly Passage[];
  readonly numbers: readonly TextNumber[];
  readonly leftOut: readonly LeftOut[];
  /** True where the text holds more numbers than are read. */
  readonly truncated: boolean;
}

export type RelationKind =
  | "parts"
  | "total"
  | "balance"
  | "rate"
  | "growth"
  | "product"
  | "restated"
  | "list"
  | "table"
  | "score"
  | "grade"
  | "year"
  | "questionnaire"
  | "caption"
  | "decimals"
  | "count"
  | "workbook";

/** A relation between numbers of the text (or of text and workbook), and whether it holds. */
export interface TextRelation {
  readonly kind: RelationKind;
  readonly verdict: Verdict;
  readonly severity: Severity;
  /** Where the stated number begins in the given text. */
  readonly offset: number;
  /** Where the numbers begin that it is worked out from. */
  readonly inputs: readonly number[];
  readonly sentence: string;
  readonly stated: string;
  readonly computed: string;
  /** Chinese: what is written and what it should be, without the place; empty where the relation does not fail. */
  readonly says: string;
  /** The words around the number and what is wrong, at most 80 characters; empty where the relation does not fail. */
  readonly message: string;
  /** The cell of the workbook that says otherwise; null for relations within the text. */
  readonly cell: CellAddress | null;
}

/** The number is the same fact as the cell. */
export interface TextMatch {
  readonly number: TextNumber;
  readonly cell: CellAddress;
  /** How the workbook calls it. */
  readonly name: string;
  /** `name`: the words and the value agree; `value`: the value alone, distinctive enough. */
  readonly by: "name" | "value";
  /** Chinese: why it is this cell. */
  readonly why: string;
}

/** `contradiction` (矛盾): no other reading is possible; `check` (请核对): the likely reading. */
export type ReportLevel = "contradiction" | "check";

/** Something to look at, with its place in the text. */
export interface Reported {
  readonly level: ReportLevel;
  readonly relation: TextRelation;
  readonly place: Place;
}

export interface ProofreadResult {
  readonly numbers: readonly TextNumber[];
  readonly leftOut: readonly LeftOut[];
  readonly matches: readonly TextMatch[];
  readonly relations: readonly TextRelation[];
  /** The relations that fail, with their places, in the order of the text. */
  readonly reported: readonly Reported[];
  /** The same as findings, code `text-number`. */
  readonly findings: readonly Finding[];
  /** How many of the numbers stand in a relation or match a cell, and how many of those in none that fails. */
  readonly compared: number;
  readonly agreeing: number;
  /** Numbers that neither match a cell nor stand in a relation. */
  readonly unmatched: readonly TextNumber[];
  readonly truncated: boolean;
}
