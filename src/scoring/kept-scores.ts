import { toDecimal } from "../expr/decimal";
import type { ScoredEvaluation } from "../model/evaluation";
import { leafName } from "../model/form";
import type { KeptScore } from "../model/run";

/** Scores of the user's that stay although another one was computed; words and errors among them. */
export function keptScores({ indicators }: ScoredEvaluation): KeptScore[] {
  return indicators.flatMap(({ entry, adopted, agreement, keepsTyped, enteredScore, computedScore }) => {
    const differs = adopted === "entered" && agreement === "differs";
    if (entry.score === null || computedScore === null || !(differs || keepsTyped)) return [];
    return [
      {
        cell: entry.score.cell,
        name: leafName(entry),
        entered: enteredScore === null ? entry.score.entered.text.trim() : toDecimal(enteredScore),
        computed: toDecimal(computedScore),
      },
    ];
  });
}
