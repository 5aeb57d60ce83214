import { finding, type Finding } from "../model/finding";
import type { ResultCell } from "../model/form";
import type { QuantityNature } from "../model/quantity";
import { forEachEvaluation, type Check } from "./check";
import { scoredRows, statedBy } from "./shared/scored-rows";
import { clauses, named } from "./shared/wording";

const CODE = "unreadable-score";
const NO_SCORE: readonly QuantityNature[] = ["unreadable", "words", "date", "range", "undisclosed"];

/** What stands in a score cell is a number; `—` and `/` say that there is none. */
export const unreadableScore: Check = {
  code: CODE,
  describe: "得分单元格填写的是数值",
  run: forEachEvaluation((evaluation) => {
    const { dimensions, statedScore } = evaluation.form;
    return [...scoredRows(evaluation), ...dimensions, { name: "综合", score: statedScore }].flatMap(
      ({ name, score }) => unreadable(name, score),
    );
  }),
};

function unreadable(name: string, score: ResultCell | null): Finding[] {
  const own = statedBy(score);
  if (own === null || !NO_SCORE.includes(own.entered.nature)) return [];
  const text = own.entered.text.trim();
  const message = clauses(`${named(name)}得分“${text}”不能读作数值`, "请改为数字");
  return [finding({ code: CODE, severity: "warning", cell: own.cell, message, stated: text })];
}
