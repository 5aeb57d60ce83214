import type { CellAddress } from "../expr/cell";
import { cellLabel } from "../expr/cell";
import type { ColumnRole } from "./form";
import type { GradeBand } from "./grade";
import type { Settings } from "./settings";

/** The user's word on a column that was read wrongly, or not at all: what the header cell stands for. */
export interface ColumnChoice {
  readonly header: CellAddress;
  readonly role: ColumnRole | "ignore";
}

/** A row that is no indicator, whatever it looks like. */
export interface RowChoice {
  readonly cell: CellAddress;
}

/** The user's wording of how an indicator is scored, in place of what the form says. */
export interface RuleChoice {
  readonly indicator: CellAddress;
  readonly wording: string;
}

/** A finding that the user has looked at and lets stand. */
export interface IgnoredFinding {
  /** A finding's code as it stands in the workbook, perhaps one that another version knew. */
  readonly code: string;
  readonly cell: CellAddress | null;
  readonly stated: string | null;
  readonly reason: string;
}

/** The user's word on a number of the base data. */
export interface FactChoice {
  readonly cell: CellAddress;
  /** `chosen` among several for one thing, `ignored` altogether, or what it is, in words: 三公经费2023年决算数. */
  readonly says: "chosen" | "ignored" | { readonly name: string };
}

/** What the user decided for this workbook; kept on the sheet 评价设置. */
export interface Choices {
  readonly settings: Partial<Settings>;
  /** Empty for the default scale. */
  readonly gradeBands: readonly GradeBand[];
  readonly columns: readonly ColumnChoice[];
  readonly rows: readonly RowChoice[];
  readonly rules: readonly RuleChoice[];
  readonly ignored: readonly IgnoredFinding[];
  /** Absent where nothing was said of any. */
  readonly facts?: readonly FactChoice[];
}

export const NO_CHOICES: Choices = {
  settings: {},
  gradeBands: [],
  columns: [],
  rows: [],
  rules: [],
  ignored: [],
};

/** What the user decides now: additions, replacements, and what is taken back. */
export interface ChoicesChange extends Partial<Choices> {
  /** Keys (`choiceKeys`) of choices that are no longer wanted. */
  readonly removed?: readonly string[];
}

const IGNORED = "ignored|";

/** Whether a key of `choiceKeys` names a finding that is let stand: of what is read it changes nothing. */
export const isIgnoredKey = (key: string): boolean => key.startsWith(IGNORED);

/** Names a choice across all lists: a later choice under the same key replaces the earlier one. */
export const choiceKeys = {
  columns: (choice: Pick<ColumnChoice, "header">) => `column|${cellLabel(choice.header)}`,
  rows: (choice: RowChoice) => `row|${cellLabel(choice.cell)}`,
  rules: (choice: Pick<RuleChoice, "indicator">) => `rule|${cellLabel(choice.indicator)}`,
  facts: (choice: Pick<FactChoice, "cell">) => `fact|${cellLabel(choice.cell)}`,
  ignored: (choice: Pick<IgnoredFinding, "code" | "cell" | "stated">) => `${IGNORED}${findingKey(choice)}`,
} as const;

/** Later choices on the same thing replace earlier ones. */
export function mergeChoices(kept: Choices, added: ChoicesChange): Choices {
  const removed = new Set(added.removed);
  return {
    settings: { ...kept.settings, ...added.settings },
    gradeBands: added.gradeBands ?? kept.gradeBands,
    columns: replaced(kept.columns, added.columns, choiceKeys.columns, removed),
    rows: replaced(kept.rows, added.rows, choiceKeys.rows, removed),
    rules: replaced(kept.rules, added.rules, choiceKeys.rules, removed),
    ignored: replaced(kept.ignored, added.ignored, choiceKeys.ignored, removed),
    ...withFacts(replaced(kept.facts ?? [], added.facts, choiceKeys.facts, removed)),
  };
}

const withFacts = (facts: readonly FactChoice[]): Pick<Choices, "facts"> =>
  facts.length === 0 ? {} : { facts };

/** Two changes, one after the other, as one: what was taken back and decided again is decided. */
export function changeOfBoth(first: ChoicesChange, second: ChoicesChange): ChoicesChange {
  const { columns, rows, rules, ignored, facts = [] } = mergeChoices({ ...NO_CHOICES, ...first }, second);
  const decided = new Set([
    ...(second.columns ?? []).map(choiceKeys.columns),
    ...(second.rows ?? []).map(choiceKeys.rows),
    ...(second.rules ?? []).map(choiceKeys.rules),
    ...(second.ignored ?? []).map(choiceKeys.ignored),
    ...(second.facts ?? []).map(choiceKeys.facts),
  ]);
  const gradeBands = second.gradeBands ?? first.gradeBands;
  return {
    settings: { ...first.settings, ...second.settings },
    ...(gradeBands === undefined ? {} : { gradeBands }),
    columns,
    rows,
    rules,
    ignored,
    ...withFacts(facts),
    removed: [...(first.removed ?? []).filter((key) => !decided.has(key)), ...(second.removed ?? [])],
  };
}

/** How many single things a change decides. */
export function countOfChange(change: ChoicesChange): number {
  const {
    settings = {},
    gradeBands,
    columns = [],
    rows = [],
    rules = [],
    ignored = [],
    facts = [],
    removed = [],
  } = change;
  const lists = [Object.keys(settings), columns, rows, rules, ignored, facts, removed];
  return lists.reduce((sum, list) => sum + list.length, gradeBands === undefined ? 0 : 1);
}

function replaced<T>(
  kept: readonly T[],
  added: readonly T[] | undefined,
  keyOf: (choice: T) => string,
  removed: ReadonlySet<string>,
): readonly T[] {
  if (added === undefined && removed.size === 0) return kept;
  const gone = new Set([...(added ?? []).map(keyOf), ...removed]);
  return [...kept.filter((choice) => !gone.has(keyOf(choice))), ...(added ?? [])];
}

/** Tells one finding from another across runs: the same relation at the same cell with the same stated number. */
export function findingKey(finding: Pick<IgnoredFinding, "code" | "cell" | "stated">): string {
  return [finding.code, finding.cell === null ? "" : cellLabel(finding.cell), finding.stated ?? ""].join("|");
}
