import type { CellAddress } from "../../src/expr/cell";
import { parseCellLabel } from "../../src/expr/cell";
import { exact } from "../../src/expr/exact";
import { NO_CHOICES } from "../../src/model/choices";
import type { ScoredDimension, ScoredEvaluation, ScoredIndicator } from "../../src/model/evaluation";
import type { Finding } from "../../src/model/finding";
import type { EvaluationForm, IndicatorEntry } from "../../src/model/form";
import { DEFAULT_GRADE_SCALE } from "../../src/model/grade";
import type { RunResult, Written } from "../../src/model/run";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import type { ReadingOfWorkbook } from "../../src/excel/session";
import { NO_TREES } from "../checks/subject";

export function cell(label: string): CellAddress {
  const address = parseCellLabel(label);
  if (address === null) throw new Error(`no cell: ${label}`);
  return address;
}

export const form: EvaluationForm = {
  sheet: "绩效指标",
  family: "project-evaluation",
  title: null,
  unit: "贵州省农业农村厅",
  year: "2023",
  funds: [],
  indicators: [],
  captions: [],
  dimensions: [],
  totals: [],
  statedScore: null,
  statedGrade: null,
  gradeScale: null,
  notes: [],
  columns: [],
  doubts: [],
};

export const recognition: ReadingOfWorkbook = {
  sheets: [
    { name: "绩效指标", role: "evaluation", remark: "18 个三级指标，合计 100 分" },
    { name: "预算资金", role: "budget", remark: "33 个单位，合计 15,383.72 万元" },
    { name: "绩效目标", role: "targets", remark: "12 个指标值" },
    { name: "满意度", role: "survey", remark: "5 组，回收 412 份" },
    { name: "报告数字", role: "stated-numbers", remark: "14 个报告数" },
    { name: "通讯录", role: "ignored", remark: "没有可以评分的内容" },
  ],
  evaluations: [form],
  budgets: [],
  targets: [],
  surveys: [],
  baseData: [],
  rates: [],
  stated: [],
  gradeScale: null,
  doubts: [],
  choices: NO_CHOICES,
};

export const emptyRecognition: ReadingOfWorkbook = {
  ...recognition,
  sheets: [{ name: "Sheet1", role: "ignored", remark: "空工作表" }],
  evaluations: [],
};

export const doubtfulRecognition: ReadingOfWorkbook = {
  ...recognition,
  doubts: [
    {
      code: "missing-points-column",
      cell: cell("绩效指标!D4"),
      message: "有两列都像分值：取“分值（100）”，未取“权重”。如不对，请改写表头。",
    },
  ],
};

function dimension(name: string, points: string, score: string, rate: string): ScoredDimension {
  return {
    name,
    points: exact(points),
    score: exact(score),
    scoreRate: exact(rate),
    grade: "优",
    members: [],
    explanation: "",
    trees: NO_TREES,
  };
}

export const evaluation: ScoredEvaluation = {
  form,
  gradeScale: DEFAULT_GRADE_SCALE,
  adjustments: { rescaled: false, cap: null },
  funds: [],
  indicators: [],
  dimensions: [
    dimension("决策", "20", "20", "1"),
    dimension("过程", "20", "19.94", "0.997"),
    dimension("产出", "30", "29.5", "0.98333333"),
    dimension("效益", "30", "19.5", "0.65"),
  ],
  points: exact(100),
  score: exact("88.94"),
  computedScore: exact("88.94"),
  grade: "良",
  scoreRate: exact("0.8894"),
  trees: NO_TREES,
  indicatorsAlone: null,
  lines: [],
  enteredScore: null,
  enteredGrade: null,
  findings: [],
};

const withoutScore: ScoredIndicator = {
  entry: {
    level1: "效益",
    level2: "满意度",
    level3: "服务对象满意度",
    level4: null,
    cell: cell("绩效指标!C21"),
    points: { value: exact(10), cell: cell("绩效指标!D21") },
    target: null,
    actual: null,
    rule: null,
    score: null,
    scoreRate: null,
    completionRate: null,
    reason: null,
    sharesScoreWith: null,
    confidence: "certain",
  } satisfies IndicatorEntry,
  points: exact(10),
  trees: NO_TREES,
  application: { kind: null, label: "", outcome: { kind: "not-filled", why: "实际完成值未填" }, notes: [] },
  status: "not-filled",
  computedScore: null,
  enteredScore: null,
  agreement: "not-computed",
  score: null,
  adopted: "none",
  keepsTyped: false,
  explanation: "",
};

export const evaluationWithoutTotal: ScoredEvaluation = {
  ...evaluation,
  score: null,
  grade: null,
  indicators: [withoutScore],
};

export const findings: readonly Finding[] = [
  {
    code: "zero-budget",
    severity: "note",
    cell: cell("绩效指标!F12"),
    message: "预算数为 0，按设置给满分。",
    stated: null,
    computed: null,
  },
  {
    code: "missing-reason",
    severity: "warning",
    cell: cell("绩效指标!H17"),
    message: "目标表与评价表的指标名称不一致，请统一或说明调整依据。",
    stated: "秸秆综合利用率",
    computed: "秸秆利用率",
  },
  {
    code: "sample-share",
    severity: "error",
    cell: cell("报告数字!B4"),
    message:
      "抽样资金占比与预算表不一致：5,101.30 ÷ 15,383.72 = 33.16%，报告写 37.55%；请核对抽样单位或更正报告。",
    stated: "37.55%",
    computed: "33.16%",
  },
];

export const written: Written = {
  formulas: 126,
  verified: 126,
  mismatches: [],
  sheets: ["计算底稿", "绩效汇总", "校验结果", "运行记录"],
  changedCells: 24,
  unchanged: false,
  plain: [],
};

export const result: RunResult = {
  recognition: {
    ...recognition,
    sheets: [
      ...recognition.sheets,
      { name: "计算底稿", role: "output", remark: "" },
      { name: "绩效汇总", role: "output", remark: "" },
    ],
  },
  evaluations: [evaluation],
  findings: [],
  ignored: [],
  choices: NO_CHOICES,
  keptScores: [],
  written,
  settings: DEFAULT_SETTINGS,
  timings: [],
  manualCalculation: false,
};

/** A workbook that was calculated earlier. */
export const recognitionWithResults: ReadingOfWorkbook = { ...result.recognition, choices: NO_CHOICES };

export const resultWithFindings: RunResult = {
  ...result,
  findings,
  keptScores: [
    { cell: cell("绩效指标!G9"), name: "预算执行率", entered: "2", computed: "1.94" },
    { cell: cell("绩效指标!G17"), name: "秸秆综合利用率", entered: "3", computed: "2.91" },
  ],
};
