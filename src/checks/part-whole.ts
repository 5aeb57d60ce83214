import { cellLabel } from "../expr/cell";
import { finding, type Finding } from "../model/finding";
import type { Recognition } from "../model/workbook";
import type { Check } from "./check";
import { sumOf, type Estimate } from "../printed/estimate";
import { amountColumns, type NamedAmount } from "./shared/named-amounts";
import { estimateOf, judge, printedAmounts, speakLike, type Printed } from "../printed/precision";
import { clauses, named } from "./shared/wording";

const CODE = "part-whole";

/** A break-down that misses its whole by less than 0.5 % was meant to be complete. */
const NEAR = 200;

/** 其中 parts do not exceed the whole, and a complete break-down adds up (rules catalogue §10.11; report 4: 40308 + 38564 ≠ 78876). */
export const partWhole: Check = {
  code: CODE,
  describe: "其中项不大于总数，分项齐全的合计等于总数",
  run: ({ recognition }) => {
    const funds = fundCells(recognition);
    const isWhole = (whole: NamedAmount, below: NamedAmount | undefined) =>
      below?.isPart === true && !funds.has(cellLabel(whole.cell));
    return amountColumns(recognition).flatMap((column) =>
      column.flatMap((whole, at) =>
        isWhole(whole, column[at + 1]) ? blockFinding(whole, column.slice(at + 1)) : [],
      ),
    );
  },
};

/** Totals of a fund block are compared by `fund-parts`. */
function fundCells({ evaluations }: Recognition): Set<string> {
  const amounts = evaluations.flatMap(({ funds }) =>
    funds.flatMap(({ initialBudget, adjustedBudget, executed }) => [initialBudget, adjustedBudget, executed]),
  );
  return new Set(amounts.flatMap((amount) => (amount?.cell == null ? [] : [cellLabel(amount.cell)])));
}

function blockFinding(whole: NamedAmount, below: readonly NamedAmount[]): Finding[] {
  const end = below.findIndex(
    (amount, at) =>
      at > 0 &&
      (amount.isPart ||
        !isComparable(whole, amount) ||
        amount.cell.row !== (below[at - 1]?.cell.row ?? 0) + 1),
  );
  const parts = (end < 0 ? below : below.slice(0, end)).filter((part) => isComparable(whole, part));
  return compared(whole, parts);
}

/** How far down the parts go is not marked: the break-down holds when the rows from the first to any one add up. */
function compared(whole: NamedAmount, parts: readonly NamedAmount[]): Finding[] {
  const [total, ...amounts] = printedAmounts([whole, ...parts].map(({ quantity }) => quantity));
  const [first] = amounts;
  const [firstPart] = parts;
  if (!total || !first || firstPart === undefined || !amounts.every((amount) => amount !== null)) return [];
  if (first.value.mul(first.factor).compare(total.value.mul(total.factor)) > 0) {
    const message = clauses(
      `其中${named(firstPart.name)} ${first.text} 大于${named(whole.name)} ${total.text}`,
      "请核对",
    );
    return [
      finding({
        code: CODE,
        severity: "error",
        cell: firstPart.cell,
        message,
        stated: first.text,
        computed: total.text,
      }),
    ];
  }
  const sums = amounts.map((_, at) => sumOf(amounts.slice(0, at + 1).map(estimateOf))).slice(1);
  if (sums.some((sum) => judge(total, sum) !== "fails")) return [];
  const near = sums.find((sum) => isNear(sum, total));
  if (near === undefined) return [];
  const computed = speakLike(total, near.face);
  const message = clauses(
    `${named(whole.name)}为 ${total.text}，其中各项之和为 ${computed}`,
    `相差 ${speakLike(total, near.face.sub(total.value.mul(total.factor)).abs())}`,
    "请核对",
  );
  return [
    finding({ code: CODE, severity: "error", cell: whole.cell, message, stated: total.text, computed }),
  ];
}

function isNear(sum: Estimate, total: Printed): boolean {
  const whole = total.value.mul(total.factor);
  return sum.face.sub(whole).abs().mul(NEAR).compare(whole.abs()) <= 0;
}

/** 万元 and 元 measure one thing, 元 and 人 do not; a bare number has the unit of its whole. */
function isComparable(whole: NamedAmount, part: NamedAmount): boolean {
  const [left, right] = [baseUnit(whole), baseUnit(part)];
  return left === null || right === null || left === right;
}

function baseUnit({ quantity: { unit } }: NamedAmount): string | null {
  return unit === null ? null : unit.replace(/^[万亿]/, "");
}
