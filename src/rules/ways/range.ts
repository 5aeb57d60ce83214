import { ZERO } from "../../expr/exact";
import { speakNumber } from "../../expr/explain";
import {
  both,
  compare,
  conditional,
  constant,
  divide,
  max,
  message,
  multiply,
  step,
} from "../../expr/expression";
import { judgement, type Built, type ScoringCase } from "../kind";
import { boundsOf } from "../operand";
import { comparable } from "./comparable";
import { JUDGED } from "./ratio";

/**
 * A range (90%–110%): inside it full points, outside in proportion to the nearest bound (rules catalogue N16). Of a
 * bound of 0 there is no proportion, and of a deviation either way (±10%) of neither bound.
 */
export function byRange(of: ScoringCase): Built {
  const bounds = of.target === null ? null : boundsOf(of.target);
  if (bounds === null) return judgement("指标值的区间没有读全");
  const low = comparable(of, bounds.low);
  const high = comparable(of, bounds.high);
  if ("why" in low) return judgement(low.why);
  if ("why" in high) return judgement(high.why);
  const result = low.result.expression;
  const [from, to] = [low.target.expression, high.target.expression];
  const full = speakNumber(of.pointsValue, "points");
  const below = max(
    multiply(of.points, step("完成率", "percent", divide(result, from))),
    constant(ZERO, "points"),
  );
  const above = multiply(of.points, step("完成率", "percent", divide(to, result)));
  // −6% is 120% of −5% and yet outside −5%–5%: beside a negative bound a proportion says nothing, nor does one of 0.
  const sign = low.target.value.compare(ZERO);
  const outside = conditional(compare(result, "<", from), sign > 0 ? below : message(JUDGED), above);
  const score = conditional(
    both(compare(result, ">=", from), compare(result, "<=", to)),
    of.points,
    sign < 0 ? message(JUDGED) : outside,
    {
      then: `在指标值区间内，得满分 ${full}`,
      otherwise: `在指标值区间外，${sign < 0 ? "由人工评分" : "按比例得分"}`,
    },
  );
  return {
    kind: "points",
    score,
    actual: low.shown.result.expression,
    notes: low.notes,
    as: { kind: "range", label: "区间内得满分" },
  };
}
