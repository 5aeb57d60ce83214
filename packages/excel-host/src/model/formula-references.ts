import { columnIndex, columnName, maxColumns, maxRows } from "./address";

// A string, a quoted sheet name, a reference, or a word: only references move.
const token =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|(?<![\w.$\u4e00-\u9fff])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(!\u4e00-\u9fff])|(?<![\w.$\u4e00-\u9fff])(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\w.(!\u4e00-\u9fff])|(?<![\w.$:])(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.])/g;

const lost = "#REF!";

/** The formula of a member of a shared group: the first cell's formula with its relative references moved. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const column = (fixed: string, name: string): string | null => {
    const index = columnIndex(name) + (fixed ? 0 : columns);
    return index >= 0 && index < maxColumns ? fixed + columnName(index) : null;
  };
  const row = (fixed: string, number: string): string | null => {
    const index = Number(number) - 1 + (fixed ? 0 : rows);
    return index >= 0 && index < maxRows ? fixed + String(index + 1) : null;
  };
  return formula.replace(token, (whole: string, ...found: (string | undefined)[]) => {
    const [c$, c, r$, r, from$, from, to$, to, top$, top, bottom$, bottom] = found;
    if (c !== undefined && r !== undefined) {
      const [left, right] = [column(c$ ?? "", c), row(r$ ?? "", r)];
      return left !== null && right !== null ? left + right : lost;
    }
    if (from !== undefined && to !== undefined) {
      const [left, right] = [column(from$ ?? "", from), column(to$ ?? "", to)];
      return left !== null && right !== null ? `${left}:${right}` : lost;
    }
    if (top !== undefined && bottom !== undefined) {
      const [first, last] = [row(top$ ?? "", top), row(bottom$ ?? "", bottom)];
      return first !== null && last !== null ? `${first}:${last}` : lost;
    }
    return whole;
  });
}

/** A word outside of texts: a function before `(`, a sheet before `!`, else a name or a table. */
const word = /(?<![\w.])[\p{L}_\\][\p{L}\p{N}_.\\]*\s*[(!]?/gu;
/** Functions that find out only when they are calculated what they refer to, or give words a meaning of their own. */
const unfillable = new Set(["OFFSET(", "INDIRECT(", "LAMBDA(", "LET("]);
const constants = new Set(["TRUE", "FALSE"]);

/**
 * What a formula has in common with those that it was filled into: its relative references as distances from its cell.
 * Null where filling it might move more than such references: names, tables, arrays, whole rows and columns.
 */
export function filledFormula(formula: string, row: number, column: number): string | null {
  let movesCellsOnly = true;
  const filled = formula.replace(token, (whole: string, ...found: (string | undefined)[]) => {
    const [c$, c, r$, r, , wholeColumns, , , , wholeRows] = found;
    if (c !== undefined && r !== undefined)
      return `‹${c$ ? c : columnIndex(c) - column}:${r$ ? r : Number(r) - 1 - row}›`;
    movesCellsOnly &&= wholeColumns === undefined && wholeRows === undefined;
    return whole;
  });
  return movesCellsOnly && hasOnlyFunctions(formula.replace(token, "")) ? filled : null;
}

function hasOnlyFunctions(bare: string): boolean {
  if (/[[\]{}#@]/.test(bare)) return false;
  for (const [found] of bare.matchAll(word)) {
    const name = found.toUpperCase().replace(/\s/g, "");
    if (name.endsWith("(") ? unfillable.has(name) : !name.endsWith("!") && !constants.has(name)) return false;
  }
  return true;
}
