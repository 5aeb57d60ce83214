import { wordTable } from "../text/word-table";
const DIGITS: Readonly<Record<string, number>> = wordTable({
  〇: 0,
  "○": 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
});
const STEPS: Readonly<Record<string, number>> = wordTable({ 十: 10, 百: 100, 千: 1000 });
const NUMERAL = /^[〇○零一二两三四五六七八九十百千]+/;

/**
 * What can be counted with a Chinese numeral without being something else: 三次 is 3, but 一般, 三公经费, 二级 and
 * 一次性 are words, so the text has to end with one of these. 月 is missing: 十二月 is December.
 */
const COUNTED = new Set(
  "个 个月 次 人次 人 名 项 件 批 批次 家 户 台 套 天 日 年 期 场 篇 份 座 条 栋 辆 所 倍 轮 处 起 例 宗 亩 小时 周 支 块 本 册 部 场次 元 万元 亿元 万 亿 公里 千米 米 吨 万人 万人次 个工作日 工作日 个百分点 大项".split(
    " ",
  ),
);

/** The number that these characters write: 十二 → 12, 二百零五 → 205; null where they do not make one. */
export function readNumeral(text: string): number | null {
  let total = 0;
  let pending: number | null = null;
  for (const character of text) {
    const digit = DIGITS[character];
    const step = STEPS[character];
    if (digit !== undefined) {
      if (pending !== null && pending !== 0) return null;
      pending = digit;
    } else if (step !== undefined) {
      if (pending === 0 || (pending === null && step !== 10)) return null;
      total += (pending ?? 1) * step;
      pending = null;
    } else return null;
  }
  return text === "" ? null : total + (pending ?? 0);
}

/** 三次 → 3 and 次; null for words that only begin like a number. */
export function readCount(text: string): { value: number; unit: string } | null {
  const numeral = NUMERAL.exec(text)?.[0] ?? "";
  const unit = text.slice(numeral.length);
  if (numeral === "" || (unit !== "" && !COUNTED.has(unit)) || (unit === "" && numeral !== "零")) return null;
  const value = readNumeral(numeral);
  return value === null ? null : { value, unit };
}

/** 百分之九十五 → 95, 百分之百 → 100, 九成五 → 95. */
export function readPercentWords(text: string): number | null {
  const [, tens, ones] = /^([一二三四五六七八九])成([一二三四五六七八九])?$/.exec(text) ?? [];
  if (tens !== undefined) return (DIGITS[tens] ?? 0) * 10 + (DIGITS[ones ?? ""] ?? 0);
  const rest = text.startsWith("百分之") ? text.slice(3) : "";
  return rest === "百" ? 100 : rest === "" ? null : readNumeral(rest);
}

/** 二○二三年十二月 → 2023年12月, so that dates are read one way. */
export function westernDate(text: string): string {
  return text
    .replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, (year) =>
      [...year].map((digit) => DIGITS[digit]).join(""),
    )
    .replace(
      /(?<![\d一二三四五六七八九十])(?:三十一|三十|二十[一二三四五六七八九]|二十|十[一二三四五六七八九]|十|[一二三四五六七八九])(?=月|日|号)/g,
      (numeral) => String(readNumeral(numeral)),
    )
    .replace(/[一二三四](?=季度)/g, (numeral) => String(readNumeral(numeral)));
}
