import { exact, type Exact } from "../../../expr/exact";
import { lettersOf, tokensOf, wordsOf, type Token } from "../lex";
import type { Clause, Effect, Plan, Situation } from "../plan";
import { Question } from "../question";
import type { PlainText } from "../text";
import { HARMLESS, RECKONS } from "../words";
import { situationOf, trimmed } from "./situation";
import { stepOf } from "./step";

const UNREAD = "没有读懂";
const EFFECTS = "PFZOHh";
const TAILS = "cxyumkpr";
const IN_NAMES = /^(?:平均|同比|环比|加权|季度|季)/;
/** `及时性:`, `评分标准:`: a label in front of what it says. */
const LABEL = /(?:性|度|率|方面|情况|指标|要求|标准|方法为?|办法|内容|细则)$/;

/** Reads the tokens clause by clause: an effect is found by its token, what stands before it must be its situation. */
export function clausesOf(plain: PlainText): Plan {
  const reader = new Reader(plain, tokensOf(plain));
  return { clauses: reader.read(), modifiers: reader.modifiers };
}

class Reader {
  readonly #out: Clause[] = [];
  #pending: Token[] = [];
  #start = 0;
  /** Where in a list of conditions with points behind it (`分别得…`) reading goes on. */
  #at = 0;
  readonly modifiers: string[] = [];

  constructor(
    readonly plain: PlainText,
    readonly tokens: readonly Token[],
  ) {}

  read(): Clause[] {
    for (this.#at = 0; this.#at < this.tokens.length; this.#at += 1) {
      const token = this.tokens[this.#at];
      if (token !== undefined) this.#take(token);
    }
    this.#flush(this.plain.text.length);
    return this.#out;
  }

  #take(token: Token): void {
    const { letter } = token;
    if (this.#pending.length === 0) this.#start = token.from;
    if (letter === ";") return this.#flush(token.from);
    if (letter === "M") return this.#modifier(token);
    if (letter === ":" && this.#isLabel()) this.#pending = [];
    else if (letter === "=") this.#list();
    else if (EFFECTS.includes(letter)) this.#effect(token);
    else if ("LWfj".includes(letter)) this.#whole(token);
    else if (letter === "v") this.#definition(token);
    else if (TAILS.includes(letter)) this.#tail(token);
    else this.#pending.push(letter === "e" ? { ...token, letter: "," } : token);
  }

  /** `平均成绩` may be the very name of what is scored; any other such word stops the reading. */
  #modifier(token: Token): void {
    if (!IN_NAMES.test(token.text)) throw new Question("这个词会改变算法", token.text);
    this.modifiers.push(this.plain.text.slice(token.from, token.to + 2));
    const last = this.#pending.at(-1);
    if (last?.letter === "t" && last.to === token.from)
      this.#pending[this.#pending.length - 1] = { ...last, text: last.text + token.text, to: token.to };
    else this.#pending.push({ ...token, letter: "t", value: null });
    const next = this.tokens[this.#at + 1];
    const joined = this.#pending.at(-1);
    if (next?.letter === "t" && joined !== undefined) {
      this.#pending[this.#pending.length - 1] = { ...joined, text: joined.text + next.text, to: next.to };
      this.#at += 1;
    }
  }

  #isLabel(): boolean {
    const [only, second] = this.#pending;
    if (only?.letter !== "t" || second !== undefined) return false;
    return only.text.length <= 14 && LABEL.test(only.text) && !/[未不没无]/.test(only.text);
  }

  #quote(from: number, to: number): string {
    const { source, places } = this.plain;
    const first = places[from] ?? 0;
    const last = places[Math.max(from, to - 1)] ?? source.length - 1;
    return source.slice(first, last + 1).replace(/^[，,；;。\s]+/, "");
  }

  #add(clause: WithoutQuote<Clause>, to: number): void {
    this.#out.push({ ...clause, quote: this.#quote(this.#start, to) });
    this.#pending = [];
    this.#start = to;
  }

  #situation(): Situation {
    return situationOf(this.#pending);
  }

  #effect(token: Token): void {
    const next = this.tokens.slice(this.#at + 1).find(({ letter }) => letter !== "," && letter !== ";");
    const step = stepOf(this.#pending, token, next);
    this.#add(step ?? { kind: "award", situation: this.#situation(), effect: effectOf(token) }, token.to);
  }

  /** In proportion, by a rate, by a formula, by people. */
  #whole(token: Token): void {
    const { letter, text } = token;
    const isDenied = /未|没|不(?!足)/.test(text);
    if (letter === "L" && isDenied && !/扣|减/.test(text)) throw new Question("比例前有否定，没有读懂", text);
    if (letter === "W" && isDenied) throw new Question("比率前有否定，没有读懂", text);
    const situation = this.#situation();
    if (letter === "L")
      this.#add(
        { kind: "proportion", situation, effect: /扣|减/.test(text) ? "deduct" : "give", text },
        token.to,
      );
    else if (letter === "j") this.#add({ kind: "judged", situation }, token.to);
    else this.#add({ kind: letter === "W" ? "rate" : "formula", situation, text }, token.to);
  }

  #definition(token: Token): void {
    this.#flush(token.from);
    this.#start = token.from;
    const cut = token.text.indexOf("=");
    this.#add(
      { kind: "definition", name: token.text.slice(0, cut), text: token.text.slice(cut + 1) },
      token.to,
    );
  }

  #tail(token: Token): void {
    const { letter, text } = token;
    const pending = trimmed(this.#pending);
    if (letter === "m" && text.includes("得") && pending.length > 0) {
      return this.#add(
        {
          kind: "award",
          situation: this.#situation(),
          effect: { kind: "points", value: pointsIn(text) ?? exact(0) },
        },
        token.to,
      );
    }
    if (pending.length > 0) {
      // A name before a printed maximum is what is scored: `实施进度满分12分`.
      const isName = letter === "m" && /^[t/]+$/.test(lettersOf(pending)) && !RECKONS.test(wordsOf(pending));
      if (letter === "c" || (letter === "m" && !isName)) this.#flush(token.from);
      else if (!isName) throw new Question(UNREAD, wordsOf(pending));
    }
    switch (letter) {
      case "c":
        return this.#add({ kind: "most", value: pointsIn(text) }, token.to);
      case "x":
        return this.#add({ kind: "most-deducted", value: pointsIn(text) }, token.to);
      case "y":
        return this.#add({ kind: "most-added", value: pointsIn(text) }, token.to);
      case "m":
        return this.#add({ kind: "printed-points", value: pointsIn(text) }, token.to);
      case "p": {
        const size = /^(?:不足|不到|不满)(\d+(?:\.\d+)?)/.exec(text)?.[1];
        const counted = /不扣|不计|忽略/.test(text) ? "down" : "up";
        return this.#add({ kind: "parts", of: size === undefined ? null : exact(size), counted }, token.to);
      }
      case "u": {
        this.#add({ kind: "until" }, token.to);
        const all = pointsIn(text);
        if (all !== null && all.compare(0) > 0 && /完\d/.test(text))
          this.#out.push({ kind: "most-deducted", value: all, quote: text });
        return;
      }
      default:
        return this.#add({ kind: letter === "k" ? "like" : "remark" }, token.to);
    }
  }

  /** `30%以上、20%以上和10%以上,分别得10分、6分和2分` */
  #list(): void {
    const points: Token[] = [];
    let end = this.#at + 1;
    for (; "P/,".includes(this.tokens[end]?.letter ?? "?"); end += 1) {
      const token = this.tokens[end];
      if (token?.letter === "P") points.push(token);
    }
    const groups: Token[][] = [[]];
    for (const token of trimmed(this.#pending)) {
      if (token.letter === "/") groups.push([]);
      else groups.at(-1)?.push(token);
    }
    const list = groups.map((group) => situationOf(group));
    const [only] = list;
    const conditions: Situation[] =
      list.length === 1 &&
      only?.kind === "rank" &&
      only.to !== null &&
      only.to - only.from + 1 === points.length
        ? points.map((_, index) => ({
            kind: "rank",
            from: only.from + index,
            to: only.from + index,
            text: only.text,
          }))
        : list;
    const last = this.tokens[end - 1];
    if (points.length < 2 || conditions.length !== points.length || last === undefined)
      throw new Question("“分别”对应不上", wordsOf(this.#pending));
    const quote = this.#quote(this.#start, last.to);
    conditions.forEach((situation, index) => {
      const token = points[index];
      if (token !== undefined) this.#out.push({ kind: "award", situation, effect: effectOf(token), quote });
    });
    this.#pending = [];
    this.#start = last.to;
    this.#at = end - 1;
  }

  /** A sentence without an effect: where data come from, a description before the first effect, or a limit alone. */
  #flush(to: number): void {
    const tokens = trimmed(this.#pending);
    if (tokens.length === 0) {
      this.#pending = [];
      this.#start = to;
      return;
    }
    const letters = lettersOf(tokens);
    const quote = this.#quote(this.#start, to);
    if (/[E=]/.test(letters)) throw new Question(UNREAD, quote);
    if (!/[RQKJXS~]/.test(letters)) {
      const isLate = this.#out.some(
        ({ kind }) =>
          kind !== "remark" && kind !== "ground" && kind !== "definition" && kind !== "printed-points",
      );
      const isUnread = wordsOf(tokens)
        .split(",")
        .some((part) => !HARMLESS.test(part) && (RECKONS.test(part) || isLate));
      if (isUnread) throw new Question(UNREAD, quote);
      return this.#add({ kind: "remark" }, to);
    }
    const situation = situationOf(tokens);
    if (situation.kind !== "bound" && situation.kind !== "range") throw new Question(UNREAD, quote);
    this.#add({ kind: "ground", situation }, to);
  }
}

type WithoutQuote<T> = T extends unknown ? Omit<T, "quote"> : never;

function pointsIn(text: string): Exact | null {
  const found = /(\d+(?:\.\d+)?)分/.exec(text)?.[1];
  return found === undefined ? null : exact(found);
}

function effectOf(token: Token): Effect {
  const { letter, value } = token;
  if (letter === "Z") return { kind: "none" };
  if (letter === "O") return { kind: "kept" };
  if (letter === "F") return { kind: "full", value };
  if (value === null) throw new Question(UNREAD, token.text);
  if (letter === "H") return { kind: "share", value };
  if (letter === "h") return { kind: "deduct-share", value };
  return { kind: token.verb === "give" ? "points" : token.verb, value };
}
