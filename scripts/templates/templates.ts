import { baseData, projectEvaluation } from "./project-evaluation.js";
import { selfEvaluation } from "./self-evaluation.js";
import type { TemplateSheet } from "./sheet.js";

export interface Template {
  readonly title: string;
  readonly sheets: readonly TemplateSheet[];
}

/** The empty forms that the pane offers, by file name. */
export const templates: Readonly<Record<string, Template>> = {
  "project-self": {
    title: "项目支出绩效自评表",
    sheets: [
      selfEvaluation({
        title: "项目支出绩效自评表",
        heads: [["项目名称"], ["主管部门", "实施单位"]],
        fundsLabel: "项目资金\n（万元）",
        funds: ["年度资金总额", "其中：当年财政拨款", "　　　上年结转资金", "　　　其他资金"],
        satisfaction: "服务对象满意度指标",
      }),
    ],
  },
  "department-self": {
    title: "部门整体支出绩效自评表",
    sheets: [
      selfEvaluation({
        title: "部门整体支出绩效自评表",
        heads: [["部门名称"]],
        fundsLabel: "部门预算\n（万元）",
        funds: ["年度资金总额", "其中：基本支出", "　　　项目支出"],
        satisfaction: "社会公众或服务对象满意度指标",
      }),
    ],
  },
  "project-evaluation": {
    title: "项目支出绩效评价指标表",
    sheets: [projectEvaluation(), baseData()],
  },
};
