import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  SimpleField,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import { printable, type DocumentRow, type DocumentTable } from "./content";
import { charactersOf } from "./document-table";
import { FONTS, PAGE, TYPE, twips } from "./page";

const font = (eastAsia: string) => ({ ascii: FONTS.latin, hAnsi: FONTS.latin, cs: FONTS.latin, eastAsia });

/** The style of captions; its number is a field, which takes its look from the paragraph. */
export const CAPTION_STYLE = "TableCaption";

/** `表3　综合评价得分表`: a field, so that Word numbers anew when a table is added; never parted from its table. */
export function captionOf({ order, caption }: DocumentTable): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    keepLines: true,
    style: CAPTION_STYLE,
    children: [
      new TextRun({ text: "表" }),
      new SimpleField("SEQ 表 \\* ARABIC", String(order)),
      new TextRun({ text: printable(`　${caption}`) }),
    ],
  });
}

export function unitLineOf({ unitLine }: DocumentTable): Paragraph[] {
  if (unitLine === null) return [];
  return [
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      keepNext: true,
      spacing: { line: 320, lineRule: "exact" },
      children: [new TextRun({ text: unitLine, size: TYPE.five, font: font(FONTS.table) })],
    }),
  ];
}

const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: "000000" } as const;

/** Black hairlines, the head repeated on every page, no row over a page's end; as wide as the text. */
export function tableOf(table: DocumentTable): Table {
  const widths = columnWidths(table);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(({ title }, column) =>
      cell([title], { width: widths[column] ?? 0, align: "center", bold: true, keepNext: true }),
    ),
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: HAIRLINE,
      bottom: HAIRLINE,
      left: HAIRLINE,
      right: HAIRLINE,
      insideHorizontal: HAIRLINE,
      insideVertical: HAIRLINE,
    },
    rows: [head, ...table.rows.map((row, index) => rowOf(row, table, widths, index))],
  });
}

/** Rows that stay on one page together. */
const SHORT = 16;

function rowOf(row: DocumentRow, table: DocumentTable, widths: readonly number[], index: number): TableRow {
  // A short table stays together; of a long one the last row, the total above all, never stands alone.
  const { length } = table.rows;
  const keepNext = index < length - 1 && (length <= SHORT || index === length - 2);
  return new TableRow({
    cantSplit: true,
    children: row.cells.flatMap(({ text, rowSpan }, column) =>
      rowSpan === 0
        ? []
        : [
            cell(text.split("\n"), {
              width: widths[column] ?? 0,
              align: table.columns[column]?.align ?? "center",
              bold: row.isTotal,
              keepNext,
              rowSpan,
            }),
          ],
    ),
  });
}

interface CellLook {
  readonly width: number;
  readonly align: "left" | "center" | "right";
  readonly bold: boolean;
  readonly keepNext: boolean;
  readonly rowSpan?: number;
}

function cell(lines: readonly string[], { width, align, bold, keepNext, rowSpan = 1 }: CellLook): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    rowSpan,
    children: lines.map(
      (text) =>
        new Paragraph({
          alignment: align,
          keepNext,
          spacing: { line: 300, lineRule: "atLeast" },
          children: [new TextRun({ text: printable(text), size: TYPE.five, bold, font: font(FONTS.table) })],
        }),
    ),
  });
}

const LEAST = 3.5;
const MOST = 22;

/** Shares of the page's width by what the columns hold. */
function columnWidths({ columns, rows, wide }: DocumentTable): number[] {
  const { left, right, top, bottom } = PAGE.marginsMm;
  const whole = twips(wide ? PAGE.heightMm - top - bottom : PAGE.widthMm - left - right);
  const needs = columns.map(({ title }, column) => {
    const longest = rows.reduce(
      (most, { cells }) => Math.max(most, charactersOf(cells[column]?.text ?? "")),
      charactersOf(title),
    );
    return Math.min(Math.max(longest, LEAST), MOST) + 1;
  });
  const sum = needs.reduce((all, need) => all + need, 0);
  return needs.map((need) => Math.floor((whole * need) / sum));
}
