import { sumOf } from "../../printed/estimate";
import { judge } from "../../printed/precision";
import type { Exact } from "../../expr/exact";
import { exact } from "../../expr/exact";
import type { Reading, Relation } from "../reading";
import { alike, digits, estimate, relation, sameValue, valueOf } from "../relation";
import type { TextNumber, TextRelation } from "../text-model";
import { baseUnit } from "../units";

const MARK = /其中|包括|分别为|\(/g;
const MOST_PARTS = 10;
const LONGEST_BRACKET = 400;
/** 其中 need not name every part; a sum this near to the whole means to. */
const NEARLY = exact("0.02");
const NOT_FAR_ABOVE = exact("0.25");

/** 其中 parts (or those in brackets) add up to the whole, or are less by far; they are never more. */
export const parts: Relation = (reading) => [
  ...reading.sentences.flatMap((sentence, at) =>
    inSentence(reading, sentence, reading.sentences[at - 1] ?? []),
  ),
  ...reading.tables.flatMap(inColumns),
];

function inSentence(
  reading: Reading,
  sentence: readonly TextNumber[],
  previous: readonly TextNumber[],
): TextRelation[] {
  const [first] = sentence;
  const passage = first && reading.passages[first.passage];
  if (first === undefined || passage === undefined || sentence.length > 40) return [];
  const last = sentence.at(-1) ?? first;
  const from =
    reading.sentences.length > 0 && previous.at(-1)?.passage === first.passage
      ? (previous.at(-1)?.end ?? 0)
      : 0;
  const found: TextRelation[] = [];
  for (const mark of passage.text.slice(from, last.start).matchAll(MARK)) {
    const position = from + mark.index;
    const after = sentence.filter(({ start }) => start >= position);
    const before = sentence.filter(({ end }) => end <= position);
    if (mark[0] === "(") {
      const whole = before.at(-1);
      const near = whole !== undefined && position - whole.end <= 10;
      if (!near || /[,。;、]/.test(passage.text.slice(whole.end, position))) continue;
      const close = position + passage.text.slice(position, position + LONGEST_BRACKET).indexOf(")");
      const inside = after.filter(({ start }) => start < close);
      found.push(...compared(whole, inside, passage.text, true));
    } else if (before.length > 0) {
      const wholes = lastOfEachUnit(before, passage.text, position);
      for (const whole of wholes) found.push(...compared(whole, after, passage.text, false));
    } else if (
      previous.at(-1)?.passage === first.passage &&
      /。 *$/.test(passage.text.slice(Math.max(0, position - 3), position))
    ) {
      for (const whole of firstOfEachUnit(previous))
        found.push(...compared(whole, after, passage.text, false));
    }
  }
  return found;
}

/** Only the number right before 其中 (with at most a clause between) is split by it. */
function lastOfEachUnit(before: readonly TextNumber[], text: string, position: number): TextNumber[] {
  const last = before.at(-1);
  return last !== undefined && position - last.end <= 14 && !/。/.test(text.slice(last.end, position))
    ? [last]
    : [];
}

function firstOfEachUnit(numbers: readonly TextNumber[]): TextNumber[] {
  return numbers.filter(
    (number, at) => numbers.findIndex((other) => baseUnit(other.unit) === baseUnit(number.unit)) === at,
  );
}

function compared(
  whole: TextNumber,
  after: readonly TextNumber[],
  text: string,
  inBrackets: boolean,
): TextRelation[] {
  if (whole.hold !== "stated" || (whole.kind !== "money" && whole.kind !== "count")) return [];
  const same = after.filter(
    ({ kind, unit }) => kind === whole.kind && baseUnit(unit) === baseUnit(whole.unit),
  );
  // A list within a list ends at its semicolon; one list may also have semicolons between its parts.
  const untilSemicolon = same.filter(({ start }) => !text.slice(whole.end, start).includes(";"));
  const readings = [untilSemicolon, same]
    .map((list) => summands(whole, list))
    .filter((list) => list.length >= 2);
  for (const candidates of readings) {
    const [level = whole, ...parts] = alike([whole, ...candidates]);
    const fitting = subsetsWithFirst(parts).find(
      (subset) => judge(level.printed, sumOf(subset.map(estimate))) !== "fails",
    );
    if (fitting !== undefined) return [sumRelation(level, fitting)];
  }
  const [candidates] = readings;
  const list = candidates?.length === untilSemicolon.length ? untilSemicolon : same;
  if (
    !inBrackets ||
    candidates === undefined ||
    candidates.length < list.length ||
    !candidates.every((part) => endsItem(text, part))
  )
    return [];
  const [level = whole, ...parts] = alike([whole, ...candidates]);
  return meansToSum(whole, candidates, inBrackets) ? [sumRelation(level, parts)] : [];
}

function summands(whole: TextNumber, list: readonly TextNumber[]): TextNumber[] {
  return list.filter((part) => part.hold === "stated" && !sameValue(part, whole)).slice(0, MOST_PARTS);
}

/** `12.59万人,`: nothing but a few words between the part and the end of its item. */
function endsItem(text: string, part: TextNumber): boolean {
  return /^[^,。;、)]{0,4}(?:[,。;、)]|$)/.test(text.slice(part.end, part.end + 6));
}

function meansToSum(whole: TextNumber, candidates: readonly TextNumber[], inBrackets: boolean): boolean {
  const sum = candidates.reduce<Exact>((total, part) => total.add(valueOf(part)), exact(0));
  const off = sum.sub(valueOf(whole)).div(valueOf(whole).equals(0) ? 1 : valueOf(whole));
  if (off.compare(0) < 0) return off.abs().compare(NEARLY) <= 0;
  return (
    off.compare(inBrackets ? 1 : NOT_FAR_ABOVE) <= 0 &&
    candidates.every((part) => valueOf(part).compare(valueOf(whole)) < 0)
  );
}

function subsetsWithFirst(all: readonly TextNumber[]): TextNumber[][] {
  const [first, ...rest] = all;
  if (first === undefined) return [];
  // All of them first: it is the reading that is meant where it fits.
  return Array.from({ length: 2 ** rest.length }, (_, mask) => [
    first,
    ...rest.filter((_part, at) => (mask & (1 << at)) === 0),
  ]).filter((subset) => subset.length > 1);
}

function sumRelation(whole: TextNumber, of: readonly TextNumber[]): TextRelation {
  return relation({
    kind: "parts",
    stated: whole,
    should: sumOf(of.map(estimate)),
    how: of.map(digits).join("+"),
    of,
  });
}

/** A form's column: an amount, below it 其中：… and its siblings. */
function inColumns({ rows }: Reading["tables"][number]): TextRelation[] {
  return rows.flatMap((row, at) =>
    row.cells.flatMap((cell, column) => {
      if (!/^其中/.test(cell.replace(/\s/g, ""))) return [];
      const slot = row.numbers.findIndex((number) => number.column !== null && number.column > column);
      const above = rows[at - 1]?.numbers[slot];
      const first = row.numbers[slot];
      if (above === undefined || first === undefined) return [];
      const siblings: TextNumber[] = [first];
      for (const next of rows.slice(at + 1, at + MOST_PARTS)) {
        const number = next.numbers[slot];
        const sum = [...siblings, ...(number === undefined ? [] : [number])].reduce<Exact>(
          (total, part) => total.add(valueOf(part)),
          exact(0),
        );
        if (
          number === undefined ||
          number.kind === "rate" ||
          sum.compare(valueOf(above).mul(NEARLY.add(1))) > 0
        )
          break;
        siblings.push(number);
      }
      if (siblings.length < 2) return [];
      const sum = siblings.reduce<Exact>((total, part) => total.add(valueOf(part)), exact(0));
      const short = valueOf(above)
        .sub(sum)
        .div(valueOf(above).equals(0) ? 1 : valueOf(above));
      const [whole = above, ...level] = alike([above, ...siblings]);
      return short.compare(NEARLY) <= 0 ? [sumRelation(whole, level)] : [];
    }),
  );
}
