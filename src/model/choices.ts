import type { CellAddress } from "../expr/cell";
import { cellLabel } from "../expr/cell";
import type { Finding } from "./finding";
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
  readonly code: string;
  readonly cell: CellAddress | null;
  readonly stated: string | null;
  readonly reason: string;
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
}

export const NO_CHOICES: Choices = {
  settings: {},
  gradeBands: [],
  columns: [],
  rows: [],
  rules: [],
  ignored: [],
};

/** Later choices on the same thing replace earlier ones. */
export function mergeChoices(kept: Choices, added: Partial<Choices>): Choices {
  return {
    settings: { ...kept.settings, ...added.settings },
    gradeBands: added.gradeBands ?? kept.gradeBands,
    columns: replaced(kept.columns, added.columns, (choice) => cellLabel(choice.header)),
    rows: replaced(kept.rows, added.rows, (choice) => cellLabel(choice.cell)),
    rules: replaced(kept.rules, added.rules, (choice) => cellLabel(choice.indicator)),
    ignored: replaced(kept.ignored, added.ignored, findingKey),
  };
}

function replaced<T>(
  kept: readonly T[],
  added: readonly T[] | undefined,
  keyOf: (choice: T) => string,
): readonly T[] {
  if (added === undefined) return kept;
  const keys = new Set(added.map(keyOf));
  return [...kept.filter((choice) => !keys.has(keyOf(choice))), ...added];
}

/** Tells one finding from another across runs: the same relation at the same cell with the same stated number. */
export function findingKey(finding: Pick<Finding, "code" | "cell" | "stated">): string {
  return [finding.code, finding.cell === null ? "" : cellLabel(finding.cell), finding.stated ?? ""].join("|");
}
