import type { ScoredEvaluation } from "../../model/evaluation";

const LONGEST = 60;

/** Whose sheet it is, for the foot of every page: unit and form; of several evaluations how many. */
export function footerOf(evaluations: readonly Pick<ScoredEvaluation, "form">[]): string {
  const [first] = evaluations;
  if (first === undefined) return "";
  if (evaluations.length > 1) return `共 ${evaluations.length} 个评价`;
  const { unit, title, sheet } = first.form;
  return [unit, title?.text ?? sheet].filter(Boolean).join("　").replace(/\s+/g, " ").slice(0, LONGEST);
}
