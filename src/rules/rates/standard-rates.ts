import {
  plus,
  EXECUTED,
  BUDGET,
  ARRIVED,
  INITIAL,
  ADDED,
  CARRIED_IN,
  THREE_PUBLIC_NOW,
  THREE_PUBLIC_BEFORE,
  CARRIED_OUT,
  type Names,
  type Term,
} from "./amounts";
import type { Missed } from "../ways/ratio";

export interface StandardRate {
  readonly name: string;
  readonly synonyms: Names;
  readonly top: readonly Term[];
  /** The denominators in use, the preferred one first (rules catalogue §8: they differ between frameworks). */
  readonly bottoms: readonly (readonly Term[])[];
  /** What 0/0 counts as where the setting gives full points: nothing due and nothing done is as good as can be. */
  readonly atZero: "1" | "0";
  /** The limit used where the form states no target; `missed` says what a miss is worth then. */
  readonly usual: { readonly comparison: ">=" | "<="; readonly value: "1" | "0"; readonly missed: Missed };
  /** `|top|` instead of top. */
  readonly absolute?: true;
}

const REACH_ALL = { comparison: ">=", value: "1", missed: "in-proportion" } as const;
const WITHIN_ALL = { comparison: "<=", value: "1", missed: "judgement" } as const;
const NO_GROWTH = { comparison: "<=", value: "0", missed: "judgement" } as const;

/**
 * The rates of the common indicator frameworks: project 财预〔2020〕10号, department 财预〔2013〕53号, and as printed in
 * report 3 (rules catalogue §8).
 */
export const STANDARD_RATES: readonly StandardRate[] = [
  {
    name: "预算执行率",
    synonyms: [
      "资金执行率",
      "预算资金执行率",
      "预算支出执行率",
      "执行率",
      "资金支出率",
      "预算支出率",
      "预算执行进度",
    ],
    top: [EXECUTED],
    bottoms: [[BUDGET], [ARRIVED], [INITIAL]],
    atZero: "1",
    usual: REACH_ALL,
  },
  {
    name: "资金到位率",
    synonyms: ["预算资金到位率"],
    top: [ARRIVED],
    bottoms: [
      [plus("预算资金", "计划投入资金", "应到位资金", "年度预算", "预算安排", "全年预算数", "调整预算数")],
    ],
    atZero: "1",
    usual: REACH_ALL,
  },
  {
    name: "预算完成率",
    synonyms: ["支出预算完成率"],
    top: [CARRIED_IN, INITIAL, ADDED, { ...CARRIED_OUT, sign: "-" }],
    bottoms: [[CARRIED_IN, INITIAL, ADDED]],
    atZero: "1",
    usual: REACH_ALL,
  },
  {
    name: "预算完成率",
    synonyms: ["支出预算完成率"],
    top: [plus("预算完成数", ...EXECUTED.names)],
    bottoms: [[BUDGET], [INITIAL]],
    atZero: "1",
    usual: REACH_ALL,
  },
  {
    name: "预算控制率",
    synonyms: ["预算追加率"],
    top: [ADDED],
    bottoms: [[INITIAL]],
    atZero: "0",
    usual: NO_GROWTH,
  },
  {
    name: "预算调整率",
    synonyms: [],
    top: [plus("预算调整数")],
    bottoms: [[INITIAL], [BUDGET]],
    atZero: "0",
    usual: NO_GROWTH,
    absolute: true,
  },
  {
    name: "结转结余率",
    synonyms: ["结余率", "资金结余率", "结余结转率"],
    top: [CARRIED_OUT],
    bottoms: [[plus("支出预算数", "全年预算数", "调整预算数", "年度预算", "预算数")]],
    atZero: "0",
    usual: NO_GROWTH,
  },
  {
    name: "结转结余变动率",
    synonyms: ["结转结余变化率"],
    top: [CARRIED_OUT, { ...CARRIED_IN, sign: "-" }],
    bottoms: [[CARRIED_IN]],
    atZero: "0",
    usual: NO_GROWTH,
  },
  {
    name: "在职人员控制率",
    synonyms: ["财政供养人员控制率", "人员控制率", "在编人员控制率", "编制控制率"],
    top: [
      plus(
        "在职人员数",
        "年末实有在职人员",
        "实有在职人员",
        "实际在职人员",
        "在职人数",
        "在编人数",
        "实有人数",
      ),
    ],
    bottoms: [[plus("编制数", "编制人数", "人员编制数", "在职人员编制人数", "核定编制数")]],
    atZero: "1",
    usual: WITHIN_ALL,
  },
  {
    name: "三公经费变动率",
    synonyms: ["三公经费变化率", "三公经费增长率"],
    top: [THREE_PUBLIC_NOW, { ...THREE_PUBLIC_BEFORE, sign: "-" }],
    bottoms: [[THREE_PUBLIC_BEFORE]],
    atZero: "0",
    usual: NO_GROWTH,
  },
  {
    name: "三公经费控制率",
    synonyms: ["三公经费支出控制率"],
    top: [plus("三公经费实际支出", "三公经费支出", "三公经费决算", "实际三公经费", "三公经费执行")],
    bottoms: [[plus("三公经费预算安排", ...THREE_PUBLIC_NOW.names)]],
    atZero: "1",
    usual: WITHIN_ALL,
  },
  {
    name: "公用经费控制率",
    synonyms: ["日常公用经费控制率"],
    top: [
      plus(
        "实际支出公用经费",
        "公用经费实际支出",
        "公用经费支出",
        "日常公用经费支出",
        "日常公用经费",
        "公用经费决算",
      ),
    ],
    bottoms: [
      [
        plus(
          "预算安排公用经费",
          "公用经费预算安排",
          "公用经费预算",
          "公用经费年初预算",
          "年初预算安排公用经费",
        ),
      ],
    ],
    atZero: "1",
    usual: WITHIN_ALL,
  },
  {
    name: "政府采购执行率",
    synonyms: ["采购执行率", "政府采购预算执行率"],
    top: [
      plus("实际政府采购", "政府采购实际支出", "实际采购", "政府采购实际", "政府采购支出", "政府采购执行"),
    ],
    bottoms: [[plus("政府采购预算", "采购预算")]],
    atZero: "1",
    usual: REACH_ALL,
  },
  {
    name: "投资概算控制率",
    synonyms: ["楼堂馆所投资概算控制率"],
    top: [plus("实际投资", "实际完成投资")],
    bottoms: [[plus("批准投资", "投资概算", "批准概算")]],
    atZero: "1",
    usual: WITHIN_ALL,
  },
  {
    name: "楼堂馆所面积控制率",
    synonyms: [],
    top: [plus("实际建设面积", "实际面积")],
    bottoms: [[plus("批准建设面积", "批准面积")]],
    atZero: "1",
    usual: WITHIN_ALL,
  },
  {
    name: "重点支出安排率",
    synonyms: [],
    top: [plus("重点项目支出", "重点支出")],
    bottoms: [[plus("项目总支出", "项目支出", "项目支出合计")]],
    atZero: "1",
    usual: REACH_ALL,
  },
  {
    name: "支付进度率",
    synonyms: [],
    top: [plus("实际支付进度")],
    bottoms: [[plus("既定支付进度", "计划支付进度")]],
    atZero: "1",
    usual: REACH_ALL,
  },
  {
    name: "固定资产利用率",
    synonyms: [],
    top: [plus("实际在用固定资产", "在用固定资产")],
    bottoms: [[plus("所有固定资产", "固定资产总额")]],
    atZero: "1",
    usual: REACH_ALL,
  },
  {
    name: "实际完成率",
    synonyms: ["产出完成率"],
    top: [plus("实际产出数", "实际完成工作数", "实际完成数")],
    bottoms: [[plus("计划产出数", "计划工作数", "计划完成数")]],
    atZero: "1",
    usual: REACH_ALL,
  },
  {
    name: "质量达标率",
    synonyms: ["产出质量达标率"],
    top: [plus("质量达标产出数", "达标产出数", "质量达标数")],
    bottoms: [[plus("实际产出数", "实际完成数")]],
    atZero: "1",
    usual: REACH_ALL,
  },
  {
    name: "重点工作办结率",
    synonyms: ["重点工作完成率"],
    top: [plus("重点工作实际完成数", "重点工作完成数", "重点工作办结数")],
    bottoms: [[plus("重点工作交办数", "交办或下达数", "重点工作总数", "重点工作下达数")]],
    atZero: "1",
    usual: REACH_ALL,
  },
];
