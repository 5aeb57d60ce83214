import { finding } from "../model/finding";
import { forEachEvaluation, type Check } from "./check";
import { disagreements } from "./shared/score-against-rule";
import { clauses, named, points } from "./shared/wording";

const CODE = "lost-but-reached";

/** Target met → no points lost (rules catalogue §10.5). */
export const lostButReached: Check = {
  code: CODE,
  describe: "完成指标值的，不应扣分",
  run: forEachEvaluation((evaluation) =>
    disagreements(evaluation, "indicator").flatMap(({ row, cell, entered, computed, how, explained }) => {
      if (how !== "lost-but-reached") return [];
      const message = clauses(
        `${named(row.name)}已完成指标值，只得 ${points(entered)} 分（应为 ${points(computed)} 分）`,
        explained ? "请确认原因" : "请改正或写明原因",
      );
      return [
        finding({
          code: CODE,
          severity: explained ? "warning" : "error",
          cell,
          message,
          stated: points(entered),
          computed: points(computed),
        }),
      ];
    }),
  ),
};
