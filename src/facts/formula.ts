import { fold } from "../text/characters";

/** A formula as it is printed: names of amounts, joined by + − × ÷. */
export type Formula =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "number"; readonly value: string; readonly percent: boolean }
  | {
      readonly kind: "joined";
      readonly sign: "+" | "-" | "×" | "÷";
      readonly left: Formula;
      readonly right: Formula;
    }
  | { readonly kind: "absolute"; readonly of: Formula };

/** A printed definition: `X=A÷B×100%`, or without its name. */
export interface PrintedFormula {
  /** What stands before `=`; null where nothing does. */
  readonly name: string | null;
  readonly top: Formula;
  /** Null for a sum of shares. */
  readonly bottom: Formula | null;
  /** The words as printed, for the explanation. */
  readonly text: string;
}

const SAME_SIGNS: readonly (readonly [RegExp, string])[] = [
  [/["'“”‘’「」\s]/g, ""],
  [/[[{【〔]/g, "("],
  [/[\]}】〕]/g, ")"],
  [/[–—―−]/g, "-"],
  [/[*✕╳⨯]/g, "×"],
  [/[/∕⁄]/g, "÷"],
];

export const plainFormula = (text: string): string =>
  SAME_SIGNS.reduce((plain, [pattern, by]) => plain.replace(pattern, by), fold(text));

const SIGNS = "+-×÷()";

/** Reads signs and names from left to right; × and ÷ bind before + and −. */
class FormulaReader {
  private at = 0;
  constructor(private readonly text: string) {}

  whole(): Formula | null {
    const read = this.sum();
    return read !== null && this.at === this.text.length ? read : null;
  }

  private sum(): Formula | null {
    const negative = this.accept("-");
    if (!negative) this.accept("+");
    let left = this.product();
    if (left !== null && negative)
      left = { kind: "joined", sign: "-", left: { kind: "number", value: "0", percent: false }, right: left };
    while (left !== null) {
      const sign = this.acceptOf("+", "-");
      if (sign === null) return left;
      const right = this.product();
      left = right && { kind: "joined", sign, left, right };
    }
    return null;
  }

  private product(): Formula | null {
    let left = this.operand();
    while (left !== null) {
      const sign = this.acceptOf("×", "÷");
      if (sign === null) return left;
      const right = this.operand();
      left = right && { kind: "joined", sign, left, right };
    }
    return null;
  }

  private operand(): Formula | null {
    if (this.accept("|")) {
      const of = this.sum();
      return of !== null && this.accept("|") ? { kind: "absolute", of } : null;
    }
    if (this.accept("(")) {
      const inside = this.sum();
      if (inside === null || !this.accept(")")) return null;
      const behind = this.name();
      if (behind === "") return inside;
      if (/^的?绝对值$/.test(behind)) return { kind: "absolute", of: inside };
      return spread(inside, behind);
    }
    const name = this.name();
    if (name === "") return null;
    const number = /^(\d+(?:\.\d+)?)(%?)$/.exec(name);
    if (number) return { kind: "number", value: number[1] ?? "0", percent: number[2] === "%" };
    const absolute = /^(.+)的绝对值$/.exec(name)?.[1];
    return absolute === undefined
      ? { kind: "name", name }
      : { kind: "absolute", of: { kind: "name", name: absolute } };
  }

  /** Up to the next sign; brackets without a sign in them belong to the name: `因公出国(境)费`. */
  private name(): string {
    const from = this.at;
    while (this.at < this.text.length) {
      const letter = this.text[this.at] ?? "";
      if (letter === "(" && this.at > from) {
        const inside = /^\([^()+\-×÷|]*\)/.exec(this.text.slice(this.at))?.[0];
        if (inside === undefined) break;
        this.at += inside.length;
      } else if (SIGNS.includes(letter) || letter === "|") break;
      else this.at += 1;
    }
    return this.text.slice(from, this.at);
  }

  private accept(sign: string): boolean {
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  private acceptOf<Sign extends string>(...signs: readonly Sign[]): Sign | null {
    return signs.find((sign) => this.accept(sign)) ?? null;
  }
}

/** `(满意+基本满意)人数` counts 满意人数 and 基本满意人数. */
function spread(of: Formula, behind: string): Formula | null {
  switch (of.kind) {
    case "name":
      return { kind: "name", name: `${of.name}${behind}` };
    case "joined": {
      const [left, right] = [spread(of.left, behind), spread(of.right, behind)];
      return left && right && { ...of, left, right };
    }
    default:
      return null;
  }
}

/** Reads a whole formula; null where a sign or a name is missing. */
export function readFormula(text: string): Formula | null {
  return new FormulaReader(plainFormula(text)).whole();
}

/** Parts numerator and denominator, `×100%` taken off wherever it stands. */
export function readQuotient(text: string): Pick<PrintedFormula, "top" | "bottom"> | null {
  const read = readFormula(text);
  const whole = read === null ? null : withoutHundred(read);
  if (whole === null) return null;
  if (whole.kind === "joined" && whole.sign === "÷") return { top: whole.left, bottom: whole.right };
  if (whole.kind === "absolute" && whole.of.kind === "joined" && whole.of.sign === "÷")
    return { top: { kind: "absolute", of: whole.of.left }, bottom: whole.of.right };
  return { top: whole, bottom: null };
}

function withoutHundred(of: Formula): Formula | null {
  if (of.kind === "absolute") {
    const inside = withoutHundred(of.of);
    return inside && { kind: "absolute", of: inside };
  }
  if (of.kind !== "joined") return isHundred(of) ? null : of;
  if (of.sign === "×" && isHundred(of.right)) return withoutHundred(of.left);
  if (of.sign === "×" && isHundred(of.left)) return withoutHundred(of.right);
  const [left, right] = [withoutHundred(of.left), withoutHundred(of.right)];
  return left && right && { ...of, left, right };
}

const isHundred = (of: Formula): boolean => of.kind === "number" && of.value === "100";

/** The names of all amounts, from left to right. */
export function namesIn(of: Formula | null): readonly string[] {
  if (of === null) return [];
  switch (of.kind) {
    case "name":
      return [of.name];
    case "number":
      return [];
    case "absolute":
      return namesIn(of.of);
    case "joined":
      return [...namesIn(of.left), ...namesIn(of.right)];
  }
}
