import { cellReference } from "./cell";
import { evaluate, holds } from "./evaluate";
import { toFixed } from "./decimal";
import { HUNDRED, type Exact } from "./exact";
import type { Expression } from "./expression";
import { quoted, toFormula, type Placement } from "./formula";
import { decimalPlaces, toDecimal } from "./decimal";

/** One step of a scale of words: values from `from` upward are called `word`. */
export interface ScaleStep {
  readonly word: string;
  readonly from: Exact;
}

/** Text that a cell shows and that stays live: words, numbers in it, and the word of a scale. */
export type TextExpression =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "number"; readonly of: Expression; readonly format: TextNumberFormat }
  | {
      readonly kind: "scale";
      readonly of: Expression;
      readonly steps: readonly ScaleStep[];
      readonly below: string;
      readonly missing: string;
      /** What must be a number for `of` to be one; `of` itself where absent. */
      readonly known: Expression;
    }
  | { readonly kind: "join"; readonly of: readonly TextExpression[] };

/** `0.00`, `0.##` style decimals or a percentage. */
export type TextNumberFormat = "0.00" | "0.00%" | "0";

export const words = (text: string): TextExpression => ({ kind: "words", text });
export const numberText = (of: Expression, format: TextNumberFormat): TextExpression => ({
  kind: "number",
  of,
  format,
});
export const join = (...of: TextExpression[]): TextExpression => ({ kind: "join", of });

/**
 * The word for a value on a scale of descending `steps`; `below` under the last, `missing` where there is no number.
 * Programs differ in what they make of an empty text times 100: `known` is the cell to ask.
 */
export function onScale(
  of: Expression,
  steps: readonly ScaleStep[],
  below: string,
  { missing = "", known = of }: { missing?: string; known?: Expression } = {},
): TextExpression {
  return { kind: "scale", of, steps, below, missing, known };
}

/** The text that the sheet will show. */
export function evaluateText(text: TextExpression): string {
  switch (text.kind) {
    case "words":
      return text.text;
    case "number": {
      const value = evaluate(text.of);
      return value === null ? "" : formatNumber(value, text.format);
    }
    case "scale": {
      const value = evaluate(text.of);
      if (value === null) return text.missing;
      return text.steps.find((stepOf) => holds(value, ">=", stepOf.from))?.word ?? text.below;
    }
    case "join":
      return text.of.map(evaluateText).join("");
  }
}

function formatNumber(value: Exact, format: TextNumberFormat): string {
  if (format === "0.00%") return `${toFixed(value.mul(HUNDRED), 2)}%`;
  return toFixed(value, format === "0.00" ? 2 : 0);
}

/** The text as a formula for a cell on `sheet`, with the leading `=`. */
export function textFormula(text: TextExpression, sheet: string, placement: Placement = new Map()): string {
  return `=${printText(text, sheet, placement)}`;
}

function printText(text: TextExpression, sheet: string, placement: Placement): string {
  const reference = (of: Expression): string => {
    const placed = placement.get(of);
    return placed === undefined ? toFormula(of, sheet, placement).slice(1) : cellReference(placed, sheet);
  };
  switch (text.kind) {
    case "words":
      return quoted(text.text);
    case "number":
      return `TEXT(${reference(text.of)},${quoted(text.format)})`;
    case "scale": {
      const value = reference(text.of);
      const graded = text.steps.reduceRight(
        (rest, stepOf) => `IF(${value}>=${decimal(stepOf.from)},${quoted(stepOf.word)},${rest})`,
        quoted(text.below),
      );
      return `IF(ISNUMBER(${reference(text.known)}),${graded},${quoted(text.missing)})`;
    }
    case "join":
      return text.of.map((part) => printText(part, sheet, placement)).join("&");
  }
}

function decimal(value: Exact): string {
  return toDecimal(value, decimalPlaces(value) ?? 15);
}
