import { proofread } from "../../../src/proofread/proofread";
import type { ProofreadSubject } from "../../../src/proofread/reading";
import type { TextRelation } from "../../../src/proofread/text-model";
import { NO_WORKBOOK } from "../subject";

/** A relation of a published text, labelled by hand before the reader was run on it. */
export interface Label {
  readonly id: string;
  readonly kind: string;
  /** The words in which all its numbers stand. */
  readonly quote: string;
  readonly formula: string;
  readonly printed: string;
  readonly exact?: string;
  readonly holds: boolean;
  readonly numbers: readonly string[];
  readonly debatable?: boolean;
}

export interface LabelledText {
  readonly name: string;
  readonly text: string;
  readonly relations: readonly Label[];
}

export interface Misprint {
  readonly label: Label;
  readonly text: string;
  /** Where the number stands, and how it is printed now. */
  readonly offset: number;
  readonly was: string;
  readonly now: string;
}

/** Where each number of the label stands in the text; null where the quote is not found. */
export function placesOf(
  { text }: LabelledText,
  label: Label,
): ReadonlyMap<string, readonly number[]> | null {
  const [from, to] = quoted(text, label.quote) ?? [-1, -1];
  if (from === -1) return null;
  const places = new Map<string, number[]>();
  for (const number of [...label.numbers, label.printed]) {
    const digits = number.replace(/[%‰]$/, "");
    const within = occurrences(text, digits, from, to);
    // A whole that stands farther up is not in every quote.
    places.set(number, within.length > 0 ? within : occurrences(text, digits, 0, text.length));
  }
  return places;
}

function occurrences(text: string, digits: string, from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(digits, from); at !== -1 && at < to; at = text.indexOf(digits, at + 1)) {
    const isWhole = !/[\d.]/.test(text[at - 1] ?? "") && !/^(?:\d|\.\d)/.test(text.slice(at + digits.length));
    if (isWhole) found.push(at);
  }
  return found;
}

/** Quotes were copied with other blanks here and there. */
function quoted(text: string, quote: string): readonly [number, number] | null {
  const exactly = text.indexOf(quote);
  if (exactly !== -1) return [exactly, exactly + quote.length];
  const at: number[] = [];
  let tight = "";
  for (let i = 0; i < text.length; i += 1) {
    if (/\s/.test(text[i] ?? "")) continue;
    tight += text[i] ?? "";
    at.push(i);
  }
  const wanted = quote.replace(/\s/g, "");
  const start = tight.indexOf(wanted);
  return start === -1 ? null : [at[start] ?? 0, (at[start + wanted.length - 1] ?? 0) + 1];
}

function offsetsOf({ offset, inputs }: TextRelation): readonly number[] {
  return [offset, ...inputs];
}

/** The reader has put together numbers of this relation and no others. */
export function isRecognised(
  label: Label,
  places: ReadonlyMap<string, readonly number[]>,
  relations: readonly TextRelation[],
): boolean {
  const allowed = new Set([...places.values()].flat());
  const printed = new Set(places.get(label.printed) ?? []);
  return relations.some((relation) => {
    const own = offsetsOf(relation);
    return (
      own.length > 1 &&
      own.some((offset) => printed.has(offset)) &&
      own.every((offset) => allowed.has(offset)) &&
      (relation.verdict === "fails") !== label.holds
    );
  });
}

/** Fails against the label although it holds. */
export function falseAlarms(text: LabelledText, relations: readonly TextRelation[]): TextRelation[] {
  const wrong = text.relations.filter(({ holds }) => !holds);
  const places = wrong.map((label) => new Set([...(placesOf(text, label)?.values() ?? [])].flat()));
  return relations.filter(
    (relation) =>
      relation.verdict === "fails" &&
      !places.some((allowed) => offsetsOf(relation).every((offset) => allowed.has(offset))),
  );
}

/** One digit of one of its numbers changed; which one follows from the label alone. */
export function misprintOf(text: LabelledText, label: Label, spot?: number): Misprint | null {
  const places = spot === undefined ? placesOf(text, label) : new Map([[label.printed, [spot]]]);
  const spots = [
    ...new Set(
      [...(places ?? [])].flatMap(([number, at]) => (at.length === 1 ? [`${at[0] ?? 0}|${number}`] : [])),
    ),
  ];
  if (spots.length === 0) return null;
  const draw = drawing(`${text.name}#${label.id}`);
  const [at = "0", number = ""] = (spots[draw(spots.length)] ?? "").split("|");
  const digits = [...number].flatMap((digit, place) => (/\d/.test(digit) ? [place] : []));
  const place = digits[draw(digits.length)] ?? 0;
  const old = Number(number[place]);
  // The first digit of a number stays a digit that a number begins with.
  const isFirst = place === 0 && number.length > 1;
  const choices = Array.from({ length: 10 }, (_, digit) => digit).filter(
    (digit) => digit !== old && !(isFirst && digit === 0),
  );
  const now = number.slice(0, place) + String(choices[draw(choices.length)]) + number.slice(place + 1);
  const offset = Number(at);
  return {
    label,
    text:
      text.text.slice(0, offset) +
      now.replace(/[%‰]$/, "") +
      text.text.slice(offset + number.replace(/[%‰]$/, "").length),
    offset,
    was: number,
    now,
  };
}

/** A generator that gives the same draws for the same name (FNV-1a, then xorshift). */
function drawing(name: string): (below: number) => number {
  let state = 0x811c9dc5;
  for (const letter of name) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (below) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

/** Something is reported at the misprinted number, or at a relation that it is part of. */
export function isReported(
  { offset, text }: Misprint,
  before: readonly TextRelation[],
  subject: ProofreadSubject = NO_WORKBOOK,
): boolean {
  const known = new Set(before.filter(({ verdict }) => verdict === "fails").map(({ message }) => message));
  return proofread(text, subject).relations.some(
    (relation) =>
      relation.verdict === "fails" && !known.has(relation.message) && offsetsOf(relation).includes(offset),
  );
}
