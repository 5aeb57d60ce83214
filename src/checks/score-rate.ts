import { ZERO, type Exact } from "../expr/exact";
import { finding, type Finding } from "../model/finding";
import { leafName, type ResultCell } from "../model/form";
import { forEachEvaluation, type Check } from "./check";
import { likelyCause } from "../printed/causes";
import { isWhole } from "../model/scope";
import { dimensionRows } from "./shared/dimension-rows";
import { dimensionNamed } from "./shared/groups";
import { enteredRate } from "./execution-rate";
import { judge, speakLike } from "../printed/precision";
import { statedBy } from "./shared/scored-rows";
import { clauses, named } from "./shared/wording";

const CODE = "score-rate";

/** 得分率 = 得分 ÷ 分值, of indicators, dimensions and totals (report 0 prints 93.75% for 15 of 16). */
export const scoreRate: Check = {
  code: CODE,
  describe: "得分率等于得分除以分值",
  run: forEachEvaluation((evaluation) => {
    const { form, indicators } = evaluation;
    return [
      ...indicators.flatMap(({ entry, points, enteredScore, status }) =>
        status === "shared" ? [] : compared(leafName(entry), entry.scoreRate, enteredScore, points),
      ),
      ...dimensionRows(form).flatMap(({ name, scoreRate: rate, score }) => {
        const dimension = dimensionNamed(evaluation, name);
        return statedBy(score) === null || dimension === null
          ? []
          : compared(name, rate, dimension.score, dimension.points);
      }),
      ...form.totals
        .filter((total) => isWhole(total) && statedBy(total.score) !== null)
        .flatMap((total) => compared("总分", total.scoreRate, evaluation.score, evaluation.points)),
    ];
  }),
};

function compared(
  name: string,
  result: ResultCell | null,
  score: Exact | null,
  points: Exact | null,
): Finding[] {
  const rate = enteredRate(result);
  if (result === null || rate === null || score === null || points === null || points.equals(ZERO)) return [];
  const should = score.div(points);
  if (judge(rate, should) === "holds") return [];
  const computed = speakLike(rate, should);
  return [
    finding({
      code: CODE,
      severity: "error",
      cell: result.cell,
      message: clauses(
        `${named(name)}得分率为 ${rate.text}，得分÷分值为 ${computed}`,
        likelyCause(rate, should),
        "请更正",
      ),
      stated: rate.text,
      computed,
    }),
  ];
}
