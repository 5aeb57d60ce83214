import type { CellAddress } from "../expr/cell";
import { exact, fromCellNumber, HUNDRED, ONE, type Exact } from "../expr/exact";
import type { GridCell } from "../model/grid";
import type { Quantity } from "../model/quantity";
import { fold } from "./characters";
import { liveReading, PERCENT_SCALE } from "./live-reading";
import { readDate, readDateSerial, type DateReading } from "./quantity-dates";
import { readText, type NumberReading } from "./quantity-grammar";
import { factorOf, LONE_DASH, NOT_APPLICABLE, UNDISCLOSED, type Trend } from "./quantity-words";

/** What a cell says, before the columns beside it are asked. */
export interface CellReading extends Quantity {
  readonly trend: Trend | null;
}

const NOTHING = {
  comparison: "none",
  value: null,
  value2: null,
  date: null,
  unit: null,
  factor: ONE,
  live: null,
  trend: null,
} as const;

/** Reads one cell by itself; `timely` for indicators about time, where `2023.12` is a month. */
export function readCell(cell: GridCell, at: CellAddress | null, timely = false): CellReading {
  const base = { ...NOTHING, text: cell.text.trim(), cell: at };
  if (cell.value === null) return { ...base, nature: "empty" };
  if (typeof cell.value === "boolean") return { ...base, nature: "words" };
  if (typeof cell.value === "number") return readNumberCell(cell.value, cell, base);
  return readTextCell(cell.value, base, timely);
}

/** An amount, points, a score or a rate: a number by itself. */
export function parseNumber(cell: GridCell, at: CellAddress | null): Quantity {
  return withoutTrend(readCell(cell, at));
}

export function withoutTrend({ trend: _, ...quantity }: CellReading): Quantity {
  return quantity;
}

/** The same words as a bare text, for units and rules that stand in no cell of their own. */
export function textCell(text: string): GridCell {
  return { value: text === "" ? null : text, text, formula: null, format: "General" };
}

type Base = typeof NOTHING & { readonly text: string; readonly cell: CellAddress | null };

function readNumberCell(value: number, cell: GridCell, base: Base): CellReading {
  const date = readDateSerial(value, cell.format);
  if (date !== null) return dated(base, date);
  const number = fromCellNumber(value);
  if (number === null) return { ...base, nature: "unreadable" };
  const common = { ...base, nature: "number", value: number, live: "number" } as const;
  if (isPercentFormat(cell.format)) return { ...common, unit: "%" };
  const unit = unitOfFormat(cell.text, number);
  return { ...common, unit, factor: factorOf(unit) };
}

/** `0.00"万元"` shows the unit beside the number; a format that also divides (`0!.0,"万元"`) is not believed. */
function unitOfFormat(shown: string, value: Exact): string | null {
  const meaning = readText(shown);
  if (meaning.kind !== "number" || meaning.unit === null || meaning.unit === "%") return null;
  const distance = meaning.value.sub(value).abs();
  return distance.compare(value.abs().div(HUNDRED).add(exact("0.5"))) <= 0 ? meaning.unit : null;
}

export function isPercentFormat(format: string): boolean {
  return format.replace(/"[^"]*"|\\./g, "").includes("%");
}

function readTextCell(text: string, base: Base, timely: boolean): CellReading {
  const folded = fold(text).trim();
  const said = base.text === "" ? { ...base, text: text.trim() } : base;
  const tight = folded.replace(/ /g, "");
  if (tight === "" || LONE_DASH.test(tight)) return { ...said, nature: "empty" };
  if (NOT_APPLICABLE.test(tight)) return { ...said, nature: "not-applicable" };
  if (UNDISCLOSED.test(tight)) return { ...said, nature: "undisclosed" };
  const date = readDate(tight, timely);
  if (date !== null) return dated(said, date);
  const meaning = readText(text);
  return meaning.kind === "number" ? numbered(said, meaning, text) : { ...said, nature: meaning.kind };
}

function dated(base: Base, { date, deadline }: DateReading): CellReading {
  return { ...base, nature: "date", date, unit: "date", comparison: deadline ? "<=" : "none" };
}

function numbered(base: Base, reading: NumberReading, cellText: string): CellReading {
  const { comparison, value, value2, unit, trend, digits } = reading;
  const scale = unit?.endsWith("%") ? PERCENT_SCALE : ONE;
  const live = digits === null || comparison === "range" ? null : liveReading(cellText, digits, scale);
  return { ...base, nature: comparison === "range" ? "range" : "number", comparison, value, value2, unit, factor: factorOf(unit), live, trend };
}
