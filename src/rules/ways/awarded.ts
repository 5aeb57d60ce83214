import { HUNDRED, exact } from "../../expr/exact";
import type { Exact } from "../../expr/exact";
import { constant, multiply, type Expression } from "../../expr/expression";
import type { ScoringCase } from "../kind";
import type { Award } from "../wordings";

/** The points that a wording prints: the user's own cell where they are the same number. */
export function statedPoints(stated: string | null, of: ScoringCase): Expression {
  return stated === null || exact(stated).equals(of.pointsValue) ? of.points : constant(stated, "points");
}

/** What an award is worth for this indicator. */
export function awarded(award: Award, of: ScoringCase): Expression {
  if (award === "full") return of.points;
  if (award.endsWith("%"))
    return multiply(of.points, constant(exact(award.slice(0, -1)).div(HUNDRED), "percent"));
  return statedPoints(award, of);
}

/** The same as a number. */
export function worth(award: Award, points: Exact): Exact {
  if (award === "full") return points;
  return award.endsWith("%") ? points.mul(exact(award.slice(0, -1))).div(HUNDRED) : exact(award);
}
