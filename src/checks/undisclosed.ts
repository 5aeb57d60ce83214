import { finding } from "../model/finding";
import type { ScoredIndicator } from "../model/evaluation";
import { leafName } from "../model/form";
import type { Quantity } from "../model/quantity";
import { forEachEvaluation, type Check } from "./check";
import { isNoted } from "./shared/scored-rows";
import { clauses, named } from "./shared/wording";

const CODE = "undisclosed";

/** Full marks on a result that is not disclosed, or not given at all, cannot be verified (rules catalogue §10.21; report 0: 参保批次). */
export const undisclosed: Check = {
  code: CODE,
  describe: "得满分的指标应有可复核的实际完成值",
  run: forEachEvaluation((evaluation) =>
    evaluation.indicators.flatMap((scored) => {
      const { entry, enteredScore, points } = scored;
      const { actual } = entry;
      if (
        actual === null ||
        enteredScore === null ||
        points === null ||
        points.equals(0) ||
        enteredScore.compare(points) < 0 ||
        isNoted(scored, CODE)
      )
        return [];
      const text = actual.text.trim();
      const why =
        actual.nature === "undisclosed"
          ? "实际完成值未公开"
          : isNotGiven(scored, actual)
            ? "未填实际完成值"
            : null;
      if (why === null) return [];
      const message = clauses(`${named(leafName(entry))}得满分，${why}`, "请补充可复核的依据");
      return [
        finding({
          code: CODE,
          severity: "warning",
          cell: actual.cell ?? entry.cell,
          message,
          stated: text === "" ? null : text,
        }),
      ];
    }),
  ),
};

/** A result that neither stands in its cell nor follows from base data; beside a rule of its own only a measurable one. */
function isNotGiven({ entry, computedScore, status }: ScoredIndicator, actual: Quantity): boolean {
  const { target, rule } = entry;
  const isMeasurable = target?.nature === "number" || target?.nature === "range";
  const isExpected = rule === null || isMeasurable;
  return isExpected && actual.nature === "empty" && computedScore === null && status !== "shared";
}
