import type { Alignment } from "../report/sheets/draft";

/** A piece of a paragraph: words of ours, or what people must write. */
export type Inline =
  { readonly kind: "words"; readonly text: string } | { readonly kind: "gap"; readonly prompt: string };

export interface DocumentTable {
  /** Numbered through the report. */
  readonly order: number;
  readonly caption: string;
  /** 单位：万元. */
  readonly unitLine: string | null;
  readonly columns: readonly { readonly title: string; readonly align: Alignment }[];
  readonly rows: readonly DocumentRow[];
  /** Too wide for an upright page. */
  readonly wide: boolean;
}

export interface DocumentRow {
  readonly cells: readonly DocumentCell[];
  /** 合计, 小计. */
  readonly isTotal: boolean;
}

export interface DocumentCell {
  readonly text: string;
  /** Rows that it spans; 0 under a cell that does. */
  readonly rowSpan: number;
}

export type Block =
  | { readonly kind: "title"; readonly text: string }
  | { readonly kind: "subtitle"; readonly text: string }
  | { readonly kind: "heading"; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: "paragraph"; readonly of: readonly Inline[] }
  | { readonly kind: "table"; readonly table: DocumentTable }
  | { readonly kind: "signature"; readonly of: readonly Inline[] };

/** The written report as data, before it is Word's, the clipboard's or a sheet's. */
export interface ReportDocument {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export const words = (text: string): Inline => ({ kind: "words", text });
export const gap = (prompt: string): Inline => ({ kind: "gap", prompt });

/** 【请补充：…】, as it stands in every form of the report. */
export const gapText = (prompt: string): string => `【请补充：${prompt}】`;

export const inlineText = (of: readonly Inline[]): string =>
  of.map((part) => (part.kind === "words" ? part.text : gapText(part.prompt))).join("");

export interface DocumentCount {
  /** Paragraphs that the product wrote. */
  readonly written: number;
  readonly tables: number;
  readonly gaps: number;
}

/** What the user is told before taking the report. */
export function countOf({ blocks }: ReportDocument): DocumentCount {
  const paragraphs = blocks.flatMap((block) =>
    block.kind === "paragraph" || block.kind === "signature" ? [block.of] : [],
  );
  return {
    written: paragraphs.filter((of) => of.every(({ kind }) => kind === "words")).length,
    tables: blocks.filter(({ kind }) => kind === "table").length,
    gaps: paragraphs.flat().filter(({ kind }) => kind === "gap").length,
  };
}

/** The report as lines of text, tables with tabs between their cells: for the clipboard. */
export function documentLines({ blocks }: ReportDocument): string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case "title":
      case "subtitle":
      case "heading":
        return [block.text];
      case "paragraph":
      case "signature":
        return [inlineText(block.of)];
      case "table":
        return tableLines(block.table);
    }
  });
}

function tableLines({ order, caption, unitLine, columns, rows }: DocumentTable): string[] {
  return [
    `表${order} ${caption}`,
    ...(unitLine === null ? [] : [unitLine]),
    columns.map(({ title }) => title).join("\t"),
    ...rows.map(({ cells }) => cells.map(({ text }) => text).join("\t")),
  ];
}

/** Characters that XML forbids: Word would refuse the whole document for one of them. */
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The text without what a Word document cannot hold. */
export const printable = (text: string): string => text.replace(FORBIDDEN, "");
