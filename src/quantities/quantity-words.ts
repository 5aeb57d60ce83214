import { exact, ONE, type Exact } from "../expr/exact";
import type { Comparison } from "../model/quantity";

type Sign = Exclude<Comparison, "range" | "none">;
type WordTable = readonly (readonly [words: string, sign: Sign])[];

const longestFirst = <T extends readonly [string, ...unknown[]]>(table: readonly T[]): readonly T[] =>
  [...table].sort((a, b) => b[0].length - a[0].length);

const words = (sign: Sign, list: string): WordTable => list.split(" ").map((word) => [word, sign] as const);

/** Signs as typed; look-alikes are folded before. */
export const SIGN_MARKS = longestFirst([
  ...words(">=", ">= => ≥= ≥"),
  ...words("<=", "<= =< ≤= ≤"),
  ...words(">", ">"),
  ...words("<", "<"),
  ...words("=", "== ="),
]);

/** Words before the number (rules catalogue N2–N4). */
export const SIGN_WORDS = longestFirst([
  ...words(
    ">=",
    "不低于 不得低于 不能低于 不少于 不得少于 不能少于 不小于 不得小于 不短于 达到 达 至少 最少 最低 大于等于 大于或等于 大于或者等于 高于等于 高于或等于 多于或等于 提高到 提高至 提升到 提升至 增长到 增长至 增加到 增加至 上升到 上升至",
  ),
  ...words(
    "<=",
    "不超过 不得超过 不能超过 不超 不高于 不得高于 不大于 不得大于 不多于 不得多于 不晚于 控制在 严格控制在 小于等于 小于或等于 小于或者等于 低于等于 低于或等于 少于或等于 最多 至多 最高 下降到 下降至 降低到 降低至 降到 降至 减少到 减少至 缩短到 缩短至 压减到 压减至",
  ),
  ...words("<", "小于 少于 低于"),
  ...words(">", "大于 超过 高于 多于"),
  ...words("=", "等于"),
]);

/** Marks first: the longer sign of the same meaning is found before the shorter. */
export const SIGNS: WordTable = [...SIGN_MARKS, ...SIGN_WORDS];

/** Words after number and unit. */
export const SIGN_SUFFIXES = longestFirst([
  ...words(">=", "以上 及以上 或以上 含以上 (含)以上 以上(含) 及其以上 +"),
  ...words("<=", "以内 之内 以内(含) 以下 及以下 或以下 (含)以下 以下(含) (含)以内"),
]);

/** `3天内`, `10个工作日内`: only after a unit of time. */
export const TIME_UNIT_WITHIN = /(?:天|日|月|年|小时|分钟|周)内$/;

/** What stands in a column 指标性质 (L1 variant, L4, L5); null means that it says nothing about the sign. */
export const SIGN_COLUMN_WORDS: ReadonlyMap<string, Sign | null> = new Map<string, Sign | null>([
  ["正向", ">="],
  ["正向指标", ">="],
  ["反向", "<="],
  ["反向指标", "<="],
  ["负向", "<="],
  ["负向指标", "<="],
  ["逆向", "<="],
  ["逆向指标", "<="],
  ["大于", ">"],
  ["小于", "<"],
  ["等于", "="],
  ["定性", null],
  ["定性指标", null],
  ["定量", null],
  ["定量指标", null],
  ["其他", null],
]);

/** Words before a number that add nothing to it. */
export const FILLERS = longestFirst(
  "已完成 实际完成 完成 实际 共计 总计 合计 累计 共 全年 年度 为 总数 数量 均 均为 保持在 维持在 计划 预计"
    .split(" ")
    .map((word) => [word] as const),
);

/** A change is compared with a change of the same kind only. */
export const TRENDS = longestFirst([
  ...[
    "增长",
    "增加",
    "提高",
    "提升",
    "上升",
    "增幅",
    "同比增长",
    "同比提高",
    "较上年增长",
    "较上年提高",
    "比上年增长",
    "增收",
  ].map((word) => [word, "up"] as const),
  ...["降低", "下降", "减少", "降幅", "同比下降", "较上年下降", "比上年下降", "缩短", "节约"].map(
    (word) => [word, "down"] as const,
  ),
]);
export type Trend = (typeof TRENDS)[number][1];

/** Part of the unit that stands before the number: `每亩300`, `人均500元`. */
export const UNIT_PREFIX =
  /^(?:每\p{Script=Han}{1,3}|(?:人|户|亩|生|年|月|日|床|次|单)均|平均每\p{Script=Han}{1,2}|平均)$/u;

export const NEARLY_BEFORE = longestFirst(
  "大约 约为 约 将近 近 接近 左右 上下 大概 估计".split(" ").map((word) => [word] as const),
);
export const NEARLY_AFTER = /(?:左右|上下|[多余几](?=\p{Script=Han}{0,4}$))/u;

/** How `%` is written in unit columns and texts (`≥100百分比` [tangxi], `>= 98 %(百分比)` [chengan]). */
export const PERCENT_UNITS: ReadonlySet<string> = new Set([
  "%",
  "百分比",
  "%(百分比)",
  "百分比(%)",
  "百分数",
  "百分号",
  "百分率",
  "百分之",
  "%百分比",
]);
export const PER_MILLE = "‰";

/** What one of a unit is in its base unit, by how the unit begins. */
const SCALES: readonly (readonly [string, Exact])[] = [
  ["千亿", exact(100_000_000_000)],
  ["百亿", exact(10_000_000_000)],
  ["十亿", exact(1_000_000_000)],
  ["万亿", exact(1_000_000_000_000)],
  ["亿", exact(100_000_000)],
  ["千万", exact(10_000_000)],
  ["百万", exact(1_000_000)],
  ["十万", exact(100_000)],
  ["万", exact(10_000)],
  ["千元", exact(1000)],
  ["千人", exact(1000)],
  ["千克", exact(1000)],
  ["千米", exact(1000)],
  ["千瓦", exact(1000)],
  ["百元", exact(100)],
  [PER_MILLE, exact("0.001")],
];

/** 10000 for 万元, 1 for 元, 批 and % (percentages are kept as fractions). */
export function factorOf(unit: string | null): Exact {
  const scale = unit === null ? undefined : SCALES.find(([start]) => unit.startsWith(start));
  return scale ? scale[1] : ONE;
}

/** Not printed on purpose (rules catalogue Q6). */
export const UNDISCLOSED =
  /^\*+(?:\p{Script=Han}{0,4})$|不宜公开|不便公开|不予公开|^(?:涉密|保密|不公开|未公开|涉密不公开|涉密信息|涉密内容|秘密)$/u;

/** Stands for the cell's own words, which may name the number after all (`35人，不宜公开`). */
export const UNDISCLOSED_TEXT = "未公开";

/** E3: does not apply to this unit. */
export const NOT_APPLICABLE =
  /^(?:[/\\]+|N\/?A|n\/?a|(?:本项|此项|该项)?(?:不适用|不涉及|未涉及|不考核|无此项|无需考核)(?:此项|本项|该项|此项指标|本项指标|该项指标|该指标|此指标|本指标)?|(?:本年度?|我单位|我局|本单位|本部门|我部门)(?:不涉及|未涉及|不适用)\p{Script=Han}{0,6})$/u;

/** Nothing is said: a lone dash, scanned as 一 now and then, keeps a cell from looking forgotten. */
export const LONE_DASH = /^[-–—─_一]+$/;

/** A bare number for one of these is an upper bound. */
export const BARE_TARGET_REVERSE =
  /成本|事故|投诉|上访|信访|逾期|违规|违纪|差错|受害率|死亡率|发生率|发病率|感染率|流失率|辍学率|失业率|空置率|闲置率|故障率|破损率|损耗率|漏损率|负债率|结转率|结余率|结转结余|预算调整率|经费[”"]?变动率|(?:能耗|排放|排放量|排放浓度)$|超支|工期|用时|耗时|时限|响应时间|等待时间|办理时间/;
/** `项目预算控制数`, `成本控制率`, `财政供养人员控制率`: to be kept below. */
export const KEPT_BELOW =
  /(?:成本|预算|经费|费用|支出|投资|造价|概算|供养人员|在职人员|编制|公务用车).{0,4}控制/;
/** `办结时限`, `故障处理时间`: how long something takes, whatever is done in it. */
export const TIME_TAKEN =
  /时限$|耗时$|用时$|(?:办理|办结|处理|处置|回复|答复|反馈|响应|审批|审核|整改|维修|修复|抢修|解决|化解|等待|到达).{0,3}(?:时间|时长|天数|周期)$/;
/** The more, the better, also where a word of the list above stands beside it: `逾期贷款化解率`. */
export const BARE_TARGET_FORWARD =
  /(?:处理|办结|化解|整改|回复|处置|解决|控制|节约|降低|下降|减少|查处|完成|达标)(?:率|度|数|量)?$|节约|降低|下降|减少|处理|办结|化解|整改/;

/** Words of a scoring rule; such a text in a target column is the rule (tables [tongling], [yueyang]). */
export const SCORING_WORDS =
  /[得计扣加记]\s*\d+(?:\.\d+)?\s*分|扣完为止|不得分|得满分|计满分|记满分|按比例[得计扣]分|\d分;/;
