import { divide, step } from "../../expr/expression";
import type { Target } from "../../model/quantity";
import { judgement, missing, type Built, type ScoringCase } from "../kind";
import { asShare, operandOf, type Operand } from "../operand";
import { comparable, textOf, withPercentUnit } from "./comparable";

/** Rates that are no completion, though they too are worked out from target and result. */
const OTHER_RATE =
  /(?:偏差|偏离|差异|变动|波动|节约|结余|结转|调整|增长|增加|下降|降低|减少)(?:率|度|幅度|比例|比率)/;

/** The result as a share: a rate as it stands, a quantity beside a quantity to be reached as its completion; or what stands in the way. */
export function shareOf(of: ScoringCase): Operand | Built {
  if (of.result === null) return absent(of, "比率");
  const completion = completionOf(of);
  const otherRate = OTHER_RATE.exec(of.entry.rule?.text ?? "")?.[0];
  if (completion !== null && otherRate !== undefined)
    return judgement(`评分标准按${otherRate}计分，完成情况“${textOf(of.actual)}”不是比率，请人工评分`);
  if (completion !== null) return completion;
  const plain = withPercentUnit(of.result);
  return plain.percent || plain.unit === null ? asShare(plain) : absent(of, "比率");
}

export const BY_LIMIT = "目标是上限，评分标准没有写明怎样算完成率，请人工评分";

/** The share for a rule that gives more for more; such a rule does not say how far a limit (`≤10天`) is completed. */
export function attainedShareOf(of: ScoringCase): Operand | Built {
  return isLimit(of.target) && completionOf(of) !== null ? judgement(BY_LIMIT) : shareOf(of);
}

export const isLimit = (target: Target | null): boolean =>
  target?.comparison === "<=" || target?.comparison === "<";

/** 完成率 of a count or an amount: 95家 of 100家; null where the result is a rate itself. */
export function completionOf(of: ScoringCase): Operand | null {
  const target = operandOf(of.target);
  if (target === null || of.result === null || of.target?.nature !== "number") return null;
  const result = withPercentUnit(of.result);
  if (result.percent || withPercentUnit(target).percent || target.value.compare(0) <= 0) return null;
  // Bare 95 beside bare 100 are percentages without their sign; either reading gives 95%.
  const pair = comparable(of);
  if ("why" in pair) return null;
  const rate = divide(pair.result.expression, pair.target.expression);
  return {
    ...result,
    expression: step("完成率", "percent", rate),
    value: pair.result.value.div(target.value),
    percent: true,
    unit: null,
  };
}

/** No number to reckon with: no result yet, a form without results, or words. */
export function absent(of: ScoringCase, what: string): Built {
  if (of.actual === null)
    return judgement(`表中没有实际完成值，按评分标准需要${what}，请按评分标准人工评分${shown(of)}`);
  if (of.actual.nature === "empty") return missing();
  return judgement(`按评分标准需要${what}，完成情况“${textOf(of.actual)}”中读不出来，请人工评分${shown(of)}`);
}

function shown({ entry }: ScoringCase): string {
  const text = entry.rule?.text.trim() ?? "";
  return text === "" ? "" : `：${text.length > 120 ? `${text.slice(0, 120)}…` : text}`;
}
