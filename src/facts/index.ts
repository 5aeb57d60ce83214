import { cellLabel } from "../expr/cell";
import type { Fact } from "../model/fact";
import type { EvaluationForm } from "../model/form";
import type { Quantity } from "../model/quantity";
import type { Recognition } from "../model/workbook";
import { withUnit } from "../quantities/target";
import { bodyInTitle, isSameBody, meansWhole } from "./bodies";
import { choose, type Asking, type Choice } from "./choose";
import { numbersOfLists } from "./list-numbers";
import { nameWords } from "./name-words";
import { readFacts } from "./read-facts";
import { wantedOf, type Wanted } from "./wanted";

export type { Asking, Choice, Reading } from "./choose";
export type { Wanted } from "./wanted";

const known = new WeakMap<Recognition, readonly Fact[]>();

/** Every fact of a workbook, read once: for rates, checks, proof-reading, collecting and the list in the pane. */
export function factsOfWorkbook(recognition: Recognition): readonly Fact[] {
  const read = known.get(recognition);
  if (read !== undefined) return read;
  const facts = readFacts(recognition.named ?? numbersOfLists(recognition)).filter(
    ({ quantity }) => quantity.nature !== "empty",
  );
  known.set(recognition, facts);
  return facts;
}

/** The facts as one evaluation sees them. */
export interface FactBook {
  readonly asking: Asking;
  readonly facts: readonly Fact[];
  find(wanted: Wanted, asking?: Partial<Asking>): Choice;
}

/** What one evaluation may be computed from: its year, its body, and the total row of its own fund block before all else. */
export function factBook(
  facts: readonly Fact[],
  form: EvaluationForm | null,
  chosen: ReadonlySet<string> = new Set(),
): FactBook {
  const asking: Asking = {
    year: form?.year == null ? yearOfFacts(facts) : Number(form.year),
    ...bodyOfForm(form, facts),
    chosen,
  };
  const own = form === null ? [] : fundFacts(form);
  const others = facts.filter((fact) => !isUndivided(fact, facts, asking));
  return {
    asking,
    facts: [...own, ...others],
    find: (wanted, change = {}) => {
      const all = { ...asking, ...change };
      const first = choose(own, wanted, all);
      return first.kind === "missing" ? choose(others, wanted, all) : first;
    },
  };
}

/** Asks by the names alone, as an older part of the rules does: the facts of the first name that has any. */
export function findByName(book: FactBook, name: string): readonly Fact[] {
  const choice = book.find(wantedOf(name));
  if (choice.kind === "found")
    return choice.readings.flatMap(({ facts }) => (facts.length === 1 ? facts : []));
  return choice.kind === "several"
    ? choice.facts.filter(({ quantity }) => quantity.nature === "undisclosed")
    : [];
}

/** Without a year in the form: the only year that the facts speak of; of two that follow each other the later. */
function yearOfFacts(facts: readonly Fact[]): number | null {
  const years = [
    ...new Set(facts.flatMap(({ year }) => (year.kind === "year" && year.base !== null ? [year.base] : []))),
  ];
  return years.length === 0 ? null : Math.max(...years);
}

function bodyOfForm(form: EvaluationForm | null, facts: readonly Fact[]): Pick<Asking, "body" | "isWhole"> {
  if (form === null) return { body: null, isWhole: false };
  const title = form.title?.text ?? "";
  const named = form.unit ?? bodyInTitle(title) ?? bodyInTitle(form.sheet);
  const isWhole = [form.unit ?? "", title, form.sheet].some(meansWhole);
  if (named === null || meansWhole(named)) return { body: null, isWhole };
  // 某县教育局 over a table of its schools is the whole of them; a school in the table is itself.
  const isInTable = facts.some(({ body }) => body !== null && isSameBody(body, named));
  return { body: named, isWhole: isWhole && !isInTable };
}

/** On a sheet that tells of several bodies, the evaluated one among them, a number that names none may be anybody's. */
function isUndivided(fact: Fact, facts: readonly Fact[], { body }: Asking): boolean {
  if (body === null || fact.body !== null || fact.total) return false;
  const here = facts.filter((other) => other.cell.sheet === fact.cell.sheet && other.body !== null);
  const bodies = new Set(here.map((other) => other.body));
  return bodies.size > 1 && here.some((other) => isSameBody(other.body ?? "", body));
}

const FUND_STAGES = [
  ["initialBudget", "initial", "年初预算数"],
  ["adjustedBudget", "adjusted", "全年预算数"],
  ["executed", "executed", "全年执行数"],
] as const;

/** 年度资金总额 of the form's own fund block; 其中 rows are parts and never stand in. */
function fundFacts(form: EvaluationForm): Fact[] {
  const total = form.funds.find(({ counts }) => counts);
  if (total === undefined) return [];
  return FUND_STAGES.flatMap(([field, stage, name]): Fact[] => {
    const quantity: Quantity | null = total[field];
    // A total of 0 over parts that are not is no total.
    const isUnfilled =
      quantity?.value?.equals(0) === true && form.funds.some((row) => row[field]?.value?.equals(0) === false);
    if (isUnfilled) return [];
    if (quantity?.cell == null || (quantity.value === null && quantity.nature !== "undisclosed")) return [];
    return [
      {
        name,
        label: name,
        items: [],
        words: [],
        around: [],
        stage,
        year: { kind: "year", base: null, offset: 0 },
        moment: null,
        body: null,
        total: true,
        isPart: false,
        qualifier: null,
        quantity: withUnit(quantity, total.currency),
        cell: quantity.cell,
        table: `${form.sheet}!资金`,
      },
    ];
  });
}

/** The year that an indicator's own name states: 2022年预算执行率 asks for that year. */
export function yearInName(name: string): number | null {
  const { year } = nameWords(name);
  return year?.kind === "absolute" ? year.year : null;
}

/** The body that an indicator's own name states: 甲单位在职人员控制率. */
export function bodyInName(name: string, facts: readonly Fact[]): string | null {
  const bodies = [...new Set(facts.flatMap(({ body }) => (body === null || body.length < 2 ? [] : [body])))];
  return bodies.find((body) => name.startsWith(body)) ?? null;
}

export const factLabel = ({ cell }: Fact): string => cellLabel(cell);
