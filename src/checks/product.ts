import { ONE } from "../expr/exact";
import { finding, type Finding } from "../model/finding";
import type { Check } from "./check";
import { likelyCause } from "../printed/causes";
import { exactly, productOf } from "../printed/estimate";
import { amountColumns, type NamedAmount } from "./shared/named-amounts";
import { estimateOf, judge, printed, printedAmount, speakLike } from "../printed/precision";
import { clauses, named } from "./shared/wording";

const CODE = "product";

const PER = /^(万?元)[/／每](?:每)?(.+)$/;

/**
 * 人数 × 标准 = 金额 in three rows that follow one another, with units that say so and an amount named like the standard:
 * 县级配套标准, 县级配套资金 (rules catalogue §10.10; report 2: 337018 × 128 元/人).
 */
export const product: Check = {
  code: CODE,
  describe: "人数（数量）乘标准等于金额",
  run: ({ recognition }) =>
    amountColumns(recognition).flatMap((column) =>
      column.flatMap((_, at) => tripleFinding(column.slice(at, at + 3))),
    ),
};

function tripleFinding(triple: readonly NamedAmount[]): Finding[] {
  const rate = triple.find(({ quantity }) => PER.test(quantity.unit ?? ""));
  const [, money, per] = PER.exec(rate?.quantity.unit ?? "") ?? [];
  const count = triple.find(({ quantity }) => quantity.unit === per);
  const amount = triple.find(({ quantity }) => /^[万亿]?元$/.test(quantity.unit ?? ""));
  if (rate === undefined || count === undefined || amount === undefined || !bearsOneName(rate, amount))
    return [];
  const [stated, standard, number] = [
    printedAmount(amount.quantity),
    printedAmount(rate.quantity),
    printed(count.quantity),
  ];
  if (stated === null || standard === null || number === null) return [];
  // The standard's own 元/人 has no factor: 万元/人 is ten thousand times it.
  const factor = money === "万元" ? 10000 : 1;
  const should = productOf(exactly(number.value.mul(factor)), estimateOf({ ...standard, factor: ONE }));
  if (judge(stated, should) !== "fails") return [];
  const computed = speakLike(stated, should.face);
  const message = clauses(
    `${named(amount.name)}为 ${stated.text}，${number.text}×${standard.text} 为 ${computed}`,
    likelyCause(stated, should.face),
    "请核对",
  );
  return [
    finding({ code: CODE, severity: "error", cell: amount.cell, message, stated: stated.text, computed }),
  ];
}

/** The first two characters tell 县级配套资金 from 当年收入. */
function bearsOneName(rate: NamedAmount, amount: NamedAmount): boolean {
  const [a, b] = [[...rate.name].slice(0, 2).join(""), [...amount.name].slice(0, 2).join("")];
  return a.length >= 2 && a === b;
}
