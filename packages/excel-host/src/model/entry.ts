import { hostError } from "../wire/host-error";

/** What a cell holds after something was entered into it. */
export type Entry =
  | { kind: "blank" }
  | { kind: "formula"; formula: string }
  | { kind: "text"; text: string }
  | { kind: "number"; number: number; format?: string }
  | { kind: "boolean"; boolean: boolean };

export const maxFormulaLength = 8192;
export const maxTextLength = 32_767;

const plainNumber = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?(?:e[+-]?\d+)?$/i;
const fullDate = /^(\d{4})([-/年])(\d{1,2})(?:[-/月](\d{1,2})日?)?月?$/;

/** Reads an entry as Excel does when a cell is typed into, or when the API sets `values` or `formulas`. */
export function readEntry(value: unknown, numberFormat: string): Entry {
  if (value === "" || value === null || value === undefined) return { kind: "blank" };
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw hostError("InvalidArgument");
    return { kind: "number", number: value };
  }
  if (typeof value === "boolean") return { kind: "boolean", boolean: value };
  if (typeof value !== "string") throw hostError("InvalidArgument");
  if (numberFormat === "@") return text(value);
  if (value.startsWith("'")) return text(value.slice(1));
  if (value.length > 1 && value.startsWith("=")) return { kind: "formula", formula: checkedFormula(value) };
  return number(value.trim(), numberFormat) ?? text(value);
}

function text(value: string): Entry {
  if (value.length > maxTextLength) throw hostError("InvalidArgument");
  return { kind: "text", text: value };
}

function number(typed: string, format: string): Entry | null {
  if (/^(?:true|false)$/i.test(typed)) return { kind: "boolean", boolean: /^true$/i.test(typed) };
  const percent = typed.endsWith("%");
  const digits = percent ? typed.slice(0, -1).trim() : typed;
  if (/\d/.test(digits) && plainNumber.test(digits)) {
    const parsed = Number(digits.replace(/,/g, ""));
    const decimals = digits.includes(".");
    if (percent)
      return { kind: "number", number: scaled(digits), ...suggest(format, decimals ? "0.00%" : "0%") };
    if (digits.includes(","))
      return { kind: "number", number: parsed, ...suggest(format, decimals ? "#,##0.00" : "#,##0") };
    return { kind: "number", number: parsed };
  }
  return date(typed, format);
}

/** 96.93% is 0.9693, not 0.9692999…: the point is moved in the text. */
const scaled = (digits: string): number =>
  Number(`${digits.replace(/,/g, "")}e-2`) || Number(digits.replace(/,/g, "")) / 100;

function date(typed: string, format: string): Entry | null {
  const [, year, mark, month, day] = fullDate.exec(typed) ?? [];
  if (year === undefined || month === undefined || (mark === "年") !== typed.includes("月")) return null;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, day === undefined ? 1 : Number(day)));
  if (at.getUTCMonth() !== Number(month) - 1 || Number(year) < 1900) return null;
  const pattern =
    mark === "年"
      ? day === undefined
        ? 'yyyy"年"m"月"'
        : 'yyyy"年"m"月"d"日"'
      : day === undefined
        ? "mmm-yy"
        : "yyyy/m/d";
  return { kind: "number", number: at.getTime() / 86_400_000 + 25_569, ...suggest(format, pattern) };
}

const suggest = (current: string, pattern: string): { format?: string } =>
  current === "General" ? { format: pattern } : {};

/** Excel's limits: "Excel specifications and limits" of its own help. */
const mostArguments = 255;
const mostLevels = 64;
const longestLiteral = 255;

/** @throws InvalidArgument for what Excel does not take as a formula */
function checkedFormula(formula: string): string {
  if (formula.length > maxFormulaLength)
    throw hostError("InvalidArgument", "The formula is longer than 8192 characters.");
  // Texts may hold single quotes, sheet names double ones: both are read in one go.
  const quoted = /"(?:[^"]|"")*"|'(?:[^']|'')*'/g;
  const bare = formula.replace(quoted, "");
  const literals = (formula.match(quoted) ?? []).filter((text) => text.startsWith('"'));
  if (literals.some((literal) => literal.slice(1, -1).replace(/""/g, '"').length > longestLiteral))
    throw hostError("InvalidArgument", "Text values in formulas are limited to 255 characters.");
  let depth = 0;
  let levels = 0;
  /** Commas on each level. */
  const commas = [0];
  for (const sign of bare) {
    if (sign === "(" || sign === "{") {
      depth++;
      commas[depth] = 0;
    }
    if (sign === ")" || sign === "}") depth--;
    if (depth < 0) break;
    levels = Math.max(levels, depth);
    // An array constant holds more.
    if (sign === "," && !bare.includes("{")) commas[depth] = (commas[depth] ?? 0) + 1;
    if ((commas[depth] ?? 0) >= mostArguments)
      throw hostError("InvalidArgument", "A function takes at most 255 arguments.");
  }
  if (levels > mostLevels) throw hostError("InvalidArgument", "More than 64 levels of nesting are used.");
  if (depth !== 0 || bare.includes('"')) throw hostError("InvalidArgument", "The formula is not complete.");
  return formula;
}
