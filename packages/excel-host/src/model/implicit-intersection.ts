import { cellName, contains, parseArea, quoteSheet, splitSheet, type Area } from "./address";

/** Functions whose arguments are single values: an area among them means its cell in the row or column at hand. */
const ofSingleValues = new Set(
  (
    "ABS ACOS ASIN ATAN ATAN2 CEILING COS DATE DAY DEGREES EVEN EXP FACT FIND FLOOR HOUR IF INT LEFT LEN LN LOG LOG10 " +
    "LOWER MID MINUTE MOD MONTH ODD POWER PROPER RADIANS REPLACE REPT RIGHT ROUND ROUNDDOWN ROUNDUP SEARCH SECOND SIGN " +
    "SIN SQRT SUBSTITUTE TAN TEXT TIME TRIM TRUNC UPPER VALUE WEEKDAY YEAR"
  ).split(" "),
);

const area = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}:\$?[A-Z]{1,3}\$?\d{1,7}|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7}`;
const token = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?<sheet>(?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?<![\p{L}\p{N}_.$:])(?<area>${area})(?![\p{L}\p{N}_.:(])|(?<call>[\p{L}_][\p{L}\p{N}_.]*)\s*\(|'(?:[^']|'')*'|[()\[\]{}]`,
  "giu",
);

/**
 * A formula of a file that was not written as an array: where it names an area in the place of a single value, Excel
 * takes the area's cell in the formula's own row or column (`=F:F*1` in row 4 is `=F4*1`).
 */
export function withSingleValues(formula: string, row: number, column: number): string {
  if (!formula.includes(":")) return formula;
  const functions: (string | null)[] = [];
  return formula.replace(token, (whole: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as { sheet?: string; area?: string; call?: string };
    if (groups.call !== undefined) functions.push(groups.call.toUpperCase());
    else if (whole === "(" || whole === "[" || whole === "{") functions.push(whole === "(" ? null : whole);
    else if (whole === ")" || whole === "]" || whole === "}") functions.pop();
    if (groups.area === undefined) return whole;
    const isSingle = functions.every((name) => name === null || ofSingleValues.has(name));
    const found = isSingle ? parseArea(groups.area) : null;
    const cell = found && crossing(found, row, column);
    return cell ? `${sheetText(groups.sheet)}${cellName(cell.row, cell.column)}` : whole;
  });
}

const sheetText = (sheet: string | undefined): string =>
  sheet === undefined ? "" : `${quoteSheet(splitSheet(`${sheet}A1`).sheet ?? "")}!`;

/** The cell of a single column in a row, or of a single row in a column; null where the row or column misses it. */
function crossing(within: Area, row: number, column: number): { row: number; column: number } | null {
  if (within.columns === 1 && contains(within, row, within.column)) return { row, column: within.column };
  if (within.rows === 1 && contains(within, within.row, column)) return { row: within.row, column };
  return null;
}
