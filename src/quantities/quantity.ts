import { daySerial } from "../expr/calendar";
import type { CellAddress } from "../expr/cell";
import { exact, fromCellNumber, HUNDRED, ONE, type Exact } from "../expr/exact";
import type { GridCell } from "../model/grid";
import type { Quantity, QuantityNature } from "../model/quantity";
import { compact } from "../text/characters";
import { liveReading, PERCENT_SCALE } from "./live-reading";
import { isTextFormat } from "./number-format";
import { isDateFormat, readDate, readDateSerial, type DateReading } from "./quantity-dates";
import { readText, type NumberReading } from "./quantity-grammar";
import {
  factorOf,
  LONE_DASH,
  NOT_APPLICABLE,
  UNDISCLOSED,
  UNDISCLOSED_TEXT,
  type Trend,
} from "./quantity-words";

/** What a cell says, before the columns beside it are asked. */
export interface CellReading {
  readonly quantity: Quantity;
  /** 增长, 下降 before the number. */
  readonly trend: Trend | null;
}

interface Where {
  readonly text: string;
  readonly cell: CellAddress | null;
}

/** Reads one cell by itself; `timely` for indicators about time, where `2023.12` is a month. */
export function readCell(cell: GridCell, at: CellAddress | null, timely = false): CellReading {
  const where = { text: cell.text.trim(), cell: at };
  if (cell.value === null) return without(where, "empty");
  if (typeof cell.value === "boolean") return without(where, "unreadable");
  if (typeof cell.value === "number") return readNumberCell(cell.value, cell, where, timely);
  return readTextCell(cell.value, where.text === "" ? { text: cell.value.trim(), cell: at } : where, timely);
}

/** An amount, points, a score or a rate: a number by itself. */
export function parseNumber(cell: GridCell, at: CellAddress | null): Quantity {
  return readCell(cell, at).quantity;
}

/** An amount: whatever stands in its cell and is no number cannot be told, and is not taken for nothing. */
export function parseAmount(cell: GridCell, at: CellAddress | null): Quantity {
  const read = parseNumber(cell, at);
  if (NO_AMOUNT.test(compact(read.text))) return { ...read, nature: "empty" };
  const isOther = read.nature === "words" || read.nature === "date" || read.nature === "range";
  return isOther ? { ...without({ text: read.text, cell: at }, "unreadable").quantity } : read;
}

/** Nothing was planned or spent, in words. */
const NO_AMOUNT = /^(?:无|暂无|没有|未安排|未发生|未执行)$/;

/** A number is meant here, though perhaps none that can be told: `99.5?`, `#REF!`, `***`. */
export function meansNumber({ nature, text }: Quantity): boolean {
  return (
    nature === "number" ||
    nature === "undisclosed" ||
    (nature === "unreadable" && /^[#\d]/.test(compact(text)))
  );
}

/** The same words as a bare text, for units and rules that stand in no cell of their own. */
export function textCell(text: string): GridCell {
  return { value: text === "" ? null : text, text, formula: null, format: "General" };
}

// Written out instead of spread: a form of 20,000 rows reads 80,000 of these.
function without({ text, cell }: Where, nature: QuantityNature): CellReading {
  const quantity: Quantity = {
    text: nature === "undisclosed" ? UNDISCLOSED_TEXT : text,
    cell,
    nature,
    comparison: "none",
    value: null,
    value2: null,
    date: null,
    unit: null,
    factor: ONE,
    live: null,
  };
  return { quantity, trend: null };
}

function readNumberCell(value: number, cell: GridCell, where: Where, timely: boolean): CellReading {
  const isGeneral = cell.format === "General";
  // 20231231 typed as a number is a day where days are asked for; 2023.12 stays what the sheet shows.
  const asDay =
    timely && Number.isInteger(value) && value > 19_000_000 ? readDate(String(value), true) : null;
  const date = isGeneral ? asDay : readDateSerial(value, cell.format);
  const number = fromCellNumber(value);
  if (date !== null) {
    const shown = isGeneral || number === null ? null : shownSince1904(cell.text, number);
    return shown === null ? dated(where, date, number) : dated(where, shown);
  }
  // A day that no calendar has is no plain number either.
  if (number === null || (!isGeneral && isDateFormat(cell.format))) return without(where, "unreadable");
  const unit = isGeneral ? null : isPercentFormat(cell.format) ? "%" : unitOfFormat(cell.text, number);
  const { text, cell: at } = where;
  const quantity: Quantity = {
    text,
    cell: at,
    nature: "number",
    comparison: "none",
    value: number,
    value2: null,
    date: null,
    unit,
    factor: factorOf(unit),
    // Retyped into a cell formatted as text, the number would be a text: a formula reads it as one from the beginning.
    live: isTextFormat(cell.format) ? { remove: [], scale: ONE } : "number",
  };
  return { quantity, trend: null };
}

/** How many days later a workbook with the 1904 date system counts from. */
const DAYS_TO_1904 = exact(1462);

/** The day that a cell of a workbook with the 1904 date system shows: no other one shows a day so far from its number's. */
function shownSince1904(text: string, serial: Exact): DateReading | null {
  const shown = readDate(compact(text), true);
  const day = shown === null ? null : daySerial(shown.date);
  return day?.sub(serial.floor()).equals(DAYS_TO_1904) === true ? shown : null;
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

function readTextCell(value: string, where: Where, timely: boolean): CellReading {
  const tight = compact(value);
  if (tight === "" || LONE_DASH.test(tight)) return without(where, "empty");
  if (NOT_APPLICABLE.test(tight)) return without(where, "not-applicable");
  if (UNDISCLOSED.test(tight)) return without(where, "undisclosed");
  if (PERIOD.test(tight)) return without(where, "words");
  const date = readDate(tight, timely);
  if (date !== null) return dated(where, date);
  const meaning = readText(value);
  return meaning.kind === "number" ? numbered(where, meaning, value) : without(where, meaning.kind);
}

/** `2023年1-12月`, `2023年3月至2024年2月`, `2023年第三季度`: how long, not by when. */
const PERIOD =
  /^(?:(?:19|20)\d{2}年度?)?(?:第?[一二三四1-4]季度|[上下]半年)$|^(?:(?:19|20)\d{2}年)?\d{1,2}月?(?:\d{1,2}日)?[-~—至到](?:(?:19|20)\d{2}年)?\d{1,2}月份?(?:\d{1,2}日)?$/;

/** A day in a cell that holds its number is read live; months, years and 20231231 stand for another number. */
function dated(
  { text, cell }: Where,
  { date, deadline }: DateReading,
  serial: Exact | null = null,
): CellReading {
  const comparison = deadline ? "<=" : "none";
  const quantity: Quantity = {
    text,
    cell,
    nature: "date",
    comparison,
    value: null,
    value2: null,
    date,
    unit: "date",
    factor: ONE,
    live: serial !== null && daySerial(date)?.equals(serial) === true ? "number" : null,
    ...(serial !== null && { serial }),
  };
  return { quantity, trend: null };
}

function numbered({ text, cell }: Where, reading: NumberReading, cellText: string): CellReading {
  const { comparison, value, value2, unit, trend, digits } = reading;
  const scale = unit?.endsWith("%") ? PERCENT_SCALE : ONE;
  const live = digits === null || comparison === "range" ? null : liveReading(cellText, digits, scale);
  const nature = comparison === "range" ? "range" : "number";
  return {
    quantity: {
      text,
      cell,
      nature,
      comparison,
      value,
      value2,
      date: null,
      unit,
      factor: factorOf(unit),
      live,
    },
    trend,
  };
}
