import type { CellAddress } from "../../expr/cell";
import type { Exact } from "../../expr/exact";
import type { Expression } from "../../expr/expression";
import type { TextExpression } from "../../expr/text";
import type { Quantity } from "../../model/quantity";

/** What a cell of a generated sheet holds. */
export type CellContent =
  | { readonly kind: "text"; readonly text: string }
  /** A plain number, such as a row's order. */
  | { readonly kind: "count"; readonly value: number }
  /** A formula over the user's cells; its exact value is verified after writing. */
  | { readonly kind: "number"; readonly of: Expression }
  | { readonly kind: "live-text"; readonly of: TextExpression }
  /** Text of the user's, followed live: the cell shows what `from` shows. */
  | { readonly kind: "copied-text"; readonly from: CellAddress; readonly text: string }
  | { readonly kind: "link"; readonly to: CellAddress; readonly text: string }
  /** Tells when the user's source cell is no longer what the explanation speaks of. */
  | { readonly kind: "source-guard"; readonly sources: readonly GuardedSource[] };

/** What a source cell held when it was read: a number, or text that no formula reads. */
export type GuardedSource =
  | { readonly kind: "number"; readonly cell: CellAddress; readonly value: Exact }
  | { readonly kind: "text"; readonly cell: CellAddress; readonly text: string };

/** `format` is the number format; General where absent. */
export type DraftCell = CellContent & { readonly format?: string };

/** How a block of cells looks; the excel room knows fonts and colours. */
export type BlockStyle = "title" | "subtitle" | "caption" | "header" | "body" | "total" | "note" | "sentence";

export type Alignment = "left" | "center" | "right";

export interface StyledBlock {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly style: BlockStyle;
  /** Per column of the block; centred where absent. */
  readonly alignments?: readonly Alignment[];
}

export interface ChartDraft {
  readonly name: string;
  readonly title: string;
  readonly categories: { readonly row: number; readonly column: number; readonly rowCount: number };
  readonly valueColumn: number;
  /** The cells that it covers. */
  readonly place: {
    readonly row: number;
    readonly column: number;
    readonly rowCount: number;
    readonly columnCount: number;
  };
}

/** How a sheet prints: as wide as its page, which is chosen so that no text comes out under nine points. */
export interface PageSetUp {
  /** A3 where a table is too wide for A4. */
  readonly paper: "A4" | "A3";
  readonly landscape: boolean;
  /** Columns from A that are printed; null for all. What stands to the right is for following a number up. */
  readonly columns: number | null;
  /** Left of the page number: whose sheet it is. */
  readonly footer: string;
}

export const UPRIGHT: PageSetUp = { paper: "A4", landscape: false, columns: null, footer: "" };

/** A generated sheet as data: rows[row][column] from A1, undefined for an empty cell. */
export interface SheetDraft {
  readonly name: string;
  readonly rows: readonly (readonly (DraftCell | undefined)[])[];
  readonly merges: readonly { row: number; column: number; rowCount: number; columnCount: number }[];
  readonly blocks: readonly StyledBlock[];
  /** In characters of the default font. */
  readonly columnWidths: readonly number[];
  readonly frozenRows: number;
  /** The rows repeated on every printed page, if any. */
  readonly titleRows: { readonly first: number; readonly last: number } | null;
  readonly page: PageSetUp;
  readonly charts: readonly ChartDraft[];
}

export const text = (value: string): DraftCell => ({ kind: "text", text: value });

export const count = (value: number): DraftCell => ({ kind: "count", value });

export const number = (of: Expression, format = "General"): DraftCell => ({ kind: "number", of, format });

export const liveText = (of: TextExpression): DraftCell => ({ kind: "live-text", of });

export const copiedText = (from: CellAddress, value: string): DraftCell => ({
  kind: "copied-text",
  from,
  text: value,
});

/** The words of the user's cell, followed live; what is not to be disclosed never leaves the user's own sheet. */
export const copiedQuantity = (
  from: CellAddress,
  { nature, text: words }: Partial<Pick<Quantity, "nature">> & Pick<Quantity, "text">,
): DraftCell => (nature === "undisclosed" ? text(words) : copiedText(from, words));

export const link = (to: CellAddress, value: string): DraftCell => ({ kind: "link", to, text: value });

export const FORMATS = {
  rate: "0.00%",
  amount: "#,##0.00",
  score: "0.00",
  /** General: a format with an open decimal shows a stray point behind a whole number. */
  points: "General",
  count: "0",
} as const;
