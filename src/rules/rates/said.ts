import { cellLabel } from "../../expr/cell";
import { speakNumber } from "../../expr/explain";
import type { FactBook, Wanted } from "../../facts";
import { isOfItem } from "../../facts/match";
import type { Fact } from "../../model/fact";
import type { Option } from "./resolve";

/** `28（人员!B4）`. */
export const saidFact = ({ quantity, cell }: Fact): string =>
  `${quantity.value === null ? quantity.text : speakNumber(quantity.value, quantity.unit === "%" ? "percent" : "amount", quantity.unit === "%" ? "" : (quantity.unit ?? ""))}（${cellLabel(cell)}）`;

export const saidFacts = (facts: readonly Fact[]): string => facts.slice(0, 6).map(saidFact).join("、");

/** `执行数÷预算数，即“决算数”37.72（A!B7）÷“预算数”46（A!A7）=82%`. */
export function saidOption({ amounts, value }: Option): string {
  const facts = [...new Set(amounts.flatMap((amount) => amount.facts))];
  const names = facts.map((fact) => `${fact.name} ${saidFact(fact)}`).join("、");
  return `按${names}为${value === null ? "无法计算" : speakNumber(value, "percent")}`;
}

/** `缺“编制数”`. */
export const saidMissing = (missing: readonly Wanted[]): string =>
  `缺${[...new Set(missing.map(({ text }) => `“${text}”`))].join("")}`;

/** Facts of the same thing that are not the one meant: of another year, body or stage. */
export function saidNear(missing: readonly Wanted[], book: FactBook): string {
  const near = missing.flatMap((wanted) => book.facts.filter((fact) => isOfItem(fact, wanted)).slice(0, 3));
  const unique = [...new Set(near)].slice(0, 4);
  if (unique.length === 0) return "";
  return `只找到${unique.map((fact) => `“${fact.name}” ${saidFact(fact)}`).join("、")}，年度、单位、阶段或口径不同，没有采用。`;
}
