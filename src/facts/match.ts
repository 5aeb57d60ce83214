import type { Fact, FactYear, Stage } from "../model/fact";
import { isBare, isCounted, type Wanted } from "./wanted";
import { SAME } from "./words";

/** How well a fact's stage answers: the lower the better; `reading` parts answers that are not the same amount. */
export interface StageFit {
  readonly rank: number;
  readonly reading: Stage | "done";
}

const DONE: ReadonlySet<Stage | null> = new Set<Stage | null>(["executed", "final", "spent", null]);

/** Whether a fact of this stage can be what is wanted; a plan never stands in for what was done, nor the other way round. */
export function stageFit(wanted: Stage | null, stage: Stage | null): StageFit | null {
  const done = (rank: number): StageFit => ({ rank, reading: "done" });
  switch (wanted) {
    case null:
      return DONE.has(stage) ? done(stage === null ? 0 : 1) : null;
    case "budget":
      if (stage === "planned") return { rank: 1, reading: "planned" };
      return stage === "budget" || stage === "adjusted" || stage === "initial"
        ? { rank: 0, reading: stage }
        : null;
    case "adjusted":
      if (stage === "adjusted") return { rank: 0, reading: "adjusted" };
      return stage === "budget" ? { rank: 1, reading: "budget" } : null;
    case "initial":
    case "planned":
    case "arrived":
      return stage === wanted ? { rank: 0, reading: stage } : null;
    case "final":
    case "executed":
      return DONE.has(stage) ? done(stage === wanted ? 0 : stage === null ? 2 : 1) : null;
    case "spent":
      return DONE.has(stage) ? done(stage === null ? 1 : 0) : null;
    case "mixed":
      return null;
  }
}

const BALANCES: ReadonlySet<string> = new Set(["结转结余", "结转", "结余"]);
const isBalance = (items: readonly string[]): boolean => items.some((item) => BALANCES.has(item));

interface Moment {
  readonly offset: number;
  readonly moment: "begin" | "end" | null;
}

/** What is carried over at the beginning of a year is what was left at the end of the year before. */
function balanceMoment(items: readonly string[], { offset, moment }: Moment): Moment {
  if (!isBalance(items)) return { offset, moment };
  return { offset: moment === "begin" ? offset - 1 : offset, moment: "end" };
}

/** 结转下年 is left at the end of this year. */
const carriedOn = (items: readonly string[], offset: number): number =>
  isBalance(items) && offset === 1 ? 0 : offset;

/** The year of a fact, four digits, or as a distance from the evaluation's where that one is unknown. */
export function yearOfFact(
  { year, items, moment }: Pick<Fact, "year" | "items" | "moment">,
  evaluated: number | null,
): Moment | null {
  if (year.kind === "several") return null;
  const own = balanceMoment(items, { offset: carriedOn(items, year.offset), moment });
  return { offset: absolute(year, own.offset, evaluated), moment: own.moment };
}

const absolute = (year: FactYear & { kind: "year" }, offset: number, evaluated: number | null): number =>
  (year.base ?? evaluated ?? 0) + offset;

/** The year that is wanted, counted as `yearOfFact` does. */
export function wantedMoment(wanted: Wanted, evaluated: number | null): Moment {
  const { year, items, moment } = wanted;
  const offset = "absolute" in year ? year.absolute - (evaluated ?? year.absolute) : year.offset;
  const own = balanceMoment(items, { offset: carriedOn(items, offset), moment });
  return { offset: (evaluated ?? 0) + own.offset, moment: own.moment };
}

export function isOfYear(fact: Fact, wanted: Wanted, evaluated: number | null): boolean {
  const own = yearOfFact(fact, evaluated);
  const asked = wantedMoment(wanted, evaluated);
  if (own === null || own.offset !== asked.offset) return false;
  if (asked.moment === "begin" || own.moment === "begin") return asked.moment === own.moment;
  return true;
}

/** `same` takes 结转 for 结转结余 and the like, where the thing itself is nowhere. */
export function isOfItem(fact: Fact, wanted: Wanted, same = false): boolean {
  const items = same ? [...wanted.items, ...wanted.items.flatMap((item) => SAME[item] ?? [])] : wanted.items;
  if (!fact.items.every((item) => items.includes(item))) return false;
  if (!fact.words.every((word) => wanted.words.includes(word))) return false;
  const near = new Set([...fact.items, ...fact.words, ...fact.around]);
  const isThere = (item: string): boolean =>
    near.has(item) || (same && (SAME[item] ?? []).some((other) => near.has(other)));
  if (!wanted.items.every(isThere) || !wanted.words.every((word) => near.has(word))) return false;
  // What stands around a number cannot make it another amount: 本年支出合计 below 二、项目支出 is not 项目支出.
  const isItself = [...fact.items, ...fact.words].length > 0;
  if (!isBare(wanted) && !isItself) return false;
  // The whole spending or budget is told by its stage alone; a bare number is none.
  return !isBare(wanted) || fact.stage !== null;
}

/** Counted things have no stage: 编制数 under 本年预算数 is 编制数. */
export const fitOf = (fact: Fact, wanted: Wanted): StageFit | null =>
  isCounted(wanted) ? { rank: 0, reading: "done" } : stageFit(wanted.stage, fact.stage);
