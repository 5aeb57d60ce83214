import { recogniseWorkbook } from "../../src/forms/recognise-workbook";
import type { SheetGrid } from "../../src/model/grid";
import { DEFAULT_SETTINGS, type Settings } from "../../src/model/settings";
import { scoreWorkbook } from "../../src/scoring/score";
import type { ScoredEvaluation } from "../../src/model/evaluation";
import { sheet, type TypedCell } from "../forms/grids";

export interface SelfForm {
  readonly budget?: number;
  readonly executed?: number;
  /** 一级, 二级, 三级, 年度指标值, 实际完成值, 分值, 得分, 偏差原因. */
  readonly indicators: readonly TypedCell[][];
  /** Footnotes below the total. */
  readonly notes?: readonly string[];
}

/** The national self-evaluation form (财预〔2020〕10号), with its fund block when there is a budget. */
export function selfForm({ budget, executed, indicators, notes = [] }: SelfForm): SheetGrid {
  const funds: TypedCell[][] =
    budget === undefined
      ? []
      : [
          ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
          ["", "年度资金总额", budget, budget, executed ?? "", 10, "", ""],
          ["", "其中：当年财政拨款", budget, budget, executed ?? "", "—", "", "—"],
        ];
  return sheet([
    ["某项目支出绩效自评表"],
    ["（2023年度）"],
    ["项目名称", "某项目"],
    ...funds,
    [
      "一级指标",
      "二级指标",
      "三级指标",
      "年度指标值",
      "实际完成值",
      "分值",
      "得分",
      "偏差原因分析及改进措施",
    ],
    ...indicators.map((row) => [...row]),
    ["总分", "", "", "", "", 100, "", ""],
    ...notes.map((note): TypedCell[] => [note]),
  ]);
}

/** The one evaluation of the form. */
export function scored(form: SelfForm, settings: Partial<Settings> = {}): ScoredEvaluation {
  const [evaluation] = scoreWorkbook(recogniseWorkbook([selfForm(form)]), {
    ...DEFAULT_SETTINGS,
    ...settings,
  });
  if (evaluation === undefined) throw new Error("no evaluation was recognised");
  return evaluation;
}
