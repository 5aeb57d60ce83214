import { ZERO, type Exact } from "../../expr/exact";
import type { ReadRule } from "../kind";
import { compose } from "./compose/compose";
import type { Plan } from "./plan";
import { Question } from "./question";
import { readPlan } from "./read";

/** The rule that a wording states, clause by clause; null where it leaves a question. */
export function readClauses(wording: string): ReadRule | null {
  const plan = readPlan(wording);
  if (plan instanceof Question || !givesPoints(plan)) return null;
  return {
    kind: "clauses",
    label: "按评分标准逐句计分",
    parameters: plan,
    wording: printed(plan),
    build: (of) => compose(plan, of),
    most: (points) => mostOf(plan, points),
  };
}

/** The clauses in the user's own words; several that one sentence lists are printed once. */
export const printed = ({ clauses }: Plan): string =>
  [...new Set(clauses.map(({ quote }) => quote))].join("；");

const SCORING = new Set(["award", "step", "proportion", "rate", "formula", "judged"]);
const givesPoints = ({ clauses }: Plan): boolean => clauses.some(({ kind }) => SCORING.has(kind));

/** The points, and what may be added to them. */
function mostOf({ clauses }: Plan, points: Exact): Exact {
  const adds = clauses.some((clause) => clause.kind === "step" && clause.effect === "add");
  if (!adds) return points;
  const extra = clauses.reduce<Exact>(
    (most, clause) => (clause.kind === "most-added" && clause.value !== null ? most.add(clause.value) : most),
    ZERO,
  );
  const most = clauses.reduce<Exact>(
    (top, clause) =>
      clause.kind === "most" && clause.value !== null && clause.value.compare(top) > 0 ? clause.value : top,
    points,
  );
  return most.compare(points.add(extra)) > 0 ? most : points.add(extra);
}
