import { cellLabel, parseCellName, type CellAddress } from "../expr/cell";
import { exact, ZERO, type Exact } from "../expr/exact";
import { differenceOf, exactly, productOf, quotientOf, sumOf, type Estimate } from "./estimate";

/** A plain formula of the user's as arithmetic over cells: what a check needs to tell rounding from error. */
export interface FormulaReading {
  /** The cells it takes, each once, in the order they are met. */
  readonly cells: readonly CellAddress[];
  /** Its result from given numbers of those cells; null where one is missing or a denominator can be 0. */
  readonly of: (valueAt: (cell: CellAddress) => Estimate | null) => Estimate | null;
}

type Reading = (valueAt: (cell: CellAddress) => Estimate | null) => Estimate | null;

const TOKEN =
  /\s*(?:((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?\d+)(?::(\$?[A-Z]{1,3}\$?\d+))?(?![\p{L}\p{N}(])|(\d+(?:\.\d+)?%?)|(SUM)\(|([-+*/(),]))/uy;

/** Reads `= + − × ÷`, brackets and SUM over cells of `sheet` and others; null for any other formula. */
export function readFormula(formula: string, sheet: string): FormulaReading | null {
  const tokens = tokensOf(formula.replace(/^=/, ""), sheet);
  if (tokens === null) return null;
  const parser = new FormulaParser(tokens);
  const reading = parser.sum();
  return reading === null || !parser.finished ? null : { cells: parser.cells, of: reading };
}

type Token =
  | { readonly kind: "cells"; readonly cells: readonly CellAddress[] }
  | { readonly kind: "number"; readonly value: Exact }
  | { readonly kind: "sign"; readonly sign: string };

function tokensOf(text: string, sheet: string): Token[] | null {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  while (pattern.lastIndex < text.trimEnd().length) {
    const match = pattern.exec(text);
    if (match === null) return null;
    const [, from, first, last, number, sum, sign] = match;
    if (first !== undefined)
      tokens.push({ kind: "cells", cells: cellsBetween(sheetName(from, sheet), first, last ?? first) });
    else if (number !== undefined) tokens.push({ kind: "number", value: literal(number) });
    else tokens.push({ kind: "sign", sign: sum ?? sign ?? "" });
  }
  return tokens;
}

function sheetName(reference: string | undefined, home: string): string {
  return reference === undefined
    ? home
    : reference
        .slice(0, -1)
        .replace(/^'(.*)'$/, "$1")
        .replace(/''/g, "'");
}

function cellsBetween(sheet: string, first: string, last: string): CellAddress[] {
  const [from, to] = [parseCellName(first), parseCellName(last)];
  if (from === null || to === null) return [];
  const cells: CellAddress[] = [];
  for (let row = from.row; row <= to.row; row += 1) {
    for (let column = from.column; column <= to.column; column += 1) cells.push({ sheet, row, column });
  }
  return cells;
}

function literal(text: string): Exact {
  return text.endsWith("%") ? exact(text.slice(0, -1)).div(100) : exact(text);
}

/** Recursive descent: a sum of products of factors. */
class FormulaParser {
  #at = 0;
  readonly #met = new Map<string, CellAddress>();

  constructor(readonly tokens: readonly Token[]) {}

  get finished(): boolean {
    return this.#at === this.tokens.length;
  }

  get cells(): CellAddress[] {
    return [...this.#met.values()];
  }

  sum(): Reading | null {
    return this.#chain(
      ["+", "-"],
      () => this.#product(),
      (sign, left, right) => (sign === "+" ? sumOf([left, right]) : differenceOf(left, right)),
    );
  }

  #product(): Reading | null {
    return this.#chain(
      ["*", "/"],
      () => this.#factor(),
      (sign, left, right) => (sign === "*" ? productOf(left, right) : quotientOf(left, right)),
    );
  }

  #chain(
    signs: readonly string[],
    next: () => Reading | null,
    join: (sign: string, left: Estimate, right: Estimate) => Estimate | null,
  ): Reading | null {
    let reading = next();
    for (let sign = this.#take(signs); sign !== null && reading !== null; sign = this.#take(signs)) {
      const [left, right, how] = [reading, next(), sign];
      reading =
        right &&
        ((valueAt) => {
          const [a, b] = [left(valueAt), right(valueAt)];
          return a && b && join(how, a, b);
        });
    }
    return reading;
  }

  #factor(): Reading | null {
    const token = this.tokens[this.#at];
    if (token === undefined) return null;
    if (token.kind === "number") return this.#step(() => exactly(token.value));
    if (token.kind === "cells") {
      const [cell] = token.cells;
      return cell === undefined || token.cells.length > 1 ? null : this.#step(this.#reading(cell));
    }
    if (this.#take(["("]) !== null) {
      const inner = this.sum();
      return this.#take([")"]) === null ? null : inner;
    }
    return this.#take(["SUM"]) === null ? null : this.#sumArguments();
  }

  #sumArguments(): Reading | null {
    const parts: Reading[] = [];
    do {
      const token = this.tokens[this.#at];
      if (token?.kind === "cells" && token.cells.length > 1) {
        this.#at += 1;
        // Blank and text cells in a range count nothing.
        parts.push(
          ...token.cells
            .map((cell) => this.#reading(cell))
            .map(
              (read): Reading =>
                (valueAt) =>
                  read(valueAt) ?? exactly(ZERO),
            ),
        );
      } else {
        const part = this.sum();
        if (part === null) return null;
        parts.push(part);
      }
    } while (this.#take([","]) !== null);
    if (this.#take([")"]) === null) return null;
    return (valueAt) => {
      const values = parts.map((part) => part(valueAt));
      return values.every((value) => value !== null) ? sumOf(values) : null;
    };
  }

  #reading(cell: CellAddress): Reading {
    this.#met.set(cellLabel(cell), cell);
    return (valueAt) => valueAt(cell);
  }

  #step(reading: Reading): Reading {
    this.#at += 1;
    return reading;
  }

  #take(signs: readonly string[]): string | null {
    const token = this.tokens[this.#at];
    if (token?.kind !== "sign" || !signs.includes(token.sign)) return null;
    this.#at += 1;
    return token.sign;
  }
}
