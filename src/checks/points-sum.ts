import { finding } from "../model/finding";
import { HUNDRED, ONE } from "../expr/exact";
import type { Severity } from "../model/finding";
import { forEachEvaluation, type Check } from "./check";
import { judge, printed, speakLike } from "../printed/precision";
import { rowCause } from "../printed/causes";
import { isWhole } from "../model/scope";
import { scoredRows, statedBy } from "./shared/scored-rows";
import { clauses, fundName, points } from "./shared/wording";

const CODE = "points-sum";

/** Σ 分值 = the printed total = 100 (rules catalogue §10.1); an appraisal (考核) may have another full mark. */
export const pointsSum: Check = {
  code: CODE,
  describe: "分值合计等于各项分值之和，且为 100 分",
  run: forEachEvaluation((evaluation) => {
    const { form, points: total } = evaluation;
    if (total === null) return [];
    const totalRow = form.totals.find(isWhole);
    const own = statedBy(totalRow?.points ?? null);
    const stated = printed(own?.entered);
    if (own !== null && stated !== null && judge(stated, total) !== "holds") {
      const rows = scoredRows(evaluation).flatMap(({ name, scored }) =>
        scored.points === null ? [] : [{ name, value: scored.points }],
      );
      const parts = form.funds.flatMap((fund) =>
        fund.counts || fund.points === null ? [] : [{ name: fundName(fund), value: fund.points.value }],
      );
      const computed = speakLike(stated, total);
      const cause = rowCause(stated.value, total, rows, [...rows, ...parts]);
      return [
        finding({
          code: CODE,
          severity: "error",
          cell: own.cell,
          message: clauses(`分值合计为 ${stated.text}，各项分值之和为 ${computed}`, cause, "请核对"),
          stated: stated.text,
          computed,
        }),
      ];
    }
    // Weights of 15%, 20% … add up to 1.
    if (total.equals(HUNDRED) || total.equals(ONE)) return [];
    const cell =
      own?.cell ??
      totalRow?.cell ??
      form.columns.find((column) => column.role === "points")?.header.cell ??
      form.captions[0]?.cell ??
      form.indicators[0]?.cell ??
      null;
    // Without a total row rows may be missing below; too many points are wrong in any case.
    const severity: Severity =
      form.family !== "management-appraisal" && (own !== null || total.compare(HUNDRED) > 0)
        ? "error"
        : "warning";
    const spoken = points(total);
    return [
      finding({
        code: CODE,
        severity,
        cell,
        message: clauses(`各项分值之和为 ${spoken} 分，应为 100 分`, "请核对各项分值"),
        stated: spoken,
        computed: "100",
      }),
    ];
  }),
};
