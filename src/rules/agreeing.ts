import { evaluate } from "../expr/evaluate";
import { judgement, type Built, type ReadRule, type ScoringCase } from "./kind";
import { questionText } from "./reader/compose/compose";
import type { Clause, Plan } from "./reader/plan";
import { Question } from "./reader/question";

/**
 * A wording that is known as a whole and may also be read clause by clause. The clauses decide what is given; the known
 * kind tells it where both give the same, and answers where the clauses leave what a convention of the catalogue settles.
 */
export function agreeing(
  known: ReadRule | null,
  clauses: ReadRule | null,
  plan: Plan | Question,
): ReadRule | null {
  if (known === null) return clauses;
  if (plan instanceof Question) return mayStandAlone(known, plan) ? known : asked(known, plan);
  if (clauses === null) return known;
  return { ...known, build: (of) => decided({ known, plan, of }, known.build(of), clauses.build(of)) };
}

const asked = (known: ReadRule, plan: Question): ReadRule => ({
  ...known,
  build: (of) => {
    const built = known.build(of);
    return built.kind === "points" ? judgement(questionText(plan)) : built;
  },
});

/** 上年, 平均, 连续, 减半 …: a wording with such a word is only read by a kind that says what it means; one with free text in front of its rule by none. */
const mayStandAlone = ({ kind }: ReadRule, { why }: Question): boolean =>
  why === "这个词会改变算法" ? STATES_BASE.has(kind) : !WITH_FREE_TEXT.has(kind);
const WITH_FREE_TEXT = new Set([
  "ratio",
  "all-or-nothing",
  "bonus",
  "count-points",
  "events",
  "kill",
  "composite",
]);
const STATES_BASE = new Set(["balance", "rank", "deviation", "judged", "choice", "levels", "part-of-whole"]);

/** Kinds whose whole wording is fixed, with numbers that no clause speaks of: places, base data, ticked items, thresholds. */
const OF_ONE_PIECE = new Set(["rank", "checklist", "deviation", "balance", "threshold"]);
/** Questions that a kind answers by a convention, leaving a note of it (docs/rules.md). */
const BY_CONVENTION = /^(?:不足一步怎样计没有写|档次之间有空档|印的最高分低于分值)/;

interface Reading {
  readonly known: ReadRule;
  readonly plan: Plan;
  readonly of: ScoringCase;
}

function decided({ known: { kind }, plan, of }: Reading, known: Built, clauses: Built): Built {
  if (known.kind !== "points" || evaluate(known.score) === null)
    return clauses.kind === "points" ? clauses : known;
  if (clauses.kind === "points") {
    const [one, other] = [evaluate(known.score), evaluate(clauses.score)];
    return one !== null && other !== null && one.equals(other) ? known : clauses;
  }
  if (clauses.kind === "judgement" && clauses.why.startsWith("这个词会改变算法")) return clauses;
  const isSettled =
    clauses.kind === "missing" ||
    of.measure !== null ||
    OF_ONE_PIECE.has(kind) ||
    (kind === "ratio" && plan.clauses.every(isOfAttainment)) ||
    (known.as !== undefined && !plan.clauses.some(isExtra)) ||
    BY_CONVENTION.test(clauses.why);
  return isSettled ? known : clauses;
}

/** Full points for the target, and what is given where it is missed, with no limit of its own. */
function isOfAttainment(clause: Clause): boolean {
  switch (clause.kind) {
    case "award":
      return clause.effect.kind === "full" || clause.effect.kind === "none"
        ? ["met", "missed", "else", "always"].includes(clause.situation.kind)
        : false;
    case "proportion":
      return ["missed", "else", "always"].includes(clause.situation.kind);
    case "judged":
    case "remark":
    case "until":
      return true;
    default:
      return false;
  }
}

/** Points on top for a fact that the row does not state. */
const isExtra = (clause: Clause): boolean => clause.kind === "award" && clause.effect.kind === "add";
