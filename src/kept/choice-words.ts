import type { ColumnRole } from "../model/form";
import type { Settings } from "../model/settings";

/** The words of 评价设置, the same for reading and writing. */
export const CHOICE_KINDS = {
  setting: "设置",
  grade: "等级标准",
  column: "列更正",
  row: "不是指标",
  rule: "评分规则",
  ignored: "忽略问题",
  fact: "基础数据",
} as const;

/** What 评价设置 says of a number of the base data; anything else is its name. */
export const FACT_WORDS = { chosen: "采用", ignored: "不用" } as const;

export const CHOICES_TITLE = "评价设置";
export const CHOICES_HEADER = ["类别", "对象", "取值", "说明"] as const;
export const CHOICES_FIRST_ROW = 3;

/** A header that recognition takes for the role without doubt. */
export const ROLE_HEADERS: Readonly<Record<ColumnRole | "ignore", string>> = {
  level1: "一级指标",
  level2: "二级指标",
  level3: "三级指标",
  level4: "四级指标",
  points: "分值",
  target: "年度指标值",
  targetSign: "指标性质",
  targetUnit: "度量单位",
  actual: "实际完成值",
  rule: "评分标准",
  completionRate: "完成率",
  score: "得分",
  scoreRate: "得分率",
  reason: "偏差原因",
  unit: "单位名称",
  ignore: "备注",
};

interface SettingWords {
  readonly name: string;
  /** From the word on the sheet to the setting's value; null where the word is a number. */
  readonly values: Readonly<Record<string, string>> | null;
}

type SheetSetting = Exclude<keyof Settings, "adopt">;

export const SETTING_WORDS: Readonly<Record<SheetSetting, SettingWords>> = {
  zeroBudget: { name: "预算数为 0 的指标", values: { 给满分: "full", "给 0 分": "zero", 人工评分: "ask" } },
  notApplicable: {
    name: "不适用的指标",
    values: { 给满分: "full", "剔除并折算为 100 分": "rescale", 人工评分: "ask" },
  },
  overAchievement: { name: "超额完成提示线（%）", values: null },
  places: { name: "得分小数位数", values: null },
  output: { name: "写入方式", values: { 公式: "formulas", 数值: "values" } },
};
