import { remembering } from "../../expr/remembering";
import { clausesOf } from "./clauses/read";
import type { Bound, Clause, Plan, Range, Situation } from "./plan";
import { asking, Question } from "./question";
import { plainText } from "./text";

/** What a wording says, or the question that it leaves; the same text is read once. */
export const readPlan = remembering(freshly, 5000);

function freshly(wording: string): Plan | Question {
  const first = asking(() => inOneUnit(clausesOf(plainText(wording))));
  if (!(first instanceof Question) || !/[\n\r]/.test(wording)) return first;
  const joined = asking(() => inOneUnit(clausesOf(plainText(wording, false))));
  return joined instanceof Question ? first : joined;
}

/** `60%≤合格率<80;80≤合格率≤100`: bounds without a sign beside others in per cent are per cent. */
function inOneUnit(plan: Plan): Plan {
  const bounds = plan.clauses.flatMap((clause) => ("situation" in clause ? numericOf(clause.situation) : []));
  const isMixed = bounds.some(({ unit }) => unit === "%") && bounds.some((bound) => isBare(bound));
  if (!isMixed) return plan;
  return {
    ...plan,
    clauses: plan.clauses.map((clause): Clause =>
      clause.kind === "award" ? { ...clause, situation: inPercent(clause.situation) } : clause,
    ),
  };
}

const numericOf = (of: Situation): readonly (Bound | Range)[] =>
  of.kind === "bound" || of.kind === "range" ? [of] : [];
const isBare = (of: Bound | Range): boolean =>
  of.unit === "" && (of.kind === "bound" ? of.at : of.to).compare(1) > 0;

function inPercent(of: Situation): Situation {
  if (of.kind === "bound" && isBare(of)) return { ...of, at: of.at.div(100), unit: "%" };
  return of.kind === "range" && isBare(of)
    ? { ...of, from: of.from.div(100), to: of.to.div(100), unit: "%" }
    : of;
}
