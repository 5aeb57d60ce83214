import { finding } from "../model/finding";
import { forEachEvaluation, type Check } from "./check";
import { disagreements } from "./shared/score-against-rule";
import { clauses, named, points } from "./shared/wording";

const CODE = "score-differs";

/** The typed score is what the rule gives (rules catalogue §10.5); 去尾 is left to `rounding-side`. */
export const scoreDiffers: Check = {
  code: CODE,
  describe: "填写的得分与按评分标准计算的得分一致",
  run: forEachEvaluation((evaluation) =>
    disagreements(evaluation, "indicator").flatMap(({ row, cell, entered, computed, how, explained }) => {
      if (how !== "differs") return [];
      const message = clauses(
        `${named(row.name)}填写 ${points(entered)} 分，按规则为 ${points(computed)} 分`,
        explained ? "已写原因，请确认" : "请核对或采用计算值",
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
