import { format, isDateFormat } from "numfmt";

export type CellValue = string | number | boolean | null;

const daysFrom1900To1904 = 1462;

/** The text that the cell shows, in its number format. Column widths are not looked at: never `####`. */
export function displayText(
  value: CellValue,
  numberFormat: string,
  options: { locale: string; date1904: boolean },
): string {
  if (value === null || value === "") return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string" && (numberFormat === "General" || isErrorText(value))) return value;
  try {
    const shift =
      options.date1904 && typeof value === "number" && isDateFormat(numberFormat) ? daysFrom1900To1904 : 0;
    return format(
      localized(numberFormat, options.locale),
      typeof value === "number" ? value + shift : value,
      { locale: options.locale },
    );
  } catch {
    return String(value); // a pattern that the formatter does not know, such as [DBNum2]
  }
}

/** The short date follows the system: the API spells it as in the United States, a Chinese Excel shows it its own way. */
const shortDates: Record<string, string> = { "m/d/yyyy": "yyyy/m/d", "m/d/yyyy h:mm": "yyyy/m/d h:mm" };
const localized = (pattern: string, locale: string): string =>
  locale === "zh-CN" ? (shortDates[pattern] ?? pattern) : pattern;

const errorTexts = new Set([
  "#DIV/0!",
  "#N/A",
  "#NAME?",
  "#NULL!",
  "#NUM!",
  "#REF!",
  "#VALUE!",
  "#SPILL!",
  "#CALC!",
]);
export const isErrorText = (text: string): boolean => errorTexts.has(text);
