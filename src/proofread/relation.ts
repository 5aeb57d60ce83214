import type { CellAddress } from "../expr/cell";
import { withThousands, toDecimal } from "../expr/decimal";
import type { Exact } from "../expr/exact";
import type { Severity } from "../model/finding";
import { likelyCause, type Relation as Cause } from "../printed/causes";
import { exactly, type Estimate } from "../printed/estimate";
import { estimateOf, judge, speakLike, type Printed, type Verdict } from "../printed/precision";
import type { RelationKind, TextNumber, TextRelation } from "./text-model";

/** What a number of the text should be, and how that comes about. */
export interface Claim {
  readonly kind: RelationKind;
  readonly stated: TextNumber;
  readonly should: Estimate;
  /** Chinese: 5,100.69÷15,383.72. */
  readonly how: string;
  /** How the message calls the stated number; its label where absent. */
  readonly what?: string;
  readonly cause?: Cause | null;
  readonly severity?: Severity;
  readonly cell?: CellAddress | null;
  /** The numbers that it is worked out from. */
  readonly of?: readonly TextNumber[];
}

const CENTS = 2;
const LONGEST_MESSAGE = 80;
const LONGEST_HEAD = 12;
/** “”： */
const MARKS = 3;
const LONGEST_WHAT = 14;
const LONGEST_HOW = 30;

/** The claim with its verdict at the printed precision. */
export function relation(claim: Claim): TextRelation {
  const { stated, should } = claim;
  const judged = judge(stated.printed, should);
  const isRound = judged === "within-rounding" && isOfRoundAmounts(claim);
  const verdict = isRound ? "fails" : judged;
  const computed = spoken(stated, should.face);
  const cause =
    verdict === "fails" && claim.cause !== undefined
      ? likelyCause(stated.printed, should.face, claim.cause)
      : "";
  return told(
    isRound ? { ...claim, severity: "warning" } : claim,
    verdict,
    printedText(stated),
    computed,
    cause,
  );
}

/**
 * 76% 写作 15 万元 ÷ 20 万元: amounts of one or two digits and a whole percentage are meant exactly, so that what is within
 * their rounding is doubtful all the same.
 */
function isOfRoundAmounts({ kind, stated, of = [] }: Claim): boolean {
  return (
    (kind === "rate" || kind === "growth") &&
    stated.printed.places === stated.printed.shift &&
    of.length > 0 &&
    of.every(
      ({ printed: { value, places, shift } }) =>
        places === 0 && shift === 0 && value.d === 1n && value.n.toString().replace(/0+$/, "").length <= 2,
    )
  );
}

/** A relation whose verdict is found elsewhere, e.g. between words or counts of rows. */
export function told(
  { kind, stated, how, what, severity = "error", cell = null, of = [] }: Omit<Claim, "should">,
  verdict: Verdict,
  statedText: string,
  computed: string,
  cause = "",
): TextRelation {
  const fails = verdict === "fails";
  const name = short(what ?? stated.label, LONGEST_WHAT);
  const body = `${name}写${statedText}，${short(how, LONGEST_HOW)}为${computed}`;
  return {
    kind,
    verdict,
    severity,
    offset: stated.offset,
    inputs: of.map(({ offset }) => offset),
    sentence: stated.sentence,
    stated: statedText,
    computed,
    says: fails ? `${body}${cause === "" ? "" : `，${cause}`}` : "",
    message: fails ? message(stated.sentence, body, cause) : "",
    cell,
  };
}

/** The words before it, both numbers, and the likely cause where there is room. */
export function message(quote: string, body: string, cause = ""): string {
  const rest = `${body}${cause === "" ? "" : `，${cause}`}。`;
  // The quotation gives way where what is wrong needs the room.
  const room = Math.max(LONGEST_HEAD, LONGEST_MESSAGE - [...rest].length - MARKS);
  const full = `“${short(quote, room)}”：${rest}`;
  const fitting = [...full].length <= LONGEST_MESSAGE ? full : `“${short(quote, LONGEST_HEAD)}”：${body}。`;
  return short(fitting, LONGEST_MESSAGE);
}

export function short(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join("")}…`;
}

/** As printed, without the blanks of the scan. */
export function printedText(number: TextNumber): string {
  return number.printed.text.replace(/\s+/g, "");
}

/** `value` (in the base unit) the way the number is printed, with its unit. */
export function spoken(like: TextNumber, value: Exact): string {
  const unit = like.unit === null || like.unit === "%" || like.unit === "‰" ? "" : like.unit;
  return speakLike(like.printed, value) + unit;
}

/** The digits alone, for the sum or quotient in a message. */
export function digits(number: TextNumber): string {
  const { printed } = number;
  if (printed.shift > 0) return printedText(number);
  const decimal = toDecimal(printed.value);
  return /[,，]/.test(printed.text) ? withThousands(decimal) : decimal;
}

/** What the number can have been before it was rounded: whole counts and points are exact. */
export function estimate(number: TextNumber): Estimate {
  const { printed, kind } = number;
  const isExact =
    kind === "points" ||
    (kind === "count" && printed.factor.equals(1) && printed.value.d === 1n) ||
    printed.value.equals(0);
  return isExact ? exactly(printed.value.mul(printed.factor)) : estimateOf(printed);
}

/** Amounts of one relation have the finest precision among them: 389 beside 290.31 is 389.00. */
export function alike(numbers: readonly TextNumber[]): TextNumber[] {
  const unit = numbers[0]?.printed.factor;
  const same =
    unit !== undefined && numbers.every(({ printed }) => printed.factor.equals(unit) && printed.shift === 0);
  if (!same) return [...numbers];
  const most = Math.max(0, ...numbers.map(({ printed }) => printed.places));
  // Whole amounts throughout are exact to the cent: a sum that is 1 off is no rounding.
  const finest = most === 0 && numbers.every(({ kind }) => kind !== "count") ? CENTS : most;
  return numbers.map((number) => ({
    ...number,
    printed: { ...number.printed, places: finest } satisfies Printed,
  }));
}

/** In the base unit, at face value. */
export function valueOf({ printed }: TextNumber): Exact {
  return printed.value.mul(printed.factor);
}

export function sameValue(a: TextNumber, b: TextNumber): boolean {
  return valueOf(a).equals(valueOf(b));
}
