import { toDecimal } from "../expr/decimal";
import type { Exact } from "../expr/exact";
import { estimateOf, judge } from "../printed/precision";
import type { Fact } from "./facts";
import { nameKey } from "./labels";
import { relation } from "./relation";
import type { TextMatch, TextNumber, TextRelation } from "./text-model";
import { baseUnit } from "./units";

/** Fewer significant digits than this are met by chance. */
const DISTINCTIVE = 4;
/** Share of the shorter name's pairs of characters that the other has too. */
const AGREEING = 0.6;
const MOST_CANDIDATES = 12;
const TAIL =
  /(?:年初预算数|全年预算数|全年执行数|实际采购数|预算数|预算安排数|实际支出数|执行数|总人数|人数|总数|家数|份数|个数|总额|金额|合计|得分|人次|数)$/;
/** Words before a name that say whose it is. */
const WHOSE =
  /^(?:本单位|本部门|我单位|我局|我部门|我县|我市|我区|全县|全市|全省|全区|本次|本项目|项目|全年|当年|本年度?|年度|实际)+/;
const TOTAL_SCORE = /(?:绩效|综合|自评|总体|最终)(?:评价|自评)?(?:得分|评分|总分)$/;

/** The cell that states the same fact; null where none can be shown to. */
export function matchOf(number: TextNumber, sorted: readonly Fact[]): TextMatch | null {
  const candidates = agreeing(number, sorted).filter((fact) => compatible(number, fact));
  const words = wordsOf(number);
  let best: { fact: Fact; share: number; near: number } | null = null;
  for (const fact of candidates) {
    const head = headOf(fact.key);
    const near = words.lastIndexOf(head.slice(-2));
    const share = near === -1 && !head.endsWith(headOf(words).slice(-2)) ? 0 : overlap(words, head);
    if (best === null || share > best.share || (share === best.share && near > best.near))
      best = { fact, share, near };
  }
  if (best === null) return null;
  const { fact, share } = best;
  if (share >= AGREEING) return { number, cell: fact.cell, name: fact.name, by: "name" };
  return significantDigits(number) >= DISTINCTIVE
    ? { number, cell: fact.cell, name: fact.name, by: "value" }
    : null;
}

/** Without what says only that it is a number: 编制 of 编制数. The head of a Chinese name stands at its end. */
function headOf(key: string): string {
  const head = key.replace(TAIL, "");
  return head.length >= 2 ? head : key;
}

/** Facts whose value rounds to the printed number; found by halving, since a text holds thousands of numbers. */
function agreeing(number: TextNumber, sorted: readonly Fact[]): Fact[] {
  const { low, high } = estimateOf(number.printed);
  const found: Fact[] = [];
  for (let at = firstFrom(sorted, low); at < sorted.length && found.length < MOST_CANDIDATES; at += 1) {
    const fact = sorted[at];
    if (fact === undefined || fact.value.compare(high) > 0) break;
    if (judge(number.printed, fact.value) === "holds") found.push(fact);
  }
  return found;
}

function firstFrom(sorted: readonly Fact[], low: Exact): number {
  let from = 0;
  for (let to = sorted.length; from < to;) {
    const middle = (from + to) >> 1;
    if ((sorted[middle]?.value.compare(low) ?? 0) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

function compatible({ kind, unit, printed }: TextNumber, fact: Fact): boolean {
  if (kind === "rate") return fact.unit === "%" || (fact.unit === null && printed.shift > 0);
  if (fact.unit === "%") return false;
  if (kind === "bare") return true;
  if (kind === "points") return fact.unit === "分" || fact.unit === null;
  return fact.unit === null || baseUnit(unit) === fact.unit;
}

function wordsOf({ label, noun, unit, kind }: TextNumber): string {
  const name = nameKey(label).replace(WHOSE, "");
  return kind === "points" && TOTAL_SCORE.test(name)
    ? "综合得分"
    : `${name}${noun}${kind === "count" ? (unit ?? "") : ""}`;
}

function overlap(a: string, b: string): number {
  const [pairsA, pairsB] = [pairs(a), pairs(b)];
  const smaller = Math.min(pairsA.size, pairsB.size);
  if (smaller === 0) return 0;
  let shared = 0;
  for (const pair of pairsA) if (pairsB.has(pair)) shared += 1;
  return shared / smaller;
}

function pairs(name: string): Set<string> {
  const letters = [...name.slice(0, 30)];
  return new Set(letters.slice(1).map((letter, at) => `${letters[at] ?? ""}${letter}`));
}

function significantDigits({ printed }: TextNumber): number {
  const digits = toDecimal(printed.value.abs()).replace(".", "").replace(/^0+/, "");
  return digits.replace(/0+$/, "").length;
}

/** Facts by name, for the numbers of the text that bear the very name and another value. */
export function factsByName(facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  const named = new Map<string, Fact[]>();
  for (const fact of facts) {
    const known = named.get(fact.key);
    if (known === undefined) named.set(fact.key, [fact]);
    else known.push(fact);
  }
  return named;
}

/** The text says another number than the only cell of the very name. */
export function contradiction(
  number: TextNumber,
  named: ReadonlyMap<string, readonly Fact[]>,
  year: string | null,
): TextRelation | null {
  if (
    number.hold !== "stated" ||
    number.column !== null ||
    number.kind === "bare" ||
    (number.year !== null && number.year !== year)
  )
    return null;
  const full = nameKey(number.label);
  const key = number.kind === "points" && TOTAL_SCORE.test(full) ? "综合得分" : full;
  const facts = named.get(key) ?? named.get(key.replace(WHOSE, "")) ?? [];
  const [fact] = facts;
  if (
    fact === undefined ||
    key.length < 4 ||
    facts.some(({ binds, value }) => !binds || !value.equals(fact.value)) ||
    !compatible(number, fact)
  )
    return null;
  // Without a unit the cell may count in another: only rates and points are told apart by their sign.
  if (fact.unit === null && number.kind !== "points") return null;
  const should = estimateOf(fact.printed);
  if (judge(number.printed, should) !== "fails") return null;
  return relation({ kind: "workbook", stated: number, should, how: "工作簿中", cell: fact.cell });
}
