import { westernDate } from "./chinese-numerals";

export interface DateReading {
  /** `2023`, `2023-12`, `2023-12-31`; `--12`, `--12-31` where no year is known. */
  readonly date: string;
  /** 前, 底, 不晚于: the last day that counts. */
  readonly deadline: boolean;
}

const ENDING =
  "(?:完成|竣工|完工|验收|验收合格|到位|交付|投入使用|建成|结束|发放|下达|拨付|开工|上报|报送|全部完成)?";
const BEFORE = "(之前|以前|前|以内|内)?";
const AT = "(?:完成(?:时间|日期)为?)?(截至|截止到?|最迟|不晚于|不迟于|早于|于|在)?";
const WRITTEN = new RegExp(
  `^${AT}(?:((?:19|20)\\d{2})年度?)?(\\d{1,2})月份?(?:(\\d{1,2})[日号])?(上旬|中旬|下旬|底|末|初)?${BEFORE}${ENDING}$`,
);
const YEAR_END = new RegExp(`^${AT}(?:((?:19|20)\\d{2})年|当年|本年)?年?(底|末)${BEFORE}${ENDING}$`);
const YEAR = new RegExp(`^${AT}((?:19|20)\\d{2})年度?${BEFORE}${ENDING}$`);
const QUARTER_END = new RegExp(`^${AT}(?:((?:19|20)\\d{2})年度?)?第?([1-4])季度(底|末)?${BEFORE}${ENDING}$`);
const EIGHT_DIGITS = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const NUMERIC = new RegExp(`^((?:19|20)\\d{2})([-/.])(\\d{1,2})(?:\\2(\\d{1,2}))?${BEFORE}$`);

/**
 * Dates as forms write them (rules catalogue D1). `timely` says that the indicator is about time: only then is
 * `2023.12` a month and not a number.
 */
export function readDate(folded: string, timely: boolean): DateReading | null {
  const text = westernDate(folded.replace(/ /g, ""));
  return written(text) ?? yearEnd(text) ?? wholeYear(text) ?? quarterEnd(text) ?? numeric(text, timely);
}

function written(text: string): DateReading | null {
  const match = WRITTEN.exec(text);
  if (!match?.[3]) return null;
  const [, at, year, month, day, part, before] = match;
  const atEnd = part === "底" || part === "末";
  const last = atEnd ? daysIn(Number(year ?? 2023), Number(month)) : undefined;
  const date = iso(year, Number(month), day === undefined ? last : Number(day));
  return date === null ? null : { date, deadline: before !== undefined || atEnd || isLimit(at) };
}

function yearEnd(text: string): DateReading | null {
  const match = YEAR_END.exec(text);
  if (!match || !/年/.test(text)) return null;
  return { date: iso(match[2], 12, 31) ?? "--12-31", deadline: true };
}

function wholeYear(text: string): DateReading | null {
  const match = YEAR.exec(text);
  if (!match?.[2]) return null;
  const [, at, year, before] = match;
  // 2023年内 runs to its last day; 2023年前 ends before it begins, and nobody can tell which was meant.
  if (before === "内" || before === "以内") return { date: `${year}-12-31`, deadline: true };
  return before === undefined ? { date: year, deadline: isLimit(at) } : null;
}

/** 第三季度末, 2023年三季度前: the last day that counts; a whole quarter is a period and no date. */
function quarterEnd(text: string): DateReading | null {
  const match = QUARTER_END.exec(text);
  if (!match?.[3] || (match[4] === undefined && match[5] === undefined)) return null;
  const month = Number(match[3]) * 3;
  const date = iso(match[2], month, daysIn(Number(match[2] ?? 2023), month));
  return date === null ? null : { date, deadline: true };
}

function numeric(text: string, timely: boolean): DateReading | null {
  const [, year8, month8, day8] = timely ? (EIGHT_DIGITS.exec(text) ?? []) : [];
  const run = year8 === undefined ? null : iso(year8, Number(month8), Number(day8));
  if (run !== null) return { date: run, deadline: false };
  const match = NUMERIC.exec(text);
  if (!match?.[3]) return null;
  const [, year, separator, month, day, before] = match;
  if (separator === "." && day === undefined && !timely) return null;
  const date = iso(year, Number(month), day === undefined ? undefined : Number(day));
  return date === null ? null : { date, deadline: before !== undefined };
}

const isLimit = (at: string | undefined): boolean => at !== undefined && /最迟|不晚于|不迟于|早于/.test(at);

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function iso(year: string | undefined, month: number, day: number | undefined): string | null {
  if (
    month < 1 ||
    month > 12 ||
    (day !== undefined && (day < 1 || day > daysIn(Number(year ?? 2024), month)))
  )
    return null;
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${year ?? "-"}-${two(month)}${day === undefined ? "" : `-${two(day)}`}`;
}

/** Which parts of a date a number format shows; null for a format of numbers or of times of day. */
function dateParts(format: string): { year: boolean; month: boolean; day: boolean } | null {
  const codes =
    format
      .replace(/"[^"]*"|\[[^\]]*\]|\\./g, "")
      .split(";")[0]
      ?.toLowerCase() ?? "";
  if (codes === "general" || /[0#?]/.test(codes)) return null;
  const parts = {
    year: /[ye]/.test(codes),
    month: /m/.test(codes) && !/[hs]/.test(codes.replace(/[yd]/g, "")),
    day: /d/.test(codes),
  };
  return parts.year || (parts.month && parts.day) ? { ...parts, month: parts.month || parts.day } : null;
}

/** Whether the format shows a day, whatever number stands in the cell. */
export const isDateFormat = (format: string): boolean => dateParts(format) !== null;

/** The date of a number cell with a date format; Excel counts days from 1899-12-30 (its 1900 leap day is before 61). */
export function readDateSerial(value: number, format: string): DateReading | null {
  const parts = dateParts(format);
  if (parts === null || value < 61 || value > 2_958_465) return null;
  const [year = "", month = "", day = ""] = new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split("-");
  const date = parts.month ? `${parts.year ? year : "-"}-${month}${parts.day ? `-${day}` : ""}` : year;
  return { date, deadline: false };
}
