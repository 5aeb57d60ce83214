import { cellLabel } from "../expr/cell";
import type { Exact } from "../expr/exact";
import type { Fact, Stage } from "../model/fact";
import { isSameBody } from "./bodies";
import { fitOf, isOfItem, isOfYear } from "./match";
import type { Wanted } from "./wanted";
import { PARTS } from "./words";

/** For whom and when a fact is looked for. */
export interface Asking {
  /** 评价年度; null where neither the form nor the workbook tells. */
  readonly year: number | null;
  /** The evaluated unit or project; null for the whole, or where the form does not say. */
  readonly body: string | null;
  /** The form says that the whole is evaluated: 部门汇总. */
  readonly isWhole: boolean;
  /** Cells that the user chose among several. */
  readonly chosen: ReadonlySet<string>;
}

/** One amount for what is wanted: a fact, or several that are added up. */
export interface Reading {
  readonly stage: Stage | "done";
  readonly facts: readonly Fact[];
}

export type Choice =
  | { readonly kind: "found"; readonly readings: readonly Reading[] }
  /** Different values for one and the same thing. */
  | { readonly kind: "several"; readonly facts: readonly Fact[] }
  | { readonly kind: "missing" };

const MISSING: Choice = { kind: "missing" };

/** The facts that answer what is wanted: own body before the whole, the total before its parts, never another year's. */
export function choose(facts: readonly Fact[], wanted: Wanted, asking: Asking): Choice {
  const direct = chooseDirect(facts, wanted, asking, false);
  if (direct.kind !== "missing") return direct;
  const sum = sumOfItems(facts, wanted, asking);
  if (sum.kind !== "missing") return sum;
  const same = chooseDirect(facts, wanted, asking, true);
  return same.kind !== "missing" ? same : sumOfRows(facts, wanted, asking);
}

function chooseDirect(facts: readonly Fact[], wanted: Wanted, asking: Asking, same: boolean): Choice {
  const fitting = facts.filter(
    (fact) =>
      fact.qualifier === null &&
      isOfItem(fact, wanted, same) &&
      isOfYear(fact, wanted, asking.year) &&
      fitOf(fact, wanted) !== null,
  );
  const own = ofBody(
    fitting.filter((fact) => !isBeforeAdjusting(fact, wanted, facts, asking)),
    asking,
  );
  if (own === null || own.length === 0) return MISSING;
  if (own.some(({ quantity }) => quantity.nature === "undisclosed")) return { kind: "several", facts: own };
  const readings = new Map<Stage | "done", Fact[]>();
  const best = Math.min(...own.map((fact) => fitOf(fact, wanted)?.rank ?? 9));
  for (const fact of own) {
    const fit = fitOf(fact, wanted);
    if (fit === null || fit.rank > best) continue;
    readings.set(fit.reading, [...(readings.get(fit.reading) ?? []), fact]);
  }
  const found: Reading[] = [];
  for (const [stage, several] of readings) {
    const one = onlyValue(several, asking);
    if (one === null) return { kind: "several", facts: several };
    found.push({ stage, facts: one });
  }
  return { kind: "found", readings: preferChosen(found, asking) };
}

/** Where adjustments are told, a budget of which nothing is said is the one before them. */
function isBeforeAdjusting(fact: Fact, wanted: Wanted, facts: readonly Fact[], asking: Asking): boolean {
  if (wanted.stage !== "adjusted" || fact.stage !== "budget") return false;
  return facts.some(
    (other) =>
      other.items.some((item) => item === "预算调整" || item === "追加预算") &&
      isOfYear(other, wanted, asking.year),
  );
}

/** Facts of the body itself; else those of the whole; else of the only body there is, or of all bodies of one table, to be added. */
function ofBody(fitting: readonly Fact[], { body, isWhole }: Asking): readonly Fact[] | null {
  if (body !== null) {
    const own = fitting.filter((fact) => fact.body !== null && isSameBody(fact.body, body));
    if (own.length > 0) return own;
  }
  const whole = fitting.filter((fact) => fact.body === null);
  const totals = whole.filter(({ total }) => total);
  if (totals.length > 0) return withoutParts(whole, totals);
  if (whole.length > 0) return whole;
  if (body !== null || isWhole) return null;
  const bodies = new Set(fitting.map((fact) => fact.body));
  return bodies.size === 1 ? fitting : null;
}

/** Beside a total of the same table, rows that are not total are its parts. */
function withoutParts(whole: readonly Fact[], totals: readonly Fact[]): readonly Fact[] {
  const tables = new Set(totals.map(({ table }) => table));
  return whole.filter(({ total, table }) => total || !tables.has(table));
}

/** One of the facts where all have the same value; null where they differ and the user chose none. */
function onlyValue(facts: readonly Fact[], { chosen }: Asking): readonly Fact[] | null {
  const [first, ...others] = facts;
  if (first === undefined) return null;
  if (others.every((fact) => isSameAmount(first, fact))) return [first];
  const preferred = facts.filter(({ cell }) => chosen.has(cellLabel(cell)));
  const [one, ...more] = preferred;
  return one !== undefined && more.every((fact) => isSameAmount(one, fact)) ? [one] : null;
}

function preferChosen(readings: readonly Reading[], { chosen }: Asking): readonly Reading[] {
  const preferred = readings.filter(({ facts }) => facts.some(({ cell }) => chosen.has(cellLabel(cell))));
  return preferred.length > 0 ? preferred : readings;
}

const baseValue = ({ quantity }: Fact): Exact | null => quantity.value?.mul(quantity.factor) ?? null;

/** The same value after conversion; an amount without a unit is not known to be the same as one with. */
export function isSameAmount(one: Fact, other: Fact): boolean {
  const [a, b] = [baseValue(one), baseValue(other)];
  if (a === null || b === null) return false;
  return a.equals(b) && (one.quantity.unit === null) === (other.quantity.unit === null || a.equals(0));
}

/** 三公经费 as 因公出国, 公务用车 and 公务接待 together, where all stand there and no total does. */
function sumOfItems(facts: readonly Fact[], wanted: Wanted, asking: Asking): Choice {
  const [item, ...others] = wanted.items;
  if (item === undefined || others.length > 0) return MISSING;
  for (const parts of PARTS[item] ?? []) {
    const chosen = parts.map((part) => {
      const of = { ...wanted, items: [part] };
      const direct = chooseDirect(facts, of, asking, false);
      return direct.kind === "missing" ? chooseDirect(facts, of, asking, true) : direct;
    });
    const several = chosen.find((choice) => choice.kind === "several");
    if (several !== undefined) return several;
    const readings = chosen.map((choice) => (choice.kind === "found" ? choice.readings : []));
    const stages = (readings[0] ?? []).map(({ stage }) => stage);
    const sums = stages.flatMap((stage): Reading[] => {
      const same = readings.map((each) => each.find((reading) => reading.stage === stage));
      const all = same.flatMap((reading) => reading?.facts ?? []);
      return same.includes(undefined) ? [] : [{ stage, facts: all }];
    });
    if (sums.length > 0) return { kind: "found", readings: sums };
  }
  return MISSING;
}

const SOURCE = /财政|自筹|中央|省级?|市级?|县级?|地方|拨款|资金|贷款|社会/;

/**
 * Rows or columns that make up what is wanted: all units of one table, all things bought, all sources of money. Only where
 * no total stands, all of them have a number, and they stand in one table.
 */
function sumOfRows(facts: readonly Fact[], wanted: Wanted, asking: Asking): Choice {
  if (asking.body !== null && !asking.isWhole) {
    const known = facts.some((fact) => fact.body !== null && isSameBody(fact.body, asking.body ?? ""));
    if (known) return MISSING;
  }
  const rows = facts.filter(
    (fact) =>
      fact.qualifier === null &&
      !fact.isPart &&
      !fact.total &&
      isOfYear(fact, wanted, asking.year) &&
      fitOf(fact, wanted) !== null,
  );
  const parts = rows.filter((fact) => isPartOf(fact, wanted, asking));
  const [first] = parts;
  const tables = new Set(parts.map(({ table, stage }) => `${table}|${stage ?? ""}`));
  if (first === undefined || parts.length < 2 || tables.size !== 1) return MISSING;
  if (parts.some(({ quantity }) => quantity.unit === "%") || wanted.items.includes("满意率")) return MISSING;
  const inTable = rows.filter(({ table, stage }) => table === first.table && stage === first.stage);
  const hasTotal = facts.some(({ table, total }) => table === first.table && total);
  if (hasTotal || inTable.length !== parts.length || !isComplete(facts, parts)) return MISSING;
  return { kind: "found", readings: [{ stage: fitOf(first, wanted)?.reading ?? "done", facts: parts }] };
}

function isPartOf(fact: Fact, wanted: Wanted, asking: Asking): boolean {
  if (fact.body !== null) return asking.body === null && isOfItem(fact, wanted);
  const extra = fact.words.filter((word) => !wanted.words.includes(word));
  if (extra.length === 0 || fact.items.some((item) => !wanted.items.includes(item))) return false;
  const near = new Set([...fact.items, ...fact.words, ...fact.around]);
  if (!wanted.items.every((item) => near.has(item))) return false;
  return wanted.items.length > 0 || (SOURCE.test(extra.join("")) && isFund(wanted.stage));
}

const isFund = (stage: Stage | null): boolean =>
  stage === "arrived" ||
  stage === "planned" ||
  stage === "spent" ||
  stage === "executed" ||
  stage === "budget";

/** Every row (or column) of the table that has a number at all has one here. */
function isComplete(facts: readonly Fact[], parts: readonly Fact[]): boolean {
  const of = facts.filter(({ table, isPart }) => table === parts[0]?.table && !isPart);
  const rows = new Set(of.map(({ cell }) => cell.row));
  const own = new Set(parts.map(({ cell }) => cell.row));
  return rows.size === own.size || own.size === 1;
}
