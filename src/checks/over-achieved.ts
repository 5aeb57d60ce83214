import { finding } from "../model/finding";
import { toFixed } from "../expr/decimal";
import { HUNDRED, parseDecimal, ZERO, exact } from "../expr/exact";
import { DEFAULT_SETTINGS } from "../model/settings";
import { leafName } from "../model/form";
import { forEachEvaluation, type Check } from "./check";
import { inOneUnit } from "./shared/reach";
import { givesReason, isNoted } from "./shared/scored-rows";
import { clauses, named } from "./shared/wording";

const CODE = "over-achieved";

/** Far more than the target asks for a reason: was it set too low? (rules catalogue §10.19; 3061 for ≥2000 in a published form). */
export const overAchieved: Check = {
  code: CODE,
  describe: "实际完成值大幅超过指标值的，须说明原因",
  run: forEachEvaluation((evaluation, { settings }) => {
    const most = parseDecimal(settings.overAchievement) ?? exact(DEFAULT_SETTINGS.overAchievement);
    return evaluation.indicators.flatMap((scored) => {
      const { target, actual, reason, cell } = scored.entry;
      if (target?.direction !== "higher" || actual === null || givesReason(reason) || isNoted(scored, CODE))
        return [];
      const numbers = inOneUnit(target, actual);
      if (numbers === null || numbers.target.compare(ZERO) <= 0) return [];
      const share = numbers.actual.div(numbers.target);
      if (share.compare(most) <= 0) return [];
      const spoken = `${toFixed(share.mul(HUNDRED), 0)}%`;
      const message = clauses(
        `${named(leafName(scored.entry))}完成 ${actual.text}，为指标值 ${target.text} 的 ${spoken}`,
        "请说明目标是否偏低",
      );
      return [
        finding({
          code: CODE,
          severity: "warning",
          cell: actual.cell ?? cell,
          message,
          stated: actual.text,
          computed: spoken,
        }),
      ];
    });
  }),
};
