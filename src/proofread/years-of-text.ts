import type { ScoredEvaluation } from "../model/evaluation";
import type { Passage } from "./text-model";

const TITLE_LINES = 12;
const OF_TITLE = /(20\d\d) ?年度?(?=.{0,40}(?:评价|自评|绩效|考核|结论))/;

/** The year that the report is about: of its title, else of the workbook. */
export function ownYear(
  passages: readonly Passage[],
  evaluations: readonly ScoredEvaluation[],
): string | null {
  for (const { text } of passages.slice(0, TITLE_LINES)) {
    const year = OF_TITLE.exec(text.slice(0, 120))?.[1];
    if (year !== undefined) return year;
  }
  const years = new Set(evaluations.flatMap(({ form }) => form.year ?? []));
  return years.size === 1 ? ([...years][0] ?? null) : null;
}
