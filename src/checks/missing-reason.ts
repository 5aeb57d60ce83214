import { finding } from "../model/finding";
import { forEachEvaluation, type Check } from "./check";
import { givesReason, scoredRows } from "./shared/scored-rows";
import { clauses, named, points } from "./shared/wording";

const CODE = "missing-reason";

/** 得分 < 分值 → the reason must be given (rules catalogue §10.4); silent on forms without a column for it. */
export const missingReason: Check = {
  code: CODE,
  describe: "得分小于分值的，须填写偏差（扣分）原因",
  run: forEachEvaluation((evaluation) =>
    scoredRows(evaluation).flatMap(({ name, scored, reason }) => {
      const { score, points: most } = scored;
      if (
        reason === null ||
        score === null ||
        most === null ||
        score.compare(most) >= 0 ||
        givesReason(reason)
      )
        return [];
      const lost = clauses(
        `${named(name)}得 ${points(score)} 分，少于分值 ${points(most)}`,
        "未写原因，请补充",
      );
      return [finding({ code: CODE, severity: "warning", cell: reason.cell, message: lost })];
    }),
  ),
};
