import { columnIndex, columnName, maxColumns, maxRows } from "../model/address";

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
