import type { CellAddress } from "../expr/cell";
import { addUp, type Exact } from "../expr/exact";
import type { ScoredEvaluation } from "../model/evaluation";
import type { Finding } from "../model/finding";
import { leafName, INDICATORS_ALONE, type ResultCell } from "../model/form";
import { finding, forEachEvaluation, type Check } from "./check";
import { allKnown, dimensionNamed, indicatorsUnder } from "./groups";
import { judge, printed, printedExact, speakLike, type Printed } from "./precision";
import { rowCause, type NamedNumber } from "./causes";
import { scoredRows, statedBy } from "./scored-rows";
import { clauses, fundName, named } from "./wording";

const CODE = "total-sum";

/** Σ 得分 = 总分, of the whole and of each dimension and section; the fund total counts once, its 其中 rows never (rules catalogue §10.2). */
export const totalSum: Check = {
  code: CODE,
  describe: "各项得分之和等于小计、总分",
  run: forEachEvaluation((evaluation) => [
    ...wholeFindings(evaluation),
    ...dimensionFindings(evaluation),
    ...captionFindings(evaluation),
  ]),
};

function wholeFindings(evaluation: ScoredEvaluation): Finding[] {
  const { form, score } = evaluation;
  const cells = [
    ...form.totals.filter((total) => total.dimension === null).map((total) => total.score),
    form.statedScore,
  ];
  const rows = scoredRows(evaluation).flatMap(({ name, scored }) =>
    scored.score === null ? [] : [{ name, value: scored.score }],
  );
  return score === null
    ? []
    : distinct(cells).flatMap((cell) => compared("总分", cell, score, evaluation, rows));
}

function dimensionFindings(evaluation: ScoredEvaluation): Finding[] {
  const { form } = evaluation;
  const stated = [
    ...form.totals.flatMap(({ dimension, score }) =>
      dimension === null ? [] : [{ name: dimension, score }],
    ),
    ...form.dimensions.map(({ name, score }) => ({ name, score })),
  ];
  return stated.flatMap(({ name, score }) => {
    if (name === INDICATORS_ALONE) return indicatorsFindings(evaluation, score);
    const dimension = dimensionNamed(evaluation, name);
    if (dimension?.score == null) return [];
    return compared(
      `${name}得分`,
      score,
      dimension.score,
      evaluation,
      membersOf(evaluation, dimension.members),
    );
  });
}

/** A 合计 that leaves the fund row out is held against the indicators alone. */
function indicatorsFindings(evaluation: ScoredEvaluation, cell: ResultCell | null): Finding[] {
  const members = evaluation.indicators.filter(({ status }) => status !== "shared");
  const scores = allKnown(members.map(({ score }) => score));
  if (scores === null || scores.length === 0) return [];
  const rows = members.flatMap(({ entry, score }) =>
    score === null ? [] : [{ name: leafName(entry), value: score }],
  );
  return compared("指标得分合计", cell, addUp(scores), evaluation, rows);
}

/** A formula that adds up cells which are still to be filled will follow them: only typed totals, or totals of typed scores, are judged. */
function compared(
  name: string,
  result: ResultCell | null,
  should: Exact,
  evaluation: ScoredEvaluation,
  rows: readonly NamedNumber[],
): Finding[] {
  const own = statedBy(result);
  const total = printed(own?.entered);
  if (own === null || total === null) return [];
  if (own.formula !== null && scoredRows(evaluation).some(({ scored }) => scored.adopted !== "entered"))
    return [];
  return raised(name, own.cell, total, should, evaluation, rows);
}

/** 总得分16分 in a section's heading. */
function captionFindings(evaluation: ScoredEvaluation): Finding[] {
  return evaluation.form.captions.flatMap((caption) => {
    const members = indicatorsUnder(evaluation, caption).filter(({ status }) => status !== "shared");
    const scores = allKnown(members.map(({ score }) => score));
    if (caption.statedScore === null || scores === null || scores.length === 0) return [];
    const rows = members.flatMap(({ entry, score }) =>
      score === null ? [] : [{ name: leafName(entry), value: score }],
    );
    return raised(
      `${caption.name}得分`,
      caption.cell,
      printedExact(caption.statedScore),
      addUp(scores),
      evaluation,
      rows,
    );
  });
}

function raised(
  name: string,
  cell: CellAddress,
  total: Printed,
  should: Exact,
  evaluation: ScoredEvaluation,
  rows: readonly NamedNumber[],
): Finding[] {
  if (judge(total, should) === "holds") return [];
  const parts = evaluation.funds.flatMap(({ entry, enteredScore }) =>
    entry.counts || enteredScore === null ? [] : [{ name: fundName(entry), value: enteredScore }],
  );
  const cause = rowCause(total.value, should, rows, [...rows, ...parts]);
  const computed = speakLike(total, should);
  return [
    finding(
      CODE,
      "error",
      cell,
      clauses(`${named(name)}为 ${total.text}，各项得分之和为 ${computed}`, cause, "请核对"),
      total.text,
      computed,
    ),
  ];
}

function membersOf(evaluation: ScoredEvaluation, members: readonly CellAddress[]): NamedNumber[] {
  const keys = new Set(members.map(({ row, column }) => `${row},${column}`));
  return evaluation.indicators.flatMap(({ entry, score }) =>
    score !== null && keys.has(`${entry.cell.row},${entry.cell.column}`)
      ? [{ name: leafName(entry), value: score }]
      : [],
  );
}

function distinct(cells: readonly (ResultCell | null)[]): (ResultCell | null)[] {
  return cells.filter(
    (cell, at) =>
      cells.findIndex(
        (other) => other?.cell.row === cell?.cell.row && other?.cell.column === cell?.cell.column,
      ) === at,
  );
}
