import { judgement, missing, type Built, type ScoringCase } from "../kind";
import { asShare, type Operand } from "../operand";
import { textOf } from "./comparable";

/** The result as a share, or what stands in the way. */
export function shareOf(of: ScoringCase): Operand | Built {
  return of.result === null ? absent(of, "比率") : asShare(of.result);
}

/** No number to reckon with: no result yet, a form without results, or words. */
export function absent(of: ScoringCase, what: string): Built {
  if (of.actual === null) return judgement(`表中没有实际完成值，按评分标准需要${what}，请按评分标准人工评分${shown(of)}`);
  if (of.actual.nature === "empty") return missing();
  return judgement(`按评分标准需要${what}，完成情况“${textOf(of.actual)}”中读不出来，请人工评分${shown(of)}`);
}

function shown({ entry }: ScoringCase): string {
  const text = entry.rule?.text.trim() ?? "";
  return text === "" ? "" : `：${text.length > 120 ? `${text.slice(0, 120)}…` : text}`;
}
