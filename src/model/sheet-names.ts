/** The sheets that the add-in makes; a sheet of such a name is reused, never deleted or renamed. */
export const OUTPUT_SHEETS = {
  workingPaper: "计算底稿",
  summary: "绩效汇总",
  findings: "校验结果",
  runLog: "运行记录",
} as const;

export const OUTPUT_NAMES: readonly string[] = Object.values(OUTPUT_SHEETS);

export const isOutputSheet = (name: string): boolean => OUTPUT_NAMES.includes(name);

/** Made only when a default is changed. */
export const SETTINGS_SHEET = "评价设置";

/** What a score cell of the working paper shows while nobody has scored the indicator. */
export const AWAITING_SCORE = "待评分";

/** What A1 of each generated sheet says: a sheet of the same name without it is the user's own and is left alone. */
export const OUTPUT_TITLES = {
  workingPaper: "计算底稿",
  summary: "绩效评价结果汇总",
  findings: "校验结果",
  runLog: "运行记录",
} as const satisfies Record<keyof typeof OUTPUT_SHEETS, string>;

/** The chart of an evaluation's 得分率 on 绩效汇总; others there are the user's. */
export const chartName = (order: number): string => `得分率${order}`;

export const isOwnChart = (name: string): boolean => /^得分率\d+$/.test(name);

/** What an emptied sheet says after 撤销. */
export const UNDONE_NOTICE = "已撤销：单击“计算得分”可重新生成。";
