import { evaluate } from "../../expr/evaluate";
import { exact, ZERO } from "../../expr/exact";
import { speakNumber } from "../../expr/explain";
import { isSameBody } from "../../facts/bodies";
import { isMoney } from "../../facts/read-facts";
import type { Fact } from "../../model/fact";
import type { Option } from "./resolve";

const LARGEST = exact(10);
const SMALLEST = exact("0.001");

/** Why a rate that could be computed is rather asked for; null where it makes sense. */
export function doubtOf(option: Option, body: string | null): string | null {
  const facts = option.amounts.flatMap((amount) => amount.facts);
  return bodyDoubt(option, body) ?? unitDoubt(facts) ?? valueDoubt(option);
}

/** 乙单位's spending over a budget of which nobody is named: two units' numbers make no rate. */
function bodyDoubt({ amounts }: Option, body: string | null): string | null {
  const sides = amounts.map(({ facts }) => {
    const bodies = facts.map((fact) => fact.body ?? "");
    return [...new Set(bodies.map((each) => (body !== null && isSameBody(each, body) ? "" : each)))]
      .sort()
      .join("、");
  });
  const [first = "", other] = [...new Set(sides)];
  return other === undefined ? null : `有的数属于“${first || other}”，有的没有写明单位或属于别的单位`;
}

/** An amount without a currency against one with: nobody knows whether 86,000 is 元 or 万元. */
function unitDoubt(facts: readonly Fact[]): string | null {
  const money = facts.find(({ quantity }) => isMoney(quantity));
  const bare = facts.find(({ quantity }) => quantity.unit === null && quantity.value?.equals(0) !== true);
  if (money === undefined || bare === undefined) return null;
  return `“${bare.name}”没有写金额单位，“${money.name}”的单位是${money.quantity.unit ?? ""}`;
}

function valueDoubt({ formula, bottom, value, top }: Option): string | null {
  const base = bottom === null ? null : evaluate(bottom);
  if (base !== null && base.compare(ZERO) < 0) return `分母为负数（${speakNumber(base, "amount")}）`;
  if (value === null || value.equals(0)) return null;
  const size = value.abs();
  if (size.compare(LARGEST) > 0) return `结果 ${speakNumber(value, "percent")} 超过 1000%，请核对单位和年度`;
  const isChange = formula.top.kind === "joined" || top.kind === "arithmetic";
  if (!isChange && size.compare(SMALLEST) < 0)
    return `结果 ${speakNumber(value, "percent")} 不到 0.1%，请核对单位和年度`;
  return null;
}
