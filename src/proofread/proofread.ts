import type { Finding } from "../model/finding";
import { factsOf } from "./facts";
import { contradiction, factsByName, matchOf } from "./matching";
import { readNumbers } from "./numbers";
import { readPassages } from "./passages";
import { readingOf, type ProofreadSubject } from "./reading";
import { RELATIONS } from "./relations/registry";
import type { ProofreadResult, TextMatch, TextRelation } from "./text-model";

const CODE = "text-number";

/**
 * 校对报告文字: the numbers of a report's text, beside its workbook. `text` is plain, lines of tables tab-separated; a report
 * without a workbook is read against an empty recognition.
 */
export function proofread(text: string, subject: ProofreadSubject): ProofreadResult {
  const read = readNumbers(readPassages(text));
  const reading = readingOf(read, subject);
  const facts = factsOf(subject);
  const named = factsByName(facts);
  const matches: TextMatch[] = [];
  const relations: TextRelation[] = RELATIONS.flatMap((find) => find(reading, subject));
  const settled = new Set(relations.filter(({ verdict }) => verdict !== "fails").map(({ offset }) => offset));
  for (const number of read.numbers) {
    const match = matchOf(number, facts);
    if (match !== null) matches.push(match);
    const against =
      match === null && !settled.has(number.offset) ? contradiction(number, named, reading.year) : null;
    if (against !== null) relations.push(against);
  }
  const kept = oncePerNumber(relations);
  const known = new Set([...matches.map(({ number }) => number.offset), ...kept.map(({ offset }) => offset)]);
  return {
    numbers: read.numbers,
    leftOut: read.leftOut,
    matches,
    relations: kept,
    findings: kept.filter(({ verdict }) => verdict === "fails").map(findingOf),
    unmatched: read.numbers.filter(({ offset }) => !known.has(offset)),
    truncated: read.truncated,
  };
}

/** One relation of a kind for a number: one that holds goes before one that fails, since it is what was meant. */
function oncePerNumber(relations: readonly TextRelation[]): TextRelation[] {
  const kept = new Map<string, TextRelation>();
  for (const relation of relations) {
    const key = `${relation.kind}|${relation.offset}`;
    const known = kept.get(key);
    if (known === undefined || (known.verdict === "fails" && relation.verdict !== "fails"))
      kept.set(key, relation);
  }
  return [...kept.values()].sort((a, b) => a.offset - b.offset);
}

function findingOf({ severity, cell, message, stated, computed }: TextRelation): Finding {
  return { code: CODE, severity, cell, message, stated, computed };
}
