import { addUp, ZERO, type Exact } from "../../expr/exact";
import { speakNumber } from "../../expr/explain";
import { sum } from "../../expr/expression";
import {
  judgement,
  type Built,
  type ReadRule,
  type RegisteredKind,
  type RuleKind,
  type ScoringCase,
} from "../kind";
import { notes } from "../notes";
import { textOf } from "../ways/comparable";
import { REACHED_WORDS, byWords } from "../ways/words";

/** Two or more rules in one cell, added up; each in its printed form. */
export interface Composite {
  readonly parts: readonly string[];
}

/** A comma after points starts a new rule, unless what follows still belongs to the old one. */
const NEW_PART =
  /(\d分|不得分|为止),(?!扣完|扣满|最[多高]|每|有[一1]|否则|反之|未|不|没有|逾期|[一1][个项次]|发现|出现|本项|该项)/g;

function clausesOf(plain: string): string[] {
  return plain.replace(NEW_PART, "$1;").split(";");
}

/** Takes the longest run of clauses that one kind understands, then the next; null when a clause is left over. */
function partsOf(clauses: readonly string[], kinds: readonly RegisteredKind[]): ReadRule[] | null {
  if (clauses.length === 0) return [];
  for (let count = clauses.length; count > 0; count -= 1) {
    const wording = clauses.slice(0, count).join(";");
    const rule = kinds.map((kind) => kind.read(wording)).find((read) => read !== null);
    const rest = rule == null ? null : partsOf(clauses.slice(count), kinds);
    if (rule != null && rest !== null) return [rule, ...rest];
  }
  return null;
}

const MOST_CLAUSES = 12;

/** Composite rules made of the given kinds (rules catalogue C6), with branches that exclude each other (C7). */
export function compositeOf(kinds: readonly RegisteredKind[]): RuleKind<Composite> {
  const read = (parts: readonly string[]): ReadRule[] =>
    parts.flatMap((part) => kinds.map((kind) => kind.read(part)).find((rule) => rule !== null) ?? []);
  return {
    name: "composite",
    label: "多项规则得分相加",
    parse: (plain) => {
      const clauses = clausesOf(plain);
      const parts = clauses.length > MOST_CLAUSES ? null : partsOf(clauses, kinds);
      return parts === null || parts.length < 2 ? null : { parts: parts.map(({ wording }) => wording) };
    },
    print: ({ parts }) => parts.join(";"),
    build: ({ parts }, of) => build(read(parts), of),
    most: ({ parts }, points) => mostOf(read(parts), points),
  };
}

function build(parts: readonly ReadRule[], of: ScoringCase): Built {
  const most = mostOf(parts, of.pointsValue);
  const found =
    exclusivePairs(parts).length > 0 && most.compare(of.pointsValue) < 0
      ? [
          notes.exclusiveBranches(
            of.entry.rule?.cell ?? of.entry.cell,
            speakNumber(most, "points"),
            speakNumber(of.pointsValue, "points"),
          ),
        ]
      : [];
  if (REACHED_WORDS.includes(textOf(of.actual)) && found.length === 0) return byWords(of);
  // One result cannot feed several rules: only base data can.
  const alone: ScoringCase = { ...of, actual: null, result: null, measure: null };
  const built = parts.map((part) => part.build(alone));
  const scores = built.flatMap((each) => (each.kind === "points" ? [each.score] : []));
  if (scores.length === parts.length && exclusivePairs(parts).length === 0) {
    return {
      kind: "points",
      score: sum(scores),
      notes: built.flatMap((each) => (each.kind === "points" ? (each.notes ?? []) : [])),
    };
  }
  const listed = parts.map(
    ({ label, wording }, index) =>
      `（${index + 1}）${label}：${wording.length > 40 ? `${wording.slice(0, 40)}…` : wording}`,
  );
  return judgement(`评分标准由 ${parts.length} 项相加，请逐项评分${listed.join("")}`, found);
}

function mostOf(parts: readonly ReadRule[], points: Exact): Exact {
  const each = parts.map((part) => part.most(points));
  const all = addUp(each);
  return exclusivePairs(parts).reduce((total, [one, other]) => {
    const [a, b] = [each[one] ?? ZERO, each[other] ?? ZERO];
    return total.sub(a.compare(b) < 0 ? a : b);
  }, all);
}

const LEAST_SUBJECT = 4;
const DENIAL = /^(?:也|均|都)?(?:未|没有|无|不)/;

/** Parts that cannot both be had: the same subject, once with and once without (`发现问题` / `未发现问题`). */
function exclusivePairs(parts: readonly ReadRule[]): [number, number][] {
  const pairs: [number, number][] = [];
  parts.forEach(({ wording: one }, first) =>
    parts.slice(first + 1).forEach(({ wording: other }, offset) => {
      if (excludes(one, other) || excludes(other, one)) pairs.push([first, first + 1 + offset]);
    }),
  );
  return pairs;
}

function excludes(one: string, other: string): boolean {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared += 1;
  if (shared < LEAST_SUBJECT) return false;
  const [rest, denied] = [one.slice(shared), other.slice(shared)];
  const denial = DENIAL.exec(denied)?.[0];
  return denial !== undefined && denied.slice(denial.length).startsWith(rest.slice(0, 3));
}
