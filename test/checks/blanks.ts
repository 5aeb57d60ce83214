import { exact } from "../../src/expr/exact";
import type { CheckSubject } from "../../src/checks/check";
import type { ResultCell } from "../../src/model/form";
import type { Quantity } from "../../src/model/quantity";

type Node = Record<string, unknown>;

/** Fields that the model allows to be null, wherever they stand. */
const NULLABLE = new Set(
  (
    "level1 level2 level4 points target actual rule score scoreRate completionRate reason rate grade initialBudget " +
    "adjustedBudget executed statedScore statedGrade title year unit computed computedFormula formula share count " +
    "weight issued returned overall total enteredScore computedScore enteredGrade executionRate dimension"
  ).split(" "),
);

function isObject(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

/** Exact numbers are leaves. */
const isExact = (value: unknown): boolean => isObject(value) && "compare" in value;
const isQuantity = (value: unknown): value is Quantity => isObject(value) && "nature" in value;
const isResult = (value: unknown): value is ResultCell => isObject(value) && "entered" in value;

/** What a rule made of a row, and where a cell stands, is nothing that people type. */
const NOT_TYPED = new Set(["application", "gradeScale", "settings", "cell"]);

const EMPTY = {
  nature: "empty",
  text: "",
  value: null,
  value2: null,
  unit: null,
  comparison: "none",
} as const;
const said = (text: string, nature: Quantity["nature"]) => ({ ...EMPTY, text, nature });

/** What may stand in a cell instead of a number. */
const INSTEAD: readonly Partial<Quantity>[] = [
  EMPTY,
  said("见附表", "words"),
  said("*", "undisclosed"),
  said("1.2.3", "unreadable"),
  { text: "0", nature: "number", value: exact(0), unit: null },
  { text: "-3", nature: "number", value: exact(-3), unit: null },
  { text: "7.125万元", nature: "number", value: exact("7.125"), unit: "万元", factor: exact(10_000) },
];

const isNullable = (key: string, parent: Node): boolean =>
  NULLABLE.has(key) &&
  !(key === "target" && !("actual" in parent)) &&
  !(key === "rate" && "planned" in parent);

/** What may stand at the place instead of what stands there. */
function alternatives(parent: Node, key: string): unknown[] {
  const value = parent[key];
  const none = value !== null && isNullable(key, parent) ? [null] : [];
  if (isQuantity(value))
    return [
      ...none,
      ...INSTEAD.map((given) => ({ ...value, ...given })),
      ...(value.cell === null || key === "entered" ? [] : [{ ...value, cell: null }]),
    ];
  if (isResult(value))
    return [...none, { ...value, formula: "=SUM(H4:H5)" }, { ...value, formula: "=计算底稿!M4" }];
  if (Array.isArray(value)) return value.length === 0 ? [] : [[], value.slice(0, 1)];
  return none;
}

function shown(value: unknown): string {
  if (isQuantity(value)) return value.text;
  if (isResult(value)) return value.formula ?? "";
  return Array.isArray(value) ? `${value.length} of them` : String(value);
}

/** The same things under new identities: what a check has remembered of an evaluation must not speak for its variant. */
function afresh({ evaluations, ...subject }: CheckSubject): CheckSubject {
  return { ...subject, evaluations: evaluations.map((evaluation) => ({ ...evaluation })) };
}

/**
 * The subject with one thing left out, emptied or replaced, each in its turn; with what was done to it.
 * Each stands only until the next is asked for: the one workbook is changed and put right again.
 */
export function* varied(
  subject: CheckSubject,
  within: unknown = subject,
  name = "",
  seen = new Set<unknown>(),
): Generator<[what: string, subject: CheckSubject]> {
  if (!isObject(within) || isExact(within) || seen.has(within)) return;
  seen.add(within);
  for (const key of Object.keys(within)) {
    if (NOT_TYPED.has(key)) continue;
    const place = `${name}.${key}`;
    const own = within[key];
    for (const by of alternatives(within, key)) {
      within[key] = by;
      yield [`${place} := ${shown(by)}`, afresh(subject)];
    }
    within[key] = own;
    yield* varied(subject, own, place, seen);
  }
}
