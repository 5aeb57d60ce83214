import type { IndicatorRow } from "./entries";

export type Example = Omit<IndicatorRow, "name" | "points"> & {
  readonly points?: string;
  readonly facts?: string;
  readonly says: string;
};

/** One indicator per kind with what the user is told about its score; a new kind needs one. */
export const EXAMPLES: Record<string, Example> = {
  rate: {
    rule: "得分=分值×预算执行率，最高得满分",
    points: "2",
    actual: "96.93%",
    says: "2 分 × 96.93% = 1.94 分",
  },
  balance: {
    rule: "无结余，3分；有结余，但不超过上年结转，2分；结余超过上年结转，不得分",
    facts: "年末结余=5|上年结转=8",
    actual: "",
    says: "5 > 0，5 ≤ 8，不超过上年结转，得2分",
  },
  threshold: {
    rule: "≥90%得满分；60%-90%按比例得分；低于60%不得分",
    actual: "85%",
    says: "85% < 90%，85% ≥ 60%，按比例得分，10 分 × 85% = 8.5 分",
  },
  deviation: {
    rule: "完成率≥130%视为偏离，扣2分",
    target: "≥100家",
    actual: "130家",
    says: "130家 ≥ 100家 × 130%，完成率达到 130%，视为偏离，扣 2 分，10 分 - 2 分 = 8 分",
  },
  bands: {
    rule: "0-10%（含），计5分；10%-30%（含），计4分；大于30%不得分",
    actual: "10.12%",
    says: "10.12% > 10%，10.12% ≤ 30%，属于“(10%，30%]”档，得4分",
  },
  excess: {
    rule: "≤100%得满分；每超过一个百分点扣0.5分，扣完为止",
    actual: "103%",
    says: "103% > 100%，103% - 100% = 3%，0.5 分 × 3% ÷ 1% = 1.5 分，10 分 - 1.5 分 = 8.5 分",
  },
  rank: {
    rule: "排名前5名的得满分，6-10名的扣0.5分，11名以后扣1分",
    actual: "8名",
    says: "8名 > 5，8名 ≥ 6，8名 ≤ 10，10 分 - 0.5 分 = 9.5 分",
  },
  levels: {
    rule: "分三档，分别按照100-80%（含80%）、80-60%（含60%）、60-0%合理确定达成情况得分",
    actual: "达成预期指标",
    says: "完成情况为“达成预期指标”，得满分 10 分",
  },
  judged: {
    rule: "财务制度是否健全。由评价组按评价要点打分。",
    actual: "",
    says: "由评价组按评价要点打分，请填写得分",
  },
  choice: {
    rule: "社会效益与生态效益二者择其一进行考核",
    actual: "",
    says: "二者择其一考核：请填写所选指标的得分，未选的一项填“不适用”",
  },
  ratio: {
    rule: "完成指标值得满分，未完成按完成比例得分",
    target: "≥3场",
    actual: "2场",
    says: "2场 < 3场，未达到目标，2场 ÷ 3场 = 66.67%，10 分 × 66.67% = 6.67 分",
  },
  checklist: {
    rule: "①符合法律法规；②符合规划；③符合职责；④不重复",
    actual: "3项",
    says: "10 分 × 3项 ÷ 4项 = 7.5 分",
  },
  "part-of-whole": {
    rule: "公开的项目数量/项目总数×4分",
    points: "4",
    facts: "公开的项目数量=8|项目总数=10",
    says: "8 ÷ 10 = 80%，4 分 × 80% = 3.2 分",
  },
  bonus: {
    rule: "受到省级表彰的，每有一次加1分，最多加5分",
    points: "2",
    actual: "3次",
    says: "1 分 × 3次 = 3 分",
  },
  "count-points": {
    rule: "制定办法或细则的，每项1分，本项最高得3分",
    points: "3",
    actual: "5项",
    says: "1 分 × 5项 超过 3 分，按 3 分 计",
  },
  events: {
    rule: "每发现一个问题扣1分，扣完为止",
    points: "5",
    actual: "2个",
    says: "1 分 × 2个 = 2 分，5 分 - 2 分 = 3 分",
  },
  kill: { rule: "发现一户未纳入的此分值扣完", actual: "1户", says: "1户 > 0，出现不得分的情形，不得分" },
  "all-or-nothing": {
    rule: "按要求公开的，得10分，否则不得分",
    actual: "是",
    says: "完成情况为“是”，符合评分标准",
  },
  composite: {
    rule: "公开的项目数量/项目总数×4分；自评的项目数量/项目总数×6分",
    facts: "公开的项目数量=8|项目总数=10|自评的项目数量=5",
    says: "8 ÷ 10 = 80%，5 ÷ 10 = 50%，4 分 × 80% + 6 分 × 50% = 6.2 分",
  },
};
