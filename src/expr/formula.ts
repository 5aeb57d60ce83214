import { areaReference, cellReference, type CellAddress } from "./cell";
import { decimalPlaces, toDecimal } from "./decimal";
import { HUNDRED, ONE, type Exact } from "./exact";
import type { Condition, Expression, InputNode, TextInput, TextReading } from "./expression";

/** Where parts of the tree stand already: a formula refers to these cells instead of repeating what is in them. */
export type Placement = Pick<ReadonlyMap<Expression, CellAddress>, "get" | "has">;

interface Printer {
  readonly sheet: string;
  readonly placement: Placement;
}

const LEVEL = { comparison: 0, sum: 1, product: 2, atom: 3 } as const;
type Level = (typeof LEVEL)[keyof typeof LEVEL];
interface Printed {
  readonly text: string;
  readonly level: Level;
}

const atom = (text: string): Printed => ({ text, level: LEVEL.atom });

/**
 * The expression as an Excel formula for a cell on `sheet`, with the leading `=`. Only functions that Excel 2010, WPS and
 * LibreOffice share are used. The root itself is written out even when it is placed.
 */
export function toFormula(expression: Expression, sheet: string, placement: Placement = new Map()): string {
  return `=${print(expression, { sheet, placement }, true).text}`;
}

/** The condition as a formula's part, without `=`, e.g. to be wrapped in IF by a table. */
export function conditionFormula(
  condition: Condition,
  sheet: string,
  placement: Placement = new Map(),
): string {
  return printCondition(condition, { sheet, placement });
}

/** Excel takes no text above this length in a formula. */
const LONGEST_LITERAL = 255;
// Half as many: a character may count as two.
const PIECES = /[^\r\n]{1,127}|[\r\n]/gu;

/**
 * Text as a formula writes it: quotes doubled, a long text in pieces, line breaks as CHAR(10), which every spreadsheet
 * program keeps. The pieces are joined by `&`, which goes before any comparison.
 */
export function quoted(text: string): string {
  if (text.length <= LONGEST_LITERAL && !/[\r\n]/.test(text)) return literal(text);
  return (text.match(PIECES) ?? [])
    .map((piece) => (piece === "\n" ? "CHAR(10)" : piece === "\r" ? "CHAR(13)" : literal(piece)))
    .join("&");
}

const literal = (text: string): string =>
  text.includes('"') ? `"${text.replaceAll('"', '""')}"` : `"${text}"`;

function print(expression: Expression, printer: Printer, isRoot = false): Printed {
  const placed = isRoot ? undefined : printer.placement.get(expression);
  if (placed !== undefined) return atom(cellReference(placed, printer.sheet));
  switch (expression.kind) {
    case "input":
      return printInput(expression, printer);
    case "constant":
      return printNumber(expression.value);
    case "arithmetic":
      return printArithmetic(expression, printer);
    case "sum":
      return expression.of.length > 1 && expression.of.every((part) => standsInCell(part, printer))
        ? atom(nested("SUM", printAreas(expression.of, printer)))
        : call("SUM", expression.of, printer);
    case "min":
    case "max":
      return call(expression.kind.toUpperCase(), expression.of, printer);
    case "complete-sum": {
      const areas = printAreas(expression.of, printer);
      const count = parts(areas).map((part) => `COUNT(${part.join(",")})`);
      return atom(
        `IF(${count.join("+")}<${expression.of.length},${quoted(expression.missing)},${nested("SUM", areas)})`,
      );
    }
    case "area-sum":
      return atom(`SUM(${areaReference(expression.area, printer.sheet)})`);
    case "round": {
      const inner = print(expression.of, printer).text;
      return atom(
        `ROUND(${subtracts(expression.of, printer) ? `ROUND(${inner},${GUARD_DIGITS})` : inner},${expression.places})`,
      );
    }
    case "absolute":
      return atom(`ABS(${print(expression.of, printer).text})`);
    // ROUND first: 0.03/0.01 is 2.9999999999999996 in doubles and must count as 3.
    case "ceiling":
      return atom(`ROUNDUP(ROUND(${print(expression.of, printer).text},9),0)`);
    case "floor":
      return atom(`ROUNDDOWN(ROUND(${print(expression.of, printer).text},9),0)`);
    case "conditional": {
      const parts = [expression.then, expression.otherwise].map((part) => print(part, printer).text);
      return atom(`IF(${printCondition(expression.when, printer)},${parts.join(",")})`);
    }
    case "step":
      return print(expression.of, printer);
    case "awaited": {
      const reference = cellReference(expression.cell, printer.sheet);
      return atom(`IF(ISNUMBER(${reference}),${reference},${quoted(expression.missing)})`);
    }
    case "fallback":
      return atom(`IFERROR(${print(expression.of, printer).text},${quoted(expression.text)})`);
    case "message":
      return atom(quoted(expression.text));
  }
}

/**
 * A difference of nearly equal doubles loses digits: 5-5*(8-0.008)/8 is 0.00499… instead of 0.005 and ROUND to two places
 * would miss the half. Rounding such a result to this many places first gives back what the exact difference is.
 */
const GUARD_DIGITS = 10;

function subtracts(expression: Expression, printer: Printer): boolean {
  if (printer.placement.has(expression)) return false;
  switch (expression.kind) {
    case "arithmetic":
      return (
        expression.operator === "-" ||
        subtracts(expression.left, printer) ||
        subtracts(expression.right, printer)
      );
    case "min":
    case "max":
    case "sum":
      return expression.of.some((part) => subtracts(part, printer));
    case "conditional":
      return subtracts(expression.then, printer) || subtracts(expression.otherwise, printer);
    case "step":
    case "absolute":
      return subtracts(expression.of, printer);
    default:
      return false;
  }
}

function standsInCell(part: Expression, printer: Printer): boolean {
  return printer.placement.has(part) || (part.kind === "input" && part.reading === undefined);
}

/** The parts as references, neighbours in a column joined to areas: `M5:M9,M12`, so that long sums stay short. */
function printAreas(of: readonly Expression[], printer: Printer): string[] {
  const areas: { first: CellAddress; rowCount: number }[] = [];
  for (const part of of) {
    const at = printer.placement.get(part) ?? (part.kind === "input" ? part.cell : undefined);
    if (at === undefined) throw new RangeError(`a part of a complete sum stands in no cell: ${part.kind}`);
    const last = areas.at(-1);
    if (last !== undefined && follows(last, at)) last.rowCount += 1;
    else areas.push({ first: at, rowCount: 1 });
  }
  return areas.map(({ first: { sheet, row, column }, rowCount }) =>
    areaReference({ sheet, row, column, rowCount, columnCount: 1 }, printer.sheet),
  );
}

/** Excel takes at most 255 arguments in a function. */
const MOST_ARGUMENTS = 255;

function parts(args: readonly string[]): (readonly string[])[] {
  return Array.from({ length: Math.ceil(args.length / MOST_ARGUMENTS) }, (_, part) =>
    args.slice(part * MOST_ARGUMENTS, (part + 1) * MOST_ARGUMENTS),
  );
}

/** `SUM(a,b,…)`; of more arguments than Excel takes, the function of its parts: for SUM, MIN, MAX, AND and OR the same. */
export function nested(name: string, args: readonly string[]): string {
  if (args.length <= MOST_ARGUMENTS) return `${name}(${args.join(",")})`;
  return nested(
    name,
    parts(args).map((part) => `${name}(${part.join(",")})`),
  );
}

function follows({ first, rowCount }: { first: CellAddress; rowCount: number }, at: CellAddress): boolean {
  return first.sheet === at.sheet && first.column === at.column && first.row + rowCount === at.row;
}

function call(name: string, of: readonly Expression[], printer: Printer): Printed {
  return of.length === 0
    ? atom("0")
    : atom(
        nested(
          name,
          of.map((part) => print(part, printer).text),
        ),
      );
}

function printNumber(value: Exact): Printed {
  if (decimalPlaces(value) === null) {
    return { text: `${(value.s * value.n).toString()}/${value.d.toString()}`, level: LEVEL.product };
  }
  const text = toDecimal(value, 30);
  return text.startsWith("-") ? { text, level: LEVEL.sum } : atom(text);
}

function bracketed(printed: Printed, least: Level): string {
  return printed.level < least ? `(${printed.text})` : printed.text;
}

function printArithmetic(node: Extract<Expression, { kind: "arithmetic" }>, printer: Printer): Printed {
  const left = print(node.left, printer);
  const right = print(node.right, printer);
  switch (node.operator) {
    case "+":
      return { text: `${bracketed(left, LEVEL.sum)}+${bracketed(right, LEVEL.sum)}`, level: LEVEL.sum };
    case "-":
      return { text: `${bracketed(left, LEVEL.sum)}-${bracketed(right, LEVEL.product)}`, level: LEVEL.sum };
    case "×":
      return {
        text: `${bracketed(left, LEVEL.product)}*${bracketed(right, LEVEL.product)}`,
        level: LEVEL.product,
      };
    case "÷":
      return {
        text: `${bracketed(left, LEVEL.product)}/${bracketed(right, LEVEL.atom)}`,
        level: LEVEL.product,
      };
  }
}

function printInput(node: InputNode, printer: Printer): Printed {
  const reference = cellReference(node.cell, printer.sheet);
  return node.reading === undefined ? atom(reference) : atom(readTextCell(reference, node.reading));
}

/** A text cell read live: `VALUE(SUBSTITUTE(SUBSTITUTE(D5,"≥",""),"批",""))`. */
function readTextCell(reference: string, reading: TextReading): string {
  const stripped = reading.remove.reduce(
    (inner, piece) => `SUBSTITUTE(${inner},${quoted(piece)},"")`,
    reference,
  );
  const number = `VALUE(TRIM(${stripped}))`;
  if (reading.scale.equals(ONE)) return number;
  // Somebody may retype `95%` as a number: Excel then keeps 0.95, which must not be divided by 100 once more.
  const inverse = ONE.div(reading.scale);
  const scaled = inverse.equals(HUNDRED) ? `${number}/100` : `${number}*${printNumber(reading.scale).text}`;
  return `IF(ISNUMBER(${reference}),${reference},${scaled})`;
}

// Blanks that TRIM leaves alone, or not every program's TRIM.
const ODD_BLANKS = /[\r\n\t\u00a0\u2000-\u200d\u202f\u2060\u3000\ufeff]/gu;

function printText(of: TextInput, printer: Printer): string {
  const odd = [...new Set(of.text.match(ODD_BLANKS) ?? [])];
  const reference = cellReference(of.cell, printer.sheet);
  return `TRIM(${odd.reduce((inner, blank) => `SUBSTITUTE(${inner},${quoted(blank)},"")`, reference)})`;
}

/** What `TRIM` leaves of a text whose odd blanks were taken out. */
const trimmed = (text: string, printed: string): string =>
  (printed.includes("SUBSTITUTE") ? text.replace(ODD_BLANKS, "") : text).replace(/ {2,}/g, " ").trim();

function printCondition(condition: Condition, printer: Printer): string {
  switch (condition.kind) {
    case "comparison":
      return `${print(condition.left, printer).text}${condition.comparator}${print(condition.right, printer).text}`;
    case "known":
      return `ISNUMBER(${print(condition.of, printer).text})`;
    case "text-is": {
      const text = printText(condition.of, printer);
      // TRIM joins double spaces inside, too.
      const words = new Set(condition.anyOf.map((word) => trimmed(word, text)));
      const tests = [...words].map((word) => `${text}=${quoted(word)}`);
      if (condition.sameAs !== undefined) tests.unshift(`${text}=${printText(condition.sameAs, printer)}`);
      const [only = "FALSE"] = tests;
      return tests.length > 1 ? nested("OR", tests) : only;
    }
    case "and":
    case "or":
      return nested(
        condition.kind.toUpperCase(),
        condition.of.map((part) => printCondition(part, printer)),
      );
  }
}
