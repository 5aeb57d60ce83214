import { cellLabel, type CellAddress } from "../../expr/cell";
import { exact, ONE, type Exact } from "../../expr/exact";
import type { StatedNumber } from "../../model/workbook";
import { finding, type Finding, type FindingCode } from "../../model/finding";
import type { CheckSubject } from "../check";
import { likelyCause, type Relation } from "../../printed/causes";
import { exactly, type Estimate } from "../../printed/estimate";
import { readFormula } from "../../printed/formula-reading";
import { knownCells, type KnownCells } from "./known-cells";
import { estimateOf, judge, printed, printedAmount, speakLike, type Printed } from "../../printed/precision";
import { clauses, named } from "./wording";

/** What a stated number should be, and how that comes about. */
export interface Expected {
  readonly estimate: Estimate;
  readonly relation: Relation | null;
  /** How the message calls the computed number, e.g. 按数据计算. */
  readonly how: string;
}

/** Compares a row of 报告数字 with its computed number (or with `expected`, where the workbook leaves that to the add-in). */
export function statedFinding(
  code: FindingCode,
  row: StatedNumber,
  subject: CheckSubject,
  expected: Expected | null = computedInWorkbook(row, subject),
): Finding[] {
  const stated = printed(row.stated);
  if (stated === null || expected === null) return [];
  const comparable = inUnitOf(row, stated);
  if (judge(comparable, expected.estimate) !== "fails") return [];
  const computed = speakLike(comparable, expected.estimate.face);
  const cause = likelyCause(comparable, expected.estimate.face, expected.relation);
  const message = clauses(
    `${named(row.item.text)}报告为 ${stated.text}，${expected.how}为 ${computed}`,
    cause,
    "请核对更正",
  );
  return [
    finding({
      code,
      severity: "error",
      cell: row.stated.cell ?? row.item.cell,
      message,
      stated: stated.text,
      computed,
    }),
  ];
}

/** 万元 on one side only is the table's unit, not a factor; on both sides the units are compared. */
function inUnitOf(row: StatedNumber, stated: Printed): Printed {
  const factor =
    row.stated.unit === null || row.computed?.unit == null ? ONE : stated.factor.div(row.computed.factor);
  return { ...stated, factor };
}

/** The number in 计算数; where it is a plain formula, with the rounding of the printed numbers that it takes. */
function computedInWorkbook(row: StatedNumber, subject: CheckSubject): Expected | null {
  const { computed, computedFormula: formula } = row;
  if (computed?.value == null) return null;
  const how = "按数据计算";
  const typed = printed(computed);
  if (formula === null)
    return typed && { estimate: { ...unscaled(typed), face: computed.value }, relation: null, how };
  return { ...fromFormula(formula, computed.value, row.item.cell.sheet, knownCells(subject)), how };
}

function fromFormula(
  formula: string,
  result: Exact,
  sheet: string,
  known: KnownCells,
): Omit<Expected, "how"> {
  const reading = readFormula(formula, sheet);
  const amountAt = (cell: CellAddress) => printedAmount(known.get(cellLabel(cell)));
  const estimate = reading?.of((cell) => {
    const amount = amountAt(cell);
    return amount && unscaled(amount);
  });
  // A cell that was not recognised would count nothing: the reading is trusted only where it gives the cell's own result.
  if (!reading || !estimate || !sameResult(estimate.face, result))
    return { estimate: exactly(result), relation: null };
  const inputs = reading.cells.flatMap((cell) => {
    const amount = amountAt(cell);
    return amount ? [{ label: cellLabel(cell), value: amount.value }] : [];
  });
  const of: Relation["of"] = (values) => {
    const changed = new Map(inputs.map(({ label }, at) => [label, values[at]]));
    return (
      reading.of((cell) => {
        const value = changed.get(cellLabel(cell));
        return value === undefined ? null : exactly(value);
      })?.face ?? null
    );
  };
  return { estimate, relation: { inputs: inputs.map(({ value }) => value), of } };
}

/** Amounts in one unit throughout: a formula does not know of 万元. */
function unscaled(amount: Printed): Estimate {
  return estimateOf({ ...amount, factor: ONE });
}

// Excel keeps 15 digits; a sum of doubles may show a trace in the last of them.
const TRACE = exact("0.000000001");

function sameResult(read: Exact, result: Exact): boolean {
  const size = result.abs().compare(ONE) > 0 ? result.abs() : ONE;
  return read.sub(result).abs().compare(TRACE.mul(size)) <= 0;
}
