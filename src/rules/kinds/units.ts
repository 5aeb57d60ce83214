/** Units that measure the same thing in different sizes; counters (个 家 批 …) are not compared. */
const DIMENSIONS: readonly (readonly string[])[] = [
  ["天", "日", "工作日", "个工作日", "周", "月", "个月", "年", "小时", "分钟"],
  ["米", "公里", "千米", "里", "毫米", "厘米"],
  ["平方米", "㎡", "亩", "公顷", "平方公里"],
  ["吨", "公斤", "千克", "斤", "克"],
  ["元", "美元", "欧元"],
];

const SAME_UNIT: readonly (readonly string[])[] = [
  ["天", "日"],
  ["工作日", "个工作日"],
  ["月", "个月"],
  ["公里", "千米"],
  ["公斤", "千克"],
  ["平方米", "㎡"],
];

const SIZES = /^[百千万亿]+/;

/** Whether two units measure things that no number can compare: 天 with 月, 元 with 平方米. */
export function cannotCompare(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  const [a, b] = [one.replace(SIZES, ""), other.replace(SIZES, "")];
  if (a === b || SAME_UNIT.some((same) => same.includes(a) && same.includes(b))) return false;
  return DIMENSIONS.some((units) => units.includes(a)) && DIMENSIONS.some((units) => units.includes(b));
}
