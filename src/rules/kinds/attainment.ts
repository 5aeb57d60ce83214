import { judgement, missing, type Built, type RuleKind, type ScoringCase } from "../kind";
import { resultText, textOf } from "../ways/comparable";
import { byDeadline } from "../ways/deadline";
import { namesBound, namesOtherBound, OTHER_BOUND } from "../ways/own-bound";
import { byRange } from "../ways/range";
import { byRatio, type Missed } from "../ways/ratio";
import { bySameWords, byWords } from "../ways/words";

export interface Attainment {
  readonly missed: Missed;
  /** What earns full points, where it prints a number of its own: `满意度达到95%得满分`. */
  readonly condition?: string;
}

/** What is scored is decided by what target and result are: numbers, a range, dates, words (the national rule of 财预〔2020〕10号). */
export function byAttainment(of: ScoringCase, missed: Missed): Built {
  const { actual, target } = of;
  // `3个、5场`, `1:18`: whatever number is meant, the same words promise it and report it.
  if (target?.nature === "unreadable" && textOf(actual) === textOf(target)) return bySameWords(of);
  if (of.measure === null) {
    if (actual === null || actual.nature === "empty") return missing();
    if (actual.nature === "unreadable") return judgement(`完成情况“${textOf(actual)}”读不出确定的数值`);
  }
  if (target?.nature === "unreadable") return judgement(`目标“${textOf(target)}”读不出确定的数值`);
  const typed = of.measure === null ? actual?.nature : "number";
  if (target === null || target.nature === "empty" || target.nature === "not-applicable") {
    return typed === "words" ? byWords(of) : judgement("未填年度指标值，无法与完成情况比较");
  }
  if (typed === "words") return byWords(of);
  if (typed === "date" || target.nature === "date") {
    return typed === target.nature
      ? byDeadline(of)
      : judgement(`目标“${textOf(target)}”与完成情况“${resultText(of)}”一为日期、一不是，请人工评分`);
  }
  if (typed !== "number") return judgement(`完成情况“${textOf(actual)}”不能直接判定得分`);
  if (target.nature === "words") return byWords(of);
  return target.nature === "range" ? byRange(of) : byRatio(of, missed);
}

const REACHED =
  /^(?:(?:(?!扣|\d分|得分|满分)[^;]){0,40}?[;,])??(?:实际)?(?:完成|达到|达成|实现|达标|等于或优于|不低于|不超过|未超过|控制在|优于|[^;,]{0,12}?(?:达到|完成|不超过|不低于|未超过))[^;,]{0,16}?(?:的|以内)?,?(?:得|记|计|给)?(?:满分|全分|权重分)/;
const MISSED: readonly (readonly [Missed, RegExp])[] = [
  [
    "judgement",
    /^(?:未|没|不)[^;]{0,20}(?:由[^;]{0,12}|酌情|视情况?|按(?:完成)?程度)[^;]{0,14}(?:打分|评分|得分|计分|扣分|赋分)$/,
  ],
  [
    "nothing",
    /^(?:否则|未完成|未达到|未达标|未达成|未实现|不达标|超过|低于)[^;,]{0,12},?(?:的)?(?:不得分|不计分|得0分|计0分|0分)$/,
  ],
  [
    "proportional-deduction",
    /^(?:每?超过|超出|未完成|未达到|未达标|低于|不足)[^;,]{0,14},?按[^;,]{0,8}比例扣(?:减|除)?(?:相应)?(?:分数?|分值)?(?:[,;]扣完为止)?$/,
  ],
  [
    "in-proportion",
    /^(?:未完成|未达到|未达标|未达成|未实现|不足|低于|超过|否则)[^;,]{0,14},?按(?:照)?[^;,]{0,10}(?:比例|比率)(?:计算)?(?:得分|计分|给分|赋分|记分|打分|计算)?(?:分数)?$/,
  ],
];
const ONLY_PROPORTION =
  /^按(?:照)?(?:实际)?(?:任务|目标|指标)?(?:完成|达成)(?:情况)?(?:比例|率|比率)(?:计算)?(?:得分|计分|给分|赋分|记分)(?:[,;](?:满分为止|最高(?:得)?满分|超过100%的?按100%计(?:算|分)?))?$/;

const WORDING: Record<Missed, string> = {
  "in-proportion": "完成指标值得满分，未完成按完成比例得分",
  "proportional-deduction": "完成指标值得满分，未完成的按比例扣分，扣完为止",
  nothing: "完成指标值得满分，未完成不得分",
  judgement: "完成指标值得满分，未完成由评价组按完成程度打分",
};

/** `完成指标值得满分，未完成按完成比例得分` and its like (rules catalogue N2, N14; report 0). */
export const attainment: RuleKind<Attainment> = {
  name: "ratio",
  label: "达到目标得满分，未达到按比例计分",
  parse: (plain) => {
    if (ONLY_PROPORTION.test(plain)) return { missed: "in-proportion" };
    const reached = REACHED.exec(plain)?.[0];
    if (reached === undefined) return null;
    const rest = plain.slice(reached.length).replace(/^[;,]/, "");
    const missed = MISSED.find(([, pattern]) => pattern.test(rest))?.[0];
    if (missed === undefined) return null;
    return namesBound(reached) ? { missed, condition: reached } : { missed };
  },
  print: ({ missed, condition }) =>
    condition === undefined ? WORDING[missed] : WORDING[missed].replace(/^[^，]*/, condition),
  build: ({ missed, condition }, of) =>
    condition !== undefined && of.target?.nature === "number" && namesOtherBound(condition, of.target)
      ? judgement(OTHER_BOUND)
      : byAttainment(of, missed),
};
