import { CellMap } from "../../expr/cell-map";
import type { CompiledCell, CompiledSheet } from "./compile";
import type { SheetDraft } from "./draft";

/** Widths are in characters of the default font: a Chinese character takes two. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0xff ? 2 : 1.1;
  return width;
}

function linesOf(text: string, columnWidth: number): number {
  const room = Math.max(1, columnWidth - 1);
  return text.split("\n").reduce((lines, part) => lines + Math.max(1, Math.ceil(textWidth(part) / room)), 0);
}

function shownText(cell: CompiledCell): string {
  if (cell.expected?.kind === "text") return cell.expected.text;
  return typeof cell.content === "string" && !cell.isFormula ? cell.content : "";
}

/**
 * How many lines each row needs once its text is wrapped. Excel fits rows to their text only where nothing is merged,
 * and other programs not at all: generated sheets say their heights themselves.
 */
export function linesPerRow({ draft, cells }: CompiledSheet): number[] {
  const merges = new CellMap<SheetDraft["merges"][number]>();
  for (const area of draft.merges) merges.set({ sheet: draft.name, ...area }, area);
  return cells.map((row, rowIndex) =>
    row.reduce((most, cell, column) => {
      if (cell === null) return most;
      const merge = merges.get({ sheet: draft.name, row: rowIndex, column });
      if (merge !== undefined && merge.rowCount > 1) return most;
      const widths = draft.columnWidths.slice(column, column + (merge?.columnCount ?? 1));
      return Math.max(
        most,
        linesOf(
          shownText(cell),
          widths.reduce((sum, width) => sum + width, 0),
        ),
      );
    }, 1),
  );
}
