import { add, subtract, max, constant } from "../../../expr/expression";
import { ZERO, type Exact } from "../../../expr/exact";
import type { Award } from "../plan";
import { Question } from "../question";
import type { Num } from "../row/row";
import { polarityOf } from "../row/statements";
import { saidOf } from "../row/words-truth";
import { printed, UNKNOWN, type Parts } from "./parts";

/**
 * Several things, each with points of its own: `A得2分,B得3分` whose points add up to the full ones, or `A不健全扣1分;B不明确扣1分`.
 * The result must say of each of them how it stands. Null where the clauses are no such list.
 */
export function statementsAward(of: Parts): Num | null {
  const { awards, row } = of;
  if (awards.length < 2 || row.result.number !== null || of.steps.length > 0) return null;
  const items = awards.filter(({ situation }) => situation.kind !== "else");
  const areFacts = items.every(({ situation }) => situation.kind === "fact" || situation.kind === "and");
  if (!areFacts || items.length < 2) return null;
  const areOther = new Set(items.map(coreOf)).size === items.length;
  if (!areOther) return null;
  const isGiven = items.every(({ effect }) => effect.kind === "points");
  const isTaken = items.every(({ effect }) => effect.kind === "deduct");
  const sum = items.reduce(
    (total, { effect }) => ("value" in effect && effect.value !== null ? total.add(effect.value) : total),
    ZERO,
  );
  if (isGiven && sum.equals(row.full)) return added(of, items);
  return isTaken && sum.compare(row.full) <= 0 ? taken(of, items) : null;
}

function coreOf({ situation }: Award): string {
  return "text" in situation ? (polarityOf(situation.text)?.core ?? situation.text) : "";
}

function holding(of: Parts, item: Award): boolean {
  const text = "text" in item.situation ? item.situation.text : "";
  const truth = item.situation.kind === "and" ? null : saidOf(text, of.row);
  if (truth !== null) return truth.holds;
  throw new Question(UNKNOWN, item.quote);
}

function added(of: Parts, items: readonly Award[]): Num {
  return items
    .filter((item) => holding(of, item))
    .reduce<Num>((total, { effect }) => {
      const given = of.give(effect);
      return { value: total.value.add(given.value), expression: add(total.expression, given.expression) };
    }, printed(ZERO));
}

/** What is lost for sure; what the row does not say matters only while something is left. */
function certainLosses(of: Parts, items: readonly Award[]): Exact[] {
  const truths = items.map((item) => ({
    item,
    truth: "text" in item.situation ? saidOf(item.situation.text, of.row) : null,
  }));
  const lost = truths.flatMap(({ item: { effect }, truth }) =>
    truth?.holds === true && effect.kind === "deduct" ? [effect.value] : [],
  );
  const unknown = truths.find(({ truth }) => truth === null);
  const isAll = lost.reduce((sum, value) => sum.add(value), ZERO).compare(of.row.full) >= 0;
  if (unknown !== undefined && !isAll) throw new Question(UNKNOWN, unknown.item.quote);
  return lost;
}

function taken(of: Parts, items: readonly Award[]): Num {
  const lost = certainLosses(of, items);
  return lost.reduce<Num>((left, value) => {
    const rest = left.value.sub(value);
    return {
      value: rest.compare(0) < 0 ? ZERO : rest,
      expression: max(subtract(left.expression, constant(value, "points")), constant(ZERO, "points")),
    };
  }, of.whole());
}
