import { join, numberText, words, type TextExpression } from "../../expr/text";
import { cutTo } from "../sheets/compile";
import type { PaperEvaluation } from "../paper/working-paper";

/** Within the 8,192 characters of a formula. */
const MOST_NAMED = 40;
const LONGEST_NAME = 80;

/** `2023年度……绩效评价得分为 98.94 分，评价等级为“优”。其中：决策 15.00 分（得分率 93.75%）…`, live. */
export function conclusionSentence({
  evaluation,
  dimensions,
  total,
}: PaperEvaluation): TextExpression | null {
  const { form } = evaluation;
  if (evaluation.score === null || total.score === null) return null;
  const parts: TextExpression[] = [
    words(`${subjectOf(form.title?.text ?? form.unit ?? form.sheet)}得分为 `),
    numberText(total.score.of, "0.00"),
    words(" 分"),
  ];
  if (total.grade !== null) parts.push(words("，评价等级为“"), total.grade.of, words("”"));
  const named = evaluation.dimensions.flatMap(({ name, points }) => {
    const dimension = dimensions.get(name);
    // Of 0 points there is no rate to tell.
    return dimension?.score == null || dimension.scoreRate === null || points?.equals(0) === true
      ? []
      : [{ name, score: dimension.score.of, rate: dimension.scoreRate.of }];
  });
  named.slice(0, MOST_NAMED).forEach(({ name, score, rate }, index) => {
    parts.push(
      words(`${index === 0 ? "。其中：" : "，"}${cutTo(name, LONGEST_NAME)} `),
      numberText(score, "0.00"),
      words(" 分（得分率 "),
      numberText(rate, "0.00%"),
      words("）"),
    );
  });
  if (named.length > MOST_NAMED) parts.push(words(`等 ${named.length} 类`));
  parts.push(words("。"));
  return join(...parts);
}

/** `……资金绩效评价指标表` → `……资金绩效评价`, `……绩效自评表` → `……绩效自评`. */
export function subjectOf(title: string): string {
  const subject = title
    .replace(/\s+/g, "")
    .replace(/(?:指标|得分|评分|打分|结论)?(?:体系)?(?:表|报告)(?:[(（].*[)）])?$/, "");
  return /(?:评价|自评|考核|评估)$/.test(subject) ? subject : `${subject}绩效评价`;
}
