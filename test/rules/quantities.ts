import type { CellAddress } from "../../src/expr/cell";
import { ONE, exact, parseDecimal, type Exact } from "../../src/expr/exact";
import type { Comparison, Direction, Quantity, Target } from "../../src/model/quantity";

// Stands in for the reader of the forms room: the tests of the rules must not depend on how cells are recognised.

const SIGNS: readonly (readonly [RegExp, Comparison])[] = [
  [/^(?:≥|>=|≧|不低于|不少于)/, ">="],
  [/^(?:>|＞|大于)/, ">"],
  [/^(?:≤|<=|≦|不超过|不高于)/, "<="],
  [/^(?:<|小于|低于)/, "<"],
  [/^(?:=|═)/, "="],
];
const FACTORS: readonly (readonly [RegExp, string])[] = [
  [/^亿/, "100000000"],
  [/^万/, "10000"],
];
const DATE = /^(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日|底)?(?:之?前)?(?:完成)?$/;

export function quantityFrom(text: string, cell: CellAddress): Target {
  const base = {
    text,
    cell,
    value2: null,
    date: null,
    unit: null,
    factor: ONE,
    live: null,
    value: null,
    direction: null,
  } as const;
  const trimmed = text.trim();
  if (trimmed === "") return { ...base, nature: "empty", comparison: "none" };
  if (/^(?:\/|不适用|不涉及|无此项)$/.test(trimmed))
    return { ...base, nature: "not-applicable", comparison: "none" };
  if (/^\*+$|不宜公开|涉密/.test(trimmed)) return { ...base, nature: "undisclosed", comparison: "none" };
  return (
    dateFrom(trimmed, base) ??
    rangeFrom(trimmed, base) ??
    numberFrom(trimmed, base) ?? { ...base, nature: "words", comparison: "none" }
  );
}

type Base = Omit<Target, "nature" | "comparison">;

function dateFrom(text: string, base: Base): Target | null {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (month === undefined) return null;
  const date = [
    year ?? "-",
    month.padStart(2, "0"),
    ...(day === undefined ? [] : [day.padStart(2, "0")]),
  ].join("-");
  const comparison = /前|底/.test(text) ? "<=" : "none";
  return { ...base, nature: "date", comparison, date, unit: "date", direction: "lower" };
}

function rangeFrom(text: string, base: Base): Target | null {
  const [, low, high, percent] = /^(-?\d[\d.]*)%?[-~](-?\d[\d.]*)(%?)$/.exec(text) ?? [];
  if (low === undefined || high === undefined) return null;
  const scale = percent === "%" ? exact("0.01") : ONE;
  return {
    ...base,
    nature: "range",
    comparison: "range",
    value: exact(low).mul(scale),
    value2: exact(high).mul(scale),
    unit: percent === "%" ? "%" : null,
  };
}

function numberFrom(text: string, base: Base): Target | null {
  const found = SIGNS.find(([pattern]) => pattern.test(text));
  const sign = found?.[0].exec(text)?.[0] ?? "";
  const rest = text.slice(sign.length);
  const digits = /^-?[\d,]+(?:\.\d+)?/.exec(rest)?.[0];
  const value = digits === undefined ? null : parseDecimal(digits.replace(/,/g, ""));
  if (value === null || digits === undefined) return null;
  const unit = rest.slice(digits.length);
  if (/[\d，。；]|^(?:以上|覆盖)/.test(unit)) return null;
  const comparison = found?.[1] ?? "none";
  return {
    ...base,
    nature: "number",
    comparison,
    value: unit === "%" ? value.div(100) : value,
    unit: unit === "" ? null : unit,
    factor: factorOf(unit),
    live:
      sign === "" && unit === ""
        ? "number"
        : {
            remove: [sign, unit, ","].filter((piece) => piece !== ""),
            scale: unit === "%" ? exact("0.01") : ONE,
          },
    direction: directionOf(comparison),
  };
}

function factorOf(unit: string): Exact {
  return exact(FACTORS.find(([pattern]) => pattern.test(unit))?.[1] ?? "1");
}

function directionOf(comparison: Comparison): Direction {
  if (comparison === "none" || comparison === "range") return null;
  return comparison === "=" ? "exact" : comparison.startsWith(">") ? "higher" : "lower";
}

export type { Quantity };
