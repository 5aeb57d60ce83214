/** A named amount and the names that it goes by on sheets, best first; they are compared as plainName leaves them, so 数 or 金额 at their end need no name of its own. */
export type Names = readonly string[];

/** What is added (+) or taken off (−) in a numerator or denominator. */
export interface Term {
  readonly sign: "+" | "-";
  readonly names: Names;
}

export const plus = (...names: string[]): Term => ({ sign: "+", names });

export const EXECUTED = plus(
  "实际支出",
  "全年执行数",
  "预算执行数",
  "支出执行数",
  "执行数",
  "支出决算数",
  "实际支出合计",
  "全年支出",
);
export const BUDGET = plus(
  "年度预算",
  "全年预算数",
  "调整预算数",
  "调整后预算数",
  "全年（调整）预算数",
  "预算安排",
  "预算安排资金",
  "预算数",
  "预算资金",
  "预算指标",
);
export const ARRIVED = plus("实际到位资金", "到位资金", "资金到位数", "实际到位", "到位数");
export const INITIAL = plus("年初预算数", "年初预算安排");
export const ADDED = plus("本年追加预算", "本年预算追加数", "本年追加", "预算追加数", "追加预算");
export const CARRIED_IN = plus(
  "上年结转和结余",
  "年初结转和结余",
  "上年结转",
  "上年结转结余",
  "年初结转结余",
);
export const THREE_PUBLIC_NOW = plus(
  "本年三公经费预算",
  "本年度三公经费预算",
  "三公经费本年预算",
  "三公经费预算数（本年）",
  "三公经费预算（本年度）",
  "三公经费预算",
  "三公经费年初预算",
);
export const THREE_PUBLIC_BEFORE = plus(
  "上年三公经费预算",
  "上年度三公经费预算",
  "三公经费上年预算",
  "三公经费预算数（上年）",
  "三公经费预算（上年度）",
);
export const CARRIED_OUT = plus(
  "年末结转和结余",
  "年末结转",
  "年末结余",
  "年末结转结余",
  "结转结余总额",
  "本年结转结余",
);
