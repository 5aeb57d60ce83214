/** Units that measure the same thing in different sizes; counters (个 家 批 …) are not compared. */
const DIMENSIONS: readonly (readonly string[])[] = [
  ["天", "日", "工作日", "个工作日", "周", "月", "个月", "年", "小时", "分钟"],
  ["米", "公里", "里", "毫米", "厘米"],
  ["平方米", "㎡", "亩", "公顷", "平方公里", "平方千米"],
  ["吨", "公斤", "斤", "克"],
  ["元", "美元", "欧元"],
];

const SAME_UNIT: readonly (readonly string[])[] = [
  ["天", "日"],
  ["工作日", "个工作日"],
  ["月", "个月"],
  ["平方米", "㎡"],
  ["平方公里", "平方千米"],
];

// 千米 and 千克 are sizes of 米 and 克 as well: their factor says how large (forms/quantity-words.ts).
const SIZES = /^[百千万亿]+/;

/** `2次/月`, `每季度1次` (read as 每季度次): an amount for each of a period, which an amount in all is not. */
const PERIOD = /[/每](?:个)?(天|日|周|星期|旬|月|季度?|半年|学期)/;
const periodOf = (unit: string | null): string => PERIOD.exec(unit ?? "")?.[1] ?? "";

/** Whether one amount is for each month, the other for the year or for something else. */
export function arePerDifferentPeriods(one: string | null, other: string | null): boolean {
  return periodOf(one) !== periodOf(other);
}

/** Whether two units measure things that no number can compare: 天 with 月, 元 with 平方米. */
export function cannotCompare(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  const [a, b] = [one.replace(SIZES, ""), other.replace(SIZES, "")];
  if (a === b || SAME_UNIT.some((same) => same.includes(a) && same.includes(b))) return false;
  return DIMENSIONS.some((units) => units.includes(a)) && DIMENSIONS.some((units) => units.includes(b));
}

/** Whether steps of one unit cannot be counted in the other as it stands: 小时 in 分钟, 万元 in 元, 天 in 工作日; 元 in 元/人 can. */
export function isOtherMeasure(one: string, other: string): boolean {
  if (sizeOf(one) !== sizeOf(other)) return true;
  const [a, b] = [kindOf(one), kindOf(other)];
  if (a === b || SAME_UNIT.some((same) => same.includes(a) && same.includes(b))) return false;
  return DIMENSIONS.some((units) => units.includes(a) || units.includes(b));
}

const kindOf = (unit: string): string => unit.replace(SIZES, "").replace(/\/.*$/, "");

const sizeOf = (unit: string): string => SIZES.exec(unit)?.[0] ?? "";
