import { wordTable } from "../text/word-table";
import { printable, type DocumentCell, type DocumentRow, type DocumentTable } from "./content";
import { TYPE } from "./page";

/** Percent of the width of the page or cell, in the fiftieths that Word counts. */
const FULL_WIDTH = 5000;

/** A table for a place in somebody else's document: as wide as that is, in its fonts, with hairlines and a repeated head. */
export function tableXml({ columns, rows, unitLine }: DocumentTable): string {
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"]
    .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
    .join("");
  const head: DocumentRow = {
    cells: columns.map(({ title }) => ({ text: title, rowSpan: 1 })),
    isTotal: true,
  };
  const unit = unitLine === null ? "" : paragraph(unitLine, "right", false);
  return (
    `${unit}<w:tbl><w:tblPr><w:tblW w:w="${FULL_WIDTH}" w:type="pct"/><w:jc w:val="center"/><w:tblBorders>${edges}</w:tblBorders></w:tblPr>` +
    `<w:tblGrid>${columns.map(() => "<w:gridCol/>").join("")}</w:tblGrid>` +
    rowXml(
      head,
      columns.map(() => "center"),
      "<w:tblHeader/>",
    ) +
    rows
      .map((row) =>
        rowXml(
          row,
          columns.map(({ align }) => align),
        ),
      )
      .join("") +
    "</w:tbl>"
  );
}

function rowXml({ cells, isTotal }: DocumentRow, alignments: readonly string[], properties = ""): string {
  const inside = cells.map((cell, column) => cellXml(cell, alignments[column] ?? "center", isTotal));
  return `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${inside.join("")}</w:tr>`;
}

function cellXml({ text, rowSpan }: DocumentCell, alignment: string, isBold: boolean): string {
  const merge = rowSpan === 1 ? "" : rowSpan === 0 ? "<w:vMerge/>" : '<w:vMerge w:val="restart"/>';
  const lines = rowSpan === 0 ? [""] : text.split("\n");
  const paragraphs = lines.map((line) => paragraph(line, alignment, isBold)).join("");
  return `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>${merge}<w:vAlign w:val="center"/></w:tcPr>${paragraphs}</w:tc>`;
}

function paragraph(text: string, alignment: string, isBold: boolean): string {
  const layout =
    '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:right="0" w:firstLine="0"/>';
  const run = `<w:rPr>${isBold ? "<w:b/>" : ""}<w:sz w:val="${TYPE.five}"/><w:szCs w:val="${TYPE.five}"/></w:rPr>`;
  return `<w:p><w:pPr>${layout}<w:jc w:val="${alignment}"/></w:pPr><w:r>${run}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
}

const ENTITIES: Readonly<Record<string, string>> = wordTable({
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
});

const escaped = (text: string): string =>
  printable(text).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
