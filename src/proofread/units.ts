import { wordTable } from "../text/word-table";
import type { NumberKind } from "./text-model";

/** Units of a report's prose, the longer ones first where one begins another. */
const MONEY = "万亿元 千亿元 百亿元 亿元 千万元 百万元 十万元 万元 千元 百元 元";
const RATE = "个百分点 % ‰";
const COUNT =
  "万人次 千人次 人次 户次 万农户 万人 万户 万名 万亩 万吨 万件 万份 万个 万张 万台 万辆 万条 万 亿 批次 场次 台次 次 批 人 名 位 户 家 个 项 份 件 条 种 类 台 套 所 座 间 栋 幢 亩 公顷 平方米 平方公里 立方米 公里 千米 米 吨 公斤 千克 辆 起 例 篇 场 期 张 本 册 部 幅 只 头 支 株 棵 处 宗 笔 门 节 课时 学时 天 周 小时 分钟 倍 级 岁 个月 个工作日 工作日";

/** What a standard is paid for: 128 元/人. */
const PAID_FOR = "人次 人 名 户 亩 份 次 天 日 月 年 生 家 床 台 套 件 个 平方米 公里 吨 村 校 所";

const byLength = (list: string): string[] => list.split(" ").sort((a, b) => b.length - a.length);
const escaped = (list: string): string => byLength(list).join("|");

// 分 is points unless it begins another word (分钟, 分别, 分为, 分管 …).
const UNIT = new RegExp(
  ` ?(?:(?<money>${escaped(MONEY)})(?: ?/ ?(?:每)?(?<per>${escaped(PAID_FOR)}))?|(?<rate>${escaped(RATE)})|(?<points>分)(?!钟|别|之|为[^优良中差合]|析|类|局|配|布|管|公司|院|行|项|步|批|级|段|散|成)|(?<count>${escaped(COUNT)}))`,
  "uy",
);

/** 人, 名 and 位 count the same. */
const SAME_UNIT: Readonly<Record<string, string>> = wordTable({
  万农户: "万户",
  名: "人",
  位: "人",
  万名: "万人",
  元: "元",
});

export interface UnitAfter {
  readonly kind: NumberKind;
  /** 亿元, %, 分, 家; of a standard what it is paid for is in `per`. */
  readonly unit: string;
  readonly per: string | null;
  readonly length: number;
}

/** The unit that stands at a position of the text; null where there is none. */
export function unitAt(text: string, position: number): UnitAfter | null {
  UNIT.lastIndex = position;
  const match = UNIT.exec(text);
  if (match?.groups === undefined) return null;
  const { money, per, rate, points, count } = match.groups;
  const length = match[0].length;
  if (money !== undefined)
    return { kind: per === undefined ? "money" : "standard", unit: money, per: per ?? null, length };
  if (rate !== undefined)
    return { kind: rate === "个百分点" ? "count" : "rate", unit: rate, per: null, length };
  if (points !== undefined) return { kind: "points", unit: "分", per: null, length };
  return { kind: "count", unit: count ?? "", per: null, length };
}

/** The unit without its scale, for comparison: 万人 and 名 are both 人. */
export function baseUnit(unit: string | null): string | null {
  if (unit === null) return null;
  const same = SAME_UNIT[unit] ?? unit;
  return same.length > 1 ? same.replace(/^[十百千]?[万亿]+/, "").replace(/^千(?=人)/, "") || same : same;
}
