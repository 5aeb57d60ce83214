import { columnNumber, columnName } from "../../src/expr/cell";

/** Rows or columns inserted before a place, counted from 0. */
export interface Shift {
  readonly axis: "row" | "column";
  readonly at: number;
  readonly count: number;
}

const REFERENCE = /(\$?)([A-Z]{1,3})(\$?)(\d+)/;

function moved(text: string, { axis, at, count }: Shift): string {
  return text.replace(
    new RegExp(REFERENCE, "g"),
    (_, fixedColumn: string, letters: string, fixedRow: string, digits: string) => {
      const column = columnNumber(letters);
      const row = Number(digits) - 1;
      const to =
        axis === "row"
          ? [column, row >= at ? row + count : row]
          : [column >= at ? column + count : column, row];
      return `${fixedColumn}${columnName(to[0] ?? 0)}${fixedRow}${(to[1] ?? 0) + 1}`;
    },
  );
}

/** The references of merges, filters and validations: `ref="A1:C3"`, `sqref="A1 B2"`. */
export const shiftReferences = (xml: string, shift: Shift): string =>
  xml.replace(
    /\b((?:sq)?ref)="([^"]*)"/g,
    (_, name: string, areas: string) => `${name}="${moved(areas, shift)}"`,
  );

/** A formula's references to the sheet that is shifted: bare ones on the sheet itself, elsewhere those with its name. */
export function shiftFormula(formula: string, isOwnSheet: boolean, name: string, shift: Shift): string {
  const pieces = formula.split(/("(?:[^"]|"")*")/);
  const area = String.raw`\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?`;
  const pattern = new RegExp(
    String.raw`('(?:[^']|'')+'!|[\p{L}\d_.]+!)?(?<![\p{L}\d_.])(${area})(?![\p{L}\d_(])`,
    "gu",
  );
  return pieces
    .map((piece) =>
      piece.startsWith('"')
        ? piece
        : piece.replace(pattern, (all, sheet: string | undefined, cells: string) => {
            const named = sheet?.slice(0, -1).replace(/^'|'$/g, "").replaceAll("''", "'");
            const isMeant = named === undefined ? isOwnSheet : named === name;
            return isMeant ? `${sheet ?? ""}${moved(cells, shift)}` : all;
          }),
    )
    .join("");
}
