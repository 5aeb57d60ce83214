import { ZERO } from "../../expr/exact";
import { speakNumber } from "../../expr/explain";
import { both, compare, conditional, constant, divide, max, multiply, step } from "../../expr/expression";
import { judgement, type Built, type ScoringCase } from "../kind";
import { boundsOf } from "../operand";
import { comparable } from "./comparable";

/** A range (90%–110%): inside it full points, outside in proportion to the nearest bound (rules catalogue N16). */
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
  const above = max(
    multiply(of.points, step("完成率", "percent", divide(to, result))),
    constant(ZERO, "points"),
  );
  const score = conditional(
    both(compare(result, ">=", from), compare(result, "<=", to)),
    of.points,
    conditional(compare(result, "<", from), below, above),
    { then: `在指标值区间内，得满分 ${full}`, otherwise: "在指标值区间外，按比例得分" },
  );
  return {
    kind: "points",
    score,
    actual: low.shown.result.expression,
    notes: low.notes,
    as: { kind: "range", label: "区间内得满分" },
  };
}
