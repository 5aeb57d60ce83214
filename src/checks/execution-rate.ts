import { ONE } from "../expr/exact";
import type { ScoredEvaluation } from "../model/evaluation";
import { finding, type Finding } from "../model/finding";
import type { FundEntry, ResultCell } from "../model/form";
import { forEachEvaluation, type Check } from "./check";
import { likelyCause } from "../printed/causes";
import { quotientOf, type Estimate } from "../printed/estimate";
import { estimateOf, isCutOff, judge, printedAmounts, speakLike, type Printed } from "../printed/precision";
import { countingFunds, isNoted, statedBy } from "./shared/scored-rows";
import { enteredShare } from "./shared/entered-share";
import { clauses, fundName, named, percent } from "./shared/wording";

const CODE = "execution-rate";

/** 执行率 = 全年执行数 ÷ 全年预算数 (rules catalogue §10.6), in every row of the fund block that prints it. */
export const executionRate: Check = {
  code: CODE,
  describe: "执行率等于全年执行数除以全年预算数，且不超过 100%",
  run: forEachEvaluation((evaluation) => [
    ...evaluation.form.funds.flatMap(rateFinding),
    ...overspent(evaluation),
  ]),
};

/** The rate as the form states it; null where it is empty or ours. */
export function enteredRate(result: ResultCell | null): Printed | null {
  return enteredShare(statedBy(result)?.entered ?? null);
}

function rateFinding(entry: FundEntry): Finding[] {
  const rate = enteredRate(entry.rate);
  const [initial, adjusted, executed] = printedAmounts([
    entry.initialBudget,
    entry.adjustedBudget,
    entry.executed,
  ]);
  const should = ratio(executed, adjusted ?? initial);
  if (rate === null || should === null || entry.rate === null) return [];
  const verdict = judge(rate, should);
  const computed = speakLike(rate, should.face);
  const name = named(fundName(entry));
  if (entry.counts && verdict === "within-rounding" && isCutOff(rate, should.face)) {
    return [
      finding({
        code: CODE,
        severity: "note",
        cell: entry.rate.cell,
        message: clauses(`${name}执行率 ${rate.text} 系去尾，执行数÷预算数为 ${computed}`),
        stated: rate.text,
        computed,
      }),
    ];
  }
  if (verdict !== "fails") return [];
  const byInitial = ratio(executed, initial);
  const cause =
    adjusted && byInitial && judge(rate, byInitial) === "holds"
      ? "系按年初预算数计算，应按全年预算数"
      : likelyCause(rate, should.face);
  return [
    finding({
      code: CODE,
      severity: "error",
      cell: entry.rate.cell,
      message: clauses(`${name}执行率为 ${rate.text}，执行数÷预算数为 ${computed}`, cause, "请更正"),
      stated: rate.text,
      computed,
    }),
  ];
}

function ratio(executed: Printed | null | undefined, budget: Printed | null | undefined): Estimate | null {
  return executed && budget ? quotientOf(estimateOf(executed), estimateOf(budget)) : null;
}

/** More spent than the adjusted budget: 102.59% was published with an empty score (rules catalogue E6). */
function overspent(evaluation: ScoredEvaluation): Finding[] {
  return countingFunds(evaluation).flatMap((fund) => {
    const { entry, executionRate: rate } = fund;
    if (rate === null || rate.compare(ONE) <= 0 || entry.executed === null || isNoted(fund, "over-achieved"))
      return [];
    const budget = (entry.adjustedBudget ?? entry.initialBudget)?.text ?? "";
    const message = clauses(
      `执行数 ${entry.executed.text} 超过全年预算数 ${budget}，执行率 ${percent(rate)}`,
      "请核对是否漏计预算调整",
    );
    return [
      finding({
        code: CODE,
        severity: "warning",
        cell: entry.executed.cell ?? entry.cell,
        message,
        stated: percent(rate),
      }),
    ];
  });
}
