import type { CellAddress } from "../expr/cell";
import type { ScoredEvaluation, ScoredIndicator } from "../model/evaluation";
import { finding, type Finding } from "../model/finding";
import { leafName } from "../model/form";
import { forEachEvaluation, type Check } from "./check";
import { dimensionRows } from "./shared/dimension-rows";
import { indicatorsOfDimension, indicatorsUnder } from "./shared/groups";
import { judge, printed, printedExact, speakLike, type Printed } from "../printed/precision";
import { rowCause, totalOf } from "../printed/causes";
import { statedBy } from "./shared/scored-rows";
import { clauses, named } from "./shared/wording";

const CODE = "caption-points";

/** 产出指标(50分), the 权重 of a dimension and its 小计: each is the sum of its indicators' points (rules catalogue §10.1). */
export const captionPoints: Check = {
  code: CODE,
  describe: "标题、小计中的分值等于其下各指标分值之和",
  run: forEachEvaluation((evaluation) => {
    return [
      ...evaluation.form.captions.flatMap((caption) =>
        caption.points === null
          ? []
          : compared(
              caption.name,
              caption.cell,
              printedExact(caption.points),
              indicatorsUnder(evaluation, caption),
            ),
      ),
      ...dimensionRows(evaluation.form).flatMap(({ name, points }) => {
        const own = statedBy(points);
        const typed = printed(own?.entered);
        const stated = typed && asPoints(typed, evaluation);
        return own === null || stated === null
          ? []
          : compared(name, own.cell, stated, indicatorsOfDimension(evaluation, name));
      }),
    ];
  }),
};

/** A weight of 15% is 15 points of 100; of what it is a share where the points come to something else, nobody has said. */
function asPoints(stated: Printed, evaluation: ScoredEvaluation): Printed | null {
  if (stated.shift !== 2) return stated;
  return evaluation.points?.equals(100) === true
    ? { ...stated, value: stated.value.mul(100), places: stated.places - 2, shift: 0 }
    : null;
}

/** The scores of rows that share a caption's points come to more than these. */
function sharedOverrun(name: string, stated: Printed, members: readonly ScoredIndicator[]): Finding[] {
  const scores = members.flatMap(({ entry, enteredScore }) =>
    enteredScore === null ? [] : [{ name: leafName(entry), value: enteredScore }],
  );
  const [first] = members;
  const sum = totalOf(scores);
  if (first === undefined || scores.length === 0 || sum.compare(stated.value) <= 0) return [];
  const computed = speakLike(stated, sum);
  return [
    finding({
      code: CODE,
      severity: "error",
      cell: first.entry.score?.cell ?? first.entry.cell,
      message: clauses(`${named(name)}共 ${stated.text} 分，其下各指标得分之和为 ${computed}`, "请核对得分"),
      stated: stated.text,
      computed,
    }),
  ];
}

/** Where the rows carry no points of their own (湖北 form: points only in the caption) there is nothing to add up. */
function compared(
  name: string,
  cell: CellAddress,
  stated: Printed,
  members: readonly ScoredIndicator[],
): Finding[] {
  const rows = members.flatMap(({ entry, points }) =>
    points === null || entry.points === null ? [] : [{ name: leafName(entry), value: points }],
  );
  const should = totalOf(rows);
  // Rows that share a caption's points carry none of their own: what the others carry is no sum to compare.
  if (members.some(({ entry }) => entry.openPoints !== undefined))
    return sharedOverrun(name, stated, members);
  if (rows.length === 0 || judge(stated, should) === "holds") return [];
  const computed = speakLike(stated, should);
  // Nobody makes a caption by adding up: that it is larger does not point at one of its rows.
  const cause = stated.value.compare(should) < 0 ? rowCause(stated.value, should, rows) : "";
  return [
    finding({
      code: CODE,
      severity: "error",
      cell,
      message: clauses(
        `${named(name)}为 ${stated.text}${stated.text.endsWith("%") ? "" : " 分"}，其下各指标分值之和为 ${computed}`,
        cause,
        "请核对",
      ),
      stated: stated.text,
      computed,
    }),
  ];
}
