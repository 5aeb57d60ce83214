import { exact, type Exact } from "./exact";

/** Excel counts days from 1899-12-30; this is 1970-01-01 on that count. */
const EPOCH = 25569;
const DAY = 86_400_000;

/** `2023-12-31` as the whole number that Excel keeps for the day (45291). Null where there is no such day. */
export function daySerial(isoText: string): Exact | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoText);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const time = Date.UTC(year, month - 1, day);
  const serial = exact(time / DAY + EPOCH);
  return isoDay(serial) === isoText ? serial : null;
}

/** 45291 as `2023-12-31`; parts of a day are cut off. */
export function isoDay(serial: Exact): string {
  const days = Number(serial.floor().valueOf());
  return new Date((days - EPOCH) * DAY).toISOString().slice(0, 10);
}

/** The last day of a month, 1–12. */
export function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
