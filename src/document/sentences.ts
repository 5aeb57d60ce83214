import { toDecimal, toFixed, withThousands } from "../expr/decimal";
import { HUNDRED, type Exact } from "../expr/exact";
import type { ScoredDimension, ScoredEvaluation } from "../model/evaluation";
import { subjectOf } from "../report/summary/conclusion";
import type { PaperEvaluation } from "../report/paper/working-paper";
import { lossesOf, LOSS_CAUSES, type Loss } from "../scoring/losses";
import { gap, words, type Inline } from "./content";
import { evaluated } from "./facts";
import type { AutoText } from "./outlines";

type Sentences = (paper: PaperEvaluation) => Inline[][];

const plain = (...texts: readonly string[]): Inline[][] =>
  texts.filter((text) => text !== "").map((text) => [words(text)]);

const rate = (of: Exact): string => `${toFixed(of.mul(HUNDRED), 2)}%`;
/** 分值, as the forms print them. */
const points = (value: Exact): string => `${toDecimal(value, 2)}分`;
/** 得分, with the decimals of 绩效汇总. */
const scored = (value: Exact): string => `${toFixed(value, 2)}分`;
const amount = (value: Exact, currency: string): string => `${withThousands(toDecimal(value, 6))}${currency}`;

/** The paragraphs that the product writes by itself; each number is the exact one, as 绩效汇总 shows it. */
export const AUTO_TEXTS: Readonly<Record<AutoText, Sentences>> = {
  subject: ({ evaluation: { form } }) => {
    const name = evaluated(form);
    const parts = [
      name === "" ? "" : `评价对象：${name}`,
      form.unit === null ? "" : `单位：${form.unit}`,
      form.year === null || name.includes(form.year) ? "" : `评价年度：${form.year}年`,
    ].filter(Boolean);
    return plain(parts.length === 0 ? "" : `${parts.join("；")}。`);
  },
  funds: ({ evaluation }) => plain(...evaluation.funds.filter(({ entry }) => entry.counts).map(fundSentence)),
  weights: ({ evaluation: { indicators, dimensions } }) => {
    const weighed = dimensions.flatMap(({ name, points: of }) =>
      of === null ? [] : [`${name}${points(of)}`],
    );
    if (indicators.length === 0 && weighed.length === 0) return [];
    const count = indicators.length === 0 ? "" : `评价指标体系共设置${indicators.length}个指标`;
    const weights = weighed.length === 0 ? "" : `各一级指标分值：${weighed.join("，")}`;
    return plain(`${[count, weights].filter(Boolean).join("。")}。`);
  },
  scale: ({ evaluation: { gradeScale } }) =>
    plain(
      `评价等级按百分制得分确定：${gradeScale.bands
        .map(({ grade, from }, index) => {
          const above = gradeScale.bands[index - 1];
          if (above === undefined) return `${toDecimal(from)}分（含）以上为“${grade}”`;
          if (index === gradeScale.bands.length - 1) return `${toDecimal(above.from)}分以下为“${grade}”`;
          return `${toDecimal(from)}分（含）至${toDecimal(above.from)}分为“${grade}”`;
        })
        .join("，")}。`,
    ),
  conclusion: ({ evaluation }) => [conclusion(evaluation)],
  dimensions: ({ evaluation }) =>
    plain(...evaluation.dimensions.map((dimension) => dimensionSentence(dimension, evaluation))),
  losses: ({ evaluation }) => {
    const losses = lossesOf(evaluation).filter(({ cause }) => cause !== "bonus");
    return losses.length === 0
      ? plain(evaluation.score === null ? "" : "各项指标均得满分。")
      : [[words("失分情况如下：")], ...losses.map(lossSentence)];
  },
  survey: () => [],
};

/** 综合得分 and 评价等级 with the level-1 indicators, as the conclusion of 绩效汇总 says them. */
function conclusion({ form, score, grade, dimensions }: ScoredEvaluation): Inline[] {
  if (score === null) return [gap("尚有指标待评分，评分后重新生成综合得分和评价等级")];
  const said = `${subjectOf(form.title?.text ?? form.unit ?? form.sheet)}得分为${scored(score)}`;
  const graded = grade === null ? "" : `，评价等级为“${grade}”`;
  const parts = dimensions.flatMap((dimension) =>
    dimension.score === null || dimension.scoreRate === null
      ? []
      : [`${dimension.name}${scored(dimension.score)}（得分率${rate(dimension.scoreRate)}）`],
  );
  return [words(`${said}${graded}。${parts.length === 0 ? "" : `其中：${parts.join("，")}。`}`)];
}

function fundSentence({ entry, executionRate }: ScoredEvaluation["funds"][number]): string {
  const { initialBudget, adjustedBudget, executed, currency } = entry;
  const parts = [
    ["年初预算数", initialBudget],
    ["全年预算数", adjustedBudget],
    ["全年执行数", executed],
  ] as const;
  const amounts = parts.flatMap(([name, quantity]) =>
    quantity?.value == null || quantity.nature !== "number"
      ? []
      : [`${name}${amount(quantity.value, quantity.unit ?? currency)}`],
  );
  if (amounts.length === 0) return "";
  const executionText = executionRate === null ? "" : `，预算执行率${rate(executionRate)}`;
  return `${entry.item}：${amounts.join("，")}${executionText}。`;
}

/** One 一级指标: its points, score and rate, and how many of its indicators got all their points. */
export function dimensionSentence(dimension: ScoredDimension, evaluation: ScoredEvaluation): string {
  const { name, score, scoreRate, points: of } = dimension;
  if (score === null || of === null || scoreRate === null)
    return `${name}${of === null ? "" : `分值${points(of)}，`}尚未得出分数。`;
  const lost = lossesOf(evaluation).filter((loss) => loss.dimension === name && loss.cause !== "bonus");
  const which = lost.map((loss) => `“${loss.name}”`).join("、");
  const where = which === "" ? "各项指标均得满分" : `失分的指标：${which}`;
  const isWhole = lost.length === 1 && lost[0]?.name === name;
  return `${name}分值${points(of)}，得分${scored(score)}，得分率${rate(scoreRate)}${isWhole ? "" : `，${where}`}。`;
}

function lossSentence(loss: Loss): Inline[] {
  const { name, cause, reason, score } = loss;
  const values =
    loss.points === null || score === null
      ? `未得${points(loss.lost)}`
      : `分值${points(loss.points)}，得分${scored(score)}`;
  const said = `“${name}”${values}（${LOSS_CAUSES[cause]}）`;
  return reason === ""
    ? [words(`${said}。原因：`), gap(`“${name}”失分的原因`)]
    : [words(`${said}。原因：${reason.replace(/。$/, "")}。`)];
}
