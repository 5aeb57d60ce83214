import type { CellAddress } from "../expr/cell";

/** `error`: numbers contradict; `warning`: probably wrong or unusual; `note`: a convention was applied. */
export type Severity = "error" | "warning" | "note";

/**
 * What can be found, in the order of docs/report.md, which documents each; tests hold the page against this list.
 * A published code never changes its meaning.
 */
export const FINDING_CODES = [
  "total-sum",
  "points-sum",
  "caption-points",
  "over-points",
  "missing-reason",
  "score-differs",
  "full-but-missed",
  "lost-but-reached",
  "execution-rate",
  "fund-score",
  "fund-parts",
  "zero-budget",
  "balance",
  "table-sum",
  "product",
  "part-whole",
  "indicator-changed",
  "declared-count",
  "sample-share",
  "satisfaction-share",
  "weighted-total",
  "grade",
  "rounding-side",
  "year",
  "over-achieved",
  "sign",
  "undisclosed",
  "kind-mismatch",
  "stated-number",
  "text-number",
  "unreadable-score",
  "unreadable-number",
  "band-gap",
  "exclusive-branches",
  "not-applicable",
  "template-residue",
  "score-rate",
  "formula-value",
  "points-not-100",
  "score-without-points",
  "total-cap",
  "fact-several",
  "fact-readings",
  "fact-doubt",
  "fact-missing",
  "parts-summed",
  "initial-budget",
  "denominator",
  "part-step",
  "missing-points-column",
  "missing-score-column",
  "uncertain-column",
  "several-score-columns",
  "nameless-row",
  "nested-rows",
  "unknown-currency",
  "missing-amount",
  "shared-points",
  "monitoring",
  "hidden-rows",
  "hidden-sheet",
  "unreadable-setting",
] as const;

export type FindingCode = (typeof FINDING_CODES)[number];

/** A relation that does not hold, or a convention the reader should know of. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** The cell that should change; a table-level finding names the total or caption cell. */
  readonly cell: CellAddress | null;
  /** Chinese: what is wrong, with both numbers, and the next step. */
  readonly message: string;
  /** As the sheet speaks: `37.55%`. */
  readonly stated: string | null;
  readonly computed: string | null;
}

/** The one maker of findings; what the sheet says and what was computed may be missing. */
export function finding(
  given: Omit<Finding, "stated" | "computed"> & Partial<Pick<Finding, "stated" | "computed">>,
): Finding {
  return { stated: null, computed: null, ...given };
}
