import type { ColumnRole } from "../../model/form";
import { labelOf } from "../../text/labels";

/**
 * `name` is 指标名称 without a level; `convertedScore` is 折算得分, which is the score weighted once more; `adjustedTarget`
 * is 调整指标值, which takes the place of the target in the rows where it is filled.
 */
export type HeaderRole = ColumnRole | "name" | "grade" | "convertedScore" | "adjustedTarget" | "ignored";

export interface HeaderMatch {
  readonly role: HeaderRole;
  /** Which of several columns of one role is meant: the lower the better. */
  readonly rank: number;
  /** The label is in the table word for word. */
  readonly exact: boolean;
}

/** The words of the forms read so far (rules catalogue §9), the better first. */
const WORDS: readonly (readonly [HeaderRole, string])[] = [
  [
    "ignored",
    "序号 编号 指标编码 指标代码 上年完成值 上年实际值 上年实际完成值 指标值设置依据 指标设置依据 设置依据 佐证资料 佐证材料 证明材料 数据来源 资料来源 评分依据 得分依据 打分依据 评价依据 指标值来源 历史值 指标解释说明 加减分 加权得分率 权重系数",
  ],
  ["level1", "一级指标 一级 一级目标 一级指标名称 一级指标及分值"],
  ["level2", "二级指标 二级 二级目标 二级指标名称"],
  ["level3", "三级指标 三级 三级目标 三级指标名称 指标内容 具体指标 三级指标内容"],
  ["level4", "四级指标 四级 四级指标名称"],
  [
    "name",
    "指标名称 评价指标 考核指标 指标 绩效指标 绩效指标名称 评价内容 考核内容 考核项目 评价项目 考评内容 考评项目 考评指标 评分项目 评价指标名称 指标项 考核事项 评估指标 项目内容 类别 指标类别 评价类别 考核类别 维度 评价维度",
  ],
  [
    "points",
    "分值 权重 指标分值 标准分值 标准分 指标权重 权重分值 分值权重 权重占比 满分 满分值 应得分 分数 权重分 总分值 考核分值 考核分 基准分 基本分 配分 设定分值 指标分值权重 赋分 指标赋分 评分分值 权重或分值 权重比例 规定分值 总分",
  ],
  [
    "target",
    "年度指标值 指标值 预期指标值 年初目标值 目标值 全年目标值 年度目标值 预期目标值 年初指标值 年初设定目标值 预期值 计划值 计划指标值 设定指标值 设定目标值 预期目标 绩效目标 年度目标 年初设定目标 目标 计划完成值 绩效目标值 预期当年实现值 计划目标值 目标任务 全年计划值 批复指标值 年度绩效指标值 指标目标值 年初预期值 预期绩效指标 评价标准值",
  ],
  ["adjustedTarget", "调整指标值 调整后指标值 调整目标值 调整后目标值 年中调整值 全年指标值"],
  [
    "actual",
    "实际完成值 全年实际值 完成值 全年完成值 全年实际完成值 指标实际完成值 指标完成值 实际值 年度完成值 年度实际完成值 全年实现值 实现值 实际完成情况 全年完成情况 全年实际完成情况 完成情况 目标实现情况 目标完成情况 指标完成情况 实际完成 实际完成数 完成数 自评完成值 实际实现值 年度实际值 年末完成值 实际达成值 实际完成指标值 实际情况 完成结果 实际完成程度 目标值完成情况 自评情况 自查情况 落实情况 工作完成情况 完成情况说明 完成量 实际完成量 年终完成值 实施进度 完成进度 进展情况 实施情况",
  ],
  [
    "rule",
    "评分标准 计分标准 评分细则 评分规则 指标赋分规则 赋分规则 计分规则 计分方法 计分办法 评分办法 评分方法 考核标准 评分说明 扣分标准 打分标准 考评标准 评分标准及说明 考核评分标准 考核办法 评价标准 评价要点 评分要点 指标说明及评分标准 指标解释及评分标准 指标解释和评分标准 考核细则 考核要求 评价方法 计算公式 指标说明 指标解释 指标内涵 指标释义",
  ],
  [
    "score",
    "得分 自评得分 指标得分 评价得分 自评分 评分 自评评分 自评分数 自评打分 考核得分 实际得分 实得分 评定得分 最终得分 综合得分 绩效得分 指标自评得分 单位自评得分 部门自评得分 自我评分 评价分值 评价分数 得分情况 单项指标得分 单项得分 复核分 审核分 核定分 评价分 初评分 终评分 专家分 县级评分 区级评分 市级评分 省级评分 县级得分 市级得分 省级得分 财政评分 财政评价得分 复评得分 复核得分 审核得分 专家评分 考评得分 打分 考核评分 评估得分 项目得分 三级指标得分 绩效自评得分 自评",
  ],
  ["convertedScore", "单项指标折算得分 折算得分 加权得分 权重得分 折算后得分 百分制得分"],
  ["scoreRate", "得分率 指标得分率 得分比例 得分占比"],
  ["completionRate", "完成率 指标完成率 完成比例 完成程度 目标完成率 指标值完成率 实际完成率 完成百分比"],
  [
    "reason",
    "偏差原因分析及改进措施 未完成原因及拟采取的改进措施 未完成原因分析 未完成原因和改进措施 扣分原因 扣分理由 失分原因 未完成原因 偏差原因 偏差原因分析 原因分析 扣分说明 扣分依据 扣分情况 得分说明 存在问题 情况说明 说明 备注",
  ],
  [
    "targetSign",
    "指标性质 性质 指标方向 计算符号 运算符 运算符号 比较符 比较符号 符号 目标值符号 指标值符号 关系符 方向 指标属性 指标类型",
  ],
  ["targetUnit", "度量单位 计量单位 指标单位 指标值单位 单位 计算单位 量纲 目标值单位"],
  [
    "unit",
    "预算单位 被评价单位 评价对象 被考核单位 考核对象 考核单位 单位名称 部门名称 实施单位 项目单位 项目实施单位 所属单位 资金使用单位 县区 县市区 区县 地区 市县 乡镇 乡镇街道 自评单位 责任单位名称 基层单位 主管单位 使用单位 部门 预算部门 二级单位 二级预算单位",
  ],
  ["grade", "等级 评价等级 绩效等级 自评等级 考核等级 等次 评价等次 绩效评级 评级 评定等级"],
];

/** Labels not in the table, by a part of theirs; asked in this order. */
const PARTS: readonly (readonly [HeaderRole, RegExp])[] = [
  ["ignored", /上年|历史|依据|佐证|证明材料|来源|责任(?:单位|部门|人)|联系/],
  ["convertedScore", /折算|加权得分/],
  ["scoreRate", /得分率/],
  ["completionRate", /完成(?:率|进度|比例)$/],
  ["reason", /原因|改进措施|扣分(?:理由|说明|项)|失分/],
  [
    "rule",
    /(?:评分|计分|评价|考核|赋分|打分|扣分|考评)(?:标准|细则|规则|办法|方法|要点|说明)|指标(?:说明|解释|内涵|释义)/,
  ],
  ["level4", /四级指标/],
  ["level3", /三级指标(?!得分|分值|权重)/],
  ["level2", /二级指标(?!得分|分值|权重)/],
  ["level1", /一级指标(?!得分|分值|权重)/],
  ["targetUnit", /(?:度量|计量)单位/],
  ["targetSign", /指标性质|符号$/],
  ["points", /分值|权重|标准分|满分/],
  ["score", /(?:得分|评分|打分|自评分)$/],
  ["actual", /(?:实际|完成|实现|达成).{0,6}(?:值|情况|数|结果)$/],
  ["adjustedTarget", /调整.{0,4}(?:目标|指标)值$/],
  ["target", /(?:目标|指标|计划|预期).{0,4}值$/],
  ["grade", /等级$|等次$/],
];

const LONGEST_LABEL = 26;
const known = new Map<string, HeaderMatch>();
for (const [role, list] of WORDS)
  list.split(" ").forEach((word, rank) => known.has(word) || known.set(word, { role, rank, exact: true }));

/** What a header cell announces; null for anything that is no header of an indicator table. */
export function headerOf(text: string): HeaderMatch | null {
  if (text === "" || text.length > 60) return null;
  const label = labelOf(text);
  const match = known.get(label);
  if (match || label.length > LONGEST_LABEL || /\d{3}|[。;]/.test(label)) return match ?? null;
  const part = PARTS.findIndex(([, pattern]) => pattern.test(label));
  const [role] = PARTS[part] ?? [];
  return role === undefined ? null : { role, rank: 100 + part, exact: false };
}
