import { finding } from "../model/finding";
import type { Quantity, QuantityNature } from "../model/quantity";
import { leafName } from "../model/form";
import { forEachEvaluation, type Check } from "./check";
import { isNoted } from "./shared/scored-rows";
import { clauses, named } from "./shared/wording";

const CODE = "kind-mismatch";
const MEASURED: readonly QuantityNature[] = ["number", "range"];

/** A number answers a number, words answer words (rules catalogue §10.22: 按时限完成 → 100%, 小于5次 → 无上访, ≤30万元 → 完成). */
export const kindMismatch: Check = {
  code: CODE,
  describe: "定量指标填数值，定性指标填文字",
  run: forEachEvaluation((evaluation) =>
    evaluation.indicators.flatMap((scored) => {
      const { target, actual, cell } = scored.entry;
      if (target === null || actual === null || isNoted(scored, CODE) || sameText(target, actual)) return [];
      const wordsForNumber = MEASURED.includes(target.nature) && actual.nature === "words";
      const numberForWords =
        (target.nature === "words" || target.nature === "date") && actual.nature === "number";
      if (!wordsForNumber && !numberForWords) return [];
      const how = wordsForNumber ? "指标值是数值，完成值是文字" : "指标值是文字，完成值是数值";
      const message = clauses(
        `${named(leafName(scored.entry))}${how}（${target.text.trim()} / ${actual.text.trim()}）`,
        "请填可比的完成值",
      );
      return [
        finding({
          code: CODE,
          severity: "warning",
          cell: actual.cell ?? cell,
          message,
          stated: actual.text.trim(),
        }),
      ];
    }),
  ),
};

function sameText(left: Quantity, right: Quantity): boolean {
  return left.text.replace(/\s/g, "") === right.text.replace(/\s/g, "");
}
