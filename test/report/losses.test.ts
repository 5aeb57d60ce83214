import { describe, expect, it } from "vitest";
import { addUp } from "../../src/expr/exact";
import { toDecimal } from "../../src/expr/decimal";
import { lossesOf } from "../../src/scoring/losses";
import { sheet, type TypedCell } from "../forms/grids";
import { resultOf, SAMPLES, sampleResult } from "../document/result";

const HEADER: TypedCell[] = ["三级指标", "分值", "年度指标值", "实际完成值", "得分", "评分标准", "偏差原因"];

const lossesIn = (...rows: TypedCell[][]) => {
  const [evaluation] = resultOf([sheet([HEADER, ...rows])]).evaluations;
  if (evaluation === undefined) throw new Error("no evaluation");
  return lossesOf(evaluation).map(({ name, lost, cause }) => `${name} ${toDecimal(lost)} ${cause}`);
};

describe("where the points were lost", () => {
  it.each(SAMPLES)("adds up to 分值 − 得分 in %s", async (id) => {
    for (const evaluation of (await sampleResult(id)).evaluations) {
      const { points, score } = evaluation;
      if (points === null || score === null) continue;
      const lost = addUp(lossesOf(evaluation).map((loss) => loss.lost));
      expect(toDecimal(lost)).toBe(toDecimal(points.sub(score)));
    }
  });

  it("says why: the target was missed, a person judged, nobody has scored yet; most first", () => {
    expect(
      lossesIn(
        ["培训人数", 20, "≥100人", "90人", null, null, null],
        ["制度健全性", 20, "健全", "基本健全", 15, "由评审人评分", "制度缺一项"],
        ["验收合格率", 30, "≥95%", null, null, null, null],
        ["群众满意度", 30, "≥90%", "95%", null, null, null],
      ),
    ).toEqual(["验收合格率 30 waiting", "制度健全性 5 judged", "培训人数 2 target"]);
  });

  it("loses nothing where all points were got", () => {
    expect(lossesIn(["培训人数", 100, "≥100人", "100人", null, null, null])).toEqual([]);
  });
});
