/** What is not alike, and why. A `*` stands for every workbook. */
export interface Exception {
  readonly habit: string;
  readonly workbook: string;
  readonly why: string;
}

export const EXCEPTIONS: readonly Exception[] = [
  {
    habit: "sheet-marks",
    workbook: "*",
    why: "内置计算引擎不认工作表名中的双引号和叹号；Excel 认",
  },
  {
    habit: "values-over-formulas",
    workbook: "anning",
    why: "9.035 由两个数相加而来时在进位范围内，粘贴为数值后不再知道，按四舍五入与 9.03 不符",
  },
  {
    habit: "values-over-formulas",
    workbook: "baojing",
    why: "同上：粘贴为数值后，核对时不再知道各加数的精度",
  },
  {
    habit: "typed-signs",
    workbook: "baojing",
    why: "评分标准里的 >= 没有读成 ≥，一个指标留给人评分",
  },
  {
    habit: "radicals",
    workbook: "guizhou",
    why: "满意度清单的选项名含部首时没有认出，少核对一项",
  },
  {
    habit: "outer-spaces",
    workbook: "guizhou",
    why: "用户的 COUNTIF、SUMIF 按“√”计数，前后加空格后打开时重算为 0，Excel 也是",
  },
  {
    habit: "repeated-names",
    workbook: "guizhou",
    why: "用户的 COUNTA 数指标个数，名称每行重复后重算为 18，Excel 也是",
  },
];

export const exceptionOf = (habit: string, workbook: string): Exception | undefined =>
  EXCEPTIONS.find((one) => one.habit === habit && (one.workbook === "*" || one.workbook === workbook));
