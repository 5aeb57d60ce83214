/**
 * The words that give a number its role, in one table: add a word here and every relation knows it.
 * Longer words stand for themselves; they are matched at the end of the words before the number.
 */
export const WORDS = {
  /** 增长 10%, 增加 20 万元: a change upwards. */
  up: "增长 增加 净增加 净增 增收 增支 多收 多支 上升 提高 提升 增幅 增速 涨幅 上涨 升高 扩大 追加 调增 上浮 增",
  /** 下降 10%, 减少 20 万元: a change downwards. */
  down: "下降 减少 净减少 减收 减支 少收 少支 降低 降幅 减幅 压减 压缩 缩减 下滑 下浮 回落 节减 调减 负增长 减",
  /** What a change is a change of, between the word and the number: 增长率, 增加额. */
  ofChange: "率 幅度 幅 额 数 速度 金额 资金 比例 百分比",
  /** The change is per year, or of a base that is not printed: nothing can be worked out. */
  perYear: "年均 平均每年 年平均 每年 复合",
  /** The base of the change is counted in another way than the printed amounts. */
  otherBase: "口径 可比 剔除 扣除 不含 因素 名义 实际增 价格 折合 环比",
  /** Against what a change is: 比上年, 较年初预算, 与2020年相比, 同比. */
  against: "比 较 与 同比 和 跟 同上年 在 按",
  /** A change of another year or period. */
  lastYear: "上年 去年 同期 上一年 基期 前年",
  /** 占 … 的 75%: a share. */
  share: "占 占比 占到 占比重",
  /** What stands behind the base of a share: 占X的比重为. */
  ofShare: "的比重 的比例 的比率 的份额 的百分比 比重 比例 比率 份额 百分比 的",
  /** 完成预算的 75%, 为任务数的 98%: a rate of a plan. */
  ofPlan: "完成 为 达到 达 是 相当于 占",
  /** What can be planned. */
  plan: "预算 预算数 计划 任务 目标 指标 应到位 应拨 年初数 序时",
  /** Funds whose names have 预算 in them. */
  fund: "一般公共预算 公共财政预算 公共预算 政府性基金预算 国有资本经营预算 社会保险基金预算 社保基金预算 财政预算",
  /** What opens the parts of a whole. */
  parts: "其中 包括 分为 主要用于 具体用于 用于 具体为 具体是 分别为 分别是 如下 构成 组成 含 按 由 分",
  /** Parts that are all there are. */
  allParts: "由 分别为 分别是 分为 构成 组成",
  /** What closes parts: 合计 20 万元. */
  total: "合计 共计 总计 共 总共 累计 总量 总额 总数 总收入 总支出 共下达 小计 总得分 总分 总绩效",
  /** What is left of one amount after another. */
  left: "还需 还需支付 尚需 尚需支付 未支付 未拨付 未执行 未支出 未使用 未到位 尚未支付 尚未拨付 剩余 结余 结余资金 节约 节约资金 节省 节支 差额 差值 相差 缺口 核减 短缺 尚缺 结存 差异总额 净资产 净资產 净额",
  /** Between two amounts: 低于目标 82 起. */
  between: "低于 高于 少于 多于 超过 超出 超 少 多 低 高",
  /** A rough number says nothing exact. */
  connectives:
    "其中 包括 主要 具体 分别 即 及 和 与 以及 并 且 但 而 另 另外 此外 同时 均 共 已 全年 当年 本年 本年度 年度 累计 实际",
} as const;

/** Divisions of a whole that leave nothing over: the names of all their parts, as patterns. */
export const DIVISIONS: readonly (readonly RegExp[])[] = [
  [/(?<!非)税收收入$/, /非税收入$/],
  [/基本支出(?:预算|决算)?$/, /项目支出(?:预算|决算)?$/],
  [/人员(?:经费|支出)$/, /公用(?:经费|支出)$/],
  [
    /因公出国(?:\(境\))?(?:费|经费|费用)?(?:支出)?$/,
    /公务用车购置(?:及|和)运行(?:维护)?(?:费|费用)?(?:支出)?$/,
    /公务接待(?:费|费用)?(?:支出)?$/,
  ],
  [
    /货物(?:类)?(?:采购)?(?:支出|金额|规模)?$/,
    /工程(?:类)?(?:采购)?(?:支出|金额|规模)?$/,
    /服务(?:类)?(?:采购)?(?:支出|金额|规模)?$/,
  ],
  [/福利彩票(?:销量|销售额)?$/, /体育彩票(?:销量|销售额)?$/],
];

/** Rates by name: which amount is divided by which. */
export interface NamedRate {
  readonly name: RegExp;
  readonly part: RegExp;
  readonly whole: RegExp;
}

/** The first whose name fits decides; names of the amounts are matched by their words. */
export const NAMED_RATES: readonly NamedRate[] = [
  {
    name: /(?:支付|拨付|兑付)率$/,
    part: /(?:支付|拨付|支出|兑付)/,
    whole: /下达|安排|预算|资金|到位|应付|计划/,
  },
  { name: /到位率$/, part: /(?<!应)到位/, whole: /应到位|预算|安排|计划|下达|资金|批复|总投资|应配套/ },
  { name: /(?:结余|结转)率$/, part: /结余|结转|剩余/, whole: /预算|安排|下达|资金|收入/ },
  { name: /(?:预算完成率|支出完成率)$/, part: /决算|支出|执行|完成/, whole: /预算|计划|安排/ },
  {
    name: /(?:执行率|支出率|使用率|执行进度|支出进度|执行比例)$/,
    part: /支出|执行|使用|支付|决算|拨付|开支/,
    whole: /预算|安排|下达|到位|资金|批复|指标|计划/,
  },
  { name: /资[产產]负债率$/, part: /负债/, whole: /资[产產]/ },
  {
    name: /(?:合格|达标|优良|通过|优秀|及格|完好)率$/,
    part: /合格|达标|优良|通过|优秀|及格|完好/,
    whole: /抽检|检测|检查|抽查|验收|参加|参训|应|共|总|考核|监测|检验|送检|建成|培训/,
  },
  { name: /(?:回收|有效|回复)率$/, part: /回收|收回|有效|回复/, whole: /发放|发出|回收|收回/ },
  { name: /(?:满意度|满意率)$/, part: /(?<!不)满意/, whole: /有效问卷|回收|调查|问卷|收回|受访/ },
  {
    name: /(?:参与|参加|到课|出勤|参训)率$/,
    part: /实到|参加|参训|参与|实际/,
    whole: /应到|应参加|计划|总数|应/,
  },
  { name: /完成率$|完成比例$/, part: /完成|实际|实施|建成|达到/, whole: /计划|任务|目标|应|下达|拟/ },
  { name: /覆盖率$/, part: /覆盖|惠及|受益/, whole: /共有|总数|全部|应|总户|总人/ },
  {
    name: /(?:受害|发病|感染|死亡|患病|受灾)率$/,
    part: /受害|发病|感染|死亡|患病|受灾/,
    whole: /总|面积|人口|存栏/,
  },
  { name: /得分率$/, part: /得分/, whole: /满分|分值|总分|权重/ },
];

const listed = (words: string): string =>
  words
    .split(" ")
    .sort((a, b) => b.length - a.length)
    .join("|");

/** The alternatives of a row of the table, longest first. */
export function anyOf(row: keyof typeof WORDS): string {
  return listed(WORDS[row]);
}
