import { exact, parseDecimal, type Exact } from "../expr/exact";
import type { TextReading } from "../expr/expression";

/**
 * How `VALUE(TRIM(SUBSTITUTE(…)))` reads the number from the cell: the pieces around the digits are taken out. Null where
 * what is left is not the plain decimal `printed` (spaces inside, full-width digits); tried here exactly as the sheet will.
 */
export function liveReading(
  cellText: string,
  [start, end]: readonly [number, number],
  scale: Exact,
): TextReading | null {
  const pieces = [cellText.slice(0, start).trim(), cellText.slice(end).trim()];
  if (cellText.slice(start, end).includes(",")) pieces.push(",");
  const remove = [...new Set(pieces)].filter((piece) => piece !== "");
  const left = remove.reduce((text, piece) => text.replaceAll(piece, ""), cellText).replace(/^ +| +$/g, "");
  const printed = cellText.slice(start, end).replaceAll(",", "");
  return isSameDecimal(left, printed) ? { remove, scale } : null;
}

function isSameDecimal(a: string, b: string): boolean {
  const value = parseDecimal(a);
  return value !== null && (a === b || parseDecimal(b)?.equals(value) === true);
}

export const PERCENT_SCALE = exact("0.01");
