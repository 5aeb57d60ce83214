import { step } from "../../expr/expression";
import { yearInName } from "../../facts";
import { isSameAmount } from "../../facts/choose";
import { isSameBody } from "../../facts/bodies";
import { yearOfFact } from "../../facts/match";
import { plainName } from "../../text/plain-wording";
import type { RuleContext } from "../context";
import type { Measure } from "../kind";
import { operandOf } from "../operand";

/** A number that stands in the base data under the indicator's own name, of its own year and body. */
export function ownNameMeasure(name: string, { facts: { book } }: RuleContext): Measure | null {
  const { year, body } = book.asking;
  const wanted = yearInName(name) ?? year;
  const own = plainName(name);
  const found = book.facts.filter(
    (fact) =>
      fact.quantity.nature === "number" &&
      (plainName(fact.label) === own || plainName(fact.name) === own) &&
      yearOfFact(fact, year)?.offset === (wanted ?? 0) &&
      (fact.body === null || (body !== null && isSameBody(fact.body, body))),
  );
  const [first, ...others] = found;
  if (first === undefined || others.some((other) => !isSameAmount(first, other))) return null;
  const operand = operandOf(first.quantity);
  if (operand === null) return null;
  return {
    step: step(name, operand.percent ? "percent" : "amount", operand.expression),
    undefinedWhen: null,
    zeroWhen: null,
    notes: [],
    sources: [first.quantity],
  };
}
