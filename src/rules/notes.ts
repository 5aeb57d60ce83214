import type { CellAddress } from "../expr/cell";
import { finding } from "../model/finding";

/** Every convention and doubt that a rule can leave behind, with its sentence. */
export const notes = {
  zeroBudget: (cell: CellAddress, rate: string, treatment: string) =>
    finding({
      code: "zero-budget",
      severity: "note",
      cell,
      message: `${rate}的分子、分母均为 0，${treatment}；如不符合口径，请在设置中更改。`,
    }),
  zeroFund: (cell: CellAddress) =>
    finding({
      code: "zero-budget",
      severity: "error",
      cell,
      message: "全年预算数为 0，无法计算预算执行率，请核对资金数据。",
    }),
  notApplicable: (cell: CellAddress, treatment: string) =>
    finding({
      code: "not-applicable",
      severity: "note",
      cell,
      message: `该指标不适用，${treatment}；如不符合口径，请在设置中更改。`,
    }),
  overAchieved: (cell: CellAddress, name: string, target: string, actual: string, share: string) =>
    finding({
      code: "over-achieved",
      severity: "warning",
      cell,
      message: `“${name}”完成 ${actual}，为指标值 ${target} 的 ${share}，请说明目标是否偏低。`,
      stated: actual,
      computed: share,
    }),
  overExecuted: (cell: CellAddress, rate: string) =>
    finding({
      code: "over-achieved",
      severity: "warning",
      cell,
      message: `预算执行率 ${rate} 超过 100%，按 100% 计分，请核对执行数与预算数。`,
      computed: rate,
    }),
  undisclosed: (cell: CellAddress, what: string, text: string) =>
    finding({
      code: "undisclosed",
      severity: "warning",
      cell,
      message: `${what}未公开，得分无法复核，保留人工评分。`,
      stated: text,
    }),
  kindMismatch: (cell: CellAddress, target: string, actual: string, treatment: string) =>
    finding({
      code: "kind-mismatch",
      severity: "warning",
      cell,
      message: `目标“${target}”与完成情况“${actual}”一为数值、一为文字，${treatment}。`,
      stated: actual,
    }),
  percentSign: (cell: CellAddress, text: string, read: string) =>
    finding({
      code: "kind-mismatch",
      severity: "note",
      cell,
      message: `“${text}”未写百分号，按 ${read} 理解。`,
      stated: text,
      computed: read,
    }),
  bareNumber: (cell: CellAddress, text: string, read: string) =>
    finding({
      code: "sign",
      severity: "note",
      cell,
      message: `目标“${text}”未写方向，按 ${read} 计分；如不符，请补上 ≥ 或 ≤。`,
      stated: text,
      computed: read,
    }),
  bandGap: (cell: CellAddress | null, gaps: string, inside: boolean) =>
    finding({
      code: "band-gap",
      severity: inside ? "warning" : "note",
      cell,
      message: `评分标准的档次之间有空档，按 ${gaps} 衔接。${inside ? "本指标的结果正落在空档内，请确认。" : ""}`,
    }),
  partStep: (cell: CellAddress | null, continuous: string, whole: string) =>
    finding({
      code: "part-step",
      severity: "note",
      cell,
      message: `评分标准未写不足一个单位如何扣分，按实际比例扣分得 ${continuous}；按整数进位扣分为 ${whole}。`,
      stated: whole,
      computed: continuous,
    }),
  exclusiveBranches: (cell: CellAddress | null, most: string, points: string) =>
    finding({
      code: "exclusive-branches",
      severity: "warning",
      cell,
      message: `评分标准中有两种情形不能同时成立，最高只能得 ${most}，少于分值 ${points}。`,
      stated: points,
      computed: most,
    }),
  denominator: (
    cell: CellAddress,
    rate: string,
    used: string,
    usedRate: string,
    other: string,
    otherRate: string,
  ) =>
    finding({
      code: "denominator",
      severity: "note",
      cell,
      message: `${rate}以“${used}”为分母是 ${usedRate}，以“${other}”为分母是 ${otherRate}；已按前者计算。`,
      stated: otherRate,
      computed: usedRate,
    }),
  factSeveral: (cell: CellAddress, rate: string, what: string, values: string) =>
    finding({
      code: "fact-several",
      severity: "warning",
      cell,
      message: `${rate}没有计算：“${what}”有不同的数：${values}。请在“基础数据”清单中选定采用哪一个，或改正其中一个。`,
    }),
  factReadings: (cell: CellAddress, rate: string, readings: string) =>
    finding({
      code: "fact-readings",
      severity: "warning",
      cell,
      message: `${rate}没有计算：有两种口径，${readings}。请在评分标准中写明公式，或在“基础数据”清单中选定采用哪一个数。`,
    }),
  factDoubt: (cell: CellAddress, rate: string, why: string) =>
    finding({
      code: "fact-doubt",
      severity: "warning",
      cell,
      message: `${rate}没有计算：${why}。请改正后重新计算，或直接填写实际完成值。`,
    }),
  factMissing: (cell: CellAddress, rate: string, missing: string, near: string) =>
    finding({
      code: "fact-missing",
      severity: "note",
      cell,
      message: `${rate}没有计算：${missing}。${near}`,
    }),
  partsSummed: (cell: CellAddress, rate: string, parts: string) =>
    finding({
      code: "parts-summed",
      severity: "note",
      cell,
      message: `${rate}：没有合计数，按各部分相加：${parts}。`,
    }),
  initialBudget: (cell: CellAddress) =>
    finding({
      code: "initial-budget",
      severity: "note",
      cell,
      message: "未填全年（调整）预算数，预算执行率以年初预算数为分母。",
    }),
} as const;
