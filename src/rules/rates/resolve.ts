import { evaluate } from "../../expr/evaluate";
import { ZERO, type Exact } from "../../expr/exact";
import { absolute, add, constant, divide, multiply, subtract, type Expression } from "../../expr/expression";
import type { Asking, FactBook, Wanted } from "../../facts";
import { namesIn, type Formula, type PrintedFormula } from "../../facts/formula";
import { isBare, isCounted, wantedOf, withSubject } from "../../facts/wanted";
import type { Fact, Stage } from "../../model/fact";
import { inUnitOf, operandOf, type Operand } from "../operand";

/** One way to compute a printed formula: which facts stand for which of its names. */
export interface Option {
  readonly formula: PrintedFormula;
  /** In the order of the formula's names. */
  readonly amounts: readonly Amount[];
  readonly top: Expression;
  /** Null for a sum of shares. */
  readonly bottom: Expression | null;
  readonly value: Exact | null;
}

export interface Amount {
  readonly wanted: Wanted;
  readonly facts: readonly Fact[];
}

export type Resolved =
  | { readonly kind: "computable"; readonly options: readonly Option[] }
  | { readonly kind: "missing"; readonly missing: readonly Wanted[]; readonly known: number }
  | { readonly kind: "several"; readonly wanted: Wanted; readonly facts: readonly Fact[] };

export interface Question {
  readonly formula: PrintedFormula & { readonly stated?: string };
  readonly subject: Pick<Wanted, "items" | "words">;
  readonly book: FactBook;
  readonly asking?: Partial<Asking>;
}

/** Looks every name of a formula up; all its readings that can be computed, or what keeps it from being so. */
export function resolve(question: Question): Resolved {
  const { formula, subject } = question;
  const names = [...namesIn(formula.top), ...namesIn(formula.bottom)];
  const wanted = withSubject(
    names.map((name) => wantedOf(name, formula.stated)),
    subject,
  );
  const plain = withStages(wanted, question);
  if (!wanted.every(isFlow)) return plain;
  // 本年度…总额 says neither budget nor account: both are meant by somebody, but never one of each.
  const planned = withStages(
    wanted.map((each) => ({ ...each, stage: "budget" as const })),
    question,
  );
  if (plain.kind === "several") return plain;
  if (planned.kind !== "computable") return plain;
  return plain.kind === "computable"
    ? { kind: "computable", options: [...planned.options, ...plain.options] }
    : planned;
}

const BALANCES: ReadonlySet<string> = new Set(["结转结余", "结转", "结余"]);

const isFlow = (wanted: Wanted): boolean =>
  wanted.stage === null &&
  !isCounted(wanted) &&
  !isBare(wanted) &&
  !wanted.items.some((item) => BALANCES.has(item));

const ORDER: readonly (Stage | "done")[] = ["adjusted", "budget", "initial", "planned", "done"];

function withStages(wanted: readonly Wanted[], { formula, book, asking }: Question): Resolved {
  const found = wanted.map((each) => ({ each, choice: book.find(each, asking) }));
  const several = found.find(({ choice }) => choice.kind === "several");
  if (several?.choice.kind === "several")
    return { kind: "several", wanted: several.each, facts: several.choice.facts };
  const missing = found.filter(({ choice }) => choice.kind === "missing").map(({ each }) => each);
  if (missing.length > 0) return { kind: "missing", missing, known: found.length - missing.length };
  const readings = found.map(({ choice }) => (choice.kind === "found" ? choice.readings : []));
  const stages = new Set(
    readings.filter((each) => each.length > 1).flatMap((each) => each.map(({ stage }) => stage)),
  );
  const ordered = ORDER.filter((stage) => stages.has(stage));
  const options = (ordered.length === 0 ? [null] : ordered).flatMap((stage) => {
    const amounts = wanted.map((each, index): Amount => {
      const own = readings[index] ?? [];
      const reading = own.find((one) => one.stage === stage) ?? inOrder(own)[0];
      return { wanted: each, facts: reading?.facts ?? [] };
    });
    const option = optionOf(formula, amounts);
    return option === null ? [] : [option];
  });
  return options.length > 0
    ? { kind: "computable", options }
    : { kind: "missing", missing: wanted, known: 0 };
}

const inOrder = <R extends { readonly stage: Stage | "done" }>(readings: readonly R[]): R[] =>
  [...readings].sort((a, b) => ORDER.indexOf(a.stage) - ORDER.indexOf(b.stage));

function optionOf(formula: PrintedFormula, amounts: readonly Amount[]): Option | null {
  const builder = new TreeBuilder(amounts);
  const top = builder.build(formula.top);
  const bottom = formula.bottom === null ? null : builder.build(formula.bottom);
  if (top === null || (formula.bottom !== null && bottom === null)) return null;
  return { formula, amounts, top, bottom, value: evaluate(bottom === null ? top : divide(top, bottom)) };
}

/** Puts the amounts in the places of their names, all in the unit of the first. */
class TreeBuilder {
  private next = 0;
  private first: Operand | null = null;
  constructor(private readonly amounts: readonly Amount[]) {}

  build(of: Formula): Expression | null {
    switch (of.kind) {
      case "number":
        return constant(of.value);
      case "name": {
        const amount = this.amounts[this.next];
        this.next += 1;
        return amount === undefined ? null : this.sum(amount.facts);
      }
      case "absolute": {
        const inside = this.build(of.of);
        return inside && absolute(inside);
      }
      case "joined": {
        const left = this.build(of.left);
        const right = this.build(of.right);
        if (left === null || right === null) return null;
        const join = { "+": add, "-": subtract, "×": multiply, "÷": divide }[of.sign];
        return join(left, right);
      }
    }
  }

  private sum(facts: readonly Fact[]): Expression | null {
    let total: Expression | null = null;
    for (const fact of facts) {
      const operand = operandOf(fact.quantity);
      if (operand === null) return null;
      this.first ??= operand;
      const amount = named(inUnitOf(operand, this.first).expression, fact.name);
      total = total === null ? amount : add(total, amount);
    }
    return total;
  }
}

/** Amounts are spoken with their name and without their unit: 执行数 14,911.74 ÷ 预算数 15,383.72. */
function named(expression: Expression, name: string): Expression {
  if (expression.kind === "step") return { ...expression, of: renamed(expression.of, name) };
  if (expression.kind !== "input" && expression.kind !== "constant") return expression;
  if (expression.kind === "constant")
    return { kind: "constant", value: expression.value, style: expression.style, name };
  const { cell, value, style, reading } = expression;
  return { kind: "input", cell, value, style, name, ...(reading === undefined ? {} : { reading }) };
}

/** 20,230,000元 inside 折合万元 keeps its unit, for two are in play. */
function renamed(of: Expression, name: string): Expression {
  if (of.kind === "arithmetic" && (of.left.kind === "input" || of.left.kind === "constant"))
    return { ...of, left: { ...of.left, name } };
  return of;
}

export const isZero = (expression: Expression): boolean => evaluate(expression)?.equals(ZERO) === true;
