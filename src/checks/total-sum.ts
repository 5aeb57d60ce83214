import type { CellAddress } from "../expr/cell";
import type { Exact } from "../expr/exact";
import type { ScoredEvaluation, ScoredIndicator } from "../model/evaluation";
import { finding, type Finding } from "../model/finding";
import { leafName, type ResultCell } from "../model/form";
import { forEachEvaluation, type Check } from "./check";
import { isIndicatorsAlone, isWhole } from "../model/scope";
import { dimensionRows } from "./shared/dimension-rows";
import { dimensionNamed, indicatorsUnder } from "./shared/groups";
import { judge, printed, printedExact, speakLike, type Printed } from "../printed/precision";
import { rowCause, totalOf, type NamedNumber } from "../printed/causes";
import { scoredRows, statedBy } from "./shared/scored-rows";
import { clauses, fundName, named } from "./shared/wording";

const CODE = "total-sum";

/** Σ 得分 = 总分, of the whole and of each dimension and section; the fund total counts once, its 其中 rows never (rules catalogue §10.2). */
export const totalSum: Check = {
  code: CODE,
  describe: "各项得分之和等于小计、总分",
  run: forEachEvaluation((evaluation) => [
    ...wholeFindings(evaluation),
    ...indicatorsFindings(evaluation),
    ...dimensionFindings(evaluation),
    ...captionFindings(evaluation),
  ]),
};

function wholeFindings(evaluation: ScoredEvaluation): Finding[] {
  const { form, score } = evaluation;
  const cells = [...form.totals.filter(isWhole).map((total) => total.score), form.statedScore];
  const rows = scoredRows(evaluation).flatMap(({ name, scored }) =>
    scored.score === null ? [] : [{ name, value: scored.score }],
  );
  return score === null
    ? []
    : distinct(cells).flatMap((cell) => compared("总分", cell, score, evaluation, rows));
}

function dimensionFindings(evaluation: ScoredEvaluation): Finding[] {
  return dimensionRows(evaluation.form).flatMap(({ name, score }) => {
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
function indicatorsFindings(evaluation: ScoredEvaluation): Finding[] {
  const rows = allScores(evaluation.indicators);
  return rows === null
    ? []
    : evaluation.form.totals
        .filter(isIndicatorsAlone)
        .flatMap(({ score }) => compared("指标得分合计", score, totalOf(rows), evaluation, rows));
}

/** The scores of the rows with a score cell of their own; null where there is none, or one is missing. */
function allScores(indicators: readonly ScoredIndicator[]): NamedNumber[] | null {
  const members = indicators.filter(({ status }) => status !== "shared");
  const rows = scoresOf(members);
  return rows.length === 0 || rows.length < members.length ? null : rows;
}

function scoresOf(indicators: readonly ScoredIndicator[]): NamedNumber[] {
  return indicators.flatMap(({ entry, score }) =>
    score === null ? [] : [{ name: leafName(entry), value: score }],
  );
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
    const rows = allScores(indicatorsUnder(evaluation, caption));
    if (caption.statedScore === null || rows === null) return [];
    return raised(
      `${caption.name}得分`,
      caption.cell,
      printedExact(caption.statedScore),
      totalOf(rows),
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
    finding({
      code: CODE,
      severity: "error",
      cell,
      message: clauses(`${named(name)}为 ${total.text}，各项得分之和为 ${computed}`, cause, "请核对"),
      stated: total.text,
      computed,
    }),
  ];
}

function membersOf(evaluation: ScoredEvaluation, members: readonly CellAddress[]): NamedNumber[] {
  const keys = new Set(members.map(({ row, column }) => `${row},${column}`));
  return scoresOf(
    evaluation.indicators.filter(({ entry: { cell } }) => keys.has(`${cell.row},${cell.column}`)),
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
