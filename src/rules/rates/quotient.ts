import { evaluate } from "../../expr/evaluate";
import { ZERO } from "../../expr/exact";
import {
  absolute,
  both,
  compare,
  constant,
  divide,
  guarded,
  message,
  step,
  type Condition,
} from "../../expr/expression";
import type { Finding } from "../../model/finding";
import type { IndicatorEntry } from "../../model/form";
import type { RuleContext } from "../context";
import type { Measure } from "../kind";
import { notes } from "../notes";
import { asShare } from "../operand";
import { isZero, type Option } from "./resolve";

/** How a rate is called and what 0/0 counts as. */
export interface RateName {
  readonly name: string;
  readonly atZero: "1" | "0";
  readonly absolute: boolean;
}

const NOUGHT = constant(ZERO);

/** The rate as a live step, guarded against a denominator of 0, with the facts that it reads. */
export function rateMeasure(
  entry: Pick<IndicatorEntry, "cell">,
  rate: RateName,
  option: Option,
  context: RuleContext,
): Measure {
  const { settings } = context;
  const sources = option.amounts.flatMap(({ facts }) => facts.map(({ quantity }) => quantity));
  const top = rate.absolute ? absolute(option.top) : option.top;
  const below = option.bottom;
  if (below === null) {
    const value = evaluate(top) ?? ZERO;
    const share = asShare({ expression: top, value, percent: true, unit: null, factor: value });
    return {
      step: step(rate.name, "percent", share.expression),
      undefinedWhen: null,
      zeroWhen: null,
      notes: [],
      sources,
    };
  }
  const noDenominator = compare(below, "=", NOUGHT);
  const atZero =
    settings.zeroBudget === "full"
      ? guarded(compare(top, "=", NOUGHT), constant(rate.atZero, "percent"), message("分母为 0"), {
          then: `分子、分母均为 0，按 ${rate.atZero === "1" ? "100%" : "0%"} 计`,
        })
      : message("分母为 0");
  const of = guarded(noDenominator, atZero, divide(top, below));
  const onlyDenominator: Condition = both(noDenominator, compare(top, "<>", NOUGHT));
  return {
    step: step(rate.name, "percent", of),
    undefinedWhen: settings.zeroBudget === "ask" ? noDenominator : onlyDenominator,
    zeroWhen: settings.zeroBudget === "zero" ? both(noDenominator, compare(top, "=", NOUGHT)) : null,
    notes: isZero(top) && isZero(below) ? [zeroNote(entry, rate, context)] : [],
    sources,
  };
}

function zeroNote(
  entry: Pick<IndicatorEntry, "cell">,
  { name }: RateName,
  { settings }: RuleContext,
): Finding {
  const treatment = { full: "按满分处理", zero: "按 0 分处理", ask: "留待人工评分" }[settings.zeroBudget];
  return notes.zeroBudget(entry.cell, name, treatment);
}
