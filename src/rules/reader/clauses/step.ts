import { exact } from "../../../expr/exact";
import { lettersOf, wordsOf, type Token } from "../lex";
import type { Side, Step } from "../plan";
import { Question } from "../question";
import { situationOf, trimmed } from "./situation";

const UNREAD = "读不出“每…”这一句";
/** What is counted, whether short or beyond, and the size of a step. */
const EACH = /^(?<name>[tTC/]*?)(?<side>(?:[ABG]\/?)?)(?<aim>[tTC]*?)(?<size>[RQ])(?<rest>[tTCSABd/,]*)$/;
const ONCE = /^(?<name>[t/]*?)(?<side>[ABG]?)(?<aim>T?)(?<size>[RQ])(?<rest>[tC/]*)$/;
/** Words of failure that hold a negation of their own. */
const DENIED = /未|没|不(?!合格|规范|符合|达标|一致|准确|完整|全|到位|良|符|及时|健全|足|当)/;

/** So much for every so much; without 每 only for one unit. Null where it is no step. */
export function stepOf(
  pending: readonly Token[],
  points: Token,
  next: Token | undefined,
): Omit<Step, "quote"> | null {
  if (points.letter !== "P" && points.letter !== "h") return null;
  const tokens = trimmed(pending);
  const each = lettersOf(tokens).lastIndexOf("E");
  // `每个项目均有方案的得2分` is a condition.
  if (each >= 0 && points.verb === "give" && /均|都/.test(wordsOf(tokens.slice(each)))) return null;
  const from = each >= 0 ? each + 1 : lastClause(tokens);
  const body = tokens.slice(from);
  const found = (each >= 0 ? EACH : ONCE).exec(lettersOf(body))?.groups;
  if (found === undefined) {
    if (each >= 0) throw new Question(UNREAD, wordsOf(tokens) + points.text);
    return null;
  }
  const { name = "", side = "", aim = "", rest = "" } = found;
  const place = name.length + side.length + aim.length;
  const size = body[place];
  if (size?.value == null || points.value === null) throw new Question(UNREAD, wordsOf(tokens));
  if (each < 0 && !isOne(size, { side, verb: points.verb, next })) return null;
  if (rest.includes(",") && /[CBA]/.test(rest)) throw new Question(UNREAD, wordsOf(tokens) + points.text);
  const [before, after] = [wordsOf(body.slice(0, place)), wordsOf(body.slice(place + 1))];
  if (DENIED.test(before) && (side !== "" || points.verb !== "deduct"))
    throw new Question("步长前有否定，没有读懂", wordsOf(tokens) + points.text);
  return {
    kind: "step",
    lead: situationOf(tokens.slice(0, each >= 0 ? each : from)),
    side: sideOf(side === "" ? undefined : body[name.length], before),
    ofTarget: /T/.test(name + aim) || /目标|计划|任务/.test(before),
    every: size.value,
    unit: size.unit,
    points: /百分点/.test(size.text),
    effect: points.letter === "h" ? "deduct" : points.verb,
    value: points.value,
    ofPoints: points.letter === "h",
    what: before + after,
  };
}

function lastClause(tokens: readonly Token[]): number {
  let from = tokens.length;
  while (from > 0 && !/[,J]/.test(tokens[from - 1]?.letter ?? "")) from -= 1;
  return from;
}

/** `发现一处扣1分` is a step, `低于80%扣2分` a tier. */
function isOne(
  size: Token,
  { side, verb, next }: { side: string; verb: Token["verb"]; next: Token | undefined },
): boolean {
  const isPoint = size.letter === "R" && /百分点/.test(size.text);
  const isOneUnit = size.value?.equals(size.letter === "R" ? exact("0.01") : 1) === true;
  if (!isOneUnit && !(isPoint && size.value !== null && size.value.compare(exact("0.01")) <= 0)) return false;
  if (size.letter === "R" && side === "") return false;
  if (size.letter === "Q" && size.unit === "") return false;
  return (
    verb === "deduct" ||
    next?.letter === "c" ||
    next?.letter === "y" ||
    next?.letter === "k" ||
    verb === "add"
  );
}

function sideOf(token: Token | undefined, before: string): Side | null {
  switch (token?.letter) {
    case "B":
      return "below";
    case "A":
      return "above";
    case "G":
      return "apart";
    default:
      return /^每?(?:差|缺)/.test(before) ? "below" : null;
  }
}
