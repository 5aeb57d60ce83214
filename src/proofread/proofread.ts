import type { Finding } from "../model/finding";
import { mentionsOf } from "./grammar/mentions";
import { readNumbers } from "./numbers";
import { readPassages } from "./passages";
import { placeAt, quoteOf } from "./places";
import { readingOf, type ProofreadSubject, type Reading } from "./reading";
import { message } from "./relation";
import { RELATIONS } from "./relations/registry";
import type { ProofreadResult, TextRelation } from "./text-model";
import { bindToWorkbook } from "./workbook/binding";

const CODE = "text-number";

/**
 * 校对报告文字: the numbers of a report's text, beside its workbook. `text` is plain, lines of tables tab-separated; a report
 * without a workbook is read against an empty recognition.
 */
export function proofread(text: string, subject: ProofreadSubject): ProofreadResult {
  const read = readNumbers(readPassages(text));
  const reading = readingOf(read, subject);
  const { matches, relations: against } = bindToWorkbook(reading, mentionsOf(reading), subject);
  const relations = [...RELATIONS.flatMap((find) => find(reading, subject)), ...against];
  const kept = oncePerNumber(relations).map((relation) => withQuote(text, reading, relation));
  const failing = kept.filter(({ verdict }) => verdict === "fails");
  const known = new Set([
    ...matches.map(({ number }) => number.offset),
    ...kept.flatMap(({ offset, inputs }) => [offset, ...inputs]),
  ]);
  const doubtful = new Set(failing.map(({ offset }) => offset));
  const unmatched = read.numbers.filter(({ offset }) => !known.has(offset));
  const compared = read.numbers.length - unmatched.length;
  return {
    numbers: read.numbers,
    leftOut: read.leftOut,
    matches,
    relations: kept,
    reported: failing.map((relation) => ({
      level: relation.severity === "error" ? "contradiction" : "check",
      relation,
      place: placeAt(text, reading, relation.offset, relation.stated.length),
    })),
    findings: failing.map(findingOf),
    compared,
    agreeing: compared - read.numbers.filter(({ offset }) => doubtful.has(offset)).length,
    unmatched,
    truncated: read.truncated,
  };
}

/** The message quotes the text as printed around the number, so that it can be searched for. */
function withQuote(text: string, reading: Reading, relation: TextRelation): TextRelation {
  if (relation.verdict !== "fails") return relation;
  const place = placeAt(text, reading, relation.offset, relation.stated.length);
  return { ...relation, message: message(quoteOf(place), relation.says) };
}

/**
 * Each relation once. Of a number that one reading confirms nothing of the same kind is reported: that reading is what was
 * meant. A number is reported once, at the level of the surest.
 */
function oncePerNumber(relations: readonly TextRelation[]): TextRelation[] {
  const confirmed = new Set(
    relations.flatMap(({ verdict, kind, offset }) => (verdict === "fails" ? [] : [`${kind}|${offset}`])),
  );
  const kept = new Map<string, TextRelation>();
  for (const relation of relations) {
    const fails = relation.verdict === "fails";
    const place = `${relation.kind}|${relation.offset}`;
    if (fails && confirmed.has(place)) continue;
    const key = fails ? place : `${place}|${[...relation.inputs].sort((a, b) => a - b).join(",")}`;
    const known = kept.get(key);
    if (known === undefined || (known.severity !== "error" && relation.severity === "error"))
      kept.set(key, relation);
  }
  return [...kept.values()].sort((a, b) => a.offset - b.offset);
}

function findingOf({ severity, cell, message, stated, computed }: TextRelation): Finding {
  return { code: CODE, severity, cell, message, stated, computed };
}
