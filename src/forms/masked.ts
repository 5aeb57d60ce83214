import type { CellValue } from "../model/grid";
import { compact } from "./characters";
import { UNDISCLOSED } from "./quantity-words";

const NOTHING_SHOWN = "*";

/**
 * What stands for the content of a cell whose number format hides it: its stars or words, or a star where nothing is
 * shown (`;;;`). Null where the content is shown; a zero shown as nothing is only tidy.
 */
export function maskOf(value: CellValue, shown: string, format: string): string | null {
  if (format === "General" || value === null || value === 0 || typeof value === "boolean") return null;
  const mask = compact(shown);
  if (mask === "") return String(value).trim() === "" ? null : NOTHING_SHOWN;
  return mask !== compact(String(value)) && UNDISCLOSED.test(mask) ? mask : null;
}
