import { speakNumber } from "../../expr/explain";
import type { FactBook } from "../../facts";
import { bodyInName, yearInName, type Asking } from "../../facts";
import { definitionsIn, type PrintedDefinition } from "../../facts/definitions";
import { isSatisfaction } from "../../facts/satisfaction";
import { subjectOf } from "../../facts/wanted";
import type { Finding } from "../../model/finding";
import type { IndicatorEntry } from "../../model/form";
import { plainName } from "../../text/plain-wording";
import type { RuleContext } from "../context";
import type { Measure } from "../kind";
import { notes } from "../notes";
import type { RuleText } from "../read-rule";
import { readWeightedDefinition, standardRatesOf } from "./definition";
import { plainWording } from "../../text/plain-wording";
import { ownNameMeasure } from "./own-name";
import { rateMeasure, type RateName } from "./quotient";
import { resolve, type Option, type Resolved } from "./resolve";
import { saidFacts, saidMissing, saidNear, saidOption } from "./said";
import { doubtOf } from "./sense";
import { generalRateOf, type StandardRate } from "./standard-rates";
import { byDefinedSurvey, bySurvey, byWeights } from "./survey";

/** The result of an indicator from the facts of the workbook, or why there is none. */
export interface Measured {
  readonly measure: Measure | null;
  /** `缺“编制数”`; null where nothing was looked for. */
  readonly why: string | null;
  readonly notes: readonly Finding[];
}

const NOTHING: Measured = { measure: null, why: null, notes: [] };

type Rule = Pick<RuleText, "definition" | "weighted" | "plain">;

/** The result of an indicator whose 实际完成值 is empty, from the base data that the workbook holds; null without them. */
export function measureOf(
  entry: IndicatorEntry,
  name: string,
  rule: Rule | null,
  context: RuleContext,
): Measure | null {
  return measured(entry, name, rule, context).measure;
}

/** As `measureOf`; where nothing is computed, what is missing or doubtful. */
export function measured(
  entry: IndicatorEntry,
  name: string,
  rule: Rule | null,
  context: RuleContext,
): Measured {
  const asked = new Asked(entry, name, context);
  const weighted = rule?.weighted ?? weightedIn(entry);
  if (weighted !== null) {
    const found = byWeights(name, weighted, context);
    if (found !== null) return { measure: found, why: null, notes: [] };
  }
  const printed = printedFor(entry, name, rule);
  if (printed !== null) {
    if (isSatisfaction(name))
      return asked.result(byDefinedSurvey(name, printed, context.facts.book), asked.rateName);
    return asked.result(asked.resolve(printed), asked.rateName);
  }
  if (isSatisfaction(name)) return { ...NOTHING, measure: bySurvey(name, context) };
  const standard = standardRatesOf(name);
  const rates =
    standard.length > 0 ? standard : [generalRateOf(plainName(name))].filter((rate) => rate !== null);
  const own = ownNameMeasure(name, context);
  const computed = rates.length === 0 ? NOTHING : asked.standard(rates);
  return computed.measure === null &&
    own !== null &&
    computed.notes.every(({ code }) => code === "fact-missing")
    ? { ...NOTHING, measure: own }
    : computed;
}

function weightedIn({ explanations = [] }: IndicatorEntry): Rule["weighted"] {
  for (const { text } of explanations) {
    for (const clause of plainWording(text).split(";")) {
      const weighted = readWeightedDefinition(clause);
      if (weighted !== null) return weighted;
    }
  }
  return null;
}

/** The definition that the form prints for the indicator: in 指标解释 or 计算公式, else in 评分标准. */
function printedFor(
  { explanations = [] }: IndicatorEntry,
  name: string,
  rule: Rule | null,
): PrintedDefinition | null {
  const texts = [
    ...explanations.map(({ text }) => definitionsIn(text, true)),
    ...(rule === null ? [] : [definitionsIn(rule.plain, false)]),
  ];
  return texts.flat().find((definition) => isOf(definition, name)) ?? null;
}

/** 资金到位率=… also defines 省财政资金到位率; 得分=… defines no rate. */
function isOf({ name }: PrintedDefinition, indicator: string): boolean {
  if (name === null) return true;
  const [own, other] = [plainName(name), plainName(indicator)];
  return own !== "" && (other === own || other.endsWith(own) || own.endsWith(other));
}

/** One indicator and what it may be computed from. */
class Asked {
  readonly rateName: RateName;
  private readonly asking: Partial<Asking>;
  private readonly book: FactBook;
  private readonly subject: ReturnType<typeof subjectOf>;

  constructor(
    private readonly entry: IndicatorEntry,
    private readonly name: string,
    private readonly context: RuleContext,
  ) {
    this.book = context.facts.book;
    const year = yearInName(name);
    const body = bodyInName(name, this.book.facts);
    this.asking = {
      ...(year === null ? {} : { year }),
      ...(body === null ? {} : { body, isWhole: false }),
    };
    this.subject = subjectOf(body === null ? name : name.slice(body.length));
    const known = standardRatesOf(name)[0] ?? generalRateOf(plainName(name));
    this.rateName = { name, atZero: known?.atZero ?? "1", absolute: false };
  }

  resolve(formula: PrintedDefinition | StandardRate["formulas"][number]): Resolved {
    return resolve({ formula, subject: this.subject, book: this.book, asking: this.asking });
  }

  /** Only one reading of a printed formula is computed; 预算执行率 by its budget as it stood at the end. */
  result(resolved: Resolved, rate: RateName): Measured {
    switch (resolved.kind) {
      case "missing":
        return this.missing(resolved);
      case "several":
        return this.unmeasured(
          `“${resolved.wanted.text}”有不同的数`,
          notes.factSeveral(this.entry.cell, this.name, resolved.wanted.text, saidFacts(resolved.facts)),
        );
      case "computable":
        return this.oneOf(resolved.options, rate, standardRatesOf(this.name)[0]?.name === "预算执行率");
    }
  }

  /** The formulas of the frameworks where none is printed. */
  standard(rates: readonly StandardRate[]): Measured {
    const ordered = rates.some((rate) => rate.ordered);
    const rate: RateName = { ...this.rateName, absolute: rates.some(({ absolute }) => absolute) };
    const resolved = rates.flatMap(({ formulas }) => formulas.map((formula) => this.resolve(formula)));
    const computable: Option[] = [];
    for (const each of resolved) {
      if (each.kind === "computable") computable.push(...each.options);
      else if (each.kind === "several" && computable.length === 0) return this.result(each, rate);
    }
    if (computable.length > 0) return this.oneOf(computable, rate, ordered);
    const missing = resolved.filter((each) => each.kind === "missing");
    const best = [...missing].sort((a, b) => b.known - a.known)[0];
    return best === undefined ? NOTHING : this.missing(best);
  }

  private oneOf(options: readonly Option[], rate: RateName, ordered: boolean): Measured {
    const [first] = options;
    if (first === undefined) return NOTHING;
    const others = distinct(options).slice(1);
    if (others.length > 0 && !ordered)
      return this.unmeasured(
        "有两种口径",
        notes.factReadings(this.entry.cell, this.name, distinct(options).map(saidOption).join("；")),
      );
    const doubt = doubtOf(first, this.asking.body ?? this.book.asking.body);
    if (doubt !== null) return this.unmeasured(doubt, notes.factDoubt(this.entry.cell, this.name, doubt));
    const measure = rateMeasure(this.entry, rate, first, this.context);
    const found = [
      ...measure.notes,
      ...others.flatMap((other) => denominatorNote(this.entry, rate.name, first, other)),
      ...sumNotes(this.entry, this.name, first),
    ];
    return { measure: { ...measure, notes: found }, why: null, notes: [] };
  }

  private missing({ missing, known }: Resolved & { kind: "missing" }): Measured {
    const why = saidMissing(missing);
    const near = saidNear(missing, this.book);
    if (known === 0 && near === "") return { ...NOTHING, why };
    return this.unmeasured(why, notes.factMissing(this.entry.cell, this.name, why, near));
  }

  private unmeasured(why: string, ...found: Finding[]): Measured {
    return { measure: null, why, notes: found };
  }
}

/** Options that give another rate; the first of each rate stays. */
function distinct(options: readonly Option[]): Option[] {
  return options.filter((option, index) =>
    option.value === null
      ? index === 0
      : options.findIndex((other) => other.value?.equals(option.value ?? 0) === true) === index,
  );
}

function denominatorNote(entry: IndicatorEntry, rate: string, used: Option, other: Option): Finding[] {
  if (used.value === null || other.value === null) return [];
  return [
    notes.denominator(
      entry.cell,
      rate,
      nameOfBottom(used),
      speakNumber(used.value, "percent"),
      nameOfBottom(other),
      speakNumber(other.value, "percent"),
    ),
  ];
}

const nameOfBottom = ({ amounts }: Option): string =>
  amounts
    .at(-1)
    ?.facts.map(({ name }) => name)
    .join("、") ?? "";

function sumNotes(entry: IndicatorEntry, name: string, { amounts }: Option): Finding[] {
  const sums = amounts.filter(({ facts }) => facts.length > 1);
  if (sums.length === 0) return [];
  const said = sums.map(
    ({ wanted, facts }) => `“${wanted.text}”＝${facts.map((fact) => fact.name).join("＋")}`,
  );
  return [notes.partsSummed(entry.cell, name, [...new Set(said)].join("；"))];
}
