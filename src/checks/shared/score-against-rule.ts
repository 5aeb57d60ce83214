import type { Exact } from "../../expr/exact";
import type { CellAddress } from "../../expr/cell";
import type { ScoredEvaluation } from "../../model/evaluation";
import { isOutOfBounds } from "../over-points";
import { givesReason, scoredRows, type ScoredRow } from "./scored-rows";

/** An entered score that is not what the rule gives, and in which way. */
export interface Disagreement {
  readonly row: ScoredRow;
  readonly cell: CellAddress;
  readonly entered: Exact;
  readonly computed: Exact;
  readonly how: "full-but-missed" | "lost-but-reached" | "differs";
  /** A person changed the score and wrote down why (rules catalogue E5). */
  readonly explained: boolean;
}

/**
 * The scores that differ from their rule's, each in one way only: 未达标得满分 and 达标被扣分 say more than 不一致,
 * and a score outside its bounds is reported as such.
 */
export function disagreements(evaluation: ScoredEvaluation, kind: ScoredRow["kind"]): Disagreement[] {
  return scoredRows(evaluation).flatMap((row) => {
    const { enteredScore: entered, computedScore: computed, points, agreement } = row.scored;
    if (
      row.kind !== kind ||
      row.score === null ||
      entered === null ||
      computed === null ||
      agreement !== "differs"
    )
      return [];
    if (isOutOfBounds(row)) return [];
    const full = points !== null && entered.equals(points) && computed.compare(points) < 0;
    const lost = points !== null && entered.compare(points) < 0 && computed.compare(points) >= 0;
    const how = !row.hasTarget ? "differs" : full ? "full-but-missed" : lost ? "lost-but-reached" : "differs";
    return [{ row, cell: row.score.cell, entered, computed, how, explained: givesReason(row.reason) }];
  });
}
