import { productOf, type Estimate } from "../../printed/estimate";
import { judge } from "../../printed/precision";
import { exact } from "../../expr/exact";
import type { Relation } from "../reading";
import { digits, estimate, relation, valueOf } from "../relation";
import type { TextNumber, TextRelation } from "../text-model";
import { baseUnit } from "../units";

const NEAR = exact("0.1");

/** 337018 人 × 128 元/人 = 4313.83 万元: one amount of the sentence is number × standard. */
export const products: Relation = ({ sentences }) =>
  sentences.flatMap((sentence) =>
    sentence.filter(({ kind }) => kind === "standard").flatMap((standard) => paid(standard, sentence)),
  );

function paid(standard: TextNumber, sentence: readonly TextNumber[]): TextRelation[] {
  const perUnit = perOf(standard);
  const counts = sentence.filter(
    (number) =>
      number.kind === "count" && number.hold === "stated" && perUnit.includes(baseUnit(number.unit) ?? ""),
  );
  const amounts = sentence.filter((number) => number.kind === "money" && number.hold === "stated");
  const [count] = counts;
  if (count === undefined || counts.length > 1 || amounts.length === 0) return [];
  const should = productOf(estimate(count), {
    face: valueOf(standard),
    low: valueOf(standard),
    high: valueOf(standard),
  });
  const how = `${digits(count)}×${digits(standard)}`;
  const claim = (amount: TextNumber): TextRelation =>
    relation({ kind: "product", stated: amount, should, how, of: [count, standard] });
  // 每人每月 100 元 of a whole year.
  const yearly = /月/.test(standard.label + standard.text) ? timesTwelve(should) : null;
  const year =
    yearly === null
      ? undefined
      : amounts.find(({ label, printed }) => /全年|年/.test(label) && judge(printed, yearly) !== "fails");
  if (year !== undefined && yearly !== null)
    return [
      relation({ kind: "product", stated: year, should: yearly, how: `${how}×12`, of: [count, standard] }),
    ];
  const fitting = amounts.find((amount) => judge(amount.printed, should) !== "fails");
  if (fitting !== undefined) return [claim(fitting)];
  const near = amounts.filter(
    (amount) => valueOf(amount).sub(should.face).abs().compare(should.face.mul(NEAR)) <= 0,
  );
  const [sole] = amounts;
  if (
    sole !== undefined &&
    amounts.length === 1 &&
    /共|合计|计|总额|总计|需/.test(sole.label) &&
    yearly === null
  )
    return [
      relation({ kind: "product", stated: sole, should, how, of: [count, standard], severity: "warning" }),
    ];
  if (sole !== undefined && amounts.length === 1 && yearly !== null && /全年|共/.test(sole.label))
    return [
      relation({
        kind: "product",
        stated: sole,
        should: yearly,
        how: `${how}×12`,
        of: [count, standard],
        severity: "warning",
      }),
    ];
  // Ten thousand times off: 元 for 万元.
  const scaled = amounts.filter((amount) =>
    [10000, 100].some(
      (by) =>
        judge(amount.printed, should.face.mul(by)) === "holds" ||
        judge(amount.printed, should.face.div(by)) === "holds",
    ),
  );
  const [wrong] = near.length === 1 ? near : scaled;
  return wrong === undefined ? [] : [claim(wrong)];
}

function timesTwelve({ face, low, high }: Estimate): Estimate {
  return { face: face.mul(12), low: low.mul(12), high: high.mul(12) };
}

/** What the standard is paid for: 人 of 128 元/人, 亩 of 每亩 300 元. */
function perOf({ text, label, printed }: TextNumber): string[] {
  const after =
    /\/ ?每?(\p{Script=Han}+)$/u.exec(printed.text)?.[1] ?? /\/ ?(\p{Script=Han}+)$/u.exec(text)?.[1];
  const before = /每(\p{Script=Han})|(\p{Script=Han})均/u.exec(label);
  const unit = baseUnit(after ?? before?.[1] ?? before?.[2] ?? null);
  return unit === null ? [] : [unit, ...(unit === "人" ? ["人次"] : [])];
}
