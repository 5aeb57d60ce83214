import { ZERO, type Exact } from "../../../expr/exact";
import { isMeasure, lettersOf, numberOf, wordsOf, type Token } from "../lex";
import type { Bound, Range, Ranked, Sign, Situation } from "../plan";
import { Question } from "../question";
import { EVENT, FALLS_BELOW, FULLY, HARMLESS, MET, MET_BELOW, MISSED, MISSED_ABOVE, NUMBER } from "../words";

const UNREAD = "读不出这个条件";

/** What stands before an effect, read to its last token; a question where a token is left over. */
export function situationOf(tokens: readonly Token[]): Situation {
  const own = trimmed(tokens);
  if (own.length === 0) return { kind: "always" };
  const modifier = own.find(({ letter }) => letter === "M");
  if (modifier !== undefined) throw new Question("这个词会改变算法", modifier.text);
  const parts = partsOf(own);
  return parts.length > 1 ? together(parts, wordsOf(own)) : single(own);
}

const OPENING = [",", "n", "d", ":", "/"];
const CLOSING = [",", "d", ":"];

export function trimmed(tokens: readonly Token[]): readonly Token[] {
  let [from, to] = [0, tokens.length];
  while (from < to && OPENING.includes(tokens[from]?.letter ?? "")) from += 1;
  while (to > from && CLOSING.includes(tokens[to - 1]?.letter ?? "")) to -= 1;
  return tokens.slice(from, to);
}

function partsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    const isBreak =
      token.letter === "," || token.letter === "J" || (token.letter === "t" && token.text === "但");
    if (isBreak) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

const isHarmless = (part: readonly Token[]): boolean =>
  /^[t/T]*$/.test(lettersOf(part)) && HARMLESS.test(wordsOf(part));

/** Several conditions: one limit said twice, the two ends of a range, or an `and`. */
function together(parts: readonly (readonly Token[])[], text: string): Situation {
  const all = parts.filter((part) => !isHarmless(part)).map((part) => situationOf(part));
  const [first, second] = all;
  if (first === undefined) return { kind: "always" };
  if (second === undefined) return first;
  const bounds = all.filter((each) => each.kind === "bound");
  const [one, other] = bounds;
  if (one !== undefined && other !== undefined && all.length === 2) {
    const range = between(one, other, text);
    if (range !== null) return range;
  }
  const saysTheSame = (each: Situation): boolean =>
    each.kind === "bound" ||
    (each.kind === "met" && each.side === null) ||
    (each.kind === "missed" && each.side === null && one?.sign?.startsWith(">") === true);
  if (one !== undefined && bounds.length === 1 && all.every(saysTheSame)) return one;
  return { kind: "and", parts: all, text };
}

/** `<95%且≥85%` */
function between(one: Bound, other: Bound, text: string): Range | null {
  const [low, high] = one.sign?.startsWith(">") === true ? [one, other] : [other, one];
  const isRange = low.sign?.startsWith(">") === true && high.sign?.startsWith("<") === true;
  const isOneThing = low.subject === "" || high.subject === "" || low.subject === high.subject;
  if (!isRange || !isOneThing || low.unit !== high.unit || low.beyondTarget || high.beyondTarget) return null;
  return {
    kind: "range",
    from: low.at,
    to: high.at,
    fromIn: low.sign === ">=",
    toIn: high.sign === "<=",
    unit: low.unit,
    subject: low.subject || high.subject,
    beyondTarget: false,
    absolute: false,
    text,
  };
}

function single(tokens: readonly Token[]): Situation {
  const letters = lettersOf(tokens);
  const text = wordsOf(tokens);
  if (/^t?X$/.test(letters)) return { kind: "else", text };
  const last = tokens.at(-1);
  if (/^t?K$/.test(letters) && last !== undefined) return rankOf(last, text);
  const compared = targetComparison(tokens, letters, text);
  return (
    rangeOf(tokens, letters, text) ??
    twoSided(tokens, letters, text) ??
    sandwiched(tokens, letters, text) ??
    boundOf(tokens, letters, text) ??
    compared ??
    wordsSituation(letters, text)
  );
}

const RANGE =
  /^(?<name>[tT/:C=A]*?)(?<first>[RQ])(?<in1>I?)~(?<second>[RQ])(?<in2>I?)(?<tail>t?)(?<behind>S?)(?<rest>t?)$/;

/** `80%(含)-90%`, `超过目标10%-20%` */
function rangeOf(tokens: readonly Token[], letters: string, text: string): Range | null {
  const found = RANGE.exec(letters)?.groups;
  if (found === undefined) return null;
  const { name = "", in1 = "", in2 = "", tail = "", behind = "", rest = "" } = found;
  const second = name.length + 1 + in1.length + 1;
  const [a, b] = [tokens[name.length], tokens[second]];
  const [one, other] = [in1 === "" ? null : tokens[name.length + 1], in2 === "" ? null : tokens[second + 1]];
  const tailText = tail === "" ? "" : (tokens[second + 1 + in2.length]?.text ?? "");
  const restText = rest === "" ? "" : (tokens.at(-1)?.text ?? "");
  if (a?.value == null || b?.value == null || (behind !== "" && !/内/.test(wordsOf(tokens.slice(second)))))
    throw new Question("读不出这个区间", text);
  if (![tailText, restText].every((word) => /^(?:之间|区间|间|的|范围)?$/.test(word)))
    throw new Question("读不出这个区间", text);
  const subject = wordsOf(tokens.slice(0, name.length)).replace(/[=:]$/, "");
  const beyondTarget = /超过(?:年度|计划|预期)*(?:目标|指标|任务|计划)[值数]?$|超额完成$|超额$/.test(subject);
  const unit = b.unit || a.unit;
  const low = a.unit === "" && unit === "%" ? a.value.div(100) : a.value;
  const ends = [
    { at: low, included: one == null ? null : !one.text.includes("不") },
    { at: b.value, included: other == null ? null : !other.text.includes("不") },
  ] as const;
  const [from, to] = low.compare(b.value) <= 0 ? ends : [ends[1], ends[0]];
  return {
    kind: "range",
    from: from.at,
    to: to.at,
    fromIn: from.included,
    toIn: to.included,
    unit,
    subject: beyondTarget ? "" : subject,
    beyondTarget,
    absolute: a.absolute,
    text,
  };
}

/** `85%以上95%以下`, `超过10%不足20%` */
function twoSided(tokens: readonly Token[], letters: string, text: string): Range | null {
  const behind = /^t?([RQ])I?S\/?([RQ])I?S$/.test(letters);
  const before = /^t?[CAB][RQ]I?[CAB][RQ]I?$/.test(letters);
  if (!behind && !before) return null;
  const numbers = tokens.filter(({ letter }) => letter === "R" || letter === "Q");
  const signs = tokens.filter(({ letter }) => "SCAB".includes(letter));
  const [low, high] = numbers;
  const [first, second] = signs;
  if (
    low?.value == null ||
    high?.value == null ||
    first?.sign?.startsWith(">") !== true ||
    second?.sign?.startsWith("<") !== true
  )
    return null;
  const marks = inclusionsAfter(tokens, numbers);
  return {
    kind: "range",
    from: low.value,
    to: high.value,
    fromIn: marks[0] ?? first.sign === ">=",
    toIn: marks[1] ?? second.sign === "<=",
    unit: high.unit || low.unit,
    subject: tokens[0]?.letter === "t" ? tokens[0].text : "",
    beyondTarget: false,
    absolute: false,
    text,
  };
}

function inclusionsAfter(tokens: readonly Token[], numbers: readonly Token[]): (boolean | null)[] {
  return numbers.map((number) => {
    const next = tokens[tokens.indexOf(number) + 1];
    return next?.letter === "I" ? !next.text.includes("不") : null;
  });
}

const TURNED = { ">=": "<=", ">": "<", "<=": ">=", "<": ">", "=": "=" } as const;

/** `95%≤列养率<100%`: the name between its bounds. */
function sandwiched(tokens: readonly Token[], letters: string, text: string): Range | null {
  if (!/^[RQ]C[tT/]{1,3}C[RQ]$/.test(letters)) return null;
  const [low, first] = tokens;
  const [second, high] = tokens.slice(-2);
  if (low?.value == null || high?.value == null) return null;
  if (first?.sign?.startsWith(">") === true && second?.sign?.startsWith(">") === true)
    return sandwiched(
      [
        high,
        { ...second, sign: TURNED[second.sign] },
        ...tokens.slice(2, -2),
        { ...first, sign: TURNED[first.sign] },
        low,
      ],
      letters,
      text,
    );
  if (first?.sign?.startsWith("<") !== true || second?.sign?.startsWith("<") !== true) return null;
  const inPercent = (token: Token): Exact =>
    token.unit === "" && (low.unit === "%" || high.unit === "%")
      ? (token.value ?? ZERO).div(100)
      : (token.value ?? ZERO);
  return {
    kind: "range",
    from: inPercent(low),
    to: inPercent(high),
    fromIn: first.sign === "<=",
    toIn: second.sign === "<=",
    unit: high.unit || low.unit,
    subject: wordsOf(tokens.slice(2, -2)),
    beyondTarget: false,
    absolute: false,
    text,
  };
}

const BOUND =
  /^(?<name>[tT/:]*?)(?:(?<sign>[CAB])(?<target>T?)(?<middle>t?))?(?<in0>I?)(?<number>[RQ])(?<in1>I?)(?<behind>S?)(?<in2>I?)(?<tail>[Tt]?)$/;
const NEGATED = /(?:未|不|没|无|非)[^,;]{0,4}$/;
const NAMES_RATE = /(?:率|度|比|比例|占比)$/;
/** What may stand between a sign and its number: `达到可种面积的100%`. */
const MIDDLE = /^(?:[^,;未不没无]{0,14}的|率|覆盖率|指标|面积|在|于|到|了|总数的)$/;
const TAIL = /^(?:左右|的要求|要求|的|且|部分|时|情况)$/;
const DONE_WITHIN = /^(?:办结|办理|完成|到位|支付|拨付|到达|报送|完成拨付|办理完毕|上报|公开|公示)$/;

function boundOf(tokens: readonly Token[], letters: string, text: string): Situation | null {
  const found = BOUND.exec(letters)?.groups;
  if (found === undefined) return null;
  const {
    name = "",
    sign = "",
    target = "",
    middle = "",
    in0 = "",
    in1 = "",
    behind = "",
    in2 = "",
    tail = "",
  } = found;
  const at = name.length;
  const word = sign === "" ? undefined : tokens[at];
  const middleText = middle === "" ? "" : (tokens[at + 1 + target.length]?.text ?? "");
  const place = at + sign.length + target.length + middle.length + in0.length;
  const number = tokens[place];
  const suffix = behind === "" ? undefined : tokens[place + 1 + in1.length];
  const tailText = tail === "" ? "" : (tokens.at(-1)?.text ?? "");
  if (number?.value == null) return null;
  const isCounter = number.letter === "Q" && number.unit !== "" && !isMeasure(number.unit);
  const nameText = wordsOf(tokens.slice(0, at));
  const isCount = isCounter && sign === "" && behind === "" && (tail !== "" || EVENT.test(nameText));
  if (isCount) return { kind: "count", at: number.value, unit: number.unit, atLeast: false, text };
  if (isCounter && suffix?.sign === ">=" && sign === "" && /^(?:未|不|没)[^,;]{1,10}$/.test(tailText))
    return { kind: "count", at: number.value, unit: number.unit, atLeast: true, text };
  const isAim = /^的?目标$/.test(tailText);
  if (!isAim && !isFittingTail(tailText, number, suffix)) throw new Question(UNREAD, text);
  if (word !== undefined && word.sign === null) throw new Question(UNREAD, text);
  const isAmount =
    number.letter === "Q" && word?.sign === ">=" && middleText.length <= 4 && !/[未不没无]/.test(middleText);
  if (middleText !== "" && !MIDDLE.test(middleText) && !isAmount) throw new Question(UNREAD, text);
  const subject =
    nameText.replace(/:$/, "") +
    (target !== "" && word?.sign !== ">" ? "目标" : /目标|计划|任务/.test(middleText) ? "目标" : "");
  if (NEGATED.test(subject) && !NAMES_RATE.test(subject)) throw new Question("界限前有否定，没有读懂", text);
  const marks = [in0, in1, in2].some((each) => each !== "")
    ? !wordsOf(tokens.filter(({ letter }) => letter === "I")).includes("不")
    : null;
  const beyondTarget = target !== "" && word?.sign === ">";
  return {
    kind: "bound",
    sign: included(
      signOfBound(
        word?.text === "完成" && suffix !== undefined ? null : (word?.sign ?? null),
        suffix?.sign ?? null,
        { number, text, isAim, beyondTarget },
      ),
      marks,
    ),
    at: number.value,
    unit: number.unit,
    subject,
    beyondTarget,
    absolute: number.absolute,
    text,
  };
}

function isFittingTail(tail: string, number: Token, suffix: Token | undefined): boolean {
  if (tail === "" || TAIL.test(tail)) return true;
  if (suffix !== undefined && number.letter === "R" && /^的[^,;未不没无否率]{1,14}$/.test(tail)) return true;
  if (number.letter !== "Q" || suffix === undefined) return false;
  return (
    EVENT.test(tail) ||
    (isMeasure(number.unit) && suffix.sign === "<=" && DONE_WITHIN.test(tail)) ||
    (suffix.sign !== null &&
      /^[^,;未不没无否]{1,10}$/.test(tail) &&
      !isMeasure(number.unit) &&
      !/率|比例/.test(tail))
  );
}

function signOfBound(
  before: Sign | null,
  behind: Sign | null,
  {
    number,
    text,
    isAim,
    beyondTarget,
  }: { number: Token; text: string; isAim: boolean; beyondTarget: boolean },
): Sign | null {
  if (before === null && behind === null) {
    const isWhole = number.unit === "%" && number.value?.equals(1) === true && !/控制|变动|超支/.test(text);
    return isAim || isWhole ? ">=" : null;
  }
  if (before === null || behind === null) return before ?? behind;
  if (beyondTarget) return behind;
  // `超过90%以上` says ≥; `不超过5次以内` says ≤; anything else contradicts itself.
  if (before.startsWith(">") && behind === ">=") return ">=";
  if (before.startsWith("<") && behind.startsWith("<"))
    return behind === "<" && before === "<=" ? "<=" : before;
  throw new Question(UNREAD, text);
}

function included(sign: Sign | null, marks: boolean | null): Sign | null {
  if (marks === true) return sign === "<" ? "<=" : sign === ">" ? ">=" : sign;
  if (marks === false) return sign === "<=" ? "<" : sign === ">=" ? ">" : sign;
  return sign;
}

/** `实际值≥目标值`, `大于目标值` */
function targetComparison(tokens: readonly Token[], letters: string, text: string): Situation | null {
  if (!/^t?C[t/]$/.test(letters)) return null;
  const subject = letters.startsWith("t") ? (tokens[0]?.text ?? "") : "";
  const object = tokens.at(-1)?.text ?? "";
  const sign = tokens.at(-2)?.sign ?? null;
  if (sign === null || !/目标|计划|指标|任务|预算/.test(object) || /[未不没无]/.test(subject + object))
    return null;
  if (sign === ">=") return { kind: "met", side: null, text };
  if (sign === "<=") return { kind: "met", side: "below", text };
  if (sign === "=") return null;
  return { kind: "missed", side: sign === "<" ? "below" : "above", text };
}

const PLACE_NUMBER = new RegExp(NUMBER, "g");

function rankOf(token: Token, text: string): Ranked {
  const numbers = [...token.text.matchAll(PLACE_NUMBER)].map(([word]) =>
    Number(numberOf(word)?.valueOf() ?? 0),
  );
  const first = numbers[0] ?? Number(token.value?.valueOf() ?? 0);
  if (/前/.test(token.text)) return { kind: "rank", from: 1, to: first, text };
  if (/以后|之后|以下/.test(token.text)) return { kind: "rank", from: first, to: null, text };
  return { kind: "rank", from: first, to: numbers[1] ?? first, text };
}

function wordsSituation(letters: string, text: string): Situation {
  const isOfAll = /^t?EQ?t/.test(letters) && /均|都/.test(text);
  if (/[RQKX~E]/.test(letters) && !isOfAll) throw new Question(UNREAD, text);
  const plain = plainFact(text);
  if (MET_BELOW.test(plain)) return { kind: "met", side: "below", text };
  if (MET.test(plain) && !/验收|[及并]/.test(plain)) return { kind: "met", side: null, text };
  if (MISSED.test(plain)) return { kind: "missed", side: FALLS_BELOW.test(plain) ? "below" : null, text };
  if (MISSED_ABOVE.test(plain)) return { kind: "missed", side: "above", text };
  if (FULLY.test(plain)) return { kind: "fully", text: plain };
  return { kind: "fact", text: plain };
}

/** Without the particles around it; 及时, 按时 keep theirs. */
export const plainFact = (text: string): string =>
  text
    .replace(/^(?:对|在(?![^,;]*内$)|如|若|凡)/, "")
    .replace(/(?:的则|的|(?<![及按准实定临])时|情况|则)$/, "");
